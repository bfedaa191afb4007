import { asciiFromHex, asciiToHex, type Hex } from "./hex.ts";

/** The number of a dossier as people write it: `JC-2019-330200-0007`. */
export type DossierCode = string;

/** What dossiers there are, by the two letters their numbers begin with. */
export const DOSSIER_PREFIXES = {
  /** 监督案件 */
  case: "JC",
  /** 监督检查 */
  inspection: "IN",
  /** 投诉举报 */
  complaint: "CP",
  /** 安全事件 */
  incident: "IC",
  /** 随机抽取 */
  draw: "DR",
} as const;

/** The parts of a dossier's number. */
export interface DossierParts {
  /** Two letters of `DOSSIER_PREFIXES`. */
  readonly prefix: string;
  /** The year in which it was opened, in Asia/Shanghai. */
  readonly year: number;
  /** Six digits of GB/T 2260. */
  readonly region: string;
  /** From 1, without gaps in its prefix, year and region. */
  readonly serial: number;
}

const DOSSIER_CODE = /^([A-Z]{2})-(\d{4})-(\d{6})-(\d{4,10})$/;

/** Reads a dossier's number, or says undefined when it is none. Letters may be in either case. */
export function parseDossierCode(code: string): DossierParts | undefined {
  const match = DOSSIER_CODE.exec(code.trim().toUpperCase());
  if (match === null) return undefined;
  const [, prefix = "", year, region = "", serial] = match;
  const parts = { prefix, year: Number(year), region, serial: Number(serial) };
  const isKnown = Object.values<string>(DOSSIER_PREFIXES).includes(prefix);
  const isInRange = parts.serial >= 1 && parts.serial <= 0xffffffff;
  return isKnown && isInRange && formatDossierCode(parts) === match[0] ? parts : undefined;
}

/** Writes a dossier's number; the serial has at least four digits. */
export function formatDossierCode({ prefix, year, region, serial }: DossierParts): DossierCode {
  return `${prefix}-${String(year).padStart(4, "0")}-${region}-${String(serial).padStart(4, "0")}`;
}

/** The contracts' form of a dossier's number: see `DossierId.sol` for the layout. */
export function packDossierId({ prefix, year, region, serial }: DossierParts): Hex {
  const numbers = [word(year, 4), word(Number(region), 6), word(serial, 8)].join("");
  return `0x${(asciiToHex(prefix, 2).slice(2) + numbers).padEnd(64, "0")}`;
}

/** The number of a dossier id as the contracts write it. */
export function unpackDossierId(id: Hex): DossierCode {
  return formatDossierCode({
    prefix: asciiFromHex(id.slice(0, 6)),
    year: Number.parseInt(id.slice(6, 10), 16),
    region: String(Number.parseInt(id.slice(10, 16), 16)).padStart(6, "0"),
    serial: Number.parseInt(id.slice(16, 24), 16),
  });
}

function word(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
