// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAuthority} from "../../interfaces/IAuthority.sol";
import {Evidence, IEvidence} from "../../interfaces/IEvidence.sol";
import {IEvidenceLedger} from "../../interfaces/IEvidenceLedger.sol";
import {IPilotLedger} from "../../interfaces/IPilotLedger.sol";
import {IPilots, PartyRole, PilotState, Standing} from "../../interfaces/IPilots.sol";
import {Roles} from "../../libraries/Roles.sol";
import {Standings} from "../../libraries/Standings.sol";
import {PilotId} from "../../types/PilotId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {Journal} from "../Journal.sol";
import {SignedActs} from "../SignedActs.sol";

/// @title EvidenceRegister
/// @notice The entries of evidence, and the guards its acts share. The pilot ledger says where a pilot stands and who takes part.
abstract contract EvidenceRegister is IEvidenceLedger, Journal, SignedActs {
    using Standings for Standing;

    // ─────────────────────────── Immutables ───────────────────────────

    /// @inheritdoc IEvidenceLedger
    IAuthority public immutable AUTHORITY;
    /// @inheritdoc IEvidenceLedger
    IPilotLedger public immutable PILOTS;

    // ──────────────────────────── Storage ─────────────────────────────

    mapping(PilotId pilot => mapping(bytes32 evidence => Evidence)) private _entries;

    // ────────────────────────── Constructor ───────────────────────────

    constructor(IAuthority authority, IPilotLedger pilots) EIP712("PilotLedger Evidence", "1") {
        AUTHORITY = authority;
        PILOTS = pilots;
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IEvidence
    function evidenceOf(PilotId pilot, bytes32 evidence) external view returns (Evidence memory) {
        return _entries[pilot][evidence];
    }

    // ─────────────────────── Guards: the evidence ─────────────────────

    function _entry(PilotId pilot, bytes32 evidence) internal view returns (Evidence storage) {
        return _entries[pilot][evidence];
    }

    /// @dev The entry of evidence that was anchored to the pilot.
    function _anchored(PilotId pilot, bytes32 evidence) internal view returns (Evidence storage entry) {
        entry = _entries[pilot][evidence];
        if (entry.anchoredAt == 0) revert Evidence_Unknown(pilot, evidence);
    }

    // ─────────────────────── Guards: the caller ───────────────────────

    /// @dev The caller and the organisation it acts for.
    function _member() internal view returns (address actor, Uscc organisation) {
        actor = _msgSender();
        organisation = AUTHORITY.organisationOf(actor);
    }

    /// @dev The caller, if it acts for an organisation that takes part in the pilot; and what that is to the pilot.
    function _asParticipant(
        PilotId pilot
    ) internal view returns (address actor, Uscc organisation, Standing memory standing) {
        (actor, organisation) = _member();
        standing = PILOTS.standingOf(pilot, organisation);
        if (standing.state == PilotState.None) revert IPilots.Pilots_Unknown(pilot);
        if (!standing.leads && standing.role == PartyRole.None) revert IPilots.Pilots_NotParty(pilot, organisation);
    }

    /// @dev The caller, if it may use `role` on the pilot, and its organisation has no interest in it and did not submit the
    /// evidence.
    function _asOfficial(PilotId pilot, Evidence storage evidence, bytes32 role) internal view returns (address actor) {
        actor = _msgSender();
        Uscc organisation = AUTHORITY.officialOf(actor, role, pilot.region(), pilot.field());
        if (organisation.equals(evidence.submitter) || PILOTS.standingOf(pilot, organisation).hasInterest()) {
            revert IPilots.Pilots_ConflictOfInterest(pilot, actor, organisation);
        }
    }

    /// @dev The caller, if it is a witness there. Its organisation may take part in the pilot as its witness, in no other role, and
    /// did not submit the evidence.
    function _asWitness(PilotId pilot, Evidence storage evidence) internal view returns (address actor) {
        actor = _msgSender();
        Uscc organisation = AUTHORITY.officialOf(actor, Roles.WITNESS, pilot.region(), pilot.field());
        if (organisation.equals(evidence.submitter) || PILOTS.standingOf(pilot, organisation).mayNotWitness()) {
            revert IPilots.Pilots_ConflictOfInterest(pilot, actor, organisation);
        }
    }

    // ────────────────────── Guards: the arguments ─────────────────────

    function _requireReason(bytes32 reason) internal pure {
        if (reason == bytes32(0)) revert IPilots.Pilots_ReasonRequired();
    }

    function _requireDigest(bytes32 digest) internal pure {
        if (digest == bytes32(0)) revert IPilots.Pilots_DigestRequired();
    }

    function _blockTime() internal view returns (uint40) {
        return uint40(block.timestamp);
    }
}
