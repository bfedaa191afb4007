// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, ICases, OrderState, SupervisionCase} from "../../../contracts/interfaces/ICases.sol";
import {IInspections, InspectionKind, InspectionResult} from "../../../contracts/interfaces/IInspections.sol";
import {HearingState, IPenalties, Penalty} from "../../../contracts/interfaces/IPenalties.sol";
import {IServiceLedger} from "../../../contracts/interfaces/IServiceLedger.sol";
import {ISupervised} from "../../../contracts/interfaces/ISupervised.sol";
import {ISupervisionLedger} from "../../../contracts/interfaces/ISupervisionLedger.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {DossierId} from "../../../contracts/types/DossierId.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {create, Vm} from "../Vm.sol";
import {CaseActs} from "./CaseActs.sol";
import {CaseTransitions} from "./CaseTransitions.sol";
import {DrawActs} from "./DrawActs.sol";
import {DrawGhost} from "./DrawGhost.sol";
import {JournalGhost} from "./JournalGhost.sol";

/// @notice Drives the cases of a pilot and the draws of its region through random acts, and reverts when an act does what no act may.
contract SupervisionHandler is CaseActs, DrawActs {
    uint256 private constant _CASES = 2;
    uint256 private constant _AT_ONCE = 4;

    IServiceLedger public services;
    DossierId[] public cases;

    constructor() {
        _deploy();
        services = IServiceLedger(create("ServiceLedger", abi.encode(authority, ledger)));
        supervision = ISupervisionLedger(create("SupervisionLedger", abi.encode(services)));
        _require(address(this), abi.encodeCall(ISupervised.setSupervision, (address(supervision))));
        for (uint160 i = 0; i < 3; ++i) _assign(address(uint160(INSPECTOR) + i), Roles.INSPECTOR);
        _assign(INSPECTING_DECIDER, Roles.DECIDER);
        _assign(APPROVER, Roles.DECIDER);
        _assign(PARTNER, Roles.DECIDER);
        pilot = abi.decode(_require(LEADER, _application(1)), (PilotId));
        for (uint256 i = 0; i < 4; ++i) {
            (bytes memory data, address actor) = _act([uint256(12), 1, 2, 9][i], pilot, 0);
            _require(actor, data);
        }
    }

    function casesLength() external view returns (uint256) {
        return cases.length;
    }

    // ──────────────────────────── Random acts ─────────────────────────

    /// @notice Opens a case, until there are a few; then does something that has a chance.
    function openOrAdvance(uint256 seed) external {
        if (cases.length == _CASES) return advance(seed);
        seed = _draw(seed);
        (bool done, bytes memory result) = _do(_inspector(seed), address(supervision), _opening(seed));
        if (done) cases.push(abi.decode(result, (DossierId)));
    }

    /// @notice A few acts on one case, each by an account that may do it, and most of them allowed by the case's state.
    function advance(uint256 seed) public {
        if (cases.length == 0) return;
        DossierId dossier = cases[seed % cases.length];
        for (uint256 i = 0; i < _AT_ONCE; ++i) {
            uint256 draw = _draw(seed);
            CaseState state = supervision.caseOf(dossier).state;
            if (state == CaseState.Opened || state == CaseState.Reopened) _inspect(draw);
            _attempt(dossier, _likely(state, draw), draw >> 16, address(0));
        }
    }

    /// @notice Any act by anybody.
    function disturb(uint256 seed) external {
        if (cases.length == 0) return;
        seed = _draw(seed);
        _attempt(cases[seed % cases.length], (seed >> 8) % CASE_ACTS, seed >> 16, cast(seed >> 24));
    }

    /// @notice An inspection ends: a case without findings can be closed.
    function conclude(uint256 seed) external {
        seed = _draw(seed);
        InspectionResult result = InspectionResult(1 + (seed % 2));
        bytes32 paper = keccak256(abi.encode(seed));
        bytes memory data = abi.encodeCall(IInspections.concludeInspection, (inspection, result, paper));
        _do(_inspector(seed), address(supervision), data);
    }

    /// @notice A few acts on draws, some blocks apart; now and then so many that a draw is missed.
    function drawAtRandom(uint256 seed) external {
        for (uint256 i = 0; i < _AT_ONCE; ++i) {
            uint256 draw = _draw(seed);
            height += uint48(draw % 16 == 0 ? 260 : (draw >> 8) % 4);
            address actor = (draw >> 16) % 8 == 0 ? cast(draw >> 24) : _inspector(draw);
            _do(actor, address(supervision), _drawAct(draw >> 32));
        }
    }

    function pass(uint256 seed) external {
        seed = _draw(seed);
        clock += uint40(seed % 4 days);
        height += uint48((seed >> 40) % 64);
    }

    // ───────────────────────── What no act may do ─────────────────────

    /// @param actor Who tries; zero for the account whose act it is.
    function _attempt(DossierId dossier, uint256 number, uint256 seed, address actor) private {
        (bytes memory data, address entitled) = _caseAct(number, dossier, seed);
        if (actor == address(0)) actor = entitled;
        SupervisionCase memory before = supervision.caseOf(dossier);
        Penalty memory penaltyBefore = supervision.penaltyOf(dossier);
        bool inspected = supervision.hasInspected(dossier, actor);
        (bool accepted, , bytes32 signature) = _watch(actor, address(supervision), data);
        if (!accepted) return _requireUnchanged(dossier, before, penaltyBefore);
        SupervisionCase memory present = supervision.caseOf(dossier);
        CaseTransitions.requireAllowed(signature, before.state, present.state);
        require(
            present.round <= 2 && present.round >= (present.state == CaseState.Reopened ? 0 : before.round),
            "rounds"
        );
        if (CaseTransitions.isDecision(signature)) {
            require(!inspected, "nobody decides on a case that they inspected");
            require(actor == APPROVER || actor == INSPECTING_DECIDER, "deciders decide, and nobody of a team");
        }
        if (signature == ICases.CaseClosed.selector) {
            require(before.order != OrderState.Open && before.order != OrderState.Responded, "no order is open");
        }
        if (signature == IPenalties.PenaltyNoticed.selector) _requireBand(supervision.penaltyOf(dossier));
        if (signature == IPenalties.PenaltyDecided.selector) {
            _requireDecision(penaltyBefore, supervision.penaltyOf(dossier));
        }
    }

    function _requireUnchanged(DossierId dossier, SupervisionCase memory before, Penalty memory penalty) private view {
        bytes32 present = keccak256(abi.encode(supervision.caseOf(dossier), supervision.penaltyOf(dossier)));
        require(present == keccak256(abi.encode(before, penalty)), "a refusal changes nothing");
    }

    function _requireBand(Penalty memory noticed) private view {
        require(noticed.kinds != 0 && noticed.statementUntil > clock, "a notice says what, and until when to answer");
        require(noticed.fine >= noticed.fineMinimum, "a noticed fine is inside its band");
        require((noticed.fine == 0) || noticed.kinds & FINE != 0, "no fine that is not announced as one");
        require(!noticed.waived && noticed.hearing == HearingState.None, "each notice is answered anew");
    }

    function _requireDecision(Penalty memory noticed, Penalty memory decided) private view {
        require(noticed.waived || clock > noticed.statementUntil, "the statement window has passed or was waived");
        require(noticed.hearing != HearingState.Requested, "a hearing that was asked for was held");
        require(decided.kinds != 0 && decided.kinds & ~noticed.kinds == 0, "nothing is decided that was not announced");
        bool fined = decided.kinds & FINE != 0;
        require(fined ? decided.fine >= noticed.fineMinimum : decided.fine == 0, "a fine is inside its band");
        require(decided.fine <= noticed.fine, "no fine is above the noticed one");
    }

    // ─────────────────────────── Setting up ───────────────────────────

    function _inspect(uint256 seed) private {
        address[] memory inspectors = new address[](2);
        (inspectors[0], inspectors[1]) =
            seed % 8 == 0 ? (INSPECTOR, INSPECTING_DECIDER) : (INSPECTOR, address(uint160(INSPECTOR) + 1));
        (DossierId drawn, ) = _latestOf(seed % 16 < 4 ? PROVINCE : CITY);
        InspectionKind kind = seed % 4 == 1 ? InspectionKind.Random : InspectionKind.Routine;
        if (kind == InspectionKind.Routine && seed % 16 != 2) drawn = DossierId.wrap(0);
        bytes memory data = abi.encodeCall(IInspections.openInspection, (pilot, kind, drawn, bytes32(0), inspectors));
        (bool done, bytes memory result) = _do(INSPECTOR, address(supervision), data);
        if (done) inspection = abi.decode(result, (DossierId));
    }

    function _take(Vm.Log memory log) internal override(JournalGhost, DrawGhost) {
        DrawGhost._take(log);
    }

    function _fineOf(DossierId dossier) internal view override returns (uint64) {
        return supervision.penaltyOf(dossier).fine;
    }

    function _require(address actor, bytes memory data) private returns (bytes memory result) {
        bool done = false;
        (done, result) = _do(actor, address(ledger), data);
        require(done, "the pilot is set up");
    }
}
