// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingRequirement, Handling, IPilots, Pilot, PilotState} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Acceptance (验收)
/// @notice The rounds of a pilot's acceptance: asked for by the lead, decided by the approver as the panel voted.
abstract contract Acceptance is PilotRegister {
    uint8 private constant _CONDITIONAL_LIMIT = 2;

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IPilots
    function requestAcceptance(PilotId pilot, bytes32 manifestDigest) external {
        Pilot storage entry = _pilotIn(pilot, PilotStates.ACTIVE | PilotStates.CONDITIONAL);
        address actor = _asLead(pilot, entry);
        if (entry.mandatoryOpen != 0) revert Pilots_MilestonesOpen(pilot, entry.mandatoryOpen);
        // No register of filings can answer yet: a pilot that must be filed cannot be shown to be.
        if (entry.filing == FilingRequirement.Required) revert Pilots_FilingOutstanding(pilot);
        _requireDigest(manifestDigest);
        entry.state = PilotState.InAcceptance;
        uint8 round = ++entry.acceptanceRound;
        _clearTally(_pilots().handling[pilot]);
        _record(IPilots.AcceptanceRequested.selector, pilot.toSubject(), actor, abi.encode(round, manifestDigest));
    }

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IPilots
    function acceptPilot(PilotId pilot, bytes32 certificateDigest) external {
        (Pilot storage entry, address actor) = _asChair(pilot);
        Handling memory tally = _pilots().handling[pilot];
        _requireVotes(pilot, entry, tally.pass, tally.threshold);
        _requireDigest(certificateDigest);
        entry.state = PilotState.Accepted;
        _record(
            IPilots.PilotAccepted.selector,
            pilot.toSubject(),
            actor,
            abi.encode(entry.acceptanceRound, certificateDigest)
        );
    }

    /// @inheritdoc IPilots
    function acceptPilotConditionally(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        (Pilot storage entry, address actor) = _asChair(pilot);
        // Every round after the first follows a conditional result.
        if (entry.acceptanceRound > _CONDITIONAL_LIMIT) revert Pilots_TooManyConditions(pilot, _CONDITIONAL_LIMIT);
        Handling memory tally = _pilots().handling[pilot];
        _requireVotes(pilot, entry, tally.pass + tally.conditional, tally.threshold);
        entry.state = PilotState.Conditional;
        _recordResult(IPilots.PilotAcceptedConditionally.selector, pilot, entry, actor, reason, documentDigest);
    }

    /// @inheritdoc IPilots
    function failPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        (Pilot storage entry, address actor) = _asChair(pilot);
        Handling memory tally = _pilots().handling[pilot];
        // So many against that the others cannot reach the threshold any more.
        _requireVotes(pilot, entry, tally.fail, tally.members - tally.threshold + 1);
        entry.state = PilotState.Failed;
        _recordResult(IPilots.AcceptanceFailed.selector, pilot, entry, actor, reason, documentDigest);
    }

    // ───────────────────────── Acts of the registrar ──────────────────

    /// @inheritdoc IPilots
    function archivePilot(PilotId pilot, bytes32 archiveDigest) external {
        Pilot storage entry = _pilotIn(pilot, PilotStates.ACCEPTED);
        address actor = _asOfficial(pilot, entry, Roles.REGISTRAR);
        entry.state = PilotState.Archived;
        _recordDocument(IPilots.PilotArchived.selector, pilot, actor, archiveDigest);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _asChair(PilotId pilot) private view returns (Pilot storage entry, address actor) {
        entry = _pilotIn(pilot, PilotStates.IN_ACCEPTANCE);
        actor = _asOfficial(pilot, entry, Roles.APPROVER);
    }

    /// @dev Before the panel is convened nothing carries, though the threshold is still zero.
    function _requireVotes(PilotId pilot, Pilot storage entry, uint8 votes, uint8 threshold) private view {
        uint8 needed = threshold == 0 ? 1 : threshold;
        if (votes < needed) revert Pilots_VotesInsufficient(pilot, entry.acceptanceRound, votes, needed);
    }

    function _clearTally(Handling storage handling) private {
        handling.members = 0;
        handling.threshold = 0;
        handling.pass = 0;
        handling.conditional = 0;
        handling.fail = 0;
    }

    function _recordResult(
        bytes32 signature,
        PilotId pilot,
        Pilot storage entry,
        address actor,
        bytes32 reason,
        bytes32 documentDigest
    ) private {
        _requireReason(reason);
        _record(signature, pilot.toSubject(), actor, abi.encode(entry.acceptanceRound, reason, documentDigest));
    }
}
