import type { z } from "zod";
import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "若干“键: 值”", en: "entries of the form key: value" },
  record: { zh: "若干“键: 值”", en: "entries of the form key: value" },
};

/** What a schema found wrong, in words. A check of ours says it itself, in its `params`. */
export function zodSentence(issue: z.core.$ZodIssue, path: readonly (string | number)[]): Bilingual {
  const name = nameOf(path);
  if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_union")) {
    return { zh: `缺少 ${name}`, en: `${name} is missing` };
  }
  switch (issue.code) {
    case "custom":
      return isBilingual(issue.params) ? issue.params : { zh: `${name} 无效`, en: `${name} is not valid` };
    case "invalid_type": {
      const kind = KINDS[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return { zh: `${name} 应为${kind.zh}`, en: `${name} must be ${kind.en}` };
    }
    case "unrecognized_keys":
      return { zh: `没有 ${name} 这一项，请核对拼写`, en: `there is no entry ${name}; check its spelling` };
    case "invalid_value": {
      const values = issue.values.map(String).filter((value) => value !== "NONE");
      return { zh: `${name} 应为以下之一：${values.join("、")}`, en: `${name} must be one of ${values.join(", ")}` };
    }
    case "invalid_key":
      return { zh: `“${path.at(-1)}”不是有效的代码`, en: `"${path.at(-1)}" is no valid code` };
    case "too_small":
      return issue.origin === "string"
        ? { zh: `${name} 不能为空`, en: `${name} must not be empty` }
        : { zh: `${name} 至少应有 ${issue.minimum}`, en: `${name} needs at least ${issue.minimum}` };
    case "too_big":
      return { zh: `${name} 至多为 ${issue.maximum}`, en: `${name} takes at most ${issue.maximum}` };
    default:
      return { zh: `${name} 无效`, en: `${name} is not valid` };
  }
}

/** A place in a file as people say it: `milestones[2].due`, counted from 1 where a list's order is its numbering. */
function nameOf(path: readonly (string | number)[]): string {
  if (path.length === 0) return "file";
  return path.reduce<string>(
    (name, part) => (typeof part === "number" ? `${name}[${part + 1}]` : name === "" ? part : `${name}.${part}`),
    "",
  );
}

function isBilingual(params: Readonly<Record<string, unknown>> | undefined): params is { zh: string; en: string } {
  return typeof params?.zh === "string" && typeof params.en === "string";
}
