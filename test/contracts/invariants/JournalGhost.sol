// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IJournal} from "../../../contracts/interfaces/IJournal.sol";
import {Vm} from "../Vm.sol";

/// @notice The journals as somebody computes them who sees nothing but the logs.
abstract contract JournalGhost {
    struct Fold {
        uint32 count;
        bytes28 head;
    }

    mapping(address emitter => Fold) private _whole;
    mapping(address emitter => mapping(bytes32 subject => Fold)) private _streams;
    mapping(address emitter => bytes32[]) private _subjects;

    /// @dev Takes in the logs of the ledger's contracts; OpenZeppelin's own events are no records.
    function _take(Vm.Log memory log) internal virtual {
        bytes32 subject = log.topics[1];
        bytes32 leaf = keccak256(bytes.concat(log.topics[0], subject, log.topics[2], log.data));
        if (_streams[log.emitter][subject].count == 0) _subjects[log.emitter].push(subject);
        _fold(_whole[log.emitter], leaf);
        _fold(_streams[log.emitter][subject], leaf);
    }

    /// @notice Reverts unless the journal of `emitter`, whole and by subject, is the fold of its logs.
    function requireJournal(IJournal emitter) external view {
        address key = address(emitter);
        (uint32 count, bytes28 head) = emitter.journal();
        require(count == _whole[key].count, "the journal counts the events");
        require(head == _whole[key].head, "the journal's head is the fold of the leaves");
        uint256 sum = 0;
        bytes32[] storage subjects = _subjects[key];
        for (uint256 i = 0; i < subjects.length; ++i) {
            Fold storage stream = _streams[key][subjects[i]];
            (count, head) = emitter.journalOf(subjects[i]);
            require(count == stream.count && head == stream.head, "a stream is the fold of its leaves");
            sum += count;
        }
        require(sum == _whole[key].count, "the streams add up to the whole");
    }

    function _fold(Fold storage fold, bytes32 leaf) private {
        ++fold.count;
        fold.head = bytes28(keccak256(bytes.concat(fold.head, leaf)));
    }
}
