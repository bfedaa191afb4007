import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Why `strace` cannot inject faults here; undefined when it can. */
export async function straceFault(): Promise<string | undefined> {
  try {
    await run("strace", ["-f", "-qq", "-e", "trace=openat", "-e", "inject=openat:error=ENOENT:when=9999", "true"]);
    return undefined;
  } catch (error) {
    const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
    if (code === "ENOENT") return "strace is not installed (Debian package strace)";
    return `strace may not trace processes here (${stderr.trim().split("\n").at(-1)})`;
  }
}
