import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { call } from "./support/cli.ts";

interface Checked {
  readonly valid: boolean;
  readonly problems: readonly {
    readonly line: number;
    readonly column: number;
    readonly sentence: { en: string; zh: string };
  }[];
}

describe("pilot validate", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pilot-ledger-application-"));
    await call(folder, ["pilot", "init"]);
    await mkdir(join(folder, "application"));
    await writeFile(join(folder, "application", "application-form.pdf"), "form");
    await writeFile(join(folder, "application", "pilot-plan.pdf"), "plan");
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const check = async (...changes: [string | RegExp, string][]): Promise<Checked> => {
    const { APPLICATION_TEMPLATE } = await import("../../scripts/cli/application/template.ts");
    const text = changes.reduce((changed, [from, to]) => changed.replace(from, to), APPLICATION_TEMPLATE);
    await writeFile(join(folder, "pilot.yaml"), text);
    return (await call(folder, ["pilot", "validate", "pilot.yaml", "--json"])).json<Checked>();
  };
  const lineOf = async (part: string): Promise<number> => {
    const { APPLICATION_TEMPLATE } = await import("../../scripts/cli/application/template.ts");
    return APPLICATION_TEMPLATE.split("\n").findIndex((line) => line.includes(part)) + 1;
  };

  it("accepts the template that pilot init writes", async () => {
    expect(await check()).to.deep.include({ valid: true, problems: [] });
  });

  it("reports every problem at once, in the order of the file, with line and column", async () => {
    await rm(join(folder, "application", "pilot-plan.pdf"));
    const { valid, problems } = await check(
      ["programme: ZJ-2019-PILOT-1", "programme: ZJ-2019-PILOTS-1"],
      ["budget: 1200000.00", "budget: twelve"],
      ["due: 2019-12-31", "due: 2019-02-30"],
      ["kind: KICKOFF", "kind: KICKOF"],
      ["platform:", "plattform:"],
    );
    expect(valid).to.equal(false);
    const places = problems.map(({ line, column }) => `${line}:${column}`);
    expect(places).to.deep.equal([
      `${await lineOf("programme: ZJ")}:12`,
      `${await lineOf("platform: Hyper")}:1`,
      `${await lineOf("budget: 1200000")}:9`,
      `${await lineOf("pilot-plan.pdf")}:5`,
      `${await lineOf("kind: KICKOFF")}:11`,
      `${await lineOf("due: 2019-12-31")}:10`,
    ]);
    for (const { sentence } of problems) expect(sentence.zh).to.match(/\p{Script=Han}/u);
  });

  it("sees weights, order and dependencies of the plan as a whole", async () => {
    const { problems } = await check(
      ["weight: 50", "weight: 51.5"],
      ["due: 2020-06-30", "due: 2019-06-29"],
      ["dependsOn: [1]", "dependsOn: [2]"],
    );
    const sentences = problems.map(({ sentence }) => sentence.en).join("\n");
    expect(sentences).to.contain("add up to 101.5%");
    expect(sentences).to.contain("M3 is due before the one in front of it, which is due on 2019-12-31");
    expect(sentences).to.contain("M2 can only depend on earlier ones, not on M2");
  });

  it("names what is missing at the place where it belongs", async () => {
    const { problems } = await check([/title: \{ zh: 原型系统, en: Prototype \}/, "title: { zh: 原型系统 }"]);
    expect(problems.map(({ sentence }) => sentence.en)).to.deep.equal(["milestones[2].title.en is missing"]);
    expect(problems[0]?.line).to.equal(await lineOf("原型系统"));
  });

  it("keeps documents inside the application's folder", async () => {
    const { problems } = await check(["  - application/pilot-plan.pdf", "  - ../outside.pdf"]);
    expect(problems[0]?.sentence.en).to.contain("must lie in the folder of this file");
  });

  it("speaks Chinese, and ends with 1 when there is a problem", async () => {
    await writeFile(join(folder, "pilot.yaml"), "title: [\n");
    const { code, stdout } = await call(folder, ["pilot", "validate", "pilot.yaml", "--lang", "zh"]);
    expect(code).to.equal(1);
    expect(stdout).to.match(/^pilot\.yaml:2:1: YAML 格式错误/);
  });

  it("does not overwrite a file with its template", async () => {
    const { code, stderr } = await call(folder, ["pilot", "init", "pilot.yaml"]);
    expect({ code, stderr }).to.deep.equal({
      code: 1,
      stderr: "error: pilot.yaml exists already and was not changed\n",
    });
  });
});
