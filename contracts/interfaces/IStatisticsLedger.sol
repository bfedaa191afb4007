// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Period} from "../types/Period.sol";
import {RegionCode} from "../types/RegionCode.sol";
import {IAuthority} from "./IAuthority.sol";
import {IBulletins} from "./IBulletins.sol";
import {IEnterprisePools} from "./IEnterprisePools.sol";
import {IEvaluations} from "./IEvaluations.sol";
import {IGuidance} from "./IGuidance.sol";
import {IIndicators} from "./IIndicators.sol";
import {IJournal} from "./IJournal.sol";
import {ISignedActs} from "./ISignedActs.sol";

/// @title The statistics ledger: indicators, bulletins, evaluations, guidance and enterprise pools
interface IStatisticsLedger is
    IJournal,
    ISignedActs,
    IIndicators,
    IBulletins,
    IEvaluations,
    IGuidance,
    IEnterprisePools
{
    /// @notice A reason code is required.
    error Statistics_ReasonRequired();
    /// @notice The digest of a document is required.
    error Statistics_DigestRequired();
    /// @notice A public text is empty or longer than `limit` bytes.
    error Statistics_TextLength(uint256 length, uint256 limit);
    /// @notice The period is no year from 2000 to 2999, and no quarter or month of one.
    error Statistics_PeriodInvalid(Period period);
    /// @notice The region is not enabled for new records.
    error Statistics_RegionNotEnabled(RegionCode region);

    /// @notice Who may act, where, and for whom.
    function AUTHORITY() external view returns (IAuthority);
}
