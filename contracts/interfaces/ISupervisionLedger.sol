// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./IAuthority.sol";
import {ICases} from "./ICases.sol";
import {IComplaints} from "./IComplaints.sol";
import {IFilings} from "./IFilings.sol";
import {IInspections} from "./IInspections.sol";
import {IJournal} from "./IJournal.sol";
import {IPenalties} from "./IPenalties.sol";
import {IPilotLedger} from "./IPilotLedger.sol";
import {IRectification} from "./IRectification.sol";
import {IRisk} from "./IRisk.sol";
import {ISupervision} from "./ISupervision.sol";
import {ISupervisionGate} from "./ISupervisionGate.sol";

/// @title SupervisionLedger: filings, inspections, cases, penalties and risk of pilots
interface ISupervisionLedger is
    IJournal,
    ISupervision,
    ISupervisionGate,
    IFilings,
    IComplaints,
    IInspections,
    ICases,
    IRectification,
    IPenalties,
    IRisk
{
    /// @notice The contract that says who may act.
    function AUTHORITY() external view returns (IAuthority);

    /// @notice The contract that records the pilots.
    function LEDGER() external view returns (IPilotLedger);
}
