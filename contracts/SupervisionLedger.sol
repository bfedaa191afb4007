// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IServiceLedger} from "./interfaces/IServiceLedger.sol";
import {AcceptanceObstacle, ISupervisionGate} from "./interfaces/ISupervisionGate.sol";
import {ISupervisionLedger} from "./interfaces/ISupervisionLedger.sol";
import {Investigations} from "./modules/supervision/Investigations.sol";
import {Penalties} from "./modules/supervision/Penalties.sol";
import {Rectification} from "./modules/supervision/Rectification.sol";
import {SupervisionRegister} from "./modules/supervision/SupervisionRegister.sol";
import {PilotId} from "./types/PilotId.sol";

/// @title SupervisionLedger
/// @notice The record of how a province's pilots are supervised: complaints, inspections, and cases with their orders and
/// penalties, one module each. It answers for all of supervision when a pilot asks for acceptance.
contract SupervisionLedger is Investigations, Rectification, Penalties {
    /// @inheritdoc ISupervisionLedger
    IServiceLedger public immutable SERVICES;

    /// @param services The record of the services of the pilots, whose authority and pilots are this contract's too. The record
    /// of the pilots asks this contract before acceptance once it is told to.
    constructor(
        IServiceLedger services
    ) EIP712("PilotLedger Supervision", "1") SupervisionRegister(services.AUTHORITY(), services.LEDGER()) {
        SERVICES = services;
    }

    /// @inheritdoc ISupervisionGate
    function acceptanceObstacle(PilotId pilot) external view returns (AcceptanceObstacle) {
        if (SERVICES.isFilingOutstanding(pilot)) return AcceptanceObstacle.FilingOutstanding;
        return openSeriousCases(pilot) == 0 ? AcceptanceObstacle.None : AcceptanceObstacle.SeriousCaseOpen;
    }
}
