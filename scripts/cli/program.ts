import { Command, CommanderError } from "commander";
import { toFailure } from "./chain/failures.ts";
import type { Registry } from "./command.ts";
import { addAccountCommands } from "./commands/account.ts";
import { addAdminCommands } from "./commands/admin.ts";
import { addCodesCommand } from "./commands/codes.ts";
import { addEvidenceCommands } from "./commands/evidence.ts";
import { addMilestoneCommands } from "./commands/milestone.ts";
import { addOrganisationCommands } from "./commands/organisation.ts";
import { addPilotCommands } from "./commands/pilot.ts";
import { addProgrammeCommands } from "./commands/programme.ts";
import type { CliFailure, ExitCode } from "./failure.ts";
import type { CliIo } from "./io.ts";
import { type Language, languageOf } from "./language.ts";
import type { Outcome } from "./session.ts";
import { usageFailure } from "./usage.ts";

export type { CliIo } from "./io.ts";

/**
 * Runs one command line. Touches nothing global and ends nothing: whoever calls decides what the exit code does.
 *
 * @param argv Without the program's name.
 * @returns 0 when it was done, or the file matches; 1 when it was refused or invalid, or there is no match; 2 when it could not be
 *   done or checked.
 * @example
 * const code = await runCli(["pilot", "status", "ZJ-2019-330100-JUD-0001", "--json"], io);
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const language = languageOf(argv, io.env);
  const asJson = argv.includes("--json");
  let outcome: Outcome | undefined;
  const finish = (result: Outcome): void => {
    outcome = result;
  };
  try {
    await buildProgram({ language, io, finish }).parseAsync([...argv], { from: "user" });
    if (outcome === undefined) return 0;
    if (asJson) io.stdout.write(`${JSON.stringify(outcome.json, jsonValue)}\n`);
    else for (const line of outcome.lines) io.stdout.write(`${line}\n`);
    return outcome.exitCode ?? 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return reportFailure(failureOf(error), { asJson, language, io });
  }
}

function failureOf(error: unknown): CliFailure {
  return error instanceof CommanderError ? usageFailure(error) : toFailure(error);
}

function reportFailure(
  failure: CliFailure,
  { asJson, language, io }: { readonly asJson: boolean; readonly language: Language; readonly io: CliIo },
): ExitCode {
  const { code, sentence, details, exitCode } = failure;
  if (asJson) io.stdout.write(`${JSON.stringify({ error: { code, message: sentence, ...details } }, jsonValue)}\n`);
  else io.stderr.write(`${language === "zh" ? "错误：" : "error: "}${sentence[language]}\n`);
  return exitCode;
}

function jsonValue(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

function buildProgram(registry: Registry): Command {
  const { language, io } = registry;
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const program = new Command("pilot-ledger")
    .description(say("区块链试点项目账本的命令行。", "The command line of the ledger of blockchain pilot projects."))
    .option("--deployment <file>", say("部署清单", "the deployment manifest"))
    .option("--rpc <url>", say("区块链节点地址（默认取自部署清单）", "the chain's node (default: the manifest's)"))
    .option("--api <url>", say("审计接口地址", "the audit API"))
    .option("--account <name>", say("本地演示的账户名", "sign as an account of the local demonstration"))
    .option("--keystore <file>", say("加密的密钥文件", "sign with an encrypted key file"))
    .option(
      "--out <dir>",
      say("存放清单和回执的文件夹（默认 ./receipts）", "where manifests and receipts are kept (default: ./receipts)"),
    )
    .option("--json", say("输出一个 JSON 对象", "answer with one JSON object"))
    .option("--lang <zh|en>", say("语言", "language"))
    .helpOption("-h, --help", say("显示帮助", "show help"))
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, ...(language === "zh" && { styleTitle: chineseTitle }) })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      // The one line about a mistake is written where every other failure is.
      outputError: () => undefined,
    })
    .exitOverride();
  addPilotCommands(registry, program);
  addMilestoneCommands(registry, program);
  addEvidenceCommands(registry, program);
  addOrganisationCommands(registry, program);
  addAccountCommands(registry, program);
  addProgrammeCommands(registry, program);
  addAdminCommands(registry, program);
  addCodesCommand(registry, program);
  return program;
}

const CHINESE_TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Global Options:": "通用选项：",
  "Commands:": "命令：",
};

function chineseTitle(title: string): string {
  return CHINESE_TITLES[title] ?? title;
}
