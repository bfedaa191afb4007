// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A unified social credit code (统一社会信用代码, GB 32100): 18 ASCII characters. It identifies an organisation in the
/// public register, and here.
type Uscc is bytes18;

using {isWellFormed, isZero, equals, toSubject} for Uscc global;

/// @notice Whether `code` is written as GB 32100 asks: 0-9 and A-Z without I, O, S, V and Z, with
/// a region of six digits in places 3 to 8. The check digit in place 18 is verified off chain.
function isWellFormed(Uscc code) pure returns (bool) {
    bytes18 raw = Uscc.unwrap(code);
    for (uint256 i = 0; i < 18; ++i) {
        bytes1 c = raw[i];
        bool digit = c >= "0" && c <= "9";
        if (i >= 2 && i < 8) {
            if (!digit) return false;
        } else if (!digit) {
            if (c < "A" || c > "Z") return false;
            if (c == "I" || c == "O" || c == "S" || c == "V" || c == "Z") return false;
        }
    }
    return true;
}

function isZero(Uscc code) pure returns (bool) {
    return Uscc.unwrap(code) == bytes18(0);
}

function equals(Uscc a, Uscc b) pure returns (bool) {
    return Uscc.unwrap(a) == Uscc.unwrap(b);
}

/// @notice The journal stream of an organisation: its code, left-aligned.
function toSubject(Uscc code) pure returns (bytes32) {
    return bytes32(Uscc.unwrap(code));
}
