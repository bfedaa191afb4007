// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Complaint, ComplaintChannel, ComplaintState, IComplaints} from "../../interfaces/IComplaints.sol";
import {ISupervisionLedger} from "../../interfaces/ISupervisionLedger.sol";
import {Roles} from "../../libraries/Roles.sol";
import {DossierId} from "../../types/DossierId.sol";
import {FieldCode} from "../../types/FieldCode.sol";
import {PilotId} from "../../types/PilotId.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {SupervisionRegister} from "./SupervisionRegister.sol";

/// @title Complaints (投诉举报)
/// @notice What the public reports, taken in by a registrar or an inspector.
abstract contract Complaints is ISupervisionLedger, SupervisionRegister {
    mapping(DossierId complaint => Complaint) private _complaints;

    // ────────────────── Acts of a registrar or an inspector ───────────

    /// @inheritdoc IComplaints
    function receiveComplaint(
        PilotId pilot,
        ComplaintChannel channel,
        bytes32 documentDigest
    ) external returns (DossierId complaint) {
        address actor = _asRegistrarOrInspector(pilot);
        if (channel == ComplaintChannel.None) revert Complaints_ChannelRequired();
        _requireDigest(documentDigest);
        complaint = _nextDossier("CP", pilot.region());
        _complaints[complaint] = Complaint({pilot: _short(pilot), state: ComplaintState.Received});
        _recordOf(IComplaints.ComplaintReceived.selector, pilot, actor, abi.encode(complaint, channel, documentDigest));
    }

    /// @inheritdoc IComplaints
    function acceptComplaint(DossierId complaint) external {
        (PilotId pilot, address actor) = _pass(complaint, ComplaintState.Received, ComplaintState.Accepted);
        _recordOf(IComplaints.ComplaintAccepted.selector, pilot, actor, abi.encode(complaint));
    }

    /// @inheritdoc IComplaints
    function rejectComplaint(DossierId complaint, bytes32 reason, bytes32 documentDigest) external {
        (PilotId pilot, address actor) = _pass(complaint, ComplaintState.Received, ComplaintState.Rejected);
        _recordReason(IComplaints.ComplaintRejected.selector, pilot, actor, complaint, reason, documentDigest);
    }

    /// @inheritdoc IComplaints
    function answerComplaint(DossierId complaint, bytes32 documentDigest) external {
        ComplaintState from =
            _complaints[complaint].state == ComplaintState.CaseOpened
                ? ComplaintState.CaseOpened
                : ComplaintState.Accepted;
        (PilotId pilot, address actor) = _pass(complaint, from, ComplaintState.Answered);
        _recordDocument(IComplaints.ComplaintAnswered.selector, pilot, actor, complaint, documentDigest);
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IComplaints
    function complaintOf(DossierId complaint) external view returns (Complaint memory) {
        return _complaints[complaint];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev Notes that a case was opened from an accepted complaint about the pilot; says false when it is none.
    function _openCaseFrom(DossierId complaint, PilotId pilot) internal returns (bool) {
        Complaint storage entry = _complaints[complaint];
        if (entry.state != ComplaintState.Accepted || entry.pilot != _short(pilot)) return false;
        entry.state = ComplaintState.CaseOpened;
        return true;
    }

    function _pass(
        DossierId complaint,
        ComplaintState from,
        ComplaintState to
    ) private returns (PilotId pilot, address actor) {
        Complaint storage entry = _complaints[complaint];
        if (entry.state == ComplaintState.None) revert Complaints_Unknown(complaint);
        if (entry.state != from) revert Complaints_StateNotAllowed(complaint, entry.state);
        pilot = _long(entry.pilot);
        actor = _asRegistrarOrInspector(pilot);
        entry.state = to;
    }

    /// @dev The refusal is that of an inspector when the caller is neither.
    function _asRegistrarOrInspector(PilotId pilot) private view returns (address actor) {
        actor = _msgSender();
        (RegionCode region, FieldCode field) = (pilot.region(), pilot.field());
        try AUTHORITY.officialOf(actor, Roles.REGISTRAR, region, field) returns (Uscc organisation) {
            _requireNoInterest(pilot, actor, organisation);
        } catch {
            _requireImpartial(pilot, Roles.INSPECTOR, actor);
        }
    }
}
