import { writePosition } from "../../live/position-text.ts";
import type { SharedReaders } from "../../live/shared-readers.ts";
import { tell } from "../../live/tell.ts";
import { principalOf } from "../access/credentials.ts";
import { jurisdictionFor, type Principal } from "../access/principal.ts";
import { overSnapshot } from "../asking.ts";
import { requireHead } from "../mirror-status.ts";
import type { Services } from "../services.ts";
import type { Followed, StreamRoute } from "../stream-route.ts";
import { beginningOf } from "./beginning.ts";
import type { StreamSource } from "./follow.ts";

/** How many events are looked at for a client at once: all that is in memory for it. */
const RUN = 50;

/**
 * Finds out where a stream begins: after the cursor that the client comes back with, or as its address says.
 *
 * @param lastEventId What a client sends that lost its stream; it stands before the cursor in the address.
 * @param readers Snapshots that streams share.
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
  readers: SharedReaders,
): Promise<Pick<StreamSource, "position" | "next" | "write">> {
  const cursor = lastEventId ?? after;
  const { position, identity } = await overSnapshot(services, "whole", async ({ whole }) => {
    requireHead(whole, services.mirrorStatus());
    return { position: await beginningOf(whole, { after: cursor, fromBlock }), identity: whole.identity };
  });
  return {
    position,
    write: (at) => writePosition(at, identity),
    next: async (from) => {
      const principal = await stillLetIn(access, authorization, services);
      return readers.over((reader) => {
        const status = services.mirrorStatus();
        requireHead(reader, status);
        const mirror = status.state === "live" ? "live" : "on its way";
        return tell(reader, from, { filter, view: viewFor(principal), limit: RUN }, mirror);
      });
    },
  };
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
