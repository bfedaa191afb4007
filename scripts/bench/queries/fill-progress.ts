/** Seconds between two lines. */
const EVERY = 5;

/**
 * Tells while a ledger is filled how far it is, how fast it goes, and how much time is left at the rate of late.
 *
 * @param clock Seconds.
 */
export function fillProgress(tell: (line: string) => void, clock: () => number): (done: number, all: number) => void {
  let last = { at: clock(), done: 0 };
  return (done, all) => {
    const at = clock();
    const seconds = at - last.at;
    if (seconds < EVERY) return;
    const rate = (done - last.done) / seconds;
    const share = Math.floor((done / all) * 100);
    const left = Math.ceil((all - done) / rate);
    tell(`${done} of ${all} events (${share} %), ${Math.round(rate)} a second, about ${left} s left`);
    last = { at, done };
  };
}
