// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The time a figure is about; it reads as 2019 (a year), 2019Q1 (a quarter) or 2019-03 (a month).
/// @dev Bits 16-31 the year, bits 8-15 what divides it (0 nothing, 1 quarters, 2 months), bits 0-7 the number of the part.
type Period is uint32;

using {isWellFormed, isZero, firstMonth, lastMonth, liesWithin} for Period global;

/// @notice Whether `period` is a year from 2000 to 2999, a quarter from 1 to 4 or a month from 1 to 12 of one.
function isWellFormed(Period period) pure returns (bool) {
    uint32 raw = Period.unwrap(period);
    uint32 year = raw >> 16;
    uint32 division = (raw >> 8) & 0xff;
    uint32 number = raw & 0xff;
    if (year < 2000 || year > 2999) return false;
    if (division == 0) return number == 0;
    return number != 0 && ((division == 1 && number < 5) || (division == 2 && number < 13));
}

function isZero(Period period) pure returns (bool) {
    return Period.unwrap(period) == 0;
}

/// @notice The first month of a well-formed period, counted from January of the year 0.
function firstMonth(Period period) pure returns (uint32) {
    uint32 raw = Period.unwrap(period);
    uint32 january = (raw >> 16) * 12;
    uint32 division = (raw >> 8) & 0xff;
    if (division == 0) return january;
    uint32 before = (raw & 0xff) - 1;
    return january + (division == 1 ? before * 3 : before);
}

/// @notice The last month of a well-formed period, counted likewise.
function lastMonth(Period period) pure returns (uint32) {
    uint32 division = (Period.unwrap(period) >> 8) & 0xff;
    uint32 months =
        division == 0
            ? 12
            : division == 1
                ? 3
                : 1;
    return firstMonth(period) + months - 1;
}

/// @notice Whether `period` begins no earlier than `from` and ends no later than `to`; a `to` of zero is open.
function liesWithin(Period period, Period from, Period to) pure returns (bool) {
    return firstMonth(period) >= firstMonth(from) && (isZero(to) || lastMonth(period) <= lastMonth(to));
}
