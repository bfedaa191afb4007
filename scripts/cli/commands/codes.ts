import type { Command } from "commander";
import { CODE_TABLES } from "../codes/tables.ts";
import { addCommand, type Registry } from "../command.ts";
import { unusable } from "../failure.ts";

/** Adds `codes`: what the codes mean. */
export function addCodesCommand(registry: Registry, program: Command): void {
  addCommand(
    registry,
    program,
    {
      usage: "codes [table]",
      about: { zh: "列出代码表（中英文）", en: "list the code tables in both languages" },
      examples: ["codes", "codes reasons"],
    },
    async (session, [table]) => {
      const names = Object.keys(CODE_TABLES);
      if (table !== undefined && !names.includes(table)) {
        throw unusable(
          "TABLE_UNKNOWN",
          `没有代码表“${table}”；可用的有：${names.join("、")}。`,
          `there is no code table "${table}"; there are ${names.join(", ")}`,
        );
      }
      const chosen = Object.entries(CODE_TABLES).filter(([name]) => table === undefined || name === table);
      const lines = chosen.flatMap(([name, { title, codes }]) => [
        `${name}: ${title[session.language]}`,
        ...Object.entries(codes).map(([code, label]) => `  ${code.padEnd(24)} ${label.zh}  ${label.en}`),
      ]);
      return { json: Object.fromEntries(chosen.map(([name, { codes }]) => [name, codes])), lines };
    },
  );
}
