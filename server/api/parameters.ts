import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { DIGEST_ALGORITHMS } from "../ledger/codes/evidence.ts";
import { DOSSIER_PREFIXES, type DossierCode, formatDossierCode, parseDossierCode } from "../ledger/dossiers.ts";
import { type Address, type Hex, isHexOf } from "../ledger/hex.ts";
import {
  formatPilotCode,
  formatProgrammeCode,
  type PilotCode,
  type ProgrammeCode,
  parsePilotCode,
  parseProgrammeCode,
} from "../ledger/ids.ts";
import {
  type BulletinCode,
  type EvaluationCode,
  formatBulletinCode,
  formatEvaluationCode,
  isPeriodCode,
  type PeriodCode,
  parseBulletinCode,
  parseEvaluationCode,
} from "../ledger/statistics-ids.ts";
import { usccFault } from "../ledger/uscc.ts";
import type { CodeRegistry } from "../queries/known-codes.ts";
import type { QueueRole } from "../queries/queues/task.ts";
import { DIMENSIONS, readCell } from "../queries/statistics/fact.ts";
import { METRICS } from "../queries/statistics/metrics.ts";
import { TABLE_NAMES } from "../queries/statistics/tables.ts";
import { parseInstant } from "./as-of.ts";
import { FORMAT_NAMES } from "./formats/format.ts";

/*
 * The parameters of the API: each a schema that reads the text of the address, with what it expects said in both languages.
 */

/** What is said of a parameter beside its schema. */
export interface ParameterMeaning {
  /** What a right value is; ends the sentence "it must be". */
  readonly expects: Bilingual;
  /** May be given several times, or several values with commas. */
  readonly list?: boolean;
  /** Its values, where they are a fixed table. */
  readonly values?: readonly string[];
  /** Its values are in this registry of the ledger. */
  readonly registry?: CodeRegistry;
}

declare module "zod" {
  interface GlobalMeta {
    meaning?: ParameterMeaning;
  }
}

const ALGORITHMS = DIGEST_ALGORITHMS.filter((name) => name !== "none");

/** What is said of a parameter. */
export function meaningOf(schema: z.ZodType): ParameterMeaning {
  return schema.meta()?.meaning ?? { expects: { zh: "文本", en: "text" } };
}

/** A parameter that may be left out. */
function optional<T extends z.ZodType>(schema: T, meaning: ParameterMeaning) {
  return schema.optional().meta({ meaning });
}

/** Text that `parse` reads; what it cannot read is refused. */
function parsed<T>(parse: (text: string) => T | undefined) {
  return z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });
}

function upperCase(text: string): string {
  return text.trim().toUpperCase();
}

/** Some codes of a fixed table, in either case. */
export function codesOf<Code extends string>(codes: readonly Code[]) {
  const table = codes.filter((code) => code !== "NONE");
  const one = parsed((text) => table.find((code) => code === upperCase(text)));
  const list = table.join(", ");
  return optional(z.array(one).min(1), {
    expects: { zh: `以下代码中的一个或多个：${list}`, en: `one or more of ${list}` },
    list: true,
    values: table,
  });
}

const field = parsed((text) => (/^[A-Z]{3}$/.test(upperCase(text)) ? upperCase(text) : undefined));

export const FIELDS = optional(z.array(field).min(1), {
  expects: { zh: "三个字母的领域代码，如 GOV", en: "codes of fields, three letters each, such as GOV" },
  list: true,
  registry: "field",
});

/** One field. */
export function oneField() {
  return optional(field, {
    expects: { zh: "三个字母的领域代码，如 GOV", en: "a field's code of three letters such as GOV" },
    registry: "field",
  });
}

export const REGION = optional(z.string().regex(/^\d{6}$/), {
  expects: {
    zh: "六位行政区划代码（GB/T 2260）；330100 含所辖区县，330000 含全省",
    en: "a region code of six digits (GB/T 2260); 330100 includes its districts, 330000 the whole province",
  },
  registry: "region",
});

export const ORGANISATION = optional(parsed(readUscc), {
  expects: {
    zh: "18 位统一社会信用代码（校验位须正确）",
    en: "a unified social credit code of 18 characters with the right check digit",
  },
});

export const PROGRAMME = optional(parsed<ProgrammeCode>(readProgramme), {
  expects: { zh: "批次代码，如 ZJ-2019-PILOT-1", en: "a programme's code such as ZJ-2019-PILOT-1" },
  registry: "programme",
});

const PILOT_MEANING: ParameterMeaning = {
  expects: { zh: "试点项目编号，如 ZJ-2019-330100-JUD-0001", en: "a pilot's code such as ZJ-2019-330100-JUD-0001" },
};

/** A pilot's code in the path. */
export const PILOT_CODE = parsed<PilotCode>(readPilot).meta({ meaning: PILOT_MEANING });

/** A pilot's code as a filter. */
export const PILOT = optional(parsed<PilotCode>(readPilot), PILOT_MEANING);

/** How a digest was computed, in the path. */
export const DIGEST_ALGORITHM = parsed((text) => ALGORITHMS.find((name) => name === text.toLowerCase())).meta({
  meaning: {
    expects: { zh: ALGORITHMS.join("、"), en: `one of ${ALGORITHMS.join(", ")}` },
    values: ALGORITHMS,
  },
});

/** A digest in the path. */
export const DIGEST = parsed(readDigest).meta({
  meaning: { expects: { zh: "64 位十六进制摘要", en: "a digest of 64 hexadecimal digits" } },
});

/** The digest of a list that the asker has. */
export const LIST_DIGEST = optional(parsed(readDigest), {
  expects: {
    zh: "所持名单的 SHA-256，64 位十六进制",
    en: "the SHA-256 of the list that you have, 64 hexadecimal digits",
  },
});

export const WORDS = optional(z.string().trim().min(1).max(200), {
  expects: { zh: "1 至 200 个字符的检索词", en: "words to search for, 1 to 200 characters" },
});

export const AS_OF = optional(parsed(parseInstant), {
  expects: {
    zh: "时点：Unix 秒，或带时区偏移的 ISO 8601 时间，如 2019-10-01T00:00:00+08:00",
    en: "an instant: Unix seconds, or ISO 8601 with an offset such as 2019-10-01T00:00:00+08:00",
  },
});

export const AS_OF_BLOCK = wholeNumber(0, 999_999_999);

/** Yes or no; both when left out. */
export const FLAG = optional(
  parsed((text) => ({ true: true, false: false })[text.toLowerCase()]),
  { expects: { zh: "true 或 false", en: "true or false" } },
);

/** A clause of the rules, as the records write it. */
export const CLAUSE = optional(z.string().regex(/^[\x20-\x7e]{1,32}$/), {
  expects: { zh: "条款代码，如 CAC3-11", en: "a clause's code such as CAC3-11" },
});

/** A case's number in the path. */
export const CASE_CODE = dossierCode("case").meta({
  meaning: { expects: { zh: "案件编号，如 JC-2019-330200-0007", en: "a case's number such as JC-2019-330200-0007" } },
});

const DRAW_MEANING: ParameterMeaning = {
  expects: { zh: "抽取编号，如 DR-2019-330200-0001", en: "a draw's number such as DR-2019-330200-0001" },
};

/** A random draw's number in the path. */
export const DRAW_CODE = dossierCode("draw").meta({ meaning: DRAW_MEANING });

/** A random draw as a filter. */
export const DRAW = optional(dossierCode("draw"), DRAW_MEANING);

/** An organisation's code in the path. */
export const ORGANISATION_CODE = parsed(readUscc).meta({
  meaning: { expects: { zh: "18 位统一社会信用代码", en: "a unified social credit code of 18 characters" } },
});

const ADDRESS_MEANING: ParameterMeaning = {
  expects: { zh: "0x 开头的 40 位十六进制账户地址", en: "an account's address, 0x and 40 hexadecimal digits" },
};

/** An account in the path. */
export const ACCOUNT = parsed<Address>(readAddress).meta({ meaning: ADDRESS_MEANING });

/** An account as a filter. */
export const ACTOR = optional(parsed<Address>(readAddress), ADDRESS_MEANING);

/** A stream of the journal. */
export const SUBJECT = optional(
  parsed((text): Hex | undefined => (isHexOf(text.toLowerCase(), 32) ? (text.toLowerCase() as Hex) : undefined)),
  {
    expects: {
      zh: "0x 开头的 64 位十六进制主体标识",
      en: "a subject as the contracts write it, 0x and 64 hexadecimal digits",
    },
  },
);

/** The roles whose work queue is a supervisor's; those of the others have addresses of their own. */
const SUPERVISORS: readonly QueueRole[] = ["APPROVER", "INSPECTOR", "DECIDER"];

/** A work queue's role in the path. */
export const QUEUE_ROLE = parsed((text) => SUPERVISORS.find((role) => role === upperCase(text))).meta({
  meaning: {
    expects: { zh: SUPERVISORS.join("、"), en: `one of ${SUPERVISORS.join(", ")}` },
    values: SUPERVISORS,
  },
});

/** Somebody a task waits for by name. */
export const ACCOUNT_OR_ORGANISATION = optional(
  parsed((text) => readAddress(text) ?? readUscc(text)),
  {
    expects: {
      zh: "账户地址，或 18 位统一社会信用代码",
      en: "an account's address, or a unified social credit code of 18 characters",
    },
  },
);

/** A filing number in the path, as published. */
export const FILING_NUMBER = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .meta({
    meaning: { expects: { zh: "备案编号", en: "a filing number, at most 64 characters" } },
  });

/** A whole number in the path. */
export const MILESTONE_NUMBER = parsed((text) =>
  /^[Mm]?\d{1,2}$/.test(text) ? Number(text.replace(/^m/i, "")) : undefined,
).meta({
  meaning: { expects: { zh: "里程碑序号，如 3 或 M3", en: "a milestone's number such as 3 or M3" } },
});

/** A statistical period. */
export const PERIOD = optional(
  parsed<PeriodCode>((text) => (isPeriodCode(upperCase(text)) ? upperCase(text) : undefined)),
  {
    expects: {
      zh: "统计期：年、季或月，如 2019、2019Q1、2019-03",
      en: "a year, quarter or month such as 2019, 2019Q1 or 2019-03",
    },
  },
);

/** An indicator's code, with or without its version. */
const INDICATOR_MEANING: ParameterMeaning = {
  expects: { zh: "指标代码，如 SW_REV 或 SW_REV-1", en: "an indicator's code such as SW_REV or SW_REV-1" },
};

function readIndicator(text: string): string | undefined {
  return /^[A-Z0-9][A-Z0-9_]{0,15}(-\d{1,5})?$/.test(upperCase(text)) ? upperCase(text) : undefined;
}

/** An indicator in the path. */
export const INDICATOR_CODE = parsed(readIndicator).meta({ meaning: INDICATOR_MEANING });

/** An evaluation's code in the path. */
export const EVALUATION_CODE = parsed<EvaluationCode>((text) => {
  const parts = parseEvaluationCode(upperCase(text));
  return parts && formatEvaluationCode(parts);
}).meta({
  meaning: {
    expects: {
      zh: "评估编号，如 CITY_ON_SITE-2019-330200-1",
      en: "an evaluation's code such as CITY_ON_SITE-2019-330200-1",
    },
  },
});

/** An enterprise pool as a filter. */
export const POOL = optional(
  parsed((text) => (/^[A-Z0-9_]{1,12}$/.test(upperCase(text)) ? upperCase(text) : undefined)),
  {
    expects: {
      zh: "培育库代码，1 至 12 个字符，如 EAGLE",
      en: "an enterprise pool's code of 1 to 12 characters such as EAGLE",
    },
  },
);

/** A year. */
export const YEAR = wholeNumber(2_000, 2_999);

const BULLETIN_MEANING: ParameterMeaning = {
  expects: { zh: "公报编号，如 BUL-2019-330000-1", en: "a bulletin's code such as BUL-2019-330000-1" },
};

/** A bulletin's code in the path. */
export const BULLETIN_CODE = parsed<BulletinCode>(readBulletin).meta({ meaning: BULLETIN_MEANING });

/** A bulletin as a filter. */
export const BULLETIN = optional(parsed<BulletinCode>(readBulletin), BULLETIN_MEANING);

/** A table of the statistics in the path. */
export const TABLE = parsed((text) => TABLE_NAMES.find((name) => name === text.trim().toLowerCase())).meta({
  meaning: { expects: { zh: TABLE_NAMES.join("、"), en: `one of ${TABLE_NAMES.join(", ")}` }, values: TABLE_NAMES },
});

const METRIC_CODES = Object.keys(METRICS);

/** A figure of the statistics. */
export const METRIC = optional(
  parsed((text) => METRIC_CODES.find((code) => code === upperCase(text))),
  { expects: { zh: "统计指标代码", en: "the code of a figure" }, values: METRIC_CODES },
);

/** A part of a statistical table. */
export const CELL = optional(parsed(readCell), {
  expects: {
    zh: "统计单元，如 field=GOV;region=330100，或 *",
    en: "a cell such as field=GOV;region=330100, or *",
  },
});

/** What the rows of a table are. */
export const ROWS_BY = optional(z.array(z.enum(DIMENSIONS)).min(1).max(3), {
  expects: { zh: `以下维度中的一至三个：${DIMENSIONS.join(", ")}`, en: `one to three of ${DIMENSIONS.join(", ")}` },
  list: true,
  values: DIMENSIONS,
});

/** Some words of a fixed table, in any case. */
export function wordsOf<Word extends string>(words: readonly Word[]) {
  const one = parsed((text) => words.find((word) => word.toLowerCase() === text.trim().toLowerCase()));
  return optional(z.array(one).min(1), {
    expects: { zh: "表中的一个或多个名称", en: "one or more names of the table" },
    list: true,
    values: words,
  });
}

/** One of some words, as they are. */
export function oneOf<Word extends string>(words: readonly [Word, ...Word[]]) {
  const list = words.join(", ");
  return optional(z.enum(words), { expects: { zh: `以下之一：${list}`, en: `one of ${list}` }, values: words });
}

export const LANGUAGE = optional(z.enum(["zh", "en"]), { expects: { zh: "zh 或 en", en: "zh or en" } });

/** Who asked, in the access log. */
export const PRINCIPAL = optional(z.string().min(1).max(300), {
  expects: {
    zh: "令牌编号、身份平台用户（颁发者|用户）或账户地址",
    en: "a token's id, a person of the identity provider (issuer|subject), or an account's address",
  },
});

export const FORMAT = optional(z.enum(FORMAT_NAMES), {
  expects: {
    zh: `${FORMAT_NAMES.join("、")} 之一；除 json 外均为完整列表，不分页`,
    en: `one of ${FORMAT_NAMES.join(", ")}; all but json hold the whole list, not a page`,
  },
  values: FORMAT_NAMES,
});

export const CURSOR = optional(z.string().min(1).max(2_000), {
  expects: { zh: "上一页的 page.next", en: "page.next of the page before" },
});

/** A webhook in the path. */
export const WEBHOOK_ID = z
  .string()
  .regex(/^whk_[a-z0-9]{16}$/)
  .meta({ meaning: { expects: { zh: "推送订阅编号，以 whk_ 开头", en: "a webhook's id, whk_ and 16 characters" } } });

/** Where a follower of events was. */
export const EVENT_CURSOR = optional(z.string().min(1).max(400), {
  expects: {
    zh: "事件流中最后收到的 id，或推送内容中的 cursor",
    en: "the last id of a stream of events, or the cursor of a webhook's message",
  },
});

export const LIMIT = wholeNumber(1, 200);

/** A whole number in a range. */
export function wholeNumber(min: number, max: number) {
  const read = (text: string) => {
    const value = Number(text);
    return /^\d{1,9}$/.test(text) && value >= min && value <= max ? value : undefined;
  };
  return optional(parsed(read), {
    expects: { zh: `${min} 至 ${max} 的整数`, en: `a whole number from ${min} to ${max}` },
  });
}

function readUscc(text: string): string | undefined {
  return usccFault(upperCase(text)) === undefined ? upperCase(text) : undefined;
}

/** An address in lower or upper case, or with a right checksum. */
function readAddress(text: string): Address | undefined {
  return isAddress(text) ? (getAddress(text) as Address) : undefined;
}

function readDigest(text: string): Hex | undefined {
  const digits = text.toLowerCase().replace(/^0x/, "");
  return /^[0-9a-f]{64}$/.test(digits) ? `0x${digits}` : undefined;
}

function readBulletin(text: string): BulletinCode | undefined {
  const parts = parseBulletinCode(upperCase(text));
  return parts && formatBulletinCode(parts);
}

/** A dossier's number, of one kind of dossier. */
function dossierCode(kind: keyof typeof DOSSIER_PREFIXES) {
  return parsed<DossierCode>((text) => {
    const parts = parseDossierCode(text);
    return parts?.prefix === DOSSIER_PREFIXES[kind] ? formatDossierCode(parts) : undefined;
  });
}

function readPilot(text: string): PilotCode | undefined {
  const parts = parsePilotCode(text);
  return parts && formatPilotCode(parts);
}

function readProgramme(text: string): ProgrammeCode | undefined {
  const parts = parseProgrammeCode(text);
  return parts && formatProgrammeCode(parts);
}
