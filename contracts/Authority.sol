// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {FieldEntry, IAuthority} from "./interfaces/IAuthority.sol";
import {AccountRegister} from "./modules/authority/AccountRegister.sol";
import {FieldCode} from "./types/FieldCode.sol";
import {RegionCode} from "./types/RegionCode.sol";
import {Uscc} from "./types/Uscc.sol";

/// @title Authority
/// @notice Who may act, where, and for whom: the code tables, the roles, the organisations and their accounts, one module each.
contract Authority is AccountRegister {
    /// @param administrator Assigns the roles and keeps the code tables; writes no business record.
    /// @param adminDelay Seconds between naming another administrator and its taking over.
    constructor(address administrator, uint48 adminDelay) AccessControlDefaultAdminRules(adminDelay, administrator) {}

    /// @inheritdoc IAuthority
    function officialOf(
        address account,
        bytes32 role,
        RegionCode region,
        FieldCode field
    ) external view returns (Uscc organisation) {
        uint64 fields = _requireRole(account, role, region, field);
        FieldEntry memory entry = fieldEntry(field);
        // A field that was never registered has index 0, which belongs to another.
        if (!entry.registered || fields & (uint64(1) << entry.index) == 0) {
            revert Authority_OutOfJurisdiction(account, role, region, field);
        }
        return organisationOf(account);
    }

    /// @inheritdoc IAuthority
    function officialOf(address account, bytes32 role, RegionCode region) external view returns (Uscc organisation) {
        _requireRole(account, role, region, FieldCode.wrap(0));
        return organisationOf(account);
    }
}
