import { pilotsRoute } from "../../../server/api/routes/pilots.ts";
import type { Services } from "../../../server/api/services.ts";
import type { Question } from "./measure.ts";

/** What one process is asked, one after the other: what was read for the first can be known when the second comes. */
export type Session = Readonly<Record<string, Question>>;

const PAGE = 50;

/** What is asked of our API, and of the bare servers. */
export interface Sessions {
  readonly ours: readonly Session[];
  readonly bare: readonly Session[];
}

/**
 * Pilots by id, and pages of fifty: first asked of a process that has read none of them; then in other words, as they are asked for anew
 * after each block; then a few of them over and over.
 */
export async function sessionsOf(codes: readonly string[], services: Services): Promise<Sessions> {
  const byId = codes.map((_, turn) => `/v1/pilots/${codes[(turn * STRIDE) % codes.length]}`);
  const pages = await pagesOf(services);
  const barePages = codes.filter((_, index) => index % PAGE === PAGE - 1).map((code) => `/v1/pilots?cursor=${code}`);
  return {
    ours: [session("pilot by id", byId), session("page of 50", pages)],
    bare: [session("pilot by id", byId), session("page of 50", barePages)],
  };
}

/** Far apart: neighbours lie in one block of the store, and one read brings in both. A prime, so that every one has its turn. */
const STRIDE = 7_919;

function session(what: string, paths: readonly string[]): Session {
  const few = paths.filter((_, index) => index % Math.ceil(paths.length / 20) === 0);
  const other = paths.map((path) => `${path}${path.includes("?") ? "&" : "?"}lang=en`);
  return {
    [`${what}, first asked`]: { paths, order: "once" },
    [`${what}, known, asked anew`]: { paths: other, order: "once" },
    [`${what}, asked again`]: { paths: few, order: "again" },
  };
}

/** The addresses of all pages of the list of pilots. */
async function pagesOf(services: Services): Promise<string[]> {
  const asked = { path: {}, principal: undefined, jurisdiction: "whole" } as const;
  const addresses = ["/v1/pilots"];
  for (let query: Record<string, string> = {}; ; ) {
    const { next } = await pilotsRoute.answer({ ...asked, query }, services);
    if (next === undefined) return addresses;
    addresses.push(`/v1/pilots${next}`);
    query = Object.fromEntries(new URLSearchParams(next));
  }
}
