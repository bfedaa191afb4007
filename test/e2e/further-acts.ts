import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CommandLine } from "./command-line.ts";

/** An application to the programme that is open when the demo ends. */
function applicationOf(region: string, field: string): string {
  return `programme: ZJ-2020-PILOT-1
region: "${region}"
field: ${field}
title: { zh: 端到端试点, en: End-to-end pilot }
summary: { zh: 从申报到验收的试点。, en: A pilot from application to acceptance. }
platform: Consortium chain, 4 nodes
budget: 1234567.89
documents: [paper.pdf]
milestones:
  - { kind: KICKOFF, title: { zh: 启动, en: Kick-off }, due: 2020-07-31, weight: 20 }
  - { kind: PROTOTYPE, title: { zh: 原型, en: Prototype }, due: 2020-12-31, weight: 80, dependsOn: [1], evidence: [TEST_REPORT] }
`;
}

/**
 * What does not happen in the demo: acts after its end that make every other kind of event.
 *
 * @param folder Where papers can be put.
 */
export async function furtherActs(cli: CommandLine, folder: string): Promise<void> {
  const paper = join(folder, "paper.pdf");
  await writeFile(paper, "a paper");
  const document = ["--document", paper];

  await cli.do("administrator", "admin", "pause", "--reason", "SECURITY_INCIDENT");
  await cli.do("administrator", "admin", "unpause", "--reason", "RECTIFICATION_DONE");

  const medical = join(folder, "medical.yaml");
  await writeFile(medical, applicationOf("330500", "LIV"));
  await cli.do("lead-medical", "pilot", "apply", medical);
  await cli.do("registrar", "pilot", "admit", "ZJ-2020-330500-LIV-0001");
  await cli.do("approver", "pilot", "waitlist", "ZJ-2020-330500-LIV-0001", "--reason", "QUOTA_EXHAUSTED");
  await cli.do("approver", "pilot", "reject", "ZJ-2020-330500-LIV-0001", "--reason", "QUOTA_EXHAUSTED", ...document);
  await cli.do("lead-medical", "pilot", "apply", medical);
  await cli.do("lead-medical", "pilot", "withdraw", "ZJ-2020-330500-LIV-0002", "--reason", "NO_LONGER_NEEDED");

  const registry = "ZJ-2019-330200-GOV-0001";
  await cli.do("expert-testing", "pilot", "vote", registry, "--vote", "conditional", ...document);
  await cli.do("approver", "pilot", "accept-conditionally", registry, "--reason", "CONDITIONS_IMPOSED", ...document);
  await cli.do("lead-registry", "pilot", "request-acceptance", registry, "--dir", await folderWith(folder, "again"));
  await cli.do(
    "approver",
    ...["pilot", "convene", registry, "--threshold", "2", "--expert", "expert-testing", "expert-university"],
  );
  await cli.do("expert-testing", "pilot", "vote", registry, "--vote", "fail", ...document);
  await cli.do("approver", "pilot", "fail", registry, "--reason", "INDICATOR_NOT_MET", ...document);

  const finance = "ZJ-2019-330108-ECO-0001";
  await cli.do("approver", "pilot", "resume", finance, "--reason", "RECTIFICATION_DONE");
  const amended = join(folder, "amended.yaml");
  await writeFile(amended, applicationOf("330108", "ECO"));
  await cli.do("lead-finance", "pilot", "amend", finance, amended, ...document);
  const association = "51330000009900040B";
  const joining = ["--organisation", association, "--role", "research", ...document];
  await cli.do("lead-finance", "pilot", "add-party", finance, ...joining);
  const leaving = ["--organisation", association, "--reason", "CONSENT_WITHDRAWN"];
  await cli.do("lead-finance", "pilot", "remove-party", finance, ...leaving);

  await cli.do("approver", "pilot", "revoke-showcase", "ZJ-2019-330102-JUD-0001", "--reason", "SECURITY_INCIDENT");

  const parts = "ZJ-2019-330206-MFG-0001";
  const evidence = ["--evidence", "DESIGN_DOC=report.pdf", "--evidence", "TEST_REPORT=report.pdf"];
  const prototype = ["--dir", await folderWith(folder, "prototype"), ...evidence];
  await cli.do("lead-parts", "milestone", "submit", parts, "M2", ...prototype);
  const panel = ["--threshold", "2", "--expert", "expert-testing", "expert-university", "expert-engineering"];
  await cli.do("approver", "milestone", "convene", parts, "M2", ...panel);
  await cli.do("expert-testing", "milestone", "vote", parts, "M2", "--vote", "pass", ...document);
  await cli.do("expert-university", "milestone", "vote", parts, "M2", "--vote", "fail", ...document);
  await cli.do("expert-engineering", "milestone", "vote", parts, "M2", "--vote", "pass", ...document);
  await cli.do("approver", "milestone", "accept", parts, "M2", ...document);
  const later = ["--due", "2020-11-30", "--reason", "SUPPLIER_DELAY"];
  await cli.do("lead-parts", "milestone", "request-extension", parts, "M3", ...later);
  await cli.do("approver", "milestone", "refuse-extension", parts, "M3", "--reason", "INCOMPLETE_EVIDENCE");
  await cli.do("approver", "milestone", "waive", parts, "M3", "--reason", "POLICY_CHANGE", ...document);

  const particulars = ["--region", "330300", "--kind", "enterprise", "--name-zh", "新名", "--name-en", "New name"];
  await cli.do("registrar", "organisation", "update", "91330300MA099008XM", ...particulars);
  await cli.do("registrar", "organisation", "suspend", "91330300MA099008XM", "--reason", "UNDER_INVESTIGATION");
  await cli.do("registrar", "account", "revoke", "lead-appliances", "--reason", "STAFF_CHANGE");
  await cli.do("notary", "account", "report-key-loss", "notary", "--lost-at", "2020-06-01 08:00");
  await cli.do("administrator", "admin", "role", "withdraw", "WITNESS", "notary");
  await cli.do("approver", "programme", "close", "ZJ-2020-PILOT-1", "--reason", "QUOTA_EXHAUSTED");
}

async function folderWith(folder: string, name: string): Promise<string> {
  const directory = join(folder, name);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "report.pdf"), `the report of ${name}`);
  return directory;
}
