import type { Jurisdiction } from "../../../server/api/access/jurisdiction.ts";
import { SCOPES } from "../../../server/api/access/scopes.ts";
import { GUARDED as ALL_GUARDED } from "../../../test/api/addresses.ts";
import { faultOf } from "../../../test/api/conformance.ts";
import { TestServer, TOKEN } from "../../../test/api/server.ts";
import type { Campaign, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { ask } from "./ask.ts";
import type { Target } from "./malformed.ts";
import { drawJurisdiction, drawTerritory, isWithin, strangersIn, type Territory } from "./territory.ts";

/** What is answered from the ledger; webhooks are of who made them, and hold nothing of it. */
const GUARDED = ALL_GUARDED.filter(({ operation }) => operation["x-scopes"]?.includes("webhooks") !== true);

const NO_LIMITS = { perAddress: 1e9, perPrincipal: 1e9 };

/** Access: random jurisdictions over random ledgers, each answer against what is given to who may see all. */
export const access: Campaign = {
  description:
    "the audit API to random jurisdictions: no answer names what lies outside, and lists leave out nothing inside",
  run: async ({ runs, seed }) => {
    const failures: { seed: number; message: string }[] = [];
    let compared = 0;
    for (let run = 0; run < runs; run++) {
      const { messages, answers } = await play(new Draw(seed + run));
      compared += answers;
      failures.push(...messages.map((message) => ({ seed: seed + run, message })));
    }
    return {
      runs,
      failures,
      notes: [`${compared} answers compared, of ${GUARDED.length} operations`],
    } satisfies Outcome;
  },
};

async function play(draw: Draw): Promise<{ readonly messages: string[]; readonly answers: number }> {
  const territory = drawTerritory(draw);
  const jurisdiction = drawJurisdiction(draw);
  const server = new TestServer(territory.ledger, { rateLimits: NO_LIMITS });
  server.grants.set(
    "limited",
    jurisdiction.map((area) => ({ scopes: SCOPES, ...area })),
  );
  await server.start();
  const messages: string[] = [];
  const targets = GUARDED.flatMap((target) => addressesOf(target, territory, draw));
  try {
    for (const { target, address, pilot } of targets) {
      const message = await compare(server, target, address, pilot, territory, jurisdiction);
      if (message !== undefined) messages.push(`${address}: ${message}`);
    }
  } finally {
    await server.stop();
  }
  return { messages, answers: targets.length };
}

interface Addressed {
  readonly target: Target;
  readonly address: string;
  /** The pilot that it asks for, by its id or by that of one of its dossiers. */
  readonly pilot: string | undefined;
}

/** An operation by ids of the random ledger where it takes some; in any format that is text. */
function addressesOf(target: Target, { pilots, dossiers }: Territory, draw: Draw): Addressed[] {
  const cases = [...dossiers].filter(([code]) => code.startsWith("JC-"));
  if (target.path.includes("{case}") && cases.length === 0) return [];
  const pilot = draw.one(pilots);
  const [dossier = "", its = ""] = cases.length === 0 ? [] : draw.one(cases);
  const right = target.path.split("/");
  const parts = target.address.split("/").map((part, index) => {
    if (right[index] === "{code}") return pilot;
    return right[index] === "{case}" ? dossier : part;
  });
  const asked = target.path.includes("{code}") ? pilot : target.path.includes("{case}") ? its : undefined;
  const isList = "text/csv" in (target.operation.responses["200"]?.content ?? {});
  const format = isList ? draw.one(["?format=ndjson", "?format=csv", "?limit=200"]) : "";
  return [{ target, address: `${parts.join("/")}${format}`, pilot: asked }];
}

async function compare(
  server: TestServer,
  { operation }: Target,
  address: string,
  pilot: string | undefined,
  territory: Territory,
  jurisdiction: Jurisdiction,
): Promise<string | undefined> {
  const [all, limited] = await Promise.all(
    [TOKEN, "limited"].map((token) =>
      ask(`${server.url}${address}`, { method: "GET", headers: { Authorization: `Bearer ${token}` } }),
    ),
  );
  if (all === undefined || limited === undefined) return "no answer";
  const isWhole = operation["x-territory"] === "whole";
  const isRefused = isWhole || (pilot !== undefined && !isWithin(pilot, jurisdiction));
  if (isRefused && all.status !== 200 && limited.status === all.status) return undefined;
  const expected = isRefused ? 403 : all.status;
  if (limited.status !== expected)
    return `answers ${limited.status} and not ${expected}: ${limited.text.slice(0, 200)}`;
  if (/json$/.test(limited.type) && limited.type !== "application/x-ndjson") {
    const fault = faultOf("GET", address, limited.status, limited.type, JSON.parse(limited.text));
    if (fault !== undefined) return fault;
  }
  if (limited.status !== 200) return undefined;
  const strangers = strangersIn(limited.text, territory, jurisdiction);
  if (strangers.length > 0) return `names ${strangers.join(", ")}`;
  return missing(all.text, limited.text, territory, jurisdiction);
}

/** Items of the whole list that lie in the jurisdiction, name a pilot of theirs, and are not in the limited one. */
function missing(all: string, limited: string, territory: Territory, jurisdiction: Jurisdiction): string | undefined {
  const given = new Set(itemsOf(limited));
  const left = itemsOf(all).filter(
    (item) => /ZJ-2019-\d{6}/.test(item) && strangersIn(item, territory, jurisdiction).length === 0 && !given.has(item),
  );
  return left.length === 0 ? undefined : `leaves out ${left.length} items such as ${left[0]?.slice(0, 200)}`;
}

/** The items of a list, each as text: of a page of JSON, or the lines of NDJSON and CSV. Nothing of an answer that is no list. */
function itemsOf(text: string): string[] {
  if (!text.startsWith('{"items":')) return text.startsWith("{") && !text.includes("\n") ? [] : text.split("\n");
  return (JSON.parse(text) as { readonly items: readonly unknown[] }).items.map((item) => JSON.stringify(item));
}
