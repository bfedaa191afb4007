import { actsOf, type Story, story } from "../story.ts";

const licences = {
  name: "e-licences",
  code: "ZJ-2019-330100-GOV-0001",
  lead: "lead-licences",
  heading: "Sharing of electronic licences",
};
const licence = actsOf(licences);

/** Active; the trial run is due in ten days. The prototype was returned once. */
export const electronicLicences: Story = story(
  licences,
  licence.apply("2019-03-11 09:20"),
  licence.admit("2019-03-15 10:00"),
  licence.approve("2019-04-08 15:00"),
  licence.start("2019-04-22 09:00"),
  licence.addParty("2019-04-23 10:00", "51330000009900040B", "research"),
  licence.submit("2019-05-28 16:00", 1, ["kickoff-minutes.pdf", "nodes.json"]),
  licence.accept("2019-06-05 10:00", 1),
  licence.submit("2019-08-26 17:30", 2, ["design-doc.pdf", "test-report.pdf"]),
  licence.sendBackMilestone("2019-09-04 11:00", 2, "INCOMPLETE_EVIDENCE"),
  licence.submit("2019-09-18 10:15", 2, ["design-doc.pdf", "test-report.pdf", "load-test.csv"], 2),
  licence.accept("2019-09-27 09:40", 2),
  licence.submit("2019-10-29 14:00", 3, ["security-assessment.pdf", "mlps-grading.pdf"]),
  licence.accept("2019-11-08 10:00", 3),
  licence.advanceStage("2019-12-10 15:00"),
);

const registry = {
  name: "real-estate-registration",
  code: "ZJ-2019-330200-GOV-0001",
  lead: "lead-registry",
  heading: "Joint registration of real estate",
};
const register = actsOf(registry);

/** In acceptance: one expert of three has voted, for passing on conditions. */
export const realEstateRegistration: Story = story(
  registry,
  register.apply("2019-03-13 10:40"),
  register.admit("2019-03-18 09:30"),
  register.approve("2019-04-10 10:00"),
  register.start("2019-04-24 09:00"),
  register.submit("2019-05-27 15:00", 1, ["kickoff-minutes.pdf"]),
  register.accept("2019-06-04 10:00", 1),
  register.submit("2019-08-20 16:20", 2, ["design-doc.pdf", "test-report.pdf"]),
  register.accept("2019-08-30 09:10", 2),
  register.advanceStage("2019-10-15 09:00"),
  register.submit("2019-12-24 11:30", 3, ["trial-run-report.pdf", "trial-run.csv"]),
  register.accept("2020-01-06 10:00", 3),
  register.submit("2020-04-27 14:45", 4, ["test-report.pdf", "user-report.pdf", "security-assessment.pdf"]),
  register.accept("2020-05-11 16:00", 4),
  register.requestAcceptance("2020-05-25 09:00"),
  register.convene("2020-06-01 10:00"),
  register.vote("2020-06-12 11:20", "expert-university", "conditional"),
);
