// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RegionCode} from "../../contracts/types/RegionCode.sol";

contract RegionCodeTest {
    function testFuzz_aProvinceCoversItsTwoDigits(uint24 code) external pure {
        uint24 region = _wellFormed(code);
        require(_covers(330000, region) == (region >= 330000 && region <= 339999), "province");
    }

    function testFuzz_aCityCoversItsFourDigits(uint24 code) external pure {
        uint24 region = _wellFormed(code);
        require(_covers(330100, region) == (region >= 330100 && region <= 330199), "city");
    }

    function testFuzz_aDistrictCoversItself(uint24 code) external pure {
        uint24 region = _wellFormed(code);
        require(_covers(330102, region) == (region == 330102), "district");
    }

    function testFuzz_coveringIsReflexiveAndTransitive(uint24 a, uint24 b, uint24 c) external pure {
        // Few digits, so that regions often lie in each other.
        uint24 x = _near(a);
        uint24 y = _near(b);
        uint24 z = _near(c);
        require(_covers(x, x), "reflexive");
        require(!_covers(x, y) || !_covers(y, z) || _covers(x, z), "transitive");
        require(!_covers(x, y) || !_covers(y, x) || x == y, "antisymmetric");
    }

    function testFuzz_sixDigitsAreWellFormed(uint24 code) external pure {
        require(RegionCode.wrap(code).isWellFormed() == (code > 99_999 && code < 1_000_000), "six digits");
    }

    function _covers(uint24 region, uint24 inner) private pure returns (bool) {
        return RegionCode.wrap(region).covers(RegionCode.wrap(inner));
    }

    function _wellFormed(uint24 code) private pure returns (uint24) {
        // Half of them in the province.
        return code % 2 == 0 ? 330000 + (code % 10_000) : 100_000 + (code % 900_000);
    }

    function _near(uint24 code) private pure returns (uint24) {
        return 330000 + (code % 2) * 10_000 + ((code / 2) % 2) * 100 + ((code / 4) % 2);
    }
}
