// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AnchoredFile,
    Bulletin,
    BulletinDraft,
    BulletinPart,
    BulletinState,
    IBulletins,
    IssuerSeat
} from "../../interfaces/IBulletins.sol";
import {DigestAlgorithm} from "../../interfaces/IEvidence.sol";
import {Roles} from "../../libraries/Roles.sol";
import {BulletinId, packBulletinId} from "../../types/BulletinId.sol";
import {Uscc} from "../../types/Uscc.sol";
import {StatisticsRegister} from "./StatisticsRegister.sol";

/// @title Bulletins (统计公报)
/// @notice Drafted once, signed by each issuer for itself, published, superseded.
abstract contract Bulletins is StatisticsRegister {
    uint256 private constant _ISSUER_LIMIT = 15;
    /// @dev How many of its last blocks the chain remembers the hash of.
    uint256 private constant _KNOWN_HASHES = 256;

    mapping(BulletinId bulletin => Bulletin) private _bulletins;
    mapping(BulletinId bulletin => mapping(Uscc organisation => IssuerSeat)) private _seats;

    // ────────────────────────────── Acts ──────────────────────────────

    /// @inheritdoc IBulletins
    function draftBulletin(
        BulletinDraft calldata draft,
        Uscc[] calldata issuers,
        string calldata text
    ) external returns (BulletinId bulletin) {
        bulletin = packBulletinId(draft.period, draft.region, draft.number);
        Bulletin storage entry = _bulletins[bulletin];
        if (entry.state != BulletinState.None) revert Bulletins_Exists(bulletin);
        (address actor, Uscc drafter) = _asOfficial(Roles.STATISTICIAN, draft.region);
        _requirePeriod(draft.period);
        _requireRegion(draft.region);
        if (draft.number == 0) revert Bulletins_NumberRequired();
        _seat(bulletin, issuers, draft.threshold);
        if (_seats[bulletin][drafter] == IssuerSeat.None) revert Bulletins_NotIssuer(bulletin, drafter);
        _requireText(text);

        entry.state = BulletinState.Drafted;
        entry.issuers = uint8(issuers.length);
        entry.threshold = draft.threshold;
        entry.asOfBlock = draft.asOfBlock;
        entry.documentDigest = draft.document.digest;
        _recordDraft(bulletin, actor, draft, issuers, text);
        _recordFile(bulletin, actor, BulletinPart.Dataset, draft.dataset);
        _recordFile(bulletin, actor, BulletinPart.Document, draft.document);
    }

    /// @inheritdoc IBulletins
    function cosignBulletin(BulletinId bulletin, bytes32 documentDigest) external {
        Bulletin storage entry = _existing(bulletin);
        if (entry.state != BulletinState.Cosigned) _requireState(bulletin, entry, BulletinState.Drafted);
        (address actor, Uscc organisation) = _asIssuer(bulletin);
        if (_seats[bulletin][organisation] == IssuerSeat.Signed) {
            revert Bulletins_AlreadySigned(bulletin, organisation);
        }
        if (documentDigest != entry.documentDigest) {
            revert Bulletins_DocumentMismatch(bulletin, documentDigest, entry.documentDigest);
        }
        _seats[bulletin][organisation] = IssuerSeat.Signed;
        uint8 signatures = ++entry.signatures;
        if (signatures == entry.threshold) entry.state = BulletinState.Cosigned;
        _record(
            IBulletins.BulletinCosigned.selector,
            bulletin.toSubject(),
            actor,
            abi.encode(organisation, signatures, documentDigest)
        );
    }

    /// @inheritdoc IBulletins
    function publishBulletin(BulletinId bulletin) external {
        Bulletin storage entry = _existing(bulletin);
        _requireState(bulletin, entry, BulletinState.Cosigned);
        (address actor, ) = _asIssuer(bulletin);
        entry.state = BulletinState.Published;
        entry.publishedAt = _blockTime();
        _record(IBulletins.BulletinPublished.selector, bulletin.toSubject(), actor, "");
    }

    /// @inheritdoc IBulletins
    function supersedeBulletin(BulletinId bulletin, BulletinId successor, bytes32 reason) external {
        Bulletin storage entry = _existing(bulletin);
        _requireState(bulletin, entry, BulletinState.Published);
        (address actor, ) = _asIssuer(bulletin);
        Bulletin storage later = _bulletins[successor];
        if (
            later.state != BulletinState.Published ||
            later.publishedAt <= entry.publishedAt ||
            !successor.isAlike(bulletin)
        ) revert Bulletins_NotSuccessor(bulletin, successor);
        _requireReason(reason);
        entry.state = BulletinState.Superseded;
        _record(IBulletins.BulletinSuperseded.selector, bulletin.toSubject(), actor, abi.encode(successor, reason));
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IBulletins
    function bulletinOf(BulletinId bulletin) external view returns (Bulletin memory) {
        return _bulletins[bulletin];
    }

    /// @inheritdoc IBulletins
    function issuerSeat(BulletinId bulletin, Uscc organisation) external view returns (IssuerSeat) {
        return _seats[bulletin][organisation];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _existing(BulletinId bulletin) private view returns (Bulletin storage entry) {
        entry = _bulletins[bulletin];
        if (entry.state == BulletinState.None) revert Bulletins_Unknown(bulletin);
    }

    function _requireState(BulletinId bulletin, Bulletin storage entry, BulletinState expected) private view {
        BulletinState state = entry.state;
        if (state != expected) revert Bulletins_StateNotAllowed(bulletin, state);
    }

    /// @dev The caller and its organisation, if that issues the bulletin.
    function _asIssuer(BulletinId bulletin) private view returns (address actor, Uscc organisation) {
        (actor, organisation) = _asOfficial(Roles.STATISTICIAN, bulletin.region());
        if (_seats[bulletin][organisation] == IssuerSeat.None) revert Bulletins_NotIssuer(bulletin, organisation);
    }

    /// @dev Whether the chain confirms the hash; reverts when it knows another.
    function _checkHash(uint64 asOfBlock, bytes32 stated) private view returns (bool) {
        if (asOfBlock >= block.number) revert Bulletins_BlockAhead(asOfBlock, block.number - 1);
        _requireDigest(stated);
        if (block.number - asOfBlock > _KNOWN_HASHES) return false;
        bytes32 expected = blockhash(asOfBlock);
        if (stated != expected) revert Bulletins_BlockHashMismatch(asOfBlock, stated, expected);
        return true;
    }

    // ─────────────────────────── Recording ────────────────────────────

    function _seat(BulletinId bulletin, Uscc[] calldata issuers, uint8 threshold) private {
        uint256 length = issuers.length;
        if (length > _ISSUER_LIMIT || threshold == 0 || threshold > length) {
            revert Bulletins_IssuersInvalid(length, threshold, _ISSUER_LIMIT);
        }
        mapping(Uscc organisation => IssuerSeat) storage seats = _seats[bulletin];
        for (uint256 i = 0; i < length; ++i) {
            Uscc issuer = issuers[i];
            if (seats[issuer] != IssuerSeat.None) revert Bulletins_IssuerTwice(i, issuer);
            AUTHORITY.requireActive(issuer);
            seats[issuer] = IssuerSeat.Named;
        }
    }

    function _recordDraft(
        BulletinId bulletin,
        address actor,
        BulletinDraft calldata draft,
        Uscc[] calldata issuers,
        string calldata text
    ) private {
        bool checked = _checkHash(draft.asOfBlock, draft.asOfBlockHash);
        _record(
            IBulletins.BulletinDrafted.selector,
            bulletin.toSubject(),
            actor,
            abi.encode(issuers, draft.threshold, draft.asOfBlock, draft.asOfBlockHash, checked, text)
        );
    }

    function _recordFile(BulletinId bulletin, address actor, BulletinPart part, AnchoredFile calldata file) private {
        if (file.algorithm == DigestAlgorithm.None || file.digest == bytes32(0)) revert Bulletins_FileInvalid(part);
        _record(IBulletins.BulletinFileAnchored.selector, bulletin.toSubject(), actor, abi.encode(part, file));
    }
}
