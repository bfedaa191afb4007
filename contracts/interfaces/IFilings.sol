// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotId} from "../types/PilotId.sol";
import {FilingRequirement} from "./IPilots.sol";

/// @notice Where a service filing stands (区块链信息服务备案).
/// @dev Append only.
enum FilingState {
    None,
    Pending, // 待备案
    Submitted, // 已提交
    Filed, // 已备案
    Refused, // 不予备案
    ChangeDue, // 待变更
    CheckDue, // 待查验
    Cancelling, // 注销中
    Cancelled, // 已注销
    Revoked // 已撤销
}

/// @notice In what form a service is offered.
/// @dev Append only.
enum FilingForm {
    None,
    Website, // 网站
    App, // 应用程序
    MiniProgram, // 小程序
    Api, // 接口
    Other // 其他
}

/// @title Filings (区块链信息服务备案)
/// @notice The filing of a pilot's service under 区块链信息服务管理规定. A filing is a registration, not an endorsement: the
/// ledger records what the authority did elsewhere.
interface IFilings {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice The pilot's service began, or will, and must be filed. State: Pending.
    /// @param serviceStartAt When the service began, Unix seconds; a claim.
    /// @param dueAt Until when it must be filed: 10 working days (Art. 11), Unix seconds.
    /// @param text Canonical JSON `{"name": {"en": …, "zh": …}}`: the service's name.
    event FilingOpened(
        PilotId indexed pilot,
        address indexed actor,
        FilingForm form,
        uint40 serviceStartAt,
        uint40 dueAt,
        string text
    );

    /// @notice The lead says it filed with the authority. State: Submitted.
    /// @param documentDigest SHA-256 of what was filed.
    event FilingSubmitted(PilotId indexed pilot, address indexed actor, bytes32 documentDigest);

    /// @notice The authority gave a filing number. State: Filed.
    /// @param filedAt When, Unix seconds.
    /// @param number The number as published.
    event FilingRecorded(PilotId indexed pilot, address indexed actor, uint40 filedAt, string number);

    /// @notice The authority refused. State: Refused.
    /// @param reason A reason code, ASCII.
    event FilingRefused(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    /// @notice What was filed changed and must be filed anew by `dueAt`. State: ChangeDue.
    event FilingChangeDeclared(PilotId indexed pilot, address indexed actor, uint40 dueAt, bytes32 documentDigest);

    /// @notice The authority registered the change. State: Filed.
    /// @param text Canonical JSON, as in `FilingOpened`.
    event FilingChanged(
        PilotId indexed pilot,
        address indexed actor,
        FilingForm form,
        bytes32 documentDigest,
        string text
    );

    /// @notice The filing is to be checked by `dueAt` (定期查验). State: CheckDue.
    event FilingCheckCalled(PilotId indexed pilot, address indexed actor, uint40 dueAt);

    /// @notice The filing was checked and stands. State: Filed.
    event FilingChecked(PilotId indexed pilot, address indexed actor, bytes32 documentDigest);

    /// @notice The service will end and its filing be cancelled. State: Cancelling.
    /// @param stopAt When the service ends, Unix seconds.
    event FilingCancellationDeclared(
        PilotId indexed pilot,
        address indexed actor,
        uint40 stopAt,
        bytes32 documentDigest
    );

    /// @notice The filing is cancelled. State: Cancelled.
    event FilingCancelled(PilotId indexed pilot, address indexed actor, bytes32 documentDigest);

    /// @notice The authority revoked the filing. State: Revoked.
    event FilingRevoked(PilotId indexed pilot, address indexed actor, bytes32 reason, bytes32 documentDigest);

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice The act is not allowed in the filing's present state.
    error Filings_StateNotAllowed(PilotId pilot, FilingState state);
    /// @notice The pilot started without a service that must be filed, or has not answered yet.
    error Filings_NotRequired(PilotId pilot, FilingRequirement requirement);
    /// @notice The form of the service is missing.
    error Filings_FormRequired();

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @notice Says that the pilot's service must be filed, first or again after a cancellation or revocation.
    function openFiling(
        PilotId pilot,
        FilingForm form,
        uint40 serviceStartAt,
        uint40 dueAt,
        string calldata text
    ) external;

    /// @notice Says that it filed with the authority, first or again after a refusal.
    function submitFiling(PilotId pilot, bytes32 documentDigest) external;

    /// @notice Says that what was filed changed.
    function declareFilingChange(PilotId pilot, uint40 dueAt, bytes32 documentDigest) external;

    /// @notice Says that the service will end.
    function declareFilingCancellation(PilotId pilot, uint40 stopAt, bytes32 documentDigest) external;

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @notice Records the filing number.
    function recordFiling(PilotId pilot, uint40 filedAt, string calldata number) external;

    /// @notice Records a refusal.
    function refuseFiling(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Records that the change is registered.
    function recordFilingChange(PilotId pilot, FilingForm form, bytes32 documentDigest, string calldata text) external;

    /// @notice Calls for a check.
    function callFilingCheck(PilotId pilot, uint40 dueAt) external;

    /// @notice Records that the check was passed.
    function recordFilingCheck(PilotId pilot, bytes32 documentDigest) external;

    /// @notice Records that the filing is cancelled.
    function recordFilingCancellation(PilotId pilot, bytes32 documentDigest) external;

    /// @notice Records that the authority revoked the filing.
    function revokeFiling(PilotId pilot, bytes32 reason, bytes32 documentDigest) external;
}
