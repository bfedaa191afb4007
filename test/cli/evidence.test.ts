import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { startHardhatNode, type TestNode } from "../support/node.ts";
import { LEAD, LocalLedger } from "./support/local-ledger.ts";

const NOWHERE = "http://127.0.0.1:1";

interface Answer {
  readonly match?: string;
  readonly checkedBy?: string;
  readonly appearances?: readonly Readonly<Record<string, unknown>>[];
  readonly firstSeen?: { readonly blockNumber: number; readonly actorOrganisation: string };
  readonly error?: { readonly code: string };
}

describe("evidence", function () {
  this.timeout(120_000);
  let node: TestNode;
  let ledger: LocalLedger;
  let pilot: string;
  let api: Server | undefined;

  before(async () => {
    node = await startHardhatNode({ initialDate: "2019-03-01T00:00:00Z" });
    ledger = await LocalLedger.on(node.url);
    pilot = await ledger.activePilot("evidence");
    await ledger.write("known.json", "known");
    await ledger.write("unknown.json", "unknown");
    await ledger.done("lead", "evidence", "anchor", pilot, "known.json", "--kind", "OPERATIONAL_RECORD");
  });

  afterEach(() => {
    api?.close();
    api = undefined;
  });

  after(async () => {
    await ledger?.close();
    await node?.close();
  });

  const verify = async (file: string, ...more: string[]) => {
    const { code, stdout } = await ledger.call("evidence", "verify", file, "--json", ...more);
    return { code, answer: JSON.parse(stdout) as Answer };
  };

  /** An API that answers every question with these items, and otherwise as the audit API does. */
  const apiThatSays = async (items: readonly object[] | string | undefined): Promise<string> => {
    const head = { number: 7, hash: `0x${"0".repeat(64)}`, time: 0, lagBlocks: 0 };
    const given = typeof items === "string" ? items : (items ?? []).map(asTheApiHasIt);
    const meaning = { proves: [], doesNotProve: [], basis: { zh: "", en: "" } };
    const state = { page: { limit: 200, next: null }, asOf: 0, asOfBlock: null, head, jurisdiction: null };
    api = createServer(({ url = "" }, response) => {
      const [, , , algorithm, digest] = url.replace(/\?.*/, "").split("/");
      const said = { algorithm, digest, match: "MATCH", count: given.length, firstSeen: null, meaning };
      response.setHeader("content-type", "application/json").end(JSON.stringify({ items: given, ...state, ...said }));
    }).listen(0, "127.0.0.1");
    await once(api, "listening");
    return `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  };

  it("is anchored a hundred files to a transaction, and what is anchored is skipped", async () => {
    const files = Array.from({ length: 130 }, (_, index) => `batch/${index}.json`);
    for (const file of files) await ledger.write(file, file);
    const anchor = ["evidence", "anchor", pilot, "--kind", "OPERATIONAL_RECORD", "--source", "own-system", "--json"];
    const part = (await ledger.done("lead", ...anchor, ...files.slice(0, 5))).json<{ receipts: unknown[] }>();
    expect(part.receipts).to.have.length(1);
    const rest = (await ledger.done("lead", ...anchor, ...files)).json<{
      anchored: unknown[];
      skipped: unknown[];
      receipts: unknown[];
    }>();
    expect([rest.anchored.length, rest.skipped.length, rest.receipts.length]).to.deep.equal([125, 5, 2]);
    const head = await ledger.blockNumber();
    await ledger.done("lead", ...anchor, ...files);
    expect(await ledger.blockNumber()).to.equal(head);
  });

  it("can be anchored and found by SM3", async () => {
    await ledger.write("sm3.json", "sm3");
    await ledger.done("lead", "evidence", "anchor", pilot, "sm3.json", "--kind", "test-report", "--algorithm", "sm3");
    const { answer } = await verify("sm3.json");
    expect(answer.appearances?.[0]).to.deep.include({ algorithm: "sm3", kind: "TEST_REPORT", pilot });
  });

  it("matches from the chain alone, with the submitter and the block", async () => {
    const { code, answer } = await verify("known.json");
    expect(code).to.equal(0);
    expect(answer).to.deep.include({ match: "MATCH", checkedBy: "CHAIN" });
    expect(answer.firstSeen).to.deep.include({ actorOrganisation: LEAD });
  });

  it("does not match a file the ledger does not have", async () => {
    expect(await verify("unknown.json")).to.deep.include({ code: 1 });
    const { stdout } = await ledger.call("evidence", "verify", "unknown.json", "--lang", "zh");
    expect(stdout).to.match(/^NO_MATCH {2}账本无记录/);
  });

  it("confirms on the chain what the API claims", async () => {
    const { appearances } = (await verify("known.json")).answer;
    const { code, answer } = await verify("known.json", "--api", await apiThatSays(appearances));
    expect({ code, checkedBy: answer.checkedBy }).to.deep.equal({ code: 0, checkedBy: "CHAIN" });
  });

  it("finds on the chain what the API does not know", async () => {
    const { code, answer } = await verify("known.json", "--api", await apiThatSays([]));
    expect({ code, checkedBy: answer.checkedBy }).to.deep.equal({ code: 0, checkedBy: "CHAIN" });
  });

  it("is neither match nor no match when the API claims what the chain does not bear out", async () => {
    const { appearances } = (await verify("known.json")).answer;
    const { digests } = (await verify("unknown.json")).answer as { digests: { sha256: string } };
    const invented = appearances?.map((item) => ({ ...item, digest: digests.sha256 }));
    const { code, answer } = await verify("unknown.json", "--api", await apiThatSays(invented));
    expect({ code, error: answer.error?.code }).to.deep.equal({ code: 2, error: "CLAIM_NOT_ON_CHAIN" });
    expect(answer.match).to.equal(undefined);
  });

  it("says when it has the API's word only", async () => {
    const { appearances } = (await verify("known.json")).answer;
    const url = await apiThatSays(appearances);
    expect((await verify("known.json", "--api", url, "--rpc", NOWHERE)).answer).to.deep.include({
      match: "MATCH",
      checkedBy: "API_ONLY",
    });
  });

  it("could not be checked when nobody answers, or the API answers something else", async () => {
    expect(await verify("known.json", "--api", NOWHERE, "--rpc", NOWHERE)).to.deep.include({ code: 2 });
    const strange = await apiThatSays("nonsense");
    const { code, answer } = await verify("known.json", "--api", strange, "--rpc", NOWHERE);
    expect({ code, error: answer.error?.code }).to.deep.equal({ code: 2, error: "COULD_NOT_CHECK" });
    expect(await verify("no-such-file.json")).to.deep.include({ code: 2 });
    expect(await verify("known.json", "--algorithm", "md5")).to.deep.include({ code: 2 });
  });
});

/** An appearance as the audit API has it: with its chain, and without what the public view leaves out. */
function asTheApiHasIt(appearance: object): object {
  const { size: _, statement: __, provenance, ...members } = appearance as Readonly<Record<string, object>>;
  return { submitterName: null, ...members, provenance: { chainId: 31_337, ...provenance } };
}
