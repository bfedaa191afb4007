import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Hex } from "../ledger/hex.ts";
import { RULES } from "../ledger/rules/rules.ts";
import { CALENDAR_YEARS } from "../ledger/rules/working-days.ts";
import type { StoreReader } from "../store/reader.ts";

const digestOf = (file: string): Hex =>
  `0x${hash("sha256", readFileSync(new URL(`../ledger/rules/${file}`, import.meta.url)), "hex")}`;

/** As programmes have them on the ledger: SHA-256 of the file. */
const RULE_SET_DIGEST = digestOf("rule-set.json");
const CALENDAR_DIGEST = digestOf("calendar.json");

/**
 * The rule set and the working-day calendar (规则集、工作日历) by which this server derives limits, timeliness, risk and what is too few
 * to be told, and which programmes were opened under it. Others were opened under another version of it.
 */
export async function rulesInForce(reader: StoreReader) {
  const [governed, others] = [[] as string[], [] as { programme: string; ruleSetDigest: string }[]];
  for await (const [programme, { ruleSetDigest }] of reader.list("programme")) {
    if (ruleSetDigest === RULE_SET_DIGEST) governed.push(programme);
    else others.push({ programme, ruleSetDigest });
  }
  const { id, version, ...rules } = RULES;
  return {
    ruleSet: { id, version, digest: RULE_SET_DIGEST, rules, programmes: governed },
    otherRuleSets: others,
    calendar: { digest: CALENDAR_DIGEST, years: CALENDAR_YEARS },
  };
}
