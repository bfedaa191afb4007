// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, OrderState, SupervisionCase} from "../../interfaces/ICases.sol";
import {HearingState, IPenalties, Penalty, PenaltyKind, PenaltyNotice} from "../../interfaces/IPenalties.sol";
import {CaseStates} from "../../libraries/CaseStates.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {CaseRegister} from "./CaseRegister.sol";

/// @title Penalties (行政处罚)
/// @notice Notice, statement, hearing, decision, service, execution and withdrawal.
abstract contract Penalties is CaseRegister {
    uint8 private constant _FINE = uint8(1 << uint8(PenaltyKind.Fine));
    /// @dev A bit for every kind but `None`.
    uint8 private constant _KINDS = uint8((1 << (uint8(type(PenaltyKind).max) + 1)) - 2);

    mapping(DossierId dossier => Penalty) private _penalties;

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @inheritdoc IPenalties
    function noticePenalty(DossierId dossier, PenaltyNotice calldata notice) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(
            dossier,
            CaseStates.RECTIFYING | CaseStates.RESPONDED | CaseStates.PENALTY_WITHDRAWN
        );
        _requireOrder(dossier, entry);
        address actor = _asCaseInspector(dossier, pilot);
        if (notice.clause == bytes32(0)) revert Cases_ClauseRequired(0);
        _requireKinds(notice.kinds, _KINDS);
        _requireFine(notice.kinds, notice.fine, notice.fineMinimum, notice.fineMaximum);
        _requireAhead(notice.statementUntil);
        _requireDigest(notice.noticeDigest);
        entry.state = CaseState.PenaltyNoticed;
        _penalties[dossier] = Penalty({
            kinds: notice.kinds,
            hearing: HearingState.None,
            waived: false,
            statementUntil: notice.statementUntil,
            fine: notice.fine,
            fineMinimum: notice.fineMinimum
        });
        _recordOf(IPenalties.PenaltyNoticed.selector, pilot, actor, abi.encode(dossier, notice));
    }

    /// @inheritdoc IPenalties
    function servePenalty(DossierId dossier, uint40 servedAt, uint40 payDueAt, bytes32 documentDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(dossier, CaseStates.PENALTY_DECIDED);
        address actor = _asCaseInspector(dossier, pilot);
        _requirePast(servedAt);
        if (payDueAt <= servedAt) revert Penalties_PaymentDateInvalid(servedAt, payDueAt);
        _requireDigest(documentDigest);
        entry.state = CaseState.PenaltyServed;
        _recordOf(
            IPenalties.PenaltyServed.selector,
            pilot,
            actor,
            abi.encode(dossier, servedAt, payDueAt, documentDigest)
        );
    }

    /// @inheritdoc IPenalties
    function executePenalty(DossierId dossier, uint64 paid, uint64 lateFee, bytes32 documentDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(dossier, CaseStates.PENALTY_SERVED);
        address actor = _asCaseInspector(dossier, pilot);
        uint64 fine = _penalties[dossier].fine;
        if (paid != fine) revert Penalties_FineUnpaid(dossier, paid, fine);
        if (lateFee > fine) revert Penalties_LateFeeTooHigh(dossier, lateFee, fine);
        _requireDigest(documentDigest);
        entry.state = CaseState.PenaltyExecuted;
        _recordOf(
            IPenalties.PenaltyExecuted.selector,
            pilot,
            actor,
            abi.encode(dossier, paid, lateFee, documentDigest)
        );
    }

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IPenalties
    function submitStatement(DossierId dossier, bytes32 statementDigest) external {
        (, PilotId pilot, address actor) = _answering(dossier);
        _recordDocument(IPenalties.StatementReceived.selector, pilot, actor, dossier, statementDigest);
    }

    /// @inheritdoc IPenalties
    function waiveStatement(DossierId dossier, bytes32 statementDigest) external {
        (Penalty storage penalty, PilotId pilot, address actor) = _answering(dossier);
        penalty.waived = true;
        // Who waives the hearing does not wait for the one it asked for.
        penalty.hearing = HearingState.None;
        _recordDocument(IPenalties.StatementWaived.selector, pilot, actor, dossier, statementDigest);
    }

    /// @inheritdoc IPenalties
    function requestHearing(DossierId dossier, bytes32 documentDigest) external {
        (Penalty storage penalty, PilotId pilot, address actor) = _answering(dossier);
        _requireHearing(dossier, penalty, HearingState.None);
        penalty.hearing = HearingState.Requested;
        _recordDocument(IPenalties.HearingRequested.selector, pilot, actor, dossier, documentDigest);
    }

    // ───────────────────────── Acts of the decider ────────────────────

    /// @inheritdoc IPenalties
    function recordHearing(DossierId dossier, bytes32 recordDigest) external {
        (, PilotId pilot) = _caseIn(dossier, CaseStates.PENALTY_NOTICED);
        address actor = _asDecider(dossier, pilot);
        Penalty storage penalty = _penalties[dossier];
        _requireHearing(dossier, penalty, HearingState.Requested);
        penalty.hearing = HearingState.Held;
        _recordDocument(IPenalties.HearingHeld.selector, pilot, actor, dossier, recordDigest);
    }

    /// @inheritdoc IPenalties
    function decidePenalty(DossierId dossier, uint8 kinds, uint64 fine, bytes32 decisionDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(dossier, CaseStates.PENALTY_NOTICED);
        _requireOrder(dossier, entry);
        address actor = _asDecider(dossier, pilot);
        Penalty storage penalty = _penalties[dossier];
        uint40 blockTime = _blockTime();
        if (!penalty.waived && blockTime <= penalty.statementUntil) {
            revert Penalties_StatementOpen(dossier, penalty.statementUntil, blockTime);
        }
        if (penalty.hearing == HearingState.Requested) {
            revert Penalties_HearingNotAllowed(dossier, penalty.hearing);
        }
        _requireKinds(kinds, penalty.kinds);
        bool fined = kinds & _FINE != 0;
        _requireFine(kinds, fine, fined ? penalty.fineMinimum : 0, fined ? penalty.fine : 0);
        _requireDigest(decisionDigest);
        entry.state = CaseState.PenaltyDecided;
        penalty.kinds = kinds;
        penalty.fine = fine;
        _recordOf(IPenalties.PenaltyDecided.selector, pilot, actor, abi.encode(dossier, kinds, fine, decisionDigest));
    }

    /// @inheritdoc IPenalties
    function waivePenalty(DossierId dossier, bytes32 reason, bytes32 decisionDigest) external {
        (PilotId pilot, address actor) = _decide(dossier, CaseStates.PENALTY_NOTICED, CaseState.NoPenalty);
        _requireDigest(decisionDigest);
        _recordReason(IPenalties.PenaltyWaived.selector, pilot, actor, dossier, reason, decisionDigest);
    }

    /// @inheritdoc IPenalties
    function referCase(DossierId dossier, bytes32 reason, bytes32 decisionDigest) external {
        (PilotId pilot, address actor) = _decide(dossier, CaseStates.PENALTY_NOTICED, CaseState.Referred);
        _requireDigest(decisionDigest);
        _recordReason(IPenalties.CaseReferred.selector, pilot, actor, dossier, reason, decisionDigest);
    }

    /// @inheritdoc IPenalties
    function withdrawPenalty(DossierId dossier, bytes32 reason, bytes32 decisionDigest) external {
        (PilotId pilot, address actor) = _decide(dossier, CaseStates.PENALISED, CaseState.PenaltyWithdrawn);
        _requireDigest(decisionDigest);
        _recordReason(IPenalties.PenaltyWithdrawn.selector, pilot, actor, dossier, reason, decisionDigest);
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IPenalties
    function penaltyOf(DossierId dossier) external view returns (Penalty memory) {
        return _penalties[dossier];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev The penalty of a case whose lead may still state its case, and the lead as the caller.
    function _answering(
        DossierId dossier
    ) private view returns (Penalty storage penalty, PilotId pilot, address actor) {
        (, pilot) = _caseIn(dossier, CaseStates.PENALTY_NOTICED);
        actor = _asLead(pilot);
        penalty = _penalties[dossier];
        if (penalty.waived || _blockTime() > penalty.statementUntil) {
            revert Penalties_StatementClosed(dossier, penalty.statementUntil, _blockTime());
        }
    }

    function _decide(
        DossierId dossier,
        uint256 states,
        CaseState result
    ) private returns (PilotId pilot, address actor) {
        SupervisionCase storage entry;
        (entry, pilot) = _caseIn(dossier, states);
        actor = _asDecider(dossier, pilot);
        entry.state = result;
    }

    /// @dev An order goes with every penalty; one that was lifted does not.
    function _requireOrder(DossierId dossier, SupervisionCase storage entry) private view {
        if (entry.order == OrderState.Lifted) revert Rectification_OrderNotAllowed(dossier, entry.order);
    }

    function _requireHearing(DossierId dossier, Penalty storage penalty, HearingState hearing) private view {
        if (penalty.hearing != hearing) revert Penalties_HearingNotAllowed(dossier, penalty.hearing);
    }

    function _requireKinds(uint8 kinds, uint8 allowed) private pure {
        if (kinds == 0 || kinds & ~allowed != 0) revert Penalties_KindsInvalid(kinds, allowed);
    }

    /// @dev With a fine, it is positive and lies in its band; without, all three are zero.
    function _requireFine(uint8 kinds, uint64 fine, uint64 minimum, uint64 maximum) private pure {
        bool valid =
            kinds & _FINE != 0
                ? fine != 0 && fine >= minimum && fine <= maximum
                : fine == 0 && minimum == 0 && maximum == 0;
        if (!valid) revert Penalties_FineOutsideBand(fine, minimum, maximum);
    }
}
