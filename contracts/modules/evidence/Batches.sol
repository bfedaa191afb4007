// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {DigestAlgorithm, Evidence, EvidenceBatch, EvidenceKind, IEvidence} from "../../interfaces/IEvidence.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {Anchors} from "./Anchors.sol";

/// @title Batches
/// @notice Many records under the root of one Merkle tree, each provable on its own.
abstract contract Batches is Anchors {
    bytes32 private constant _BATCH = keccak256("pilotledger.evidence.batch");
    bytes32 private constant _LEAF = keccak256("pilotledger.evidence.leaf");

    // ──────────────────────── Acts of the pilot team ──────────────────

    /// @inheritdoc IEvidence
    function anchorBatch(PilotId pilot, EvidenceBatch calldata evidenceBatch) external {
        (address actor, Uscc organisation, uint8 milestones) = _asSubmitter(pilot);
        (uint8 milestone, DigestAlgorithm algorithm) = (evidenceBatch.milestone, evidenceBatch.algorithm);
        bytes32 root = evidenceBatch.root;
        if (evidenceBatch.kind == EvidenceKind.None || algorithm == DigestAlgorithm.None || root == bytes32(0)) {
            revert Evidence_ItemInvalid(0);
        }
        if (evidenceBatch.itemCount == 0) revert Evidence_BatchEmpty();
        if (milestone > milestones) revert Evidence_MilestoneUnknown(0, milestone);
        _requireDigest(evidenceBatch.manifestDigest);
        bytes32 evidence = batchId(pilot, milestone, actor, algorithm, root);
        _enter(0, pilot, evidence, organisation, root, evidenceBatch.itemCount);
        // A struct of fixed size is encoded as its members are, one after the other.
        _record(IEvidence.EvidenceBatchAnchored.selector, pilot.toSubject(), actor, abi.encode(evidenceBatch));
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IEvidence
    function verifyInBatch(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest,
        uint32 index,
        bytes32[] calldata proof
    ) external view returns (uint40) {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(_LEAF, algorithm, digest, index))));
        bytes32 root = MerkleProof.processProofCalldata(proof, leaf);
        Evidence storage entry = _entry(pilot, batchId(pilot, milestone, submitter, algorithm, root));
        return index < entry.itemCount ? entry.anchoredAt : 0;
    }

    /// @inheritdoc IEvidence
    function batchId(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 root
    ) public pure returns (bytes32) {
        return keccak256(abi.encode(pilot, milestone, submitter, algorithm, root, _BATCH));
    }
}
