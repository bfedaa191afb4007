// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Journal} from "../../contracts/modules/Journal.sol";
import {VM, Vm} from "./Vm.sol";

/// @notice A journal anybody may write to.
contract OpenJournal is Journal {
    function record(bytes32 signature, bytes32 subject, address actor, bytes calldata data) external {
        _record(signature, subject, actor, data);
    }
}

contract JournalTest {
    struct Entry {
        bytes32 signature;
        uint8 subject;
        address actor;
        bytes data;
    }

    uint256 private constant _SUBJECTS = 3;

    bytes32 private constant _NAMESPACE =
        keccak256(abi.encode(uint256(keccak256("pilotledger.journal")) - 1)) & ~bytes32(uint256(0xff));

    /// @notice The accumulators are the fold of the logs as a node returns them, whatever they say.
    function testFuzz_theHeadsAreTheFoldOfTheLogs(Entry[] calldata entries) external {
        OpenJournal journal = new OpenJournal();
        VM.recordLogs();
        for (uint256 i = 0; i < entries.length; ++i) {
            Entry calldata entry = entries[i];
            journal.record(entry.signature, bytes32(entry.subject % _SUBJECTS), entry.actor, entry.data);
        }
        Vm.Log[] memory logs = VM.getRecordedLogs();
        require(logs.length == entries.length, "one log an entry");

        (uint32 count, bytes28 head) = journal.journal();
        (uint32 expectedCount, bytes28 expectedHead) = _fold(logs, _SUBJECTS);
        require(count == expectedCount && head == expectedHead, "whole");
        for (uint256 subject = 0; subject < _SUBJECTS; ++subject) {
            (count, head) = journal.journalOf(bytes32(subject));
            (expectedCount, expectedHead) = _fold(logs, subject);
            require(count == expectedCount && head == expectedHead, "subject");
        }
    }

    /// @notice A log says what it was asked to say, with three topics.
    function testFuzz_aLogIsWhatWasRecorded(Entry calldata entry) external {
        OpenJournal journal = new OpenJournal();
        VM.recordLogs();
        journal.record(entry.signature, bytes32(uint256(entry.subject)), entry.actor, entry.data);
        Vm.Log memory log = VM.getRecordedLogs()[0];
        require(log.emitter == address(journal), "emitter");
        require(log.topics.length == 3, "three topics");
        require(log.topics[0] == entry.signature, "signature");
        require(log.topics[1] == bytes32(uint256(entry.subject)), "subject");
        require(log.topics[2] == bytes32(uint256(uint160(entry.actor))), "actor");
        require(keccak256(log.data) == keccak256(entry.data), "data");
    }

    /// @notice The accumulators lie where the interface says: whoever holds a storage proof needs no other knowledge.
    function test_theNamespaceIsThatOfItsName() external {
        OpenJournalSlots journal = new OpenJournalSlots();
        journal.record("signature", "subject", address(this), "data");
        (uint32 count, bytes28 head) = journal.journal();
        uint256 slot = uint256(_NAMESPACE);
        require(journal.load(slot) == bytes32(head) | bytes32(uint256(count)), "whole");
        uint256 stream = uint256(keccak256(abi.encode(bytes32("subject"), slot + 1)));
        (count, head) = journal.journalOf("subject");
        require(count == 1 && journal.load(stream) == bytes32(head) | bytes32(uint256(count)), "stream");
    }

    /// @notice A journal that is full takes no further event, rather than count from zero again.
    function testFuzz_aFullJournalTakesNoFurtherEvent(bytes28 head) external {
        OpenJournalSlots journal = new OpenJournalSlots();
        bytes32 full = bytes32(head) | bytes32(uint256(type(uint32).max));
        journal.store(uint256(_NAMESPACE), full);
        (bool isRecorded, ) = address(journal).call(
            abi.encodeCall(journal.record, ("signature", "subject", address(this), "data"))
        );
        require(!isRecorded && journal.load(uint256(_NAMESPACE)) == full, "full");
    }

    /// @dev Over the logs of one subject, or over all when `subject` is none.
    function _fold(Vm.Log[] memory logs, uint256 subject) private pure returns (uint32 count, bytes28 head) {
        for (uint256 i = 0; i < logs.length; ++i) {
            Vm.Log memory log = logs[i];
            if (subject < _SUBJECTS && log.topics[1] != bytes32(subject)) continue;
            bytes32 leaf = keccak256(bytes.concat(log.topics[0], log.topics[1], log.topics[2], log.data));
            head = bytes28(keccak256(bytes.concat(head, leaf)));
            ++count;
        }
    }
}

contract OpenJournalSlots is OpenJournal {
    function load(uint256 slot) external view returns (bytes32 word) {
        assembly {
            word := sload(slot)
        }
    }

    function store(uint256 slot, bytes32 word) external {
        assembly {
            sstore(slot, word)
        }
    }
}
