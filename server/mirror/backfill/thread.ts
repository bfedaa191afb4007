import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { RangePreparer } from "./preparer.ts";
import { type RangeMessage, rangeOf } from "./range-message.ts";
import type { FromThread, ThreadData, ToThread } from "./thread-messages.ts";

/*
 * The thread that works out what the ranges of a backfill do to the records. It has no files and no connections: what it is asked and
 * what it reads of the store comes by messages, and so goes what it finds.
 */

const { identity } = workerData as ThreadData;
const port = requirePort();
const tell = (message: FromThread, moved: readonly ArrayBuffer[] = []) => port.postMessage(message, moved);

let preparer: RangePreparer | undefined;
let work: Promise<void> = Promise.resolve();
let reading = Promise.withResolvers<readonly (string | undefined)[]>();

function read(keys: readonly string[]): Promise<readonly (string | undefined)[]> {
  if (keys.length === 0) return Promise.resolve([]);
  reading = Promise.withResolvers();
  tell({ kind: "read", keys });
  return reading.promise;
}

async function prepare(range: RangeMessage, written: number): Promise<void> {
  try {
    if (preparer === undefined) throw new TypeError("the range before was refused");
    const commit = await preparer.prepare(rangeOf(range), written);
    const { bytes, places } = commit.batch;
    tell({ kind: "prepared", commit }, [bytes.buffer, places.buffer]);
  } catch (error) {
    preparer = undefined;
    tell({ kind: "refused", reason: error instanceof Error ? error.message : String(error) });
  }
}

port.on("message", (message: ToThread) => {
  switch (message.kind) {
    case "begin":
      work = work.then(() => {
        preparer = new RangePreparer(identity, read, message.standing);
      });
      return;
    case "prepare":
      work = work.then(() => prepare(message.range, message.written));
      return;
    case "stored":
      reading.resolve(message.values);
      return;
    case "unreadable":
      reading.reject(new Error("the store cannot be read"));
      return;
  }
});

tell({ kind: "ready" });

function requirePort(): MessagePort {
  if (parentPort === null) throw new TypeError("this is a thread of the mirror, and no program of its own");
  return parentPort;
}
