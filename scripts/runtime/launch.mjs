import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { endLike, runToEnd } from "./child.mjs";
import { ensureInstalled } from "./install.mjs";
import { LaunchFailure, reportFailure } from "./launch-failure.mjs";
import { findNode, rememberNode } from "./node-binary.mjs";
import { hostPath, ROOT, withNodeFirst } from "./paths.mjs";
import { SMALL_HEAP_ENVIRONMENT, SMALL_HEAP_FLAGS } from "./small-heap.mjs";

/**
 * Runs one TypeScript file under a Node that can, with everything installed, and ends as it ends.
 * The working directory stays the caller's, so that relative paths among the arguments mean what they say.
 * @param {string} file relative to the checkout
 * @param {string[]} args
 * @param {"usual" | "small"} heap
 */
export async function launch(file, args, heap = "usual") {
  try {
    const entry = resolve(ROOT, file);
    if (!existsSync(entry)) {
      throw new LaunchFailure("ENTRY_MISSING", `${entry} does not exist; check the name, or get a complete checkout.`);
    }
    const node = await findNode();
    await ensureInstalled(node);
    rememberNode(node);
    const environment = {
      ...withNodeFirst(process.env, node),
      ...(heap === "small" ? SMALL_HEAP_ENVIRONMENT : {}),
      PILOT_LEDGER_HOST_PATH: process.env.PILOT_LEDGER_HOST_PATH ?? hostPath(process.env.PATH ?? "", ROOT),
    };
    const flags = ["--disable-warning=ExperimentalWarning", ...(heap === "small" ? SMALL_HEAP_FLAGS : [])];
    endLike(await runToEnd(node, [...flags, entry, ...args], { stdio: "inherit", env: environment }));
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}
