import { z } from "zod";
import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import { asciiToHex } from "../../../server/ledger/hex.ts";
import { canonicalText, parseText, bilingual as readBilingual } from "../../../server/ledger/text.ts";
import { openAccount } from "../chain/account.ts";
import { type Ledger, withLedger } from "../chain/ledger.ts";
import { readEvents } from "../chain/logs.ts";
import { type Act, performAct } from "../chain/perform.ts";
import { fieldView } from "../chain/views.ts";
import { receiptName } from "../receipts/act.ts";
import { keepReceipt } from "../receipts/keep.ts";
import { receiptOfTransaction } from "../receipts/receipt.ts";
import { note, type Outcome, pathOf, type Session } from "../session.ts";
import { contentOf, readYaml } from "../yaml/document.ts";
import { bilingual, regionCode } from "../yaml/entries.ts";

const codesSchema = z.strictObject({
  /** By code: the name, and `enabled: false` for a field that new pilots may not use any more. */
  fields: z
    .record(z.string().regex(/^[A-Z]{3}$/), bilingual.extend({ enabled: z.boolean().default(true) }))
    .default({}),
  /** Regions for new records. One that is not listed stays as it is. */
  regions: z.array(regionCode).default([]),
  /** Regions that new records may not use any more. */
  retiredRegions: z.array(regionCode).default([]),
});

type Codes = z.output<typeof codesSchema>;

/** One difference between the file and the ledger. */
interface Difference {
  readonly sentence: Bilingual;
  readonly act: Act;
}

const REGIONS_PER_ACT = 100;

/** Brings the ledger's code tables to what a file says, sending only what differs. */
export async function loadCodes(session: Session, file: string, mode: "send" | "show"): Promise<Outcome> {
  const codes = contentOf(file, await readYaml(pathOf(session, file), codesSchema));
  return withLedger(session, async (ledger) => {
    const differences = [...(await fieldDifferences(ledger, codes)), ...(await regionDifferences(ledger, codes))];
    const lines = differences.map(({ sentence }) => sentence[session.language]);
    if (differences.length === 0)
      lines.push(session.language === "zh" ? "代码表已与文件一致" : "the code tables are as the file says");
    if (mode === "show" || differences.length === 0) {
      return { json: { differences: differences.map(({ sentence }) => sentence), sent: 0 }, lines };
    }
    const wallet = await openAccount(session, ledger);
    const receipts = [];
    for (const { act, sentence } of differences) {
      note(session, sentence);
      const receipt = await receiptOfTransaction(ledger, await performAct(session, ledger, wallet, act));
      receipts.push({ ...receipt, file: await keepReceipt(session, receiptName(receipt), receipt) });
    }
    return {
      json: { differences: differences.map(({ sentence }) => sentence), sent: receipts.length, receipts },
      lines,
    };
  });
}

async function fieldDifferences(ledger: Ledger, { fields }: Codes): Promise<Difference[]> {
  const names = await fieldNames(ledger);
  const differences: Difference[] = [];
  for (const [code, { zh, en, enabled }] of Object.entries(fields)) {
    const now = await fieldView(ledger, code);
    const name = names.get(code);
    if (now.registered && now.enabled === enabled && name?.zh === zh && name.en === en) continue;
    const change = now.registered ? { zh: "变更", en: "change" } : { zh: "新增", en: "add" };
    const state = enabled ? { zh: "启用", en: "enabled" } : { zh: "停用", en: "retired" };
    differences.push({
      sentence: {
        zh: `${change.zh}领域 ${code}：${zh}，${state.zh}`,
        en: `${change.en} field ${code}: ${en}, ${state.en}`,
      },
      act: {
        contract: "Authority",
        method: "setField",
        args: [asciiToHex(code, 3), enabled, canonicalText({ zh, en })],
      },
    });
  }
  return differences;
}

async function fieldNames(ledger: Ledger): Promise<Map<string, Bilingual>> {
  const names = new Map<string, Bilingual>();
  for (const event of await readEvents(ledger, { contract: "Authority", events: ["FieldSet"] })) {
    if (event.name !== "FieldSet") continue;
    const name = readBilingual(parseText(event.args.text));
    if (name !== null) names.set(Buffer.from(event.args.field.slice(2), "hex").toString("latin1"), name);
  }
  return names;
}

async function regionDifferences(ledger: Ledger, { regions, retiredRegions }: Codes): Promise<Difference[]> {
  return [...(await regionActs(ledger, regions, "enable")), ...(await regionActs(ledger, retiredRegions, "retire"))];
}

async function regionActs(
  ledger: Ledger,
  regions: readonly string[],
  change: "enable" | "retire",
): Promise<Difference[]> {
  const enable = change === "enable";
  const isEnabled = ledger.contracts.Authority.getFunction("isRegionEnabled");
  const differing: string[] = [];
  for (const region of new Set(regions)) {
    if (Boolean(await isEnabled.staticCall(Number(region))) !== enable) differing.push(region);
  }
  const differences: Difference[] = [];
  for (let start = 0; start < differing.length; start += REGIONS_PER_ACT) {
    const part = differing.slice(start, start + REGIONS_PER_ACT);
    const [first = "", last = ""] = [part[0], part.at(-1)];
    differences.push({
      sentence: {
        zh: `${enable ? "启用" : "停用"} ${part.length} 个地区：${first} … ${last}`,
        en: `${enable ? "enable" : "retire"} ${part.length} region(s): ${first} … ${last}`,
      },
      act: { contract: "Authority", method: "setRegions", args: [part.map(Number), enable] },
    });
  }
  return differences;
}
