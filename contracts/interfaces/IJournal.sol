// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The journal: what makes a list of events provably complete
/// @notice Every record of a ledger contract is one event with exactly three topics: the event's signature, its subject and
/// its actor. As it is emitted its leaf `keccak256(topics ‖ data)` is folded into two accumulators,
/// `head' = keccak256(head ‖ leaf)`: one for the subject's stream and one for the whole contract. Whoever trusts a block hash
/// can check with one `eth_call` or one storage proof that a list of events is all of them, in order, none altered.
/// @dev The accumulators live at the ERC-7201 namespace `pilotledger.journal`: `whole.count`, `whole.head`, then the mapping
/// from a subject to its stream, so that a storage proof needs no knowledge of the contract's other storage.
interface IJournal {
    /// @notice The accumulator over all events of this contract.
    /// @return count How many events it has emitted.
    /// @return head The fold of their leaves, starting from zero.
    function journal() external view returns (uint64 count, bytes32 head);

    /// @notice The accumulator over the events of one subject.
    /// @param subject The value of the events' first indexed argument: a pilot, a programme, an organisation or an account.
    /// @return count How many events of this contract name the subject.
    /// @return head The fold of their leaves, starting from zero.
    function journalOf(bytes32 subject) external view returns (uint64 count, bytes32 head);
}
