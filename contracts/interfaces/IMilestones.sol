// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotId} from "../types/PilotId.sol";
import {EvidenceItem} from "./IEvidence.sol";
import {Vote} from "./IPilots.sol";

/// @notice What a milestone delivers.
/// @dev Append only, at most 16: an accepted kind is a bit of 16.
enum MilestoneKind {
    None,
    Kickoff, // 启动
    Design, // 方案设计
    Prototype, // 原型系统
    SecurityAssessment, // 安全评估
    Integration, // 系统集成
    TrialRun, // 试运行
    Solution, // 应用解决方案
    MidtermReview, // 中期检查
    PreliminaryAcceptance, // 初验
    FinalAcceptance, // 终验
    Showcase, // 样板申报
    PeriodicReport, // 年度报告
    ExitReport // 总结报告
}

/// @notice Where a milestone stands.
/// @dev Append only.
enum MilestoneState {
    None,
    Planned,
    Submitted,
    Returned,
    Accepted,
    Waived
}

/// @notice A milestone as the application plans it.
/// @param kind What it delivers.
/// @param mandatory Whether the pilot cannot ask for acceptance without it.
/// @param weight Its share of the pilot, basis points; a plan's weights sum to 10 000.
/// @param dueAt Unix seconds; a plan's due dates do not descend.
/// @param dependsOn Bit n set: milestone n must be accepted or waived first; only earlier milestones.
/// @param requiredEvidence Bit n set: a submission must carry evidence of kind n.
struct MilestonePlan {
    MilestoneKind kind;
    bool mandatory;
    uint16 weight;
    uint40 dueAt;
    uint32 dependsOn;
    uint64 requiredEvidence;
}

/// @notice A milestone as the guards see it: one storage slot.
/// @param state Where it stands.
/// @param kind What it delivers.
/// @param mandatory Whether acceptance waits for it.
/// @param extensions How many extensions were granted.
/// @param revision The number of the latest submission; zero before the first.
/// @param weight Basis points.
/// @param originalDueAt As planned, Unix seconds; never changes.
/// @param extendedBy Seconds granted on top; the milestone is due at `originalDueAt + extendedBy`.
/// @param dependsOn Bit set of milestones that come first.
/// @param requiredEvidence Bit set of evidence kinds a submission must carry.
/// @param panelMembers How many experts advise on the latest submission; zero while the approver decides alone.
/// @param panelThreshold How many of their votes carry its acceptance.
/// @param votesToAccept Their votes to accept it.
/// @param votesToReturn Their votes to return it.
struct Milestone {
    MilestoneState state;
    MilestoneKind kind;
    bool mandatory;
    uint8 extensions;
    uint16 revision;
    uint16 weight;
    uint40 originalDueAt;
    uint24 extendedBy;
    uint32 dependsOn;
    uint64 requiredEvidence;
    uint8 panelMembers;
    uint8 panelThreshold;
    uint8 votesToAccept;
    uint8 votesToReturn;
}

/// @notice A submission, as the pilot team sends it.
/// @param milestone Its number in the plan, from 1.
/// @param revision The number this submission will have: one more than the latest. It makes a repeated call harmless.
/// @param fileCount How many files the manifest lists.
/// @param totalBytes The sum of their sizes.
/// @param claimedAt When the team says it finished, Unix seconds; a claim, not a proof.
/// @param manifestDigest SHA-256 of the canonical manifest (path, size and digest of each file).
/// @param evidence The documents that count as evidence, each by its own digest.
struct Submission {
    uint8 milestone;
    uint16 revision;
    uint32 fileCount;
    uint64 totalBytes;
    uint40 claimedAt;
    bytes32 manifestDigest;
    EvidenceItem[] evidence;
}

/// @title Milestones (里程碑)
/// @notice The plan, its submissions, decisions and extensions.
interface IMilestones {
    /// @notice The team submitted a milestone. State: Submitted.
    /// @param revision From 1; one more after each return.
    /// @param claimedAt When the team says it finished, Unix seconds; a claim, not a proof.
    event MilestoneSubmitted(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        uint16 revision,
        uint32 fileCount,
        uint64 totalBytes,
        uint40 claimedAt,
        bytes32 manifestDigest,
        EvidenceItem[] evidence
    );

    /// @notice The approver named the experts who advise on a submission (专家组).
    /// @param threshold How many votes carry its acceptance.
    event MilestonePanelConvened(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        uint16 revision,
        uint8 threshold,
        address[] experts
    );

    /// @notice An expert voted on a submission: pass to accept it, fail to return it.
    /// @param opinionDigest SHA-256 of the expert's written opinion.
    event MilestoneVoted(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        uint16 revision,
        Vote vote,
        bytes32 opinionDigest
    );

    /// @notice The approver returned a submission. State: Returned.
    /// @param reason A reason code, ASCII.
    /// @param documentDigest SHA-256 of the opinion; zero if none.
    event MilestoneReturned(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        uint16 revision,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The approver accepted a submission. State: Accepted.
    event MilestoneAccepted(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        uint16 revision,
        bytes32 decisionDigest
    );

    /// @notice The approver waived a milestone. State: Waived.
    event MilestoneWaived(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The lead asked to move the due date.
    /// @param dueAt The date asked for, Unix seconds.
    event ExtensionRequested(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        uint40 dueAt,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The approver moved the due date. `originalDueAt` stands.
    /// @param dueAt The new due date, Unix seconds.
    event ExtensionGranted(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        uint40 dueAt,
        bytes32 decisionDigest
    );

    /// @notice The approver refused to move the due date.
    event ExtensionRefused(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice A plan has 1 to `limit` milestones.
    error Milestones_PlanLength(uint256 length, uint256 limit);
    /// @notice Milestone `index` of the plan has no kind.
    error Milestones_KindRequired(uint256 index);
    /// @notice Milestone `index` of the plan weighs nothing.
    error Milestones_WeightRequired(uint256 index);
    /// @notice The weights of a plan sum to 10 000 basis points.
    error Milestones_WeightSum(uint256 sum);
    /// @notice Milestone `index` is due before the one in front of it, or not after this block.
    error Milestones_DueDateNotAscending(uint256 index, uint40 dueAt, uint40 earliest);
    /// @notice Milestone `index` depends on itself or on a later one.
    error Milestones_DependencyInvalid(uint256 index, uint32 dependsOn);
    /// @notice Milestone `index` asks for evidence of a kind that does not exist.
    error Milestones_RequirementInvalid(uint256 index, uint64 requiredEvidence);
    /// @notice The pilot's plan has no such milestone.
    error Milestones_Unknown(PilotId pilot, uint8 milestone);
    /// @notice The act is not allowed in the milestone's present state.
    error Milestones_StateNotAllowed(PilotId pilot, uint8 milestone, MilestoneState state);
    /// @notice The next submission has revision `expected`; a repeated call names one that was used.
    error Milestones_RevisionMismatch(PilotId pilot, uint8 milestone, uint16 expected, uint16 given);
    /// @notice These milestones must be accepted or waived first.
    error Milestones_DependencyOpen(PilotId pilot, uint8 milestone, uint8 dependency);
    /// @notice Evidence of these kinds (bit set) is missing.
    error Milestones_EvidenceMissing(PilotId pilot, uint8 milestone, uint64 missingKinds);
    /// @notice A submission lists at least one file.
    error Milestones_FilesRequired();
    /// @notice `claimedAt` lies after this block.
    error Milestones_ClaimInFuture(uint40 claimedAt, uint40 blockTime);
    /// @notice The due date has passed; an extension is asked for before it.
    error Milestones_ExtensionTooLate(PilotId pilot, uint8 milestone, uint40 dueAt, uint40 blockTime);
    /// @notice The milestone was extended `limit` times already.
    error Milestones_TooManyExtensions(PilotId pilot, uint8 milestone, uint8 limit);
    /// @notice The date asked for must lie after the present due date and not after `latest`.
    error Milestones_ExtensionLength(PilotId pilot, uint8 milestone, uint40 dueAt, uint40 latest);
    /// @notice A request is waiting for a decision already.
    error Milestones_ExtensionPending(PilotId pilot, uint8 milestone);
    /// @notice No request is waiting for a decision.
    error Milestones_NoExtensionPending(PilotId pilot, uint8 milestone);

    /// @notice Submits a milestone of an active pilot. Lead or party.
    function submitMilestone(PilotId pilot, Submission calldata submission) external;

    /// @notice Names the experts who advise on a submission, and how many of their votes carry its acceptance. The rules are those of the
    /// panel of an acceptance; a new revision needs a new panel. Without one the approver decides alone. Approver.
    function conveneMilestonePanel(
        PilotId pilot,
        uint8 milestone,
        uint16 revision,
        address[] calldata experts,
        uint8 threshold
    ) external;

    /// @notice Votes on a submission: pass or fail. A member of its panel.
    function voteOnMilestone(
        PilotId pilot,
        uint8 milestone,
        uint16 revision,
        Vote vote,
        bytes32 opinionDigest
    ) external;

    /// @notice Returns a submission; with a panel, when so many voted for it that the acceptance cannot carry any more. Approver.
    function returnMilestone(
        PilotId pilot,
        uint8 milestone,
        uint16 revision,
        bytes32 reason,
        bytes32 documentDigest
    ) external;

    /// @notice Accepts a submission; with a panel, when at least its threshold voted for it. Approver.
    function acceptMilestone(PilotId pilot, uint8 milestone, uint16 revision, bytes32 decisionDigest) external;

    /// @notice Waives a milestone that is not accepted. Approver.
    function waiveMilestone(PilotId pilot, uint8 milestone, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Asks to move the due date, before it has passed; at most two extensions, 180 days in all. Lead.
    function requestExtension(
        PilotId pilot,
        uint8 milestone,
        uint40 dueAt,
        bytes32 reason,
        bytes32 documentDigest
    ) external;

    /// @notice Moves the due date to the one asked for. Approver.
    function grantExtension(PilotId pilot, uint8 milestone, bytes32 decisionDigest) external;

    /// @notice Refuses to move the due date. Approver.
    function refuseExtension(PilotId pilot, uint8 milestone, bytes32 reason, bytes32 documentDigest) external;

    /// @notice The milestone's entry; all zero when there is none.
    function milestoneOf(PilotId pilot, uint8 milestone) external view returns (Milestone memory);

    /// @notice The due date asked for and not decided on; zero when there is none.
    function pendingExtension(PilotId pilot, uint8 milestone) external view returns (uint40 dueAt);
}
