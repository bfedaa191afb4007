// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPilots, Pilot, Vote} from "../../interfaces/IPilots.sol";
import {Roles} from "../../libraries/Roles.sol";
import {milestoneMatter, PanelMatter} from "../../types/PanelMatter.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Panels (专家组)
/// @notice The experts who give their opinion on a matter before the approver decides it, and their votes.
abstract contract Panels is PilotRegister {
    struct Seat {
        bool onPanel;
        Vote vote;
    }

    uint256 private constant _MEMBER_LIMIT = 15;

    mapping(PilotId pilot => mapping(PanelMatter matter => mapping(address expert => Seat))) private _seats;

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IPilots
    function voteOf(
        PilotId pilot,
        uint8 milestone,
        uint16 round,
        address expert
    ) external view returns (bool onPanel, Vote vote) {
        Seat storage seat = _seats[pilot][milestoneMatter(milestone, round)][expert];
        return (seat.onPanel, seat.vote);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev Seats the experts, if the caller may decide the matter and they may advise it.
    /// @param present How many members the matter's panel has already.
    function _convene(
        PilotId pilot,
        Pilot storage entry,
        PanelMatter matter,
        uint8 present,
        address[] calldata experts,
        uint8 threshold
    ) internal returns (address actor) {
        if (present != 0) revert Pilots_PanelExists(pilot, matter.milestone(), matter.round());
        actor = _asOfficial(pilot, entry, Roles.APPROVER);

        uint256 members = experts.length;
        // No more members than the limit, and so none when the threshold is more than half of them and not more than all.
        if (members > _MEMBER_LIMIT || threshold > members || 2 * uint256(threshold) <= members) {
            revert Pilots_PanelInvalid(members, threshold, _MEMBER_LIMIT);
        }
        mapping(address expert => Seat) storage seats = _seats[pilot][matter];
        for (uint256 i = 0; i < members; ++i) {
            address expert = experts[i];
            if (seats[expert].onPanel) revert Pilots_ExpertTwice(i, expert);
            _requireImpartial(pilot, entry, Roles.EXPERT, expert);
            seats[expert].onPanel = true;
        }
    }

    /// @dev Takes the vote of a member who is still entitled to it. The caller counts it: no count can overflow, since a panel
    /// has few members and each votes once.
    function _vote(
        PilotId pilot,
        Pilot storage entry,
        PanelMatter matter,
        Vote vote,
        bytes32 opinionDigest
    ) internal returns (address actor) {
        actor = _asOfficial(pilot, entry, Roles.EXPERT);
        Seat storage seat = _seats[pilot][matter][actor];
        if (!seat.onPanel) revert Pilots_NotOnPanel(pilot, matter.milestone(), matter.round(), actor);
        if (seat.vote != Vote.None) revert Pilots_VotedAlready(pilot, matter.milestone(), matter.round(), actor);
        // A milestone is accepted or returned; conditions are for the pilot as a whole.
        if (vote == Vote.None || (vote == Vote.Conditional && matter.milestone() != 0)) revert Pilots_VoteInvalid();
        _requireDigest(opinionDigest);
        seat.vote = vote;
    }

    function _requireVotes(PilotId pilot, PanelMatter matter, uint8 votes, uint8 needed) internal pure {
        if (votes >= needed) return;
        revert Pilots_VotesInsufficient(pilot, matter.milestone(), matter.round(), votes, needed);
    }

    /// @dev So many votes against that the others cannot reach the threshold any more.
    function _blocking(uint8 members, uint8 threshold) internal pure returns (uint8) {
        return members - threshold + 1;
    }
}
