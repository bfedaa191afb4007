// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FieldCode} from "./FieldCode.sol";
import {RegionCode} from "./RegionCode.sol";

/// @notice A pilot's id; it reads as `ZJ-2019-330100-JUD-0001` = province · programme year · region · field · serial.
/// @dev Bytes 0-1 province (ASCII), 2-3 year, 4-6 region (a number), 7-9 field (ASCII), 10-13 serial, the rest zero: ids sort
/// as their codes do.
type PilotId is bytes32;

using {region, field, serial, isZero, toSubject} for PilotId global;

/// @notice The scope in which serials run without gaps: a pilot id whose serial is zero.
type PilotScope is bytes32;

using {withSerial} for PilotScope global;

/// @notice Puts a scope together.
/// @param province Two ASCII letters.
function packPilotScope(
    bytes2 province,
    uint16 year,
    RegionCode regionCode,
    FieldCode fieldCode
) pure returns (PilotScope) {
    return
        PilotScope.wrap(
            bytes32(province) |
                (bytes32(bytes2(year)) >> 16) |
                (bytes32(bytes3(RegionCode.unwrap(regionCode))) >> 32) |
                (bytes32(FieldCode.unwrap(fieldCode)) >> 56)
        );
}

/// @notice The id of pilot number `number` in `scope`.
function withSerial(PilotScope scope, uint32 number) pure returns (PilotId) {
    return PilotId.wrap(PilotScope.unwrap(scope) | (bytes32(bytes4(number)) >> 80));
}

function region(PilotId id) pure returns (RegionCode) {
    return RegionCode.wrap(uint24(bytes3(PilotId.unwrap(id) << 32)));
}

function field(PilotId id) pure returns (FieldCode) {
    return FieldCode.wrap(bytes3(PilotId.unwrap(id) << 56));
}

function serial(PilotId id) pure returns (uint32) {
    return uint32(bytes4(PilotId.unwrap(id) << 80));
}

function isZero(PilotId id) pure returns (bool) {
    return PilotId.unwrap(id) == bytes32(0);
}

/// @notice The journal stream of a pilot: its id.
function toSubject(PilotId id) pure returns (bytes32) {
    return PilotId.unwrap(id);
}
