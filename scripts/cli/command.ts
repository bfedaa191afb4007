import type { Command } from "commander";
import type { Bilingual } from "../../server/ledger/codes/bilingual.ts";
import type { CliIo } from "./io.ts";
import type { Language } from "./language.ts";
import type { GlobalOptions, Outcome, Session } from "./session.ts";

/** An option of a command: its flags, what it is, and whether the command needs it. */
export interface OptionSpec {
  readonly flags: string;
  readonly about: Bilingual;
  readonly required?: boolean;
  readonly repeats?: boolean;
}

/** A command as help shows it. */
export interface CommandSpec {
  /** Its name and arguments, as commander writes them. */
  readonly usage: string;
  readonly about: Bilingual;
  readonly options?: readonly OptionSpec[];
  /** Calls that work as they stand, without the program's name. */
  readonly examples: readonly string[];
}

/** What a command does, given its positional arguments and its own options. */
export type Run<Options> = (session: Session, args: readonly string[], options: Options) => Promise<Outcome>;

/** What the commands are added to: the language they speak, and who runs them. */
export interface Registry {
  readonly language: Language;
  readonly io: CliIo;
  readonly finish: (outcome: Outcome) => void;
}

/** Adds a command. */
export function addCommand<Options = object>(
  registry: Registry,
  parent: Command,
  spec: CommandSpec,
  run: Run<Options>,
): void {
  const { language, io } = registry;
  const command = parent.command(spec.usage).description(spec.about[language]);
  for (const { flags, about, required, repeats } of spec.options ?? []) {
    const option = command.createOption(flags, about[language]).makeOptionMandatory(required === true);
    if (repeats === true) option.argParser((value: string, earlier: readonly string[] = []) => [...earlier, value]);
    command.addOption(option);
  }
  const heading = language === "zh" ? "示例：" : "Examples:";
  const examples = spec.examples.map((example) => `  pilot-ledger ${example}`).join("\n");
  command.addHelpText("after", `\n${heading}\n${examples}`);
  command.action(async () => {
    const session: Session = { io, language, options: command.optsWithGlobals<GlobalOptions>() };
    registry.finish(await run(session, command.args, command.opts() as Options));
  });
}

/** Adds a group of commands. */
export function addGroup(registry: Registry, parent: Command, name: string, about: Bilingual): Command {
  return parent.command(name).description(about[registry.language]).helpCommand(false);
}
