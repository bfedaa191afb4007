// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PartyRole, Standing} from "../interfaces/IPilots.sol";

/// @title Standings
/// @notice Who is too close to a pilot to judge it.
library Standings {
    /// @notice Whether the organisation leads the pilot, takes part in it, or submitted a milestone while it did: then its accounts
    /// decide on nothing in it.
    function hasInterest(Standing memory standing) internal pure returns (bool) {
        return standing.leads || standing.submitted || standing.role != PartyRole.None;
    }

    /// @notice Whether its accounts may not be heard as witnesses: as `hasInterest`, but that it may take part as the pilot's witness.
    function mayNotWitness(Standing memory standing) internal pure returns (bool) {
        return standing.role == PartyRole.Witness ? standing.submitted : hasInterest(standing);
    }
}
