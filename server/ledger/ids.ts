import { PROGRAMME_KINDS, type ProgrammeKind } from "./codes/programmes.ts";
import { asciiFromHex, asciiToHex, type Hex } from "./hex.ts";

/** A pilot's id as people write it: `ZJ-2019-330100-JUD-0001`. */
export type PilotCode = string;

/** A programme's id as people write it: `ZJ-2019-PILOT-1`. */
export type ProgrammeCode = string;

/** A milestone's id as people write it: `ZJ-2019-330100-JUD-0001/M3`. */
export type MilestoneCode = string;

/** The parts of a pilot's id. */
export interface PilotParts {
  /** Two letters. */
  readonly province: string;
  /** The programme's year. */
  readonly year: number;
  /** Six digits of GB/T 2260. */
  readonly region: string;
  /** Three letters. */
  readonly field: string;
  /** From 1, without gaps in its (year, region, field). */
  readonly serial: number;
}

/** The parts of a programme's id. */
export interface ProgrammeParts {
  readonly province: string;
  readonly year: number;
  readonly kind: ProgrammeKind;
  readonly batch: number;
}

const PILOT_CODE = /^([A-Z]{2})-(\d{4})-(\d{6})-([A-Z]{3})-(\d{4,10})$/;
const PROGRAMME_CODE = /^([A-Z]{2})-(\d{4})-([A-Z_]+)-(\d{1,5})$/;

/** Reads a pilot's code, or says undefined when it is none. Letters may be in either case. */
export function parsePilotCode(code: string): PilotParts | undefined {
  const match = PILOT_CODE.exec(code.trim().toUpperCase());
  if (match === null) return undefined;
  const [, province = "", year, region = "", field = "", serial] = match;
  const parts = { province, year: Number(year), region, field, serial: Number(serial) };
  return parts.serial >= 1 && parts.serial <= 0xffffffff && formatPilotCode(parts) === match[0] ? parts : undefined;
}

/** Writes a pilot's code; the serial has at least four digits. */
export function formatPilotCode(parts: PilotParts): PilotCode {
  const serial = String(parts.serial).padStart(4, "0");
  return `${parts.province}-${String(parts.year).padStart(4, "0")}-${parts.region}-${parts.field}-${serial}`;
}

/** The contracts' form of a pilot's id: see `PilotId.sol` for the layout. */
export function packPilotId(parts: PilotParts): Hex {
  const region = Number(parts.region).toString(16).padStart(6, "0");
  const serial = parts.serial.toString(16).padStart(8, "0");
  const head = asciiToHex(parts.province, 2) + uint16(parts.year) + region;
  return `0x${(head.slice(2) + asciiToHex(parts.field, 3).slice(2) + serial).padEnd(64, "0")}`;
}

/** The scope in which a pilot's serials run: its id with serial zero. */
export function packPilotScope(parts: Omit<PilotParts, "serial">): Hex {
  return packPilotId({ ...parts, serial: 0 });
}

/** The id that was read last: one event's is read several times. */
let lastUnpacked: { readonly id: Hex; readonly code: PilotCode } | undefined;

/** The code of a pilot id as the contracts write it. */
export function unpackPilotId(id: Hex): PilotCode {
  if (lastUnpacked?.id !== id) lastUnpacked = { id, code: codeOf(id) };
  return lastUnpacked.code;
}

function codeOf(id: Hex): PilotCode {
  return formatPilotCode({
    province: asciiFromHex(id.slice(0, 6)),
    year: Number.parseInt(id.slice(6, 10), 16),
    region: String(Number.parseInt(id.slice(10, 16), 16)).padStart(6, "0"),
    field: asciiFromHex(`0x${id.slice(16, 22)}`),
    serial: Number.parseInt(id.slice(22, 30), 16),
  });
}

/** Reads a programme's code, or says undefined when it is none. Letters may be in either case. */
export function parseProgrammeCode(code: string): ProgrammeParts | undefined {
  const match = PROGRAMME_CODE.exec(code.trim().toUpperCase());
  if (match === null) return undefined;
  const [, province = "", year, name, batch] = match;
  const kind = PROGRAMME_KINDS.find((candidate) => candidate !== "NONE" && candidate === name);
  const parts = kind && { province, year: Number(year), kind, batch: Number(batch) };
  return parts && parts.batch >= 1 && parts.batch <= 0xffff ? parts : undefined;
}

/** Writes a programme's code. */
export function formatProgrammeCode(parts: ProgrammeParts): ProgrammeCode {
  return `${parts.province}-${String(parts.year).padStart(4, "0")}-${parts.kind}-${parts.batch}`;
}

/** The contracts' form of a programme's id: see `ProgrammeId.sol` for the layout. */
export function packProgrammeId(parts: ProgrammeParts): Hex {
  const kind = PROGRAMME_KINDS.indexOf(parts.kind).toString(16).padStart(2, "0");
  const packed = `${asciiToHex(parts.province, 2).slice(2)}${uint16(parts.year)}000000${kind}${uint16(parts.batch)}`;
  return `0x${packed.padEnd(64, "0")}`;
}

/** The code of a programme id as the contracts write it. */
export function unpackProgrammeId(id: Hex): ProgrammeCode {
  return formatProgrammeCode({
    province: asciiFromHex(id.slice(0, 6)),
    year: Number.parseInt(id.slice(6, 10), 16),
    kind: PROGRAMME_KINDS[Number.parseInt(id.slice(16, 18), 16)] ?? "NONE",
    batch: Number.parseInt(id.slice(18, 22), 16),
  });
}

/** A milestone's code: its pilot's and its number in the plan. */
export function formatMilestoneCode(pilot: PilotCode, number: number): MilestoneCode {
  return `${pilot}/M${number}`;
}

function uint16(value: number): string {
  return value.toString(16).padStart(4, "0");
}
