// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IJournal} from "../interfaces/IJournal.sol";

/// @title Journal
/// @notice Emits a module's events and folds each into the accumulators, in one place, so that none can be emitted without
/// being counted.
abstract contract Journal is IJournal {
    /// @dev One storage word: the head in its 28 high bytes, the count in its 4 low ones.
    struct Stream {
        uint32 count;
        bytes28 head;
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
        Stream storage whole = _journalStorage().whole;
        return (whole.count, whole.head);
    }

    /// @inheritdoc IJournal
    function journalOf(bytes32 subject) external view returns (uint32 count, bytes28 head) {
        Stream storage stream = _journalStorage().streams[subject];
        return (stream.count, stream.head);
    }

    /// @dev Emits one event and folds it. The event is written with `LOG3` from the bytes that are hashed, so that log and
    /// leaf cannot differ.
    /// @param signature The event's selector.
    /// @param subject Its first indexed argument.
    /// @param actor Its second indexed argument: whose act this is.
    /// @param data Its other arguments, ABI-encoded.
    function _record(bytes32 signature, bytes32 subject, address actor, bytes memory data) internal {
        bytes32 actorTopic = bytes32(uint256(uint160(actor)));
        bytes32 leaf = keccak256(abi.encodePacked(signature, subject, actorTopic, data));
        JournalStorage storage $ = _journalStorage();
        _fold($.whole, leaf);
        _fold($.streams[subject], leaf);
        assembly ("memory-safe") {
            log3(add(data, 0x20), mload(data), signature, subject, actorTopic)
        }
    }

    /// @dev Checked: a contract that has emitted 2^32 - 1 events refuses further acts rather than count from zero again.
    function _fold(Stream storage stream, bytes32 leaf) private {
        (uint32 count, bytes28 head) = (stream.count, stream.head);
        (stream.count, stream.head) = (count + 1, bytes28(keccak256(abi.encodePacked(head, leaf))));
    }

    function _journalStorage() private pure returns (JournalStorage storage $) {
        assembly {
            $.slot := _JOURNAL_SLOT
        }
    }
}
