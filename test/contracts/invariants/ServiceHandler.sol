// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingRequirement, IPilots, PartyRole} from "../../../contracts/interfaces/IPilots.sol";
import {IServiceLedger} from "../../../contracts/interfaces/IServiceLedger.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {DossierId} from "../../../contracts/types/DossierId.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {create, Vm} from "../Vm.sol";
import {JournalGhost} from "./JournalGhost.sol";
import {ServiceActs} from "./ServiceActs.sol";
import {ServiceGhost} from "./ServiceGhost.sol";

/// @notice Drives the services of pilots through random acts; what no act may do, `ServiceGhost` sees in the logs.
contract ServiceHandler is ServiceActs, ServiceGhost {
    uint256 private constant _AT_ONCE = 4;

    /// @notice Two whose service must be filed, and one without.
    PilotId[3] public pilots;

    constructor() {
        _deploy();
        services = IServiceLedger(create("ServiceLedger", abi.encode(authority, ledger)));
        for (uint160 i = 0; i < 3; ++i) _assign(address(uint160(INSPECTOR) + i), Roles.INSPECTOR);
        _assign(PARTNER, Roles.INSPECTOR);
        _assign(LEADER, Roles.INSPECTOR);
        for (uint256 i = 0; i < 3; ++i) pilots[i] = _active(i);
    }

    // ──────────────────────────── Random acts ─────────────────────────

    /// @notice A few acts on one service, each by an account that may do it, and most of them allowed by its state.
    function advance(uint256 seed) external {
        PilotId pilot = pilots[_draw(seed) % 8 == 0 ? 2 : seed % 2];
        for (uint256 i = 0; i < _AT_ONCE; ++i) {
            uint256 draw = _draw(seed);
            _attempt(pilot, _likely(services.serviceOf(pilot).filing, draw), draw >> 16, address(0));
        }
    }

    /// @notice Any act by anybody.
    function disturb(uint256 seed) external {
        seed = _draw(seed);
        _attempt(pilots[seed % 3], (seed >> 8) % SERVICE_ACTS, seed >> 16, cast(seed >> 24));
    }

    /// @notice An organisation of inspectors becomes a party of a pilot, or is none any more.
    function involve(uint256 seed) external {
        PilotId pilot = pilots[seed % 3];
        bool party = ledger.standingOf(pilot, PARTY).role != PartyRole.None;
        bytes memory data =
            party
                ? abi.encodeCall(IPilots.removeParty, (pilot, PARTY, REASON))
                : abi.encodeCall(IPilots.addParty, (pilot, PARTY, PartyRole.Technology, REASON));
        _do(LEADER, address(ledger), data);
    }

    function pass(uint256 seed) external {
        clock += uint40(_draw(seed) % 20 days);
    }

    /// @param actor Who tries; zero for the account whose act it is.
    function _attempt(PilotId pilot, uint256 number, uint256 seed, address actor) private {
        (bytes memory data, address entitled) = _serviceAct(number, pilot, seed);
        _do(actor == address(0) ? entitled : actor, address(services), data);
        for (uint256 i = 0; i < 3; ++i) requireService(pilots[i]);
    }

    // ─────────────────────────── Setting up ───────────────────────────

    function _active(uint256 index) private returns (PilotId pilot) {
        pilot = abi.decode(_require(LEADER, _application(16 + index)), (PilotId));
        for (uint256 number = 1; number < 3; ++number) {
            (bytes memory data, address actor) = _act(number, pilot, 0);
            _require(actor, data);
        }
        bytes memory start =
            index < 2
                ? abi.encodeCall(IPilots.startPilot, (pilot, FilingRequirement.Required, bytes32(0)))
                : abi.encodeCall(IPilots.startPilot, (pilot, FilingRequirement.NotRequired, REASON));
        _require(LEADER, start);
    }

    function _require(address actor, bytes memory data) private returns (bytes memory result) {
        bool done = false;
        (done, result) = _do(actor, address(ledger), data);
        require(done, "the pilots are set up");
    }

    function _anIncident(uint256 seed) internal view override returns (DossierId) {
        return incidentsLength() == 0 ? DossierId.wrap(0) : incidents[(seed >> 16) % incidentsLength()];
    }

    function _take(Vm.Log memory log) internal override(JournalGhost, ServiceGhost) {
        ServiceGhost._take(log);
    }
}
