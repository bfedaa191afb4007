import type { OptionSpec } from "../command.ts";

/** `--reason`, where an act needs one. */
export const REASON: OptionSpec = {
  flags: "--reason <code>",
  about: { zh: "理由代码，见 codes reasons", en: "a reason code; codes reasons lists them" },
  required: true,
};

/** `--document`, where an act may refer to one. */
export const DOCUMENT: OptionSpec = {
  flags: "--document <file>",
  about: { zh: "有关文件；只有其摘要上链", en: "the document; only its digest goes on the ledger" },
};

/** `--document`, where an act must refer to one. */
export const DOCUMENT_REQUIRED: OptionSpec = { ...DOCUMENT, required: true };

/** `--dir`, where an act hands in a folder. */
export function folderOption(about: OptionSpec["about"]): OptionSpec {
  return { flags: "--dir <dir>", about, required: true };
}

/** `--expert`, where a panel is convened. */
export const EXPERTS: OptionSpec = {
  flags: "--expert <account...>",
  about: { zh: "专家的账户地址或账户名，可多个", en: "the experts' addresses, or names of accounts" },
  required: true,
};

/** `--threshold`, where a panel is convened. */
export const THRESHOLD: OptionSpec = {
  flags: "--threshold <votes>",
  about: { zh: "通过所需票数，须超过半数", en: "how many votes carry: more than half" },
  required: true,
};

/** `--document`, where an expert votes. */
export const OPINION: OptionSpec = {
  ...DOCUMENT_REQUIRED,
  about: { zh: "专家意见；只有其摘要上链", en: "the expert's opinion; only its digest goes on the ledger" },
};
