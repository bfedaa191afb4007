import { chmod } from "node:fs/promises";
import { expect } from "chai";
import { encryptKeystoreJson } from "ethers";
import { startHardhatNode, type TestNode } from "../support/node.ts";
import { call } from "./support/cli.ts";
import { LEAD, LocalLedger, PARTY } from "./support/local-ledger.ts";

describe("the registers", function () {
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

  it("take code tables from a file, sending only what differs", async () => {
    const load = ["admin", "codes", "load", "codes.yaml"];
    expect((await ledger.done("administrator", ...load, "--json")).json()).to.deep.include({ sent: 0 });
    const changed = `fields:
  JUD: { zh: 司法, en: Courts }
  MFG: { zh: 制造, en: Manufacturing, enabled: false }
regions: ["330000", "330102"]
retiredRegions: ["330108"]
`;
    await ledger.write("codes.yaml", changed);
    const head = await ledger.blockNumber();
    const dry = await ledger.done("administrator", ...load, "--dry-run");
    expect(dry.stdout).to.equal(
      "change field JUD: Courts, enabled\nadd field MFG: Manufacturing, retired\nenable 1 region(s): 330102 … 330102\nretire 1 region(s): 330108 … 330108\n",
    );
    expect(await ledger.blockNumber()).to.equal(head);
    expect((await ledger.done("administrator", ...load, "--json")).json()).to.deep.include({ sent: 4 });
    expect((await ledger.done("administrator", ...load, "--json")).json()).to.deep.include({ sent: 0 });
  });

  it("report what is wrong with a file by line", async () => {
    await ledger.write("bad.yaml", "fields:\n  JUD: { zh: 司法 }\nregions: [33]\n");
    const { code, stderr } = await ledger.as("administrator", "admin", "codes", "load", "bad.yaml");
    expect(code).to.equal(1);
    expect(stderr).to.contain("bad.yaml:2:3: fields.JUD.en is missing").and.contain('bad.yaml:3:11: "33" is no region');
  });

  it("give and take roles, and list who holds them", async () => {
    const colleague = ledger.addressOf("colleague");
    await ledger.done(
      "administrator",
      "admin",
      "role",
      "grant",
      "inspector",
      colleague,
      "--region",
      "330100",
      "--field",
      "jud",
    );
    const listed = await ledger.call("admin", "role", "list");
    expect(listed.stdout).to.contain(`Inspector  ${colleague}  ${LEAD}  330100  JUD\n`);
    await ledger.done("administrator", "admin", "role", "withdraw", "INSPECTOR", "colleague");
    expect((await ledger.call("account", "show", "colleague", "--json")).json()).to.deep.include({ roles: [] });
    const { stderr } = await ledger.as("lead", "admin", "role", "grant", "AUDITOR", colleague, "--region", "330000");
    expect(stderr).to.contain("does not hold the role of administrator");
  });

  it("suspend, restore, update and revoke an organisation", async () => {
    await ledger.done("registrar", "organisation", "suspend", PARTY, "--reason", "UNDER_INVESTIGATION");
    await ledger.done("registrar", "organisation", "restore", PARTY, "--reason", "RECTIFICATION_DONE");
    const names = ["--name-zh", "新名称", "--name-en", "New name"];
    await ledger.done("registrar", "organisation", "update", PARTY, "--region", "330100", "--kind", "notary", ...names);
    await ledger.done("registrar", "organisation", "revoke", PARTY, "--reason", "ORGANISATION_DISSOLVED");
    const { stdout } = await ledger.call("organisation", "show", PARTY);
    expect(stdout).to.contain(`${PARTY}  New name`).and.contain("Revoked");
    const again = await ledger.as("registrar", "organisation", "restore", PARTY, "--reason", "RECTIFICATION_DONE");
    expect(again.stderr).to.contain("is revoked and cannot become active; revocation is final");
  });

  it("close a programme early", async () => {
    await ledger.done("approver", "programme", "close", "ZJ-2019-PILOT-1", "--reason", "QUOTA_EXHAUSTED");
    const { stdout } = await ledger.call("programme", "show", "zj-2019-pilot-1");
    expect(stdout).to.contain("ZJ-2019-PILOT-1  Pilots");
    const file = await ledger.applicationFile("late");
    expect((await ledger.as("lead", "pilot", "apply", file)).stderr).to.contain("takes applications from");
  });

  it("sign with an encrypted key file, and say when its password is wrong or others can read it", async () => {
    const account = { address: ledger.addressOf("registrar"), privateKey: ledger.keyOf("registrar") };
    const keystore = await ledger.write("key.json", await encryptKeystoreJson(account, "secret", { scrypt: { N: 2 } }));
    await chmod(keystore, 0o644);
    const argv = [
      "--deployment",
      ledger.deploymentFile,
      "--keystore",
      "key.json",
      "account",
      "revoke",
      "expert",
      "--reason",
      "STAFF_CHANGE",
    ];
    const none = await call(ledger.folder, argv);
    expect(none).to.have.property("code", 2);
    expect(none.stderr).to.contain("PILOT_LEDGER_PASSWORD");
    const wrong = await call(ledger.folder, argv, { PILOT_LEDGER_PASSWORD: "guess" });
    expect(wrong.stderr).to.contain("warning: the key file").and.contain("the password of the key file is wrong");
    const right = await call(ledger.folder, argv, { PILOT_LEDGER_PASSWORD: "secret" });
    expect(right.code).to.equal(0);
    expect(right.stdout + right.stderr + wrong.stderr).not.to.contain(account.privateKey.slice(2));
  });

  it("take a key out of use when its loss is reported", async () => {
    await ledger.done("colleague", "account", "report-key-loss", "lead");
    const { stdout } = await ledger.call("account", "show", "lead");
    expect(stdout).to.contain("revoked");
    const { stderr } = await ledger.as("lead", "account", "report-key-loss", "colleague");
    expect(stderr).to.match(/may not act any more since|may not report the key/);
  });
});

describe("help", () => {
  const texts = async (path: readonly string[], lang: string): Promise<[string, string][]> => {
    const { stdout } = await call("/", [...path, "--help", "--lang", lang]);
    const listed = /(?:Commands|命令)[:：]\n([\s\S]*?)(?:\n\n|$)/.exec(stdout)?.[1] ?? "";
    const names = [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = ""]) => name);
    const below = await Promise.all(names.map((name) => texts([...path, name], lang)));
    return [...(names.length === 0 ? [[path.join(" "), stdout] as [string, string]] : []), ...below.flat()];
  };

  for (const [lang, heading] of [
    ["en", "Examples:"],
    ["zh", "示例："],
  ] as const) {
    it(`of every command has an example (${lang})`, async () => {
      const all = await texts([], lang);
      expect(all.length).to.be.greaterThan(50);
      for (const [path, text] of all) {
        expect(text, path).to.contain(heading).and.contain(`pilot-ledger ${path}`);
      }
    });
  }
});
