// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EvidenceKind} from "../../interfaces/IEvidence.sol";
import {IMilestones, Milestone, MilestoneKind, MilestonePlan, MilestoneState} from "../../interfaces/IMilestones.sol";
import {Pilot} from "../../interfaces/IPilots.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Plans (计划)
/// @notice The milestones' entries, and how a plan becomes them.
abstract contract Plans is PilotRegister {
    uint256 private constant _MILESTONE_LIMIT = 24;
    uint256 private constant _WHOLE_WEIGHT = 10_000;
    /// @dev A bit for every kind of evidence but `None`.
    uint256 private constant _EVIDENCE_KINDS = (1 << (uint256(type(EvidenceKind).max) + 1)) - 2;

    mapping(PilotId pilot => mapping(uint256 milestone => Milestone)) private _milestones;

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IMilestones
    function milestoneOf(PilotId pilot, uint8 milestone) external view returns (Milestone memory) {
        return _milestones[pilot][milestone];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _milestone(PilotId pilot, uint8 milestone) internal view returns (Milestone storage entry) {
        entry = _milestones[pilot][milestone];
        if (entry.state == MilestoneState.None) revert Milestones_Unknown(pilot, milestone);
    }

    function _milestoneState(PilotId pilot, uint256 milestone) internal view returns (MilestoneState) {
        return _milestones[pilot][milestone].state;
    }

    // ──────────────────────── Setting the plan ────────────────────────

    /// @dev Puts `plan` in the place of the pilot's earlier one, of which no milestone can have been submitted yet.
    function _setPlan(PilotId pilot, Pilot storage entry, MilestonePlan[] calldata plan) internal {
        uint256 length = plan.length;
        if (length == 0 || length > _MILESTONE_LIMIT) revert Milestones_PlanLength(length, _MILESTONE_LIMIT);

        mapping(uint256 milestone => Milestone) storage milestones = _milestones[pilot];
        uint256 earliest = block.timestamp + 1;
        uint256 weight = 0;
        uint8 mandatory = 0;
        for (uint256 i = 0; i < length; ++i) {
            MilestonePlan calldata item = plan[i];
            _requireValid(i, item, earliest);
            earliest = item.dueAt;
            weight += item.weight;
            if (item.mandatory) ++mandatory;
            _setMilestone(milestones[i + 1], item);
        }
        if (weight != _WHOLE_WEIGHT) revert Milestones_WeightSum(weight);

        for (uint256 surplus = entry.milestones; surplus > length; --surplus) delete milestones[surplus];
        entry.milestones = uint8(length);
        entry.mandatoryOpen = mandatory;
    }

    function _requireValid(uint256 index, MilestonePlan calldata item, uint256 earliest) private pure {
        if (item.kind == MilestoneKind.None) revert Milestones_KindRequired(index);
        if (item.weight == 0) revert Milestones_WeightRequired(index);
        if (item.dueAt < earliest) revert Milestones_DueDateNotAscending(index, item.dueAt, uint40(earliest));
        // Milestone `index + 1` may depend on 1 … `index`: the bits from 1 up to its own.
        uint256 earlier = (1 << (index + 1)) - 2;
        if (item.dependsOn & ~earlier != 0) revert Milestones_DependencyInvalid(index, item.dependsOn);
        if (item.requiredEvidence & ~_EVIDENCE_KINDS != 0) {
            revert Milestones_RequirementInvalid(index, item.requiredEvidence);
        }
    }

    function _setMilestone(Milestone storage entry, MilestonePlan calldata item) private {
        entry.state = MilestoneState.Planned;
        entry.kind = item.kind;
        entry.mandatory = item.mandatory;
        entry.weight = item.weight;
        entry.originalDueAt = item.dueAt;
        entry.dependsOn = item.dependsOn;
        entry.requiredEvidence = item.requiredEvidence;
    }
}
