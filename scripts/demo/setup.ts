import { ACTORS, ORGANISATIONS } from "./actors.ts";
import { shanghai } from "./clock.ts";
import type { Step } from "./story.ts";

/*
 * What has to be there before the first pilot: code tables, roles, organisations with their accounts, and the programmes. `{setup}`
 * stands for the folder of this file's YAML files, `{codes}` for that of the code tables.
 */

const BEGINNING = "2017-03-01 09:00";

/** The acts of the administrator, the registrar and the approver before the first application of each programme. */
export const SETUP: readonly Step[] = [
  step(BEGINNING, "administrator", ["admin", "codes", "load", "{codes}/zhejiang.codes.yaml"]),
  ...ACTORS.flatMap((actor) =>
    actor.roles.map((role) =>
      step(BEGINNING, "administrator", ["admin", "role", "grant", role, actor.address, "--region", "330000"]),
    ),
  ),
  ...ORGANISATIONS.map(({ uscc, kind, region, name }) =>
    step(BEGINNING, "registrar", [
      ...["organisation", "register", uscc, "--region", region, "--kind", kind],
      ...["--name-zh", name.zh, "--name-en", name.en],
    ]),
  ),
  ...ACTORS.filter((actor) => actor.organisation !== null).map((actor) =>
    step(BEGINNING, "registrar", ["organisation", "bind", actor.organisation ?? "", actor.address]),
  ),
  step("2017-03-02 09:00", "approver", ["programme", "open", "{setup}/programmes/base-2017.yaml"]),
  step("2019-03-01 09:00", "approver", ["programme", "open", "{setup}/programmes/pilot-2019.yaml"]),
  step("2020-03-02 09:00", "approver", ["programme", "open", "{setup}/programmes/pilot-2020.yaml"]),
];

function step(time: string, as: string, argv: readonly string[]): Step {
  return { at: shanghai(time), as, argv, documents: [] };
}
