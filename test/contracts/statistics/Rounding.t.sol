// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rounding} from "../../../contracts/libraries/Rounding.sol";

contract RoundingTest {
    function test_aHalfGoesUp() external pure {
        require(Rounding.halfUp(0, 3) == 0, "0");
        require(Rounding.halfUp(1, 3) == 0, "0.33");
        require(Rounding.halfUp(1, 2) == 1, "0.5");
        require(Rounding.halfUp(2, 3) == 1, "0.67");
        require(Rounding.halfUp(33_330, 20) == 1_667, "1666.5");
        require(Rounding.halfUp(33_329, 20) == 1_666, "1666.45");
    }

    /// @notice The result is the only integer within half a unit below and less than half a unit above the quotient.
    function testFuzz_theResultIsNearest(uint128 numerator, uint64 denominator) external pure {
        if (denominator == 0) return;
        uint256 rounded = Rounding.halfUp(numerator, denominator);
        require(2 * rounded * denominator <= 2 * uint256(numerator) + denominator, "not above by more than half");
        require(2 * rounded * denominator + denominator > 2 * uint256(numerator), "not below by half");
    }

    function testFuzz_pointsNeverExceedTheWeight(uint32 score, uint32 maximum, uint16 weight) external pure {
        if (maximum == 0) return;
        require(Rounding.halfUp(uint256(score % maximum) * weight, maximum) <= weight, "below the maximum");
        require(Rounding.halfUp(uint256(maximum) * weight, maximum) == weight, "at the maximum");
    }

    function testFuzz_aMeanOfEqualTotalsIsTheTotal(uint16 total, uint8 sheets) external pure {
        if (sheets == 0) return;
        require(Rounding.halfUp(uint256(total) * sheets, sheets) == total, "mean");
    }
}
