import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import { bitsOfNames } from "../../../server/ledger/codes/code.ts";
import { EVIDENCE_KINDS } from "../../../server/ledger/codes/evidence.ts";
import { MILESTONE_STATE_LABELS, PILOT_STATE_LABELS } from "../../../server/ledger/codes/labels.ts";
import { evidenceKinds, inSentence, listed } from "../../../server/ledger/refusals/wording.ts";
import type { Ledger } from "../chain/ledger.ts";
import { type MilestoneView, milestoneView, pilotView } from "../chain/views.ts";
import { CliFailure } from "../failure.ts";
import type { EvidenceFile } from "./evidence-kinds.ts";
import type { MilestoneArgument } from "./submit.ts";

/**
 * Looks whether a milestone can be submitted as it is, before anything is sent.
 *
 * @throws {CliFailure} MILESTONE_NOT_READY that lists everything that stands in the way.
 */
export async function requireReady(
  ledger: Ledger,
  { pilot, number }: MilestoneArgument,
  { view, evidence }: { readonly view: MilestoneView; readonly evidence: readonly EvidenceFile[] },
): Promise<void> {
  const obstacles = [
    await pilotObstacle(ledger, { pilot, number }),
    stateObstacle(view),
    await dependencyObstacle(ledger, { pilot, number }, view),
    evidenceObstacle(view, evidence),
  ].filter((obstacle) => obstacle !== undefined);
  if (obstacles.length === 0) return;
  const code = `${pilot.code}/M${number}`;
  throw new CliFailure(
    "MILESTONE_NOT_READY",
    {
      zh: `里程碑 ${code} 还不能提交，未发送任何内容：${obstacles.map(({ zh }) => zh).join("；")}。`,
      en: `milestone ${code} cannot be submitted yet and nothing was sent: ${obstacles.map(({ en }) => en).join("; ")}`,
    },
    { exitCode: 1, details: { obstacles } },
  );
}

async function pilotObstacle(ledger: Ledger, { pilot }: MilestoneArgument): Promise<Bilingual | undefined> {
  const { state } = await pilotView(ledger, pilot);
  if (state === "ACTIVE") return undefined;
  const { zh, en } = inSentence(PILOT_STATE_LABELS[state]);
  const active = inSentence(PILOT_STATE_LABELS.ACTIVE);
  return { zh: `试点的状态为“${zh}”，须为“${active.zh}”`, en: `the pilot is ${en} and has to be ${active.en}` };
}

function stateObstacle({ state, revision }: MilestoneView): Bilingual | undefined {
  if (state === "PLANNED" || state === "RETURNED") return undefined;
  const { zh, en } = inSentence(MILESTONE_STATE_LABELS[state]);
  return state === "SUBMITTED"
    ? {
        zh: `第 ${revision} 次提交的是其他文件，正等待决定`,
        en: `revision ${revision}, of other files, is waiting for a decision`,
      }
    : { zh: `里程碑的状态为“${zh}”`, en: `the milestone is ${en}` };
}

async function dependencyObstacle(
  ledger: Ledger,
  { pilot, number }: MilestoneArgument,
  { dependsOn }: MilestoneView,
): Promise<Bilingual | undefined> {
  const numbers = Array.from({ length: number }, (_, index) => index).filter((earlier) => (dependsOn >>> earlier) & 1);
  const views = await Promise.all(
    numbers.map(async (earlier) => ({ earlier, state: (await milestoneView(ledger, pilot, earlier)).state })),
  );
  const open = views
    .filter(({ state }) => state !== "ACCEPTED" && state !== "WAIVED")
    .map(({ earlier }) => `M${earlier}`);
  if (open.length === 0) return undefined;
  return {
    zh: `须待 ${open.join("、")} 通过或免除`,
    en: `it has to wait until ${open.join(", ")} is accepted or waived`,
  };
}

function evidenceObstacle(
  { requiredEvidence }: MilestoneView,
  evidence: readonly EvidenceFile[],
): Bilingual | undefined {
  const given = bitsOfNames(
    EVIDENCE_KINDS,
    evidence.map(({ kind }) => kind),
  );
  const missing = requiredEvidence & ~given;
  if (missing === 0n) return undefined;
  const { zh, en } = listed(evidenceKinds(missing));
  const options = (file: string) =>
    EVIDENCE_KINDS.filter((_, index) => (missing >> BigInt(index)) & 1n)
      .map((kind) => `--evidence ${kind}=${file}`)
      .join(" ");
  return {
    zh: `缺少佐证材料：${zh}（文件名以类型开头，或加 ${options("文件")}）`,
    en: `evidence is missing: ${en} (begin a file's name with the kind, or add ${options("FILE")})`,
  };
}
