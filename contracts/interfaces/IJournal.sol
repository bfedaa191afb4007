// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The journal: what makes a list of events provably complete
/// @notice Every record of a ledger contract is one event with exactly three topics: the event's signature, its subject and
/// its actor. As it is emitted its leaf `keccak256(topics ‖ data)` is folded into two accumulators: one for the subject's
/// stream and one for the whole contract. Each counts, and takes the leaf into its head: `head'` is the first 28 bytes of
/// `keccak256(head ‖ leaf)`, over 28 + 32 bytes, from 28 zero bytes. Whoever trusts a block hash can check with one `eth_call`
/// or one storage proof that a list of events is all of them, in order, none altered.
///
/// A count and a head fill one storage word, which an act writes at half the price of two. What 28 bytes hold: to pass another
/// list off for a recorded one takes a second preimage of 224 bits, 2^224 hashes, and 2^192 even for somebody who would be
/// content with a hit on any of 2^32 heads. Who writes the recorded list as well needs a collision, 2^112 hashes, and before
/// the list is written: 112 bits are what NIST SP 800-57 part 1 accepts until 2030, and no later collision touches what stands.
/// (A head of 160 bits would leave 2^80.) Leaves are whole hashes. A count ends at 2^32 - 1, where the contract refuses further
/// acts: at 40 000 gas an event, over two years of blocks of 30 million gas every 12 seconds with nothing else in them.
/// @dev The accumulators live at the ERC-7201 namespace `pilotledger.journal`: the word of the whole, then the mapping from a
/// subject to the word of its stream, each with the head in its 28 high bytes and the count in its 4 low ones, so that a storage
/// proof of one slot shows a stream and needs no knowledge of the contract's other storage.
interface IJournal {
    /// @notice The accumulator over all events of this contract.
    /// @return count How many events it has emitted.
    /// @return head The fold of their leaves, zero before the first.
    function journal() external view returns (uint32 count, bytes28 head);

    /// @notice The accumulator over the events of one subject.
    /// @param subject The value of the events' first indexed argument: a pilot, a programme, an organisation or an account.
    /// @return count How many events of this contract name the subject.
    /// @return head The fold of their leaves, zero before the first.
    function journalOf(bytes32 subject) external view returns (uint32 count, bytes28 head);
}
