// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./IAuthority.sol";
import {IEvidence} from "./IEvidence.sol";
import {IJournal} from "./IJournal.sol";
import {IPilotLedger} from "./IPilotLedger.sol";
import {ISignedActs} from "./ISignedActs.sol";

/// @title The evidence ledger
interface IEvidenceLedger is IJournal, ISignedActs, IEvidence {
    /// @notice Who may act, where, and for whom.
    function AUTHORITY() external view returns (IAuthority);

    /// @notice The pilots that evidence is anchored to.
    function PILOTS() external view returns (IPilotLedger);
}
