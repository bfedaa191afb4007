// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Handling, IPilots, Pilot, PilotState, Vote} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {acceptanceMatter} from "../../types/PanelMatter.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Panels} from "./Panels.sol";
import {Supervised} from "./Supervised.sol";

/// @title Acceptance (验收)
/// @notice The rounds of a pilot's acceptance: asked for by the lead, decided by the approver as the panel voted.
abstract contract Acceptance is Supervised, Panels {
    uint8 private constant _CONDITIONAL_LIMIT = 2;

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IPilots
    function requestAcceptance(PilotId pilot, bytes32 manifestDigest) external {
        (Pilot storage entry, address actor) = _leadOf(pilot, PilotStates.ACTIVE | PilotStates.CONDITIONAL);
        if (entry.mandatoryOpen != 0) revert Pilots_MilestonesOpen(pilot, entry.mandatoryOpen);
        _requireNoObstacle(pilot, entry);
        entry.state = PilotState.InAcceptance;
        uint8 round = ++entry.acceptanceRound;
        _clearTally(_handling(pilot));
        _recordDocument(IPilots.AcceptanceRequested.selector, pilot, actor, round, manifestDigest);
    }

    // ───────────────────────── Acts of an expert ──────────────────────

    /// @inheritdoc IPilots
    function castVote(PilotId pilot, Vote vote, bytes32 opinionDigest) external {
        Pilot storage entry = _pilotIn(pilot, PilotStates.IN_ACCEPTANCE);
        uint8 round = entry.acceptanceRound;
        address actor = _vote(pilot, entry, acceptanceMatter(round), vote, opinionDigest);
        Handling storage tally = _handling(pilot);
        unchecked {
            if (vote == Vote.Pass) ++tally.pass;
            else if (vote == Vote.Conditional) ++tally.conditional;
            else ++tally.fail;
        }
        _recordDocument(IPilots.AcceptanceVoted.selector, pilot, actor, round, uint256(vote), opinionDigest);
    }

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IPilots
    function convenePanel(PilotId pilot, address[] calldata experts, uint8 threshold) external {
        Pilot storage entry = _pilotIn(pilot, PilotStates.IN_ACCEPTANCE);
        Handling storage tally = _handling(pilot);
        uint8 round = entry.acceptanceRound;
        address actor = _convene(pilot, entry, acceptanceMatter(round), tally.members, experts, threshold);
        tally.members = uint8(experts.length);
        tally.threshold = threshold;
        _record(
            IPilots.AcceptancePanelConvened.selector,
            pilot.toSubject(),
            actor,
            abi.encode(round, threshold, experts)
        );
    }

    /// @inheritdoc IPilots
    function acceptPilot(PilotId pilot, bytes32 certificateDigest) external {
        (Pilot storage entry, address actor) = _asChair(pilot);
        Handling storage tally = _handling(pilot);
        uint8 round = entry.acceptanceRound;
        _requireCarried(pilot, round, tally.pass, tally);
        entry.state = PilotState.Accepted;
        _recordDocument(IPilots.PilotAccepted.selector, pilot, actor, round, certificateDigest);
    }

    /// @inheritdoc IPilots
    function acceptPilotConditionally(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        (Pilot storage entry, address actor) = _asChair(pilot);
        Handling storage tally = _handling(pilot);
        uint8 round = entry.acceptanceRound;
        // Every round after the first follows a conditional result.
        if (round > _CONDITIONAL_LIMIT) revert Pilots_TooManyConditions(pilot, _CONDITIONAL_LIMIT);
        _requireCarried(pilot, round, tally.pass + tally.conditional, tally);
        entry.state = PilotState.Conditional;
        _recordReason(IPilots.PilotAcceptedConditionally.selector, pilot, actor, round, reason, documentDigest);
    }

    /// @inheritdoc IPilots
    function failPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        (Pilot storage entry, address actor) = _asChair(pilot);
        Handling storage tally = _handling(pilot);
        uint8 round = entry.acceptanceRound;
        _requireVotes(pilot, acceptanceMatter(round), tally.fail, _blocking(tally.members, tally.threshold));
        entry.state = PilotState.Failed;
        _recordReason(IPilots.AcceptanceFailed.selector, pilot, actor, round, reason, documentDigest);
    }

    // ───────────────────────── Acts of the registrar ──────────────────

    /// @inheritdoc IPilots
    function archivePilot(PilotId pilot, bytes32 archiveDigest) external {
        (Pilot storage entry, address actor) = _officialOn(pilot, PilotStates.ACCEPTED, Roles.REGISTRAR);
        entry.state = PilotState.Archived;
        _recordDocument(IPilots.PilotArchived.selector, pilot, actor, archiveDigest);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _asChair(PilotId pilot) private view returns (Pilot storage entry, address actor) {
        return _officialOn(pilot, PilotStates.IN_ACCEPTANCE, Roles.APPROVER);
    }

    /// @dev Before the panel is convened nothing carries, though the threshold is still zero.
    function _requireCarried(PilotId pilot, uint8 round, uint8 votes, Handling storage tally) private view {
        uint8 threshold = tally.threshold;
        _requireVotes(pilot, acceptanceMatter(round), votes, threshold == 0 ? 1 : threshold);
    }

    function _clearTally(Handling storage handling) private {
        delete handling.members;
        delete handling.threshold;
        delete handling.pass;
        delete handling.conditional;
        delete handling.fail;
    }
}
