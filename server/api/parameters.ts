import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { RISK_LEVELS, type RiskLevel } from "../ledger/codes/supervision.ts";
import { type Address, type Hex, isHexOf } from "../ledger/hex.ts";
import { formatPilotCode, type PilotCode, parsePilotCode } from "../ledger/ids.ts";
import { usccFault } from "../ledger/uscc.ts";
import type { CodeRegistry } from "../queries/known-codes.ts";
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

/** What is said of a parameter. */
export function meaningOf(schema: z.ZodType): ParameterMeaning {
  return schema.meta()?.meaning ?? { expects: { zh: "文本", en: "text" } };
}

/** A parameter that may be left out. */
export function optional<T extends z.ZodType>(schema: T, meaning: ParameterMeaning) {
  return schema.optional().meta({ meaning });
}

/** Text that `parse` reads; what it cannot read is refused. */
export function parsed<T>(parse: (text: string) => T | undefined) {
  return z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });
}

/** A code as it is compared: without spaces around it, in upper case. */
export function upperCase(text: string): string {
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

const RATINGS = ["UNRATED", ...RISK_LEVELS.filter((level) => level !== "NONE")];

/** How a pilot is rated. The table's name for no rating is NONE, which no question takes: people ask for UNRATED. */
export const RATED = optional(
  z
    .array(
      parsed((text): RiskLevel | undefined => {
        const asked = RATINGS.find((rating) => rating === upperCase(text));
        return asked === "UNRATED" ? "NONE" : RISK_LEVELS.find((level) => level === asked);
      }),
    )
    .min(1),
  {
    expects: { zh: `以下代码中的一个或多个：${RATINGS.join(", ")}`, en: `one or more of ${RATINGS.join(", ")}` },
    list: true,
    values: RATINGS,
  },
);

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

const PILOT_MEANING: ParameterMeaning = {
  expects: { zh: "试点项目编号，如 ZJ-2019-330100-JUD-0001", en: "a pilot's code such as ZJ-2019-330100-JUD-0001" },
};

/** A pilot's code in the path. */
export const PILOT_CODE = parsed<PilotCode>(readPilot).meta({ meaning: PILOT_MEANING });

/** A pilot's code as a filter. */
export const PILOT = optional(parsed<PilotCode>(readPilot), PILOT_MEANING);

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

/** Reads a unified social credit code with the right check digit. */
export function readUscc(text: string): string | undefined {
  return usccFault(upperCase(text)) === undefined ? upperCase(text) : undefined;
}

/** An address in lower or upper case, or with a right checksum. */
export function readAddress(text: string): Address | undefined {
  return isAddress(text) ? (getAddress(text) as Address) : undefined;
}

function readPilot(text: string): PilotCode | undefined {
  const parts = parsePilotCode(text);
  return parts && formatPilotCode(parts);
}
