// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPilots, Pilot, PilotState} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Reviews (受理、审批)
/// @notice What the registrar and the approver make of an application; never the same account for both.
abstract contract Reviews is PilotRegister {
    uint8 private constant _RETURN_LIMIT = 3;

    // ───────────────────────── Acts of the registrar ──────────────────

    /// @inheritdoc IPilots
    function returnPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        Pilot storage entry = _pilotIn(pilot, PilotStates.APPLIED);
        if (entry.returnRounds == _RETURN_LIMIT) revert Pilots_TooManyReturns(pilot, _RETURN_LIMIT);
        address actor = _asOfficial(pilot, entry, Roles.REGISTRAR);
        entry.state = PilotState.Returned;
        uint8 round = ++entry.returnRounds;
        _recordReason(IPilots.PilotReturned.selector, pilot, actor, round, reason, documentDigest);
    }

    /// @inheritdoc IPilots
    function admitPilot(PilotId pilot) external {
        (Pilot storage entry, address actor) = _officialOn(pilot, PilotStates.APPLIED, Roles.REGISTRAR);
        entry.state = PilotState.UnderReview;
        _handling(pilot).registrar = actor;
        _record(IPilots.PilotAdmitted.selector, pilot.toSubject(), actor, "");
    }

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IPilots
    function approvePilot(PilotId pilot, bytes32 decisionDigest) external {
        address actor = _decide(pilot, PilotStates.UNDECIDED, PilotState.Approved);
        _recordDocument(IPilots.PilotApproved.selector, pilot, actor, decisionDigest);
    }

    /// @inheritdoc IPilots
    function rejectPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        address actor = _decide(pilot, PilotStates.UNDECIDED, PilotState.Rejected);
        _recordReason(IPilots.PilotRejected.selector, pilot, actor, reason, documentDigest);
    }

    /// @inheritdoc IPilots
    function waitlistPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        address actor = _decide(pilot, PilotStates.UNDER_REVIEW, PilotState.Waitlisted);
        _recordReason(IPilots.PilotWaitlisted.selector, pilot, actor, reason, documentDigest);
    }

    function _decide(PilotId pilot, uint256 states, PilotState result) private returns (address actor) {
        Pilot storage entry;
        (entry, actor) = _officialOn(pilot, states, Roles.APPROVER);
        if (actor == _handling(pilot).registrar) revert Pilots_RegistrarMayNotDecide(pilot, actor);
        entry.state = result;
    }
}
