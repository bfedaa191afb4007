// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Calendar
/// @notice The civil year of an instant, by which dossiers are numbered.
library Calendar {
    /// @dev Asia/Shanghai has kept no summer time since 1991.
    uint256 private constant _SHANGHAI_OFFSET = 8 hours;
    /// @dev Days from 1 March of year 0 to 1 January 1970.
    uint256 private constant _EPOCH = 719_468;
    uint256 private constant _DAYS_OF_400_YEARS = 146_097;

    /// @notice The Gregorian year in Asia/Shanghai.
    /// @dev Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`: years begin in March, so that the
    /// leap day is their last.
    /// @param time Unix seconds.
    function yearOf(uint256 time) internal pure returns (uint16) {
        uint256 day = (time + _SHANGHAI_OFFSET) / 1 days + _EPOCH;
        uint256 era = day / _DAYS_OF_400_YEARS;
        uint256 dayOfEra = day % _DAYS_OF_400_YEARS;
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        // Day 306 of a year that begins on 1 March is 1 January.
        return uint16(era * 400 + yearOfEra + (dayOfYear >= 306 ? 1 : 0));
    }
}
