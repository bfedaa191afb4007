// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BulletinId} from "../types/BulletinId.sol";
import {Period} from "../types/Period.sol";
import {RegionCode} from "../types/RegionCode.sol";
import {Uscc} from "../types/Uscc.sol";
import {DigestAlgorithm} from "./IEvidence.sol";

/// @notice Where a bulletin stands.
/// @dev Append only.
enum BulletinState {
    None,
    Drafted, // 起草
    Cosigned, // 已会签
    Published, // 已发布
    Superseded // 已被替代
}

/// @notice Which file of a bulletin.
/// @dev Append only.
enum BulletinPart {
    None,
    Dataset, // 数据集
    Document // 公报文本
}

/// @notice An organisation's place among the issuers.
/// @dev Append only.
enum IssuerSeat {
    None,
    Named, // 待会签
    Signed // 已会签
}

/// @notice A file by its digest.
/// @param size Bytes.
struct AnchoredFile {
    DigestAlgorithm algorithm;
    uint64 size;
    bytes32 digest;
}

/// @notice A bulletin as it is drafted.
/// @param period What it is about.
/// @param region The region it is about.
/// @param number From 1; tells the bulletins of a period and region apart.
/// @param threshold How many issuers must sign.
/// @param asOfBlock The last block whose records it takes into account.
/// @param asOfBlockHash The hash of that block.
/// @param dataset The figures, machine-readable.
/// @param document What is published.
struct BulletinDraft {
    Period period;
    RegionCode region;
    uint16 number;
    uint8 threshold;
    uint64 asOfBlock;
    bytes32 asOfBlockHash;
    AnchoredFile dataset;
    AnchoredFile document;
}

/// @notice A bulletin as the guards see it. Two storage slots.
/// @param state Where it stands.
/// @param issuers How many organisations issue it.
/// @param threshold How many of them must sign.
/// @param signatures How many have.
/// @param publishedAt Block time, Unix seconds; zero while it is not published.
/// @param asOfBlock The last block whose records it takes into account.
/// @param documentDigest The document's digest, which a co-signer names.
struct Bulletin {
    BulletinState state;
    uint8 issuers;
    uint8 threshold;
    uint8 signatures;
    uint40 publishedAt;
    uint64 asOfBlock;
    bytes32 documentDigest;
}

/// @title Bulletins (统计公报)
/// @notice Jointly issued: drafted, co-signed by k of n organisations, published, superseded by a later one. All acts take the
/// role STATISTICIAN over the bulletin's region, from an account of an issuer. A draft never changes: who finds it wrong drafts
/// another.
interface IBulletins {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A bulletin was drafted; its files follow in two events of their own. State: Drafted.
    /// @param hashChecked Whether the chain itself confirmed `asOfBlockHash`; it can for its last 256 blocks.
    /// @param text Canonical JSON `{"scope": {"en": …, "zh": …}, "title": {"en": …, "zh": …}}`.
    event BulletinDrafted(
        BulletinId indexed bulletin,
        address indexed actor,
        Uscc[] issuers,
        uint8 threshold,
        uint64 asOfBlock,
        bytes32 asOfBlockHash,
        bool hashChecked,
        string text
    );

    /// @notice A file of a bulletin was anchored.
    event BulletinFileAnchored(
        BulletinId indexed bulletin,
        address indexed actor,
        BulletinPart part,
        AnchoredFile file
    );

    /// @notice An issuer signed. State: Cosigned once `signatures` reaches the threshold.
    /// @param signatures How many have signed, this one included.
    /// @param documentDigest The digest it signed for, that of the document.
    event BulletinCosigned(
        BulletinId indexed bulletin,
        address indexed actor,
        Uscc organisation,
        uint8 signatures,
        bytes32 documentDigest
    );

    /// @notice The bulletin was published. State: Published.
    event BulletinPublished(BulletinId indexed bulletin, address indexed actor);

    /// @notice A published bulletin was superseded by a later one of the same period and region. State: Superseded.
    /// @param reason A reason code, ASCII.
    event BulletinSuperseded(BulletinId indexed bulletin, address indexed actor, BulletinId successor, bytes32 reason);

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such bulletin.
    error Bulletins_Unknown(BulletinId bulletin);
    /// @notice A bulletin of this id is drafted already.
    error Bulletins_Exists(BulletinId bulletin);
    /// @notice Numbers run from 1.
    error Bulletins_NumberRequired();
    /// @notice The act is not allowed in this state.
    error Bulletins_StateNotAllowed(BulletinId bulletin, BulletinState state);
    /// @notice A bulletin has 1 to `limit` issuers, of whom 1 to all must sign.
    error Bulletins_IssuersInvalid(uint256 issuers, uint8 threshold, uint256 limit);
    /// @notice Issuer `index` is named before.
    error Bulletins_IssuerTwice(uint256 index, Uscc organisation);
    /// @notice The organisation does not issue this bulletin.
    error Bulletins_NotIssuer(BulletinId bulletin, Uscc organisation);
    /// @notice The organisation has signed already.
    error Bulletins_AlreadySigned(BulletinId bulletin, Uscc organisation);
    /// @notice The signer named another document than the bulletin's.
    error Bulletins_DocumentMismatch(BulletinId bulletin, bytes32 documentDigest, bytes32 expected);
    /// @notice The block lies ahead of the last one, `latest`.
    error Bulletins_BlockAhead(uint64 asOfBlock, uint256 latest);
    /// @notice The block has another hash.
    error Bulletins_BlockHashMismatch(uint64 asOfBlock, bytes32 asOfBlockHash, bytes32 expected);
    /// @notice A file lacks its algorithm or its digest.
    error Bulletins_FileInvalid(BulletinPart part);
    /// @notice `successor` is not of the same period and region, not published, or not published later.
    error Bulletins_NotSuccessor(BulletinId bulletin, BulletinId successor);

    // ────────────────────────────── Acts ──────────────────────────────

    /// @notice Drafts a bulletin.
    function draftBulletin(
        BulletinDraft calldata draft,
        Uscc[] calldata issuers,
        string calldata text
    ) external returns (BulletinId bulletin);

    /// @notice Signs for the caller's organisation, once.
    /// @param documentDigest The document the signer has read.
    function cosignBulletin(BulletinId bulletin, bytes32 documentDigest) external;

    /// @notice Publishes a bulletin that enough issuers signed.
    function publishBulletin(BulletinId bulletin) external;

    /// @notice Marks a bulletin superseded by one published later.
    function supersedeBulletin(BulletinId bulletin, BulletinId successor, bytes32 reason) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The bulletin; all zero when there is none.
    function bulletinOf(BulletinId bulletin) external view returns (Bulletin memory);

    /// @notice The organisation's place among the bulletin's issuers.
    function issuerSeat(BulletinId bulletin, Uscc organisation) external view returns (IssuerSeat);
}
