// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice An accumulator of the journal in one word: the head in its 28 high bytes, the count in its 4 low ones.
type Accumulator is bytes32;

using {count, head, fold} for Accumulator global;

/// @notice How many leaves were folded into it.
function count(Accumulator word) pure returns (uint32) {
    return uint32(uint256(Accumulator.unwrap(word)));
}

/// @notice The fold of the leaves, zero before the first.
function head(Accumulator word) pure returns (bytes28) {
    return bytes28(Accumulator.unwrap(word));
}

/// @notice Counts a leaf and folds it in: the first 28 bytes of `keccak256(head ‖ leaf)`.
/// @dev The count is checked: a journal of 2^32 - 1 events takes no further one, rather than count from zero again.
function fold(Accumulator word, bytes32 leaf) pure returns (Accumulator) {
    uint32 next = count(word) + 1;
    bytes32 hash;
    // In the scratch space, as two words would be hashed in memory: the leaf takes the place of the count.
    assembly ("memory-safe") {
        mstore(0x00, word)
        mstore(0x1c, leaf)
        hash := keccak256(0x00, 0x3c)
    }
    return Accumulator.wrap(bytes32(bytes28(hash)) | bytes32(uint256(next)));
}
