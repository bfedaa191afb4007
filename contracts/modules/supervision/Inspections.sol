// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IInspections, Inspection, InspectionKind, InspectionResult} from "../../interfaces/IInspections.sol";
import {InspectorSet} from "../../libraries/InspectorSet.sol";
import {Roles} from "../../libraries/Roles.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Draws} from "./Draws.sol";

/// @title Inspections (监督检查)
/// @notice Inspections by several inspectors.
abstract contract Inspections is Draws {
    using InspectorSet for uint256;

    uint256 private constant _INSPECTOR_MINIMUM = 2;
    /// @dev What their numbers have room for beside the rest of an inspection's word.
    uint256 private constant _INSPECTOR_LIMIT = 7;

    mapping(DossierId inspection => Inspection) private _inspections;
    /// @dev Inspectors are numbered as they first act, from 1, so that the entries hold several of them in one word.
    mapping(address account => uint16) private _numbers;
    uint16 private _numbersGiven;

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
        _inspections[inspection] = Inspection({
            pilot: _short(pilot),
            kind: kind,
            result: InspectionResult.None,
            inspectors: _appoint(pilot, inspectors)
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
        return _inspectorsOf(inspection).contains(_numbers[account]);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireInspector(DossierId inspection, address account) internal view {
        if (!isInspector(inspection, account)) revert Inspections_NotInspector(inspection, account);
    }

    /// @dev The inspectors of an inspection, as a set of their numbers.
    function _inspectorsOf(DossierId inspection) internal view returns (uint256) {
        return _inspections[inspection].inspectors;
    }

    /// @dev The number of an inspector; zero for one who never acted.
    function _inspectorNumber(address account) internal view returns (uint16) {
        return _numbers[account];
    }

    /// @dev The number of an inspector, given now to one who never acted.
    function _numberFor(address account) internal returns (uint16 number) {
        number = _numbers[account];
        if (number == 0) {
            number = ++_numbersGiven;
            _numbers[account] = number;
        }
    }

    function _isInspectionOf(DossierId inspection, PilotId pilot) internal view returns (bool) {
        return !pilot.isZero() && _inspections[inspection].pilot == _short(pilot);
    }

    function _resultOf(DossierId inspection) internal view returns (InspectionResult) {
        return _inspections[inspection].result;
    }

    /// @dev The numbers of several inspectors, each with jurisdiction and none from a party of the pilot.
    function _appoint(PilotId pilot, address[] calldata inspectors) private returns (uint112 appointed) {
        uint256 length = inspectors.length;
        if (length < _INSPECTOR_MINIMUM || length > _INSPECTOR_LIMIT) {
            revert Inspections_InspectorCount(length, _INSPECTOR_MINIMUM, _INSPECTOR_LIMIT);
        }
        for (uint256 i = 0; i < length; ++i) {
            uint16 number = _numberFor(inspectors[i]);
            if (uint256(appointed).contains(number)) revert Inspections_InspectorTwice(i, inspectors[i]);
            _requireImpartial(pilot, Roles.INSPECTOR, inspectors[i]);
            appointed = uint112(uint256(appointed).with(number));
        }
    }
}
