// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierId} from "../types/DossierId.sol";
import {PilotId} from "../types/PilotId.sol";
import {Severity} from "./ISupervision.sol";

/// @notice Where a case stands.
/// @dev Append only.
enum CaseState {
    None,
    Opened, // 已立案
    Inspecting, // 检查中
    FindingsIssued, // 已认定问题
    Rectifying, // 整改中
    Responded, // 已反馈
    PenaltyNoticed, // 处罚已告知
    PenaltyDecided, // 处罚已决定
    PenaltyServed, // 处罚已送达
    PenaltyExecuted, // 处罚已执行
    PenaltyWithdrawn, // 处罚已撤销
    NoPenalty, // 不予处罚
    Referred, // 已移送
    Closed, // 已结案
    Reopened // 重新调查
}

/// @notice What a case began with.
/// @dev Append only.
enum CaseOrigin {
    None,
    Inspection, // 检查发现
    Signal, // 风险线索
    Complaint, // 投诉举报
    SelfReport, // 自行报告
    Referral // 移送、交办
}

/// @notice Why a case was closed.
/// @dev Append only.
enum CloseReason {
    None,
    NoIssue, // 未发现问题
    Rectified, // 已整改
    Penalised, // 已处罚
    NoPenaltyMinor, // 轻微不罚
    NotEstablished, // 违法事实不成立
    Referred, // 移送其他机关
    LimitationExpired, // 超过追责时效
    SubjectGone, // 主体灭失
    Merged // 并案
}

/// @notice Where the rectification order of a case stands; an order can outlast the notice of a penalty.
/// @dev Append only.
enum OrderState {
    None,
    Open, // 已责令
    Responded, // 已反馈
    Fulfilled, // 已合格
    Unfulfilled, // 不合格
    Lifted // 已撤回
}

/// @notice A case as the guards see it.
/// @param pilot The pilot's id without its trailing zeros.
/// @param state Where it stands.
/// @param severity The gravest of what was suspected at its opening and what was found.
/// @param order Where its rectification order stands.
/// @param round How many orders were given since it was opened or reopened.
/// @param findings How many findings were issued.
/// @param inspections How many inspections were attached.
/// @param limitationAt When prosecution becomes time-barred (行政处罚法 Art. 36), Unix seconds.
/// @param openedBy The number of the inspector who opened it; see `hasInspected`.
struct SupervisionCase {
    bytes14 pilot;
    CaseState state;
    Severity severity;
    OrderState order;
    uint8 round;
    uint8 findings;
    uint8 inspections;
    uint40 limitationAt;
    uint16 openedBy;
}

/// @notice What a case is opened with.
/// @param source The complaint or the inspection it comes from, as the origin demands; zero for other origins.
/// @param clause The clause that seems broken, as in the rule set, ASCII such as "BISR-11-2".
/// @param limitationAt When prosecution becomes time-barred, Unix seconds.
/// @param decisionDueAt Until when it is to be decided: 90 days (行政处罚法 Art. 60), Unix seconds.
/// @param documentDigest SHA-256 of the approval to open it.
struct CaseOpening {
    CaseOrigin origin;
    Severity severity;
    DossierId source;
    bytes32 clause;
    uint40 limitationAt;
    uint40 decisionDueAt;
    bytes32 documentDigest;
}

/// @notice A finding: which clause was broken, how gravely, and the evidence.
/// @param evidenceDigest SHA-256 of the evidence, which a person reviewed (行政处罚法 Art. 41).
struct Finding {
    bytes32 clause;
    Severity severity;
    bytes32 evidenceDigest;
}

/// @title Cases (监督案件)
/// @notice Investigation: from opening a case to its findings, its closing and its reopening. The ledger records administrative
/// acts; it does not make them valid.
interface ICases {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A case was opened (立案). State: Opened. Of a complaint it comes from, the state becomes CaseOpened.
    /// @param dossier Its number, `JC-…`.
    event CaseOpened(PilotId indexed pilot, address indexed actor, DossierId dossier, CaseOpening opening);

    /// @notice The case is being inspected. State: Inspecting.
    event CaseInspected(PilotId indexed pilot, address indexed actor, DossierId dossier, DossierId inspection);

    /// @notice Findings were issued. State: FindingsIssued.
    event FindingsIssued(PilotId indexed pilot, address indexed actor, DossierId dossier, Finding[] findings);

    /// @notice The case was closed (结案). State: Closed.
    event CaseClosed(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        CloseReason closing,
        bytes32 documentDigest
    );

    /// @notice New facts: the case is investigated again. State: Reopened; orders count from the first again.
    event CaseReopened(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        bytes32 reason,
        bytes32 documentDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such case.
    error Cases_Unknown(DossierId dossier);
    /// @notice The act is not allowed in the case's present state.
    error Cases_StateNotAllowed(DossierId dossier, CaseState state);
    /// @notice `account` inspects the case, or did: it may not decide on it.
    error Cases_InspectorMayNotDecide(DossierId dossier, address account);
    /// @notice A case needs an origin.
    error Cases_OriginRequired();
    /// @notice The source is not what the origin demands: an accepted complaint, an inspection that found issues, or none.
    error Cases_SourceInvalid(CaseOrigin origin, DossierId source);
    /// @notice The clause is missing; `index` counts findings from 0.
    error Cases_ClauseRequired(uint256 index);
    /// @notice A case takes 1 to `limit` findings in all.
    error Cases_FindingCount(uint256 count, uint256 limit);
    /// @notice A finding lacks its severity or the digest of its evidence.
    error Cases_FindingInvalid(uint256 index);
    /// @notice The inspection is of another pilot, or unknown.
    error Cases_InspectionMismatch(DossierId dossier, DossierId inspection);
    /// @notice More than `limit` inspectors would have inspected the case.
    error Cases_TooManyInspectors(DossierId dossier, uint256 limit);
    /// @notice No issue can be stated before the inspection ended without one.
    error Cases_InspectionOutstanding(DossierId dossier, DossierId inspection);
    /// @notice A case in this state is not closed for this reason.
    error Cases_ClosingNotAllowed(DossierId dossier, CaseState state, CloseReason closing);
    /// @notice Prosecution is not time-barred before `limitationAt`.
    error Cases_LimitationRunning(DossierId dossier, uint40 limitationAt, uint40 blockTime);
    /// @notice The order is neither fulfilled nor lifted; until then the case stays open.
    error Cases_OrderOpen(DossierId dossier, OrderState order);

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @notice Opens a case about a pilot.
    function openCase(PilotId pilot, CaseOpening calldata opening) external returns (DossierId dossier);

    /// @notice Attaches the inspection in which the case is inspected. One of its inspectors.
    function inspectCase(DossierId dossier, DossierId inspection) external;

    /// @notice Issues findings.
    function issueFindings(DossierId dossier, Finding[] calldata findings) external;

    // ───────────────────────── Acts of the decider ────────────────────

    /// @notice Closes a case without an open order.
    function closeCase(DossierId dossier, CloseReason closing, bytes32 documentDigest) external;

    /// @notice Reopens a closed case.
    function reopenCase(DossierId dossier, bytes32 reason, bytes32 documentDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The case's entry; all zero when there is none.
    function caseOf(DossierId dossier) external view returns (SupervisionCase memory);

    /// @notice How many cases about the pilot are serious or critical, and not closed.
    function openSeriousCases(PilotId pilot) external view returns (uint16);

    /// @notice Whether `account` inspects or inspected the case, so that it may not decide on it.
    function hasInspected(DossierId dossier, address account) external view returns (bool);
}
