import { type Position, positionBefore, positionNow } from "../../live/position.ts";
import { readPosition, writePosition } from "../../live/position-text.ts";
import { tell } from "../../live/tell.ts";
import type { StoreIdentity, StoreReader } from "../../store/reader.ts";
import { principalOf } from "../access/credentials.ts";
import { jurisdictionFor, type Principal } from "../access/principal.ts";
import { overSnapshot } from "../asking.ts";
import { requireHead } from "../mirror-status.ts";
import { Problem } from "../problems.ts";
import type { Services } from "../services.ts";
import type { Followed, StreamRoute } from "../stream-route.ts";
import type { StreamSource } from "./follow.ts";

/** How many events are looked at for a client at once: all that is in memory for it. */
const RUN = 50;

/**
 * Finds out where a stream begins: after the cursor that the client comes back with, or as its address says.
 *
 * @param lastEventId What a client sends that lost its stream; it stands before the cursor in the address.
 * @throws {Problem} CURSOR_INVALID, CURSOR_MISMATCH, or as the mirror's status says.
 */
export async function openStream(
  { access }: StreamRoute,
  { filter, fromBlock, after, viewFor }: Followed,
  {
    authorization,
    lastEventId,
  }: { readonly authorization: string | undefined; readonly lastEventId: string | undefined },
  services: Services,
): Promise<Pick<StreamSource, "position" | "next" | "write">> {
  const cursor = lastEventId ?? after;
  const { position, identity } = await overSnapshot(services, "whole", async ({ whole }) => {
    requireHead(whole, services.mirrorStatus());
    return { position: await beginning(whole, cursor, fromBlock), identity: whole.identity };
  });
  return {
    position,
    write: (at) => writePosition(at, identity),
    next: async (from) => {
      const principal = await stillLetIn(access, authorization, services);
      return overSnapshot(services, "whole", ({ whole }) => {
        const status = services.mirrorStatus();
        requireHead(whole, status);
        const mirror = status.state === "live" ? "live" : "on its way";
        return tell(whole, from, { filter, view: viewFor(principal), limit: RUN }, mirror);
      });
    },
  };
}

async function beginning(
  reader: StoreReader,
  cursor: string | undefined,
  fromBlock: number | undefined,
): Promise<Position> {
  if (cursor !== undefined) return positionOf(cursor, reader.identity);
  return fromBlock === undefined ? positionNow(reader) : positionBefore(fromBlock);
}

/** @throws {Problem} CURSOR_INVALID or CURSOR_MISMATCH. */
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

/** Who asks is looked at again each time: a token revoked or expired ends the stream, and a role withdrawn narrows it. */
async function stillLetIn(
  access: StreamRoute["access"],
  authorization: string | undefined,
  { verifiers, clock }: Services,
): Promise<Principal | undefined> {
  if (access === "public") return undefined;
  const principal = await principalOf(authorization, verifiers, clock());
  jurisdictionFor(principal, access);
  return principal;
}
