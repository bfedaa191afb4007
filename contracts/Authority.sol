// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAuthority} from "./interfaces/IAuthority.sol";
import {AccountRegister} from "./modules/authority/AccountRegister.sol";
import {SignedActs} from "./modules/SignedActs.sol";
import {FieldCode} from "./types/FieldCode.sol";
import {RegionCode} from "./types/RegionCode.sol";
import {Uscc} from "./types/Uscc.sol";

/// @title Authority
/// @notice Who may act, where, and for whom: the code tables, the roles, the organisations and their accounts, one module each.
contract Authority is AccountRegister, SignedActs {
    /// @param administrator Assigns the roles and keeps the code tables; writes no business record.
    /// @param adminDelay Seconds between naming another administrator and its taking over.
    constructor(
        address administrator,
        uint48 adminDelay
    ) AccessControlDefaultAdminRules(adminDelay, administrator) EIP712("PilotLedger Authority", "1") {}

    /// @inheritdoc IAuthority
    function officialOf(
        address account,
        bytes32 role,
        RegionCode region,
        FieldCode field
    ) external view returns (Uscc organisation) {
        uint64 fields = _requireRole(account, role, region, field);
        if (!_includes(fields, field)) revert Authority_OutOfJurisdiction(account, role, region, field);
        return organisationOf(account);
    }

    /// @inheritdoc IAuthority
    function officialOf(address account, bytes32 role, RegionCode region) external view returns (Uscc organisation) {
        _requireRole(account, role, region, FieldCode.wrap(0));
        return organisationOf(account);
    }

    // ─────────────────────────── Signed acts ──────────────────────────

    /// @dev Administrators and registrars act in their own name: the one act of an account outside government is its notice that
    /// a key was lost, which it may have to send from a machine that holds no other key.
    function _isSignable(bytes4 selector) internal pure override returns (bool) {
        return selector == IAuthority.reportKeyCompromise.selector;
    }

    function _msgSender() internal view override(Context, SignedActs) returns (address) {
        return SignedActs._msgSender();
    }
}
