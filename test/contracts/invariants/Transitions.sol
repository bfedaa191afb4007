// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPilots, PilotState} from "../../../contracts/interfaces/IPilots.sol";
import {PilotStates} from "../../../contracts/libraries/PilotStates.sol";

/// @notice The life cycle as a table: which event takes a pilot from which states to which.
library Transitions {
    using PilotStates for uint256;

    /// @notice Reverts unless an act that left `signature` as its last record may take a pilot from `from` to `to`.
    function requireAllowed(bytes32 signature, PilotState from, PilotState to) internal pure {
        (uint256 states, PilotState result) = _of(signature);
        if (states == 0) {
            require(from == to, "no state changes without its event");
        } else {
            require(states.contain(from), "an event is recorded in its states alone");
            require(to == result, "an event leads to its state");
        }
    }

    function _of(bytes32 signature) private pure returns (uint256 states, PilotState result) {
        uint256 inAcceptance = PilotStates.IN_ACCEPTANCE;
        if (signature == IPilots.PilotResubmitted.selector) return (PilotStates.RETURNED, PilotState.Applied);
        if (signature == IPilots.PilotReturned.selector) return (PilotStates.APPLIED, PilotState.Returned);
        if (signature == IPilots.PilotAdmitted.selector) return (PilotStates.APPLIED, PilotState.UnderReview);
        if (signature == IPilots.PilotApproved.selector) return (PilotStates.UNDECIDED, PilotState.Approved);
        if (signature == IPilots.PilotRejected.selector) return (PilotStates.UNDECIDED, PilotState.Rejected);
        if (signature == IPilots.PilotWaitlisted.selector) return (PilotStates.UNDER_REVIEW, PilotState.Waitlisted);
        if (signature == IPilots.PilotStarted.selector) return (PilotStates.APPROVED, PilotState.Active);
        if (signature == IPilots.PilotSuspended.selector) return (PilotStates.ACTIVE, PilotState.Suspended);
        if (signature == IPilots.PilotResumed.selector) return (PilotStates.SUSPENDED, PilotState.Active);
        if (signature == IPilots.AcceptanceRequested.selector) {
            return (PilotStates.ACTIVE | PilotStates.CONDITIONAL, PilotState.InAcceptance);
        }
        if (signature == IPilots.PilotAccepted.selector) return (inAcceptance, PilotState.Accepted);
        if (signature == IPilots.PilotAcceptedConditionally.selector) return (inAcceptance, PilotState.Conditional);
        if (signature == IPilots.AcceptanceFailed.selector) return (inAcceptance, PilotState.Failed);
        if (signature == IPilots.PilotArchived.selector) return (PilotStates.ACCEPTED, PilotState.Archived);
        if (signature == IPilots.PilotWithdrawn.selector) return (PilotStates.OPEN, PilotState.Withdrawn);
        if (signature == IPilots.PilotTerminated.selector) return (PilotStates.OPEN, PilotState.Terminated);
    }
}
