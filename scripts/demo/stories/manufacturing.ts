import { actsOf, type Story, story } from "../story.ts";

const parts = {
  name: "auto-parts-traceability",
  code: "ZJ-2019-330206-MFG-0001",
  lead: "lead-parts",
  heading: "Quality traceability of auto parts",
};
const part = actsOf(parts);

/** Active; the prototype has been overdue for 37 days. */
export const autoParts: Story = story(
  parts,
  part.apply("2019-09-02 14:00"),
  part.admit("2019-09-06 10:10"),
  part.approve("2019-09-27 10:30"),
  part.start("2019-10-14 09:00"),
  part.submit("2019-11-26 13:20", 1, ["kickoff-minutes.pdf", "nodes.json"]),
  part.accept("2019-12-04 15:30", 1),
);

const appliances = {
  name: "low-voltage-appliances",
  code: "ZJ-2019-330300-MFG-0001",
  lead: "lead-appliances",
  heading: "Joint making and quality certification of low-voltage appliances",
};
const appliance = actsOf(appliances);

/** Terminated for a false report of its trial run. */
export const lowVoltageAppliances: Story = story(
  appliances,
  appliance.apply("2019-03-20 11:00"),
  appliance.admit("2019-03-26 09:00"),
  appliance.approve("2019-04-17 14:00"),
  appliance.start("2019-05-05 09:00"),
  appliance.submit("2019-05-30 17:00", 1, ["kickoff-minutes.pdf"]),
  appliance.accept("2019-06-11 10:00", 1),
  appliance.submit("2019-10-08 16:10", 2, ["trial-run-report.pdf", "trial-run.csv"]),
  appliance.sendBackMilestone("2019-10-21 11:00", 2, "FALSE_REPORT"),
  appliance.suspend("2019-10-22 09:30", "UNDER_INVESTIGATION"),
  appliance.terminate("2020-01-15 10:00", "FALSE_REPORT"),
);

const moulds = {
  name: "mould-designs",
  code: "ZJ-2019-331000-MFG-0001",
  lead: "lead-moulds",
  heading: "Copyright and trade of mould designs",
};
const mould = actsOf(moulds);

/** Active; extended twice, so on time now and late against the original plan. */
export const mouldDesigns: Story = story(
  moulds,
  mould.apply("2019-03-22 15:40"),
  mould.admit("2019-03-28 10:00"),
  mould.approve("2019-04-19 09:50"),
  mould.start("2019-05-06 09:00"),
  mould.submit("2019-05-29 10:00", 1, ["kickoff-minutes.pdf"]),
  mould.accept("2019-06-06 10:30", 1),
  mould.submit("2019-08-28 15:15", 2, ["design-doc.pdf", "software-copyright.pdf"]),
  mould.accept("2019-09-09 10:00", 2),
  mould.advanceStage("2019-11-12 10:00"),
  mould.extend("2019-12-16 09:00", "2019-12-20 15:00", 3, "2020-03-31", "TECHNICAL_DIFFICULTY"),
  mould.extend("2020-03-16 09:00", "2020-03-24 11:00", 3, "2020-06-20", "FORCE_MAJEURE"),
  mould.submit("2020-06-10 16:40", 3, ["trial-run-report.pdf", "trial-run.csv"]),
  mould.accept("2020-06-16 10:00", 3),
);
