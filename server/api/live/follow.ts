import type { Clock } from "../../chain/clock.ts";
import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Heads } from "../../live/heads.ts";
import type { Position } from "../../live/position.ts";
import type { Told } from "../../live/tell.ts";
import type { BlockMark } from "../../store/reader.ts";
import { Problem } from "../problems.ts";
import { frame, HEARTBEAT, OPENING } from "./frames.ts";

/** What a stream is made from. */
export interface StreamSource {
  readonly position: Position;
  /**
   * What comes after a position, as the client may see it by now.
   *
   * @throws {Problem} when the client may no longer see anything, or the mirror cannot be read.
   */
  readonly next: (position: Position) => Promise<Told<object>>;
  readonly write: (position: Position) => string;
  readonly heads: Heads;
  readonly clock: Clock;
  /** Aborts when the server ends. */
  readonly ending: AbortSignal;
  /** Aborts when the server ends or the client has left. */
  readonly signal: AbortSignal;
}

/** Milliseconds after which something is sent, though nothing happened. */
const HEARTBEAT_MS = 15_000;

const SERVER_ENDS: Bilingual = {
  zh: "服务器正在停止：请稍后凭最后收到的 id 续接。",
  en: "The server ends: come back in a moment with the last id.",
};

/**
 * The text of a stream, piece by piece, until the server ends or the client may see nothing any more, which the last piece says. The next
 * piece is read when this one was taken: nothing is kept for a client that is slow.
 */
export async function* follow({
  position: beginning,
  next,
  write,
  heads,
  clock,
  ending,
  signal,
}: StreamSource): AsyncGenerator<string> {
  let position = beginning;
  /** The place that the client would come back with. */
  let known: string | undefined;
  let head: BlockMark | undefined;
  let sentAt = clock.now();
  const send = (text: string, place = known) => {
    known = place;
    sentAt = clock.now();
    return text;
  };
  yield send(OPENING);
  while (!signal.aborted) {
    const { version } = heads;
    let told: Told<object>;
    try {
      told = await next(position);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      yield frame("end", undefined, { code: error.code, detail: error.detail });
      return;
    }
    if (told.kind === "REORGANISED") {
      ({ position } = told);
      const { from, standing } = told;
      yield send(frame("reorganised", write(position), { from, standing }), "");
      continue;
    }
    if (told.kind === "EVENTS") {
      for (const { item, position: at } of told.events) yield send(frame("ledger", write(at), item), "");
      ({ position, head } = told);
      if (!told.isCurrent) continue;
      // After something was told, and at the beginning: the client now knows that it has everything.
      if (known === undefined || known === "") yield send(current(write(position), head), position.place);
    }
    await heads.movedSince(version, Math.max(0, sentAt + HEARTBEAT_MS - clock.now()), clock, signal);
    if (signal.aborted || clock.now() - sentAt < HEARTBEAT_MS) continue;
    // Passing over what is not for this client is said now and then, so that it does not come back from far behind.
    const isBehind = head !== undefined && known !== position.place;
    yield isBehind && head !== undefined ? send(current(write(position), head), position.place) : send(HEARTBEAT);
  }
  if (ending.aborted) yield frame("end", undefined, { code: "SERVER_ENDS", detail: SERVER_ENDS });
}

function current(cursor: string, head: BlockMark): string {
  return frame("current", cursor, { head });
}
