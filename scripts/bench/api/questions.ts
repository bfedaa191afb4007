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

/** So many requests, about, before those that count. */
const BEFORE = 10_000;

/** Other words for a question, so that no answer that is kept has them. */
const WORDINGS = {
  "pilot by id": ["lang=zh", "lang=en", ""],
  "page of 50": Array.from({ length: 40 }, (_, index) => `limit=${PAGE - 20 + index}`).filter(
    (one) => !one.endsWith(`=${PAGE}`),
  ),
} as const;

function session(what: keyof typeof WORDINGS, all: readonly string[]): Session {
  // What is asked before is a quarter of all, which is not asked again.
  const first = Math.ceil(all.length / 4);
  const [others, paths] = [all.slice(0, first), all.slice(first)];
  const few = paths.filter((_, index) => index % Math.ceil(paths.length / 20) === 0);
  const wordings = WORDINGS[what].flatMap((words) => others.map((path) => worded(path, words)));
  const before = Array.from(
    { length: Math.min(BEFORE, wordings.length * 2) },
    (_, turn) => wordings[turn % wordings.length] ?? "/",
  );
  return {
    [`${what}, first asked`]: { paths, before, order: "once" },
    [`${what}, known, asked anew`]: {
      paths: paths.map((path) => worded(path, "lang=en")),
      before: others,
      order: "once",
    },
    [`${what}, asked again`]: { paths: few, before: few.flatMap(() => few), order: "again" },
  };
}

function worded(path: string, words: string): string {
  return words === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${words}`;
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
