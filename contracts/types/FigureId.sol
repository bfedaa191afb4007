// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IndicatorId} from "./IndicatorId.sol";
import {Period} from "./Period.sol";
import {RegionCode} from "./RegionCode.sol";

/// @notice What a target or a report is about; it reads as `SW_REV-1-330100-2019Q1` = indicator · version · region · period.
/// @dev Bytes 0-17 the indicator's id, 18-20 the region, 21-24 the period, the rest zero.
type FigureId is bytes32;

function packFigureId(IndicatorId indicator, RegionCode region, Period period) pure returns (FigureId) {
    return
        FigureId.wrap(
            IndicatorId.unwrap(indicator) |
                (bytes32(bytes3(RegionCode.unwrap(region))) >> 144) |
                (bytes32(bytes4(Period.unwrap(period))) >> 168)
        );
}
