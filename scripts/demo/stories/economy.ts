import { actsOf, type Story, story } from "../story.ts";

const finance = {
  name: "receivables-finance",
  code: "ZJ-2019-330108-ECO-0001",
  lead: "lead-finance",
  heading: "Receivables finance in supply chains",
};
const receivable = actsOf(finance);

/** Suspended: its public service runs without a valid filing. */
export const receivablesFinance: Story = story(
  finance,
  receivable.apply("2019-03-14 14:30"),
  receivable.admit("2019-03-20 09:00"),
  receivable.approve("2019-04-12 16:00"),
  receivable.startPublicService("2019-04-26 09:00"),
  receivable.submit("2019-05-30 11:00", 1, ["kickoff-minutes.pdf"]),
  receivable.accept("2019-06-10 10:00", 1),
  receivable.submit("2019-08-30 18:00", 2, ["design-doc.pdf", "test-report.pdf"]),
  receivable.accept("2019-09-11 10:00", 2),
  receivable.advanceStage("2019-11-20 10:00"),
  receivable.submit("2019-12-27 15:00", 3, ["trial-run-report.pdf", "trial-run.csv"]),
  receivable.accept("2020-01-10 09:30", 3),
  receivable.suspend("2020-06-02 09:00", "FILING_LAPSED"),
);

const commerce = {
  name: "cross-border-traceability",
  code: "ZJ-2019-330782-ECO-0001",
  lead: "lead-commerce",
  heading: "Traceability of goods in cross-border e-commerce",
};
const trade = actsOf(commerce);

/** Active; a submission has waited longer than the regulator may take. */
export const crossBorderTraceability: Story = story(
  commerce,
  trade.apply("2019-03-18 10:00"),
  trade.admit("2019-03-22 11:00"),
  trade.approve("2019-04-15 09:20"),
  trade.startPublicService("2019-04-28 09:00"),
  trade.submit("2019-05-31 09:00", 1, ["kickoff-minutes.pdf", "cac-filing.pdf"]),
  trade.accept("2019-06-11 10:20", 1),
  trade.submit("2019-08-29 16:00", 2, ["design-doc.pdf", "test-report.pdf"]),
  trade.accept("2019-09-10 10:00", 2),
  trade.advanceStage("2019-11-26 10:00"),
  trade.submit("2019-12-30 10:30", 3, ["trial-run-report.pdf", "trial-run.csv"]),
  trade.accept("2020-01-13 15:00", 3),
  trade.submit("2020-05-25 14:10", 4, ["user-report.pdf", "test-report.pdf"]),
);

const base = {
  name: "software-industry-base",
  code: "ZJ-2017-330100-ECO-0001",
  lead: "lead-base",
  heading: "Software and information services industry base",
};
const annual = actsOf(base);

/** An industry base of the first batch: three annual milestones, final acceptance, archive. */
export const industryBase: Story = story(
  base,
  annual.apply("2017-04-10 09:00"),
  annual.admit("2017-04-14 10:00"),
  annual.approve("2017-05-05 15:00"),
  annual.start("2017-05-22 09:00"),
  annual.submit("2018-01-22 16:00", 1, ["annual-report-2017.pdf", "financial-report.pdf"]),
  annual.accept("2018-02-02 10:00", 1),
  annual.submit("2019-02-12 11:30", 2, ["annual-report-2018.pdf", "financial-report.pdf"]),
  annual.accept("2019-02-22 10:00", 2),
  annual.extend("2020-01-20 10:00", "2020-01-22 16:00", 3, "2020-03-31", "FORCE_MAJEURE"),
  annual.submit("2020-03-25 15:00", 3, ["annual-report-2019.pdf", "financial-report.pdf", "exit-report.pdf"]),
  annual.accept("2020-04-03 10:00", 3),
  annual.requestAcceptance("2020-04-20 09:00"),
  annual.convene("2020-04-24 10:00"),
  annual.vote("2020-05-12 10:00", "expert-testing", "pass"),
  annual.vote("2020-05-12 10:15", "expert-university", "conditional"),
  annual.vote("2020-05-12 10:30", "expert-engineering", "pass"),
  annual.acceptPilot("2020-05-28 15:00"),
  annual.archive("2020-06-10 10:00"),
);
