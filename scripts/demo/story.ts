import { shanghai } from "./clock.ts";
import type { DemoDocument } from "./documents.ts";

/*
 * A story is what happened to one pilot: acts with their time and actor, each a call of the command line. Paths in a call are below
 * the story's folder, and the papers of a step are made there before it.
 */

/** One act. */
export interface Step {
  /** Unix seconds. */
  readonly at: number;
  /** The account that acts. */
  readonly as: string;
  /** Arguments of the command line. `{folder}/…` names a path below the story's folder. */
  readonly argv: readonly string[];
  readonly documents: readonly DemoDocument[];
}

/** What happened to one pilot. */
export interface Story {
  /** The folder's name, and that of its `pilot.yaml`. */
  readonly name: string;
  /** The code the pilot will get. */
  readonly code: string;
  readonly lead: string;
  readonly steps: readonly Step[];
}

/** What a story is about; the acts below are made from it. */
export interface Subject {
  readonly name: string;
  readonly code: string;
  readonly lead: string;
  /** The pilot's name in the headings of its papers. */
  readonly heading: string;
}

/** Puts a story together. */
export function story(subject: Subject, ...steps: readonly (Step | readonly Step[])[]): Story {
  return { name: subject.name, code: subject.code, lead: subject.lead, steps: steps.flat() };
}

/** The acts of one pilot's story, in the words of the command line. */
export function actsOf(subject: Subject) {
  const { code, heading, lead } = subject;

  const step = (time: string, as: string, argv: readonly string[], papers: readonly string[] = []): Step => ({
    at: shanghai(time),
    as,
    argv,
    documents: papers.map((path) => ({ path, heading: `${heading}: ${titleOf(path)}`, date: shanghai(time) })),
  });

  /** An act that refers to one paper. */
  const withPaper = (time: string, as: string, argv: readonly string[], paper: string): Step =>
    step(time, as, [...argv, "--document", `{folder}/${paper}`], [paper]);

  return {
    apply: (time: string) => step(time, lead, ["pilot", "apply", "{folder}/pilot.yaml"], APPLICATION_PAPERS),
    sendBack: (time: string, round: number) =>
      withPaper(time, "registrar", ["pilot", "return", code, "--reason", "MISSING_DOCUMENT"], `gaps-${round}.pdf`),
    resubmit: (time: string) => step(time, lead, ["pilot", "resubmit", code, "{folder}/pilot.yaml"]),
    admit: (time: string) => step(time, "registrar", ["pilot", "admit", code]),
    approve: (time: string) => withPaper(time, "approver", ["pilot", "approve", code], "decision-approval.pdf"),
    start: (time: string) =>
      step(time, lead, ["pilot", "start", code, "--filing", "not-required", "--filing-reason", "INTERNAL_SERVICE"]),
    startPublicService: (time: string) => step(time, lead, ["pilot", "start", code, "--filing", "required"]),
    addParty: (time: string, organisation: string, role: string) =>
      withPaper(
        time,
        lead,
        ["pilot", "add-party", code, "--organisation", organisation, "--role", role],
        `consent-${organisation}.pdf`,
      ),
    /** Submits a milestone with its papers; `revision` only names the folder. */
    submit: (time: string, number: number, papers: readonly string[], revision = 1) => {
      const folder = `M${number}-r${revision}`;
      return step(
        time,
        lead,
        ["milestone", "submit", code, `M${number}`, "--dir", `{folder}/${folder}`, "--out", "{folder}/receipts"],
        papers.map((paper) => `${folder}/${paper}`),
      );
    },
    accept: (time: string, number: number) =>
      withPaper(time, "approver", ["milestone", "accept", code, `M${number}`], `opinion-M${number}.pdf`),
    sendBackMilestone: (time: string, number: number, reason: string) =>
      withPaper(
        time,
        "approver",
        ["milestone", "return", code, `M${number}`, "--reason", reason],
        `objection-M${number}.pdf`,
      ),
    extend: (asked: string, granted: string, number: number, due: string, reason: string): Step[] => [
      withPaper(
        asked,
        lead,
        ["milestone", "request-extension", code, `M${number}`, "--due", due, "--reason", reason],
        `extension-M${number}-${due}.pdf`,
      ),
      withPaper(
        granted,
        "approver",
        ["milestone", "grant-extension", code, `M${number}`],
        `extension-decision-M${number}-${due}.pdf`,
      ),
    ],
    advanceStage: (time: string) => withPaper(time, "approver", ["pilot", "advance-stage", code], "decision-stage.pdf"),
    requestAcceptance: (time: string) =>
      step(
        time,
        lead,
        ["pilot", "request-acceptance", code, "--dir", "{folder}/acceptance", "--out", "{folder}/receipts"],
        ["test-report.pdf", "user-report.pdf", "financial-report.pdf", "exit-report.pdf"].map((p) => `acceptance/${p}`),
      ),
    convene: (time: string) =>
      step(time, "approver", [
        ...["pilot", "convene", code, "--threshold", "2"],
        ...["--expert", "expert-testing", "expert-university", "expert-engineering"],
      ]),
    vote: (time: string, expert: string, vote: string) =>
      withPaper(time, expert, ["pilot", "vote", code, "--vote", vote], `expert-opinion-${expert}.pdf`),
    acceptPilot: (time: string) => withPaper(time, "approver", ["pilot", "accept", code], "acceptance-certificate.pdf"),
    archive: (time: string) =>
      step(
        time,
        "registrar",
        ["pilot", "archive", code, "--dir", "{folder}/archive", "--out", "{folder}/receipts"],
        ["archive/catalogue.json", "archive/four-property-check.pdf"],
      ),
    suspend: (time: string, reason: string) =>
      withPaper(time, "approver", ["pilot", "suspend", code, "--reason", reason], "decision-suspension.pdf"),
    terminate: (time: string, reason: string) =>
      withPaper(time, "approver", ["pilot", "terminate", code, "--reason", reason], "decision-termination.pdf"),
    grantShowcase: (time: string, until: string) =>
      withPaper(time, "approver", ["pilot", "grant-showcase", code, "--valid-until", until], "decision-showcase.pdf"),
    /** Anchors operational records in one go. */
    anchor: (time: string, batch: string, count: number) => {
      const papers = Array.from({ length: count }, (_, n) => `records/${batch}/${String(n + 1).padStart(4, "0")}.json`);
      const paths = papers.map((paper) => `{folder}/${paper}`);
      return step(time, lead, ["evidence", "anchor", code, ...paths, ...ANCHOR_OPTIONS], papers);
    },
  };
}

const APPLICATION_PAPERS = ["application/application-form.pdf", "application/pilot-plan.pdf"];

const ANCHOR_OPTIONS = [
  ...["--kind", "OPERATIONAL_RECORD", "--source", "OWN_SYSTEM", "--generation", "AUTOMATIC"],
  ...["--storage", "ARCHIVE_SYSTEM", "--certification", "NOTARY"],
];

/** "M4-r1/trial-run-report.pdf" becomes "trial run report". */
function titleOf(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.\w+$/, "").replaceAll("-", " ");
}
