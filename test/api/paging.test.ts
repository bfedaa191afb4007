import { expect } from "chai";
import { emptyLedger, LEADS } from "../support/random-ledger.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { TestServer } from "./server.ts";

const COUNT = 23;

describe("paging through a list", () => {
  const server = new TestServer(undefined);
  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    server.ledger = ledgerOf(COUNT);
  });

  const codeOf = (serial: number) => `ZJ-2019-330100-GOV-${String(serial).padStart(4, "0")}`;
  const pageOf = async (path: string) => {
    const { body, headers, status } = await server.get(path);
    expect(status, JSON.stringify(body)).to.equal(200);
    const items = body.items as unknown as { code: string }[];
    const link = /<([^>]+)>; rel="next"/.exec(String(headers.link ?? ""))?.[1];
    return { codes: items.map(({ code }) => code), next: body.page?.next as unknown as string | null, link, body };
  };

  it("gives every pilot of the first page's instant once, while the ledger grows", async () => {
    const ledger = ledgerOf(COUNT);
    server.ledger = ledger;
    const seen: string[] = [];
    let asOf: unknown;
    for (let link: string | undefined = "/v1/pilots?state=APPLIED&limit=5"; link !== undefined; ) {
      const page = await pageOf(link);
      asOf ??= page.body.asOf;
      expect(page.body.asOf).to.equal(asOf);
      seen.push(...page.codes);
      link = page.link;
      ledger.start(codeOf(COUNT));
      ledger.apply(`ZJ-2019-330102-GOV-${String(ledger.times().length).padStart(4, "0")}`, { lead: LEADS[0] });
    }
    expect(seen).to.deep.equal(Array.from({ length: COUNT }, (_, index) => codeOf(index + 1)));
  });

  it("does not let in what is written later at the very same time", async () => {
    const ledger = ledgerOf(COUNT);
    ledger.tick = 0;
    server.ledger = ledger;
    ledger.start(codeOf(COUNT));
    const first = await pageOf("/v1/pilots?state=APPLIED&limit=20");
    ledger.reasoned(codeOf(COUNT - 1), "PilotWithdrawn");
    ledger.apply("ZJ-2019-330206-GOV-0001", { lead: LEADS[0] });
    const { codes } = await pageOf(String(first.link));
    expect(codes).to.deep.equal([codeOf(COUNT - 2), codeOf(COUNT - 1)]);
  });

  it("pages events, milestones and appearances of a digest as well", async () => {
    for (const path of [`/v1/pilots/${codeOf(1)}/timeline`, "/v1/milestones"]) {
      const all = (await pageOf(`${path}?limit=200`)).body.items as unknown as object[];
      const paged: object[] = [];
      for (let link: string | undefined = `${path}?limit=1`; link !== undefined; ) {
        const page = await pageOf(link);
        paged.push(...(page.body.items as unknown as object[]));
        link = page.link;
      }
      expect(paged).to.deep.equal(all);
    }
  });

  it("refuses to go on when the first page's blocks were reorganised", async () => {
    const { link } = await pageOf("/v1/pilots?limit=5");
    server.ledger = ledgerOf(COUNT).reorganised("other");
    const { status, body } = await server.get(String(link));
    expect(status).to.equal(409);
    expect(body.code).to.equal("REORG_DURING_PAGE");
  });

  it("refuses to go on when the first page's head is no longer mirrored", async () => {
    const { link } = await pageOf("/v1/pilots?limit=5");
    server.ledger = ledgerOf(COUNT - 1);
    expect((await server.get(String(link))).status).to.equal(409);
  });

  it("goes on with another limit and language, and filters in another order", async () => {
    const { next } = await pageOf("/v1/pilots?field=GOV&region=330000&limit=5");
    const { codes } = await pageOf(`/v1/pilots?region=330000&field=gov&limit=2&lang=zh&cursor=${next}`);
    expect(codes).to.deep.equal([codeOf(6), codeOf(7)]);
  });

  it("refuses a cursor of another question", async () => {
    const { next, body } = await pageOf("/v1/pilots?field=GOV&limit=5");
    const others = [
      `/v1/pilots?cursor=${next}`,
      `/v1/pilots?field=GOV,ECO&cursor=${next}`,
      `/v1/pilots?field=GOV&asOf=${Number(body.asOf) - 1}&cursor=${next}`,
      `/v1/milestones?field=GOV&cursor=${next}`,
      `/v1/pilots/${codeOf(1)}/timeline?cursor=${next}`,
    ];
    for (const path of others) {
      const answer = await server.get(path);
      expect([answer.status, answer.body.code], path).to.deep.equal([400, "CURSOR_MISMATCH"]);
    }
    expect((await server.get(`/v1/pilots?field=GOV&asOf=${body.asOf}&cursor=${next}`)).status).to.equal(200);
  });

  it("refuses what is no cursor", async () => {
    const { next } = await pageOf("/v1/pilots?limit=5");
    const changed = `${String(next).slice(0, -4)}AAAA`;
    for (const cursor of ["x", "e30", changed, `${next}A`, "%00", encodeURIComponent("分页")]) {
      const { status, body } = await server.get(`/v1/pilots?cursor=${cursor}`);
      expect([status, body.code], cursor).to.deep.equal([400, "CURSOR_INVALID"]);
    }
  });
});

function ledgerOf(count: number): SyntheticLedger {
  const ledger = emptyLedger();
  for (let serial = 1; serial <= count; serial++) {
    ledger.apply(`ZJ-2019-330100-GOV-${String(serial).padStart(4, "0")}`, { lead: LEADS[0] });
  }
  return ledger
    .start("ZJ-2019-330100-GOV-0001")
    .reasoned("ZJ-2019-330100-GOV-0001", "PilotReturned")
    .resubmit("ZJ-2019-330100-GOV-0001", 2, { lead: LEADS[0] });
}
