import { reasonLabel } from "../../../server/ledger/codes/reasons.ts";
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import {
  formatPilotCode,
  formatProgrammeCode,
  type PilotCode,
  type ProgrammeCode,
  type ProgrammeParts,
  packPilotId,
  packProgrammeId,
  parsePilotCode,
  parseProgrammeCode,
} from "../../../server/ledger/ids.ts";
import { packUscc, type Uscc, usccFault } from "../../../server/ledger/uscc.ts";
import { unusable } from "../failure.ts";
import { note, type Session } from "../session.ts";

/** A pilot named on the command line: its code and the contracts' form of it. */
export interface PilotArgument {
  readonly code: PilotCode;
  readonly id: Hex;
}

/** Reads a pilot's code; letters may be in either case. */
export function pilotArgument(text: string | undefined): PilotArgument {
  const parts = parsePilotCode(text ?? "");
  if (parts !== undefined) return { code: formatPilotCode(parts), id: packPilotId(parts) };
  throw unusable(
    "PILOT_CODE_INVALID",
    `“${text}”不是试点编号；试点编号形如 ZJ-2019-330100-JUD-0001。`,
    `"${text}" is no pilot's code; one looks like ZJ-2019-330100-JUD-0001`,
  );
}

/** Reads a milestone's number: `3` or `M3`. */
export function milestoneArgument(text: string | undefined): number {
  const number = Number(/^m?(\d{1,2})$/i.exec(text ?? "")?.[1] ?? 0);
  if (number >= 1) return number;
  if (text === undefined) {
    throw unusable("MILESTONE_REQUIRED", "请指明里程碑，如 M3。", "name the milestone, such as M3");
  }
  throw unusable(
    "MILESTONE_INVALID",
    `“${text}”不是里程碑编号；请写作 M3 或 3。`,
    `"${text}" is no milestone; write M3 or 3`,
  );
}

/** A programme named on the command line. */
export interface ProgrammeArgument extends ProgrammeParts {
  readonly code: ProgrammeCode;
  readonly id: Hex;
}

/** Reads a programme's code. */
export function programmeArgument(text: string | undefined): ProgrammeArgument {
  const parts = parseProgrammeCode(text ?? "");
  if (parts !== undefined) return { ...parts, code: formatProgrammeCode(parts), id: packProgrammeId(parts) };
  throw unusable(
    "PROGRAMME_CODE_INVALID",
    `“${text}”不是批次编号；批次编号形如 ZJ-2019-PILOT-1。`,
    `"${text}" is no programme's code; one looks like ZJ-2019-PILOT-1`,
  );
}

/** An organisation named on the command line. */
export interface OrganisationArgument {
  readonly code: Uscc;
  readonly packed: Hex;
}

/** Reads a unified social credit code and checks its check digit. */
export function organisationArgument(text: string | undefined): OrganisationArgument {
  const code = (text ?? "").trim().toUpperCase();
  const fault = usccFault(code);
  if (fault === undefined) return { code, packed: packUscc(code) };
  const why = {
    LENGTH: { zh: "应为 18 位", en: "it has 18 characters" },
    CHARACTER: { zh: "含有不允许的字符", en: "it has a character that is not allowed" },
    CHECK_DIGIT: { zh: "校验码不符，可能有一位写错", en: "its check digit does not fit: one character may be wrong" },
  }[fault];
  throw unusable(
    "USCC_INVALID",
    `“${code}”不是统一社会信用代码：${why.zh}。`,
    `"${code}" is no unified social credit code: ${why.en}`,
  );
}

/** Reads a region's code: six digits of GB/T 2260. */
export function regionArgument(text: string | undefined): string {
  if (text !== undefined && /^[1-9]\d{5}$/.test(text)) return text;
  throw unusable(
    "REGION_INVALID",
    `“${text}”不是地区代码；应为六位数字，如 330100。`,
    `"${text}" is no region's code; it has six digits, such as 330100`,
  );
}

/** Reads a field's code: three letters. */
export function fieldArgument(text: string): string {
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw unusable(
    "FIELD_INVALID",
    `“${text}”不是领域代码；应为三个字母，如 JUD。`,
    `"${text}" is no field's code; it has three letters, such as JUD`,
  );
}

/** Reads a reason code into the contracts' form. One outside the table is taken, with a warning. */
export function reasonArgument(session: Session, text: string): Hex {
  const code = codeName(text);
  if (!/^[A-Z][A-Z0-9_]{0,31}$/.test(code)) {
    throw unusable(
      "REASON_INVALID",
      `“${text}”不是理由代码；应为至多 32 个大写字母、数字和下划线，可用的代码见 codes reasons。`,
      `"${text}" is no reason code; it takes up to 32 capital letters, digits and underscores, and codes reasons lists those in use`,
    );
  }
  if (reasonLabel(code) === undefined) {
    note(session, {
      zh: `提示：理由代码 ${code} 不在代码表中，仍按原样记录；可用的代码见 codes reasons。`,
      en: `note: reason ${code} is not in the table and is recorded as it is; codes reasons lists those in use`,
    });
  }
  return asciiToHex(code, 32);
}

/** One name of a table, in either case and with `-` or `_`. */
export function nameArgument<Name extends string>(table: readonly Name[], text: string, option: string): Name {
  const wanted = codeName(text);
  const name = table.find((candidate) => candidate !== "NONE" && candidate.toUpperCase() === wanted);
  if (name !== undefined) return name;
  const known = table.filter((candidate) => candidate.toUpperCase() !== "NONE").join(", ");
  throw unusable(
    "VALUE_UNKNOWN",
    `${option} 不能是“${text}”；可用的有：${known}。`,
    `${option} cannot be "${text}"; it is one of ${known}`,
  );
}

/** A code as the tables write it. */
export function codeName(text: string): string {
  return text.trim().toUpperCase().replaceAll("-", "_");
}
