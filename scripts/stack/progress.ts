import type { WriteStream } from "node:tty";
import { SingleBar } from "cli-progress";

/** Says how far a start is: lines for its steps, and a bar for the long one. */
export interface StartProgress {
  readonly step: (text: string) => void;
  readonly part: (done: number, total: number) => void;
}

/** Progress on standard error: a bar on a terminal, a line for each tenth elsewhere. */
export function startProgress(stream: WriteStream): StartProgress {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1_000).toFixed(1).padStart(5)} s`;
  const bar = stream.isTTY
    ? new SingleBar({ stream, format: "         {bar} {value}/{total} acts", hideCursor: true })
    : null;
  let tenth = -1;
  return {
    step: (text) => {
      stream.write(`${seconds()}  ${text}\n`);
    },
    part: (done, total) => {
      if (bar !== null) {
        if (done === 0) bar.start(total, 0);
        bar.update(done);
        if (done === total) bar.stop();
        return;
      }
      const reached = Math.floor((done * 10) / total);
      if (reached === tenth) return;
      tenth = reached;
      stream.write(`${seconds()}    ${done} of ${total} acts\n`);
    },
  };
}
