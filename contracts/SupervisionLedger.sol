// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./interfaces/IAuthority.sol";
import {IPilotLedger} from "./interfaces/IPilotLedger.sol";
import {FilingRequirement, Pilot} from "./interfaces/IPilots.sol";
import {Oversight} from "./interfaces/ISupervision.sol";
import {AcceptanceObstacle, ISupervisionGate} from "./interfaces/ISupervisionGate.sol";
import {Filings} from "./modules/supervision/Filings.sol";
import {Investigations} from "./modules/supervision/Investigations.sol";
import {Penalties} from "./modules/supervision/Penalties.sol";
import {Rectification} from "./modules/supervision/Rectification.sol";
import {Risk} from "./modules/supervision/Risk.sol";
import {SupervisionRegister} from "./modules/supervision/SupervisionRegister.sol";
import {PilotId} from "./types/PilotId.sol";

/// @title SupervisionLedger
/// @notice The record of how a province's pilots are supervised: filings, complaints, inspections, cases with their orders and
/// penalties, and risk, one module each.
contract SupervisionLedger is Filings, Investigations, Rectification, Penalties, Risk {
    /// @param authority Who may act, where, and for whom.
    /// @param ledger The record of the pilots; it asks this contract before acceptance once it is told to.
    constructor(IAuthority authority, IPilotLedger ledger) SupervisionRegister(authority, ledger) {}

    /// @inheritdoc ISupervisionGate
    function acceptanceObstacle(PilotId pilot) external view returns (AcceptanceObstacle) {
        Pilot memory entry = _existing(pilot);
        Oversight storage oversight = _oversight(pilot);
        if (entry.filing == FilingRequirement.Required && !_isFiled(oversight)) {
            return AcceptanceObstacle.FilingOutstanding;
        }
        return oversight.openSeriousCases == 0 ? AcceptanceObstacle.None : AcceptanceObstacle.SeriousCaseOpen;
    }
}
