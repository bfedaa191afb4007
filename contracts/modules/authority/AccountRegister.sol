// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccountBinding, IAuthority, Jurisdiction} from "../../interfaces/IAuthority.sol";
import {Roles} from "../../libraries/Roles.sol";
import {FieldCode} from "../../types/FieldCode.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {OrganisationRegister} from "./OrganisationRegister.sol";

/// @title AccountRegister
/// @notice Which account acts for which organisation, and until when.
abstract contract AccountRegister is OrganisationRegister {
    mapping(address account => AccountBinding) private _bindings;

    // ───────────────────────── Acts of the registrar ──────────────────

    /// @inheritdoc IAuthority
    function bindAccount(Uscc organisation, address account) external {
        requireActive(organisation);
        AccountBinding storage binding = _bindings[account];
        if (!binding.organisation.isZero()) revert Authority_AccountAlreadyBound(account, binding.organisation);
        address actor = _asRegistrar(_registered(organisation).region);
        if (account == address(0)) revert Authority_ZeroAccount();
        binding.organisation = organisation;
        binding.boundAt = uint40(block.timestamp);
        _record(IAuthority.AccountBound.selector, organisation.toSubject(), actor, abi.encode(account));
    }

    /// @inheritdoc IAuthority
    function revokeAccount(address account, bytes32 reason) external {
        Uscc organisation = _bound(account);
        address actor = _asRegistrar(_registered(organisation).region);
        _requireReason(reason);
        _bindings[account].revokedAt = uint40(block.timestamp);
        _record(IAuthority.AccountRevoked.selector, organisation.toSubject(), actor, abi.encode(account, reason));
    }

    // ─────────────── Acts of the account and its colleagues ───────────

    /// @inheritdoc IAuthority
    function reportKeyCompromise(address account, uint40 lostAt) external {
        Uscc organisation = _bound(account);
        address actor = _msgSender();
        if (actor != account && !_isColleague(actor, organisation) && !_isRegistrarOf(actor, organisation)) {
            revert Authority_NotEntitledToReport(actor, account);
        }
        uint40 blockTime = uint40(block.timestamp);
        if (lostAt > blockTime) revert Authority_LossInFuture(lostAt, blockTime);
        _bindings[account].revokedAt = blockTime;
        _record(
            IAuthority.KeyCompromiseReported.selector,
            organisation.toSubject(),
            actor,
            abi.encode(account, lostAt)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IAuthority
    function organisationOf(address account) public view returns (Uscc organisation) {
        organisation = _bound(account);
        requireActive(organisation);
    }

    /// @inheritdoc IAuthority
    function bindingOf(address account) external view returns (AccountBinding memory) {
        return _bindings[account];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev The first registrar belongs to no organisation, since there is none yet to belong to. One that does belong to an
    /// organisation loses its powers with it: it cannot restore its own.
    function _asRegistrar(RegionCode region) internal view override returns (address actor) {
        _requireNotPaused();
        actor = _msgSender();
        _requireRole(actor, Roles.REGISTRAR, region, FieldCode.wrap(0));
        if (!_bindings[actor].organisation.isZero()) organisationOf(actor);
    }

    /// @dev The organisation of an account that is bound and not revoked.
    function _bound(address account) private view returns (Uscc organisation) {
        AccountBinding storage binding = _bindings[account];
        organisation = binding.organisation;
        if (organisation.isZero()) revert Authority_AccountNotBound(account);
        if (binding.revokedAt != 0) revert Authority_AccountRevoked(account, binding.revokedAt);
    }

    function _isColleague(address actor, Uscc organisation) private view returns (bool) {
        AccountBinding storage binding = _bindings[actor];
        return binding.organisation.equals(organisation) && binding.revokedAt == 0;
    }

    function _isRegistrarOf(address actor, Uscc organisation) private view returns (bool) {
        Jurisdiction memory held = jurisdictionOf(Roles.REGISTRAR, actor);
        if (RegionCode.unwrap(held.region) == 0 || _bindings[actor].revokedAt != 0) return false;
        return held.region.covers(_registered(organisation).region);
    }
}
