// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Period} from "./Period.sol";
import {RegionCode} from "./RegionCode.sol";

/// @notice A bulletin's id; it reads as `BUL-2019-330000-1` = period · region · number.
/// @dev Bytes 0-2 "BUL", 3 zero, 4-7 the period, 8-10 the region, 11-12 the number, the rest zero.
type BulletinId is bytes32;

using {region, isAlike, toSubject} for BulletinId global;

function packBulletinId(Period bulletinPeriod, RegionCode regionCode, uint16 number) pure returns (BulletinId) {
    return
        BulletinId.wrap(
            bytes32("BUL") |
                (bytes32(bytes4(Period.unwrap(bulletinPeriod))) >> 32) |
                (bytes32(bytes3(RegionCode.unwrap(regionCode))) >> 64) |
                (bytes32(bytes2(number)) >> 88)
        );
}

function region(BulletinId id) pure returns (RegionCode) {
    return RegionCode.wrap(uint24(bytes3(BulletinId.unwrap(id) << 64)));
}

/// @notice Whether two bulletins are about the same period and region.
function isAlike(BulletinId a, BulletinId b) pure returns (bool) {
    return bytes11(BulletinId.unwrap(a)) == bytes11(BulletinId.unwrap(b));
}

/// @notice The journal stream of a bulletin: its id.
function toSubject(BulletinId id) pure returns (bytes32) {
    return BulletinId.unwrap(id);
}
