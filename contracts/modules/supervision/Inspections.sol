// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IInspections, Inspection, InspectionKind, InspectionResult} from "../../interfaces/IInspections.sol";
import {Roles} from "../../libraries/Roles.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {Draws} from "./Draws.sol";

/// @title Inspections (监督检查)
/// @notice Inspections by several inspectors.
abstract contract Inspections is Draws {
    uint256 private constant _INSPECTOR_MINIMUM = 2;
    uint256 private constant _INSPECTOR_LIMIT = 8;

    mapping(DossierId inspection => Inspection) private _inspections;
    mapping(DossierId inspection => mapping(address account => bool)) private _inspectors;

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @inheritdoc IInspections
    function openInspection(
        PilotId pilot,
        InspectionKind kind,
        DossierId draw,
        bytes32 documentDigest,
        address[] calldata inspectors
    ) external returns (DossierId inspection) {
        address actor = _asInspector(pilot);
        if (kind == InspectionKind.None) revert Inspections_KindRequired();
        bool valid = kind == InspectionKind.Random ? _isDrawnFor(draw, pilot.region()) : draw.isZero();
        if (!valid) revert Inspections_DrawInvalid(kind, draw);
        inspection = _nextDossier("IN", pilot.region());
        _appoint(inspection, pilot, inspectors);
        _inspections[inspection] = Inspection({
            pilot: _short(pilot),
            kind: kind,
            result: InspectionResult.None,
            inspectors: uint8(inspectors.length)
        });
        _recordOf(
            IInspections.InspectionOpened.selector,
            pilot,
            actor,
            abi.encode(inspection, kind, draw, documentDigest, inspectors)
        );
    }

    /// @inheritdoc IInspections
    function concludeInspection(DossierId inspection, InspectionResult result, bytes32 recordDigest) external {
        Inspection storage entry = _inspections[inspection];
        if (entry.kind == InspectionKind.None) revert Inspections_Unknown(inspection);
        if (entry.result != InspectionResult.None) revert Inspections_Concluded(inspection);
        PilotId pilot = _long(entry.pilot);
        address actor = _asInspector(pilot);
        _requireInspector(inspection, actor);
        if (result == InspectionResult.None) revert Inspections_ResultRequired();
        _requireDigest(recordDigest);
        entry.result = result;
        _recordOf(
            IInspections.InspectionConcluded.selector,
            pilot,
            actor,
            abi.encode(inspection, result, recordDigest)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IInspections
    function inspectionOf(DossierId inspection) external view returns (Inspection memory) {
        return _inspections[inspection];
    }

    /// @inheritdoc IInspections
    function isInspector(DossierId inspection, address account) public view returns (bool) {
        return _inspectors[inspection][account];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireInspector(DossierId inspection, address account) internal view {
        if (!isInspector(inspection, account)) revert Inspections_NotInspector(inspection, account);
    }

    function _isInspectionOf(DossierId inspection, PilotId pilot) internal view returns (bool) {
        return !pilot.isZero() && _inspections[inspection].pilot == _short(pilot);
    }

    function _resultOf(DossierId inspection) internal view returns (InspectionResult) {
        return _inspections[inspection].result;
    }

    function _appoint(DossierId inspection, PilotId pilot, address[] calldata inspectors) private {
        uint256 length = inspectors.length;
        if (length < _INSPECTOR_MINIMUM || length > _INSPECTOR_LIMIT) {
            revert Inspections_InspectorCount(length, _INSPECTOR_MINIMUM, _INSPECTOR_LIMIT);
        }
        Uscc lead = _existing(pilot).lead;
        for (uint256 i = 0; i < length; ++i) {
            if (isInspector(inspection, inspectors[i])) revert Inspections_InspectorTwice(i, inspectors[i]);
            _requireImpartial(pilot, lead, Roles.INSPECTOR, inspectors[i]);
            _inspectors[inspection][inspectors[i]] = true;
        }
    }
}
