import { numberOf } from "../../server/ledger/codes/code.ts";
import { BULLETIN_PARTS, INDICATOR_DIRECTIONS } from "../../server/ledger/codes/statistics.ts";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packBulletinId, packIndicatorId, packPeriod, parseBulletinCode } from "../../server/ledger/statistics-ids.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import { accountOf, hash, type SyntheticLedger } from "./synthetic-ledger.ts";

/** The acts of statistics on a ledger of events alone. */
export class Statistics {
  readonly #ledger: SyntheticLedger;

  constructor(ledger: SyntheticLedger) {
    this.#ledger = ledger;
  }

  define(code: string, scale = 0): void {
    const terms = {
      region: 330_000,
      direction: numberOf(INDICATOR_DIRECTIONS, "AT_LEAST"),
      scale,
      validFrom: packPeriod("2019"),
      validTo: 0,
      unit: asciiToHex("CNY_100M", 16),
    };
    const text = JSON.stringify({ name: { zh: `指标${code}`, en: code } });
    const args = { terms, mapsFrom: ZERO_BYTES32, documentDigest: hash(code), text };
    this.#ledger.emit("IndicatorDefined", idOf(code), args);
  }

  target(code: string, region: string, period: string, value: bigint): void {
    const args = { region: Number(region), period: packPeriod(period), value, decisionDigest: hash(`target/${code}`) };
    this.#ledger.emit("TargetSet", idOf(code), args);
  }

  report(code: string, region: string, period: string, value: bigint): void {
    const args = { region: Number(region), period: packPeriod(period), value, evidenceDigest: hash(`report/${code}`) };
    this.#ledger.emit("IndicatorReported", idOf(code), args);
  }

  correct(code: string, region: string, period: string, value: bigint): void {
    const args = { region: Number(region), period: packPeriod(period), corrects: 1, value };
    const reason = asciiToHex("CONTENT_INCONSISTENT", 32);
    const evidenceDigest = hash(`correction/${code}`);
    this.#ledger.emit("IndicatorCorrected", idOf(code), { ...args, evidenceDigest, reason });
  }

  /** Drafts a bulletin of two issuers as of the present block, with the digest of its dataset, and has it signed and published. */
  publish(code: string, issuers: readonly string[], digest: Hex): void {
    const subject = bulletinId(code);
    const asOf = this.#ledger.blocks().at(-1);
    const text = JSON.stringify({ title: { zh: `公报${code}`, en: code } });
    const draft = {
      issuers: issuers.map(packUscc),
      threshold: issuers.length,
      asOfBlock: BigInt(asOf?.number ?? 0),
      asOfBlockHash: asOf?.hash ?? ZERO_BYTES32,
      hashChecked: true,
      text,
    };
    this.#ledger.emit("BulletinDrafted", subject, draft);
    const file = { algorithm: 1, size: 1_000n, digest };
    this.#ledger.emit("BulletinFileAnchored", subject, { part: numberOf(BULLETIN_PARTS, "DATASET"), file });
    for (const [index, issuer] of issuers.entries()) {
      const signed = { organisation: packUscc(issuer), signatures: index + 1, documentDigest: hash(issuer) };
      this.#ledger.emit("BulletinCosigned", subject, signed, accountOf(issuer));
    }
    this.#ledger.emit("BulletinPublished", subject, {});
  }
}

function idOf(code: string): Hex {
  return packIndicatorId({ code, version: 1 });
}

function bulletinId(code: string): Hex {
  const parts = parseBulletinCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no bulletin's code`);
  return packBulletinId(parts);
}
