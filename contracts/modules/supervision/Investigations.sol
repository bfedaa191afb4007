// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    CaseOpening,
    CaseOrigin,
    CaseState,
    CloseReason,
    Finding,
    ICases,
    OrderState,
    SupervisionCase
} from "../../interfaces/ICases.sol";
import {InspectionResult} from "../../interfaces/IInspections.sol";
import {Severity} from "../../interfaces/ISupervision.sol";
import {CaseStates} from "../../libraries/CaseStates.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {CaseRegister} from "./CaseRegister.sol";
import {Complaints} from "./Complaints.sol";

/// @title Investigations (立案、调查、结案)
/// @notice From opening a case to its findings, and how it is closed and reopened.
abstract contract Investigations is CaseRegister, Complaints {
    using CaseStates for uint256;

    uint256 private constant _FINDING_LIMIT = 32;

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @inheritdoc ICases
    function openCase(PilotId pilot, CaseOpening calldata opening) external returns (DossierId dossier) {
        address actor = _asInspector(pilot);
        _requireOpening(opening);
        if (!_isSource(opening.origin, opening.source, pilot)) {
            revert Cases_SourceInvalid(opening.origin, opening.source);
        }
        dossier = _nextDossier("JC", pilot.region());
        SupervisionCase storage entry = _case(dossier);
        entry.pilot = _short(pilot);
        entry.state = CaseState.Opened;
        entry.severity = opening.severity;
        entry.limitationAt = opening.limitationAt;
        entry.openedBy = _numberFor(actor);
        if (_isSerious(opening.severity)) ++_serious()[pilot];
        _recordOf(ICases.CaseOpened.selector, pilot, actor, abi.encode(dossier, opening));
    }

    /// @inheritdoc ICases
    function inspectCase(DossierId dossier, DossierId inspection) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(dossier, CaseStates.UNINSPECTED);
        address actor = _asInspector(pilot);
        if (!_isInspectionOf(inspection, pilot)) revert Cases_InspectionMismatch(dossier, inspection);
        _requireInspector(inspection, actor);
        _attach(dossier, entry, inspection);
        entry.state = CaseState.Inspecting;
        _recordOf(ICases.CaseInspected.selector, pilot, actor, abi.encode(dossier, inspection));
    }

    /// @inheritdoc ICases
    function issueFindings(DossierId dossier, Finding[] calldata findings) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(dossier, CaseStates.INSPECTING);
        address actor = _asCaseInspector(dossier, pilot);
        uint256 count = entry.findings + findings.length;
        if (findings.length == 0 || count > _FINDING_LIMIT) revert Cases_FindingCount(count, _FINDING_LIMIT);
        Severity before = entry.severity;
        Severity gravest = before;
        for (uint256 i = 0; i < findings.length; ++i) {
            Finding calldata finding = findings[i];
            if (finding.clause == bytes32(0)) revert Cases_ClauseRequired(i);
            if (finding.severity == Severity.None || finding.evidenceDigest == bytes32(0)) {
                revert Cases_FindingInvalid(i);
            }
            if (finding.severity > gravest) gravest = finding.severity;
        }
        if (!_isSerious(before) && _isSerious(gravest)) ++_serious()[pilot];
        entry.severity = gravest;
        entry.findings = uint8(count);
        entry.state = CaseState.FindingsIssued;
        _recordOf(ICases.FindingsIssued.selector, pilot, actor, abi.encode(dossier, findings));
    }

    // ───────────────────────── Acts of the decider ────────────────────

    /// @inheritdoc ICases
    function closeCase(DossierId dossier, CloseReason closing, bytes32 documentDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(dossier, CaseStates.OPEN);
        address actor = _asDecider(dossier, pilot);
        _requireClosable(dossier, entry, closing);
        _requireDigest(documentDigest);
        if (_isSerious(entry.severity)) --_serious()[pilot];
        entry.state = CaseState.Closed;
        _recordOf(ICases.CaseClosed.selector, pilot, actor, abi.encode(dossier, closing, documentDigest));
    }

    /// @inheritdoc ICases
    function reopenCase(DossierId dossier, bytes32 reason, bytes32 documentDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(dossier, CaseStates.CLOSED);
        address actor = _asDecider(dossier, pilot);
        entry.state = CaseState.Reopened;
        entry.order = OrderState.None;
        entry.round = 0;
        if (_isSerious(entry.severity)) ++_serious()[pilot];
        _recordReason(ICases.CaseReopened.selector, pilot, actor, dossier, reason, documentDigest);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireOpening(CaseOpening calldata opening) private view {
        if (opening.origin == CaseOrigin.None) revert Cases_OriginRequired();
        _requireSeverity(opening.severity);
        if (opening.clause == bytes32(0)) revert Cases_ClauseRequired(0);
        _requireAhead(opening.limitationAt);
        _requireAhead(opening.decisionDueAt);
        _requireDigest(opening.documentDigest);
    }

    function _isSource(CaseOrigin origin, DossierId source, PilotId pilot) private returns (bool) {
        if (origin == CaseOrigin.Complaint) return _openCaseFrom(source, pilot);
        if (origin == CaseOrigin.Inspection) {
            return _isInspectionOf(source, pilot) && _resultOf(source) == InspectionResult.IssuesFound;
        }
        return source.isZero();
    }

    function _requireClosable(DossierId dossier, SupervisionCase storage entry, CloseReason closing) private view {
        CaseState state = entry.state;
        OrderState order = entry.order;
        if (!CaseStates.closableFor(closing).contain(state)) revert Cases_ClosingNotAllowed(dossier, state, closing);
        _requireOrderSettled(dossier, order);
        if (closing == CloseReason.NoIssue) {
            DossierId inspection = _latestInspection(dossier);
            if (_resultOf(inspection) != InspectionResult.NoIssue) {
                revert Cases_InspectionOutstanding(dossier, inspection);
            }
        }
        if (closing == CloseReason.Rectified && order != OrderState.Fulfilled) revert Cases_OrderOpen(dossier, order);
        if (closing == CloseReason.LimitationExpired && _blockTime() < entry.limitationAt) {
            revert Cases_LimitationRunning(dossier, entry.limitationAt, _blockTime());
        }
    }

    function _isSerious(Severity severity) private pure returns (bool) {
        return severity >= Severity.Serious;
    }
}
