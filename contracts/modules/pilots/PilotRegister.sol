// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAuthority} from "../../interfaces/IAuthority.sol";
import {IPilotLedger} from "../../interfaces/IPilotLedger.sol";
import {Handling, IPilots, Party, PartyRole, Pilot, PilotState, Standing} from "../../interfaces/IPilots.sol";
import {PilotStates} from "../../libraries/PilotStates.sol";
import {PilotId, PilotScope} from "../../types/PilotId.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {Journal} from "../Journal.sol";
import {SignedActs} from "../SignedActs.sol";

/// @title PilotRegister
/// @notice The pilots' entries, and the guards every act on a pilot passes: it exists, its state allows the act, the caller may
/// do it, and has no interest in it. Acts check in this order, and their arguments last.
abstract contract PilotRegister is IPilotLedger, Journal, SignedActs {
    using PilotStates for uint256;

    uint256 private constant _TEXT_LIMIT = 8192;

    // ─────────────────────────── Immutables ───────────────────────────

    /// @inheritdoc IPilotLedger
    IAuthority public immutable AUTHORITY;
    /// @inheritdoc IPilots
    bytes2 public immutable PROVINCE;
    /// @inheritdoc IPilots
    RegionCode public immutable PROVINCE_REGION;

    // ──────────────────────────── Storage ─────────────────────────────

    /// @dev Where a storage proof finds an entry, from the namespace's slot on: the number of pilots of a scope at
    /// `keccak256(scope ‖ slot)`, a pilot (one slot) at `keccak256(pilot ‖ slot + 1)`, its handling (one slot) at
    /// `keccak256(pilot ‖ slot + 2)`.
    /// @custom:storage-location erc7201:pilotledger.pilots
    struct PilotStorage {
        mapping(PilotScope scope => uint32) counts;
        mapping(PilotId pilot => Pilot) pilots;
        mapping(PilotId pilot => Handling) handling;
        mapping(PilotId pilot => mapping(Uscc organisation => Party)) parties;
    }

    // keccak256(abi.encode(uint256(keccak256("pilotledger.pilots")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant _PILOTS_SLOT = 0x22cad2c929f8444a49f0de8e16b4a52dc71cc05518ca98897aa621bd6bedf800;

    // ────────────────────────── Constructor ───────────────────────────

    constructor(IAuthority authority, bytes2 province, RegionCode provinceRegion) EIP712("PilotLedger", "1") {
        AUTHORITY = authority;
        PROVINCE = province;
        PROVINCE_REGION = provinceRegion;
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IPilots
    function pilotOf(PilotId pilot) external view returns (Pilot memory) {
        return _pilots().pilots[pilot];
    }

    /// @inheritdoc IPilots
    function handlingOf(PilotId pilot) external view returns (Handling memory) {
        return _handling(pilot);
    }

    /// @inheritdoc IPilots
    function standingOf(PilotId pilot, Uscc organisation) external view returns (Standing memory standing) {
        Pilot storage entry = _pilots().pilots[pilot];
        (standing.state, standing.milestones) = (entry.state, entry.milestones);
        standing.leads = organisation.equals(entry.lead);
        // A lead is no party besides.
        if (standing.leads) return standing;
        Party storage party = _party(pilot, organisation);
        (standing.role, standing.submitted) = (party.role, party.submitted);
    }

    /// @inheritdoc IPilots
    function pilotCount(PilotScope scope) external view returns (uint32) {
        return _pilots().counts[scope];
    }

    // ──────────────────────── Guards: the pilot ───────────────────────

    /// @dev The entry of a pilot that exists and is in one of `states`.
    function _pilotIn(PilotId pilot, uint256 states) internal view returns (Pilot storage entry) {
        entry = _pilots().pilots[pilot];
        PilotState state = entry.state;
        if (state == PilotState.None) revert Pilots_Unknown(pilot);
        if (!states.contain(state)) revert Pilots_StateNotAllowed(pilot, state);
    }

    // ─────────────────────── Guards: the caller ───────────────────────

    /// @dev The caller, if it acts for the pilot's lead.
    function _asLead(PilotId pilot, Pilot storage entry) internal view returns (address actor) {
        Uscc organisation;
        (actor, organisation) = _member();
        if (!organisation.equals(entry.lead)) revert Pilots_NotLead(pilot, organisation);
    }

    /// @dev The caller, if it acts for the pilot's lead or for one of its parties. That a party submitted something is kept: it
    /// may leave, and decides on nothing here all the same. A lead never leaves.
    function _asSubmitter(PilotId pilot, Pilot storage entry) internal returns (address actor) {
        Uscc organisation;
        (actor, organisation) = _member();
        if (organisation.equals(entry.lead)) return actor;
        Party storage party = _party(pilot, organisation);
        if (party.role == PartyRole.None) revert Pilots_NotParty(pilot, organisation);
        party.submitted = true;
    }

    /// @dev The caller, if it may use `role` on the pilot and its organisation takes no part in it.
    function _asOfficial(PilotId pilot, Pilot storage entry, bytes32 role) internal view returns (address actor) {
        actor = _msgSender();
        _requireImpartial(pilot, entry, role, actor);
    }

    /// @dev As `_asOfficial`, for any account.
    function _requireImpartial(PilotId pilot, Pilot storage entry, bytes32 role, address account) internal view {
        Uscc organisation = AUTHORITY.officialOf(account, role, pilot.region(), pilot.field());
        if (_hasInterest(pilot, entry, organisation)) revert Pilots_ConflictOfInterest(pilot, account, organisation);
    }

    /// @dev The caller and the organisation it acts for.
    function _member() internal view returns (address actor, Uscc organisation) {
        actor = _msgSender();
        organisation = AUTHORITY.organisationOf(actor);
    }

    /// @dev Whether the organisation takes part in the pilot, or submitted something to it while it did: as `Standings` says it for
    /// the other ledgers.
    function _hasInterest(PilotId pilot, Pilot storage entry, Uscc organisation) private view returns (bool) {
        if (organisation.equals(entry.lead)) return true;
        Party storage party = _party(pilot, organisation);
        return party.role != PartyRole.None || party.submitted;
    }

    // ─────────────────── Guards: the pilot and the caller ─────────────

    /// @dev `_pilotIn`, then `_asLead`.
    function _leadOf(PilotId pilot, uint256 states) internal view returns (Pilot storage entry, address actor) {
        entry = _pilotIn(pilot, states);
        actor = _asLead(pilot, entry);
    }

    /// @dev `_pilotIn`, then `_asOfficial`.
    function _officialOn(
        PilotId pilot,
        uint256 states,
        bytes32 role
    ) internal view returns (Pilot storage entry, address actor) {
        entry = _pilotIn(pilot, states);
        actor = _asOfficial(pilot, entry, role);
    }

    // ────────────────────── Guards: the arguments ─────────────────────

    function _requireReason(bytes32 reason) internal pure {
        if (reason == bytes32(0)) revert Pilots_ReasonRequired();
    }

    function _requireDigest(bytes32 digest) internal pure {
        if (digest == bytes32(0)) revert Pilots_DigestRequired();
    }

    function _requireText(string calldata text) internal pure {
        uint256 length = bytes(text).length;
        if (length == 0 || length > _TEXT_LIMIT) revert Pilots_TextLength(length, _TEXT_LIMIT);
    }

    // ─────────────────────────── Recording ────────────────────────────

    /// @dev Records an event whose arguments are a number and the digest of a document that must be there. The ABI encodes
    /// a number of any width, and an enumeration, as one word.
    function _recordDocument(bytes32 signature, PilotId pilot, address actor, uint256 number, bytes32 digest) internal {
        _requireDigest(digest);
        _record(signature, pilot.toSubject(), actor, abi.encode(number, digest));
    }

    /// @dev As above, with two numbers.
    function _recordDocument(
        bytes32 signature,
        PilotId pilot,
        address actor,
        uint256 first,
        uint256 second,
        bytes32 digest
    ) internal {
        _requireDigest(digest);
        _record(signature, pilot.toSubject(), actor, abi.encode(first, second, digest));
    }

    /// @dev As above, without a number.
    function _recordDocument(bytes32 signature, PilotId pilot, address actor, bytes32 digest) internal {
        _requireDigest(digest);
        _record(signature, pilot.toSubject(), actor, abi.encode(digest));
    }

    /// @dev Records an event whose arguments are a number, a reason, and the digest of a document if there is one.
    function _recordReason(
        bytes32 signature,
        PilotId pilot,
        address actor,
        uint256 number,
        bytes32 reason,
        bytes32 documentDigest
    ) internal {
        _requireReason(reason);
        _record(signature, pilot.toSubject(), actor, abi.encode(number, reason, documentDigest));
    }

    /// @dev As above, with two numbers.
    function _recordReason(
        bytes32 signature,
        PilotId pilot,
        address actor,
        uint256 first,
        uint256 second,
        bytes32 reason,
        bytes32 documentDigest
    ) internal {
        _requireReason(reason);
        _record(signature, pilot.toSubject(), actor, abi.encode(first, second, reason, documentDigest));
    }

    /// @dev As above, without a number.
    function _recordReason(
        bytes32 signature,
        PilotId pilot,
        address actor,
        bytes32 reason,
        bytes32 documentDigest
    ) internal {
        _requireReason(reason);
        _record(signature, pilot.toSubject(), actor, abi.encode(reason, documentDigest));
    }

    // ──────────────────────────── Entries ─────────────────────────────

    function _handling(PilotId pilot) internal view returns (Handling storage) {
        return _pilots().handling[pilot];
    }

    function _party(PilotId pilot, Uscc organisation) internal view returns (Party storage) {
        return _pilots().parties[pilot][organisation];
    }

    function _blockTime() internal view returns (uint40) {
        return uint40(block.timestamp);
    }

    function _pilots() internal pure returns (PilotStorage storage $) {
        assembly {
            $.slot := _PILOTS_SLOT
        }
    }
}
