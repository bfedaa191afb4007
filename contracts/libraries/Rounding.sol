// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Rounding
/// @notice The one way in which this ledger rounds: half up (四舍五入).
library Rounding {
    /// @notice `numerator / denominator` to the nearest integer, a half upwards. The denominator is not zero, and the sum of
    /// twice the numerator and the denominator fits 256 bits.
    function halfUp(uint256 numerator, uint256 denominator) internal pure returns (uint256) {
        return (2 * numerator + denominator) / (2 * denominator);
    }
}
