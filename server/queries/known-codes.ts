import type { StoreReader } from "../store/reader.ts";

/** Registries of the ledger that a question's codes must be in. */
export type CodeRegistry = "field" | "region" | "programme";

/**
 * The codes of a registry, when `code` is not among them.
 *
 * @returns undefined when the code is known. A region is also known when it covers one that is registered.
 */
export async function validCodesUnless(
  reader: StoreReader,
  registry: CodeRegistry,
  code: string,
): Promise<string[] | undefined> {
  if ((await reader.get(registry, code)) !== undefined) return undefined;
  const valid: string[] = [];
  for await (const [known] of reader.list(registry)) {
    if (registry === "region" && isCovering(code) && known.startsWith(code.replace(/(00)+$/, ""))) return undefined;
    valid.push(known);
  }
  return valid;
}

function isCovering(region: string): boolean {
  return /^[1-9]\d(\d\d)?(00)+$/.test(region);
}
