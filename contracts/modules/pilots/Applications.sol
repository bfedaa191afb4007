// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "../../interfaces/IAuthority.sol";
import {MilestonePlan} from "../../interfaces/IMilestones.sol";
import {Application, IPilots, Pilot, PilotState} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {packPilotScope, PilotId, PilotScope} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {Plans} from "./Plans.sol";
import {Programmes} from "./Programmes.sol";

/// @title Applications (申报)
/// @notice How an organisation applies with a pilot, and applies again when it was returned.
abstract contract Applications is Programmes, Plans {
    using PilotStates for uint256;

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IPilots
    function applyPilot(
        Application calldata application,
        MilestonePlan[] calldata plan
    ) external returns (PilotId pilot) {
        _requireWindow(application.programme);
        (address actor, Uscc lead) = _member();
        _requirePlace(application);
        _requirePredecessor(application.predecessor, lead);
        _requireDigest(application.applicationDigest);
        _requireText(application.text);

        pilot = _nextPilot(application);
        Pilot storage entry = _pilots().pilots[pilot];
        entry.lead = lead;
        entry.state = PilotState.Applied;
        entry.version = 1;
        _setPlan(pilot, entry, plan);
        bytes memory data = _encode(lead, application, plan);
        _record(IPilots.PilotApplied.selector, pilot.toSubject(), actor, data);
    }

    /// @inheritdoc IPilots
    function resubmitPilot(
        PilotId pilot,
        uint64 budget,
        bytes32 applicationDigest,
        string calldata text,
        MilestonePlan[] calldata plan
    ) external {
        (Pilot storage entry, address actor) = _leadOf(pilot, PilotStates.RETURNED);
        _requireDigest(applicationDigest);
        _requireText(text);
        entry.state = PilotState.Applied;
        ++entry.version;
        _setPlan(pilot, entry, plan);
        _record(
            IPilots.PilotResubmitted.selector,
            pilot.toSubject(),
            actor,
            abi.encode(entry.version, budget, applicationDigest, text, plan)
        );
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requirePlace(Application calldata application) private view {
        AUTHORITY.requireEnabled(application.region, application.field);
        if (!PROVINCE_REGION.covers(application.region)) {
            revert IAuthority.Authority_RegionNotEnabled(application.region);
        }
    }

    function _requirePredecessor(PilotId predecessor, Uscc lead) private view {
        if (predecessor.isZero()) return;
        Pilot storage entry = _pilots().pilots[predecessor];
        if (!PilotStates.FELL_THROUGH.contain(entry.state) || !lead.equals(entry.lead)) {
            revert Pilots_PredecessorInvalid(predecessor);
        }
    }

    /// @dev Serials run from 1 without gaps, so that the pilots of a scope can be counted.
    function _nextPilot(Application calldata application) private returns (PilotId) {
        PilotScope scope = packPilotScope(
            PROVINCE,
            application.programme.year(),
            application.region,
            application.field
        );
        return scope.withSerial(++_pilots().counts[scope]);
    }

    /// @dev The event's arguments; a function of its own for the sake of the stack.
    function _encode(
        Uscc lead,
        Application calldata application,
        MilestonePlan[] calldata plan
    ) private pure returns (bytes memory) {
        return
            abi.encode(
                lead,
                application.programme,
                application.predecessor,
                application.budget,
                application.applicationDigest,
                application.text,
                plan
            );
    }
}
