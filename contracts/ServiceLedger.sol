// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAuthority} from "./interfaces/IAuthority.sol";
import {IPilotLedger} from "./interfaces/IPilotLedger.sol";
import {Filings} from "./modules/services/Filings.sol";
import {Risk} from "./modules/services/Risk.sol";
import {SupervisionRegister} from "./modules/supervision/SupervisionRegister.sol";

/// @title ServiceLedger
/// @notice The record of the services that pilots run: how each is filed, how risky it is rated, and what went wrong with it.
contract ServiceLedger is Filings, Risk {
    /// @param authority Who may act, where, and for whom.
    /// @param ledger The record of the pilots.
    constructor(
        IAuthority authority,
        IPilotLedger ledger
    ) EIP712("PilotLedger Services", "1") SupervisionRegister(authority, ledger) {}
}
