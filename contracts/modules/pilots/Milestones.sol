// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EvidenceItem} from "../../interfaces/IEvidence.sol";
import {IMilestones, Milestone, MilestoneState, Submission} from "../../interfaces/IMilestones.sol";
import {Pilot} from "../../interfaces/IPilots.sol";
import {EvidenceItems} from "../../libraries/EvidenceItems.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Plans} from "./Plans.sol";

/// @title Milestones (里程碑)
/// @notice The submissions of a pilot's milestones, and the decisions on them.
abstract contract Milestones is Plans {
    using EvidenceItems for EvidenceItem;

    // ──────────────────────── Acts of the pilot team ──────────────────

    /// @inheritdoc IMilestones
    function submitMilestone(PilotId pilot, Submission calldata submission) external {
        Pilot storage pilotEntry = _pilotIn(pilot, PilotStates.ACTIVE);
        uint8 number = submission.milestone;
        Milestone storage entry = _milestone(pilot, number);
        // The revision before the state: a call that is repeated after it succeeded learns that it did.
        uint16 expected = entry.revision + 1;
        if (submission.revision != expected) {
            revert Milestones_RevisionMismatch(pilot, number, expected, submission.revision);
        }
        _requireUndelivered(pilot, number, entry.state);
        address actor = _asParticipant(pilot, pilotEntry);
        _requireDependencies(pilot, number, entry.dependsOn);
        _requireEvidence(pilot, number, entry.requiredEvidence, submission.evidence);
        if (submission.fileCount == 0) revert Milestones_FilesRequired();
        if (submission.claimedAt > _blockTime()) {
            revert Milestones_ClaimInFuture(submission.claimedAt, _blockTime());
        }
        _requireDigest(submission.manifestDigest);

        entry.state = MilestoneState.Submitted;
        entry.revision = expected;
        _recordSubmission(pilot, actor, submission);
    }

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IMilestones
    function returnMilestone(
        PilotId pilot,
        uint8 milestone,
        uint16 revision,
        bytes32 reason,
        bytes32 documentDigest
    ) external {
        Pilot storage pilotEntry = _pilotIn(pilot, PilotStates.UNDER_WAY);
        Milestone storage entry = _submitted(pilot, milestone, revision);
        address actor = _asOfficial(pilot, pilotEntry, Roles.APPROVER);
        _requireReason(reason);
        entry.state = MilestoneState.Returned;
        _record(
            IMilestones.MilestoneReturned.selector,
            pilot.toSubject(),
            actor,
            abi.encode(milestone, revision, reason, documentDigest)
        );
    }

    /// @inheritdoc IMilestones
    function acceptMilestone(PilotId pilot, uint8 milestone, uint16 revision, bytes32 decisionDigest) external {
        Pilot storage pilotEntry = _pilotIn(pilot, PilotStates.UNDER_WAY);
        Milestone storage entry = _submitted(pilot, milestone, revision);
        address actor = _asOfficial(pilot, pilotEntry, Roles.APPROVER);
        _requireDigest(decisionDigest);
        entry.state = MilestoneState.Accepted;
        pilotEntry.acceptedKinds |= uint16(1 << uint8(entry.kind));
        if (entry.mandatory) --pilotEntry.mandatoryOpen;
        _record(
            IMilestones.MilestoneAccepted.selector,
            pilot.toSubject(),
            actor,
            abi.encode(milestone, revision, decisionDigest)
        );
    }

    /// @inheritdoc IMilestones
    function waiveMilestone(PilotId pilot, uint8 milestone, bytes32 reason, bytes32 documentDigest) external {
        Pilot storage pilotEntry = _pilotIn(pilot, PilotStates.UNDER_WAY);
        Milestone storage entry = _milestone(pilot, milestone);
        _requireUndelivered(pilot, milestone, entry.state);
        address actor = _asOfficial(pilot, pilotEntry, Roles.APPROVER);
        entry.state = MilestoneState.Waived;
        if (entry.mandatory) --pilotEntry.mandatoryOpen;
        _recordReason(IMilestones.MilestoneWaived.selector, pilot, actor, milestone, reason, documentDigest);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireUndelivered(PilotId pilot, uint8 milestone, MilestoneState state) internal pure {
        if (state != MilestoneState.Planned && state != MilestoneState.Returned) {
            revert Milestones_StateNotAllowed(pilot, milestone, state);
        }
    }

    function _submitted(
        PilotId pilot,
        uint8 milestone,
        uint16 revision
    ) private view returns (Milestone storage entry) {
        entry = _milestone(pilot, milestone);
        if (entry.state != MilestoneState.Submitted) revert Milestones_StateNotAllowed(pilot, milestone, entry.state);
        if (entry.revision != revision) {
            revert Milestones_RevisionMismatch(pilot, milestone, entry.revision, revision);
        }
    }

    function _requireDependencies(PilotId pilot, uint8 milestone, uint32 dependsOn) private view {
        for (uint8 dependency = 1; dependency < milestone; ++dependency) {
            if ((dependsOn >> dependency) & 1 == 0) continue;
            MilestoneState state = _milestoneState(pilot, dependency);
            if (state != MilestoneState.Accepted && state != MilestoneState.Waived) {
                revert Milestones_DependencyOpen(pilot, milestone, dependency);
            }
        }
    }

    function _requireEvidence(
        PilotId pilot,
        uint8 milestone,
        uint64 required,
        EvidenceItem[] calldata evidence
    ) private pure {
        uint64 present = 0;
        for (uint256 i = 0; i < evidence.length; ++i) {
            EvidenceItem calldata item = evidence[i];
            item.requireWhole(i);
            present |= uint64(1) << uint8(item.kind);
        }
        uint64 missing = required & ~present;
        if (missing != 0) revert Milestones_EvidenceMissing(pilot, milestone, missing);
    }

    function _recordSubmission(PilotId pilot, address actor, Submission calldata submission) private {
        _record(
            IMilestones.MilestoneSubmitted.selector,
            pilot.toSubject(),
            actor,
            abi.encode(
                submission.milestone,
                submission.revision,
                submission.fileCount,
                submission.totalBytes,
                submission.claimedAt,
                submission.manifestDigest,
                submission.evidence
            )
        );
    }
}
