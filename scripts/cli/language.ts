import type { Bilingual } from "../../server/ledger/codes/bilingual.ts";

/** A language of the command line. */
export type Language = keyof Bilingual;

/**
 * The language to speak: `--lang`, else `PILOT_LEDGER_LANG`, else the system's; English when none says Chinese. Read before the
 * arguments are parsed, so that help and usage errors are in it too.
 */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const place = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const argument = argv[place]?.split("=")[1] ?? (place < 0 ? undefined : argv[place + 1]);
  const asked = argument ?? env.PILOT_LEDGER_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? "";
  return /^(zh|cn|chinese|中)/i.test(asked) ? "zh" : "en";
}
