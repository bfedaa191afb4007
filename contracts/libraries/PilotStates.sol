// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotState} from "../interfaces/IPilots.sol";

/// @title PilotStates
/// @notice Sets of pilot states, as the guards use them: bit n is state n.
library PilotStates {
    uint256 internal constant APPLIED = 1 << uint8(PilotState.Applied);
    uint256 internal constant RETURNED = 1 << uint8(PilotState.Returned);
    uint256 internal constant UNDER_REVIEW = 1 << uint8(PilotState.UnderReview);
    uint256 internal constant WAITLISTED = 1 << uint8(PilotState.Waitlisted);
    uint256 internal constant APPROVED = 1 << uint8(PilotState.Approved);
    uint256 internal constant REJECTED = 1 << uint8(PilotState.Rejected);
    uint256 internal constant ACTIVE = 1 << uint8(PilotState.Active);
    uint256 internal constant SUSPENDED = 1 << uint8(PilotState.Suspended);
    uint256 internal constant IN_ACCEPTANCE = 1 << uint8(PilotState.InAcceptance);
    uint256 internal constant CONDITIONAL = 1 << uint8(PilotState.Conditional);
    uint256 internal constant ACCEPTED = 1 << uint8(PilotState.Accepted);
    uint256 internal constant FAILED = 1 << uint8(PilotState.Failed);
    uint256 internal constant ARCHIVED = 1 << uint8(PilotState.Archived);
    uint256 internal constant WITHDRAWN = 1 << uint8(PilotState.Withdrawn);
    uint256 internal constant TERMINATED = 1 << uint8(PilotState.Terminated);

    /// @notice Applied for, and not decided on.
    uint256 internal constant UNDECIDED = UNDER_REVIEW | WAITLISTED;
    /// @notice Under way, so that its milestones are decided on.
    uint256 internal constant UNDER_WAY = ACTIVE | SUSPENDED;
    /// @notice Neither ended nor accepted: it can be changed, given up and terminated.
    uint256 internal constant OPEN =
        APPLIED | RETURNED | UNDECIDED | APPROVED | UNDER_WAY | IN_ACCEPTANCE | CONDITIONAL;
    /// @notice Ended without success: its lead may take it up again with a new pilot.
    uint256 internal constant FELL_THROUGH = REJECTED | FAILED | WITHDRAWN | TERMINATED;

    /// @notice Whether `state` is one of `set`.
    function contain(uint256 set, PilotState state) internal pure returns (bool) {
        return (set >> uint8(state)) & 1 == 1;
    }
}
