import { InvalidArgumentError } from "commander";
import { Failure } from "../process/failure.ts";

/** A manifest, and the name its ledger is served under where there are several. */
export interface NamedManifest {
  readonly name: string | undefined;
  readonly file: string;
}

/** A name that stands in paths, labels and addresses as it is. */
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Reads `FILE` or `NAME=FILE`, one after the other. */
export function deploymentOption(text: string, before: readonly NamedManifest[] = []): NamedManifest[] {
  const [, name, file] = /^([^=/\\.]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || file === undefined) return [...before, { name: undefined, file: text }];
  return [...before, { name: deploymentName(name), file }];
}

/** Reads the name of one of several ledgers. */
export function deploymentName(text: string): string {
  if (NAME.test(text)) return text;
  throw new InvalidArgumentError("A name has up to 63 small letters, digits and hyphens.");
}

/**
 * The manifests by name.
 *
 * @throws {Failure} when one has no name, or two have the same.
 */
export function named(manifests: readonly NamedManifest[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { name, file } of manifests) {
    if (name === undefined) {
      const message = `of several ledgers each needs a name: give ${file} as --deployment NAME=${file}`;
      throw new Failure("LEDGER_UNNAMED", message);
    }
    if (files.has(name))
      throw new Failure("LEDGER_TWICE", `two ledgers are named ${name}: give each a name of its own`);
    files.set(name, file);
  }
  return files;
}
