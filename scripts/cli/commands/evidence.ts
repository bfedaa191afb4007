import type { Command } from "commander";
import { addCommand, addGroup, type Registry } from "../command.ts";
import { type AnchorOptions, anchorEvidence } from "../evidence/anchor.ts";
import { type VerifyOptions, verifyEvidence } from "../evidence/verify.ts";
import { pilotArgument } from "../values/codes.ts";

/** Adds `evidence …`: anchoring documents and checking them. */
export function addEvidenceCommands(registry: Registry, program: Command): void {
  const group = addGroup(registry, program, "evidence", {
    zh: "存证：固定摘要、核验文件",
    en: "evidence: anchoring digests, checking files",
  });
  addCommand<AnchorOptions>(
    registry,
    group,
    {
      usage: "anchor <code> <files...>",
      about: {
        zh: "将文件的摘要固定到试点；文件不上传；中断后重新执行会跳过已存证的文件",
        en: "anchor files' digests to a pilot; the files stay here; run again after an interruption, what is anchored is skipped",
      },
      options: [
        {
          flags: "--kind <kind>",
          about: { zh: "材料类型，见 codes evidence", en: "what the files are; codes evidence lists the kinds" },
          required: true,
        },
        { flags: "--milestone <number>", about: { zh: "所属里程碑", en: "the milestone they belong to" } },
        { flags: "--algorithm <name>", about: { zh: "sha256（默认）或 sm3", en: "sha256 (default) or sm3" } },
        {
          flags: "--source <code>",
          about: { zh: "来源，见 codes sources", en: "where they came from; codes sources" },
        },
        {
          flags: "--generation <code>",
          about: { zh: "生成方式，见 codes generations", en: "how they were generated; codes generations" },
        },
        {
          flags: "--storage <code>",
          about: { zh: "此前的存储，见 codes storages", en: "how they were stored before; codes storages" },
        },
        {
          flags: "--certification <code>",
          about: { zh: "此前的证明，见 codes certifications", en: "who certified them before; codes certifications" },
        },
      ],
      examples: ["evidence anchor ZJ-2019-330100-JUD-0001 logs/*.json --kind OPERATIONAL_RECORD --source OWN_SYSTEM"],
    },
    (session, [code, ...files], options) => anchorEvidence(session, { pilot: pilotArgument(code), files }, options),
  );
  addCommand<VerifyOptions>(
    registry,
    group,
    {
      usage: "verify <file>",
      about: {
        zh: "核验文件是否与账本一致；退出码 0 一致，1 无记录，2 未能核验",
        en: "check a file against the ledger; exit code 0 match, 1 no match, 2 could not check",
      },
      options: [
        {
          flags: "--algorithm <name>",
          about: { zh: "只用 sha256 或 sm3（默认两者）", en: "only sha256 or sm3 (default: both)" },
        },
        {
          flags: "--manifest <file>",
          about: {
            zh: "列有该文件的清单；默认自动查找 receipts 文件夹中的清单",
            en: "the manifest that lists the file (default: those in the receipts folder are looked through)",
          },
        },
      ],
      examples: [
        "evidence verify test-report.pdf",
        "evidence verify minutes.docx --manifest receipts/ZJ-2019-330100-JUD-0001-M1-r1.manifest.json",
        "evidence verify test-report.pdf --api https://ledger.example.cn",
      ],
    },
    (session, [file = ""], options) => verifyEvidence(session, file, options),
  );
}
