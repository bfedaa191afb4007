import { actsOf, type Story, story } from "../story.ts";

const prescriptions = {
  name: "prescription-flow",
  code: "ZJ-2019-330500-LIV-0001",
  lead: "lead-medical",
  heading: "Flow of prescriptions in a medical region",
};
const prescription = actsOf(prescriptions);

/** Approved 35 days ago and not started. */
export const prescriptionFlow: Story = story(
  prescriptions,
  prescription.apply("2020-04-07 10:00"),
  prescription.admit("2020-04-13 09:00"),
  prescription.approve("2020-05-14 10:00"),
);

const food = {
  name: "food-traceability",
  code: "ZJ-2019-330483-LIV-0001",
  lead: "lead-food",
  heading: "Food traceability and credit",
};
const meal = actsOf(food);

/** The application was returned twice. */
export const foodTraceability: Story = story(
  food,
  meal.apply("2020-05-06 09:40"),
  meal.sendBack("2020-05-11 10:00", 1),
  meal.resubmit("2020-05-20 15:00"),
  meal.sendBack("2020-05-26 09:30", 2),
);
