// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPilots, Party, PartyRole, Pilot} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Parties (参与单位)
/// @notice Which organisations take part in a pilot beside its lead.
abstract contract Parties is PilotRegister {
    /// @inheritdoc IPilots
    function addParty(PilotId pilot, Uscc organisation, PartyRole role, bytes32 consentDigest) external {
        (Pilot storage entry, address actor) = _leadOf(pilot, PilotStates.OPEN);
        AUTHORITY.requireActive(organisation);
        Party storage party = _party(pilot, organisation);
        if (organisation.equals(entry.lead) || party.role != PartyRole.None) {
            revert Pilots_PartyExists(pilot, organisation);
        }
        if (role == PartyRole.None) revert Pilots_PartyRoleRequired();
        _requireDigest(consentDigest);
        party.role = role;
        _record(IPilots.PartyJoined.selector, pilot.toSubject(), actor, abi.encode(organisation, role, consentDigest));
    }

    /// @inheritdoc IPilots
    function removeParty(PilotId pilot, Uscc organisation, bytes32 reason) external {
        Pilot storage entry = _pilotIn(pilot, PilotStates.OPEN);
        address actor = _asLeadOr(organisation, pilot, entry);
        Party storage party = _party(pilot, organisation);
        if (party.role == PartyRole.None) revert Pilots_NotParty(pilot, organisation);
        _requireReason(reason);
        party.role = PartyRole.None;
        _record(IPilots.PartyLeft.selector, pilot.toSubject(), actor, abi.encode(organisation, reason));
    }

    function _asLeadOr(Uscc organisation, PilotId pilot, Pilot storage entry) private view returns (address actor) {
        Uscc own;
        (actor, own) = _member();
        if (!own.equals(organisation) && !own.equals(entry.lead)) revert Pilots_NotLead(pilot, own);
    }
}
