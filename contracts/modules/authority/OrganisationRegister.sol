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
        Organisation storage entry = _organisations[organisation];
        if (entry.status != OrganisationStatus.Unregistered) revert Authority_OrganisationExists(organisation);
        address actor = _asRegistrar(region);
        if (!organisation.isWellFormed()) revert Authority_MalformedUscc(organisation);
        entry.status = OrganisationStatus.Active;
        _setParticulars(IAuthority.OrganisationRegistered.selector, organisation, actor, region, kind, text);
    }

    /// @inheritdoc IAuthority
    function updateOrganisation(
        Uscc organisation,
        RegionCode region,
        OrganisationKind kind,
        string calldata text
    ) external {
        RegionCode former = _registered(organisation).region;
        _asRegistrar(former);
        address actor = _asRegistrar(region);
        _setParticulars(IAuthority.OrganisationUpdated.selector, organisation, actor, region, kind, text);
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
        OrganisationStatus status = _registered(organisation).status;
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

    function _setParticulars(
        bytes32 signature,
        Uscc organisation,
        address actor,
        RegionCode region,
        OrganisationKind kind,
        string calldata text
    ) private {
        _requireRegion(region);
        if (kind == OrganisationKind.None) revert Authority_KindRequired();
        _requireText(text);
        Organisation storage entry = _organisations[organisation];
        entry.region = region;
        entry.kind = kind;
        _record(signature, organisation.toSubject(), actor, abi.encode(region, kind, text));
    }
}
