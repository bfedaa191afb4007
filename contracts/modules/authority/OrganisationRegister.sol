// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority, Organisation, OrganisationKind, OrganisationStatus} from "../../interfaces/IAuthority.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {RoleRegister} from "./RoleRegister.sol";

/// @title OrganisationRegister
/// @notice The organisations that may act; the registrars of their region keep them.
abstract contract OrganisationRegister is RoleRegister {
    mapping(Uscc organisation => Organisation) private _organisations;

    // ───────────────────────── Acts of the registrar ──────────────────

    /// @inheritdoc IAuthority
    function registerOrganisation(
        Uscc organisation,
        RegionCode region,
        OrganisationKind kind,
        string calldata text
    ) external {
        if (_organisations[organisation].status != OrganisationStatus.Unregistered) {
            revert Authority_OrganisationExists(organisation);
        }
        address actor = _asRegistrar(region);
        if (!organisation.isWellFormed()) revert Authority_MalformedUscc(organisation);
        Organisation memory entry = Organisation(region, kind, OrganisationStatus.Active);
        _enter(IAuthority.OrganisationRegistered.selector, organisation, actor, entry, text);
    }

    /// @inheritdoc IAuthority
    function updateOrganisation(
        Uscc organisation,
        RegionCode region,
        OrganisationKind kind,
        string calldata text
    ) external {
        Organisation memory entry = _registered(organisation);
        _asRegistrar(entry.region);
        address actor = _asRegistrar(region);
        (entry.region, entry.kind) = (region, kind);
        _enter(IAuthority.OrganisationUpdated.selector, organisation, actor, entry, text);
    }

    /// @inheritdoc IAuthority
    function setOrganisationStatus(Uscc organisation, OrganisationStatus status, bytes32 reason) external {
        Organisation storage entry = _registered(organisation);
        OrganisationStatus former = entry.status;
        if (former == OrganisationStatus.Revoked || former == status || status == OrganisationStatus.Unregistered) {
            revert Authority_StatusNotAllowed(organisation, former, status);
        }
        address actor = _asRegistrar(entry.region);
        _requireReason(reason);
        entry.status = status;
        _record(
            IAuthority.OrganisationStatusChanged.selector,
            organisation.toSubject(),
            actor,
            abi.encode(status, reason)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IAuthority
    function requireActive(Uscc organisation) public view {
        _requireNotPaused();
        OrganisationStatus status = _organisations[organisation].status;
        if (status == OrganisationStatus.Unregistered) revert Authority_OrganisationUnknown(organisation);
        if (status != OrganisationStatus.Active) revert Authority_OrganisationNotActive(organisation, status);
    }

    /// @inheritdoc IAuthority
    function organisationEntry(Uscc organisation) external view returns (Organisation memory) {
        return _organisations[organisation];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev The caller, if it may act as a registrar of `region`.
    function _asRegistrar(RegionCode region) internal view virtual returns (address actor);

    function _registered(Uscc organisation) internal view returns (Organisation storage entry) {
        entry = _organisations[organisation];
        if (entry.status == OrganisationStatus.Unregistered) revert Authority_OrganisationUnknown(organisation);
    }

    function _enter(
        bytes32 signature,
        Uscc organisation,
        address actor,
        Organisation memory entry,
        string calldata text
    ) private {
        _requireRegion(entry.region);
        if (entry.kind == OrganisationKind.None) revert Authority_KindRequired();
        _requireText(text);
        _organisations[organisation] = entry;
        _record(signature, organisation.toSubject(), actor, abi.encode(entry.region, entry.kind, text));
    }
}
