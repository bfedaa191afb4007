// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./interfaces/IAuthority.sol";
import {Bulletins} from "./modules/statistics/Bulletins.sol";
import {EnterprisePools} from "./modules/statistics/EnterprisePools.sol";
import {Evaluations} from "./modules/statistics/Evaluations.sol";
import {Guidance} from "./modules/statistics/Guidance.sol";
import {Reports} from "./modules/statistics/Reports.sol";
import {StatisticsRegister} from "./modules/statistics/StatisticsRegister.sol";

/// @title StatisticsLedger
/// @notice The record of a province's figures and of what they rest on: indicators, bulletins, evaluations, guidance visits and
/// enterprise pools, one module each.
contract StatisticsLedger is Reports, Bulletins, Evaluations, Guidance, EnterprisePools {
    /// @param authority Who may act, where, and for whom.
    constructor(IAuthority authority) StatisticsRegister(authority) {}
}
