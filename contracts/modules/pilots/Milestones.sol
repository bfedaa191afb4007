// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EvidenceItem} from "../../interfaces/IEvidence.sol";
import {IMilestones, Milestone, MilestoneState, Submission} from "../../interfaces/IMilestones.sol";
import {Pilot, Vote} from "../../interfaces/IPilots.sol";
import {EvidenceItems} from "../../libraries/EvidenceItems.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {milestoneMatter} from "../../types/PanelMatter.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Panels} from "./Panels.sol";
import {Plans} from "./Plans.sol";

/// @title Milestones (里程碑)
/// @notice The submissions of a pilot's milestones, and the decisions on them.
abstract contract Milestones is Plans, Panels {
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
        address actor = _asSubmitter(pilot, pilotEntry);
        _requireDependencies(pilot, number, entry.dependsOn);
        EvidenceItem[] calldata evidence = submission.evidence;
        _requireEvidence(pilot, number, entry.requiredEvidence, evidence);
        if (submission.fileCount == 0) revert Milestones_FilesRequired();
        uint40 claimedAt = submission.claimedAt;
        if (claimedAt > _blockTime()) revert Milestones_ClaimInFuture(claimedAt, _blockTime());
        _requireDigest(submission.manifestDigest);

        entry.state = MilestoneState.Submitted;
        entry.revision = expected;
        // The panel of an earlier revision has no say in this one.
        (entry.panelMembers, entry.panelThreshold, entry.votesToAccept, entry.votesToReturn) = (0, 0, 0, 0);
        _record(
            IMilestones.MilestoneSubmitted.selector,
            pilot.toSubject(),
            actor,
            abi.encode(
                number,
                expected,
                submission.fileCount,
                submission.totalBytes,
                claimedAt,
                submission.manifestDigest,
                evidence
            )
        );
    }

    // ───────────────────────── Acts of an expert ──────────────────────

    /// @inheritdoc IMilestones
    function voteOnMilestone(
        PilotId pilot,
        uint8 milestone,
        uint16 revision,
        Vote vote,
        bytes32 opinionDigest
    ) external {
        (Pilot storage pilotEntry, Milestone storage entry) = _submitted(pilot, milestone, revision);
        address actor = _vote(pilot, pilotEntry, milestoneMatter(milestone, revision), vote, opinionDigest);
        unchecked {
            if (vote == Vote.Pass) ++entry.votesToAccept;
            else ++entry.votesToReturn;
        }
        // A vote is a word, as a reason is.
        bytes32 signature = IMilestones.MilestoneVoted.selector;
        _recordReason(signature, pilot, actor, milestone, revision, bytes32(uint256(vote)), opinionDigest);
    }

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IMilestones
    function conveneMilestonePanel(
        PilotId pilot,
        uint8 milestone,
        uint16 revision,
        address[] calldata experts,
        uint8 threshold
    ) external {
        (Pilot storage pilotEntry, Milestone storage entry) = _submitted(pilot, milestone, revision);
        address actor = _convene(
            pilot,
            pilotEntry,
            milestoneMatter(milestone, revision),
            entry.panelMembers,
            experts,
            threshold
        );
        entry.panelMembers = uint8(experts.length);
        entry.panelThreshold = threshold;
        _record(
            IMilestones.MilestonePanelConvened.selector,
            pilot.toSubject(),
            actor,
            abi.encode(milestone, revision, threshold, experts)
        );
    }

    /// @inheritdoc IMilestones
    function returnMilestone(
        PilotId pilot,
        uint8 milestone,
        uint16 revision,
        bytes32 reason,
        bytes32 documentDigest
    ) external {
        (Pilot storage pilotEntry, Milestone storage entry) = _submitted(pilot, milestone, revision);
        address actor = _asOfficial(pilot, pilotEntry, Roles.APPROVER);
        uint8 members = entry.panelMembers;
        if (members != 0) {
            uint8 needed = _blocking(members, entry.panelThreshold);
            _requireVotes(pilot, milestoneMatter(milestone, revision), entry.votesToReturn, needed);
        }
        entry.state = MilestoneState.Returned;
        bytes32 signature = IMilestones.MilestoneReturned.selector;
        _recordReason(signature, pilot, actor, milestone, revision, reason, documentDigest);
    }

    /// @inheritdoc IMilestones
    function acceptMilestone(PilotId pilot, uint8 milestone, uint16 revision, bytes32 decisionDigest) external {
        (Pilot storage pilotEntry, Milestone storage entry) = _submitted(pilot, milestone, revision);
        address actor = _asOfficial(pilot, pilotEntry, Roles.APPROVER);
        // Without a panel the threshold is zero, and the approver decides alone.
        _requireVotes(pilot, milestoneMatter(milestone, revision), entry.votesToAccept, entry.panelThreshold);
        entry.state = MilestoneState.Accepted;
        pilotEntry.acceptedKinds |= uint16(1 << uint8(entry.kind));
        if (entry.mandatory) --pilotEntry.mandatoryOpen;
        _recordDocument(IMilestones.MilestoneAccepted.selector, pilot, actor, milestone, revision, decisionDigest);
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
    ) private view returns (Pilot storage pilotEntry, Milestone storage entry) {
        pilotEntry = _pilotIn(pilot, PilotStates.UNDER_WAY);
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
}
