// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Period} from "../../../contracts/types/Period.sol";

contract PeriodTest {
    function testFuzz_onlyYearsQuartersAndMonthsAreWellFormed(uint32 raw) external pure {
        uint256 year = raw >> 16;
        uint256 division = (raw >> 8) & 0xff;
        uint256 number = raw & 0xff;
        bool parts =
            (division == 0 && number == 0) ||
                (division == 1 && number >= 1 && number <= 4) ||
                (division == 2 && number >= 1 && number <= 12);
        require(Period.wrap(raw).isWellFormed() == (parts && year >= 2000 && year <= 2999), "well-formed");
    }

    function testFuzz_aYearIsItsQuartersAndAQuarterItsMonths(uint16 seed) external pure {
        uint16 year = 2000 + (seed % 1000);
        Period whole = _year(year);
        uint32 next = whole.firstMonth();
        for (uint8 quarter = 1; quarter <= 4; ++quarter) {
            Period part = _part(year, 1, quarter);
            require(part.isWellFormed() && part.liesWithin(whole, whole), "a quarter of the year");
            require(part.firstMonth() == next, "quarters follow each other");
            for (uint8 month = 3 * quarter - 2; month <= 3 * quarter; ++month) {
                Period single = _part(year, 2, month);
                require(single.isWellFormed() && single.liesWithin(part, part), "a month of the quarter");
                require(single.firstMonth() == single.lastMonth() && single.firstMonth() == next, "months follow");
                ++next;
            }
            require(part.lastMonth() + 1 == next, "a quarter has three months");
            require(!whole.liesWithin(part, part), "the year is more than a quarter");
        }
        require(whole.lastMonth() + 1 == next && _year(year + 1).firstMonth() == next, "a year has twelve months");
    }

    function test_anOpenEndIsZero() external pure {
        Period none = Period.wrap(0);
        require(none.isZero() && !none.isWellFormed(), "none");
        require(_year(2999).liesWithin(_year(2019), none), "open");
        require(!_part(2018, 2, 12).liesWithin(_year(2019), none), "before the beginning");
    }

    function _year(uint16 year) private pure returns (Period) {
        return Period.wrap(uint32(year) << 16);
    }

    function _part(uint16 year, uint8 division, uint8 number) private pure returns (Period) {
        return Period.wrap((uint32(year) << 16) | (uint32(division) << 8) | number);
    }
}
