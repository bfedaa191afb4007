import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { JsonRpcProvider } from "ethers";
import { DEMO_BEGINNING, shanghai } from "../../scripts/demo/clock.ts";
import { loadDemo } from "../../scripts/demo/load.ts";
import { deployLedger } from "../../scripts/deploy/deploy.ts";
import { type LocalNode, startLocalNode } from "../../scripts/node/node.ts";
import { clockOf } from "../../scripts/stack/clock.ts";
import { openDataDirectory, writeAccounts } from "../../scripts/stack/files.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import { CONTRACT_NAMES, type ContractName } from "../../server/ledger/contracts.ts";
import { eventNames } from "../../server/ledger/decode.ts";
import { CommandLine } from "./command-line.ts";
import { evidenceActs } from "./evidence-acts.ts";
import { furtherActs } from "./further-acts.ts";
import { compare, type Records, rebuild, values } from "./rebuild.ts";
import { viewsOf } from "./views.ts";

describe("the state rebuilt from logs alone", function () {
  this.timeout(180_000);
  let directory: string;
  let node: LocalNode;
  let provider: JsonRpcProvider;
  let deployment: Deployment;
  let demo: Records;
  let records: Records;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "pilot-ledger-rebuild-"));
    const files = await openDataDirectory(directory);
    await writeAccounts(files);
    node = await startLocalNode({ initialDate: new Date(shanghai(DEMO_BEGINNING) * 1_000) });
    deployment = await deployLedger({
      rpcUrl: node.url,
      province: "ZJ",
      provinceRegion: "330000",
      administratorDelay: 86_400,
      manifestFile: files.deployment,
      chain: "in memory",
    });
    const chain = clockOf(node.url);
    await loadDemo({
      chain,
      deploymentFile: files.deployment,
      folder: files.demo,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    chain.close();
    provider = new JsonRpcProvider(node.url, undefined, { staticNetwork: true });
    demo = await rebuild(provider, deployment);
    await evidenceActs(deployment);
    await furtherActs(new CommandLine({ deploymentFile: files.deployment, folder: directory }), directory);
    records = await rebuild(provider, deployment);
  });

  after(async () => {
    provider?.destroy();
    await node?.close();
    await rm(directory, { recursive: true, force: true });
  });

  for (const kind of [
    "organisation",
    "account",
    "field",
    "region",
    "pause",
    "programme",
    "pilot",
    "milestone",
    "evidence",
    "anchor",
    "journal",
  ] as const) {
    it(`has the same ${kind} records as the contracts' views tell of`, async () => {
      const views = viewsOf(deployment, provider, records);
      const expectations = values(records, kind).flatMap((record) => views.of(kind, record));
      await compare(expectations);
    });
  }

  it("counts the pilots of every scope as the contract does", async () => {
    const views = viewsOf(deployment, provider, records);
    await compare(views.counts(values(records, "pilot")));
  });

  it("holds the demo's pilots, each in its own situation", () => {
    const situations = values(demo, "pilot").map(({ code, state, stage }) => [code, `${state}/${stage}`]);
    expect(Object.fromEntries(situations)).to.deep.equal({
      "ZJ-2017-330100-ECO-0001": "ARCHIVED/PROTOTYPE",
      "ZJ-2019-330100-GOV-0001": "ACTIVE/SOLUTION",
      "ZJ-2019-330200-GOV-0001": "IN_ACCEPTANCE/SOLUTION",
      "ZJ-2019-330102-JUD-0001": "ACCEPTED/SHOWCASE",
      "ZJ-2019-330206-MFG-0001": "ACTIVE/PROTOTYPE",
      "ZJ-2019-330108-ECO-0001": "SUSPENDED/SOLUTION",
      "ZJ-2019-330782-ECO-0001": "ACTIVE/SOLUTION",
      "ZJ-2019-330500-LIV-0001": "APPROVED/PROTOTYPE",
      "ZJ-2019-330300-MFG-0001": "TERMINATED/PROTOTYPE",
      "ZJ-2019-330483-LIV-0001": "RETURNED/PROTOTYPE",
      "ZJ-2019-331000-MFG-0001": "ACTIVE/SOLUTION",
    });
  });

  it("tells of every kind of event, so that the comparison means something", () => {
    const seen = new Set(values(records, "event").map((event) => event.provenance.event));
    // No command writes statistics or supervision yet; the tests of their contracts rebuild them from histories of their own.
    const elsewhere: readonly ContractName[] = ["StatisticsLedger", "ServiceLedger", "SupervisionLedger"];
    const known = CONTRACT_NAMES.filter((name) => !elsewhere.includes(name)).flatMap(eventNames);
    expect(known.filter((name) => !seen.has(name))).to.deep.equal([]);
  });
});
