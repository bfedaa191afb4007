import { DOSSIER_PREFIXES, formatDossierCode, packDossierId, parseDossierCode } from "../../server/ledger/dossiers.ts";
import { drawnPlaces } from "../../server/ledger/draw.ts";
import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { hash } from "./synthetic-names.ts";

/** Random draws, on a ledger of events alone. They are numbered as they come. */
export class Draws {
  readonly #ledger: SyntheticLedger;
  readonly #inspector: Address;
  #serial = 0;
  readonly #committed = new Map<
    string,
    { readonly seedBlock: number; readonly length: number; readonly count: number }
  >();

  constructor(ledger: SyntheticLedger, inspector: Address) {
    this.#ledger = ledger;
    this.#inspector = inspector;
  }

  /** Commits a list to a draw by the hash of the next block but one; names the draw before it that was missed. */
  commit(region: string, length: number, count: number, missed?: string): string {
    this.#serial += 1;
    const code = formatDossierCode({ prefix: DOSSIER_PREFIXES.draw, year: 2019, region, serial: this.#serial });
    const seedBlock = this.#ledger.blocks().length + 1;
    const [listLength, listDigest] = [length, listDigestOf(code)];
    const commitment = { region: Number(region), programme: ZERO_BYTES32, listDigest, listLength, count };
    const args = {
      commitment,
      seedBlock,
      missed: missed === undefined ? ZERO_BYTES32 : packed(missed),
      reason: missed === undefined ? ZERO_BYTES32 : asciiToHex("SEED_OUT_OF_REACH", 32),
    };
    this.#committed.set(code, { seedBlock, length, count });
    this.#ledger.emit("DrawCommitted", packed(code), args, this.#inspector);
    return code;
  }

  /** Makes a draw, once its seed block is there. */
  make(code: string): void {
    const { seedBlock, length, count } = this.#committed.get(code) ?? { seedBlock: 0, length: 1, count: 1 };
    while (this.#ledger.blocks().length <= seedBlock) this.#ledger.mine();
    const seed = this.#ledger.blocks()[seedBlock]?.hash ?? ZERO_BYTES32;
    this.#ledger.emit("DrawMade", packed(code), { seed, chosen: drawnPlaces(seed, length, count) });
  }
}

/** The digest of the list that is committed to a draw. */
export function listDigestOf(code: string): Hex {
  return hash(`list/${code}`);
}

function packed(code: string): Hex {
  const parts = parseDossierCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no draw's number`);
  return packDossierId(parts);
}
