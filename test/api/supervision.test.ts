import { expect } from "chai";
import { packPilotId, parsePilotCode } from "../../server/ledger/ids.ts";
import { RULES } from "../../server/ledger/rules/rules.ts";
import { ADMINISTRATOR, DAY } from "../support/synthetic-names.ts";
import { JUDICIAL } from "./ledger.ts";
import { TestServer } from "./server.ts";
import { BUREAU, DECIDER, INSPECTED, INSPECTOR, MAKER, supervisedLedger } from "./supervised-ledger.ts";

describe("the questions of supervision", () => {
  const { ledger, dossier } = supervisedLedger();
  const server = new TestServer(ledger);
  before(() => server.start());
  after(() => server.stop());

  const itemsOf = async (path: string) => {
    const { status, body } = await server.get(path);
    expect(status, `${path} ${JSON.stringify(body)}`).to.equal(200);
    return body.items as unknown as Record<string, unknown>[];
  };
  const membersOf = async (path: string, member: string) => (await itemsOf(path)).map((item) => item[member]);

  it("finds cases by state, severity, clause, subject and date", async () => {
    const decisionDueAt = Number((await itemsOf("/v1/cases"))[0]?.decisionDueAt);
    for (const query of [
      "",
      "open=true",
      "state=rectifying",
      "severity=serious",
      "clause=BISR-11",
      `organisation=${MAKER}`,
      `pilot=${INSPECTED}`,
      "region=330200&field=ECO",
      `dueBefore=${decisionDueAt + 1}`,
      "origin=COMPLAINT&state=RECTIFYING,CLOSED",
    ]) {
      expect(await membersOf(`/v1/cases?${query}`, "code"), query).to.deep.equal([dossier]);
    }
    for (const query of [
      "open=false",
      "severity=GENERAL",
      "clause=BISR-12",
      `organisation=${BUREAU}`,
      "region=330100",
      `dueBefore=${decisionDueAt}`,
      "limitationBefore=2019-12-31T00:00:00Z",
    ]) {
      expect(await itemsOf(`/v1/cases?${query}`), query).to.deep.equal([]);
    }
  });

  it("shows a case in full, with names for its codes, as of any block", async () => {
    const { body } = await server.get(`/v1/cases/${dossier.toLowerCase()}`);
    const found = body.case as unknown as { findings: object[]; orders: object[]; labels: Record<string, unknown> };
    expect(found).to.deep.include({
      code: dossier,
      state: "RECTIFYING",
      severity: "SERIOUS",
      leadName: { zh: "某单位1", en: "Organisation 1" },
    });
    expect(found.labels.state).to.deep.equal({ zh: "整改中", en: "Rectifying" });
    expect([found.findings.length, found.orders.length]).to.deep.equal([1, 1]);
    const opened = (await itemsOf(`/v1/cases/${dossier}/timeline`))[1]?.provenance as { blockNumber: number };
    const { body: then } = await server.get(`/v1/cases/${dossier}?asOfBlock=${opened.blockNumber}`);
    expect(then.case).to.deep.include({ state: "OPENED", severity: "GENERAL", findings: [] });
    expect((await server.get(`/v1/cases/${dossier}?asOfBlock=${opened.blockNumber - 1}`)).body.code).to.equal(
      "RECORD_NOT_FOUND",
    );
  });

  it("tells the whole process of a case, from the complaint on", async () => {
    expect(await membersOf(`/v1/cases/${dossier}/timeline`, "event")).to.deep.equal([
      "ComplaintReceived",
      "CaseOpened",
      "InspectionOpened",
      "CaseInspected",
      "InspectionConcluded",
      "FindingsIssued",
      "RectificationOrdered",
    ]);
  });

  it("finds overdue orders with their days, and findings by clause", async () => {
    expect(await itemsOf("/v1/orders?overdue=false")).to.deep.equal([]);
    const [order] = await itemsOf("/v1/orders?overdue=true");
    expect(order).to.include({ code: `${dossier}/1`, case: dossier, state: "OPEN", overdue: true, daysLate: 31 + 1 });
    const { body } = await server.get("/v1/findings/by-clause");
    expect(body.clauses).to.deep.equal([
      {
        clause: "BISR-11",
        findings: 1,
        bySeverity: { MINOR: 0, GENERAL: 0, SERIOUS: 1, CRITICAL: 0 },
        cases: [dossier],
        pilots: 1,
        latestAt: (body.clauses as unknown as { latestAt: number }[])[0]?.latestAt,
      },
    ]);
  });

  it("finds services that run unfiled, and what is due, with the note that a number endorses nothing", async () => {
    const [filing] = await itemsOf("/v1/filings?state=UNFILED_RUNNING");
    expect(filing).to.deep.include({ pilot: INSPECTED, state: "PENDING", unfiledRunning: true });
    expect((filing?.note as { en: string } | undefined)?.en).to.match(/endorses neither/);
    expect(await membersOf("/v1/filings/due?within=0", "pilot")).to.deep.equal([INSPECTED]);
    expect(await itemsOf(`/v1/filings?state=UNFILED_RUNNING&asOf=${Number(filing?.dueAt)}`)).to.deep.equal([]);
    expect(await itemsOf("/v1/filings/by-number/330201")).to.deep.equal([]);
  });

  it("suggests a level from signals, each with its events, beside the rating", async () => {
    const [risk] = await itemsOf("/v1/risk/disagreements");
    const signals = risk?.signals as { code: string; score: number; events: object[] }[];
    expect(signals.map(({ code }) => code)).to.deep.equal([
      "FILING_MISSING",
      "OPEN_SERIOUS",
      "RECT_OVERDUE",
      "INCIDENT_OPEN",
    ]);
    for (const { events } of signals) expect(events).to.have.length(1);
    expect(risk).to.include({ pilot: INSPECTED, rated: "LOW", suggested: "CRITICAL", disagreement: 3, score: 100 });
    const sum = signals.reduce((total, { score }) => total + score, 0);
    expect(sum).to.equal(30 + 25 + 25 + 30);
    expect(await membersOf("/v1/risk/board?level=LOW", "pilot")).to.deep.equal([JUDICIAL, INSPECTED]);
    expect(await membersOf("/v1/risk/signals?code=FILING_MISSING", "pilot")).to.deep.equal([INSPECTED]);
    expect(await membersOf("/v1/pilots?risk=low&overdue=true", "code")).to.deep.equal([JUDICIAL]);
    expect(await membersOf("/v1/pilots?risk=UNRATED", "code")).to.not.include(INSPECTED);
    expect(await membersOf("/v1/incidents?open=true&severity=critical", "pilot")).to.deep.equal([INSPECTED]);
  });

  it("lists complaints and inspections", async () => {
    expect(await membersOf("/v1/complaints?state=CASE_OPENED", "case")).to.deep.equal([dossier]);
    const [inspection] = await itemsOf(`/v1/inspections?open=false&pilot=${INSPECTED}`);
    expect(inspection?.labels).to.deep.equal({
      kind: { zh: "日常检查", en: "Routine inspection" },
      result: { zh: "发现问题", en: "Issues found" },
    });
  });

  it("gives each role its queue, the oldest first, with limits of the rule set", async () => {
    const registrar = await itemsOf("/v1/queues/registrar");
    expect(registrar.map(({ task }) => task)).to.deep.equal(["ADMIT_APPLICATION", "ADMIT_APPLICATION"]);
    expect(registrar[0]).to.include({ workingDays: RULES.admissionWorkingDays, late: true });
    const ages = registrar.map(({ since }) => Number(since));
    expect(ages).to.deep.equal(ages.toSorted((one, other) => one - other));
    expect(await membersOf("/v1/queues/approver", "subject")).to.deep.equal([`${JUDICIAL}/M2`]);
    expect(await membersOf("/v1/queues/inspector", "task")).to.deep.equal(["REVIEW_INCIDENT", "FOLLOW_UP_ORDER"]);
    expect(await itemsOf("/v1/queues/inspector?region=330100")).to.deep.equal([]);
    for (const role of ["expert", "decider", "statistician"])
      expect(await itemsOf(`/v1/queues/${role}`)).to.deep.equal([]);
  });

  it("keeps an organisation's record", async () => {
    const { body } = await server.get(`/v1/organisations/${MAKER}/record`);
    const record = body.organisation as unknown as { pilots: { pilot: string }[]; cases: { code: string }[] };
    expect(record.cases.map(({ code }) => code)).to.deep.equal([dossier]);
    expect(record.pilots.map(({ pilot }) => pilot)).to.include(INSPECTED);
    expect(await membersOf(`/v1/organisations?q=${encodeURIComponent("单位1")}`, "uscc")).to.deep.equal([MAKER]);
  });

  it("tells an account's acts with its role then, role changes, unknown actors and conflicts of interest", async () => {
    const acts = await itemsOf(`/v1/audit/actors/${INSPECTOR.toLowerCase()}`);
    for (const act of acts) expect(act.roles).to.deep.equal(["INSPECTOR"]);
    expect(acts.map(({ event }) => event)).to.include("CaseOpened");
    const changes = await itemsOf("/v1/audit/role-changes");
    expect(changes.at(-1)).to.deep.include({ event: "RoleAssigned" });
    expect(changes.at(-1)?.subject).to.equal(`0x${DECIDER.slice(2).toLowerCase().padStart(64, "0")}`);
    const unknown = await itemsOf("/v1/audit/unknown-actors");
    expect(unknown.every(({ actor }) => actor === ADMINISTRATOR)).to.equal(true);
    expect(unknown.map(({ event }) => event)).to.not.include("ComplaintReceived");
    const [conflict, ...others] = await itemsOf("/v1/audit/conflicts");
    expect(conflict).to.include({ event: "RiskRated", pilot: JUDICIAL, organisation: BUREAU, as: "LEAD" });
    expect(others).to.deep.equal([]);
  });

  it("finds events by name, subject, actor, contract and block, in pages", async () => {
    const parts = parsePilotCode(INSPECTED);
    const subject = parts && packPilotId(parts);
    const all = await itemsOf(`/v1/events?subject=${subject}&actor=${INSPECTOR}&limit=200`);
    expect(all.length).to.be.greaterThan(8);
    const block = (all[3]?.provenance as { blockNumber: number } | undefined)?.blockNumber;
    expect(
      await itemsOf(`/v1/events?subject=${subject}&actor=${INSPECTOR}&fromBlock=${block}&toBlock=${block}`),
    ).to.have.length(1);
    expect(await membersOf("/v1/events?name=caseOpened&contract=SupervisionLedger", "event")).to.deep.equal([
      "CaseOpened",
    ]);
    const paged: unknown[] = [];
    for (let path: string | undefined = `/v1/events?subject=${subject}&limit=2`; path !== undefined; ) {
      const { body, headers } = await server.get(path);
      paged.push(...(body.items as unknown as object[]));
      path = /<([^>]+)>; rel="next"/.exec(String(headers.link ?? ""))?.[1];
    }
    expect(paged).to.deep.equal(await itemsOf(`/v1/events?subject=${subject}&limit=200`));
  });

  it("sorts pilots, and pages through them in that order", async () => {
    const byCode = await membersOf("/v1/pilots", "code");
    expect(await membersOf("/v1/pilots?sort=-code", "code")).to.deep.equal(byCode.toReversed());
    for (const [sort, member] of [
      ["appliedAt", "appliedAt"],
      ["-stateSince", "stateSince"],
      ["budget", "budgetFen"],
    ] as const) {
      const values = (await membersOf(`/v1/pilots?sort=${sort}`, member)).map(Number);
      const sorted = values.toSorted((one, other) => (sort.startsWith("-") ? other - one : one - other));
      expect(values, sort).to.deep.equal(sorted);
      const paged: unknown[] = [];
      for (let path: string | undefined = `/v1/pilots?sort=${sort}&limit=1`; path !== undefined; ) {
        const { body, headers } = await server.get(path);
        paged.push(...(body.items as unknown as { code: string }[]).map(({ code }) => code));
        path = /<([^>]+)>; rel="next"/.exec(String(headers.link ?? ""))?.[1];
      }
      expect(paged, sort).to.deep.equal(await membersOf(`/v1/pilots?sort=${sort}`, "code"));
    }
    const applied = Number((await itemsOf("/v1/pilots?sort=-appliedAt"))[0]?.appliedAt);
    expect(await membersOf(`/v1/pilots?from=${applied}`, "code")).to.deep.equal([INSPECTED]);
    expect(await membersOf(`/v1/pilots?to=${applied}`, "code")).to.not.include(INSPECTED);
  });

  it("shows the calendar of milestones, and one with all its submissions", async () => {
    const due = await itemsOf(`/v1/milestones/calendar?from=${ledger.time - 40 * DAY}&to=${ledger.time + 90 * DAY}`);
    const dates = due.map(({ timeliness }) => (timeliness as { dueAt: number }).dueAt);
    expect(dates).to.deep.equal(dates.toSorted((one, other) => one - other));
    expect(due.map(({ code }) => code)).to.include(`${INSPECTED}/M1`);
    expect((await server.get("/v1/milestones/calendar?from=0&to=2000000000")).status).to.equal(400);
    const { body } = await server.get(`/v1/pilots/${JUDICIAL}/milestones/M2`);
    expect((body.milestone as unknown as { submissions: object[] }).submissions).to.have.length(1);
    expect((await server.get(`/v1/pilots/${JUDICIAL}/milestones/9`)).status).to.equal(404);
  });
});
