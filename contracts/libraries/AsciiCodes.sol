// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title AsciiCodes
/// @notice What a code that people write is made of.
library AsciiCodes {
    /// @notice Whether `code` is 1 to 16 of the characters A-Z, 0-9 and _, not beginning with _, the rest zero.
    function isCode(bytes16 code) internal pure returns (bool) {
        if (code[0] == 0 || code[0] == "_") return false;
        bool ended = false;
        for (uint256 i = 0; i < 16; ++i) {
            bytes1 c = code[i];
            if (c == 0) ended = true;
            else if (ended || !_isAllowed(c)) return false;
        }
        return true;
    }

    function _isAllowed(bytes1 c) private pure returns (bool) {
        return (c >= "A" && c <= "Z") || (c >= "0" && c <= "9") || c == "_";
    }
}
