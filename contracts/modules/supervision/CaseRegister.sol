// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, ICases, OrderState, SupervisionCase} from "../../interfaces/ICases.sol";
import {CaseStates} from "../../libraries/CaseStates.sol";
import {InspectorSet} from "../../libraries/InspectorSet.sol";
import {Roles} from "../../libraries/Roles.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Inspections} from "./Inspections.sol";

/// @title CaseRegister
/// @notice The cases' entries, who inspected them, and the guards that the acts on them share.
abstract contract CaseRegister is Inspections {
    using CaseStates for uint256;
    using InspectorSet for uint256;

    /// @dev What the inspectors' numbers have room for beside the latest inspection.
    uint256 private constant _INSPECTOR_LIMIT = 10;

    /// @dev How a case was inspected, in one word.
    /// @param latest The latest inspection attached to it, without its trailing zeros.
    /// @param inspectors The numbers of all who acted as its inspectors, but for who opened it.
    struct Inspected {
        bytes11 latest;
        uint160 inspectors;
    }

    /// @dev Where a storage proof finds the number of a pilot's open serious cases: at `keccak256(pilot ‖ slot)` of the namespace.
    /// @custom:storage-location erc7201:pilotledger.supervision
    struct SupervisionStorage {
        mapping(PilotId pilot => uint16) serious;
    }

    // keccak256(abi.encode(uint256(keccak256("pilotledger.supervision")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant _SUPERVISION_SLOT = 0x814085e26f144c46e9f8213d79131036ec96ac564bae25ac81e85ec90ebd2900;

    mapping(DossierId dossier => SupervisionCase) private _cases;
    mapping(DossierId dossier => Inspected) private _inspected;

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc ICases
    function caseOf(DossierId dossier) external view returns (SupervisionCase memory) {
        return _cases[dossier];
    }

    /// @inheritdoc ICases
    function openSeriousCases(PilotId pilot) public view returns (uint16) {
        return _serious()[pilot];
    }

    /// @inheritdoc ICases
    function hasInspected(DossierId dossier, address account) public view returns (bool) {
        uint16 number = _inspectorNumber(account);
        return
            number != 0 &&
            (_cases[dossier].openedBy == number || uint256(_inspected[dossier].inspectors).contains(number));
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
        uint16 number = _numberFor(actor);
        if (_cases[dossier].openedBy != number) _inspectBy(dossier, number);
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

    /// @dev The number of open serious cases of each pilot.
    function _serious() internal view returns (mapping(PilotId pilot => uint16) storage) {
        SupervisionStorage storage $;
        assembly {
            $.slot := _SUPERVISION_SLOT
        }
        return $.serious;
    }

    function _case(DossierId dossier) internal view returns (SupervisionCase storage) {
        return _cases[dossier];
    }

    /// @dev Attaches an inspection to the case, and with it all of its inspectors.
    function _attach(DossierId dossier, SupervisionCase storage entry, DossierId inspection) internal {
        ++entry.inspections;
        _inspected[dossier].latest = bytes11(DossierId.unwrap(inspection));
        _inspectBy(dossier, _inspectorsOf(inspection));
    }

    /// @dev The latest inspection attached to the case.
    function _latestInspection(DossierId dossier) internal view returns (DossierId) {
        return DossierId.wrap(bytes32(_inspected[dossier].latest));
    }

    function _inspectBy(DossierId dossier, uint256 numbers) private {
        Inspected storage entry = _inspected[dossier];
        uint256 before = entry.inspectors;
        uint256 inspectors = before.union(numbers);
        if (inspectors == before) return;
        if (inspectors > type(uint160).max) revert Cases_TooManyInspectors(dossier, _INSPECTOR_LIMIT);
        entry.inspectors = uint160(inspectors);
    }
}
