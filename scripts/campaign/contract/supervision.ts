import { numberOf } from "../../../server/ledger/codes/code.ts";
import { COMPLAINT_CHANNELS, FILING_STATES } from "../../../server/ledger/codes/supervision.ts";
import { packDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, HANGZHOU, NO_DIGEST, NO_REASON, networkHelpers, REASON } from "../../../test/contracts/fixture.ts";
import { entitledToFile, FILING_ACTS } from "../../../test/contracts/services/acts.ts";
import { examinerOf, filingIn, operatorOf } from "../../../test/contracts/services/journey.ts";
import { CASE_ACTS, entitled } from "../../../test/contracts/supervision/acts.ts";
import { commitmentOf } from "../../../test/contracts/supervision/draws.ts";
import { deploySupervised, inDays, type SupervisedWorld } from "../../../test/contracts/supervision/fixture.ts";
import {
  caseIn,
  inspectorOf,
  leadOf,
  openCase,
  openInspection,
  REACHABLE_CASE_STATES,
  result,
  severity,
} from "../../../test/contracts/supervision/journey.ts";
import { type Records, values } from "../../../test/e2e/rebuild.ts";
import { openSeriousCases, pilotId, serviceOf } from "../../../test/e2e/supervision-views.ts";
import type { ExpectedView } from "../../../test/e2e/views.ts";
import type { Draw } from "../draw.ts";
import type { Scene } from "./scene.ts";

const CASES = 4;
const FILINGS = 3;

/** What the acts of a sequence are about. */
interface Subjects {
  readonly cases: readonly Hex[];
  readonly pilots: readonly Hex[];
}

/** Acts on cases, services, complaints, inspections, draws and incidents. */
export const supervision: Scene = {
  name: "supervision",
  open: async (draw) => {
    const world = await networkHelpers.loadFixture(deploySupervised);
    const cases: Hex[] = [];
    const pilots: Hex[] = [];
    for (let index = 0; index < CASES; index += 1) cases.push(await caseIn(world, draw.one(REACHABLE_CASE_STATES)));
    for (let index = 0; index < FILINGS; index += 1) pilots.push(await filingIn(world, draw.one(FILING_STATES)));
    const { authority, ledger, evidence, services } = world;
    return {
      contracts: {
        Authority: authority,
        PilotLedger: ledger,
        EvidenceLedger: evidence,
        ServiceLedger: services,
        SupervisionLedger: world.supervision,
      },
      act: (chance) => act(world, chance, { cases, pilots }),
      sums: (records) => sumsOf(world, records),
    };
  },
};

function act(world: SupervisedWorld, draw: Draw, { cases, pilots }: Subjects): Promise<unknown> {
  const { accounts, officials } = world;
  const others = [accounts.party, accounts.outsider, accounts.stranger, officials.cityInspector, officials.inspector1];
  const stranger = draw.number(8) === 0 ? draw.one(others) : undefined;
  const chosen = draw.number(5);
  if (chosen < 2) {
    const caseAct = draw.one(CASE_ACTS);
    const sender = stranger === undefined ? entitled(world, caseAct) : world.supervision.connect(stranger);
    return caseAct.attempt(sender, draw.one(cases), world);
  }
  if (chosen < 4) {
    const filingAct = draw.one(FILING_ACTS);
    const sender = stranger === undefined ? entitledToFile(world, filingAct) : world.services.connect(stranger);
    return filingAct.attempt(sender, draw.one(pilots), world);
  }
  return draw.one(FURTHER_ACTS)(world, draw, draw.one(pilots));
}

type FurtherAct = (world: SupervisedWorld, draw: Draw, pilot: Hex) => Promise<unknown>;

const paper = (draw: Draw): string => digest(`paper ${draw.number(1_000_000)}`);

/** One of the first dossiers of its kind: there may be none under the number yet. */
async function dossier(draw: Draw, prefix: "CP" | "DR" | "IN" | "IC", first = 6): Promise<Hex> {
  const year = new Date((await inDays(0)) * 1_000).getUTCFullYear();
  return packDossierId({ prefix, year, region: "330100", serial: 1 + draw.number(first) });
}

/** The acts that are on no case and no filing; a new one joins as a line. */
const FURTHER_ACTS: readonly FurtherAct[] = [
  (world, draw, pilot) =>
    world.supervision
      .connect(world.accounts.registrar)
      .receiveComplaint(pilot, numberOf(COMPLAINT_CHANNELS, "LETTER"), paper(draw)),
  async (world, draw) => inspectorOf(world).acceptComplaint(await dossier(draw, "CP")),
  async (world, draw) => inspectorOf(world).answerComplaint(await dossier(draw, "CP"), paper(draw)),
  async (world, draw) => inspectorOf(world).rejectComplaint(await dossier(draw, "CP"), REASON, NO_DIGEST),
  (world, _, pilot) => openInspection(world, pilot),
  async (world, draw) =>
    inspectorOf(world).concludeInspection(await dossier(draw, "IN"), result("NO_ISSUE"), paper(draw)),
  (world, draw) => {
    const list = { region: HANGZHOU, listLength: 4 + draw.number(20), count: 1 + draw.number(4) };
    return inspectorOf(world).commitDraw(commitmentOf(list), NO_DIGEST, NO_REASON);
  },
  async (world, draw) => leadOf(world).makeDraw(await dossier(draw, "DR", 2)),
  (world, draw, pilot) => openCase(world, { severity: severity(draw.one(["GENERAL", "SERIOUS"])) }, pilot),
  async (world, draw, pilot) =>
    examinerOf(world).rateRisk(pilot, draw.number(5), await inDays(draw.number(60) - 5), paper(draw)),
  async (world, draw, pilot) =>
    operatorOf(world).reportIncident(pilot, severity("CRITICAL"), await inDays(draw.number(3) - 1), paper(draw)),
  async (world, draw) => examinerOf(world).closeIncident(await dossier(draw, "IC"), await inDays(0), paper(draw)),
];

/** What the two ledgers say of each pilot in one word: its service, and its open cases. */
function sumsOf({ services, supervision: ledger }: SupervisedWorld, records: Records): ExpectedView[] {
  return values(records, "pilot").flatMap(({ code }) => {
    const id = pilotId(code) as Hex;
    const service = serviceOf(
      values(records, "filing").find(({ pilot }) => pilot === code),
      values(records, "riskRating").find(({ pilot }) => pilot === code),
    );
    const serious = openSeriousCases(values(records, "case").filter(({ pilot }) => pilot === code));
    return [
      { view: `serviceOf(${code})`, expected: service, actual: async () => plain(await services.serviceOf(id)) },
      { view: `openSeriousCases(${code})`, expected: serious, actual: () => ledger.openSeriousCases(id) },
    ];
  });
}

/** A struct as ethers returns it, by name. */
function plain(struct: unknown): unknown {
  return (struct as { toObject(): unknown }).toObject();
}
