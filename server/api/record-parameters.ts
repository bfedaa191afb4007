import { z } from "zod";
import { DIGEST_ALGORITHMS } from "../ledger/codes/evidence.ts";
import { DOSSIER_PREFIXES, type DossierCode, formatDossierCode, parseDossierCode } from "../ledger/dossiers.ts";
import type { Hex } from "../ledger/hex.ts";
import { formatProgrammeCode, type ProgrammeCode, parseProgrammeCode } from "../ledger/ids.ts";
import {
  type BulletinCode,
  type EvaluationCode,
  formatBulletinCode,
  formatEvaluationCode,
  parseBulletinCode,
  parseEvaluationCode,
} from "../ledger/statistics-ids.ts";
import type { QueueRole } from "../queries/queues/task.ts";
import { optional, type ParameterMeaning, parsed, readAddress, readUscc, upperCase } from "./parameters.ts";

/*
 * The parameters that name a record of the ledger, or a part of one.
 */

const ALGORITHMS = DIGEST_ALGORITHMS.filter((name) => name !== "none");

export const PROGRAMME = optional(parsed<ProgrammeCode>(readProgramme), {
  expects: { zh: "批次代码，如 ZJ-2019-PILOT-1", en: "a programme's code such as ZJ-2019-PILOT-1" },
  registry: "programme",
});

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

/** An indicator's code, with or without its version. */
const INDICATOR_MEANING: ParameterMeaning = {
  expects: { zh: "指标代码，如 SW_REV 或 SW_REV-1", en: "an indicator's code such as SW_REV or SW_REV-1" },
};

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

const BULLETIN_MEANING: ParameterMeaning = {
  expects: { zh: "公报编号，如 BUL-2019-330000-1", en: "a bulletin's code such as BUL-2019-330000-1" },
};

/** A bulletin's code in the path. */
export const BULLETIN_CODE = parsed<BulletinCode>(readBulletin).meta({ meaning: BULLETIN_MEANING });

/** A bulletin as a filter. */
export const BULLETIN = optional(parsed<BulletinCode>(readBulletin), BULLETIN_MEANING);

function readIndicator(text: string): string | undefined {
  return /^[A-Z0-9][A-Z0-9_]{0,15}(-\d{1,5})?$/.test(upperCase(text)) ? upperCase(text) : undefined;
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

function readProgramme(text: string): ProgrammeCode | undefined {
  const parts = parseProgrammeCode(text);
  return parts && formatProgrammeCode(parts);
}
