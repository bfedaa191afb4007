// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingRequirement, IPilots, Pilot, PilotState} from "../../interfaces/IPilots.sol";
import {ISupervised} from "../../interfaces/ISupervised.sol";
import {AcceptanceObstacle, ISupervisionGate} from "../../interfaces/ISupervisionGate.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {PilotId} from "../../types/PilotId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Supervised
/// @notice What supervision has a say in: acceptance, and suspension by the order of a case.
abstract contract Supervised is PilotRegister {
    bytes32 private constant _STREAM = "SUPERVISION";
    /// @dev Who puts the contracts together; the administrator may be another, who signs nothing at deployment.
    address private immutable _DEPLOYER = _msgSender();

    /// @inheritdoc ISupervised
    address public supervision;

    // ───────────────────────── Acts of the deployer ───────────────────

    /// @inheritdoc ISupervised
    function setSupervision(address gate) external {
        if (supervision != address(0)) revert Supervised_AlreadySet(supervision);
        address actor = _msgSender();
        if (actor != _DEPLOYER) revert Supervised_NotDeployer(actor);
        if (gate.code.length == 0) revert Supervised_NoContract(gate);
        supervision = gate;
        _record(ISupervised.SupervisionSet.selector, _STREAM, actor, abi.encode(gate));
    }

    // ──────────────────── Acts of the supervision ledger ──────────────

    /// @inheritdoc ISupervised
    function suspendByOrder(PilotId pilot, address inspector, bytes32 reason, bytes32 documentDigest) external {
        if (_msgSender() != supervision) revert Supervised_NotSupervision(_msgSender());
        _pilotIn(pilot, PilotStates.ACTIVE).state = PilotState.Suspended;
        _recordReason(IPilots.PilotSuspended.selector, pilot, inspector, reason, documentDigest);
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev Refuses what supervision has something against.
    function _requireNoObstacle(PilotId pilot, Pilot storage entry) internal view {
        AcceptanceObstacle obstacle = AcceptanceObstacle.None;
        if (supervision != address(0))
            obstacle = ISupervisionGate(supervision).acceptanceObstacle(pilot);
            // Nobody can show that the service is filed.
        else if (entry.filing == FilingRequirement.Required) obstacle = AcceptanceObstacle.FilingOutstanding;
        if (obstacle == AcceptanceObstacle.FilingOutstanding) revert Pilots_FilingOutstanding(pilot);
        if (obstacle == AcceptanceObstacle.SeriousCaseOpen) revert Pilots_SeriousCaseOpen(pilot);
    }
}
