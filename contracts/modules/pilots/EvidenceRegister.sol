// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Anchor, DigestAlgorithm, EvidenceItem, EvidenceKind, IEvidence} from "../../interfaces/IEvidence.sol";
import {Pilot} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title EvidenceRegister (存证)
/// @notice Digests anchored to a pilot, each once for a submitter and a subject.
abstract contract EvidenceRegister is PilotRegister {
    uint256 private constant _BATCH_LIMIT = 100;
    uint256 private constant _NOT_ENDED = PilotStates.OPEN | PilotStates.ACCEPTED;

    mapping(bytes32 key => uint40) private _anchoredAt;

    // ──────────────────────── Acts of the pilot team ──────────────────

    /// @inheritdoc IEvidence
    function anchorEvidence(PilotId pilot, Anchor[] calldata anchors) external {
        Pilot storage entry = _pilotIn(pilot, _NOT_ENDED);
        address actor = _asParticipant(pilot, entry);
        uint256 length = anchors.length;
        if (length == 0 || length > _BATCH_LIMIT) revert Evidence_BatchLength(length, _BATCH_LIMIT);
        uint8 milestones = entry.milestones;
        for (uint256 i = 0; i < length; ++i) {
            Anchor calldata anchor = anchors[i];
            _requireItem(i, anchor.item);
            if (anchor.milestone > milestones) revert Evidence_MilestoneUnknown(i, anchor.milestone);
            _anchor(i, pilot, actor, anchor);
        }
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IEvidence
    function anchoredAt(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest
    ) external view returns (uint40) {
        return _anchoredAt[_key(pilot, milestone, submitter, algorithm, digest)];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireItem(uint256 index, EvidenceItem calldata item) internal pure {
        if (item.kind == EvidenceKind.None || item.algorithm == DigestAlgorithm.None || item.digest == bytes32(0)) {
            revert Evidence_ItemInvalid(index);
        }
    }

    function _anchor(uint256 index, PilotId pilot, address actor, Anchor calldata anchor) private {
        EvidenceItem calldata item = anchor.item;
        bytes32 key = _key(pilot, anchor.milestone, actor, item.algorithm, item.digest);
        uint40 earlier = _anchoredAt[key];
        if (earlier != 0) revert Evidence_AlreadyAnchored(index, item.digest, earlier);
        _anchoredAt[key] = _blockTime();
        _record(
            IEvidence.EvidenceAnchored.selector,
            pilot.toSubject(),
            actor,
            abi.encode(anchor.milestone, item, anchor.size, anchor.provenance)
        );
    }

    function _key(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(pilot, milestone, submitter, algorithm, digest));
    }
}
