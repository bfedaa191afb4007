// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title AsciiCodes
/// @notice What a code that people write is made of.
library AsciiCodes {
    /// @dev Sets of characters: bit n is the character n.
    uint256 internal constant DIGITS = ((1 << 10) - 1) << 0x30;
    uint256 internal constant CAPITALS = ((1 << 26) - 1) << 0x41;
    uint256 private constant _UNDERSCORE = 1 << 0x5f;

    /// @notice Whether `code` is 1 to 16 of the characters A-Z, 0-9 and _, not beginning with _, the rest zero.
    function isCode(bytes16 code) internal pure returns (bool) {
        if (!_begins(code, DIGITS | CAPITALS)) return false;
        bytes32 rest = code;
        while (rest != 0) {
            if (!_begins(rest, DIGITS | CAPITALS | _UNDERSCORE)) return false;
            rest <<= 8;
        }
        return true;
    }

    /// @notice Whether the first `length` characters of `text` are all of `set`.
    function consists(bytes32 text, uint256 length, uint256 set) internal pure returns (bool) {
        uint256 all = 1;
        for (uint256 i = 0; i < length; ++i) {
            all &= set >> (uint256(text) >> 248);
            text <<= 8;
        }
        return all == 1;
    }

    function _begins(bytes32 text, uint256 set) private pure returns (bool) {
        return (set >> (uint256(text) >> 248)) & 1 == 1;
    }
}
