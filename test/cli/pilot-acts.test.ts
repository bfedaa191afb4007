import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { startHardhatNode, type TestNode } from "../support/node.ts";
import { LEAD, LocalLedger, PARTY } from "./support/local-ledger.ts";

interface Receipt {
  readonly act: string;
  readonly pilot: string;
  readonly revision: number;
  readonly digest: string;
  readonly blockNumber: number;
  readonly transactionHash: string;
  readonly sent?: boolean;
  readonly files: { readonly receipt: string; readonly manifest: string };
}

describe("acts on a pilot", function () {
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

  it("apply once: the same application again is found on the chain and not sent", async () => {
    const file = await ledger.applicationFile("once");
    const first = (await ledger.done("lead", "pilot", "apply", file, "--json")).json<Receipt>();
    expect(first).to.deep.include({ act: "PilotApplied", sent: true });
    expect(first.pilot).to.match(/^ZJ-2019-330108-JUD-\d{4}$/);
    const head = await ledger.blockNumber();
    for (const account of ["lead", "colleague"] as const) {
      const again = (await ledger.done(account, "pilot", "apply", file, "--json")).json<Receipt>();
      expect(again).to.deep.include({ pilot: first.pilot, transactionHash: first.transactionHash, sent: false });
    }
    expect(await ledger.blockNumber()).to.equal(head);
  });

  it("keep the manifest whose own SHA-256 is the digest on the ledger", async () => {
    const file = await ledger.applicationFile("manifest");
    const { digest, files } = (await ledger.done("lead", "pilot", "apply", file, "--json")).json<Receipt>();
    expect(
      `0x${createHash("sha256")
        .update(await readFile(files.manifest))
        .digest("hex")}`,
    ).to.equal(digest);
    expect(JSON.parse(await readFile(files.receipt, "utf8"))).to.deep.include({
      version: 1,
      digest,
      organisation: LEAD,
    });
  });

  it("tell in the user's language why the ledger refuses, before anything is sent", async () => {
    const code = await ledger.activePilot("refused");
    const head = await ledger.blockNumber();
    const english = await ledger.as("approver", "pilot", "approve", code, "--document", "decision.pdf");
    expect(english).to.deep.include({
      code: 1,
      stderr: `error: pilot ${code} is active, which does not allow this act; pilot status tells what comes next\n`,
    });
    const chinese = await ledger.as(
      "lead",
      "--lang",
      "zh",
      "milestone",
      "accept",
      code,
      "M1",
      "--document",
      "decision.pdf",
    );
    expect(chinese).to.deep.include({ code: 1, stderr: `错误：里程碑 ${code}/M1 尚未提交。\n` });
    const role = await ledger.as("lead", "milestone", "waive", code, "M1", "--reason", "POLICY_CHANGE", "--json");
    expect(role.code).to.equal(1);
    expect(role.json<{ error: { code: string } }>().error.code).to.equal("Authority_MissingRole");
    expect(await ledger.blockNumber()).to.equal(head);
  });

  it("return, resubmit and reject an application", async () => {
    const code = await ledger.appliedPilot("returned");
    await ledger.done(
      "registrar",
      "pilot",
      "return",
      code,
      "--reason",
      "MISSING_DOCUMENT",
      "--document",
      "decision.pdf",
    );
    const status = await ledger.call("pilot", "status", code);
    expect(status.stdout).to.contain("reason: a document is missing (MISSING_DOCUMENT)").and.contain("pilot resubmit");
    const file = await ledger.applicationFile("returned");
    await writeFile(join(ledger.folder, "returned", "form.pdf"), "the form, supplemented");
    const again = (await ledger.done("lead", "pilot", "resubmit", code, file, "--json")).json<Receipt>();
    expect(again.act).to.equal("PilotResubmitted");
    await ledger.done("registrar", "pilot", "admit", code);
    await ledger.done("approver", "pilot", "waitlist", code, "--reason", "QUOTA_EXHAUSTED");
    await ledger.done("approver", "pilot", "reject", code, "--reason", "INSUFFICIENT_MERIT");
    expect(await stateOf(code)).to.equal("REJECTED");
  });

  it("suspend, resume, amend, change the parties, and withdraw", async () => {
    const code = await ledger.activePilot("changing");
    await ledger.done("approver", "pilot", "suspend", code, "--reason", "SECURITY_INCIDENT");
    await ledger.done("approver", "pilot", "resume", code, "--reason", "RECTIFICATION_DONE");
    const party = ["--organisation", PARTY];
    await ledger.done("lead", "pilot", "add-party", code, ...party, "--role", "witness", "--document", "decision.pdf");
    await ledger.done("lead", "pilot", "remove-party", code, ...party, "--reason", "CONSENT_WITHDRAWN");
    const file = await ledger.applicationFile("changing");
    await ledger.done("lead", "pilot", "amend", code, file, "--document", "decision.pdf");
    await ledger.done("lead", "pilot", "withdraw", code, "--reason", "NO_LONGER_NEEDED");
    expect(await stateOf(code)).to.equal("WITHDRAWN");
  });

  it("move a due date, refuse to, and waive a milestone", async () => {
    const code = await ledger.activePilot("extended");
    const request = ["milestone", "request-extension", code, "M1", "--reason", "SUPPLIER_DELAY", "--due"];
    await ledger.done("lead", ...request, await ledger.day(45));
    await ledger.done("approver", "milestone", "refuse-extension", code, "1", "--reason", "INCOMPLETE_EVIDENCE");
    await ledger.done("lead", ...request, await ledger.day(50));
    await ledger.done("approver", "milestone", "grant-extension", `${code}/M1`, "--document", "decision.pdf");
    await ledger.done("approver", "milestone", "waive", code, "M1", "--reason", "POLICY_CHANGE");
    const { milestone } = (await ledger.call("milestone", "status", code, "M1", "--json")).json<{
      milestone: { state: string; extensions: { decision: { result: string } }[] };
    }>();
    expect(milestone.state).to.equal("WAIVED");
    expect(milestone.extensions.map(({ decision }) => decision.result)).to.deep.equal(["REFUSED", "GRANTED"]);
  });

  it("decide on a milestone as the experts vote who were convened for it", async () => {
    const code = await ledger.activePilot("advised");
    await ledger.write("advised-m1/report.pdf", "report");
    const opinion = ["--document", "decision.pdf"];
    const none = await ledger.as("expert", "milestone", "vote", code, "M1", "--vote", "pass", ...opinion);
    expect(none.stderr).to.contain(`nothing was submitted for milestone ${code}/M1 yet`);
    await ledger.done("lead", "milestone", "submit", code, "M1", "--dir", "advised-m1");
    const panel = ["--expert", "expert", "--threshold", "1"];
    await ledger.done("approver", "milestone", "convene", code, "M1", ...panel);
    const twice = await ledger.as("approver", "milestone", "convene", code, "M1", ...panel);
    expect(twice.stderr).to.contain(`the panel of revision 1 of milestone M1 of pilot ${code} is convened already`);
    const early = await ledger.as("approver", "milestone", "accept", code, "M1", ...opinion);
    expect(early.stderr).to.contain("has 0 vote(s) for this result and needs 1");
    const conditional = ["--vote", "conditional", ...opinion];
    const refused = await ledger.as("expert", "--lang", "zh", "milestone", "vote", code, "M1", ...conditional);
    expect(refused.stderr).to.contain("对里程碑的投票是通过或不通过");
    await ledger.done("expert", "milestone", "vote", code, "M1", "--vote", "pass", ...opinion);
    const status = await ledger.call("milestone", "status", code, "M1");
    expect(status.stdout).to.contain("panel of 1: 1 to accept, 0 to return, 1 carry");
    await ledger.done("approver", "milestone", "accept", code, "M1", ...opinion);
  });

  it("accept on conditions, then fail", async () => {
    const code = await ledger.activePilot("accepted");
    for (const number of ["M1", "M2"]) {
      await ledger.done("approver", "milestone", "waive", code, number, "--reason", "POLICY_CHANGE");
    }
    await ledger.write("acceptance/report.pdf", "report");
    const round = async (vote: string) => {
      await ledger.done("lead", "pilot", "request-acceptance", code, "--dir", "acceptance");
      await ledger.done("approver", "pilot", "convene", code, "--expert", "expert", "--threshold", "1");
      await ledger.done("expert", "pilot", "vote", code, "--vote", vote, "--document", "decision.pdf");
    };
    await round("conditional");
    await ledger.done("approver", "pilot", "accept-conditionally", code, "--reason", "CONDITIONS_IMPOSED");
    await round("fail");
    const early = await ledger.as("approver", "pilot", "accept", code, "--document", "decision.pdf");
    expect(early.stderr).to.contain("has 0 vote(s) for this result and needs 1");
    await ledger.done("approver", "pilot", "fail", code, "--reason", "INDICATOR_NOT_MET");
    expect(await stateOf(code)).to.equal("FAILED");
  });

  it("say which file is missing, and that a code is none", async () => {
    const missing = await ledger.as("approver", "pilot", "approve", "ZJ-2019-330108-JUD-0001", "--document", "no.pdf");
    expect(missing.code).to.equal(2);
    expect(missing.stderr).to.contain("there is no file").and.contain("no.pdf");
    const typo = await ledger.as("approver", "pilot", "admit", "ZJ-2019-JUD-1", "--json");
    expect(typo.json<{ error: { code: string } }>().error.code).to.equal("PILOT_CODE_INVALID");
  });

  it("never let a key into what they print or keep", async () => {
    const folder = join(ledger.folder, "receipts");
    const kept = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
    expect(kept.join("")).not.to.contain(ledger.keyOf("lead").slice(2));
  });

  async function stateOf(code: string): Promise<string> {
    return (await ledger.call("pilot", "status", code, "--json")).json<{ pilot: { state: string } }>().pilot.state;
  }
});
