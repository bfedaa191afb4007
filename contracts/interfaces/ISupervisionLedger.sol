// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICases} from "./ICases.sol";
import {IComplaints} from "./IComplaints.sol";
import {IDraws} from "./IDraws.sol";
import {IInspections} from "./IInspections.sol";
import {IJournal} from "./IJournal.sol";
import {IPenalties} from "./IPenalties.sol";
import {IRectification} from "./IRectification.sol";
import {IServiceLedger} from "./IServiceLedger.sol";
import {ISignedActs} from "./ISignedActs.sol";
import {ISupervision} from "./ISupervision.sol";
import {ISupervisionGate} from "./ISupervisionGate.sol";

/// @title SupervisionLedger: complaints, draws, inspections, cases, orders and penalties
interface ISupervisionLedger is
    IJournal,
    ISupervision,
    ISignedActs,
    ISupervisionGate,
    IComplaints,
    IDraws,
    IInspections,
    ICases,
    IRectification,
    IPenalties
{
    /// @notice The contract that records the pilots' services; what it has against an acceptance is said here too.
    function SERVICES() external view returns (IServiceLedger);
}
