// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingRequirement, IPilots, Pilot, PilotState} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {Roles} from "../../libraries/Roles.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Conduct (实施)
/// @notice A pilot starts, pauses, changes its particulars, and ends before its acceptance.
abstract contract Conduct is PilotRegister {
    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IPilots
    function startPilot(PilotId pilot, FilingRequirement filing, bytes32 filingReason) external {
        (Pilot storage entry, address actor) = _leadOf(pilot, PilotStates.APPROVED);
        bool answered =
            filingReason == bytes32(0) ? filing == FilingRequirement.Required : filing == FilingRequirement.NotRequired;
        if (!answered) revert Pilots_FilingAnswerInvalid(filing, filingReason);
        entry.state = PilotState.Active;
        entry.filing = filing;
        _record(IPilots.PilotStarted.selector, pilot.toSubject(), actor, abi.encode(filing, filingReason));
    }

    /// @inheritdoc IPilots
    function amendPilot(PilotId pilot, uint64 budget, bytes32 documentDigest, string calldata text) external {
        (Pilot storage entry, address actor) = _leadOf(pilot, PilotStates.OPEN);
        _requireText(text);
        ++entry.version;
        _record(
            IPilots.PilotAmended.selector,
            pilot.toSubject(),
            actor,
            abi.encode(entry.version, budget, documentDigest, text)
        );
    }

    /// @inheritdoc IPilots
    function withdrawPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        (Pilot storage entry, address actor) = _leadOf(pilot, PilotStates.OPEN);
        entry.state = PilotState.Withdrawn;
        _recordReason(IPilots.PilotWithdrawn.selector, pilot, actor, reason, documentDigest);
    }

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IPilots
    function suspendPilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        address actor = _order(pilot, PilotStates.ACTIVE, PilotState.Suspended);
        _recordReason(IPilots.PilotSuspended.selector, pilot, actor, reason, documentDigest);
    }

    /// @inheritdoc IPilots
    function resumePilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        address actor = _order(pilot, PilotStates.SUSPENDED, PilotState.Active);
        _recordReason(IPilots.PilotResumed.selector, pilot, actor, reason, documentDigest);
    }

    /// @inheritdoc IPilots
    function terminatePilot(PilotId pilot, bytes32 reason, bytes32 documentDigest) external {
        address actor = _order(pilot, PilotStates.OPEN, PilotState.Terminated);
        _recordReason(IPilots.PilotTerminated.selector, pilot, actor, reason, documentDigest);
    }

    function _order(PilotId pilot, uint256 states, PilotState result) private returns (address actor) {
        Pilot storage entry;
        (entry, actor) = _officialOn(pilot, states, Roles.APPROVER);
        entry.state = result;
    }
}
