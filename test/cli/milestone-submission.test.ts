import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "chai";
import { startAnvil, startHardhatNode, type TestNode } from "../support/node.ts";
import { cutOffAfter } from "./support/cut-off-proxy.ts";
import { LocalLedger } from "./support/local-ledger.ts";

interface Receipt {
  readonly revision: number;
  readonly blockNumber: number;
  readonly transactionHash: string;
  readonly sent: boolean;
  readonly files: { readonly receipt: string };
}

describe("milestone submit", function () {
  this.timeout(120_000);
  let node: TestNode;
  let ledger: LocalLedger;

  before(async () => {
    node = await startHardhatNode({ initialDate: "2019-03-01T00:00:00Z" });
    ledger = await LocalLedger.on(node.url);
  });

  after(async () => {
    await ledger?.close();
    await node?.close();
  });

  const submit = (code: string, number: string, dir: string, ...more: string[]) =>
    ledger.as("lead", "milestone", "submit", code, number, "--dir", dir, ...more);

  it("lists everything that stands in the way, and sends nothing", async () => {
    const code = await ledger.activePilot("not-ready");
    await ledger.write("m2/notes.txt", "notes");
    const head = await ledger.blockNumber();
    const { code: exit, stderr } = await submit(code, "M2", "m2");
    expect(exit).to.equal(1);
    expect(stderr).to.contain("it has to wait until M1 is accepted or waived");
    expect(stderr).to.contain("evidence is missing: test report").and.contain("--evidence TEST_REPORT=FILE");
    expect(await ledger.blockNumber()).to.equal(head);
  });

  it("recognises evidence by its name and by option, and says so before sending", async () => {
    const code = await ledger.activePilot("evidence");
    await ledger.done("approver", "milestone", "waive", code, "M1", "--reason", "POLICY_CHANGE");
    await ledger.write("kinds/测试报告.pdf", "report");
    await ledger.write("kinds/sub/opinion.pdf", "opinion");
    const { code: exit, stderr } = await submit(code, "M2", "kinds", "--evidence", "user-report=sub/opinion.pdf");
    expect(exit).to.equal(0);
    expect(stderr).to.contain("evidence Test report (TEST_REPORT): 测试报告.pdf (by its name)");
    expect(stderr).to.contain("evidence User report (USER_REPORT): sub/opinion.pdf\n");
  });

  it("sends the same folder once, and writes a lost receipt anew from the chain", async () => {
    const code = await ledger.activePilot("repeat");
    await ledger.write("repeat-m1/report.pdf", "report");
    const first = (await submit(code, "M1", "repeat-m1", "--json")).json<Receipt>();
    const receipt = await readFile(first.files.receipt, "utf8");
    await rm(join(ledger.folder, "receipts"), { recursive: true });
    const head = await ledger.blockNumber();
    const { code: exit, stdout, stderr } = await submit(code, "m1", "repeat-m1");
    expect(exit).to.equal(0);
    expect(stderr).to.contain(`already submitted as revision 1 in block ${first.blockNumber}; nothing was sent`);
    expect(stdout).to.contain("sent before; nothing was sent now");
    expect(await readFile(first.files.receipt, "utf8")).to.equal(receipt);
    expect(await ledger.blockNumber()).to.equal(head);
  });

  it("does not submit files again that were returned, unless asked to", async () => {
    const code = await ledger.activePilot("returned");
    await ledger.write("returned-m1/report.pdf", "report");
    await ledger.write("opinion.pdf", "opinion");
    await submit(code, "M1", "returned-m1");
    await ledger.done(
      "approver",
      "milestone",
      "return",
      code,
      "M1",
      "--reason",
      "TEST_FAILED",
      "--document",
      "opinion.pdf",
    );
    expect(await submit(code, "M1", "returned-m1")).to.have.property("code", 1);
    const again = (await submit(code, "M1", "returned-m1", "--again", "--json")).json<Receipt>();
    expect(again).to.deep.include({ revision: 2, sent: true });
    await ledger.done("approver", "milestone", "accept", code, "M1", "--document", "opinion.pdf");
    expect((await submit(code, "M1", "returned-m1", "--json")).json<Receipt>()).to.deep.include({
      revision: 2,
      sent: false,
    });
  });

  it("goes on after a connection that broke while it was sending", async () => {
    const code = await ledger.activePilot("broken");
    await ledger.write("broken-m1/report.pdf", "report");
    const proxy = await cutOffAfter(node.url, "eth_sendRawTransaction");
    const broken = await submit(code, "M1", "broken-m1", "--rpc", proxy.url);
    await proxy.close();
    expect(broken.code).to.equal(2);
    expect(broken.stderr).to.contain("run the same command again, nothing is sent twice");
    const resumed = (await submit(code, "M1", "broken-m1", "--json")).json<Receipt>();
    expect(resumed).to.deep.include({ revision: 1, sent: false });
    expect(await submissionsOf(code)).to.equal(1);
  });

  it("waits for the transaction of an interrupted run that is in no block yet", async () => {
    const code = await ledger.activePilot("waiting");
    await ledger.write("waiting-m1/report.pdf", "report");
    const proxy = await cutOffAfter(node.url, "eth_sendRawTransaction");
    await ledger.provider.send("evm_setAutomine", [false]);
    try {
      await submit(code, "M1", "waiting-m1", "--rpc", proxy.url);
      await proxy.close();
      const resumed = submit(code, "M1", "waiting-m1", "--json");
      await Promise.race([resumed, delay(300)]);
      await ledger.provider.send("evm_mine", []);
      const { stdout, stderr } = await resumed;
      expect(stderr).to.contain("an earlier run sent transaction");
      expect(JSON.parse(stdout)).to.deep.include({ revision: 1, sent: false });
    } finally {
      await ledger.provider.send("evm_setAutomine", [true]);
    }
    expect(await submissionsOf(code)).to.equal(1);
    const kept = await readdir(join(ledger.folder, "receipts"));
    expect(kept.filter((name) => name.includes(".pending."))).to.deep.equal([]);
  });

  it("keeps receipts out of the folder that is handed in", async () => {
    const code = await ledger.activePilot("inside");
    await ledger.write("inside-m1/report.pdf", "report");
    const { code: exit, stderr } = await submit(code, "M1", "inside-m1", "--out", "inside-m1/receipts");
    expect(exit).to.equal(1);
    expect(stderr).to.contain("receipts cannot be kept inside the folder");
  });

  it("does not claim a time before the work was done, and refuses one after the block", async () => {
    const code = await ledger.activePilot("claimed");
    await ledger.write("claimed-m1/report.pdf", "report");
    const { code: exit, stderr } = await submit(code, "M1", "claimed-m1", "--finished-at", "2030-01-01 10:00");
    expect(exit).to.equal(1);
    expect(stderr).to.contain("said to be finished at 2030-01-01 10:00:00 (Asia/Shanghai)");
  });

  it("refuses a node on another chain, or one that was started anew", async () => {
    const manifest = JSON.parse(await readFile(ledger.deploymentFile, "utf8"));
    const other = join(ledger.folder, "other.json");
    for (const change of [{ chainId: 1 }, { genesisHash: `0x${"11".repeat(32)}` }]) {
      await writeFile(other, JSON.stringify({ ...manifest, ...change }));
      const { code, stdout } = await ledger.call(
        "--deployment",
        other,
        "pilot",
        "status",
        "ZJ-2019-330108-JUD-0001",
        "--json",
      );
      expect(code).to.equal(2);
      expect(JSON.parse(stdout).error.code).to.equal("WRONG_CHAIN");
    }
  });

  async function submissionsOf(code: string): Promise<number> {
    const { milestone } = (await ledger.call("milestone", "status", code, "M1", "--json")).json<{
      milestone: { submissions: unknown[] };
    }>();
    return milestone.submissions.length;
  }
});

describe("an act on a node that mines at its own pace", function () {
  this.timeout(120_000);

  it("waits until its transaction is in a block", async () => {
    const node = await startAnvil();
    const ledger = await LocalLedger.on(node.url);
    try {
      await ledger.provider.send("evm_setAutomine", [false]);
      await ledger.provider.send("evm_setIntervalMining", [1]);
      const code = await ledger.appliedPilot("anvil");
      await ledger.done("registrar", "pilot", "admit", code);
      const again = await ledger.as("registrar", "pilot", "admit", code);
      expect(again.stderr).to.contain("is under review, which does not allow this act");
    } finally {
      await ledger.close();
      await node.close();
    }
  });
});
