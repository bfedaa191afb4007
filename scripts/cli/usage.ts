import type { CommanderError } from "commander";
import { type CliFailure, unusable } from "./failure.ts";

/** What is wrong with a command line, in one sentence. */
export function usageFailure({ code, message }: CommanderError): CliFailure {
  const name = /'([^']*)'/.exec(message)?.[1] ?? "";
  const en = `${message.replace(/^error: /, "").split("\n")[0]}; see --help`;
  const zh: Readonly<Record<string, string>> = {
    "commander.missingArgument": `缺少参数 ${name}`,
    "commander.optionMissingArgument": `选项 ${name} 缺少取值`,
    "commander.missingMandatoryOptionValue": `缺少必需的选项 ${name}`,
    "commander.unknownOption": `没有选项 ${name}`,
    "commander.unknownCommand": `没有命令 ${name}`,
    "commander.excessArguments": "参数过多",
    "commander.help": "请指明要执行的命令",
  };
  const help = code === "commander.help";
  return unusable("USAGE", `${zh[code] ?? "命令行有误"}；请见 --help。`, help ? "name a command; see --help" : en);
}
