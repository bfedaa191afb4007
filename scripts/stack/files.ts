import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ACTORS } from "../demo/actors.ts";
import { Failure } from "../process/failure.ts";

/** What of a local stack other programs find below its data directory. */
export interface StackFiles {
  readonly directory: string;
  readonly deployment: string;
  readonly local: string;
  readonly accounts: string;
  readonly mirror: string;
  readonly demo: string;
}

/**
 * Makes the data directory of a local stack and names what is in it.
 *
 * @throws {Failure} DATA_UNWRITABLE when it cannot be written.
 */
export async function openDataDirectory(directory: string): Promise<StackFiles> {
  const probe = join(directory, ".writable");
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const message = `the data directory ${directory} cannot be written (${reason}): choose another with --data DIR`;
    throw new Failure("DATA_UNWRITABLE", message, { cause });
  }
  return {
    directory,
    deployment: join(directory, "deployment.json"),
    local: join(directory, "local.json"),
    accounts: join(directory, "accounts.json"),
    mirror: join(directory, "mirror"),
    demo: join(directory, "demo"),
  };
}

/** What `local.json` says of a running stack. */
export interface LocalStack {
  readonly apiUrl: string;
  readonly rpcUrl: string;
  /** A regulator's token for the API. */
  readonly token: string;
}

/** Writes `local.json`, for the command line and for scripts. */
export async function writeLocalStack(files: StackFiles, stack: LocalStack): Promise<void> {
  await writeJson(files.local, stack);
}

/** Takes the account of an earlier run away, so that nobody takes it for this one. */
export async function clearEarlierRun(files: StackFiles): Promise<void> {
  await rm(files.local, { force: true });
  await rm(files.deployment, { force: true });
  await rm(files.demo, { recursive: true, force: true });
}

/** Writes the keys of the demo's accounts for the command line's `--account NAME`. */
export async function writeAccounts(files: StackFiles): Promise<void> {
  const accounts = Object.fromEntries(
    ACTORS.map(({ name, address, privateKey, organisation, roles, title }) => [
      name,
      { address, privateKey, organisation, roles, title },
    ]),
  );
  await writeJson(files.accounts, { accounts });
}

async function writeJson(file: string, content: unknown): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
