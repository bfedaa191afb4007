import { join } from "node:path";
import { Level } from "level";
import type { Route } from "../../../server/api/route.ts";
import { pilotRoute, pilotsRoute } from "../../../server/api/routes/pilots.ts";
import type { Services } from "../../../server/api/services.ts";
import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "../../../test/support/acts.ts";
import { MirroredChain } from "../../../test/support/mirrored.ts";
import { SimulatedChain } from "../../../test/support/simulated-chain.ts";

const PILOTS_OF_BLOCK = 200;
const MILESTONES = 4;

/** As many blocks as can be replaced, and one: what happened is settled, as all but the newest of a ledger is. */
const SETTLING_BLOCKS = 129;

/** A store with a mirrored ledger of so many pilots, each with a plan of four milestones. */
export async function mirroredPilots(count: number): Promise<MirroredChain> {
  const chain = new SimulatedChain();
  chain.mine(programmeOpened(), organisationRegistered(), accountBound());
  for (let serial = 1; serial <= count; serial += PILOTS_OF_BLOCK) {
    const serials = Array.from({ length: Math.min(PILOTS_OF_BLOCK, count - serial + 1) }, (_, index) => serial + index);
    chain.mine(...serials.map((one) => pilotApplied(one, `汽车零部件质量追溯试点 ${one}`, MILESTONES)));
  }
  for (let block = 0; block < SETTLING_BLOCKS; block++) chain.mine();
  const mirrored = await MirroredChain.of(chain);
  await mirrored.mirror.syncOnce();
  return mirrored;
}

/** The very texts that the API answers with, kept by code: what the servers to compare with have ready. */
export async function storeTexts(
  directory: string,
  codes: readonly string[],
  services: Services,
): Promise<{ readonly byId: string; readonly items: string }> {
  const paths = { byId: join(directory, "by-id"), items: join(directory, "items") };
  const [byId, items] = [new Level(paths.byId), new Level(paths.items)];
  const asked = { principal: undefined, jurisdiction: "whole", query: {} } as const;
  const bodyOf = async (route: Route, path: Readonly<Record<string, string>>) =>
    (await route.answer({ ...asked, path }, services)).body;
  for (const code of codes) await byId.put(code, JSON.stringify(await bodyOf(pilotRoute, { code })));
  const listing = await pilotsRoute.list?.({ ...asked, path: {} }, services);
  for await (const item of listing?.items ?? []) {
    await items.put((item as { readonly code: string }).code, JSON.stringify(item));
  }
  await listing?.close();
  await Promise.all([byId.close(), items.close()]);
  return paths;
}
