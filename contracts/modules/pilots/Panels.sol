// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Handling, IPilots, Pilot, Vote} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Panels (专家组)
/// @notice The experts of an acceptance round, and their votes.
abstract contract Panels is PilotRegister {
    struct Seat {
        bool onPanel;
        Vote vote;
    }

    uint256 private constant _MEMBER_LIMIT = 15;

    mapping(PilotId pilot => mapping(uint8 round => mapping(address expert => Seat))) private _seats;

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IPilots
    function convenePanel(PilotId pilot, address[] calldata experts, uint8 threshold) external {
        Pilot storage entry = _pilotIn(pilot, PilotStates.IN_ACCEPTANCE);
        Handling storage handling = _handling(pilot);
        uint8 round = entry.acceptanceRound;
        if (handling.members != 0) revert Pilots_PanelExists(pilot, round);
        address actor = _asOfficial(pilot, entry, Roles.APPROVER);

        uint256 members = experts.length;
        // No more members than the limit, and so none when the threshold is more than half of them and not more than all.
        if (members > _MEMBER_LIMIT || threshold > members || 2 * uint256(threshold) <= members) {
            revert Pilots_PanelInvalid(members, threshold, _MEMBER_LIMIT);
        }
        mapping(address expert => Seat) storage seats = _seats[pilot][round];
        for (uint256 i = 0; i < members; ++i) {
            address expert = experts[i];
            if (seats[expert].onPanel) revert Pilots_ExpertTwice(i, expert);
            _requireImpartial(pilot, entry, Roles.EXPERT, expert);
            seats[expert].onPanel = true;
        }
        handling.members = uint8(members);
        handling.threshold = threshold;
        _record(
            IPilots.AcceptancePanelConvened.selector,
            pilot.toSubject(),
            actor,
            abi.encode(round, threshold, experts)
        );
    }

    // ───────────────────────── Acts of an expert ──────────────────────

    /// @inheritdoc IPilots
    function castVote(PilotId pilot, Vote vote, bytes32 opinionDigest) external {
        (Pilot storage entry, address actor) = _officialOn(pilot, PilotStates.IN_ACCEPTANCE, Roles.EXPERT);
        uint8 round = entry.acceptanceRound;
        Seat storage seat = _seats[pilot][round][actor];
        if (!seat.onPanel) revert Pilots_NotOnPanel(pilot, round, actor);
        if (seat.vote != Vote.None) revert Pilots_VotedAlready(pilot, round, actor);
        if (vote == Vote.None) revert Pilots_VoteInvalid();
        _requireDigest(opinionDigest);

        seat.vote = vote;
        Handling storage handling = _handling(pilot);
        // No count can overflow: a panel has few members, and each votes once.
        unchecked {
            if (vote == Vote.Pass) ++handling.pass;
            else if (vote == Vote.Conditional) ++handling.conditional;
            else ++handling.fail;
        }
        _record(IPilots.AcceptanceVoted.selector, pilot.toSubject(), actor, abi.encode(round, vote, opinionDigest));
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IPilots
    function voteOf(PilotId pilot, uint8 round, address expert) external view returns (bool onPanel, Vote vote) {
        Seat storage seat = _seats[pilot][round][expert];
        return (seat.onPanel, seat.vote);
    }
}
