// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MilestoneKind} from "../../interfaces/IMilestones.sol";
import {IPilots, Pilot, Stage} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Stages
/// @notice From prototype (原型系统) to solution (应用解决方案) to showcase (样板项目), which is a designation and can be revoked.
abstract contract Stages is PilotRegister {
    uint256 private constant _MATURING =
        PilotStates.ACTIVE | PilotStates.IN_ACCEPTANCE | PilotStates.CONDITIONAL | PilotStates.ACCEPTED;
    uint256 private constant _SHOWABLE = PilotStates.ACCEPTED | PilotStates.ARCHIVED;

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IPilots
    function advanceStage(PilotId pilot, bytes32 decisionDigest) external {
        (Pilot storage entry, address actor) = _pilotAt(pilot, _MATURING, Stage.Prototype);
        if ((entry.acceptedKinds >> uint8(MilestoneKind.Prototype)) & 1 == 0) {
            revert Pilots_PrototypeNotAccepted(pilot);
        }
        _requireDigest(decisionDigest);
        entry.stage = Stage.Solution;
        _record(IPilots.StageAdvanced.selector, pilot.toSubject(), actor, abi.encode(Stage.Solution, decisionDigest));
    }

    /// @inheritdoc IPilots
    function grantShowcase(PilotId pilot, uint40 validUntil, bytes32 decisionDigest) external {
        (Pilot storage entry, address actor) = _pilotAt(pilot, _SHOWABLE, Stage.Solution);
        if (validUntil <= _blockTime()) revert Pilots_ValidityPast(validUntil, _blockTime());
        entry.stage = Stage.Showcase;
        _recordDocument(IPilots.ShowcaseGranted.selector, pilot, actor, validUntil, decisionDigest);
    }

    /// @inheritdoc IPilots
    function revokeShowcase(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        (Pilot storage entry, address actor) = _pilotAt(pilot, _SHOWABLE, Stage.Showcase);
        entry.stage = Stage.Solution;
        _recordReason(IPilots.ShowcaseRevoked.selector, pilot, actor, reason, documentDigest);
    }

    function _pilotAt(
        PilotId pilot,
        uint256 states,
        Stage stage
    ) private view returns (Pilot storage entry, address actor) {
        entry = _pilotIn(pilot, states);
        if (entry.stage != stage) revert Pilots_StageNotAllowed(pilot, entry.stage);
        actor = _asOfficial(pilot, entry, Roles.APPROVER);
    }
}
