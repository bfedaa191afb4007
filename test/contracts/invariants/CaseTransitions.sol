// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, ICases} from "../../../contracts/interfaces/ICases.sol";
import {IPenalties} from "../../../contracts/interfaces/IPenalties.sol";
import {IRectification} from "../../../contracts/interfaces/IRectification.sol";
import {CaseStates} from "../../../contracts/libraries/CaseStates.sol";

/// @notice The life of a case as a table: which event takes it from which states to which.
library CaseTransitions {
    using CaseStates for uint256;

    /// @notice Reverts unless an act that left `signature` as its record may take a case from `from` to `to`.
    function requireAllowed(bytes32 signature, CaseState from, CaseState to) internal pure {
        (uint256 states, CaseState result) = _investigation(signature);
        if (states == 0) (states, result) = _penalty(signature);
        if (states != 0) {
            require(states.contain(from), "an event is recorded in its states alone");
            require(to == result, "an event leads to its state");
        } else if (from != to) {
            (states, result) = _rectification(signature);
            require(states.contain(from) && to == result, "no state changes without its event");
        }
    }

    /// @notice Whether the event is a decision, which nobody takes who inspected the case.
    function isDecision(bytes32 signature) internal pure returns (bool) {
        return
            signature == ICases.CaseClosed.selector ||
            signature == ICases.CaseReopened.selector ||
            signature == IRectification.RectificationLifted.selector ||
            signature == IPenalties.HearingHeld.selector ||
            signature == IPenalties.PenaltyDecided.selector ||
            signature == IPenalties.PenaltyWaived.selector ||
            signature == IPenalties.CaseReferred.selector ||
            signature == IPenalties.PenaltyWithdrawn.selector;
    }

    function _investigation(bytes32 signature) private pure returns (uint256 states, CaseState result) {
        if (signature == ICases.CaseInspected.selector) return (CaseStates.UNINSPECTED, CaseState.Inspecting);
        if (signature == ICases.FindingsIssued.selector) return (CaseStates.INSPECTING, CaseState.FindingsIssued);
        if (signature == ICases.CaseClosed.selector) return (CaseStates.OPEN, CaseState.Closed);
        if (signature == ICases.CaseReopened.selector) return (CaseStates.CLOSED, CaseState.Reopened);
    }

    function _penalty(bytes32 signature) private pure returns (uint256 states, CaseState result) {
        uint256 noticed = CaseStates.PENALTY_NOTICED;
        if (signature == IPenalties.PenaltyNoticed.selector) {
            states = CaseStates.RECTIFYING | CaseStates.RESPONDED | CaseStates.PENALTY_WITHDRAWN;
            return (states, CaseState.PenaltyNoticed);
        }
        if (signature == IPenalties.PenaltyDecided.selector) return (noticed, CaseState.PenaltyDecided);
        if (signature == IPenalties.PenaltyWaived.selector) return (noticed, CaseState.NoPenalty);
        if (signature == IPenalties.CaseReferred.selector) return (noticed, CaseState.Referred);
        if (signature == IPenalties.PenaltyServed.selector) {
            return (CaseStates.PENALTY_DECIDED, CaseState.PenaltyServed);
        }
        if (signature == IPenalties.PenaltyExecuted.selector) {
            return (CaseStates.PENALTY_SERVED, CaseState.PenaltyExecuted);
        }
        if (signature == IPenalties.PenaltyWithdrawn.selector) {
            return (CaseStates.PENALISED, CaseState.PenaltyWithdrawn);
        }
    }

    /// @dev What is ordered moves the case only until a penalty is noticed; from then on it is followed up beside it.
    function _rectification(bytes32 signature) private pure returns (uint256 states, CaseState result) {
        if (signature == IRectification.RectificationOrdered.selector) {
            return (CaseStates.FINDINGS_ISSUED, CaseState.Rectifying);
        }
        if (signature == IRectification.RectificationResponded.selector) {
            return (CaseStates.RECTIFYING, CaseState.Responded);
        }
        if (signature == IRectification.RectificationJudged.selector) {
            return (CaseStates.RESPONDED, CaseState.Rectifying);
        }
    }
}
