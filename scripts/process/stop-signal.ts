/**
 * An abort signal for Ctrl-C and SIGTERM, for programs that have things to close. One Ctrl-C reaches a program more than once (from
 * the terminal, and from npm, which passes it on), so repeats are ignored; the closing itself must be bounded.
 *
 * @param onStop Told once which signal came first.
 */
export function stopSignal(onStop: (signal: NodeJS.Signals) => void = () => undefined): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) return;
      onStop(signal);
      controller.abort(signal);
    });
  }
  return controller.signal;
}

/** Resolves when `signal` is aborted. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
