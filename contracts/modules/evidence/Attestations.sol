// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Evidence, IEvidence} from "../../interfaces/IEvidence.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {EvidenceRegister} from "./EvidenceRegister.sol";

/// @title Attestations (见证)
/// @notice What witnesses state of evidence, and what its submitter puts in its place.
abstract contract Attestations is EvidenceRegister {
    mapping(bytes32 evidence => mapping(address witness => uint40)) private _attestedAt;

    // ───────────────────────── Acts of a witness ──────────────────────

    /// @inheritdoc IEvidence
    function attestEvidence(PilotId pilot, bytes32 evidence, bytes32 statementDigest) external {
        Evidence storage entry = _anchored(pilot, evidence);
        address actor = _asWitness(pilot, entry);
        uint40 earlier = _attestedAt[evidence][actor];
        if (earlier != 0) revert Evidence_AlreadyAttested(evidence, actor, earlier);
        _requireDigest(statementDigest);
        _attestedAt[evidence][actor] = _blockTime();
        _record(IEvidence.EvidenceAttested.selector, pilot.toSubject(), actor, abi.encode(evidence, statementDigest));
    }

    // ──────────────────────── Acts of the pilot team ──────────────────

    /// @inheritdoc IEvidence
    function supersedeEvidence(
        PilotId pilot,
        bytes32 evidence,
        bytes32 replacement,
        bytes32 reason,
        bytes32 documentDigest
    ) external {
        if (evidence == replacement) revert Evidence_ReplacesItself(evidence);
        (address actor, Uscc organisation) = _member();
        // What stands in the place of other evidence stands itself, so that no chain of them closes.
        _requireOwn(pilot, replacement, organisation);
        _requireOwn(pilot, evidence, organisation).superseded = true;
        _requireReason(reason);
        _record(
            IEvidence.EvidenceSuperseded.selector,
            pilot.toSubject(),
            actor,
            abi.encode(evidence, replacement, reason, documentDigest)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IEvidence
    function attestedAt(bytes32 evidence, address witness) external view returns (uint40) {
        return _attestedAt[evidence][witness];
    }

    function _requireOwn(
        PilotId pilot,
        bytes32 evidence,
        Uscc organisation
    ) private view returns (Evidence storage entry) {
        entry = _anchored(pilot, evidence);
        if (!organisation.equals(entry.submitter)) revert Evidence_NotSubmitter(evidence, organisation);
        if (entry.superseded) revert Evidence_AlreadySuperseded(evidence);
    }
}
