// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {AccessControlEnumerable} from "@openzeppelin/contracts/access/extensions/AccessControlEnumerable.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {FieldEntry, IAuthority, Jurisdiction} from "../../interfaces/IAuthority.sol";
import {Roles} from "../../libraries/Roles.sol";
import {FieldCode} from "../../types/FieldCode.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {CodeTables} from "./CodeTables.sol";

/// @title RoleRegister
/// @notice Roles, and where each holds. Every way in which a role is given or taken passes `_grantRole` or `_revokeRole`, and
/// both keep the journal and the jurisdiction in step.
abstract contract RoleRegister is CodeTables, AccessControlDefaultAdminRules, AccessControlEnumerable {
    uint64 private constant _EVERY_FIELD = type(uint64).max;

    mapping(bytes32 role => mapping(address account => Jurisdiction)) private _jurisdictions;

    // ─────────────────────── Acts of the administrator ────────────────

    /// @inheritdoc IAuthority
    function assignRole(
        address account,
        bytes32 role,
        RegionCode region,
        FieldCode[] calldata fields
    ) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (account == address(0)) revert Authority_ZeroAccount();
        if (!Roles.isKnown(role)) revert Authority_UnknownRole(role);
        _requireRegion(region);
        _jurisdictions[role][account] = Jurisdiction({region: region, fields: _fieldSet(fields)});
        if (!_grantRole(role, account)) _recordAssignment(role, account);
    }

    /// @notice Refused: the administrator's role is handed over in two steps, every other is given by `assignRole`.
    function grantRole(
        bytes32 role,
        address account
    ) public override(AccessControl, AccessControlDefaultAdminRules, IAccessControl) {
        if (role != DEFAULT_ADMIN_ROLE) revert Authority_JurisdictionRequired(role);
        super.grantRole(role, account);
    }

    /// @inheritdoc AccessControlDefaultAdminRules
    function revokeRole(
        bytes32 role,
        address account
    ) public override(AccessControl, AccessControlDefaultAdminRules, IAccessControl) {
        super.revokeRole(role, account);
    }

    /// @inheritdoc AccessControlDefaultAdminRules
    function renounceRole(
        bytes32 role,
        address account
    ) public override(AccessControl, AccessControlDefaultAdminRules, IAccessControl) {
        super.renounceRole(role, account);
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IAuthority
    function jurisdictionOf(bytes32 role, address account) public view returns (Jurisdiction memory) {
        return _jurisdictions[role][account];
    }

    /// @inheritdoc AccessControl
    function supportsInterface(
        bytes4 interfaceId
    ) public view override(AccessControl, AccessControlDefaultAdminRules, AccessControlEnumerable) returns (bool) {
        return interfaceId == type(IAuthority).interfaceId || super.supportsInterface(interfaceId);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev Reverts unless `account` holds `role` in a jurisdiction that covers `region`; returns its fields.
    function _requireRole(
        address account,
        bytes32 role,
        RegionCode region,
        FieldCode field
    ) internal view returns (uint64 fields) {
        Jurisdiction storage held = _jurisdictions[role][account];
        if (RegionCode.unwrap(held.region) == 0) revert Authority_MissingRole(account, role);
        if (!held.region.covers(region)) revert Authority_OutOfJurisdiction(account, role, region, field);
        return held.fields;
    }

    /// @dev As `AccessControl`, with this ledger's error.
    function _checkRole(bytes32 role, address account) internal view override {
        if (!hasRole(role, account)) revert Authority_MissingRole(account, role);
    }

    /// @dev Whether a set of fields has `field` in it. Who holds a role for every field needs no look at the table.
    function _includes(uint64 fields, FieldCode field) internal view returns (bool) {
        if (fields == _EVERY_FIELD) return true;
        FieldEntry memory entry = fieldEntry(field);
        // A field that was never registered has index 0, which belongs to another.
        return entry.registered && (fields >> entry.index) & 1 == 1;
    }

    // ─────────────────────── Giving and taking roles ──────────────────

    function _grantRole(
        bytes32 role,
        address account
    ) internal override(AccessControl, AccessControlDefaultAdminRules, AccessControlEnumerable) returns (bool granted) {
        granted = super._grantRole(role, account);
        if (granted) _recordAssignment(role, account);
    }

    function _revokeRole(
        bytes32 role,
        address account
    ) internal override(AccessControl, AccessControlDefaultAdminRules, AccessControlEnumerable) returns (bool revoked) {
        revoked = super._revokeRole(role, account);
        if (revoked) {
            delete _jurisdictions[role][account];
            _record(IAuthority.RoleWithdrawn.selector, _subjectOf(account), _msgSender(), abi.encode(role));
        }
    }

    function _setRoleAdmin(
        bytes32 role,
        bytes32 adminRole
    ) internal override(AccessControl, AccessControlDefaultAdminRules) {
        super._setRoleAdmin(role, adminRole);
    }

    function _recordAssignment(bytes32 role, address account) private {
        Jurisdiction memory held = _jurisdictions[role][account];
        _record(
            IAuthority.RoleAssigned.selector,
            _subjectOf(account),
            _msgSender(),
            abi.encode(role, held.region, held.fields)
        );
    }

    function _fieldSet(FieldCode[] calldata fields) private view returns (uint64 set) {
        if (fields.length == 0) return _EVERY_FIELD;
        for (uint256 i = 0; i < fields.length; ++i) {
            FieldEntry memory entry = fieldEntry(fields[i]);
            if (!entry.registered) revert Authority_FieldNotEnabled(fields[i]);
            uint64 bit = uint64(1) << entry.index;
            if (set & bit != 0) revert Authority_FieldsInvalid(set);
            set |= bit;
        }
    }

    function _subjectOf(address account) private pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}
