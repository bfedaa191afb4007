import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { PROGRAMME_KINDS } from "../../../server/ledger/codes/programmes.ts";
import { formatProgrammeCode, parseProgrammeCode } from "../../../server/ledger/ids.ts";
import { canonicalText } from "../../../server/ledger/text.ts";
import { provinceView } from "../chain/views.ts";
import { refused } from "../failure.ts";
import { sha256OfFile } from "../files/digest.ts";
import { carryOut } from "../receipts/act.ts";
import { type Outcome, pathOf, type Session } from "../session.ts";
import { programmeArgument } from "../values/codes.ts";
import { endOfDay, startOfDay } from "../values/instants.ts";
import { contentOf, readYaml } from "../yaml/document.ts";
import { bilingual, readAs } from "../yaml/entries.ts";

const RULE_SET = fileURLToPath(new URL("../../../server/ledger/rules/rule-set.json", import.meta.url));

const programmeSchema = z.strictObject({
  programme: readAs(
    (text) => {
      const parts = parseProgrammeCode(text);
      return parts && formatProgrammeCode(parts);
    },
    "不是批次编号，应形如 ZJ-2019-PILOT-1",
    "is no programme's code: one looks like ZJ-2019-PILOT-1",
  ),
  title: bilingual,
  /** The first day on which pilots may apply. */
  opens: readAs(startOfDay, "不是有效日期，应形如 2019-03-01", "is no date: write it as 2019-03-01"),
  /** The last day on which they may. */
  closes: readAs(endOfDay, "不是有效日期，应形如 2019-06-30", "is no date: write it as 2019-06-30"),
  /** The rule-set file that governs it; the toolkit's own when absent. */
  ruleSet: z.string().min(1).optional(),
  /** Its template; this file itself when absent. */
  template: z.string().min(1).optional(),
});

/** Opens a programme as its file states it. */
export async function openProgramme(session: Session, file: string): Promise<Outcome> {
  const path = pathOf(session, file);
  const { title, opens, closes, ruleSet, template, ...rest } = contentOf(file, await readYaml(path, programmeSchema));
  const programme = programmeArgument(rest.programme);
  const beside = (name: string) => resolve(dirname(path), name);
  const args = [
    programme.year,
    numberOf(PROGRAMME_KINDS, programme.kind),
    programme.batch,
    opens,
    closes + 1,
    await sha256OfFile(ruleSet === undefined ? RULE_SET : beside(ruleSet)),
    await sha256OfFile(template === undefined ? path : beside(template)),
    canonicalText({ title }),
  ];
  return carryOut(session, async (ledger) => {
    const province = await provinceView(ledger);
    if (province !== programme.province) {
      throw refused(
        "OTHER_PROVINCE",
        `批次 ${programme.code} 不属于本账本；本账本的编号以 ${province} 开头。`,
        `programme ${programme.code} does not belong to this ledger, whose codes begin with ${province}`,
      );
    }
    return { contract: "PilotLedger", method: "openProgramme", args };
  });
}
