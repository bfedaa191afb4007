import { RUNNING_STATES } from "../../ledger/codes/pilots.ts";
import { monthOf, type Span } from "../../ledger/periods.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";
import { ratingAt } from "../../ledger/signals.ts";
import type { FilingRecord, RiskRatingRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { planRunsOf } from "../list-milestones.ts";
import { pilotsThatSatisfy } from "../list-pilots.ts";
import { inRuns } from "../sorted-ids.ts";
import { caseFacts } from "./case-facts.ts";
import type { Fact, FactCode, Place } from "./fact.ts";
import { milestoneFacts } from "./milestone-facts.ts";
import { isWithin, pilotFacts, placeOf } from "./pilot-facts.ts";

/** A part of the facts, and which codes it can give: a walk that nobody asks for is not made. */
interface Source {
  readonly gives: (code: FactCode) => boolean;
  /** `codes` are those that are asked for: others may be left out. */
  readonly facts: (ledger: Ledger, span: Span, codes: ReadonlySet<FactCode>) => AsyncGenerator<readonly Fact[]>;
}

const SOURCES: readonly Source[] = [
  { gives: (code) => !OF_MILESTONES.test(code) && !OF_OTHERS.test(code), facts: ofPilots },
  { gives: (code) => OF_MILESTONES.test(code), facts: ofPlans },
  { gives: (code) => code.startsWith("ANCHOR"), facts: inRunsOf(ofAnchors) },
  { gives: (code) => code === "APPEARANCE" || code === "DIGEST", facts: inRunsOf(ofDigests) },
  { gives: (code) => /^(CASE|FINDING|ORDER|RECTIFICATION|PENALTY|FINE)/.test(code), facts: inRunsOf(ofCases) },
  { gives: (code) => /^INSPECT/.test(code), facts: inRunsOf(ofInspections) },
  { gives: (code) => code === "COMPLAINT" || code === "INCIDENT", facts: inRunsOf(ofReports) },
  { gives: (code) => code === "ORGANISATION", facts: inRunsOf(ofOrganisations) },
  { gives: (code) => code.startsWith("FILING"), facts: inRunsOf(ofFilings) },
  { gives: (code) => code.startsWith("RATED") || code === "RISK_MOVE", facts: inRunsOf(ofRatings) },
];

const OF_MILESTONES = /^(MILESTONE|EXTENSION|REVIEW)/;
/** What happened to pilots and milestones, beside how they stand. */
const OF_STEPS = /^(ENTERED|COHORT|SECONDS)_/;
const OF_DUE_DATES = /^(MILESTONE_|EXTENSION|REVIEW)/;
const OF_OTHERS =
  /^(ANCHOR|APPEARANCE|DIGEST|CASE|FINDING|ORDER|RECTIFICATION|PENALTY|FINE|INSPECT|COMPLAINT|INCIDENT|ORGANISATION|FILING|RATED|RISK)/;

/** Facts come many at a time: handing on each on its own would take longer than making it. */
const RUN = 64;

/**
 * All facts of the given codes, in an order that is the same each time. The ledger is as of the end of the span, or as far as it goes:
 * what stands is counted as of its cut, what happened within the span.
 */
export async function* factsOf(ledger: Ledger, codes: ReadonlySet<FactCode>, span: Span): AsyncGenerator<Fact> {
  for await (const facts of factRuns(ledger, codes, span)) yield* facts;
}

/** The same, some at a time. */
export async function* factRuns(
  ledger: Ledger,
  codes: ReadonlySet<FactCode>,
  span: Span,
): AsyncGenerator<readonly Fact[]> {
  for (const source of SOURCES) {
    if (![...codes].some(source.gives)) continue;
    for await (const facts of source.facts(ledger, span, codes)) yield facts.filter(({ code }) => codes.has(code));
  }
}

function inRunsOf(facts: (ledger: Ledger, span: Span) => AsyncGenerator<Fact>): Source["facts"] {
  return (ledger, span) => inRuns(facts(ledger, span), RUN);
}

async function* ofPilots(ledger: Ledger, span: Span, codes: ReadonlySet<FactCode>): AsyncGenerator<readonly Fact[]> {
  const part = [...codes].some((code) => OF_STEPS.test(code)) ? "all" : "stock";
  for await (const pilots of inRuns(ledger.list("pilot"), RUN)) {
    yield pilots.flatMap(([, pilot]) => [...pilotFacts(pilot, span, part)]);
  }
}

async function* ofPlans(ledger: Ledger, span: Span, codes: ReadonlySet<FactCode>): AsyncGenerator<readonly Fact[]> {
  const part = [...codes].some((code) => OF_DUE_DATES.test(code)) ? "all" : "standing";
  const asked = { span, asOf: ledger.asOf, part } as const;
  for await (const plans of planRunsOf(ledger, pilotsIn(ledger))) {
    yield plans.flatMap(({ pilot, milestones }) =>
      milestones.flatMap((milestone) => [...milestoneFacts(pilot, milestone, asked)]),
    );
  }
}

async function* pilotsIn(ledger: Ledger): AsyncGenerator<PilotRecord> {
  for await (const [, pilot] of ledger.list("pilot")) yield pilot;
}

async function* ofAnchors(ledger: Ledger, span: Span): AsyncGenerator<Fact> {
  const placeOfPilot = placesOf(ledger);
  for await (const [, anchor] of ledger.list("anchor")) {
    const { created, updated, pilot, digest, kind, batch } = anchor;
    if (!isWithin(created.blockTime, span)) continue;
    const place = { ...(await placeOfPilot(pilot)), kind, month: monthOf(created.blockTime) };
    const fact = { subject: digest, amount: 1n, place, behind: [created] };
    yield { code: "ANCHOR", ...fact };
    yield { code: "ANCHORED_ITEM", ...fact, amount: BigInt(batch?.itemCount ?? 1) };
    const changed = { ...fact, behind: [created, updated] };
    const [attestation] = anchor.attestations;
    if (attestation !== undefined) {
      yield { code: "ANCHOR_ATTESTED", ...fact, behind: [created, attestation.provenance] };
    }
    if (anchor.disputes.length > 0) yield { code: "ANCHOR_DISPUTED", ...changed };
    if (anchor.superseded !== null) yield { code: "ANCHOR_SUPERSEDED", ...changed };
  }
}

/** Every appearance of a digest. All of one digest stand together, under its algorithm and digest. */
async function* ofDigests(ledger: Ledger): AsyncGenerator<Fact> {
  const placeOfPilot = placesOf(ledger);
  for await (const [, { algorithm, digest, use, kind, pilot, provenance }] of ledger.list("evidence")) {
    const month = monthOf(provenance.blockTime);
    const place = { ...(pilot !== null && (await placeOfPilot(pilot))), use, kind, month };
    const fact = { subject: `${algorithm}/${digest}`, amount: 1n, place, behind: [provenance] };
    yield { code: "APPEARANCE", ...fact };
    yield { code: "DIGEST", ...fact };
  }
}

async function* ofCases(ledger: Ledger, span: Span): AsyncGenerator<Fact> {
  const placeOfPilot = placesOf(ledger);
  for await (const [, dossier] of ledger.list("case")) {
    yield* caseFacts(dossier, await placeOfPilot(dossier.pilot), span, ledger.asOf);
  }
}

async function* ofInspections(ledger: Ledger, span: Span): AsyncGenerator<Fact> {
  const placeOfPilot = placesOf(ledger);
  for await (const [, { code, pilot, kind, created }] of ledger.list("inspection")) {
    if (!isWithin(created.blockTime, span)) continue;
    const place = { ...(await placeOfPilot(pilot)), kind, month: monthOf(created.blockTime) };
    yield { code: "INSPECTION", subject: code, amount: 1n, place, behind: [created] };
    yield { code: "INSPECTED_PILOT", subject: pilot, amount: 1n, place, behind: [created] };
  }
}

async function* ofReports(ledger: Ledger, span: Span): AsyncGenerator<Fact> {
  const placeOfPilot = placesOf(ledger);
  for await (const [, { code, pilot, channel, created }] of ledger.list("complaint")) {
    if (!isWithin(created.blockTime, span)) continue;
    const place = { ...(await placeOfPilot(pilot)), kind: channel, month: monthOf(created.blockTime) };
    yield { code: "COMPLAINT", subject: code, amount: 1n, place, behind: [created] };
  }
  for await (const [, { code, pilot, severity, created }] of ledger.list("incident")) {
    if (!isWithin(created.blockTime, span)) continue;
    const place = { ...(await placeOfPilot(pilot)), severity, month: monthOf(created.blockTime) };
    yield { code: "INCIDENT", subject: code, amount: 1n, place, behind: [created] };
  }
}

async function* ofOrganisations(ledger: Ledger): AsyncGenerator<Fact> {
  for await (const [uscc, { kind, region, created }] of ledger.list("organisation")) {
    const place = { kind, region, month: monthOf(created.blockTime) };
    yield { code: "ORGANISATION", subject: uscc, amount: 1n, place, behind: [created] };
  }
}

/** The states in which a filing holds. */
const FILED: readonly FilingRecord["state"][] = ["FILED", "CHANGE_DUE", "CHECK_DUE"];

async function* ofFilings(ledger: Ledger): AsyncGenerator<Fact> {
  for await (const [code, pilot] of pilotsThatSatisfy(ledger, { state: RUNNING_STATES })) {
    if (pilot.filing !== "REQUIRED") continue;
    const started = pilot.states.find(({ state }) => state === "ACTIVE");
    const behind = [started?.provenance ?? pilot.created];
    yield { code: "FILING_REQUIRED", subject: code, amount: 1n, place: placeOf(pilot), behind };
    const filing = await ledger.get("filing", code);
    if (filing !== undefined && FILED.includes(filing.state)) {
      yield {
        code: "FILING_FILED",
        subject: code,
        amount: 1n,
        place: placeOf(pilot),
        behind: [...behind, filing.updated],
      };
    }
  }
}

async function* ofRatings(ledger: Ledger, { from }: Span): AsyncGenerator<Fact> {
  for await (const [code, pilot] of pilotsThatSatisfy(ledger, { state: RUNNING_STATES })) {
    const rating = await ledger.get("riskRating", code);
    const level = ratingAt(rating, ledger.asOf)?.level ?? "NONE";
    const before = ratingAt(upTo(rating, from), from)?.level ?? "NONE";
    const behind = rating === undefined ? [pilot.created] : [rating.updated];
    const place = placeOf(pilot);
    yield { code: "RATED", subject: code, amount: 1n, place: { ...place, level }, behind };
    yield { code: "RISK_MOVE", subject: code, amount: 1n, place: { ...place, level: before, toLevel: level }, behind };
  }
}

/** A pilot's ratings as they were before an instant. */
function upTo(rating: RiskRatingRecord | undefined, instant: number): RiskRatingRecord | undefined {
  return rating && { ...rating, ratings: rating.ratings.filter(({ at }) => at < instant) };
}

/** Where pilots belong, each fetched once. */
function placesOf(ledger: Ledger): (pilot: string) => Promise<Place> {
  const known = new Map<string, Promise<Place>>();
  return (code) => {
    const place = known.get(code) ?? ledger.get("pilot", code).then((pilot) => (pilot ? placeOf(pilot) : {}));
    known.set(code, place);
    return place;
  };
}
