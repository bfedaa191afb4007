import { actsOf, type Story, story } from "../story.ts";

const evidence = {
  name: "e-evidence",
  code: "ZJ-2019-330102-JUD-0001",
  lead: "lead-tribunal",
  heading: "E-evidence preservation and verification",
};
const act = actsOf(evidence);

/** Accepted, and a showcase for its second half year; twelve hundred operational records anchored. */
export const electronicEvidence: Story = story(
  evidence,
  act.apply("2019-03-04 09:10"),
  act.admit("2019-03-07 10:00"),
  act.approve("2019-03-25 15:20"),
  act.start("2019-04-01 09:00"),
  act.addParty("2019-04-02 09:30", "53330100009900050B", "witness"),
  act.addParty("2019-04-02 09:40", "12330000009900060E", "witness"),
  act.submit("2019-04-26 16:00", 1, ["kickoff-minutes.pdf", "nodes.json"]),
  act.accept("2019-05-06 10:30", 1),
  act.submit("2019-06-24 11:00", 2, ["design-doc.pdf", "test-report.pdf", "nodes.json"]),
  act.accept("2019-07-03 14:00", 2),
  act.submit("2019-08-12 09:45", 3, ["security-assessment.pdf", "mlps-grading.pdf"]),
  act.accept("2019-08-21 10:00", 3),
  act.advanceStage("2019-08-28 10:00"),
  act.submit("2019-10-10 17:05", 4, ["trial-run-report.pdf", "trial-run.csv", "user-report.pdf"]),
  act.accept("2019-10-18 09:20", 4),
  act.submit("2019-10-29 15:00", 5, ["test-report.pdf", "source-hash.json"]),
  act.accept("2019-11-04 11:00", 5),
  act.requestAcceptance("2019-11-05 09:00"),
  act.convene("2019-11-08 09:00"),
  act.vote("2019-11-20 10:00", "expert-testing", "pass"),
  act.vote("2019-11-20 10:20", "expert-university", "pass"),
  act.vote("2019-11-20 10:40", "expert-engineering", "pass"),
  act.acceptPilot("2019-11-28 16:00"),
  ["2019-09", "2019-10", "2019-11", "2019-12", "2020-01", "2020-02"].map((month) =>
    act.anchor(`${month}-28 20:00`, month, 100),
  ),
  ["2020-03", "2020-04", "2020-05"].map((month) => act.anchor(`${month}-28 20:00`, month, 200)),
  act.grantShowcase("2020-06-03 10:00", "2022-06-03"),
);
