// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierId} from "../types/DossierId.sol";
import {PilotId} from "../types/PilotId.sol";

/// @notice Kinds of penalty. A penalty is a set of them: bit n is kind n.
/// @dev Append only.
enum PenaltyKind {
    None,
    Warning, // 警告
    Criticism, // 通报批评
    Fine, // 罚款
    ServiceSuspension // 责令暂停业务
}

/// @notice Where a hearing stands.
/// @dev Append only.
enum HearingState {
    None,
    Requested, // 已申请听证
    Held // 已听证
}

/// @notice The penalty of a case as the guards see it.
/// @param kinds What is announced, then what is decided.
/// @param hearing Where its hearing stands.
/// @param waived Whether the lead waived statement and hearing.
/// @param statementUntil Until when the lead may state its case, Unix seconds.
/// @param fine Fen: what is announced, then what is decided.
/// @param fineMinimum Fen: the lower end of the band in the rule set.
struct Penalty {
    uint8 kinds;
    HearingState hearing;
    bool waived;
    uint40 statementUntil;
    uint64 fine;
    uint64 fineMinimum;
}

/// @notice The notice of a penalty (行政处罚事先告知).
/// @param kinds Set of `PenaltyKind`.
/// @param fine Fen; zero without a fine.
/// @param fineMinimum Fen: the band of the clause in the rule set; zero without a fine.
/// @param fineMaximum Fen, likewise.
/// @param clause The clause it is based on, ASCII.
/// @param statementUntil Until when the lead may state its case and ask for a hearing, Unix seconds.
/// @param noticeDigest SHA-256 of the notice with facts, reasons and basis.
struct PenaltyNotice {
    uint8 kinds;
    uint64 fine;
    uint64 fineMinimum;
    uint64 fineMaximum;
    bytes32 clause;
    uint40 statementUntil;
    bytes32 noticeDigest;
}

/// @title Penalties (行政处罚)
/// @notice Notice, statement and hearing, decision, service and execution (行政处罚法 Arts. 44–72). Whoever inspected the case
/// does not decide on it, and no penalty is heavier than its notice.
interface IPenalties {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A penalty was announced. State: PenaltyNoticed.
    event PenaltyNoticed(PilotId indexed pilot, address indexed actor, DossierId dossier, PenaltyNotice notice);

    /// @notice The lead stated its case (陈述申辩).
    event StatementReceived(PilotId indexed pilot, address indexed actor, DossierId dossier, bytes32 statementDigest);

    /// @notice The lead waived statement and hearing.
    event StatementWaived(PilotId indexed pilot, address indexed actor, DossierId dossier, bytes32 statementDigest);

    /// @notice The lead asked for a hearing.
    event HearingRequested(PilotId indexed pilot, address indexed actor, DossierId dossier, bytes32 documentDigest);

    /// @notice The hearing was held (听证).
    event HearingHeld(PilotId indexed pilot, address indexed actor, DossierId dossier, bytes32 recordDigest);

    /// @notice A penalty was decided. State: PenaltyDecided.
    /// @param fine Fen.
    event PenaltyDecided(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        uint8 kinds,
        uint64 fine,
        bytes32 decisionDigest
    );

    /// @notice It was decided not to punish. State: NoPenalty.
    event PenaltyWaived(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        bytes32 reason,
        bytes32 decisionDigest
    );

    /// @notice The case goes to another authority (移送). State: Referred.
    event CaseReferred(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        bytes32 reason,
        bytes32 decisionDigest
    );

    /// @notice The decision was served. State: PenaltyServed.
    /// @param servedAt When, Unix seconds.
    /// @param payDueAt Until when a fine is due: 15 days (Art. 67), Unix seconds.
    event PenaltyServed(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        uint40 servedAt,
        uint40 payDueAt,
        bytes32 documentDigest
    );

    /// @notice The penalty was carried out. State: PenaltyExecuted.
    /// @param paid Fen, without what was paid for being late.
    /// @param lateFee Fen, at most the fine (Art. 72).
    event PenaltyExecuted(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        uint64 paid,
        uint64 lateFee,
        bytes32 documentDigest
    );

    /// @notice The decision was withdrawn or is to be replaced. State: PenaltyWithdrawn.
    event PenaltyWithdrawn(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        bytes32 reason,
        bytes32 decisionDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice A penalty is made of known kinds, and decided of those announced.
    error Penalties_KindsInvalid(uint8 kinds, uint8 allowed);
    /// @notice The fine lies outside its band, or above what was announced; without a fine all three are zero.
    error Penalties_FineOutsideBand(uint64 fine, uint64 minimum, uint64 maximum);
    /// @notice The lead may state its case until `statementUntil`.
    error Penalties_StatementOpen(DossierId dossier, uint40 statementUntil, uint40 blockTime);
    /// @notice The time for statements is over, or was waived.
    error Penalties_StatementClosed(DossierId dossier, uint40 statementUntil, uint40 blockTime);
    /// @notice The hearing stands where this act is not possible: asked for and not held, not asked for, or asked for already.
    error Penalties_HearingNotAllowed(DossierId dossier, HearingState hearing);
    /// @notice What was paid is not the fine.
    error Penalties_FineUnpaid(DossierId dossier, uint64 paid, uint64 fine);
    /// @notice More was paid for being late than the fine itself.
    error Penalties_LateFeeTooHigh(DossierId dossier, uint64 lateFee, uint64 fine);
    /// @notice A fine is due after its decision was served.
    error Penalties_PaymentDateInvalid(uint40 servedAt, uint40 payDueAt);

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @notice Announces a penalty to a lead that was ordered to rectify, or anew after one was withdrawn.
    function noticePenalty(DossierId dossier, PenaltyNotice calldata notice) external;

    /// @notice Records that the decision was served.
    function servePenalty(DossierId dossier, uint40 servedAt, uint40 payDueAt, bytes32 documentDigest) external;

    /// @notice Records that the penalty was carried out.
    function executePenalty(DossierId dossier, uint64 paid, uint64 lateFee, bytes32 documentDigest) external;

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @notice States the lead's case.
    function submitStatement(DossierId dossier, bytes32 statementDigest) external;

    /// @notice Waives statement and hearing, so that the decision need not wait.
    function waiveStatement(DossierId dossier, bytes32 statementDigest) external;

    /// @notice Asks for a hearing.
    function requestHearing(DossierId dossier, bytes32 documentDigest) external;

    // ───────────────────────── Acts of the decider ────────────────────

    /// @notice Records the hearing.
    function recordHearing(DossierId dossier, bytes32 recordDigest) external;

    /// @notice Decides the penalty, not before the time for statements has passed or was waived.
    function decidePenalty(DossierId dossier, uint8 kinds, uint64 fine, bytes32 decisionDigest) external;

    /// @notice Decides not to punish.
    function waivePenalty(DossierId dossier, bytes32 reason, bytes32 decisionDigest) external;

    /// @notice Passes the case on to another authority.
    function referCase(DossierId dossier, bytes32 reason, bytes32 decisionDigest) external;

    /// @notice Withdraws a decision.
    function withdrawPenalty(DossierId dossier, bytes32 reason, bytes32 decisionDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The penalty of a case; all zero before its notice.
    function penaltyOf(DossierId dossier) external view returns (Penalty memory);
}
