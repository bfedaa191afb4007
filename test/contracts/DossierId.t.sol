// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Calendar} from "../../contracts/libraries/Calendar.sol";
import {Draw} from "../../contracts/libraries/Draw.sol";
import {DossierId, DossierScope, packDossierScope} from "../../contracts/types/DossierId.sol";
import {RegionCode} from "../../contracts/types/RegionCode.sol";

contract DossierIdTest {
    function testFuzz_partsComeBackOutOfAnId(bytes2 letters, uint16 year, uint24 region, uint32 serial) external pure {
        DossierScope scope = packDossierScope(letters, year, RegionCode.wrap(region));
        DossierId id = scope.withSerial(serial);
        require(scope.prefix() == letters, "prefix");
        require(DossierScope.unwrap(id.scope()) == DossierScope.unwrap(scope), "scope");
        require(RegionCode.unwrap(id.region()) == region, "region");
        require(id.serial() == serial, "serial");
        require(uint16(bytes2(DossierId.unwrap(id) << 16)) == year, "year");
        require(uint256(DossierId.unwrap(id)) << 88 == 0, "the rest is zero");
    }

    function test_anIdReadsAsItsCode() external pure {
        DossierId id = packDossierScope("JC", 2019, RegionCode.wrap(330200)).withSerial(7);
        require(
            DossierId.unwrap(id) == hex"4a4307e30509d800000007000000000000000000000000000000000000000000",
            "JC-2019-330200-0007"
        );
        require(!id.isZero() && DossierId.wrap(0).isZero(), "zero");
    }
}

contract CalendarTest {
    function test_theYearTurnsAtMidnightInShanghai() external pure {
        // 2019-01-01 00:00 in Shanghai is 2018-12-31 16:00 UTC.
        require(Calendar.yearOf(1_546_271_999) == 2018, "the last second of 2018");
        require(Calendar.yearOf(1_546_272_000) == 2019, "the first of 2019");
        require(Calendar.yearOf(0) == 1970, "the epoch");
        // 2000-12-31 23:59:59 in Shanghai: a leap year that begins a century.
        require(Calendar.yearOf(978_278_399) == 2000, "the last second of 2000");
        require(Calendar.yearOf(978_278_400) == 2001, "the first of 2001");
    }

    /// @notice Counting days year by year gives the same.
    function testFuzz_theYearIsThatOfTheCalendar(uint16 sinceEpoch, uint16 dayOfYear, uint24 second) external pure {
        uint256 year = 1970 + (sinceEpoch % 1_000);
        uint256 elapsed = 0;
        for (uint256 earlier = 1970; earlier < year; ++earlier) elapsed += _lengthOf(earlier);
        uint256 time = (elapsed + (dayOfYear % _lengthOf(year))) * 1 days + (second % 1 days);
        if (time < 8 hours) time = 8 hours;
        require(Calendar.yearOf(time - 8 hours) == year, "year");
    }

    function _lengthOf(uint256 year) private pure returns (uint256) {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 366 : 365;
    }
}

contract DrawTest {
    /// @notice A draw is what a plain Fisher–Yates shuffle of the whole list begins with.
    function testFuzz_aDrawIsTheBeginningOfAShuffle(bytes32 seed, uint8 size, uint8 wanted) external pure {
        uint32 length = 1 + (uint32(size) % 100);
        uint8 count = uint8(1 + (wanted % (length > 64 ? 64 : length)));
        uint32[] memory chosen = Draw.places(seed, length, count);
        uint32[] memory list = new uint32[](length);
        for (uint32 i = 0; i < length; ++i) list[i] = i;
        for (uint256 i = 0; i < count; ++i) {
            uint256 j = i + (uint256(keccak256(abi.encode(seed, i))) % (length - i));
            (list[i], list[j]) = (list[j], list[i]);
            require(chosen[i] == list[i], "place");
        }
        require(chosen.length == count, "count");
    }

    /// @notice No place is drawn twice, and none lies outside the list, however long it is.
    function testFuzz_placesAreDifferent(bytes32 seed, uint32 length, uint8 wanted) external pure {
        if (length == 0) length = 1;
        uint8 count = uint8(1 + (wanted % (length > 64 ? 64 : length)));
        uint32[] memory chosen = Draw.places(seed, length, count);
        for (uint256 i = 0; i < count; ++i) {
            require(chosen[i] < length, "inside");
            for (uint256 j = 0; j < i; ++j) require(chosen[i] != chosen[j], "different");
        }
    }
}
