import { z } from "zod";
import { codeName } from "../values/codes.ts";

/*
 * Entries that several files share. A check says what is wrong in both languages.
 */

/** A name or text in both languages. */
export const bilingual = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });

/** Text whose value `read` understands; otherwise `zh` and `en` say what it should be. */
export function readAs<T>(read: (text: string) => T | undefined, zh: string, en: string) {
  return z.union([z.string(), z.number()]).transform((value, context): T => {
    const result = read(String(value));
    if (result !== undefined) return result;
    context.addIssue({ code: "custom", input: value, params: { zh: `“${value}”${zh}`, en: `"${value}" ${en}` } });
    return z.NEVER;
  });
}

/** A name of a table, in either case. */
export function oneOf<const Name extends string>(names: readonly Name[]) {
  const known = names.filter((name) => name !== "NONE").join(", ");
  return readAs(
    (text) => names.find((name) => name !== "NONE" && name === codeName(text)),
    `不在代码表中，应为以下之一：${known}`,
    `is none of ${known}`,
  ) as z.ZodType<Exclude<Name, "NONE">>;
}

export const regionCode = readAs(
  (text) => (/^[1-9]\d{5}$/.test(text) ? text : undefined),
  "不是地区代码，应为六位数字，如 330100",
  "is no region's code: it has six digits, such as 330100",
);

export const fieldCode = readAs(
  (text) => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : undefined),
  "不是领域代码，应为三个字母，如 JUD",
  "is no field's code: it has three letters, such as JUD",
);
