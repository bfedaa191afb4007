import { createHash } from "node:crypto";
import { getAddress } from "ethers";
import { type Address, asciiToHex, type Hex } from "../../server/ledger/hex.ts";
import { packPilotId, packProgrammeId, parsePilotCode, parseProgrammeCode } from "../../server/ledger/ids.ts";
import type { StoreIdentity } from "../../server/store/reader.ts";

/*
 * Who and what there is on ledgers that tests make up.
 */

export const DAY = 86_400;

/** 2019-04-01 00:00 in Shanghai. */
export const START = 1_554_048_000;

export const ADMINISTRATOR: Address = getAddress(`0x${"aa".repeat(20)}`) as Address;

export const IDENTITY: StoreIdentity = {
  schemaVersion: 1,
  chainId: 31_337,
  genesisHash: hash("genesis"),
  contracts: {
    Authority: getAddress(`0x${"01".repeat(20)}`) as Address,
    PilotLedger: getAddress(`0x${"02".repeat(20)}`) as Address,
    EvidenceLedger: getAddress(`0x${"03".repeat(20)}`) as Address,
    StatisticsLedger: getAddress(`0x${"04".repeat(20)}`) as Address,
    ServiceLedger: getAddress(`0x${"06".repeat(20)}`) as Address,
    SupervisionLedger: getAddress(`0x${"05".repeat(20)}`) as Address,
  },
  deploymentBlock: 1,
};

/** A digest that follows from its name. */
export function hash(name: string): Hex {
  return `0x${createHash("sha256").update(name).digest("hex")}`;
}

/** The account of an organisation. */
export function accountOf(uscc: string): Address {
  return getAddress(hash(`account/${uscc}`).slice(0, 42)) as Address;
}

export function subjectOfPilot(code: string): Hex {
  const parts = parsePilotCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no pilot's code`);
  return packPilotId(parts);
}

export function subjectOfProgramme(code: string): Hex {
  const parts = parseProgrammeCode(code);
  if (parts === undefined) throw new RangeError(`${code} is no programme's code`);
  return packProgrammeId(parts);
}

export function subjectOfOrganisation(uscc: string): Hex {
  return asciiToHex(uscc, 32);
}
