import { covers, type Jurisdiction } from "../../../server/api/access/jurisdiction.ts";
import { emptyLedger, FIELDS, LEADS, REGIONS } from "../../../test/support/random-ledger.ts";
import { Supervision } from "../../../test/support/supervision.ts";
import type { SyntheticLedger } from "../../../test/support/synthetic-ledger.ts";
import { accountOf, DAY, hash } from "../../../test/support/synthetic-names.ts";
import type { Draw } from "../draw.ts";

/** A ledger of pilots in random places, and where everything of it lies. */
export interface Territory {
  readonly ledger: SyntheticLedger;
  readonly pilots: readonly string[];
  /** The pilot of each dossier. */
  readonly dossiers: ReadonlyMap<string, string>;
}

const NAMES = /ZJ-2019-\d{6}-[A-Z]{3}-\d{4}|(?:JC|IN|CP|IC)-\d{4}-\d{6}-\d{4}/g;

/** A ledger drawn at random. */
export function drawTerritory(draw: Draw): Territory {
  const ledger = emptyLedger();
  const [inspector, decider] = [accountOf("an inspector"), accountOf("a decider")];
  ledger.bind(LEADS[0], inspector).role(inspector, "INSPECTOR").bind(LEADS[0], decider).role(decider, "DECIDER");
  const supervision = new Supervision(ledger, inspector, decider);
  const pilots: string[] = [];
  const dossiers = new Map<string, string>();
  for (let serial = 1; serial <= 14; serial++) {
    const code = `ZJ-2019-${draw.one(REGIONS)}-${draw.one(FIELDS)}-${String(serial).padStart(4, "0")}`;
    pilots.push(code);
    ledger.apply(code, { lead: draw.one(LEADS) }).pass(draw.number(20) * DAY);
    ledger.anchor(code, hash(code));
    if (draw.number(2) === 0) ledger.start(code);
    if (draw.number(2) === 0) supervision.file(code, draw.number(20));
    if (draw.number(2) === 0) supervision.rate(code, "HIGH", 30);
    if (draw.number(2) === 0) dossiers.set(supervision.complain(code), code);
    if (draw.number(2) === 0) dossiers.set(supervision.inspect(code), code);
    if (draw.number(2) === 0) dossiers.set(supervision.open(code, "BISR-11", "SERIOUS"), code);
  }
  return { ledger, pilots, dossiers };
}

/** A jurisdiction drawn at random: one area or two. */
export function drawJurisdiction(draw: Draw): Exclude<Jurisdiction, "whole"> {
  return Array.from({ length: 1 + draw.number(2) }, () => ({
    region: draw.one(REGIONS),
    fields: draw.number(2) === 0 ? null : [draw.one(FIELDS), draw.one(FIELDS)],
  }));
}

/** The pilots and dossiers that a text names and that lie outside of a jurisdiction. */
export function strangersIn(text: string, { dossiers }: Territory, jurisdiction: Jurisdiction): string[] {
  const named = new Set(text.match(NAMES) ?? []);
  return [...named].filter((name) => !isWithin(dossiers.get(name) ?? name, jurisdiction));
}

/** Whether a pilot lies in a jurisdiction. */
export function isWithin(pilot: string, jurisdiction: Jurisdiction): boolean {
  const [, , region = "", field = ""] = pilot.split("-");
  return covers(jurisdiction, { region, field });
}
