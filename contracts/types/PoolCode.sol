// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice An enterprise pool (培育库) by its code: 1 to 12 of the characters A-Z, 0-9 and _, such as EAGLE.
type PoolCode is bytes12;

using {toSubject} for PoolCode global;

/// @notice The journal stream of a pool: its code, left-aligned.
function toSubject(PoolCode code) pure returns (bytes32) {
    return bytes32(PoolCode.unwrap(code));
}
