// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IJournal} from "../interfaces/IJournal.sol";
import {Accumulator} from "../types/Accumulator.sol";

/// @title Journal
/// @notice Emits a module's events and folds each into the accumulators, in one place, so that none can be emitted without
/// being counted.
abstract contract Journal is IJournal {
    /// @dev A struct, so that `_fold` can be handed the place where one is kept.
    struct Stream {
        Accumulator word;
    }

    /// @custom:storage-location erc7201:pilotledger.journal
    struct JournalStorage {
        Stream whole;
        mapping(bytes32 subject => Stream) streams;
    }

    // keccak256(abi.encode(uint256(keccak256("pilotledger.journal")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant _JOURNAL_SLOT = 0x1954dbec91564c4862977bfa85417b5ebb5237e4c3fa53d8cebd7a152c407e00;

    /// @inheritdoc IJournal
    function journal() external view returns (uint32 count, bytes28 head) {
        Accumulator whole = _journalStorage().whole.word;
        return (whole.count(), whole.head());
    }

    /// @inheritdoc IJournal
    function journalOf(bytes32 subject) external view returns (uint32 count, bytes28 head) {
        Accumulator stream = _journalStorage().streams[subject].word;
        return (stream.count(), stream.head());
    }

    /// @dev Emits one event and folds it. The event is written with `LOG3` from the bytes that are hashed, so that log and
    /// leaf cannot differ.
    /// @param signature The event's selector.
    /// @param subject Its first indexed argument.
    /// @param actor Its second indexed argument: whose act this is.
    /// @param data Its other arguments, ABI-encoded.
    function _record(bytes32 signature, bytes32 subject, address actor, bytes memory data) internal {
        bytes32 actorTopic = bytes32(uint256(uint160(actor)));
        bytes32 leaf;
        // Beyond what is allocated, which lasts until the log is written: topics ‖ data, and of that the data.
        assembly ("memory-safe") {
            let topics := mload(0x40)
            let size := mload(data)
            mstore(topics, signature)
            mstore(add(topics, 0x20), subject)
            mstore(add(topics, 0x40), actorTopic)
            mcopy(add(topics, 0x60), add(data, 0x20), size)
            leaf := keccak256(topics, add(size, 0x60))
            log3(add(topics, 0x60), size, signature, subject, actorTopic)
        }
        JournalStorage storage $ = _journalStorage();
        _fold($.whole, leaf);
        _fold($.streams[subject], leaf);
    }

    function _fold(Stream storage stream, bytes32 leaf) private {
        stream.word = stream.word.fold(leaf);
    }

    function _journalStorage() private pure returns (JournalStorage storage $) {
        assembly {
            $.slot := _JOURNAL_SLOT
        }
    }
}
