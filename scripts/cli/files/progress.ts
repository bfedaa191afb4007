import { Presets, SingleBar } from "cli-progress";
import { note, type Session } from "../session.ts";

/** Follows a long reading. */
export interface Progress {
  readonly add: (bytes: number) => void;
  readonly end: () => void;
}

const WORTH_A_LINE = 256 * 1024 * 1024;

/** Shows how far the reading of `total` bytes is: a bar for somebody who watches, else a line at every tenth of a long one. */
export function byteProgress(session: Session, total: number): Progress {
  return session.io.isTTY ? bar(session, total) : lines(session, total);
}

function bar(session: Session, total: number): Progress {
  const format =
    session.language === "zh"
      ? "读取文件 {bar} {percentage}% 剩余 {eta_formatted}"
      : "reading {bar} {percentage}% {eta_formatted} left";
  // Somebody watches, so this is a terminal's stream.
  const stream = session.io.stderr as NodeJS.WritableStream;
  const shown = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  shown.start(total, 0);
  return { add: (bytes) => shown.increment(bytes), end: () => shown.stop() };
}

function lines(session: Session, total: number): Progress {
  let read = 0;
  let tenths = 0;
  return {
    add: (bytes) => {
      read += bytes;
      const now = Math.floor((read * 10) / Math.max(total, 1));
      if (total >= WORTH_A_LINE && now > tenths) {
        note(session, { zh: `已读取 ${now * 10}%`, en: `read ${now * 10}%` });
      }
      tenths = now;
    },
    end: () => undefined,
  };
}

/** A number of bytes as people read it. */
export function readableBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}
