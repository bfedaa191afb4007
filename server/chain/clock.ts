import { setTimeout as wait } from "node:timers/promises";

/** Time as the chain source and the mirror use it, so that tests need not wait. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Waits; ends early, with the signal's reason, when it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A signal that aborts after `milliseconds`. */
  deadline(milliseconds: number): AbortSignal;
}

/** The time of this machine. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : error;
    });
  },
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};
