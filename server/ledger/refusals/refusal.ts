import { Interface, type Result } from "ethers";
import type { Bilingual } from "../codes/bilingual.ts";
import { ABIS, CONTRACT_NAMES } from "../contracts.ts";
import type { Hex } from "../hex.ts";
import { authoritySentences } from "./authority-sentences.ts";
import { bulletinSentences } from "./bulletin-sentences.ts";
import { caseSentences, inspectionSentences, penaltySentences, rectificationSentences } from "./case-sentences.ts";
import { drawSentences } from "./draw-sentences.ts";
import { evaluationSentences } from "./evaluation-sentences.ts";
import { evidenceSentences } from "./evidence-sentences.ts";
import { indicatorSentences } from "./indicator-sentences.ts";
import { LIBRARY_ERRORS, librarySentences } from "./library-sentences.ts";
import { milestoneSentences } from "./milestone-sentences.ts";
import { pilotSentences } from "./pilot-sentences.ts";
import { poolSentences } from "./pool-sentences.ts";
import { programmeSentences } from "./programme-sentences.ts";
import { signedActSentences } from "./signed-act-sentences.ts";
import { statisticsSentences } from "./statistics-sentences.ts";
import {
  complaintSentences,
  filingSentences,
  riskSentences,
  supervisedSentences,
  supervisionSentences,
} from "./supervision-sentences.ts";

/** Why a contract refused an act. */
export interface Refusal {
  /** The contract error's name: stable, for programs. */
  readonly code: string;
  /** The reason as the user would put it. */
  readonly sentence: Bilingual;
  /** The values the error names, as the contract gives them; large integers as decimal text. */
  readonly values: Readonly<Record<string, string | number>>;
}

type Sentence = (args: Readonly<Record<string, unknown>>) => Bilingual;

const SENTENCES = {
  ...authoritySentences,
  ...programmeSentences,
  ...pilotSentences,
  ...milestoneSentences,
  ...evidenceSentences,
  ...statisticsSentences,
  ...indicatorSentences,
  ...bulletinSentences,
  ...evaluationSentences,
  ...poolSentences,
  ...signedActSentences,
  ...supervisedSentences,
  ...supervisionSentences,
  ...filingSentences,
  ...complaintSentences,
  ...drawSentences,
  ...inspectionSentences,
  ...caseSentences,
  ...rectificationSentences,
  ...penaltySentences,
  ...riskSentences,
  ...librarySentences,
} as unknown as Readonly<Record<string, Sentence>>;

const ledgerErrors = new Interface([
  ...CONTRACT_NAMES.flatMap((name) => [...ABIS[name]]).filter((item) => item.type === "error"),
  ...LIBRARY_ERRORS,
  "error Error(string message)",
  "error Panic(uint256 code)",
]);

/** The sentence for an error of the contracts by its name; undefined when there is none. */
export function sentenceFor(name: string): Sentence | undefined {
  return Object.hasOwn(SENTENCES, name) ? SENTENCES[name] : undefined;
}

/**
 * Puts what a reverted call returned into words. Never fails: what no table knows is said to be unknown.
 *
 * @param data The return data of the revert; `0x` when it gave none.
 */
export function explainRefusal(data: Hex): Refusal {
  const error = parse(data);
  if (error === undefined) return unexplained(data);
  const { name, args } = error;
  if (name === "Error" || name === "Panic") return generic(name, Object.values(args)[0]);
  if (name === "SignedActs_ItemFailed") return itemRefusal(args);
  const sentence = sentenceFor(name);
  return sentence === undefined
    ? { ...unexplained(data), code: name }
    : { code: name, sentence: sentence(args), values: jsonValues(args) };
}

function parse(data: Hex): { name: string; args: Readonly<Record<string, unknown>> } | undefined {
  try {
    const error = ledgerErrors.parseError(data);
    if (error === null) return undefined;
    const { inputs } = error.fragment;
    const names = inputs.map((input) => input.name);
    const values = inputs.map((input, index) => plain(input.type, valueAt(error.args, index)));
    return { name: error.name, args: Object.fromEntries(names.map((name, index) => [name, values[index]])) };
  } catch {
    return undefined;
  }
}

/** Why an item of a batch, and so the batch, was refused. */
function itemRefusal({ index, reason }: Readonly<Record<string, unknown>>): Refusal {
  const cause = explainRefusal(reason as Hex);
  const item = signedActSentences.SignedActs_ItemFailed({ index: index as bigint, reason: reason as Hex });
  return {
    code: "SignedActs_ItemFailed",
    sentence: { zh: `${item.zh}${cause.sentence.zh}`, en: `${item.en}: ${cause.sentence.en}` },
    values: { index: String(index), reason: cause.code },
  };
}

function valueAt(args: Result, index: number): unknown {
  return args[index];
}

function plain(type: string, value: unknown): unknown {
  return typeof value === "bigint" && Number(type.slice("uint".length)) <= 48 ? Number(value) : value;
}

/** Solidity's own errors; ethers knows them without names for their one value. */
function generic(name: "Error" | "Panic", value: unknown): Refusal {
  const detail = name === "Error" ? String(value) : `0x${BigInt(String(value)).toString(16).padStart(2, "0")}`;
  return {
    code: name,
    sentence:
      name === "Error"
        ? { zh: `合约拒绝了此操作：${detail}。`, en: `the contract refused: ${detail}` }
        : {
            zh: `合约内部检查未通过（代码 ${detail}），账本未作任何更改；请将此情况告知平台运维人员。`,
            en: `an internal check of the contract failed (code ${detail}); nothing was changed; tell the operators of the platform`,
          },
    values: { detail },
  };
}

function unexplained(data: Hex): Refusal {
  const empty = data === "0x";
  return {
    code: "UNKNOWN_REFUSAL",
    sentence: empty
      ? {
          zh: "合约拒绝了此操作但未说明原因，账本未作任何更改；请核对部署清单是否与该链一致。",
          en: "the contract refused without a reason and nothing was changed; check that the deployment manifest belongs to this chain",
        }
      : {
          zh: "合约以本版本不认识的原因拒绝了此操作，账本未作任何更改；请更新工具。",
          en: "the contract refused for a reason this version does not know and nothing was changed; update the toolkit",
        },
    values: empty ? {} : { selector: data.slice(0, 10) },
  };
}

function jsonValues(args: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === "number" ? value : String(value)]),
  );
}
