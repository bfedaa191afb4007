import { ROLES, type Role } from "../codes/authority.ts";
import type { Bilingual } from "../codes/bilingual.ts";
import { EVIDENCE_KINDS } from "../codes/evidence.ts";
import { EVIDENCE_KIND_LABELS, type Labels, ROLE_LABELS } from "../codes/labels.ts";
import { regionName } from "../codes/regions.ts";
import { unpackDossierId } from "../dossiers.ts";
import { asciiFromHex, type Hex } from "../hex.ts";
import { unpackPilotId, unpackProgrammeId } from "../ids.ts";
import { unpackUscc } from "../uscc.ts";

/*
 * The words of the ledger's values, as people know them: codes instead of packed ids, China Standard Time instead of seconds.
 */

/** Seconds that Asia/Shanghai is ahead of UTC; it has kept no summer time since 1991, before any record of this ledger. */
const SHANGHAI_OFFSET = 8 * 3600;

/** An instant as "2019-06-30 23:59:59" in Asia/Shanghai. */
export function shanghaiTime(seconds: number): string {
  return new Date((seconds + SHANGHAI_OFFSET) * 1000).toISOString().slice(0, 19).replace("T", " ");
}

/** An instant as "2019-06-30T15:59:59Z". */
export function utcTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** An instant for a sentence, with its time zone. */
export function instant(seconds: number): Bilingual {
  const time = shanghaiTime(seconds);
  return { zh: `${time}（北京时间）`, en: `${time} (Asia/Shanghai)` };
}

/** The word for number `index` of a code table; the number itself when a newer contract knows more than this version. */
export function word<Code extends string>(table: readonly Code[], labels: Labels<Code>, index: number): Bilingual {
  const code = table[index];
  if (code === "NONE") return { zh: "无", en: "none" };
  const label = (labels as Readonly<Record<string, Bilingual>>)[code ?? ""];
  return label === undefined ? { zh: `代码 ${index}`, en: `code ${index}` } : inSentence(label);
}

/** A label as it stands inside a sentence: without its capital, unless that belongs to the word. */
export function inSentence({ zh, en }: Bilingual): Bilingual {
  return { zh, en: /^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en };
}

/** The word for a role as the contracts write it; zero is the administrator. */
export function roleWord(role: Hex): Bilingual {
  const name = asciiFromHex(role);
  if (name === "") return inSentence(ROLE_LABELS.ADMINISTRATOR);
  return ROLES.some((known) => known === name) ? inSentence(ROLE_LABELS[name as Role]) : { zh: name, en: name };
}

/** A pilot's code out of its id, or what stands for "no pilot". */
export function pilotWord(id: Hex): string {
  return /^0x0*$/.test(id) ? "—" : unpackPilotId(id);
}

/** A programme's code out of its id; an id that is none is shown as it is. */
export function programmeWord(id: Hex): string {
  return /^0x0*$/.test(id) ? "—" : unpackProgrammeId(id);
}

/** A region as people know it, with its code; the code alone when the table has no name. */
export function regionWord(code: number): Bilingual {
  const name = regionName(String(code));
  return {
    zh: name === undefined ? String(code) : `${name.zh}（${code}）`,
    en: name ? `${name.en} (${code})` : String(code),
  };
}

/** A dossier's number out of its id, or what stands for "none". */
export function dossierWord(id: Hex): string {
  return /^0x0*$/.test(id) ? "—" : unpackDossierId(id);
}

/** An organisation's code. */
export function usccWord(code: Hex): string {
  return unpackUscc(code) || "—";
}

/** An account, short enough to read out; the first and last four digits are what people compare. */
export function accountWord(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** A list in a sentence of either language. */
export function listed(items: readonly Bilingual[]): Bilingual {
  return { zh: items.map((item) => item.zh).join("、"), en: items.map((item) => item.en).join(", ") };
}

/** The words of the evidence kinds in a bit set. */
export function evidenceKinds(bits: bigint): Bilingual[] {
  return EVIDENCE_KINDS.flatMap((_, index) =>
    (bits >> BigInt(index)) & 1n ? [word(EVIDENCE_KINDS, EVIDENCE_KIND_LABELS, index)] : [],
  );
}
