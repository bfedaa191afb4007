import { glob, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { Failure } from "../process/failure.ts";
import { ROOT } from "./subprocess.ts";

/** What one run of the tests covers. Files are relative to the checkout. */
export interface Selection {
  solidity: readonly string[];
  /** Mocha specs, those first that take longest: the others fill what the last of them leaves free. */
  specs: readonly string[];
  grep: string | undefined;
}

/** Clones, installs, compiles and starts: minutes, where others take seconds. */
const LONGEST = "test/start/fresh-start.test.ts";

/** Every test of the checkout. */
export async function findTests(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("test/**/*.{test.ts,t.sol}", { cwd: ROOT })) found.push(file.replaceAll("\\", "/"));
  return found.sort();
}

/**
 * Reads `npm test -- [folder or file …] [--grep text]`. With a pattern the Solidity tests are left out, which have
 * no use for it.
 *
 * @throws Failure TEST_ARGUMENT_UNKNOWN, TESTS_NOT_FOUND
 */
export async function selectTests(args: readonly string[], tests: readonly string[]): Promise<Selection> {
  let grep: string | undefined;
  const paths: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--grep" || arg === "-g") grep = args[++index];
    else if (arg.startsWith("--grep=")) grep = arg.slice("--grep=".length);
    else if (await exists(arg)) paths.push(relative(ROOT, resolve(arg)).replaceAll("\\", "/"));
    else {
      throw new Failure(
        "TEST_ARGUMENT_UNKNOWN",
        `"${arg}" is neither a file or folder of tests nor --grep <text>; for example: npm test -- test/api --grep paging`,
      );
    }
  }
  const chosen =
    paths.length === 0
      ? tests
      : tests.filter((test) => paths.some((path) => test === path || test.startsWith(join(path, "/"))));
  const specs = chosen.filter((test) => test.endsWith(".ts"));
  const selection = {
    solidity: grep === undefined ? chosen.filter((test) => test.endsWith(".sol")) : [],
    specs: [...specs.filter((spec) => spec === LONGEST), ...specs.filter((spec) => spec !== LONGEST)],
    grep,
  };
  if (selection.solidity.length + specs.length > 0) return selection;
  throw new Failure("TESTS_NOT_FOUND", "there are no tests there: name a folder under test/, or none for all of them");
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
