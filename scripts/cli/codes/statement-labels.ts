import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import type {
  EvidenceCertification,
  EvidenceGeneration,
  EvidenceSource,
  EvidenceStorage,
} from "../../../server/ledger/codes/evidence.ts";

/*
 * The words of a submitter's statement on a record's life before it was anchored (人民法院在线诉讼规则 Art. 18).
 */

type Labels<Code extends string> = Readonly<Record<Code, Bilingual>>;

const UNSTATED: Bilingual = { zh: "未说明", en: "Not stated" };

export const EVIDENCE_SOURCE_LABELS: Labels<EvidenceSource> = {
  UNSTATED,
  OWN_SYSTEM: { zh: "自有系统", en: "Own system" },
  COUNTERPARTY_SYSTEM: { zh: "对方系统", en: "Counterparty's system" },
  THIRD_PARTY_SYSTEM: { zh: "第三方系统", en: "Third party's system" },
  DEVICE: { zh: "设备采集", en: "Device" },
  PAPER_ORIGINAL: { zh: "纸质原件", en: "Paper original" },
  PUBLIC_RECORD: { zh: "公开信息", en: "Public record" },
};

export const EVIDENCE_GENERATION_LABELS: Labels<EvidenceGeneration> = {
  UNSTATED,
  AUTOMATIC: { zh: "系统自动生成", en: "Generated automatically" },
  MANUAL: { zh: "人工录入", en: "Entered by hand" },
  SCANNED: { zh: "扫描转换", en: "Scanned" },
  EXTRACTED: { zh: "提取固定", en: "Extracted" },
};

export const EVIDENCE_STORAGE_LABELS: Labels<EvidenceStorage> = {
  UNSTATED,
  ORIGINAL_MEDIUM: { zh: "原始介质", en: "Original medium" },
  ARCHIVE_SYSTEM: { zh: "档案系统", en: "Archive system" },
  CLOUD: { zh: "云存储", en: "Cloud storage" },
  THIRD_PARTY_PLATFORM: { zh: "第三方存证平台", en: "Third-party evidence platform" },
};

export const EVIDENCE_CERTIFICATION_LABELS: Labels<EvidenceCertification> = {
  NONE: { zh: "无", en: "None" },
  NOTARY: { zh: "公证", en: "Notary" },
  TIMESTAMP_AUTHORITY: { zh: "可信时间戳", en: "Timestamp authority" },
  FORENSIC_CENTRE: { zh: "司法鉴定", en: "Forensic centre" },
};
