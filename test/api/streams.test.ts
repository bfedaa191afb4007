import { expect } from "chai";
import type { Grant } from "../../server/api/access/principal.ts";
import { SCOPES } from "../../server/api/access/scopes.ts";
import { publicEventStreamRoute } from "../../server/api/routes/live.ts";
import { CONTRACT_NAMES } from "../../server/ledger/contracts.ts";
import { positionBefore } from "../../server/live/position.ts";
import { writePosition } from "../../server/live/position-text.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";
import { Statistics } from "../support/statistics.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { hash } from "../support/synthetic-names.ts";
import { DOCUMENT, JUDICIAL, smallLedger } from "./ledger.ts";
import { Reading } from "./reading.ts";
import { LIVE, TestServer } from "./server.ts";
import { MAKER, supervisedLedger } from "./supervised-ledger.ts";

const HEARTBEAT_MS = 15_000;
const STREAM = "/v1/events/stream";

describe("a stream of events", () => {
  let server: TestServer;
  let readings: Reading[] = [];
  let ledger: SyntheticLedger;
  beforeEach(async () => {
    ledger = smallLedger();
    server = await new TestServer(ledger).start();
  });
  afterEach(async () => {
    for (const reading of readings) await reading.leave();
    readings = [];
    server.ending.abort();
    await server.stop();
  });

  const read = async (query = "", options: Parameters<typeof Reading.of>[2] = {}) => {
    const reading = await Reading.of(server.url, query, options);
    readings.push(reading);
    return reading;
  };
  /** Closes a stream, and waits until the server knows. */
  const leave = async (reading: Reading | undefined) => {
    const { open } = server.places;
    await reading?.leave();
    while (server.places.open === open) await new Promise((resolve) => setImmediate(resolve));
  };
  const moved = (present: SyntheticLedger = ledger) => {
    server.ledger = present;
    server.heads.notice({ state: "live", head: present.blocks().at(-1) });
  };
  /** Lets `milliseconds` pass once the stream waits. */
  const pass = async (milliseconds: number) => {
    while (server.clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve));
    server.clock.pass(milliseconds);
  };
  const namesOf = (told: readonly { told: unknown }[]) => told.map((one) => (one.told as { event: string }).event);

  it("begins with what is still to come, and tells it as it happens", async () => {
    const reading = await read();
    expect(reading.response?.headers).to.include({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    expect((await reading.untilCurrent()).told).to.deep.equal([]);
    ledger.anchor(JUDICIAL, hash("1")).anchor(JUDICIAL, hash("2"));
    moved();
    const { told } = await reading.untilCurrent();
    expect(namesOf(told)).to.deep.equal(["EvidenceAnchored", "EvidenceAnchored"]);
  });

  it("tells the whole ledger from its beginning, as the list of events does", async () => {
    const reading = await read("?fromBlock=0");
    const { told } = await reading.untilCurrent();
    const { body } = await server.get("/v1/events?limit=200");
    expect(told.map((one) => one.told)).to.deep.equal(body.items);
    expect(told.length).to.be.greaterThan(20);
  });

  it("takes the filters of the list of events", async () => {
    for (const filter of [
      "name=PilotApplied,PartyJoined",
      "contract=Authority",
      `actor=${(await actorOf(server)) ?? ""}`,
    ]) {
      const { told } = await (await read(`?fromBlock=0&${filter}`)).untilCurrent();
      const { body } = await server.get(`/v1/events?limit=200&${filter}`);
      expect(
        told.map((one) => one.told),
        filter,
      ).to.deep.equal(body.items);
      expect(told.length, filter).to.be.greaterThan(0);
    }
  });

  it("goes on after any event, by the header before the address", async () => {
    const { told } = await (await read("?fromBlock=0")).untilCurrent();
    const all = told.map((one) => one.told);
    for (const [index, { id }] of told.entries()) {
      if (index % 7 !== 0) continue;
      const options = index % 2 === 0 ? { lastEventId: id } : {};
      const reading = await read(index % 2 === 0 ? `?after=${told[0]?.id}` : `?after=${id}`, options);
      const rest = (await reading.untilCurrent()).told.map((one) => one.told);
      expect(rest).to.deep.equal(all.slice(index + 1));
      await leave(reading);
    }
  });

  it("says which blocks were replaced, while it is open and to who comes back", async () => {
    const reading = await read("?fromBlock=0");
    const { cursor } = await reading.untilCurrent();
    const height = ledger.blocks().length - 1;
    const other = ledger.forkedAt(height - 2, "other").anchor(JUDICIAL, hash("3"));
    moved(other);
    for (const open of [reading, await read("", { lastEventId: cursor })]) {
      const [first, ...rest] = (await open.untilCurrent()).told;
      expect(first).to.deep.include({ event: "reorganised" });
      expect(first?.told).to.deep.equal({ from: height - 1, standing: other.blocks()[height - 2] });
      expect(namesOf(rest)).to.deep.equal(["EvidenceAnchored"]);
    }
  });

  it("takes nothing back while the mirror is not at the chain's head", async () => {
    const { cursor } = await (await read()).untilCurrent();
    server.status = { ...LIVE, state: "syncing" };
    moved(ledger.upToBlock(9));
    const reading = await read("", { lastEventId: cursor });
    server.status = LIVE;
    ledger.anchor(JUDICIAL, hash("4"));
    moved();
    expect(namesOf((await reading.untilCurrent()).told)).to.deep.equal(["EvidenceAnchored"]);
  });

  it("sends a sign of life when nothing happens, and how far it has come when that was not for the client", async () => {
    const reading = await read("?name=PilotApplied");
    await reading.untilCurrent();
    await pass(HEARTBEAT_MS);
    expect(await reading.commented()).to.equal("heartbeat");
    ledger.anchor(JUDICIAL, hash("5"));
    moved();
    await pass(HEARTBEAT_MS);
    const { told, cursor } = await reading.untilCurrent();
    expect(told).to.deep.equal([]);
    const back = await read("", { lastEventId: cursor });
    expect((await back.untilCurrent()).told).to.deep.equal([]);
  });

  it("shows what the scopes and the jurisdiction of the credential take in, and nothing else", async () => {
    const { ledger: full } = supervisedLedger();
    const statistics = new Statistics(full);
    statistics.define("SW_REV");
    statistics.publish("BUL-2019-330000-1", [MAKER], DOCUMENT);
    server.ledger = full;
    const contractsOf = async (...grants: Grant[]) => {
      server.grants.set("some", grants);
      const reading = await read("?fromBlock=0", { token: "some" });
      const { told } = await reading.untilCurrent();
      await leave(reading);
      return told.map((one) => one.told as { contractName: string; subject: string });
    };
    const named = (events: readonly { contractName: string }[]) => [
      ...new Set(events.map(({ contractName }) => contractName)),
    ];
    const everywhere = { region: null, fields: null };
    expect(named(await contractsOf({ scopes: ["pilots"], ...everywhere }))).to.have.members([
      "PilotLedger",
      "EvidenceLedger",
    ]);
    expect(named(await contractsOf({ scopes: ["pilots", "supervision"], ...everywhere }))).to.include(
      "SupervisionLedger",
    );
    expect(named(await contractsOf({ scopes: ["pilots", "statistics"], ...everywhere }))).to.include(
      "StatisticsLedger",
    );
    expect(named(await contractsOf({ scopes: ["statistics"], ...everywhere }))).to.have.members(["StatisticsLedger"]);
    expect(named(await contractsOf({ scopes: ["supervision"], ...everywhere }))).to.include("SupervisionLedger");
    expect(named(await contractsOf({ scopes: ["audit"], ...everywhere }))).to.have.members(["Authority"]);
    const all = await contractsOf({ scopes: SCOPES, ...everywhere });
    expect(named(all)).to.include.members(CONTRACT_NAMES.filter((name) => name !== "ServiceLedger"));
    const limited = await contractsOf({ scopes: SCOPES, region: "330206", fields: null });
    expect(limited.length).to.be.greaterThan(0).and.lessThan(all.length);
    expect(named(limited)).not.to.include("Authority");
    expect(JSON.stringify(limited)).not.to.match(/ZJ-2019-330102/);
    // Of a city for one of its events and the province for others: each scope where it was granted.
    const mixed = await contractsOf(
      { scopes: ["pilots"], region: "331100", fields: null },
      { scopes: ["supervision"], ...everywhere },
    );
    expect(mixed.some(({ contractName }) => contractName === "SupervisionLedger")).to.equal(true);
    expect(mixed.filter(({ contractName }) => contractName === "EvidenceLedger")).to.deep.equal([]);
  });

  it("ends when its token is revoked, and no event is told after", async () => {
    const grants: readonly Grant[] = [{ scopes: ["pilots"], region: null, fields: null }];
    server.grants.set("mine", grants);
    const reading = await read("", { token: "mine" });
    await reading.untilCurrent();
    server.grants.delete("mine");
    ledger.anchor(JUDICIAL, hash("6"));
    moved();
    const end = await reading.next();
    expect([end?.event, end?.told.code]).to.deep.equal(["end", "TOKEN_INVALID"]);
    expect(await reading.next()).to.equal(undefined);
  });

  it("ends when the server does, which it says", async () => {
    const reading = await read();
    await reading.untilCurrent();
    server.ending.abort();
    const end = await reading.next();
    expect([end?.event, end?.told.code]).to.deep.equal(["end", "SERVER_ENDS"]);
    expect(await reading.next()).to.equal(undefined);
  });

  it("ends when the mirror halts or is rebuilt", async () => {
    const reading = await read();
    await reading.untilCurrent();
    server.status = { ...LIVE, state: "healing", reason: { code: "CORRUPT", message: "…" } };
    server.heads.notice({ state: "healing", head: undefined });
    expect((await reading.next())?.told.code).to.equal("MIRROR_REBUILDING");
  });

  it("is kept in the access log once, as it begins", async () => {
    const reading = await read();
    await reading.untilCurrent();
    ledger.anchor(JUDICIAL, hash("7"));
    moved();
    await reading.untilCurrent();
    expect(server.kept.map(({ address, status, answer }) => [address, status, answer])).to.deep.equal([
      [STREAM, 200, null],
    ]);
  });

  it("is given to each credential and address so many times, and again once one is closed", async () => {
    const refused = async (options: Parameters<typeof server.get>[1] = {}) =>
      (await server.get(STREAM, options)).body.code;
    const mine = await Promise.all([read(), read(), read()]);
    expect(await refused()).to.equal("TOO_MANY_STREAMS");
    server.grants.set("other", [{ scopes: ["pilots"], region: null, fields: null }]);
    await read("", { token: null, route: publicEventStreamRoute });
    await read("", { token: null, route: publicEventStreamRoute });
    const { status, headers, body } = await server.get("/v1/public/events/stream", { token: null });
    expect([status, headers["retry-after"], body.code]).to.deep.equal([429, "30", "TOO_MANY_STREAMS"]);
    await leave(mine[0]);
    expect((await server.get(STREAM)).status).to.equal(200);
  });

  it("refuses a cursor that is none, or of another ledger", async () => {
    for (const [cursor, code] of [
      ["nonsense", "CURSOR_INVALID"],
      [otherCursor(), "CURSOR_MISMATCH"],
    ] as const) {
      const byHeader = await server.get(STREAM, { headers: { "Last-Event-ID": cursor } });
      const byAddress = await server.get(`${STREAM}?after=${cursor}`);
      expect([byHeader.body.code, byAddress.body.code]).to.deep.equal([code, code]);
    }
  });

  it("tells anybody what became of pilots, and neither who did it nor anything of supervision", async () => {
    server.ledger = supervisedLedger().ledger;
    const reading = await read("?fromBlock=0", { token: null, route: publicEventStreamRoute });
    const { told } = await reading.untilCurrent();
    expect(namesOf(told)).to.include.members(["PilotApplied", "PilotStarted", "MilestoneSubmitted"]);
    const text = JSON.stringify(told);
    expect(text).not.to.match(/actor|args|Case|Inspection|Complaint|Penalty|Incident|Risk/);
    const city = await read("?fromBlock=0&region=330200", { token: null, route: publicEventStreamRoute });
    const codes = (await city.untilCurrent()).told.map((one) => (one.told as { code: string }).code);
    expect(codes.length).to.be.greaterThan(0);
    expect(codes.every((code) => code.startsWith("ZJ-2019-3302"))).to.equal(true);
  });
});

async function actorOf(server: TestServer): Promise<string | undefined> {
  const { body } = await server.get("/v1/events?limit=1&name=PilotApplied");
  return (body.items as unknown as { provenance: { actor: string } }[])[0]?.provenance.actor;
}

/** A cursor of a ledger that is not that of the tests. */
function otherCursor(): string {
  return writePosition(positionBefore(0), new SimulatedChain().identity);
}
