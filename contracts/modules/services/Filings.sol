// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingForm, FilingState, IFilings} from "../../interfaces/IFilings.sol";
import {FilingRequirement, Pilot, PilotState} from "../../interfaces/IPilots.sol";
import {IServiceLedger, Service} from "../../interfaces/IServiceLedger.sol";
import {PilotId} from "../../types/PilotId.sol";
import {ServiceRegister} from "./ServiceRegister.sol";

/// @title Filings (区块链信息服务备案)
/// @notice The lead says what it did with the authority; an inspector records what the authority did.
abstract contract Filings is ServiceRegister {
    // Sets of filing states: bit n is state n.
    uint256 private constant _PENDING = 1 << uint8(FilingState.Pending);
    uint256 private constant _SUBMITTED = 1 << uint8(FilingState.Submitted);
    uint256 private constant _FILED = 1 << uint8(FilingState.Filed);
    uint256 private constant _REFUSED = 1 << uint8(FilingState.Refused);
    uint256 private constant _CHANGE_DUE = 1 << uint8(FilingState.ChangeDue);
    uint256 private constant _CHECK_DUE = 1 << uint8(FilingState.CheckDue);
    uint256 private constant _CANCELLING = 1 << uint8(FilingState.Cancelling);
    /// @dev No filing, or none any more: the service can be filed (again).
    uint256 private constant _UNFILED =
        (1 << uint8(FilingState.None)) | (1 << uint8(FilingState.Cancelled)) | (1 << uint8(FilingState.Revoked));
    /// @dev The service is filed, whatever the filing waits for.
    uint256 private constant _IN_FORCE = _FILED | _CHANGE_DUE | _CHECK_DUE;

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IFilings
    function openFiling(
        PilotId pilot,
        FilingForm form,
        uint40 serviceStartAt,
        uint40 dueAt,
        string calldata text
    ) external {
        Service storage entry = _filingIn(pilot, _UNFILED);
        address actor = _asLead(pilot);
        FilingRequirement requirement = _requirementOf(pilot);
        if (requirement != FilingRequirement.Required) revert Filings_NotRequired(pilot, requirement);
        _requireForm(form);
        _requireText(text);
        if (dueAt <= serviceStartAt) revert Supervision_DateNotAhead(dueAt, serviceStartAt);
        entry.form = form;
        entry.serviceStartAt = serviceStartAt;
        _enter(entry, FilingState.Pending, dueAt);
        _recordOf(IFilings.FilingOpened.selector, pilot, actor, abi.encode(form, serviceStartAt, dueAt, text));
    }

    /// @inheritdoc IFilings
    function submitFiling(PilotId pilot, bytes32 documentDigest) external {
        Service storage entry = _filingIn(pilot, _PENDING | _REFUSED);
        address actor = _asLead(pilot);
        _enter(entry, FilingState.Submitted, 0);
        _recordPaper(IFilings.FilingSubmitted.selector, pilot, actor, documentDigest);
    }

    /// @inheritdoc IFilings
    function declareFilingChange(PilotId pilot, uint40 dueAt, bytes32 documentDigest) external {
        Service storage entry = _filingIn(pilot, _FILED);
        address actor = _asLead(pilot);
        _enterUntil(entry, FilingState.ChangeDue, dueAt);
        _recordPaper(IFilings.FilingChangeDeclared.selector, pilot, actor, dueAt, documentDigest);
    }

    /// @inheritdoc IFilings
    function declareFilingCancellation(PilotId pilot, uint40 stopAt, bytes32 documentDigest) external {
        Service storage entry = _filingIn(pilot, _FILED);
        address actor = _asLead(pilot);
        _enterUntil(entry, FilingState.Cancelling, stopAt);
        _recordPaper(IFilings.FilingCancellationDeclared.selector, pilot, actor, stopAt, documentDigest);
    }

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @inheritdoc IFilings
    function recordFiling(PilotId pilot, uint40 filedAt, string calldata number) external {
        Service storage entry = _filingIn(pilot, _SUBMITTED);
        address actor = _asInspector(pilot);
        _requirePast(filedAt);
        _requireText(number);
        _enter(entry, FilingState.Filed, 0);
        _recordOf(IFilings.FilingRecorded.selector, pilot, actor, abi.encode(filedAt, number));
    }

    /// @inheritdoc IFilings
    function refuseFiling(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        Service storage entry = _filingIn(pilot, _SUBMITTED);
        address actor = _asInspector(pilot);
        _enter(entry, FilingState.Refused, 0);
        _recordEnd(IFilings.FilingRefused.selector, pilot, actor, reason, documentDigest);
    }

    /// @inheritdoc IFilings
    function recordFilingChange(PilotId pilot, FilingForm form, bytes32 documentDigest, string calldata text) external {
        Service storage entry = _filingIn(pilot, _CHANGE_DUE);
        address actor = _asInspector(pilot);
        _requireForm(form);
        _requireDigest(documentDigest);
        _requireText(text);
        entry.form = form;
        _enter(entry, FilingState.Filed, 0);
        _recordOf(IFilings.FilingChanged.selector, pilot, actor, abi.encode(form, documentDigest, text));
    }

    /// @inheritdoc IFilings
    function callFilingCheck(PilotId pilot, uint40 dueAt) external {
        Service storage entry = _filingIn(pilot, _FILED);
        address actor = _asInspector(pilot);
        _enterUntil(entry, FilingState.CheckDue, dueAt);
        _recordOf(IFilings.FilingCheckCalled.selector, pilot, actor, abi.encode(dueAt));
    }

    /// @inheritdoc IFilings
    function recordFilingCheck(PilotId pilot, bytes32 documentDigest) external {
        Service storage entry = _filingIn(pilot, _CHECK_DUE);
        address actor = _asInspector(pilot);
        _enter(entry, FilingState.Filed, 0);
        _recordPaper(IFilings.FilingChecked.selector, pilot, actor, documentDigest);
    }

    /// @inheritdoc IFilings
    function recordFilingCancellation(PilotId pilot, bytes32 documentDigest) external {
        Service storage entry = _filingIn(pilot, _CANCELLING);
        address actor = _asInspector(pilot);
        _enter(entry, FilingState.Cancelled, 0);
        _recordPaper(IFilings.FilingCancelled.selector, pilot, actor, documentDigest);
    }

    /// @inheritdoc IFilings
    function revokeFiling(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        Service storage entry = _filingIn(pilot, _IN_FORCE | _CANCELLING);
        address actor = _asInspector(pilot);
        _enter(entry, FilingState.Revoked, 0);
        _recordEnd(IFilings.FilingRevoked.selector, pilot, actor, reason, documentDigest);
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IServiceLedger
    function isFilingOutstanding(PilotId pilot) external view returns (bool) {
        return _requirementOf(pilot) == FilingRequirement.Required && !_isIn(_service(pilot), _IN_FORCE);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _filingIn(PilotId pilot, uint256 states) private view returns (Service storage entry) {
        entry = _service(pilot);
        if (!_isIn(entry, states)) revert Filings_StateNotAllowed(pilot, entry.filing);
    }

    function _isIn(Service storage entry, uint256 states) private view returns (bool) {
        return (states >> uint8(entry.filing)) & 1 == 1;
    }

    function _requirementOf(PilotId pilot) private view returns (FilingRequirement) {
        Pilot memory entry = LEDGER.pilotOf(pilot);
        if (entry.state == PilotState.None) revert Supervision_PilotUnknown(pilot);
        return entry.filing;
    }

    function _requireForm(FilingForm form) private pure {
        if (form == FilingForm.None) revert Filings_FormRequired();
    }

    // ─────────────────────── Entering and recording ───────────────────

    function _enterUntil(Service storage entry, FilingState state, uint40 dueAt) private {
        _requireAhead(dueAt);
        _enter(entry, state, dueAt);
    }

    function _enter(Service storage entry, FilingState state, uint40 dueAt) private {
        entry.filing = state;
        entry.filingDueAt = dueAt;
    }

    function _recordPaper(bytes32 signature, PilotId pilot, address actor, bytes32 digest) private {
        _requireDigest(digest);
        _recordOf(signature, pilot, actor, abi.encode(digest));
    }

    function _recordPaper(bytes32 signature, PilotId pilot, address actor, uint40 date, bytes32 digest) private {
        _requireDigest(digest);
        _recordOf(signature, pilot, actor, abi.encode(date, digest));
    }

    function _recordEnd(bytes32 signature, PilotId pilot, address actor, bytes32 reason, bytes32 digest) private {
        _requireReason(reason);
        _recordOf(signature, pilot, actor, abi.encode(reason, digest));
    }
}
