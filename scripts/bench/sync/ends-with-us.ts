import type { ChildProcess } from "node:child_process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Lets a program that takes no notice of SIGTERM end with this process, however that ends: interrupted, too.
 *
 * @param child Started in a group of its own, all of which is killed.
 * @returns kills it now.
 */
export function endsWithUs(child: ChildProcess): () => void {
  const kill = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It ended by itself in this moment.
    }
  };
  const interrupted = (signal: NodeJS.Signals) => {
    kill();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off("exit", kill);
    for (const signal of SIGNALS) process.off(signal, interrupted);
  };
  process.on("exit", kill);
  for (const signal of SIGNALS) process.on(signal, interrupted);
  child.once("exit", forget);
  return kill;
}
