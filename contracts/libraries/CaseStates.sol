// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, CloseReason} from "../interfaces/ICases.sol";

/// @title CaseStates
/// @notice Sets of case states, as the guards use them: bit n is state n.
library CaseStates {
    uint256 internal constant OPENED = 1 << uint8(CaseState.Opened);
    uint256 internal constant INSPECTING = 1 << uint8(CaseState.Inspecting);
    uint256 internal constant FINDINGS_ISSUED = 1 << uint8(CaseState.FindingsIssued);
    uint256 internal constant RECTIFYING = 1 << uint8(CaseState.Rectifying);
    uint256 internal constant RESPONDED = 1 << uint8(CaseState.Responded);
    uint256 internal constant PENALTY_NOTICED = 1 << uint8(CaseState.PenaltyNoticed);
    uint256 internal constant PENALTY_DECIDED = 1 << uint8(CaseState.PenaltyDecided);
    uint256 internal constant PENALTY_SERVED = 1 << uint8(CaseState.PenaltyServed);
    uint256 internal constant PENALTY_EXECUTED = 1 << uint8(CaseState.PenaltyExecuted);
    uint256 internal constant PENALTY_WITHDRAWN = 1 << uint8(CaseState.PenaltyWithdrawn);
    uint256 internal constant NO_PENALTY = 1 << uint8(CaseState.NoPenalty);
    uint256 internal constant REFERRED = 1 << uint8(CaseState.Referred);
    uint256 internal constant CLOSED = 1 << uint8(CaseState.Closed);
    uint256 internal constant REOPENED = 1 << uint8(CaseState.Reopened);

    /// @notice Waiting for its inspection.
    uint256 internal constant UNINSPECTED = OPENED | REOPENED;
    /// @notice A penalty was made and stands.
    uint256 internal constant PENALISED = PENALTY_DECIDED | PENALTY_SERVED | PENALTY_EXECUTED;
    /// @notice From the notice of a penalty on: what was ordered is still followed up.
    uint256 internal constant PENALTY_PHASE = PENALTY_NOTICED | PENALISED | PENALTY_WITHDRAWN | NO_PENALTY | REFERRED;
    /// @notice Nothing was decided yet.
    uint256 internal constant UNDECIDED =
        UNINSPECTED | INSPECTING | FINDINGS_ISSUED | RECTIFYING | RESPONDED | PENALTY_NOTICED;
    /// @notice Every state but that of a closed case.
    uint256 internal constant OPEN = UNDECIDED | PENALTY_PHASE;

    /// @notice The states in which a case can be closed for `reason`.
    function closableFor(CloseReason reason) internal pure returns (uint256) {
        if (reason == CloseReason.NoIssue) return INSPECTING;
        if (reason == CloseReason.Rectified) return RESPONDED;
        if (reason == CloseReason.Penalised) return PENALTY_EXECUTED;
        if (reason == CloseReason.NoPenaltyMinor) return NO_PENALTY;
        if (reason == CloseReason.NotEstablished) return INSPECTING | NO_PENALTY | PENALTY_WITHDRAWN;
        if (reason == CloseReason.Referred) return REFERRED;
        if (reason == CloseReason.LimitationExpired || reason == CloseReason.Merged) return UNDECIDED;
        if (reason == CloseReason.SubjectGone) return OPEN;
        return 0;
    }

    /// @notice Whether `state` is one of `set`.
    function contain(uint256 set, CaseState state) internal pure returns (bool) {
        return (set >> uint8(state)) & 1 == 1;
    }
}
