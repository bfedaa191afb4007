import { expect } from "chai";
import { pino } from "pino";
import { listen } from "../../server/api/listen.ts";
import type { MirrorStatusLike } from "../../server/api/mirror-status.ts";
import { PROBLEMS } from "../../server/api/problems.ts";
import { createUnopenedApi } from "../../server/api/unopened.ts";
import type { Timeliness } from "../../server/ledger/timeliness.ts";
import { StoreError } from "../../server/store/errors.ts";
import { emptyLedger, FIELDS, LEADS } from "../support/random-ledger.ts";
import { DAY } from "../support/synthetic-names.ts";
import { DOCUMENT, JUDICIAL, smallLedger } from "./ledger.ts";
import { type Answer, LIVE, TestServer } from "./server.ts";

describe("problem documents", () => {
  const server = new TestServer(undefined);
  const seen = new Set<string>();
  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    server.ledger = smallLedger();
    server.status = { ...LIVE, chainHead: { number: 1_000, time: 0 } };
    server.fault = undefined;
  });

  const expectProblem = (answer: Answer, status: number, code: string) => {
    expect([answer.status, answer.body.code], answer.text).to.deep.equal([status, code]);
    expect(answer.headers["content-type"]).to.equal("application/problem+json");
    expect(answer.headers["cache-control"]).to.equal("no-store");
    expect(answer.body).to.include({ status, instance: `urn:uuid:${answer.headers["x-request-id"]}` });
    expect(answer.body.title).to.be.a("string").and.not.empty;
    expect(answer.body.detail).to.be.a("string").and.not.empty;
    expect(answer.text).not.to.match(/node_modules|\.ts:\d|at \w+ \(/);
    seen.add(code);
  };

  const refused: readonly (readonly [path: string, code: string, parameter: string])[] = [
    ["/v1/pilots?fild=GOV", "UNKNOWN_PARAMETER", "fild"],
    ["/v1/pilots?region[]=330100", "UNKNOWN_PARAMETER", "region[]"],
    ["/v1/pilots?__proto__=1", "UNKNOWN_PARAMETER", "__proto__"],
    ["/v1/meta/codes?limit=1", "UNKNOWN_PARAMETER", "limit"],
    ["/v1/pilots?region=330100&region=330200", "REPEATED_PARAMETER", "region"],
    ["/v1/pilots?limit=1&limit=2", "REPEATED_PARAMETER", "limit"],
    ["/v1/pilots?limit=0", "INVALID_PARAMETER", "limit"],
    ["/v1/pilots?limit=201", "INVALID_PARAMETER", "limit"],
    ["/v1/pilots?limit=1e2", "INVALID_PARAMETER", "limit"],
    ["/v1/pilots?region=33010", "INVALID_PARAMETER", "region"],
    ["/v1/pilots?organisation=11330100009901008A", "INVALID_PARAMETER", "organisation"],
    ["/v1/pilots?q=", "INVALID_PARAMETER", "q"],
    ["/v1/pilots?lang=fr", "INVALID_PARAMETER", "lang"],
    ["/v1/pilots?asOf=2019-10-01", "INVALID_PARAMETER", "asOf"],
    ["/v1/pilots?asOf=2019-10-01T00:00:00", "INVALID_PARAMETER", "asOf"],
    ["/v1/pilots?asOf=2019-02-30T00:00:00Z", "INVALID_PARAMETER", "asOf"],
    ["/v1/pilots?asOf=-1", "INVALID_PARAMETER", "asOf"],
    ["/v1/pilots/ZJ-2019-1", "INVALID_PARAMETER", "code"],
    ["/v1/milestones?minDays=x", "INVALID_PARAMETER", "minDays"],
    ["/v1/milestones?pilot=x", "INVALID_PARAMETER", "pilot"],
    ["/v1/evidence/sha256/abc", "INVALID_PARAMETER", "digest"],
    ["/v1/evidence/md5/abc", "INVALID_PARAMETER", "algorithm"],
    ["/v1/pilots?field=XYZ", "UNKNOWN_CODE", "field"],
    ["/v1/pilots?region=440000", "UNKNOWN_CODE", "region"],
    ["/v1/pilots?programme=ZJ-2018-PILOT-1", "UNKNOWN_CODE", "programme"],
    ["/v1/pilots?state=DONE", "UNKNOWN_CODE", "state"],
    ["/v1/milestones?timeliness=late,later", "UNKNOWN_CODE", "timeliness"],
    [`/v1/evidence/md5/${"0".repeat(64)}`, "UNKNOWN_CODE", "algorithm"],
  ];
  for (const [path, code, parameter] of refused) {
    it(`${path} is refused with ${code} of ${parameter}`, async () => {
      const answer = await server.get(path);
      expectProblem(answer, 400, code);
      const errors = answer.body.errors as unknown as { parameter: string }[];
      expect(errors.map((error) => error.parameter)).to.include(parameter);
    });
  }

  it("tells all that is wrong at once", async () => {
    const answer = await server.get("/v1/pilots?limit=0&region=x&state=DONE");
    expectProblem(answer, 400, "INVALID_PARAMETER");
    expect(answer.body.errors).to.have.length(3);
  });

  it("lists the valid codes with an unknown one", async () => {
    const { body } = await server.get("/v1/pilots?field=XYZ");
    expect(body.errors?.[0 as unknown as string]).to.deep.include({ valid: FIELDS });
  });

  it("knows a region that covers registered ones", async () => {
    server.ledger = emptyLedger().regions("440103");
    for (const region of ["440000", "440100", "440103"]) {
      expect((await server.get(`/v1/pilots?region=${region}`)).status).to.equal(200);
    }
    expectProblem(await server.get("/v1/pilots?region=440104"), 400, "UNKNOWN_CODE");
  });

  it("refuses an instant after the mirrored head's", async () => {
    const time = Number(server.ledger?.reader().head?.time);
    expect((await server.get(`/v1/milestones?asOf=${time}`)).status).to.equal(200);
    for (const path of ["/v1/milestones", "/v1/stats/overview", `/v1/pilots/${JUDICIAL}`]) {
      expectProblem(await server.get(`${path}?asOf=${time + 1}`), 400, "AS_OF_FUTURE");
    }
  });

  it("refuses a block after the mirrored head, and one whose time it does not keep, naming the one before", async () => {
    const ledger = smallLedger();
    const before = ledger.blocks().at(-1)?.number;
    const empty = ledger.mine();
    ledger.anchor(JUDICIAL, DOCUMENT).prune(empty.number);
    server.ledger = ledger;
    expectProblem(await server.get(`/v1/pilots?asOfBlock=${empty.number + 2}`), 400, "AS_OF_FUTURE");
    const unknown = await server.get(`/v1/pilots?asOfBlock=${empty.number}`);
    expectProblem(unknown, 400, "BLOCK_TIME_UNKNOWN");
    expect(unknown.body.detail).to.include(`asOfBlock=${before}`);
    ledger.prune(0);
    expectProblem(await server.get("/v1/pilots?asOfBlock=0"), 400, "BLOCK_TIME_UNKNOWN");
    expectProblem(await server.get("/v1/pilots?asOfBlock=1&asOf=1"), 400, "INVALID_PARAMETER");
  });

  it("says that there is no such pilot, or was none then", async () => {
    for (const path of ["ZJ-2019-330100-JUD-0099", "ZJ-2019-330100-JUD-0099/timeline", `${JUDICIAL}?asOf=1`]) {
      expectProblem(await server.get(`/v1/pilots/${path}`), 404, "PILOT_NOT_FOUND");
    }
  });

  it("says that there is no such record", async () => {
    for (const path of ["cases/JC-2019-330200-0099", `organisations/${LEADS[1]}/record?asOf=1`]) {
      expectProblem(await server.get(`/v1/${path}`), 404, "RECORD_NOT_FOUND");
    }
  });

  it("says that there is no such address", async () => {
    for (const path of ["/v1/nothing", "/v2", "/favicon.png"])
      expectProblem(await server.get(path), 404, "ROUTE_NOT_FOUND");
  });

  it("refuses other methods than GET and HEAD", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await server.get("/v1/pilots", { method });
      expectProblem(answer, 405, "METHOD_NOT_ALLOWED");
      expect(answer.headers.allow).to.equal("GET, HEAD");
    }
    const { status, text } = await server.get("/v1/pilots", { method: "HEAD" });
    expect([status, text]).to.deep.equal([200, ""]);
  });

  it("refuses a malformed percent-encoding", async () => {
    expectProblem(await server.get("/v1/pilots/%zz"), 400, "MALFORMED_REQUEST");
  });

  it("answers nothing from the ledger before a block is mirrored, but says so", async () => {
    server.ledger = undefined;
    server.status = { ...LIVE, state: "starting" };
    for (const path of ["/v1/pilots", `/v1/evidence/sm3/${"0".repeat(64)}`, "/v1/stats/overview", "/readyz"]) {
      const answer = await server.get(path);
      expectProblem(answer, 503, "INDEX_BEHIND");
      expect(answer.headers["retry-after"]).to.equal("2");
    }
    const { status, body } = await server.get("/v1/meta/head");
    expect([status, body.head]).to.deep.equal([200, null]);
    expect((await server.get("/healthz")).status).to.equal(200);
  });

  it("asks for patience while the store is being reopened, or what it holds is not proved yet", async () => {
    for (const code of ["CLOSED", "UNPROVEN"] as const) {
      server.fault = () => {
        throw new StoreError(code, "ask again");
      };
      expectProblem(await server.get("/v1/pilots"), 503, "INDEX_BEHIND");
    }
  });

  it("is not ready, yet answers, while it catches up", async () => {
    server.status = { ...LIVE, state: "syncing", chainHead: { number: 1_000, time: 0 } };
    expectProblem(await server.get("/readyz"), 503, "INDEX_BEHIND");
    expect((await server.get("/v1/pilots")).status).to.equal(200);
  });

  it("is not ready when it is further behind than it may be, though it follows the chain", async () => {
    const head = Number(server.ledger?.reader().head?.number);
    server.status = { ...LIVE, chainHead: { number: head + 50, time: 0 } };
    expect((await server.get("/readyz")).status).to.equal(200);
    server.status = { ...LIVE, chainHead: { number: head + 51, time: 0 } };
    expectProblem(await server.get("/readyz"), 503, "INDEX_BEHIND");
  });

  it("is not ready when the chain's clock has gone on too far, or its node has not answered for too long", async () => {
    const head = server.ledger?.reader().head;
    if (head === undefined) throw new Error("the ledger has no block");
    const chainHead = { number: head.number + 1, time: head.time + 600 };
    server.now = 1_000_000;
    server.status = { ...LIVE, chainHead, answeredAt: server.now - 60 };
    expect((await server.get("/readyz")).status).to.equal(200);
    server.status = { ...LIVE, chainHead: { ...chainHead, time: head.time + 601 }, answeredAt: server.now };
    const late = await server.get("/readyz");
    expectProblem(late, 503, "INDEX_BEHIND");
    expect(late.body.detail).to.include("601 s behind");
    server.status = { ...LIVE, chainHead, answeredAt: server.now - 61 };
    const silent = await server.get("/readyz");
    expectProblem(silent, 503, "INDEX_BEHIND");
    expect(silent.body.detail).to.include("has not answered for 61 s");
    expect((await server.get("/v1/pilots")).status).to.equal(200);
    expect((await server.get("/healthz")).status).to.equal(200);
  });

  it("answers nothing while the store's files are inspected, whatever is asked", async () => {
    const log = pino({ level: "silent" });
    let status: MirrorStatusLike = { ...LIVE, state: "inspecting" };
    const app = createUnopenedApi({ mirrorStatus: () => status, inspected: () => 0.405, log });
    const unopened = await listen(app, { host: "127.0.0.1", port: 0 });
    const asked = async (path: string) => {
      const answer = await fetch(unopened.url + path);
      const { code } = (await answer.json()) as { code?: string };
      return [answer.status, code, answer.headers.get("retry-after")];
    };
    try {
      for (const path of ["/v1/pilots", "/readyz", "/v1/meta/head", "/"]) {
        expect(await asked(path)).to.deep.equal([503, "MIRROR_INSPECTING", "2"]);
      }
      expect(await asked("/healthz")).to.deep.equal([200, undefined, null]);
      status = { ...LIVE, state: "halted", reason: { code: "STORE_LOCKED", message: "another process has it" } };
      expect(await asked("/readyz")).to.deep.equal([503, "MIRROR_HALTED", "60"]);
      seen.add("MIRROR_INSPECTING");
      status = { ...LIVE, state: "inspecting" };
      expect(await (await fetch(`${unopened.url}/readyz`)).text()).to.include("byte for byte (40 %)");
    } finally {
      await unopened.close();
    }
  });

  it("answers nothing from the ledger while a damaged mirror is built anew, and keeps where it lies to itself", async () => {
    const damage = new StoreError("CORRUPT", "what the mirror in /srv/mirror holds was altered");
    server.status = { ...LIVE, state: "healing", reason: damage };
    for (const path of ["/v1/pilots", `/v1/pilots/${JUDICIAL}`, "/readyz"]) {
      const answer = await server.get(path);
      expectProblem(answer, 503, "MIRROR_REBUILDING");
      expect(answer.body.detail).to.include("CORRUPT").and.not.include("/srv");
      expect(answer.headers["retry-after"]).to.equal("10");
    }
    server.status = LIVE;
    server.fault = () => {
      throw damage;
    };
    expectProblem(await server.get("/v1/pilots"), 503, "MIRROR_REBUILDING");
  });

  it("answers nothing from the ledger once the mirror halted, and says why", async () => {
    server.status = {
      ...LIVE,
      state: "halted",
      reason: { code: "UNKNOWN_EVENT", message: "an event of a kind this version does not know" },
    };
    for (const path of ["/v1/pilots", `/v1/pilots/${JUDICIAL}`, "/readyz"]) {
      const answer = await server.get(path);
      expectProblem(answer, 503, "MIRROR_HALTED");
      expect(answer.body.detail).to.include("of a kind this version does not know");
    }
  });

  it("hides what failed, and logs it under the request's id", async () => {
    server.fault = () => {
      throw new Error("the secret of the disk");
    };
    const answer = await server.get("/v1/pilots");
    expectProblem(answer, 500, "INTERNAL");
    expect(answer.text).not.to.include("secret of the disk");
    expect(server.log).to.include("secret of the disk").and.include(String(answer.headers["x-request-id"]));
  });

  it("does not guess at a limit in a year the calendar does not have", async () => {
    const ledger = emptyLedger();
    ledger.apply(JUDICIAL, { lead: LEADS[0] }).start(JUDICIAL);
    server.ledger = ledger
      .pass(30 * 365 * DAY)
      .submit(JUDICIAL, 1)
      .pass(DAY);
    const { items } = (await server.get("/v1/milestones")).body as unknown as { items: { timeliness: Timeliness }[] };
    expect(items[0]?.timeliness).to.include({
      status: "UNDER_REVIEW",
      reviewDueAt: null,
      fault: "CALENDAR_YEAR_MISSING",
    });
  });

  it("speaks the language asked for", async () => {
    const asking = (lang: string, accepts?: string) =>
      server.get(`/v1/nothing${lang}`, accepts === undefined ? {} : { headers: { "Accept-Language": accepts } });
    const title = async (lang: string, accepts?: string) => (await asking(lang, accepts)).body.title;
    expect(await title("")).to.equal("No such address");
    expect(await title("", "zh-CN,zh;q=0.9,en;q=0.5")).to.equal("没有此地址");
    expect(await title("", "fr")).to.equal("No such address");
    expect(await title("?lang=zh", "en")).to.equal("没有此地址");
    expect(await title("?lang=en", "zh")).to.equal("No such address");
    const { headers } = await asking("?lang=zh");
    expect(headers["content-language"]).to.equal("zh");
  });

  it("has shown each of its codes here, or in the tests of paging, formats, access, transport, streams and webhooks", () => {
    const elsewhere = ["CURSOR_INVALID", "CURSOR_MISMATCH", "REORG_DURING_PAGE", "NOT_ACCEPTABLE"];
    const access = [
      ...["TOKEN_REQUIRED", "TOKEN_INVALID", "TOKEN_EXPIRED", "TOKEN_REVOKED", "SIGN_IN_REFUSED"],
      ...["INSUFFICIENT_SCOPE", "REGION_OUT_OF_SCOPE", "ISSUER_UNREACHABLE"],
    ];
    const transport = [
      ...["REQUEST_TIMEOUT", "CONTENT_TOO_LARGE", "URI_TOO_LONG", "UNSUPPORTED_MEDIA_TYPE"],
      ...["RATE_LIMITED", "HEADERS_TOO_LARGE", "TOO_MANY_STREAMS", "TOO_MANY_WEBHOOKS"],
    ];
    expect([...seen, ...elsewhere, ...access, ...transport]).to.have.members(Object.keys(PROBLEMS));
  });
});
