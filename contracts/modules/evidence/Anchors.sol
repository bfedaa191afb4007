// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Anchor, DigestAlgorithm, Evidence, EvidenceItem, IEvidence} from "../../interfaces/IEvidence.sol";
import {IPilots, Standing} from "../../interfaces/IPilots.sol";
import {EvidenceItems} from "../../libraries/EvidenceItems.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {EvidenceRegister} from "./EvidenceRegister.sol";

/// @title Anchors (存证)
/// @notice Digests anchored to a pilot, each once for a submitter and a subject.
abstract contract Anchors is EvidenceRegister {
    using EvidenceItems for EvidenceItem;
    using PilotStates for uint256;

    uint256 private constant _LIST_LIMIT = 100;
    uint256 private constant _NOT_ENDED = PilotStates.OPEN | PilotStates.ACCEPTED;

    // ──────────────────────── Acts of the pilot team ──────────────────

    /// @inheritdoc IEvidence
    function anchorEvidence(PilotId pilot, Anchor[] calldata anchors) external {
        (address actor, Uscc organisation, uint8 milestones) = _asSubmitter(pilot);
        uint256 length = anchors.length;
        if (length == 0 || length > _LIST_LIMIT) revert Evidence_BatchLength(length, _LIST_LIMIT);
        for (uint256 i = 0; i < length; ++i) {
            Anchor calldata anchor = anchors[i];
            anchor.item.requireWhole(i);
            if (anchor.milestone > milestones) revert Evidence_MilestoneUnknown(i, anchor.milestone);
            _anchor(i, pilot, actor, organisation, anchor);
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
        return _entry(pilot, anchorId(pilot, milestone, submitter, algorithm, digest)).anchoredAt;
    }

    /// @inheritdoc IEvidence
    function anchorId(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest
    ) public pure returns (bytes32) {
        return keccak256(abi.encode(pilot, milestone, submitter, algorithm, digest));
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev The caller and its organisation, if that takes part in the pilot and the pilot has not ended; and how many milestones
    /// the pilot has.
    function _asSubmitter(PilotId pilot) internal view returns (address actor, Uscc organisation, uint8 milestones) {
        Standing memory standing;
        (actor, organisation, standing) = _asParticipant(pilot);
        if (!_NOT_ENDED.contain(standing.state)) revert IPilots.Pilots_StateNotAllowed(pilot, standing.state);
        milestones = standing.milestones;
    }

    /// @dev Makes an entry that must be new.
    function _enter(
        uint256 index,
        PilotId pilot,
        bytes32 evidence,
        Uscc submitter,
        bytes32 digest,
        uint32 itemCount
    ) internal {
        Evidence storage entry = _entry(pilot, evidence);
        if (entry.anchoredAt != 0) revert Evidence_AlreadyAnchored(index, digest, entry.anchoredAt);
        entry.submitter = submitter;
        entry.anchoredAt = _blockTime();
        entry.itemCount = itemCount;
    }

    function _anchor(uint256 index, PilotId pilot, address actor, Uscc organisation, Anchor calldata anchor) private {
        EvidenceItem calldata item = anchor.item;
        bytes32 evidence = anchorId(pilot, anchor.milestone, actor, item.algorithm, item.digest);
        _enter(index, pilot, evidence, organisation, item.digest, 0);
        _record(
            IEvidence.EvidenceAnchored.selector,
            pilot.toSubject(),
            actor,
            abi.encode(anchor.milestone, item, anchor.size, anchor.provenance)
        );
    }
}
