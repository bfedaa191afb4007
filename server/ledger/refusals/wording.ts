import { ROLES, type Role } from "../codes/authority.ts";
import type { Bilingual } from "../codes/bilingual.ts";
import { nameOf } from "../codes/code.ts";
import { asciiFromHex, type Hex } from "../hex.ts";
import { unpackPilotId, unpackProgrammeId } from "../ids.ts";
import { unpackUscc } from "../uscc.ts";
import { ADMINISTRATOR_LABEL, type Labels, ROLE_LABELS } from "./labels.ts";

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
  try {
    return labels[nameOf(table, index)];
  } catch {
    return { zh: `代码 ${index}`, en: `code ${index}` };
  }
}

/** The word for a role as the contracts write it; zero is the administrator. */
export function roleWord(role: Hex): Bilingual {
  const name = asciiFromHex(role);
  if (name === "") return ADMINISTRATOR_LABEL;
  return ROLES.some((known) => known === name) ? ROLE_LABELS[name as Role] : { zh: name, en: name };
}

/** A pilot's code out of its id, or what stands for "no pilot". */
export function pilotWord(id: Hex): string {
  return /^0x0*$/.test(id) ? "—" : unpackPilotId(id);
}

/** A programme's code out of its id; an id that is none is shown as it is. */
export function programmeWord(id: Hex): string {
  return /^0x0*$/.test(id) ? "—" : unpackProgrammeId(id);
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
