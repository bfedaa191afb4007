import { parseDossierCode, unpackDossierId } from "../../ledger/dossiers.ts";
import type { EventName } from "../../ledger/events.ts";
import { asciiFromHex, type Hex } from "../../ledger/hex.ts";
import { packPilotId, parsePilotCode, unpackPilotId } from "../../ledger/ids.ts";
import type { EventRecord, RecordKind, RecordTypes } from "../../ledger/records.ts";
import {
  parseBulletinCode,
  parseEvaluationCode,
  unpackBulletinId,
  unpackEvaluationId,
} from "../../ledger/statistics-ids.ts";
import type { StoreReader } from "../../store/reader.ts";
import type { Place } from "./jurisdiction.ts";

/*
 * Where each record lies, so that it can be shown to those only whose jurisdiction takes the place in. Every kind of record has its
 * line here, or the program does not compile; what cannot be placed is nowhere, and then seen only by who may see all.
 */

/** `everywhere`: a register or table that everyone who may read the ledger needs. */
export type Whereabouts = Place | "everywhere" | "nowhere";

type Locator<Kind extends RecordKind> = (
  record: RecordTypes[Kind],
  reader: StoreReader,
) => Whereabouts | Promise<Whereabouts>;

const LOCATORS: { readonly [Kind in RecordKind]: Locator<Kind> } = {
  // Registers and tables.
  field: everywhere,
  region: everywhere,
  pause: everywhere,
  programme: everywhere,
  indicator: everywhere,
  supervision: everywhere,
  // Counters and hashes, the same on every node of the chain.
  journal: everywhere,
  organisation: ofRegion,
  account: ({ organisation }, reader) => placeOfOrganisation(organisation, reader),
  pilot: ({ region, field }) => ({ region, field }),
  milestone: ofPilot,
  anchor: ofPilot,
  evidence: ({ pilot }) => (pilot === null ? "everywhere" : placeOfPilot(pilot)),
  filing: ofPilot,
  complaint: ofPilot,
  inspection: ofPilot,
  case: ofPilot,
  riskRating: ofPilot,
  incident: ofPilot,
  draw: ({ code }) => placeOfDossier(code),
  figure: ofRegion,
  bulletin: ({ state, region }) =>
    state === "PUBLISHED" || state === "SUPERSEDED" ? "everywhere" : { region, field: null },
  evaluation: ofRegion,
  guidanceVisit: ofRegion,
  pool: ofRegion,
  membership: ({ pool }, reader) => placeOfPool(pool, reader),
  event: placeOfEvent,
};

/** Where a record lies. */
export function whereaboutsOf<Kind extends RecordKind>(
  kind: Kind,
  record: RecordTypes[Kind],
  reader: StoreReader,
): Whereabouts | Promise<Whereabouts> {
  return LOCATORS[kind](record, reader);
}

/** Where the pilot of this code lies: the code says it. */
export function placeOfPilot(code: string): Whereabouts {
  const parts = parsePilotCode(code);
  return parts === undefined ? "nowhere" : { region: parts.region, field: parts.field };
}

function everywhere(): Whereabouts {
  return "everywhere";
}

function ofPilot({ pilot }: { readonly pilot: string }): Whereabouts {
  return placeOfPilot(pilot);
}

function ofRegion({ region }: { readonly region: string }): Whereabouts {
  return { region, field: null };
}

function placeOfDossier(code: string): Whereabouts {
  const region = parseDossierCode(code)?.region;
  return region === undefined ? "nowhere" : { region, field: null };
}

async function placeOfOrganisation(uscc: string | null, reader: StoreReader): Promise<Whereabouts> {
  const organisation = uscc === null ? undefined : await reader.get("organisation", uscc);
  return organisation === undefined ? "nowhere" : { region: organisation.region, field: null };
}

async function placeOfPool(code: string, reader: StoreReader): Promise<Whereabouts> {
  const pool = await reader.get("pool", code);
  return pool === undefined ? "nowhere" : { region: pool.region, field: null };
}

/** Events about the tables, and about the public register of organisations: whoever reads the ledger reads them. */
const OF_REGISTERS: ReadonlySet<EventName> = new Set<EventName>([
  "FieldSet",
  "RegionsSet",
  "ActsPaused",
  "ActsResumed",
  "ProgrammeOpened",
  "ProgrammeClosed",
  "IndicatorDefined",
  "IndicatorEnded",
  "SupervisionSet",
  "OrganisationRegistered",
  "OrganisationUpdated",
  "OrganisationStatusChanged",
  "AccountBound",
  "AccountRevoked",
  "KeyCompromiseReported",
]);

async function placeOfEvent(event: EventRecord, reader: StoreReader): Promise<Whereabouts> {
  const name = event.provenance.event;
  if (OF_REGISTERS.has(name)) return "everywhere";
  if (name.startsWith("Bulletin")) return ofCode(parseBulletinCode(unpackBulletinId(event.subject)));
  if (name.startsWith("Evaluation")) return ofCode(parseEvaluationCode(unpackEvaluationId(event.subject)));
  if (name.startsWith("Enterprise")) return placeOfPool(asciiFromHex(event.subject), reader);
  if (name === "DrawCommitted" || name === "DrawMade") return placeOfDossier(unpackDossierId(event.subject));
  return placeOfPilotId(event.subject) ?? regionOf(event.args.region) ?? "nowhere";
}

function placeOfPilotId(subject: Hex): Place | undefined {
  const parts = parsePilotCode(unpackPilotId(subject));
  return parts !== undefined && packPilotId(parts) === subject
    ? { region: parts.region, field: parts.field }
    : undefined;
}

function regionOf(region: unknown): Place | undefined {
  const code = String(region).padStart(6, "0");
  return /^[1-9]\d{5}$/.test(code) ? { region: code, field: null } : undefined;
}

function ofCode(parts: { readonly region: string } | undefined): Whereabouts {
  return parts === undefined ? "nowhere" : { region: parts.region, field: null };
}
