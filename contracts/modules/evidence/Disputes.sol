// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Dispute, DisputeCapacity, DisputeResult, Evidence, IEvidence} from "../../interfaces/IEvidence.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {EvidenceRegister} from "./EvidenceRegister.sol";

/// @title Disputes (异议)
/// @notice Who says that evidence is not what it seems, and what becomes of it. The evidence stays on record whatever does.
abstract contract Disputes is EvidenceRegister {
    uint8 private constant _DISPUTE_LIMIT = 100;

    mapping(bytes32 evidence => mapping(uint8 number => Dispute)) private _disputes;

    // ───────────────── Acts of participants and officials ─────────────

    /// @inheritdoc IEvidence
    function disputeEvidence(
        PilotId pilot,
        bytes32 evidence,
        DisputeCapacity capacity,
        bytes32 reason,
        bytes32 documentDigest
    ) external {
        Evidence storage entry = _anchored(pilot, evidence);
        address actor = _asDisputant(pilot, entry, capacity);
        if (entry.disputes == _DISPUTE_LIMIT) revert Evidence_TooManyDisputes(evidence, _DISPUTE_LIMIT);
        _requireReason(reason);
        uint8 number = entry.disputes + 1;
        (entry.disputes, entry.openDisputes) = (number, entry.openDisputes + 1);
        _disputes[evidence][number] = Dispute(actor, _blockTime(), DisputeResult.Open);
        _record(
            IEvidence.EvidenceDisputed.selector,
            pilot.toSubject(),
            actor,
            abi.encode(evidence, number, capacity, reason, documentDigest)
        );
    }

    /// @inheritdoc IEvidence
    function withdrawDispute(PilotId pilot, bytes32 evidence, uint8 number, bytes32 reason) external {
        Dispute storage dispute = _open(pilot, evidence, number);
        (address actor, Uscc organisation) = _member();
        Uscc disputant = AUTHORITY.bindingOf(dispute.raisedBy).organisation;
        if (!organisation.equals(disputant)) revert Evidence_NotDisputant(evidence, actor);
        _close(pilot, evidence, number, actor, DisputeResult.Withdrawn, reason, bytes32(0));
    }

    // ───────────────────────── Acts of the decider ────────────────────

    /// @inheritdoc IEvidence
    function resolveDispute(
        PilotId pilot,
        bytes32 evidence,
        uint8 number,
        DisputeResult result,
        bytes32 reason,
        bytes32 documentDigest
    ) external {
        Dispute storage dispute = _open(pilot, evidence, number);
        address actor = _asOfficial(pilot, _entry(pilot, evidence), Roles.DECIDER);
        if (actor == dispute.raisedBy) revert Evidence_DisputantMayNotDecide(evidence, actor);
        if (result != DisputeResult.Upheld && result != DisputeResult.Dismissed) revert Evidence_ResultInvalid(result);
        _close(pilot, evidence, number, actor, result, reason, documentDigest);
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IEvidence
    function disputeOf(bytes32 evidence, uint8 number) external view returns (Dispute memory) {
        return _disputes[evidence][number];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _asDisputant(
        PilotId pilot,
        Evidence storage entry,
        DisputeCapacity capacity
    ) private view returns (address) {
        if (capacity == DisputeCapacity.Participant) {
            (address actor, , ) = _asParticipant(pilot);
            return actor;
        }
        if (capacity == DisputeCapacity.Witness) return _asWitness(pilot, entry);
        if (capacity == DisputeCapacity.Inspector) return _asOfficial(pilot, entry, Roles.INSPECTOR);
        revert Evidence_CapacityRequired();
    }

    function _open(PilotId pilot, bytes32 evidence, uint8 number) private view returns (Dispute storage dispute) {
        _anchored(pilot, evidence);
        dispute = _disputes[evidence][number];
        if (dispute.raisedAt == 0 || dispute.result != DisputeResult.Open) {
            revert Evidence_NoOpenDispute(evidence, number);
        }
    }

    function _close(
        PilotId pilot,
        bytes32 evidence,
        uint8 number,
        address actor,
        DisputeResult result,
        bytes32 reason,
        bytes32 documentDigest
    ) private {
        _requireReason(reason);
        _disputes[evidence][number].result = result;
        --_entry(pilot, evidence).openDisputes;
        _record(
            IEvidence.EvidenceDisputeResolved.selector,
            pilot.toSubject(),
            actor,
            abi.encode(evidence, number, result, reason, documentDigest)
        );
    }
}
