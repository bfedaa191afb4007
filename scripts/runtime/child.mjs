import { spawn } from "node:child_process";

/** Long enough for a child that got the same signal to have ended, short enough not to be felt. */
const FORWARD_AFTER_MS = 500;

/**
 * Runs a program to its end and outlives it: signals meant to stop us are left to the child.
 *
 * A terminal sends Ctrl-C to every process of the group, a supervisor often to one. Nobody can tell from inside
 * whether the child got the signal as well, so off a terminal, or for anything but SIGINT, it is passed on once if
 * the child still runs shortly afterwards. The child must therefore take a repeated signal for the same request.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, interrupted: NodeJS.Signals | undefined }>}
 */
export function runToEnd(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    /** @type {NodeJS.Signals | undefined} */
    let interrupted;
    /** @type {Set<NodeJS.Timeout>} */
    const timers = new Set();
    /** @type {(signal: NodeJS.Signals) => void} */
    const onSignal = (signal) => {
      interrupted ??= signal;
      if (signal === "SIGINT" && process.stdin.isTTY === true) return;
      if (timers.size === 0) timers.add(setTimeout(() => child.kill(signal), FORWARD_AFTER_MS));
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, onSignal);
    const settle = () => {
      for (const timer of timers) clearTimeout(timer);
      for (const signal of signals) process.off(signal, onSignal);
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("close", (code, signal) => {
      settle();
      resolve({ code, signal, interrupted });
    });
  });
}

/**
 * Ends this process the way the child ended: with its exit code, or by its signal.
 * @param {{ code: number | null, signal: NodeJS.Signals | null }} end
 */
export function endLike(end) {
  if (end.signal === null) process.exit(end.code ?? 1);
  process.kill(process.pid, end.signal);
  // The signal ends this process before the timer does; on a platform that cannot, the timer is the end.
  setTimeout(() => process.exit(1), 1_000);
}
