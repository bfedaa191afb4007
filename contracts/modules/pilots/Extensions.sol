// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMilestones, Milestone, MilestoneState} from "../../interfaces/IMilestones.sol";
import {Pilot} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Milestones} from "./Milestones.sol";

/// @title Extensions (延期)
/// @notice Moving a milestone's due date; the original one stands beside it.
abstract contract Extensions is Milestones {
    uint8 private constant _EXTENSION_LIMIT = 2;
    uint40 private constant _LONGEST = 180 days;

    mapping(PilotId pilot => mapping(uint8 milestone => uint40)) private _pending;

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IMilestones
    function requestExtension(
        PilotId pilot,
        uint8 milestone,
        uint40 dueAt,
        bytes32 reason,
        bytes32 documentDigest
    ) external {
        Pilot storage pilotEntry = _pilotIn(pilot, PilotStates.UNDER_WAY);
        Milestone storage entry = _milestone(pilot, milestone);
        _requireUndelivered(pilot, milestone, entry.state);
        if (_pending[pilot][milestone] != 0) revert Milestones_ExtensionPending(pilot, milestone);
        if (entry.extensions == _EXTENSION_LIMIT) {
            revert Milestones_TooManyExtensions(pilot, milestone, _EXTENSION_LIMIT);
        }
        address actor = _asLead(pilot, pilotEntry);
        _requireLength(pilot, milestone, entry, dueAt);
        _pending[pilot][milestone] = dueAt;
        bytes32 signature = IMilestones.ExtensionRequested.selector;
        _recordReason(signature, pilot, actor, milestone, dueAt, reason, documentDigest);
    }

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IMilestones
    function grantExtension(PilotId pilot, uint8 milestone, bytes32 decisionDigest) external {
        Pilot storage pilotEntry = _pilotIn(pilot, PilotStates.UNDER_WAY);
        Milestone storage entry = _milestone(pilot, milestone);
        if (entry.state == MilestoneState.Accepted || entry.state == MilestoneState.Waived) {
            revert Milestones_StateNotAllowed(pilot, milestone, entry.state);
        }
        uint40 dueAt = _takePending(pilot, milestone);
        address actor = _asOfficial(pilot, pilotEntry, Roles.APPROVER);
        ++entry.extensions;
        entry.extendedBy = uint24(dueAt - entry.originalDueAt); // at most 180 days, checked when it was asked for
        _recordDocument(IMilestones.ExtensionGranted.selector, pilot, actor, milestone, dueAt, decisionDigest);
    }

    /// @inheritdoc IMilestones
    function refuseExtension(PilotId pilot, uint8 milestone, bytes32 reason, bytes32 documentDigest) external {
        Pilot storage pilotEntry = _pilotIn(pilot, PilotStates.UNDER_WAY);
        _milestone(pilot, milestone);
        _takePending(pilot, milestone);
        address actor = _asOfficial(pilot, pilotEntry, Roles.APPROVER);
        _recordReason(IMilestones.ExtensionRefused.selector, pilot, actor, milestone, reason, documentDigest);
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IMilestones
    function pendingExtension(PilotId pilot, uint8 milestone) external view returns (uint40 dueAt) {
        return _pending[pilot][milestone];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireLength(PilotId pilot, uint8 milestone, Milestone storage entry, uint40 dueAt) private view {
        uint40 present = entry.originalDueAt + entry.extendedBy;
        if (_blockTime() > present) revert Milestones_ExtensionTooLate(pilot, milestone, present, _blockTime());
        uint40 latest = entry.originalDueAt + _LONGEST;
        if (dueAt <= present || dueAt > latest) revert Milestones_ExtensionLength(pilot, milestone, dueAt, latest);
    }

    function _takePending(PilotId pilot, uint8 milestone) private returns (uint40 dueAt) {
        dueAt = _pending[pilot][milestone];
        if (dueAt == 0) revert Milestones_NoExtensionPending(pilot, milestone);
        delete _pending[pilot][milestone];
    }
}
