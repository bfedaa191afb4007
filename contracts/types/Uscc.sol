// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AsciiCodes} from "../libraries/AsciiCodes.sol";

/// @notice A unified social credit code (统一社会信用代码, GB 32100): 18 ASCII characters. It identifies an organisation in the
/// public register, and here.
type Uscc is bytes18;

using {isWellFormed, isZero, equals, toSubject} for Uscc global;

/// @dev Without I, O, S, V and Z, which look like digits or other letters.
uint256 constant USCC_CHARACTERS =
    AsciiCodes.DIGITS | (AsciiCodes.CAPITALS ^ ((1 << 0x49) | (1 << 0x4f) | (1 << 0x53) | (1 << 0x56) | (1 << 0x5a)));

/// @notice Whether `code` is written as GB 32100 asks: 0-9 and A-Z without I, O, S, V and Z, with
/// a region of six digits in places 3 to 8. The check digit in place 18 is verified off chain.
function isWellFormed(Uscc code) pure returns (bool) {
    bytes32 text = Uscc.unwrap(code);
    return AsciiCodes.consists(text, 18, USCC_CHARACTERS) && AsciiCodes.consists(text << 16, 6, AsciiCodes.DIGITS);
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
