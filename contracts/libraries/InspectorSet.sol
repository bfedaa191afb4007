// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title InspectorSet
/// @notice A few inspectors in one word: their numbers, 16 bits each, none of them zero.
library InspectorSet {
    uint256 private constant _WIDTH = 16;

    /// @notice Whether `number` is in the set.
    function contains(uint256 set, uint16 number) internal pure returns (bool) {
        for (; set != 0; set >>= _WIDTH) {
            if (uint16(set) == number) return true;
        }
        return false;
    }

    /// @notice The set with `number` in it, which it does not contain yet.
    function with(uint256 set, uint16 number) internal pure returns (uint256) {
        return (set << _WIDTH) | number;
    }

    /// @notice The set with all of `other`.
    function union(uint256 set, uint256 other) internal pure returns (uint256) {
        for (; other != 0; other >>= _WIDTH) {
            if (!contains(set, uint16(other))) set = with(set, uint16(other));
        }
        return set;
    }
}
