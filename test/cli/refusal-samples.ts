/** Values for the arguments of the contracts' errors: each as it would be on chain, in as many variants as asked for. */
import { type ErrorFragment, Interface } from "ethers";
import { ABIS } from "../../server/ledger/contracts.ts";
import { packDossierId } from "../../server/ledger/dossiers.ts";
import { asciiToHex, type Hex } from "../../server/ledger/hex.ts";
import { packPilotId, packProgrammeId, parsePilotCode } from "../../server/ledger/ids.ts";
import { packBulletinId, packEvaluationId, packIndicatorId, packPeriod } from "../../server/ledger/statistics-ids.ts";
import { packUscc } from "../../server/ledger/uscc.ts";

/** The errors of all contracts; those of the libraries they are built on are among them. */
export const ledgerErrors = new Interface(
  Object.values(ABIS)
    .flat()
    .filter(({ type }) => type === "error"),
);

type Variant = 0 | 1;

interface Argument {
  readonly name: string;
  readonly type: string;
  readonly internalType?: string;
}

/** The arguments of an error as its declaration names their types. */
export function argumentsOf(error: string): readonly Argument[] {
  const item = Object.values(ABIS)
    .flat()
    .find((entry) => entry.type === "error" && entry.name === error);
  if (item === undefined || !("inputs" in item)) throw new Error(`no contract has the error ${error}`);
  return item.inputs;
}

/** Values by the type that the contracts declare. */
const BY_DECLARATION: Readonly<Record<string, readonly [unknown, unknown]>> = {
  PilotId: [pilot("ZJ-2019-330100-JUD-0001"), pilot("ZJ-2020-330200-LIV-0002")],
  ProgrammeId: [
    packProgrammeId({ province: "ZJ", year: 2019, kind: "PILOT", batch: 1 }),
    packProgrammeId({ province: "ZJ", year: 2020, kind: "BASE", batch: 2 }),
  ],
  DossierId: [
    packDossierId({ prefix: "JC", year: 2019, region: "330100", serial: 1 }),
    packDossierId({ prefix: "JC", year: 2020, region: "330200", serial: 7 }),
  ],
  BulletinId: [
    packBulletinId({ period: "2019", region: "330000", number: 1 }),
    packBulletinId({ period: "2020", region: "330000", number: 2 }),
  ],
  EvaluationId: [
    packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: "330100", number: 1 }),
    packEvaluationId({ kind: "BASE_ANNUAL", year: 2020, region: "330200", number: 2 }),
  ],
  IndicatorId: [packIndicatorId({ code: "SW_REV", version: 1 }), packIndicatorId({ code: "APP_COUNT", version: 2 })],
  FigureId: [figure("SW_REV", "330100"), figure("APP_COUNT", "330200")],
  Period: [packPeriod("2019"), packPeriod("2020")],
  RegionCode: [330_100, 330_200],
  FieldCode: [asciiToHex("JUD", 3), asciiToHex("LIV", 3)],
  PoolCode: [asciiToHex("EAGLE", 12), asciiToHex("SEED", 12)],
  Uscc: [packUscc("91330108MA0990055H"), packUscc("91330100MA27XYW12K")],
};

/** Values by the type on the wire, where that is all the contracts declare. */
const BY_TYPE: Readonly<Record<string, readonly [unknown, unknown]>> = {
  address: ["0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"],
  bytes: [refusal("Milestones_FilesRequired"), refusal("Pilots_ReasonRequired")],
  bytes4: ["0x01020304", "0x05060708"],
  bytes16: [asciiToHex("SW_REV", 16), asciiToHex("APP_COUNT", 16)],
  bytes32: [asciiToHex("APPROVER", 32), asciiToHex("REGISTRAR", 32)],
  string: ["a message", "another message"],
  bool: [false, true],
};

/** A plausible value of an argument; the variants of one argument differ. */
export function sampleOf({ name, type, internalType = type }: Argument, variant: Variant = 0): unknown {
  const values = BY_DECLARATION[internalType] ?? BY_TYPE[type];
  if (values !== undefined) return values[variant];
  const isTime = /^uint(40|48)$/.test(type) && !/^(seedBlock|blockNumber)$/.test(name);
  return (isTime ? 1_561_910_399 : 1) + variant;
}

/** An error as a contract returns it. `varied` is the place of the argument that has its second value. */
export function encodedError(fragment: ErrorFragment, varied = -1): Hex {
  const values = argumentsOf(fragment.name).map((argument, index) => sampleOf(argument, index === varied ? 1 : 0));
  return ledgerErrors.encodeErrorResult(fragment, values) as Hex;
}

function pilot(code: string): Hex {
  const parts = parsePilotCode(code);
  if (parts === undefined) throw new Error(`${code} is no pilot's code`);
  return packPilotId(parts);
}

/** Bytes 0-17 the indicator, 18-20 the region, 21-24 the period. */
function figure(code: string, region: string): Hex {
  const hex = (value: number, bytes: number): string => value.toString(16).padStart(2 * bytes, "0");
  const indicator = packIndicatorId({ code, version: 1 }).slice(0, 2 + 2 * 18);
  return `${indicator}${hex(Number(region), 3)}${hex(packPeriod("2019"), 4)}`.padEnd(66, "0") as Hex;
}

function refusal(error: string): string {
  return ledgerErrors.encodeErrorResult(error);
}
