// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEnterprisePools, Membership, MembershipState} from "../../interfaces/IEnterprisePools.sol";
import {AsciiCodes} from "../../libraries/AsciiCodes.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PoolCode} from "../../types/PoolCode.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {StatisticsRegister} from "./StatisticsRegister.sol";

/// @title EnterprisePools (培育库)
/// @notice The pools of a region, and who is in them.
abstract contract EnterprisePools is StatisticsRegister {
    using AsciiCodes for bytes16;

    mapping(PoolCode pool => RegionCode region) private _pools;
    mapping(PoolCode pool => mapping(Uscc enterprise => Membership)) private _members;

    // ────────────────────────────── Acts ──────────────────────────────

    /// @inheritdoc IEnterprisePools
    function openPool(PoolCode pool, RegionCode region, string calldata text) external {
        if (RegionCode.unwrap(_pools[pool]) != 0) revert Pools_Exists(pool);
        (address actor, ) = _asOfficial(Roles.APPROVER, region);
        if (!bytes16(PoolCode.unwrap(pool)).isCode()) revert Pools_CodeInvalid(pool);
        _requireRegion(region);
        _requireText(text);
        _pools[pool] = region;
        _record(IEnterprisePools.PoolOpened.selector, pool.toSubject(), actor, abi.encode(region, text));
    }

    /// @inheritdoc IEnterprisePools
    function nominateEnterprise(PoolCode pool, Uscc enterprise, bytes32 documentDigest) external {
        RegionCode region = _pools[pool];
        if (RegionCode.unwrap(region) == 0) revert Pools_Unknown(pool);
        Membership storage entry = _members[pool][enterprise];
        if (entry.state != MembershipState.Removed) _requireState(pool, enterprise, entry, MembershipState.None);
        AUTHORITY.requireActive(enterprise);
        if (!region.covers(_regionOf(enterprise))) revert Pools_RegionOutside(pool, enterprise, region);
        address actor = _asOfficialFor(enterprise, Roles.REGISTRAR);
        _requireDigest(documentDigest);
        entry.nominator = actor;
        _move(entry, MembershipState.Nominated);
        _record(
            IEnterprisePools.EnterpriseNominated.selector,
            pool.toSubject(),
            actor,
            abi.encode(enterprise, documentDigest)
        );
    }

    /// @inheritdoc IEnterprisePools
    function admitEnterprise(PoolCode pool, Uscc enterprise, bytes32 decisionDigest) external {
        Membership storage entry = _members[pool][enterprise];
        _requireState(pool, enterprise, entry, MembershipState.Nominated);
        AUTHORITY.requireActive(enterprise);
        address actor = _asOfficialFor(enterprise, Roles.APPROVER);
        if (actor == entry.nominator) revert Pools_OwnNomination(pool, enterprise, actor);
        _requireDigest(decisionDigest);
        _move(entry, MembershipState.InPool);
        _record(
            IEnterprisePools.EnterpriseAdmitted.selector,
            pool.toSubject(),
            actor,
            abi.encode(enterprise, decisionDigest)
        );
    }

    /// @inheritdoc IEnterprisePools
    function graduateEnterprise(PoolCode pool, Uscc enterprise, bytes32 reason, bytes32 documentDigest) external {
        Membership storage entry = _members[pool][enterprise];
        _requireState(pool, enterprise, entry, MembershipState.InPool);
        address actor = _asOfficialFor(enterprise, Roles.APPROVER);
        _requireReason(reason);
        _move(entry, MembershipState.Graduated);
        _record(
            IEnterprisePools.EnterpriseGraduated.selector,
            pool.toSubject(),
            actor,
            abi.encode(enterprise, reason, documentDigest)
        );
    }

    /// @inheritdoc IEnterprisePools
    function removeEnterprise(PoolCode pool, Uscc enterprise, bytes32 reason, bytes32 documentDigest) external {
        Membership storage entry = _members[pool][enterprise];
        if (entry.state != MembershipState.Nominated) _requireState(pool, enterprise, entry, MembershipState.InPool);
        address actor = _asOfficialFor(enterprise, Roles.APPROVER);
        _requireReason(reason);
        _move(entry, MembershipState.Removed);
        _record(
            IEnterprisePools.EnterpriseRemoved.selector,
            pool.toSubject(),
            actor,
            abi.encode(enterprise, reason, documentDigest)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IEnterprisePools
    function poolRegion(PoolCode pool) external view returns (RegionCode) {
        return _pools[pool];
    }

    /// @inheritdoc IEnterprisePools
    function membershipOf(PoolCode pool, Uscc enterprise) external view returns (Membership memory) {
        return _members[pool][enterprise];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev A pool that does not exist has no members, and so none in another state than none.
    function _requireState(
        PoolCode pool,
        Uscc enterprise,
        Membership storage entry,
        MembershipState expected
    ) private view {
        MembershipState state = entry.state;
        if (state != expected) revert Pools_StateNotAllowed(pool, enterprise, state);
    }

    /// @dev The caller, if it may use `role` where the enterprise is registered and is not of it.
    function _asOfficialFor(Uscc enterprise, bytes32 role) private view returns (address actor) {
        Uscc organisation;
        (actor, organisation) = _asOfficial(role, _regionOf(enterprise));
        if (organisation.equals(enterprise)) revert Pools_ConflictOfInterest(actor, enterprise);
    }

    function _regionOf(Uscc enterprise) private view returns (RegionCode) {
        return AUTHORITY.organisationEntry(enterprise).region;
    }

    function _move(Membership storage entry, MembershipState state) private {
        entry.state = state;
        entry.since = _blockTime();
    }
}
