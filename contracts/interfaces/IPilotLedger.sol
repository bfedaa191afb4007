// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./IAuthority.sol";
import {IJournal} from "./IJournal.sol";
import {IMilestones} from "./IMilestones.sol";
import {IPilots} from "./IPilots.sol";
import {IProgrammes} from "./IProgrammes.sol";
import {ISignedActs} from "./ISignedActs.sol";
import {ISupervised} from "./ISupervised.sol";

/// @title The pilot ledger: programmes, pilots and milestones
interface IPilotLedger is IJournal, ISignedActs, IProgrammes, IPilots, IMilestones, ISupervised {
    /// @notice Who may act, where, and for whom.
    function AUTHORITY() external view returns (IAuthority);
}
