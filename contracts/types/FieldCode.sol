// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A field of application (领域) as three upper-case ASCII letters: GOV 政务, ECO 经济, LIV 民生, JUD 司法, MFG 制造,
/// and whatever the administrator registers later.
type FieldCode is bytes3;

using {isWellFormed} for FieldCode global;

/// @notice Whether `field` is three letters A to Z.
function isWellFormed(FieldCode field) pure returns (bool) {
    bytes3 code = FieldCode.unwrap(field);
    for (uint256 i = 0; i < 3; ++i) {
        if (code[i] < "A" || code[i] > "Z") return false;
    }
    return true;
}
