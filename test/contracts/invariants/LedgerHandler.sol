// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IAuthority, OrganisationStatus} from "../../../contracts/interfaces/IAuthority.sol";
import {Anchor, DigestAlgorithm} from "../../../contracts/interfaces/IEvidence.sol";
import {PartyRole, Pilot, PilotState} from "../../../contracts/interfaces/IPilots.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {FieldCode} from "../../../contracts/types/FieldCode.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {PilotActs} from "./PilotActs.sol";
import {Transitions} from "./Transitions.sol";

/// @notice Drives the contracts through random acts, and reverts when an act does what no act may: so the runner must be told
/// that a revert fails.
contract LedgerHandler is PilotActs {
    struct Anchored {
        PilotId pilot;
        uint8 milestone;
        bytes32 digest;
        uint40 since;
    }

    uint256 private constant _PILOTS = 2;
    uint256 private constant _AT_ONCE = 4;

    PilotId[] public pilots;
    /// @notice The due dates that the present plan named, from milestone 1 on.
    mapping(PilotId pilot => uint40[]) public plannedDueAt;
    Anchored[] public anchored;
    /// @notice The organisations that submitted a milestone.
    mapping(PilotId pilot => mapping(Uscc organisation => bool)) public submitted;

    constructor() {
        _deploy();
    }

    function pilotsLength() external view returns (uint256) {
        return pilots.length;
    }

    function anchoredLength() external view returns (uint256) {
        return anchored.length;
    }

    // ──────────────────────────── Random acts ─────────────────────────

    /// @notice Applies, until there are a few pilots; then does something that has a chance.
    function applyOrAdvance(uint256 seed) external {
        if (pilots.length == _PILOTS) return advance(seed);
        (bool accepted, bytes memory result) = _do(LEADER, address(ledger), _application(_draw(seed)));
        if (!accepted) return;
        pilots.push(abi.decode(result, (PilotId)));
        _notePlan(pilots[pilots.length - 1]);
    }

    /// @notice A few acts on one pilot, each by an account that may do it, and most of them allowed by the pilot's state: pilots
    /// get old in many steps.
    function advance(uint256 seed) public {
        if (pilots.length == 0) return;
        PilotId pilot = pilots[seed % pilots.length];
        for (uint256 i = 0; i < _AT_ONCE; ++i) {
            uint256 draw = _draw(seed);
            _attempt(pilot, _likely(ledger.pilotOf(pilot).state, draw), draw >> 16, address(0));
        }
    }

    /// @notice Any act by anybody.
    function disturb(uint256 seed) external {
        if (pilots.length == 0) return;
        seed = _draw(seed);
        _attempt(pilots[seed % pilots.length], (seed >> 8) % ACTS, seed >> 16, cast(seed >> 24));
    }

    /// @notice Roles come and go, organisations are suspended and restored; those who drive the pilots are mostly left alone.
    function govern(uint256 seed) external {
        seed = _draw(seed);
        address account = seed % 8 == 0 ? cast(seed >> 8) : STRANGER;
        bytes32 role = (seed >> 16) % 2 == 0 ? Roles.APPROVER : Roles.INSPECTOR;
        bytes memory data;
        address actor = address(this);
        uint256 what = (seed >> 24) % 4;
        if (what == 0) data = abi.encodeCall(IAuthority.assignRole, (account, role, CITY, new FieldCode[](0)));
        else if (what == 1) data = abi.encodeCall(IAccessControl.revokeRole, (role, STRANGER));
        else if (what == 2) data = abi.encodeCall(IAccessControl.renounceRole, (role, STRANGER));
        else {
            bool active = authority.organisationEntry(PARTY).status == OrganisationStatus.Active;
            OrganisationStatus next = active ? OrganisationStatus.Suspended : OrganisationStatus.Active;
            data = abi.encodeCall(IAuthority.setOrganisationStatus, (PARTY, next, REASON));
        }
        if (what == 2) actor = STRANGER;
        if (what == 3) actor = REGISTRAR;
        _do(actor, address(authority), data);
    }

    function pass(uint256 seed) external {
        clock += uint40(_draw(seed) % 20 days);
    }

    // ───────────────────────── What no act may do ─────────────────────

    /// @param actor Who tries; zero for the account whose act it is.
    function _attempt(PilotId pilot, uint256 number, uint256 seed, address actor) private {
        Pilot memory before = ledger.pilotOf(pilot);
        (bytes memory data, address entitled) = _act(number, pilot, seed);
        if (actor == address(0)) actor = entitled;
        bool belongs = _takesPart(pilot, before, actor);
        bool interested = belongs || submitted[pilot][authority.bindingOf(actor).organisation];
        if (!_isAccepted(pilot, before, actor, number == ANCHOR ? address(evidence) : address(ledger), data)) return;
        bool decides = entitled != LEADER && entitled != PARTNER;
        require(
            !decides || !interested,
            "nobody decides on a pilot of its own organisation, nor on one it submitted to"
        );
        require(decides || belongs, "nobody acts for a team but its own");
        if (number == SUBMIT) submitted[pilot][authority.bindingOf(actor).organisation] = true;
        if (number == RESUBMIT) _notePlan(pilot);
        if (number == ANCHOR) _noteAnchors(pilot, actor, seed);
    }

    /// @dev Does an act, which moves the pilot as the life cycle allows when it is accepted, and changes nothing when it is not.
    function _isAccepted(
        PilotId pilot,
        Pilot memory before,
        address actor,
        address target,
        bytes memory data
    ) private returns (bool accepted) {
        bytes32 signature;
        (accepted, , signature) = _watch(actor, target, data);
        Pilot memory present = ledger.pilotOf(pilot);
        Transitions.requireAllowed(signature, before.state, present.state);
        require(
            accepted || keccak256(abi.encode(before)) == keccak256(abi.encode(present)),
            "a refusal changes nothing"
        );
    }

    function _takesPart(PilotId pilot, Pilot memory entry, address actor) private view returns (bool) {
        Uscc organisation = authority.bindingOf(actor).organisation;
        return organisation.equals(entry.lead) || ledger.standingOf(pilot, organisation).role != PartyRole.None;
    }

    function _notePlan(PilotId pilot) private {
        delete plannedDueAt[pilot];
        uint8 length = ledger.pilotOf(pilot).milestones;
        for (uint8 i = 1; i <= length; ++i) plannedDueAt[pilot].push(ledger.milestoneOf(pilot, i).originalDueAt);
    }

    function _noteAnchors(PilotId pilot, address actor, uint256 seed) private {
        if (actor != LEADER) return;
        Anchor memory anchor = _anchors(seed)[0];
        bytes32 digest = anchor.item.digest;
        uint40 since = evidence.anchoredAt(pilot, anchor.milestone, LEADER, DigestAlgorithm.Sha256, digest);
        require(since == clock, "anchored now");
        anchored.push(Anchored(pilot, anchor.milestone, digest, since));
    }

    /// @dev An act that `state` allows, most times; one that ends the pilot, seldom.
    function _likely(PilotState state, uint256 seed) private pure returns (uint256) {
        if (seed % 32 == 0) return (seed >> 8) % ACTS;
        if (state == PilotState.Applied) return [uint256(0), 1, 1, 1, 12, 10, ANCHOR, 1][(seed >> 8) % 8];
        if (state == PilotState.Returned) return RESUBMIT;
        if (state == PilotState.UnderReview) return [uint256(2), 2, 2, 4][(seed >> 8) % 4];
        if (state == PilotState.Waitlisted) return 2;
        if (state == PilotState.Approved) return 9;
        if (state == PilotState.Active) {
            if ((seed >> 12) % 4 == 0) return [uint256(30), 31, 31, 12][(seed >> 8) % 4];
            return [uint256(22), 23, 22, 23, 14, 14, 24, 25, 26, 27, 28, ANCHOR, 5, 13, 21, 25][(seed >> 8) % 16];
        }
        if (state == PilotState.Suspended) return [uint256(6), 6, 23, 27, 30, 31][(seed >> 8) % 6];
        if (state == PilotState.InAcceptance) return [uint256(15), 15, 16, 16, 17, 17, 18, 19][(seed >> 8) % 8];
        if (state == PilotState.Conditional) return 14;
        return [uint256(20), 21][(seed >> 8) % 2];
    }
}
