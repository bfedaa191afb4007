import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** The root of the checkout: where every tool of this folder runs. */
export const ROOT = resolve(import.meta.dirname, "..", "..");

export interface Finished {
  code: number;
  /** What the program wrote to both its streams, in order, without colours. */
  output: string;
}

/**
 * Runs a tool that npm installed (`hardhat`, `biome`, …) under this very Node and collects what it prints.
 * With `onText` what it prints is also handed on while it runs; `environment` adds to this process's variables. A tool ended by a signal counts as failed.
 */
export function runTool(
  tool: string,
  args: readonly string[],
  options: { onText?: (text: string) => void; environment?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  return new Promise((finish, fail) => {
    const child = spawn(process.execPath, [join(ROOT, "node_modules", ".bin", tool), ...args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: "true", ...options.environment },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        output += text;
        options.onText?.(text);
      });
    }
    child.once("error", fail);
    child.once("close", (code) => finish({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}
