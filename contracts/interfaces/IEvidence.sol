// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotId} from "../types/PilotId.sol";
import {Uscc} from "../types/Uscc.sol";

/// @notice How a digest was computed. All are 32 bytes long.
/// @dev Append only.
enum DigestAlgorithm {
    None,
    Sha256, // FIPS 180-4
    Sm3, // GB/T 32905
    Keccak256
}

/// @notice What a document is.
/// @dev Append only, at most 64: required kinds are a bit set.
enum EvidenceKind {
    None,
    ApplicationForm, // 申报书
    PilotPlan, // 实施方案
    DesignDocument, // 设计文档
    TestReport, // 测试报告
    TrialRunReport, // 试运行报告
    SecurityAssessment, // 安全评估报告
    MlpsGrading, // 等级保护定级备案
    CryptoAssessment, // 密码应用安全性评估
    CacFiling, // 区块链信息服务备案
    SourceHash, // 源代码摘要
    SoftwareCopyright, // 软件著作权
    UserReport, // 用户报告
    FinancialReport, // 财务报告
    SupervisorOpinion, // 监理意见
    ExpertOpinion, // 专家意见
    AcceptanceCertificate, // 验收证书
    IncidentReport, // 事件报告
    RectificationReport, // 整改报告
    InspectionRecord, // 检查记录
    NoticeServed, // 送达回证
    StatementOfDefence, // 陈述申辩
    HearingRecord, // 听证笔录
    Decision, // 决定书
    PaymentProof, // 缴款凭证
    ExitReport, // 总结报告
    ArchiveManifest, // 归档清单
    Bulletin, // 公报
    OperationalRecord // 运行数据
}

/// @notice Where a record came from: what a court asks under 人民法院在线诉讼规则 Art. 18.
/// @dev Append only.
enum EvidenceSource {
    Unstated,
    OwnSystem, // 自有系统
    CounterpartySystem, // 对方系统
    ThirdPartySystem, // 第三方系统
    Device, // 设备采集
    PaperOriginal, // 纸质原件
    PublicRecord // 公开信息
}

/// @notice How it was generated.
/// @dev Append only.
enum EvidenceGeneration {
    Unstated,
    Automatic, // 系统自动生成
    Manual, // 人工录入
    Scanned, // 扫描转换
    Extracted // 提取固定
}

/// @notice How it was stored before it was anchored.
/// @dev Append only.
enum EvidenceStorage {
    Unstated,
    OriginalMedium, // 原始介质
    ArchiveSystem, // 档案系统
    Cloud, // 云存储
    ThirdPartyPlatform // 第三方存证平台
}

/// @notice Who certified it before it was anchored.
/// @dev Append only.
enum EvidenceCertification {
    None,
    Notary, // 公证
    TimestampAuthority, // 可信时间戳
    ForensicCentre // 司法鉴定
}

/// @notice The submitter's statement on the record's life before it was anchored. A statement, not a proof.
struct Provenance {
    EvidenceSource source;
    EvidenceGeneration generation;
    EvidenceStorage storedIn;
    EvidenceCertification certification;
}

/// @notice A document by its digest.
struct EvidenceItem {
    EvidenceKind kind;
    DigestAlgorithm algorithm;
    bytes32 digest;
}

/// @notice A document to be anchored on its own.
/// @param milestone The milestone it belongs to; zero for the pilot as a whole.
/// @param size Bytes.
struct Anchor {
    uint8 milestone;
    EvidenceItem item;
    uint64 size;
    Provenance provenance;
}

/// @notice Many records under the root of one Merkle tree, such as the log of a sensor.
/// @dev The leaf of record `index`, from 0, is `keccak256(keccak256(abi.encode(keccak256("pilotledger.evidence.leaf"), algorithm,
/// digest, index)))`: hashed twice, so that no inner node, which is the hash of 64 bytes, can pass for one. Two neighbours make a
/// node `keccak256(smaller ‖ larger)`; the last one of a level without a neighbour moves up as it is.
/// @param milestone The milestone they belong to; zero for the pilot as a whole.
/// @param kind What they are.
/// @param algorithm How their digests were computed.
/// @param itemCount How many there are.
/// @param root The tree's root.
/// @param manifestDigest SHA-256 of the list of the records, in their order.
struct EvidenceBatch {
    uint8 milestone;
    EvidenceKind kind;
    DigestAlgorithm algorithm;
    uint32 itemCount;
    bytes32 root;
    bytes32 manifestDigest;
    Provenance provenance;
}

/// @notice An anchor or a batch as the guards see it: one storage slot.
/// @param submitter The organisation for which it was anchored; the account is in its event, and in its id.
/// @param anchoredAt Block time, Unix seconds.
/// @param itemCount How many records a batch holds; zero for a single document.
/// @param disputes How many disputes were raised.
/// @param openDisputes How many of them are not resolved.
/// @param superseded Whether its submitter put other evidence in its place.
struct Evidence {
    Uscc submitter;
    uint40 anchoredAt;
    uint32 itemCount;
    uint8 disputes;
    uint8 openDisputes;
    bool superseded;
}

/// @notice In what capacity somebody disputes evidence.
/// @dev Append only.
enum DisputeCapacity {
    None,
    Participant, // 参与单位
    Witness, // 见证机构
    Inspector // 检查员
}

/// @notice What became of a dispute.
/// @dev Append only.
enum DisputeResult {
    Open,
    Upheld, // 异议成立
    Dismissed, // 异议不成立
    Withdrawn // 撤回异议
}

/// @notice A dispute as the guards see it.
struct Dispute {
    address raisedBy;
    uint40 raisedAt;
    DisputeResult result;
}

/// @title Evidence (存证)
/// @notice Digests anchored to a pilot, one by one or many under one root; what witnesses attest of them, who disputes them, and
/// what takes their place. An anchor is named by the hash of pilot, milestone, submitter, algorithm and digest: anchoring again
/// overwrites nothing, nobody can squat on a digest, and *first seen* is a question to the events.
interface IEvidence {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A document's digest was anchored.
    /// @param milestone The milestone it belongs to; zero for the pilot as a whole.
    /// @param size Bytes.
    /// @param provenance The submitter's statement on the record's life before.
    event EvidenceAnchored(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        EvidenceItem item,
        uint64 size,
        Provenance provenance
    );

    /// @notice The root of many records was anchored. Each is provable on its own.
    event EvidenceBatchAnchored(
        PilotId indexed pilot,
        address indexed actor,
        uint8 milestone,
        EvidenceKind kind,
        DigestAlgorithm algorithm,
        uint32 itemCount,
        bytes32 root,
        bytes32 manifestDigest,
        Provenance provenance
    );

    /// @notice A witness, who has no part in it, attested evidence.
    /// @param evidence The anchor's or the batch's id.
    /// @param statementDigest SHA-256 of what it states.
    event EvidenceAttested(PilotId indexed pilot, address indexed actor, bytes32 evidence, bytes32 statementDigest);

    /// @notice Somebody disputes evidence.
    /// @param number Of the evidence's disputes, from 1.
    /// @param reason A reason code, ASCII.
    /// @param documentDigest SHA-256 of the grounds; zero if none.
    event EvidenceDisputed(
        PilotId indexed pilot,
        address indexed actor,
        bytes32 evidence,
        uint8 number,
        DisputeCapacity capacity,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice A dispute was decided on, or withdrawn by those who raised it.
    event EvidenceDisputeResolved(
        PilotId indexed pilot,
        address indexed actor,
        bytes32 evidence,
        uint8 number,
        DisputeResult result,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The submitter put other evidence in the place of `evidence`, which stays on record.
    event EvidenceSuperseded(
        PilotId indexed pilot,
        address indexed actor,
        bytes32 evidence,
        bytes32 replacement,
        bytes32 reason,
        bytes32 documentDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice The item at `index` has no kind, no algorithm or no digest.
    error Evidence_ItemInvalid(uint256 index);
    /// @notice The submitter anchored the item at `index` to this subject before.
    error Evidence_AlreadyAnchored(uint256 index, bytes32 digest, uint40 anchoredAt);
    /// @notice One call anchors 1 to `limit` items.
    error Evidence_BatchLength(uint256 length, uint256 limit);
    /// @notice The item at `index` names a milestone the pilot does not have.
    error Evidence_MilestoneUnknown(uint256 index, uint8 milestone);
    /// @notice A batch holds at least one record.
    error Evidence_BatchEmpty();
    /// @notice Nothing with this id was anchored to the pilot.
    error Evidence_Unknown(PilotId pilot, bytes32 evidence);
    /// @notice This witness attested it already.
    error Evidence_AlreadyAttested(bytes32 evidence, address witness, uint40 attestedAt);
    /// @notice A dispute is raised as a participant, a witness or an inspector.
    error Evidence_CapacityRequired();
    /// @notice The evidence was disputed `limit` times.
    error Evidence_TooManyDisputes(bytes32 evidence, uint8 limit);
    /// @notice There is no such dispute, or it was resolved.
    error Evidence_NoOpenDispute(bytes32 evidence, uint8 number);
    /// @notice A dispute is upheld or dismissed.
    error Evidence_ResultInvalid(DisputeResult result);
    /// @notice Who raised a dispute does not decide on it.
    error Evidence_DisputantMayNotDecide(bytes32 evidence, address actor);
    /// @notice Those who raised a dispute may withdraw it.
    error Evidence_NotDisputant(bytes32 evidence, address actor);
    /// @notice The organisation that submitted evidence may supersede it, with evidence of its own.
    error Evidence_NotSubmitter(bytes32 evidence, Uscc organisation);
    /// @notice Other evidence stands in its place already.
    error Evidence_AlreadySuperseded(bytes32 evidence);
    /// @notice Evidence does not take its own place.
    error Evidence_ReplacesItself(bytes32 evidence);

    // ──────────────────────────── The team ────────────────────────────

    /// @notice Anchors documents to a pilot that has not ended. Lead or party. All or none.
    function anchorEvidence(PilotId pilot, Anchor[] calldata anchors) external;

    /// @notice Anchors the root of many records to a pilot that has not ended. Lead or party.
    function anchorBatch(PilotId pilot, EvidenceBatch calldata evidenceBatch) external;

    /// @notice Puts `replacement` in the place of `evidence`; both were anchored by accounts of the caller's organisation.
    function supersedeEvidence(
        PilotId pilot,
        bytes32 evidence,
        bytes32 replacement,
        bytes32 reason,
        bytes32 documentDigest
    ) external;

    // ─────────────────────────── Witnesses ────────────────────────────

    /// @notice Attests evidence, at whatever later date. Witness, once each; its organisation takes no part in the pilot, unless as
    /// the witness of it, and submitted neither the evidence nor a milestone.
    function attestEvidence(PilotId pilot, bytes32 evidence, bytes32 statementDigest) external;

    // ──────────────────────────── Disputes ────────────────────────────

    /// @notice Disputes evidence: an organisation that takes part, a witness, or an inspector.
    function disputeEvidence(
        PilotId pilot,
        bytes32 evidence,
        DisputeCapacity capacity,
        bytes32 reason,
        bytes32 documentDigest
    ) external;

    /// @notice Upholds or dismisses a dispute. Decider, who did not raise it.
    function resolveDispute(
        PilotId pilot,
        bytes32 evidence,
        uint8 number,
        DisputeResult result,
        bytes32 reason,
        bytes32 documentDigest
    ) external;

    /// @notice Withdraws a dispute: the account that raised it, or another of its organisation.
    function withdrawDispute(PilotId pilot, bytes32 evidence, uint8 number, bytes32 reason) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice When `submitter` anchored a digest to a subject, Unix seconds; zero if never by `anchorEvidence`.
    function anchoredAt(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest
    ) external view returns (uint40);

    /// @notice When `submitter` anchored the batch that holds a digest as record `index`; zero when none of its batches of this
    /// subject does. The proof's path leads to a root, and the root to the batch.
    /// @param proof The sibling at each level, from the leaf up; a level at which the node has none is left out.
    function verifyInBatch(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest,
        uint32 index,
        bytes32[] calldata proof
    ) external view returns (uint40);

    /// @notice The id of an anchor: `keccak256(abi.encode(pilot, milestone, submitter, algorithm, digest))`.
    function anchorId(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest
    ) external pure returns (bytes32);

    /// @notice The id of a batch: as an anchor's with the root for the digest and `keccak256("pilotledger.evidence.batch")` behind.
    function batchId(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 root
    ) external pure returns (bytes32);

    /// @notice The entry of an anchor or a batch; all zero when there is none.
    function evidenceOf(PilotId pilot, bytes32 evidence) external view returns (Evidence memory);

    /// @notice When `witness` attested the evidence, Unix seconds; zero if it did not.
    function attestedAt(bytes32 evidence, address witness) external view returns (uint40);

    /// @notice A dispute; all zero when there is none.
    function disputeOf(bytes32 evidence, uint8 number) external view returns (Dispute memory);
}
