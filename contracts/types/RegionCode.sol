// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice An administrative division code of GB/T 2260, as a number: 330000 is the province, 330100 a city, 330102 a
/// district or county.
type RegionCode is uint24;

using {covers, parent, isWellFormed} for RegionCode global;

/// @notice Whether a code of GB/T 2260 lies in `region`: 330000 covers every 33xxxx, 330100 every 3301xx, 330102 itself.
/// @param region The wider region.
/// @param inner The region asked about.
function covers(RegionCode region, RegionCode inner) pure returns (bool) {
    uint24 wide = RegionCode.unwrap(region);
    uint24 narrow = RegionCode.unwrap(inner);
    if (wide % 10_000 == 0) return wide / 10_000 == narrow / 10_000;
    if (wide % 100 == 0) return wide / 100 == narrow / 100;
    return wide == narrow;
}

/// @notice The region directly above: 330100 for 330102, 330000 for 330100, and a province itself for a province.
function parent(RegionCode region) pure returns (RegionCode) {
    uint24 code = RegionCode.unwrap(region);
    return RegionCode.wrap(code % 100 != 0 ? code - (code % 100) : code - (code % 10_000));
}

/// @notice Whether `region` is a six-digit number whose first digit is not zero.
function isWellFormed(RegionCode region) pure returns (bool) {
    uint24 code = RegionCode.unwrap(region);
    return code >= 100_000 && code <= 999_999;
}
