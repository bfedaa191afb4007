// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What an indicator is called: 1 to 16 of the characters A-Z, 0-9 and _, such as SW_REV.
type IndicatorCode is bytes16;

/// @notice One version of an indicator's definition; it reads as `SW_REV-1`.
/// @dev Bytes 0-15 the code (ASCII), 16-17 the version, the rest zero. Bytes 16-17 are zero in every other subject of the
/// statistics ledger and never here, so none collides with this as a journal stream.
type IndicatorId is bytes32;

using {version, previous, isZero, toSubject} for IndicatorId global;

function packIndicatorId(IndicatorCode code, uint16 number) pure returns (IndicatorId) {
    return IndicatorId.wrap(bytes32(IndicatorCode.unwrap(code)) | (bytes32(bytes2(number)) >> 128));
}

function version(IndicatorId id) pure returns (uint16) {
    return uint16(bytes2(IndicatorId.unwrap(id) << 128));
}

/// @notice The version before this one, which is not the first.
function previous(IndicatorId id) pure returns (IndicatorId) {
    return packIndicatorId(IndicatorCode.wrap(bytes16(IndicatorId.unwrap(id))), version(id) - 1);
}

function isZero(IndicatorId id) pure returns (bool) {
    return IndicatorId.unwrap(id) == bytes32(0);
}

/// @notice The journal stream of a definition, its targets and its reports: its id.
function toSubject(IndicatorId id) pure returns (bytes32) {
    return IndicatorId.unwrap(id);
}
