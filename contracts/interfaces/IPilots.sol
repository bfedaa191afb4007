// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FieldCode} from "../types/FieldCode.sol";
import {PilotId, PilotScope} from "../types/PilotId.sol";
import {ProgrammeId} from "../types/ProgrammeId.sol";
import {RegionCode} from "../types/RegionCode.sol";
import {Uscc} from "../types/Uscc.sol";
import {MilestonePlan} from "./IMilestones.sol";

/// @notice Where a pilot stands in its life cycle.
/// @dev Append only.
enum PilotState {
    None,
    Applied, // 已申报
    Returned, // 退回补正
    UnderReview, // 审核中
    Waitlisted, // 候补
    Approved, // 已立项
    Rejected, // 不予立项
    Active, // 试点中
    Suspended, // 暂停
    InAcceptance, // 验收中
    Conditional, // 有条件通过
    Accepted, // 通过验收
    Failed, // 验收不通过
    Archived, // 已归档
    Withdrawn, // 主动退出
    Terminated // 终止
}

/// @notice How mature a pilot's output is.
/// @dev Append only.
enum Stage {
    Prototype, // 原型系统
    Solution, // 应用解决方案
    Showcase // 样板项目
}

/// @notice Whether the pilot's service must be filed under 区块链信息服务管理规定 Art. 11.
/// @dev Append only.
enum FilingRequirement {
    Undetermined,
    NotRequired,
    Required
}

/// @notice What an organisation does in a pilot.
/// @dev Append only.
enum PartyRole {
    None,
    Technology, // 技术支撑
    DataOwner, // 数据提供
    Research, // 科研
    User, // 应用
    Witness // 见证
}

/// @notice An expert's vote: on the acceptance of a pilot, or on a submitted milestone, where it is pass (accept) or fail (return).
/// @dev Append only.
enum Vote {
    None,
    Pass, // 通过
    Conditional, // 有条件通过
    Fail // 不通过
}

/// @notice An organisation's part in a pilot beside its lead. One storage slot.
/// @param role What it does in the pilot; none when it left, or never joined.
/// @param submitted Whether it ever submitted a milestone: then it decides on nothing in the pilot, though it left.
struct Party {
    PartyRole role;
    bool submitted;
}

/// @notice A pilot as the guards see it.
/// @param lead The organisation that applied.
/// @param state Where it stands.
/// @param stage How mature its output is.
/// @param filing Whether its service must be filed; answered when it starts.
/// @param milestones How many milestones its plan has.
/// @param mandatoryOpen How many mandatory milestones are neither accepted nor waived.
/// @param returnRounds How often its application was returned.
/// @param acceptanceRound 0 before it asked for acceptance, then the number of the round.
/// @param version 1 as applied, one more with each resubmission or amendment.
/// @param acceptedKinds Bit n set: a milestone of kind n was accepted.
struct Pilot {
    Uscc lead;
    PilotState state;
    Stage stage;
    FilingRequirement filing;
    uint8 milestones;
    uint8 mandatoryOpen;
    uint8 returnRounds;
    uint8 acceptanceRound;
    uint16 version;
    uint16 acceptedKinds;
}

/// @notice What an organisation is to a pilot, and what other ledgers ask of the pilot when one of its accounts acts: one call of theirs.
/// @param state Where the pilot stands; none when it does not exist.
/// @param milestones How many milestones its plan has.
/// @param leads Whether the organisation is its lead.
/// @param role What it does in the pilot beside the lead; none when it left, or never joined.
/// @param submitted Whether it ever submitted a milestone as a party.
struct Standing {
    PilotState state;
    uint8 milestones;
    bool leads;
    PartyRole role;
    bool submitted;
}

/// @notice Who handles a pilot, and the tally of the current acceptance round.
/// @param registrar Who admitted the application; may not decide on it.
/// @param members How many experts the panel has; zero before it is convened.
/// @param threshold How many votes carry.
/// @param pass Votes for passing.
/// @param conditional Votes for passing on conditions.
/// @param fail Votes against.
struct Handling {
    address registrar;
    uint8 members;
    uint8 threshold;
    uint8 pass;
    uint8 conditional;
    uint8 fail;
}

/// @notice An application, as the lead organisation sends it.
/// @param region The pilot's region.
/// @param field Its field of application.
/// @param programme The batch it applies to.
/// @param predecessor The lead's earlier pilot that ended and that this one takes up again; zero if none.
/// @param budget Fen.
/// @param applicationDigest SHA-256 of the manifest of the application's documents.
/// @param text Canonical JSON with `title`, `summary`, `platform` and `milestones` (their titles).
struct Application {
    RegionCode region;
    FieldCode field;
    ProgrammeId programme;
    PilotId predecessor;
    uint64 budget;
    bytes32 applicationDigest;
    string text;
}

/// @title Pilots (试点项目)
/// @notice The life cycle of a pilot from application to archive.
interface IPilots {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice An organisation applied. State: Applied.
    /// @param lead The applying organisation.
    /// @param budget Fen.
    /// @param applicationDigest SHA-256 of the manifest of the application's documents.
    /// @param text Canonical JSON with `title`, `summary`, `platform` and `milestones` (their titles, in order).
    /// @param plan The milestones, numbered from 1 in this order.
    event PilotApplied(
        PilotId indexed pilot,
        address indexed actor,
        Uscc lead,
        ProgrammeId programme,
        PilotId predecessor,
        uint64 budget,
        bytes32 applicationDigest,
        string text,
        MilestonePlan[] plan
    );

    /// @notice The lead sent a returned application again; everything in it replaces what was there. State: Applied.
    event PilotResubmitted(
        PilotId indexed pilot,
        address indexed actor,
        uint16 version,
        uint64 budget,
        bytes32 applicationDigest,
        string text,
        MilestonePlan[] plan
    );

    /// @notice The registrar returned the application for supplement (退回补正). State: Returned.
    /// @param round The number of this return, from 1.
    /// @param reason A reason code, ASCII.
    /// @param documentDigest SHA-256 of the list of gaps; zero if none.
    event PilotReturned(
        PilotId indexed pilot,
        address indexed actor,
        uint8 round,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The application is complete and goes to review (受理). State: UnderReview.
    event PilotAdmitted(PilotId indexed pilot, address indexed actor);

    /// @notice The pilot is approved (立项). State: Approved.
    /// @param decisionDigest SHA-256 of the decision.
    event PilotApproved(PilotId indexed pilot, address indexed actor, bytes32 decisionDigest);

    /// @notice The pilot is not approved. State: Rejected.
    event PilotRejected(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    /// @notice The pilot waits for a place (候补). State: Waitlisted.
    event PilotWaitlisted(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    /// @notice The pilot starts. State: Active.
    /// @param filing Whether its service must be filed.
    /// @param filingReason Why not, as a reason code; zero when it must.
    event PilotStarted(PilotId indexed pilot, address indexed actor, FilingRequirement filing, bytes32 filingReason);

    /// @notice The pilot is suspended. State: Suspended.
    event PilotSuspended(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    /// @notice The suspension ends. State: Active.
    event PilotResumed(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    /// @notice The lead asks for acceptance (申请验收). State: InAcceptance.
    /// @param round 1, then one more after each conditional result.
    /// @param manifestDigest SHA-256 of the manifest of the acceptance documents.
    event AcceptanceRequested(PilotId indexed pilot, address indexed actor, uint8 round, bytes32 manifestDigest);

    /// @notice The experts of this round, and how many votes carry.
    event AcceptancePanelConvened(
        PilotId indexed pilot,
        address indexed actor,
        uint8 round,
        uint8 threshold,
        address[] experts
    );

    /// @notice An expert voted.
    /// @param opinionDigest SHA-256 of the expert's opinion.
    event AcceptanceVoted(PilotId indexed pilot, address indexed actor, uint8 round, Vote vote, bytes32 opinionDigest);

    /// @notice The pilot passed acceptance. State: Accepted.
    /// @param certificateDigest SHA-256 of the acceptance certificate.
    event PilotAccepted(PilotId indexed pilot, address indexed actor, uint8 round, bytes32 certificateDigest);

    /// @notice The pilot passed on conditions; the lead asks again. State: Conditional.
    event PilotAcceptedConditionally(
        PilotId indexed pilot,
        address indexed actor,
        uint8 round,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The pilot did not pass. State: Failed.
    event AcceptanceFailed(
        PilotId indexed pilot,
        address indexed actor,
        uint8 round,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The pilot's archive is complete (归档). State: Archived.
    /// @param archiveDigest SHA-256 of the archive's manifest with its four-property check (四性检测).
    event PilotArchived(PilotId indexed pilot, address indexed actor, bytes32 archiveDigest);

    /// @notice The lead gave up. State: Withdrawn.
    event PilotWithdrawn(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    /// @notice The approver ended the pilot. State: Terminated.
    event PilotTerminated(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    /// @notice The lead amended the public text and budget; the plan stands.
    event PilotAmended(
        PilotId indexed pilot,
        address indexed actor,
        uint16 version,
        uint64 budget,
        bytes32 documentDigest,
        string text
    );

    /// @notice An organisation joined the pilot.
    /// @param consentDigest SHA-256 of its written consent.
    event PartyJoined(
        PilotId indexed pilot,
        address indexed actor,
        Uscc organisation,
        PartyRole role,
        bytes32 consentDigest
    );

    /// @notice An organisation left the pilot.
    event PartyLeft(PilotId indexed pilot, address indexed actor, Uscc organisation, bytes32 reason);

    /// @notice The pilot's output became a solution (应用解决方案).
    event StageAdvanced(PilotId indexed pilot, address indexed actor, Stage stage, bytes32 decisionDigest);

    /// @notice The pilot was designated a showcase (样板项目).
    /// @param validUntil Unix seconds.
    event ShowcaseGranted(PilotId indexed pilot, address indexed actor, uint40 validUntil, bytes32 decisionDigest);

    /// @notice The designation was revoked; the stage is Solution again.
    event ShowcaseRevoked(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such pilot.
    error Pilots_Unknown(PilotId pilot);
    /// @notice The act is not allowed in the pilot's present state.
    error Pilots_StateNotAllowed(PilotId pilot, PilotState state);
    /// @notice `organisation` is not the pilot's lead.
    error Pilots_NotLead(PilotId pilot, Uscc organisation);
    /// @notice `organisation` is neither lead nor party of the pilot.
    error Pilots_NotParty(PilotId pilot, Uscc organisation);
    /// @notice `account` acts for `organisation`, which takes part in the pilot or submitted a milestone of it: it may not decide on
    /// it.
    error Pilots_ConflictOfInterest(PilotId pilot, address account, Uscc organisation);
    /// @notice The registrar who admitted an application may not decide on it.
    error Pilots_RegistrarMayNotDecide(PilotId pilot, address account);
    /// @notice A reason code is required.
    error Pilots_ReasonRequired();
    /// @notice The digest of a document is required.
    error Pilots_DigestRequired();
    /// @notice A public text is empty or longer than `limit` bytes.
    error Pilots_TextLength(uint256 length, uint256 limit);
    /// @notice The application was returned `limit` times already; it must be admitted.
    error Pilots_TooManyReturns(PilotId pilot, uint8 limit);
    /// @notice The earlier pilot must be the lead's own and have ended without success.
    error Pilots_PredecessorInvalid(PilotId predecessor);
    /// @notice The filing requirement must be answered: required, or not required and why.
    error Pilots_FilingAnswerInvalid(FilingRequirement filing, bytes32 filingReason);
    /// @notice The pilot's service must be filed before acceptance, and no filing in force is recorded.
    error Pilots_FilingOutstanding(PilotId pilot);
    /// @notice A serious or critical case about the pilot is open; it must be closed before acceptance.
    error Pilots_SeriousCaseOpen(PilotId pilot);
    /// @notice `count` mandatory milestones are neither accepted nor waived.
    error Pilots_MilestonesOpen(PilotId pilot, uint8 count);
    /// @notice The panel is convened already: of revision `round` of a milestone, or of round `round` of the acceptance when
    /// `milestone` is zero. So in all errors about panels.
    error Pilots_PanelExists(PilotId pilot, uint8 milestone, uint16 round);
    /// @notice A panel has 1 to `limit` members, and a threshold of more than half of them.
    error Pilots_PanelInvalid(uint256 members, uint8 threshold, uint256 limit);
    /// @notice The expert is named twice.
    error Pilots_ExpertTwice(uint256 index, address expert);
    /// @notice `account` is no member of the panel.
    error Pilots_NotOnPanel(PilotId pilot, uint8 milestone, uint16 round, address account);
    /// @notice `account` has voted.
    error Pilots_VotedAlready(PilotId pilot, uint8 milestone, uint16 round, address account);
    /// @notice A vote is pass, conditional or fail; on a milestone it is pass or fail.
    error Pilots_VoteInvalid();
    /// @notice The votes do not carry this result.
    error Pilots_VotesInsufficient(PilotId pilot, uint8 milestone, uint16 round, uint8 votes, uint8 needed);
    /// @notice The pilot passed on conditions `limit` times already; it must pass or fail now.
    error Pilots_TooManyConditions(PilotId pilot, uint8 limit);
    /// @notice The organisation takes part in the pilot already.
    error Pilots_PartyExists(PilotId pilot, Uscc organisation);
    /// @notice A party needs a role.
    error Pilots_PartyRoleRequired();
    /// @notice The stage does not allow this.
    error Pilots_StageNotAllowed(PilotId pilot, Stage stage);
    /// @notice A solution needs an accepted milestone of kind Prototype.
    error Pilots_PrototypeNotAccepted(PilotId pilot);
    /// @notice The designation must end after this block.
    error Pilots_ValidityPast(uint40 validUntil, uint40 blockTime);

    // ─────────────────────── Acts of the pilot team ───────────────────

    /// @notice Applies to a programme. An account of the lead organisation.
    /// @return pilot The new pilot's id, with the next serial in its scope.
    function applyPilot(
        Application calldata application,
        MilestonePlan[] calldata plan
    ) external returns (PilotId pilot);

    /// @notice Sends a returned application again. Lead.
    function resubmitPilot(
        PilotId pilot,
        uint64 budget,
        bytes32 applicationDigest,
        string calldata text,
        MilestonePlan[] calldata plan
    ) external;

    /// @notice Starts an approved pilot and answers whether its service must be filed. Lead.
    function startPilot(PilotId pilot, FilingRequirement filing, bytes32 filingReason) external;

    /// @notice Asks for acceptance, first or after conditions. Lead.
    function requestAcceptance(PilotId pilot, bytes32 manifestDigest) external;

    /// @notice Gives up an open pilot. Lead.
    function withdrawPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Changes the public text and the budget of an open pilot. Lead.
    function amendPilot(PilotId pilot, uint64 budget, bytes32 documentDigest, string calldata text) external;

    /// @notice Adds an organisation to an open pilot. Lead.
    function addParty(PilotId pilot, Uscc organisation, PartyRole role, bytes32 consentDigest) external;

    /// @notice Removes an organisation from an open pilot: the lead, or the party itself.
    function removeParty(PilotId pilot, Uscc organisation, bytes32 reason) external;

    // ──────────────────────── Acts of the registrar ───────────────────

    /// @notice Returns an application for supplement, at most three times.
    function returnPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Admits a complete application to review.
    function admitPilot(PilotId pilot) external;

    /// @notice Archives an accepted pilot.
    function archivePilot(PilotId pilot, bytes32 archiveDigest) external;

    // ───────────────────────── Acts of the approver ───────────────────

    /// @notice Approves a pilot under review or on the waiting list.
    function approvePilot(PilotId pilot, bytes32 decisionDigest) external;

    /// @notice Rejects a pilot under review or on the waiting list.
    function rejectPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Puts a pilot under review on the waiting list.
    function waitlistPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Suspends an active pilot.
    function suspendPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Ends a suspension.
    function resumePilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Ends an open pilot.
    function terminatePilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Names the experts of this acceptance round and how many votes carry.
    function convenePanel(PilotId pilot, address[] calldata experts, uint8 threshold) external;

    /// @notice Decides that the pilot passed: at least `threshold` votes to pass.
    function acceptPilot(PilotId pilot, bytes32 certificateDigest) external;

    /// @notice Decides that the pilot passed on conditions: at least `threshold` votes to pass or to pass on conditions. At most
    /// twice.
    function acceptPilotConditionally(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Decides that the pilot did not pass: so many votes against that it cannot reach `threshold` any more.
    function failPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Records that the pilot's output became a solution.
    function advanceStage(PilotId pilot, bytes32 decisionDigest) external;

    /// @notice Designates an accepted or archived pilot a showcase.
    function grantShowcase(PilotId pilot, uint40 validUntil, bytes32 decisionDigest) external;

    /// @notice Revokes the designation.
    function revokeShowcase(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    // ───────────────────────── Acts of an expert ──────────────────────

    /// @notice Votes in the current acceptance round.
    function castVote(PilotId pilot, Vote vote, bytes32 opinionDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The two ASCII letters every id of this ledger begins with.
    function PROVINCE() external view returns (bytes2);

    /// @notice The region whose officials act for the whole province, such as 330000.
    function PROVINCE_REGION() external view returns (RegionCode);

    /// @notice The pilot's entry; all zero when there is none.
    function pilotOf(PilotId pilot) external view returns (Pilot memory);

    /// @notice Who handles the pilot, and the tally of the current acceptance round.
    function handlingOf(PilotId pilot) external view returns (Handling memory);

    /// @notice What `organisation` is to the pilot. Whoever leads it, takes part in it, or submitted a milestone while it did decides
    /// on nothing in it.
    function standingOf(PilotId pilot, Uscc organisation) external view returns (Standing memory);

    /// @notice The vote of `expert`, and whether the expert is on the panel.
    /// @param milestone The milestone the panel is about; zero for the acceptance of the pilot.
    /// @param round The milestone's revision, or the round of the acceptance.
    function voteOf(
        PilotId pilot,
        uint8 milestone,
        uint16 round,
        address expert
    ) external view returns (bool onPanel, Vote vote);

    /// @notice How many pilots a scope has: their serials run from 1 to this number without gaps.
    function pilotCount(PilotScope scope) external view returns (uint32);
}
