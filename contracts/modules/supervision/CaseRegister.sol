// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, ICases, OrderState, Oversight, SupervisionCase} from "../../interfaces/ICases.sol";
import {CaseStates} from "../../libraries/CaseStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Inspections} from "./Inspections.sol";

/// @title CaseRegister
/// @notice The cases' entries, who inspected them, and the guards that the acts on them share.
abstract contract CaseRegister is Inspections {
    using CaseStates for uint256;

    uint8 private constant _INSPECTION_LIMIT = 8;

    /// @dev Where a storage proof finds the number of a pilot's open cases (one slot): at `keccak256(pilot ‖ slot)` of the
    /// namespace.
    /// @custom:storage-location erc7201:pilotledger.supervision
    struct SupervisionStorage {
        mapping(PilotId pilot => Oversight) oversight;
    }

    // keccak256(abi.encode(uint256(keccak256("pilotledger.supervision")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant _SUPERVISION_SLOT = 0x814085e26f144c46e9f8213d79131036ec96ac564bae25ac81e85ec90ebd2900;

    mapping(DossierId dossier => SupervisionCase) private _cases;
    mapping(DossierId dossier => mapping(uint256 number => DossierId)) private _attached;
    /// @dev Who acted as an inspector of the case without being one of its inspections'.
    mapping(DossierId dossier => mapping(address account => bool)) private _acted;

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc ICases
    function caseOf(DossierId dossier) external view returns (SupervisionCase memory) {
        return _cases[dossier];
    }

    /// @inheritdoc ICases
    function oversightOf(PilotId pilot) external view returns (Oversight memory) {
        return _oversight(pilot);
    }

    /// @inheritdoc ICases
    function hasInspected(DossierId dossier, address account) public view returns (bool) {
        if (_acted[dossier][account]) return true;
        for (uint256 number = _cases[dossier].inspections; number > 0; --number) {
            if (isInspector(_attached[dossier][number], account)) return true;
        }
        return false;
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev The entry of a case that exists and is in one of `states`, and its pilot.
    function _caseIn(
        DossierId dossier,
        uint256 states
    ) internal view returns (SupervisionCase storage entry, PilotId pilot) {
        entry = _cases[dossier];
        CaseState state = entry.state;
        if (state == CaseState.None) revert Cases_Unknown(dossier);
        if (!states.contain(state)) revert Cases_StateNotAllowed(dossier, state);
        pilot = _long(entry.pilot);
    }

    /// @dev The caller as an inspector of the case, which bars it from deciding.
    function _asCaseInspector(DossierId dossier, PilotId pilot) internal returns (address actor) {
        actor = _asInspector(pilot);
        if (!hasInspected(dossier, actor)) _acted[dossier][actor] = true;
    }

    /// @dev The caller, if it may decide on the case.
    function _asDecider(DossierId dossier, PilotId pilot) internal view returns (address actor) {
        actor = _asOfficial(pilot, Roles.DECIDER);
        if (hasInspected(dossier, actor)) revert Cases_InspectorMayNotDecide(dossier, actor);
    }

    function _requireOrderSettled(DossierId dossier, OrderState order) internal pure {
        if (order == OrderState.Open || order == OrderState.Responded || order == OrderState.Unfulfilled) {
            revert Cases_OrderOpen(dossier, order);
        }
    }

    // ──────────────────────────── Entries ─────────────────────────────

    function _oversight(PilotId pilot) internal view returns (Oversight storage) {
        SupervisionStorage storage $;
        assembly {
            $.slot := _SUPERVISION_SLOT
        }
        return $.oversight[pilot];
    }

    function _case(DossierId dossier) internal view returns (SupervisionCase storage) {
        return _cases[dossier];
    }

    function _attach(DossierId dossier, SupervisionCase storage entry, DossierId inspection) internal {
        if (entry.inspections == _INSPECTION_LIMIT) revert Cases_TooManyInspections(dossier, _INSPECTION_LIMIT);
        _attached[dossier][++entry.inspections] = inspection;
    }

    /// @dev The latest inspection attached to the case.
    function _latestInspection(DossierId dossier, SupervisionCase storage entry) internal view returns (DossierId) {
        return _attached[dossier][entry.inspections];
    }
}
