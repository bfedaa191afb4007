import { expect } from "chai";
import type { Interface } from "ethers";
import { authorityAbi } from "../../server/ledger/abi.generated.ts";
import type { ByContract, ContractName } from "../../server/ledger/contracts.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { packEvaluationId } from "../../server/ledger/statistics-ids.ts";
import {
  deployWorld,
  digest,
  HANGZHOU,
  LEAD,
  NO_DIGEST,
  networkHelpers,
  REASON,
  subjectOf,
  type World,
} from "./fixture.ts";
import { anchorOf, applicationOf, pilotIn, planOf, TEXT } from "./journey.ts";
import { domainOf, type Letter, signAct } from "./signatures.ts";
import { describeSignedActs, type Scene } from "./signed-act-laws.ts";
import { deployStatistics, plan } from "./statistics/fixture.ts";
import { activePilot, deploySupervised, inDays } from "./supervision/fixture.ts";
import { caseIn, severity } from "./supervision/journey.ts";

const encoderOf =
  (contract: { readonly interface: Interface }) =>
  (name: string, args: readonly unknown[]): Hex =>
    contract.interface.encodeFunctionData(name, args) as Hex;

async function toPilots(): Promise<Scene> {
  const world = await deployWorld();
  const pilot = await pilotIn(world, "ACTIVE");
  const encode = encoderOf(world.ledger);
  return {
    world,
    ledger: world.ledger,
    act: () => encode("amendPilot", [pilot, 1n, NO_DIGEST, TEXT]),
    other: () => encode("amendPilot", [pilot, 2n, NO_DIGEST, TEXT]),
    refused: { call: encode("startPilot", [pilot, 1, REASON]), error: "Pilots_StateNotAllowed", args: [pilot, 7] },
    notLead: "Pilots_NotLead",
  };
}

async function toServices(): Promise<Scene> {
  const world = await deploySupervised();
  const pilot = await activePilot(world, "NOT_REQUIRED");
  const encode = encoderOf(world.services);
  const report = [severity("SERIOUS"), await inDays(-1), digest("report")];
  return {
    world,
    ledger: world.services,
    act: () => encode("reportIncident", [pilot, ...report]),
    other: () => encode("reportIncident", [pilot, severity("MINOR"), report[1], digest("other report")]),
    refused: {
      call: encode("submitFiling", [pilot, digest("form")]),
      error: "Filings_StateNotAllowed",
      args: [pilot, 0],
    },
    notLead: "Supervision_NotLead",
  };
}

async function toCases(): Promise<Scene> {
  const world = await deploySupervised();
  const dossier = await caseIn(world, "PENALTY_NOTICED");
  const encode = encoderOf(world.supervision);
  return {
    world,
    ledger: world.supervision,
    act: () => encode("submitStatement", [dossier, digest("statement")]),
    other: () => encode("submitStatement", [dossier, digest("further statement")]),
    refused: { call: encode("submitStatement", [dossier, NO_DIGEST]), error: "Supervision_DigestRequired", args: [] },
    notLead: "Supervision_NotLead",
  };
}

async function toEvidence(): Promise<Scene> {
  const world = await deployWorld();
  const pilot = await pilotIn(world, "ACTIVE");
  const encode = encoderOf(world.evidence);
  let records = 0;
  const anchor = (series: string) => {
    records += 1;
    const whole = anchorOf("OPERATIONAL_RECORD");
    return encode("anchorEvidence", [
      pilot,
      [{ ...whole, item: { ...whole.item, digest: digest(`${series} ${records}`) } }],
    ]);
  };
  return {
    world,
    ledger: world.evidence,
    act: () => anchor("record"),
    other: () => anchor("further record"),
    refused: { call: encode("anchorEvidence", [pilot, []]), error: "Evidence_BatchLength", args: [0, 100] },
    notLead: "Pilots_NotParty",
  };
}

async function toStatistics(): Promise<Scene> {
  const world = await deployStatistics();
  const evaluation = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });
  await world.as("approver").planEvaluation(...plan(world, 1, { organisation: LEAD }));
  await world.as("approver").openEvaluation(evaluation, NO_DIGEST);
  const encode = encoderOf(world.statistics);
  const submit = (manifest: Hex) => encode("submitEvaluationMaterials", [evaluation, manifest]);
  return {
    world,
    ledger: world.statistics,
    act: () => submit(digest("materials")),
    other: () => submit(digest("further materials")),
    refused: { call: submit(NO_DIGEST), error: "Statistics_DigestRequired", args: [] },
    notLead: "Evaluations_NotEvaluated",
  };
}

/** A scene for each ledger; the authority takes one act alone. */
const SCENES: Omit<ByContract<() => Promise<Scene>>, "Authority"> = {
  PilotLedger: toPilots,
  EvidenceLedger: toEvidence,
  StatisticsLedger: toStatistics,
  ServiceLedger: toServices,
  SupervisionLedger: toCases,
};

for (const [name, prepare] of Object.entries(SCENES)) describeSignedActs(name as ContractName, prepare);

describe("signed acts", () => {
  let world: World;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
  });

  it("to the authority state their domain as EIP-5267 asks", async () => {
    const [, name, version, chainId, verifyingContract] = await world.authority.eip712Domain();
    expect({ name, version, chainId: Number(chainId), verifyingContract }).to.deep.equal(
      await domainOf(world.authority, "Authority"),
    );
  });

  describe("to the authority", () => {
    const sign = async (account: World["accounts"]["lead"], name: string, args: readonly unknown[]) =>
      signAct(
        world,
        account,
        world.authority.interface.encodeFunctionData(name, args),
        {},
        await domainOf(world.authority, "Authority"),
      );
    const deliver = ({ act, signature }: Letter) =>
      world.authority.connect(world.accounts.stranger).executeSigned(act, signature);

    it("are notices of a lost key", async () => {
      const { lead, leadColleague } = world.accounts;
      await expect(deliver(await sign(leadColleague, "reportKeyCompromise", [lead.address, world.opensAt])))
        .to.emit(world.authority, "KeyCompromiseReported")
        .withArgs(subjectOf(LEAD), leadColleague.address, lead.address, world.opensAt);
    });

    it("are nothing else, in a batch neither", async () => {
      const { registrar } = world.accounts;
      const others = authorityAbi.flatMap((item) =>
        item.type === "function" && item.stateMutability === "nonpayable" ? [item.name] : [],
      );
      for (const name of others) {
        if (name === "reportKeyCompromise" || name === "executeSigned") continue;
        const selector = world.authority.interface.getFunction(name)?.selector ?? "0x";
        const letter = await signAct(world, registrar, selector, {}, await domainOf(world.authority, "Authority"));
        await expect(deliver(letter), name)
          .to.be.revertedWithCustomError(world.authority, "SignedActs_NotSignable")
          .withArgs(selector);
      }
      expect(others).to.include.members(["batch", "bindAccount", "beginDefaultAdminTransfer"]);
    });
  });
});

describe("batches", () => {
  let world: World;
  let pilot: Hex;
  let lead: World["ledger"];

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    lead = world.ledger.connect(world.accounts.lead);
  });

  const amend = (budget = 1n): string =>
    world.ledger.interface.encodeFunctionData("amendPilot", [pilot, budget, NO_DIGEST, TEXT]);
  const batch = (calls: string[]): string => world.ledger.interface.encodeFunctionData("batch", [calls]);

  it("are acts of the caller, in order", async () => {
    await expect(lead.batch([amend(1n), amend(2n)]))
      .to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.lead.address, 2, 1n, NO_DIGEST, TEXT)
      .and.to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.lead.address, 3, 2n, NO_DIGEST, TEXT);
  });

  it("return what each act returns", async () => {
    const request = world.ledger.interface.encodeFunctionData("requestAcceptance", [pilot, digest("acceptance")]);
    const apply = world.ledger.interface.encodeFunctionData("applyPilot", [applicationOf(world), planOf(world)]);
    const [id = "", nothing] = await lead.batch.staticCall([apply, amend()]);
    expect(id).to.have.length(66);
    expect(nothing).to.equal("0x");
    await expect(lead.batch([request])).to.be.revertedWithCustomError(lead, "SignedActs_ItemFailed");
  });

  it("hold 1 to 100 acts, and no other batch", async () => {
    const view = world.ledger.interface.encodeFunctionData("journal");
    for (const count of [0, 101]) {
      await expect(lead.batch(Array.from({ length: count }, () => view)))
        .to.be.revertedWithCustomError(lead, "SignedActs_BatchLength")
        .withArgs(count, 100);
    }
    await lead.batch(Array.from({ length: 100 }, () => view));
    await expect(lead.batch([batch([view])])).to.be.revertedWithCustomError(lead, "SignedActs_Nested");
  });

  it("can be signed as one", async () => {
    const { act, signature } = await signAct(world, world.accounts.lead, batch([amend(1n), amend(2n)]));
    await expect(world.ledger.connect(world.accounts.stranger).executeSigned(act, signature))
      .to.emit(lead, "PilotAmended")
      .withArgs(pilot, world.accounts.lead.address, 3, 2n, NO_DIGEST, TEXT);
    const inner = await signAct(world, world.accounts.leadColleague, amend());
    const nested = world.ledger.interface.encodeFunctionData("executeSigned", [inner.act, inner.signature]);
    const outer = await signAct(world, world.accounts.lead, batch([nested]), { nonce: 1n });
    await expect(world.ledger.connect(world.accounts.stranger).executeSigned(outer.act, outer.signature))
      .to.be.revertedWithCustomError(lead, "SignedActs_ItemFailed")
      .withArgs(0, world.ledger.interface.encodeErrorResult("SignedActs_Nested"));
  });
});
