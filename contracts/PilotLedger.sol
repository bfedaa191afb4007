// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./interfaces/IAuthority.sol";
import {Acceptance} from "./modules/pilots/Acceptance.sol";
import {Applications} from "./modules/pilots/Applications.sol";
import {Conduct} from "./modules/pilots/Conduct.sol";
import {Extensions} from "./modules/pilots/Extensions.sol";
import {Parties} from "./modules/pilots/Parties.sol";
import {PilotRegister} from "./modules/pilots/PilotRegister.sol";
import {Reviews} from "./modules/pilots/Reviews.sol";
import {Stages} from "./modules/pilots/Stages.sol";
import {RegionCode} from "./types/RegionCode.sol";

/// @title PilotLedger
/// @notice The record of a province's pilots, one module for each part of a pilot's life, in the order in which it passes them.
contract PilotLedger is Applications, Reviews, Parties, Conduct, Extensions, Acceptance, Stages {
    /// @param authority Who may act, where, and for whom.
    /// @param province The two ASCII letters every id of this ledger begins with.
    /// @param provinceRegion The region whose officials act for the whole province, such as 330000.
    constructor(
        IAuthority authority,
        bytes2 province,
        RegionCode provinceRegion
    ) PilotRegister(authority, province, provinceRegion) {}
}
