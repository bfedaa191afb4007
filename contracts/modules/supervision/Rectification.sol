// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, OrderState, SupervisionCase} from "../../interfaces/ICases.sol";
import {IRectification, Verdict} from "../../interfaces/IRectification.sol";
import {CaseStates} from "../../libraries/CaseStates.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {CaseRegister} from "./CaseRegister.sol";

/// @title Rectification (责令整改)
/// @notice Orders, responses and verdicts. They move the case until a penalty is announced; from then on only the order.
abstract contract Rectification is CaseRegister {
    bytes32 private constant _SUSPENSION_REASON = "RECTIFICATION_ORDERED";
    uint8 private constant _ROUND_LIMIT = 2;

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @inheritdoc IRectification
    function orderRectification(DossierId dossier, uint40 dueAt, bool suspendService, bytes32 orderDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(
            dossier,
            CaseStates.FINDINGS_ISSUED | CaseStates.RECTIFYING | CaseStates.PENALTY_PHASE
        );
        if (entry.order != OrderState.None && entry.order != OrderState.Unfulfilled) {
            revert Rectification_OrderNotAllowed(dossier, entry.order);
        }
        if (entry.round == _ROUND_LIMIT) revert Rectification_TooManyRounds(dossier, _ROUND_LIMIT);
        address actor = _asCaseInspector(dossier, pilot);
        _requireAhead(dueAt);
        _requireDigest(orderDigest);
        entry.order = OrderState.Open;
        uint8 round = ++entry.round;
        if (entry.state == CaseState.FindingsIssued) entry.state = CaseState.Rectifying;
        _recordOf(
            IRectification.RectificationOrdered.selector,
            pilot,
            actor,
            abi.encode(dossier, round, dueAt, suspendService, orderDigest)
        );
        if (suspendService) LEDGER.suspendByOrder(pilot, actor, _SUSPENSION_REASON, orderDigest);
    }

    /// @inheritdoc IRectification
    function judgeResponse(DossierId dossier, Verdict verdict, bytes32 documentDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseWith(
            dossier,
            CaseStates.RESPONDED | CaseStates.PENALTY_PHASE,
            OrderState.Responded
        );
        address actor = _asCaseInspector(dossier, pilot);
        if (verdict == Verdict.None) revert Rectification_VerdictRequired();
        _requireDigest(documentDigest);
        if (verdict == Verdict.Pass) {
            entry.order = OrderState.Fulfilled;
        } else {
            entry.order = OrderState.Unfulfilled;
            if (entry.state == CaseState.Responded) entry.state = CaseState.Rectifying;
        }
        _recordOf(
            IRectification.RectificationJudged.selector,
            pilot,
            actor,
            abi.encode(dossier, entry.round, verdict, documentDigest)
        );
    }

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IRectification
    function respondToOrder(DossierId dossier, bytes32 manifestDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseWith(
            dossier,
            CaseStates.RECTIFYING | CaseStates.PENALTY_PHASE,
            OrderState.Open
        );
        address actor = _asLead(pilot);
        _requireDigest(manifestDigest);
        entry.order = OrderState.Responded;
        if (entry.state == CaseState.Rectifying) entry.state = CaseState.Responded;
        _recordOf(
            IRectification.RectificationResponded.selector,
            pilot,
            actor,
            abi.encode(dossier, entry.round, manifestDigest)
        );
    }

    // ───────────────────────── Acts of the decider ────────────────────

    /// @inheritdoc IRectification
    function liftOrder(DossierId dossier, bytes32 reason, bytes32 documentDigest) external {
        (SupervisionCase storage entry, PilotId pilot) = _caseIn(
            dossier,
            CaseStates.RECTIFYING | CaseStates.RESPONDED | CaseStates.PENALTY_PHASE
        );
        OrderState order = entry.order;
        if (order == OrderState.Fulfilled || order == OrderState.Lifted) {
            revert Rectification_OrderNotAllowed(dossier, order);
        }
        address actor = _asDecider(dossier, pilot);
        entry.order = OrderState.Lifted;
        _recordReason(IRectification.RectificationLifted.selector, pilot, actor, dossier, reason, documentDigest);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev `_caseIn`, of a case whose order stands at `order`.
    function _caseWith(
        DossierId dossier,
        uint256 states,
        OrderState order
    ) private view returns (SupervisionCase storage entry, PilotId pilot) {
        (entry, pilot) = _caseIn(dossier, states);
        if (entry.order != order) revert Rectification_OrderNotAllowed(dossier, entry.order);
    }
}
