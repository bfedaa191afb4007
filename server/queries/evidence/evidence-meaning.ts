import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Provenance } from "../../ledger/provenance.ts";

/** What an appearance on the ledger shows and what it does not, for a reader who has to weigh it. */
export interface EvidenceMeaning {
  readonly proves: readonly Bilingual[];
  readonly doesNotProve: readonly Bilingual[];
  /** The rules of court that the statements rest on. */
  readonly basis: Bilingual;
}

/** Chain ids of development chains: one node, run by its user, with a clock that can be set. */
const DEVELOPMENT_CHAINS = new Set([31_337, 1_337]);

const BASIS: Bilingual = {
  zh: "《人民法院在线诉讼规则》第十六条至第十八条",
  en: "Online Litigation Rules of the People's Courts, Articles 16 to 18",
};

const TRUTH: Bilingual = {
  zh: "不能证明上链之前数据的真实性；须结合数据的具体来源、生成机制、存储过程、公证机构公证、第三方见证、关联印证数据等情况审查（第十八条）。",
  en: "Nothing about the truth of the data before it was anchored: its specific source, generation, storage, notarisation, witnesses and corroborating data are to be examined (Article 18).",
};

const OPEN_TO_REBUTTAL: Bilingual = {
  zh: "有相反证据足以推翻的除外；当事人有合理异议的，须审查存证平台的资质、中立性、系统与技术规范（第十六条、第十七条）。",
  en: "The presumption may be rebutted, and on a reasoned objection the platform's qualification, neutrality, systems and methods are to be examined (Articles 16 and 17).",
};

const DEVELOPMENT_CHAIN: Bilingual = {
  zh: "本链为本地开发链：单一节点，由运行者控制，时钟可调，不具备司法存证所要求的条件，仅供演示。",
  en: "This is a local development chain: one node under its operator's control, with an adjustable clock. It is not court-grade and serves for demonstration only.",
};

const ABSENT: Bilingual = {
  zh: "所查询的时点之前，账本上没有该摘要；这不说明文件不存在，也不说明文件不真实。",
  en: "The ledger has no such digest up to the time asked for; that says neither that the document does not exist nor that it is untrue.",
};

/** What it means that a digest was first seen so, or not at all. */
export function evidenceMeaning(firstSeen: Provenance | null, chainId: number): EvidenceMeaning {
  const doesNotProve = DEVELOPMENT_CHAINS.has(chainId) ? [DEVELOPMENT_CHAIN] : [];
  if (firstSeen === null) return { proves: [], doesNotProve: [ABSENT, ...doesNotProve], basis: BASIS };
  return {
    proves: [unchangedSince(firstSeen)],
    doesNotProve: [TRUTH, OPEN_TO_REBUTTAL, ...doesNotProve],
    basis: BASIS,
  };
}

function unchangedSince({ blockNumber, blockTime }: Provenance): Bilingual {
  const time = shanghaiTime(blockTime);
  return {
    zh: `摘要相同的文件自区块 ${blockNumber}（北京时间 ${time}）上链后未经篡改（第十六条）。`,
    en: `A file of this digest is unchanged since block ${blockNumber} (${time}, Asia/Shanghai) (Article 16).`,
  };
}

function shanghaiTime(seconds: number): string {
  return new Date((seconds + 8 * 3_600) * 1_000).toISOString().slice(0, 19).replace("T", " ");
}
