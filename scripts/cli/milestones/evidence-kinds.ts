import { EVIDENCE_KINDS, type EvidenceKind } from "../../../server/ledger/codes/evidence.ts";
import { EVIDENCE_KIND_LABELS } from "../../../server/ledger/codes/labels.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { type Manifest, manifestPath } from "../../../server/ledger/manifest.ts";
import { refused, unusable } from "../failure.ts";
import { codeName, nameArgument } from "../values/codes.ts";

/** A file of a submission that counts as evidence of a kind. */
export interface EvidenceFile {
  readonly kind: EvidenceKind;
  readonly path: string;
  readonly sha256: Hex;
  /** Whether the kind follows from the file's name rather than from an option. */
  readonly byName: boolean;
}

const KINDS = EVIDENCE_KINDS.filter((kind) => kind !== "NONE");

/**
 * The kind that a file's name says: `test-report-v2.pdf` and `测试报告.pdf` are test reports. The longest kind that fits is meant.
 */
export function kindOfName(path: string): EvidenceKind | undefined {
  const name = (path.split("/").at(-1) ?? path).replace(/\.[^.]*$/, "");
  const code = codeName(name).replaceAll(" ", "_");
  const fitting = KINDS.filter(
    (kind) => code === kind || code.startsWith(`${kind}_`) || name.startsWith(EVIDENCE_KIND_LABELS[kind].zh),
  );
  return fitting.sort((one, other) => other.length - one.length)[0];
}

/**
 * The evidence of a submission: the files that `--evidence KIND=PATH` names, and those whose names say their kind.
 *
 * @throws {CliFailure} when an option names a file that is not in the folder, or no kind.
 */
export function evidenceOf(manifest: Manifest, named: readonly string[]): EvidenceFile[] {
  const chosen = named.map((text) => namedEvidence(manifest, text));
  const automatic = manifest.files.flatMap(({ path, sha256 }): EvidenceFile[] => {
    const kind = kindOfName(path);
    return kind === undefined || chosen.some((item) => item.path === path)
      ? []
      : [{ kind, path, sha256, byName: true }];
  });
  return [...chosen, ...automatic];
}

function namedEvidence(manifest: Manifest, text: string): EvidenceFile {
  const [kind = "", ...rest] = text.split("=");
  if (rest.length === 0) {
    throw unusable(
      "EVIDENCE_INVALID",
      `--evidence “${text}”应写作 类型=文件，如 TEST_REPORT=report.pdf。`,
      `--evidence "${text}" must be KIND=FILE, such as TEST_REPORT=report.pdf`,
    );
  }
  const path = manifestPath(rest.join("=").replace(/^\.\//, ""));
  const file = manifest.files.find((candidate) => candidate.path === path);
  if (file === undefined) {
    throw refused(
      "EVIDENCE_FILE_MISSING",
      `文件夹中没有 --evidence 所指的“${path}”。`,
      `the folder has no file ${path}, which --evidence names`,
    );
  }
  return { kind: nameArgument(EVIDENCE_KINDS, kind, "--evidence"), path, sha256: file.sha256, byName: false };
}
