// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotId} from "../types/PilotId.sol";

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

/// @title Evidence (存证)
/// @notice Digests anchored to a pilot. An anchor is keyed by submitter, algorithm, digest, pilot and milestone: anchoring again
/// overwrites nothing, nobody can squat on a digest, and *first seen* is a question to the events.
interface IEvidence {
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

    /// @notice The item at `index` has no kind, no algorithm or no digest.
    error Evidence_ItemInvalid(uint256 index);
    /// @notice The submitter anchored the item at `index` to this subject before.
    error Evidence_AlreadyAnchored(uint256 index, bytes32 digest, uint40 anchoredAt);
    /// @notice One call anchors 1 to `limit` items.
    error Evidence_BatchLength(uint256 length, uint256 limit);
    /// @notice The item at `index` names a milestone the pilot does not have.
    error Evidence_MilestoneUnknown(uint256 index, uint8 milestone);

    /// @notice Anchors documents to a pilot that has not ended. Lead or party. All or none.
    function anchorEvidence(PilotId pilot, Anchor[] calldata anchors) external;

    /// @notice When `submitter` anchored a digest to a subject, Unix seconds; zero if never by `anchorEvidence`.
    function anchoredAt(
        PilotId pilot,
        uint8 milestone,
        address submitter,
        DigestAlgorithm algorithm,
        bytes32 digest
    ) external view returns (uint40);
}
