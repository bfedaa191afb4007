// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "../../interfaces/IAuthority.sol";
import {IPilotLedger} from "../../interfaces/IPilotLedger.sol";
import {PilotState, Standing} from "../../interfaces/IPilots.sol";
import {ISupervision, Severity} from "../../interfaces/ISupervision.sol";
import {Calendar} from "../../libraries/Calendar.sol";
import {Roles} from "../../libraries/Roles.sol";
import {Standings} from "../../libraries/Standings.sol";
import {DossierId, DossierScope, packDossierScope} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {Journal} from "../Journal.sol";
import {SignedActs} from "../SignedActs.sol";

/// @title SupervisionRegister
/// @notice What the ledgers of cases and of services share: the numbers of dossiers, and who may act.
abstract contract SupervisionRegister is Journal, ISupervision, SignedActs {
    using Standings for Standing;

    uint256 private constant _TEXT_LIMIT = 4096;

    // ─────────────────────────── Immutables ───────────────────────────

    /// @inheritdoc ISupervision
    IAuthority public immutable AUTHORITY;
    /// @inheritdoc ISupervision
    IPilotLedger public immutable LEDGER;

    // ──────────────────────────── Storage ─────────────────────────────

    /// @dev Where a storage proof finds the number of dossiers of a scope: at `keccak256(scope ‖ slot)` of the namespace.
    /// @custom:storage-location erc7201:pilotledger.dossiers
    struct DossierStorage {
        mapping(DossierScope scope => uint32) counts;
    }

    // keccak256(abi.encode(uint256(keccak256("pilotledger.dossiers")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant _DOSSIERS_SLOT = 0x4c2501c4614c2ce3ab5076fb20ba0081ae8c58ef1c6fc259986c0036200a4b00;

    // ────────────────────────── Constructor ───────────────────────────

    constructor(IAuthority authority, IPilotLedger ledger) {
        AUTHORITY = authority;
        LEDGER = ledger;
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc ISupervision
    function dossierCount(DossierScope scope) public view returns (uint32) {
        return _dossiers().counts[scope];
    }

    // ─────────────────────── Guards: the caller ───────────────────────

    /// @dev The caller, if it acts for the lead of a pilot that exists.
    function _asLead(PilotId pilot) internal view returns (address actor) {
        actor = _msgSender();
        Uscc organisation = AUTHORITY.organisationOf(actor);
        if (!_standingOf(pilot, organisation).leads) revert Supervision_NotLead(pilot, organisation);
    }

    /// @dev The caller, if it may use `role` on a pilot that exists and its organisation has no interest in it.
    function _asOfficial(PilotId pilot, bytes32 role) internal view returns (address actor) {
        actor = _msgSender();
        _requireImpartial(pilot, role, actor);
    }

    /// @dev As `_asOfficial`, for an inspector.
    function _asInspector(PilotId pilot) internal view returns (address actor) {
        return _asOfficial(pilot, Roles.INSPECTOR);
    }

    /// @dev As `_asOfficial`, for an account other than the caller's.
    function _requireImpartial(PilotId pilot, bytes32 role, address account) internal view {
        Uscc organisation = AUTHORITY.officialOf(account, role, pilot.region(), pilot.field());
        _requireNoInterest(pilot, account, organisation);
    }

    function _requireNoInterest(PilotId pilot, address account, Uscc organisation) internal view {
        if (_standingOf(pilot, organisation).hasInterest()) {
            revert Supervision_ConflictOfInterest(pilot, account, organisation);
        }
    }

    /// @dev What the organisation is to a pilot that exists.
    function _standingOf(PilotId pilot, Uscc organisation) private view returns (Standing memory standing) {
        standing = LEDGER.standingOf(pilot, organisation);
        if (standing.state == PilotState.None) revert Supervision_PilotUnknown(pilot);
    }

    // ────────────────────── Guards: the arguments ─────────────────────

    function _requireReason(bytes32 reason) internal pure {
        if (reason == bytes32(0)) revert Supervision_ReasonRequired();
    }

    function _requireDigest(bytes32 digest) internal pure {
        if (digest == bytes32(0)) revert Supervision_DigestRequired();
    }

    function _requireText(string calldata text) internal pure {
        uint256 length = bytes(text).length;
        if (length == 0 || length > _TEXT_LIMIT) revert Supervision_TextLength(length, _TEXT_LIMIT);
    }

    function _requireSeverity(Severity severity) internal pure {
        if (severity == Severity.None) revert Supervision_SeverityRequired();
    }

    function _requireAhead(uint40 date) internal view {
        if (date <= _blockTime()) revert Supervision_DateNotAhead(date, _blockTime());
    }

    function _requirePast(uint40 date) internal view {
        if (date == 0 || date > _blockTime()) revert Supervision_DateNotPast(date, _blockTime());
    }

    // ─────────────────────────── Recording ────────────────────────────

    /// @dev The next number of a dossier of this kind in the region, in the year of the block.
    function _nextDossier(bytes2 letters, RegionCode region) internal returns (DossierId) {
        DossierScope scope = packDossierScope(letters, Calendar.yearOf(block.timestamp), region);
        return scope.withSerial(++_dossiers().counts[scope]);
    }

    /// @dev Records an event about a pilot.
    function _recordOf(bytes32 signature, PilotId pilot, address actor, bytes memory data) internal {
        _record(signature, pilot.toSubject(), actor, data);
    }

    /// @dev Records an event whose arguments are a dossier and the digest of a document that must be there.
    function _recordDocument(
        bytes32 signature,
        PilotId pilot,
        address actor,
        DossierId dossier,
        bytes32 digest
    ) internal {
        _requireDigest(digest);
        _recordOf(signature, pilot, actor, abi.encode(dossier, digest));
    }

    /// @dev Records an event whose arguments are a dossier, a reason, and the digest of a document if there is one.
    function _recordReason(
        bytes32 signature,
        PilotId pilot,
        address actor,
        DossierId dossier,
        bytes32 reason,
        bytes32 digest
    ) internal {
        _requireReason(reason);
        _recordOf(signature, pilot, actor, abi.encode(dossier, reason, digest));
    }

    // ──────────────────────────── Entries ─────────────────────────────

    /// @dev A pilot's id as the entries keep it.
    function _short(PilotId pilot) internal pure returns (bytes14) {
        return bytes14(PilotId.unwrap(pilot));
    }

    /// @dev A pilot's id out of an entry.
    function _long(bytes14 pilot) internal pure returns (PilotId) {
        return PilotId.wrap(bytes32(pilot));
    }

    function _blockTime() internal view returns (uint40) {
        return uint40(block.timestamp);
    }

    function _dossiers() private pure returns (DossierStorage storage $) {
        assembly {
            $.slot := _DOSSIERS_SLOT
        }
    }
}
