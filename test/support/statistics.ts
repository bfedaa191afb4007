import { numberOf } from "../../server/ledger/codes/code.ts";
import { BULLETIN_PARTS, INDICATOR_DIRECTIONS } from "../../server/ledger/codes/statistics.ts";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packBulletinId, packIndicatorId, packPeriod, parseBulletinCode } from "../../server/ledger/statistics-ids.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { accountOf, hash } from "./synthetic-names.ts";

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

  correct(code: string, region: string, period: string, value: bigint, corrects = 1): void {
    const args = { region: Number(region), period: packPeriod(period), corrects, value };
    const reason = asciiToHex("CONTENT_INCONSISTENT", 32);
    const evidenceDigest = hash(`correction/${code}`);
    this.#ledger.emit("IndicatorCorrected", idOf(code), { ...args, evidenceDigest, reason });
  }

  supersedeTarget(code: string, region: string, period: string, supersedes: number, value: bigint): void {
    const args = { region: Number(region), period: packPeriod(period), supersedes, value };
    const reason = asciiToHex("PLAN_CHANGED", 32);
    const decisionDigest = hash(`target/${code}/${supersedes}`);
    this.#ledger.emit("TargetSuperseded", idOf(code), { ...args, reason, decisionDigest });
  }

  verify(code: string, region: string, period: string, revision: number): void {
    const args = { region: Number(region), period: packPeriod(period), revision, documentDigest: hash("verified") };
    this.#ledger.emit("IndicatorVerified", idOf(code), args);
  }

  /** Drafts a bulletin as of the present block, with the digest of its dataset. */
  draft(code: string, issuers: readonly string[], digest: Hex): void {
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
    this.#ledger.emit("BulletinDrafted", bulletinId(code), draft);
    const file = { algorithm: 1, size: 1_000n, digest };
    this.#ledger.emit("BulletinFileAnchored", bulletinId(code), { part: numberOf(BULLETIN_PARTS, "DATASET"), file });
  }

  cosign(code: string, issuer: string, signatures: number): void {
    const signed = { organisation: packUscc(issuer), signatures, documentDigest: hash(issuer) };
    this.#ledger.emit("BulletinCosigned", bulletinId(code), signed, accountOf(issuer));
  }

  supersede(code: string, successor: string): void {
    const args = { successor: bulletinId(successor), reason: asciiToHex("FIGURES_CORRECTED", 32) };
    this.#ledger.emit("BulletinSuperseded", bulletinId(code), args);
  }

  /** Drafts a bulletin, and has it signed by all of its issuers and published. */
  publish(code: string, issuers: readonly string[], digest: Hex): void {
    this.draft(code, issuers, digest);
    for (const [index, issuer] of issuers.entries()) this.cosign(code, issuer, index + 1);
    this.publishSigned(code);
  }

  publishSigned(code: string): void {
    this.#ledger.emit("BulletinPublished", bulletinId(code), {});
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
