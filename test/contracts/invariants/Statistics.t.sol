// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {create} from "../Vm.sol";
import {StatisticsHandler} from "./StatisticsHandler.sol";

/// @notice What holds of the statistics after every act. The handler's ghosts hold what each single log may say.
contract StatisticsInvariants {
    StatisticsHandler private _handler;

    function setUp() external {
        _handler = StatisticsHandler(create("StatisticsHandler", ""));
    }

    /// @dev Read by the runner: the ledger is reached through the handler alone.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
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
