// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Driven} from "./Driven.sol";
import {StatisticsHandler} from "./StatisticsHandler.sol";

/// @notice What holds of the statistics after every act. The handler's ghosts hold what each single log may say.
contract StatisticsInvariants is Driven {
    StatisticsHandler private _handler;

    function setUp() external {
        _handler = StatisticsHandler(_drive("StatisticsHandler"));
    }

    /// @dev One campaign holds them all: the runner draws a new one for each function of this prefix.
    function invariant_ofTheStatistics() external view {
        _handler.requireJournal(_handler.statistics());
        _handler.requireFigures();
        _handler.requireBulletins();
        _handler.requirePools();
        _handler.requireEvaluations();
    }
}
