import { expect } from "chai";
import { LEADS } from "../support/random-ledger.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

describe("what is public of pilots", () => {
  const server = new TestServer(smallLedger());
  before(() => server.start());
  after(() => server.stop());

  const ask = (path: string) => server.get(path, { token: null });
  const codesOf = async (query: string) =>
    ((await ask(`/v1/public/pilots${query}`)).body.items as unknown as { code: string }[]).map(({ code }) => code);

  it("is title, field, region, lead, state, stage, milestone states, filing number, penalties and digests, nothing else", async () => {
    const { body } = await ask(`/v1/public/pilots/${JUDICIAL}`);
    expect(body.pilot).to.have.all.keys(
      ...["code", "title", "field", "region", "lead", "leadName", "state", "stage"],
      ...["milestones", "applicationDigest", "filing", "penalties"],
    );
    const milestones = body.pilot?.milestones as unknown as object[];
    for (const milestone of milestones) expect(milestone).to.have.all.keys("code", "state", "manifestDigests");
    const { body: list } = await ask("/v1/public/pilots");
    expect(list.items?.[0 as unknown as string]).to.have.all.keys(
      ...["code", "title", "field", "region", "lead", "leadName", "state", "stage"],
    );
  });

  it("can be found by what is public, and by nothing else", async () => {
    expect(await codesOf("?field=JUD")).to.deep.equal([JUDICIAL]);
    expect(await codesOf("?region=330100&state=ACTIVE&stage=PROTOTYPE")).to.deep.equal([JUDICIAL]);
    expect(await codesOf(`?q=${encodeURIComponent("存证")}`)).to.deep.equal([JUDICIAL]);
    expect(await codesOf(`?lead=${LEADS[0]}`)).to.include(JUDICIAL);
    for (const query of [
      "organisation=x",
      "programme=x",
      "programmeKind=BASE",
      "sort=budgetFen",
      "minDays=1",
      "risk=HIGH",
    ]) {
      expect((await ask(`/v1/public/pilots?${query}`)).body.code, query).to.equal("UNKNOWN_PARAMETER");
    }
  });

  it("does not tell by a filter who takes part beside the lead, or what only the summary says", async () => {
    expect(await codesOf(`?lead=${LEADS[2]}`)).to.deep.equal([]);
    const ledger = smallLedger();
    ledger.apply("ZJ-2019-330200-GOV-0002", {
      lead: LEADS[1],
      zh: "公开名称",
      summary: { zh: "内部说明", en: "internal" },
    });
    server.ledger = ledger;
    expect(await codesOf(`?q=${encodeURIComponent("公开名称")}`)).to.deep.equal(["ZJ-2019-330200-GOV-0002"]);
    expect(await codesOf(`?q=${encodeURIComponent("内部说明")}`)).to.deep.equal([]);
    server.ledger = smallLedger();
  });

  it("has no pilot that there is not", async () => {
    expect((await ask("/v1/public/pilots/ZJ-2019-330100-JUD-0099")).body.code).to.equal("PILOT_NOT_FOUND");
  });
});
