import { type Position, positionBefore, positionNow } from "../../live/position.ts";
import { readPosition } from "../../live/position-text.ts";
import type { StoreIdentity, StoreReader } from "../../store/reader.ts";
import { Problem } from "../problems.ts";

/**
 * Where a follower begins: after a cursor, or with a block, or with what is still to come.
 *
 * @throws {Problem} CURSOR_INVALID or CURSOR_MISMATCH.
 */
export async function beginningOf(
  reader: StoreReader,
  { after, fromBlock }: { readonly after: string | undefined; readonly fromBlock: number | undefined },
): Promise<Position> {
  if (after !== undefined) return positionOf(after, reader.identity);
  return fromBlock === undefined ? positionNow(reader) : positionBefore(fromBlock);
}

function positionOf(cursor: string, identity: StoreIdentity): Position {
  const position = readPosition(cursor, identity);
  if (position === "INVALID") {
    throw new Problem("CURSOR_INVALID", {
      zh: "续接标记不是本接口给出的：请原样使用事件流或推送中的 id（cursor），或以 fromBlock 开始。",
      en: "the cursor is none that this API gave out: use the id of a stream, or the cursor of a webhook, as it is, or begin with fromBlock.",
    });
  }
  if (position === "OTHER_LEDGER") {
    throw new Problem("CURSOR_MISMATCH", {
      zh: "续接标记属于另一条链或另一次部署的账本：请重新开始。",
      en: "the cursor is of the ledger of another chain or deployment: begin anew.",
    });
  }
  return position;
}
