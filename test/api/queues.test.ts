import { expect } from "chai";
import { grantsOfAccount } from "../../server/api/access/ledger-grants.ts";
import { API_DOCUMENT } from "../../server/api/routes/routes.ts";
import { Conduct } from "../support/conduct.ts";
import { Evaluations } from "../support/evaluations.ts";
import { EvidenceActs } from "../support/evidence-acts.ts";
import { emptyLedger, LEADS } from "../support/random-ledger.ts";
import { Supervision } from "../support/supervision.ts";
import { accountOf, DAY, hash } from "../support/synthetic-names.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

const [, MAKER] = LEADS;
const OFFICIAL = accountOf("an official");
const ROLES = ["REGISTRAR", "APPROVER", "EXPERT", "INSPECTOR", "DECIDER", "STATISTICIAN"] as const;

describe("work queues", () => {
  const server = new TestServer(undefined);
  before(() => server.start());
  after(() => server.stop());

  const itemsOf = async (path: string) => {
    const { status, body } = await server.get(path);
    expect(status, `${path} ${JSON.stringify(body)}`).to.equal(200);
    return body.items as unknown as Record<string, unknown>[];
  };
  const tasksOf = async (path: string) => (await itemsOf(path)).map(({ task, subject }) => [task, subject]);

  it("can be read by whoever holds their role on the ledger", async () => {
    for (const role of ROLES) {
      const ledger = emptyLedger().bind(LEADS[0], OFFICIAL).role(OFFICIAL, role);
      const held = (await grantsOfAccount(ledger.reader(), OFFICIAL)).flatMap(({ scopes }) => scopes);
      const { paths } = API_DOCUMENT;
      const needed = (paths[`/v1/queues/${role.toLowerCase()}`] ?? paths["/v1/queues/{role}"])?.get?.["x-scopes"];
      expect(held, role).to.include(needed?.[0]);
    }
  });

  it("tell each expert what waits for their own vote or score, from when they were named", async () => {
    const ledger = smallLedger();
    const [one, two] = [accountOf("expert one"), accountOf("expert two")];
    const named = ledger.time;
    ledger.advise(JUDICIAL, 2, [one, two]);
    const evaluations = new Evaluations(ledger);
    evaluations.plan("CITY_ON_SITE-2019-330200-1", MAKER, [one, two]);
    evaluations.open("CITY_ON_SITE-2019-330200-1");
    evaluations.score("CITY_ON_SITE-2019-330200-1", two, [10, 10]);
    server.ledger = ledger;
    expect(await tasksOf(`/v1/queues/expert?awaiting=${two}`)).to.deep.equal([
      ["VOTE_ON_SUBMISSION", `${JUDICIAL}/M2`],
    ]);
    expect(await tasksOf(`/v1/queues/expert?awaiting=${one.toLowerCase()}`)).to.deep.equal([
      ["SCORE_EVALUATION", "CITY_ON_SITE-2019-330200-1"],
    ]);
    const [vote] = await itemsOf("/v1/queues/expert");
    expect(vote).to.deep.include({ task: "VOTE_ON_SUBMISSION", since: named, awaiting: [two] });
  });

  it("pass a case on: to judge, to order again, to close, to whoever has the next act", async () => {
    const ledger = smallLedger();
    const supervision = new Supervision(ledger, OFFICIAL, OFFICIAL);
    const dossier = supervision.open(JUDICIAL, "BISR-11", "SERIOUS");
    supervision.find(JUDICIAL, dossier, "BISR-11", "SERIOUS");
    supervision.order(JUDICIAL, dossier, 1, 9);
    const queues = async () => {
      server.ledger = ledger;
      const all = await Promise.all(["inspector", "decider"].map((role) => tasksOf(`/v1/queues/${role}`)));
      return all.map((tasks) => tasks.filter(([, subject]) => subject === dossier).map(([task]) => task));
    };
    expect(await queues()).to.deep.equal([[], []]);
    supervision.respond(JUDICIAL, dossier, 1, OFFICIAL);
    expect(await queues()).to.deep.equal([["JUDGE_RESPONSE"], []]);
    supervision.judge(JUDICIAL, dossier, 1, "PARTIAL");
    expect(await queues()).to.deep.equal([["ORDER_AGAIN"], []]);
    supervision.order(JUDICIAL, dossier, 2, 9);
    supervision.respond(JUDICIAL, dossier, 2, OFFICIAL);
    supervision.judge(JUDICIAL, dossier, 2, "PASS");
    expect(await queues()).to.deep.equal([[], ["CLOSE_CASE"]]);
    supervision.close(JUDICIAL, dossier);
    expect(await queues()).to.deep.equal([[], []]);
  });

  it("hold what else only one role can do: disputes, nominations, and organisations that cannot act any more", async () => {
    const ledger = smallLedger();
    const evidence = new EvidenceActs(ledger);
    const anchor = evidence.anchor(JUDICIAL, hash("disputed"));
    evidence.dispute(JUDICIAL, anchor, 1, "WITNESS");
    new Evaluations(ledger).openPool("EAGLE", "330200");
    new Evaluations(ledger).move("EAGLE", MAKER, "NOMINATED");
    new Conduct(ledger).loseKey(MAKER);
    ledger.pass(DAY).mine();
    server.ledger = ledger;
    expect(await tasksOf("/v1/queues/decider")).to.deep.equal([["RESOLVE_DISPUTE", `${anchor}/1`]]);
    expect(await tasksOf("/v1/queues/approver?region=330200")).to.deep.equal([["ADMIT_ENTERPRISE", `EAGLE/${MAKER}`]]);
    expect(await tasksOf("/v1/queues/registrar")).to.deep.include(["BIND_ACCOUNT", MAKER]);
    ledger.bind(MAKER, accountOf("a new account"));
    server.ledger = ledger;
    expect(await tasksOf("/v1/queues/registrar")).to.not.deep.include(["BIND_ACCOUNT", MAKER]);
  });
});
