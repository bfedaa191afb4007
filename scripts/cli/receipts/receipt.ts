import type { TransactionReceipt } from "ethers";
import type { LedgerEvent } from "../../../server/ledger/events.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { asciiFromHex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { unpackPilotId, unpackProgrammeId } from "../../../server/ledger/ids.ts";
import { shanghaiTime, utcTime } from "../../../server/ledger/refusals/wording.ts";
import { type Uscc, unpackUscc } from "../../../server/ledger/uscc.ts";
import type { Ledger } from "../chain/ledger.ts";
import { eventsOf } from "../chain/logs.ts";
import { bindingView } from "../chain/views.ts";

/** What a team or an official keeps of an act: where on which chain it stands, and what it says. */
export interface Receipt {
  readonly version: 1;
  /** The event the act left on the ledger. */
  readonly act: string;
  /** The code of what it is about: a pilot, a programme, an organisation, an account or the code tables. */
  readonly subject: string;
  readonly pilot: string | null;
  readonly milestone: number | null;
  readonly revision: number | null;
  /** SHA-256 of the manifest or document the act refers to, or null. */
  readonly digest: Hex | null;
  readonly actor: Address;
  readonly organisation: Uscc | null;
  readonly chainId: number;
  readonly genesisHash: Hex;
  readonly contract: Address;
  readonly transactionHash: Hex;
  readonly blockNumber: number;
  readonly blockHash: Hex;
  /** Unix seconds. */
  readonly blockTime: number;
  readonly time: { readonly utc: string; readonly shanghai: string };
  readonly logIndex: number;
  /** How many events the act left; more than one for a batch. */
  readonly events: number;
}

/** The receipt of a transaction that is in a block. */
export async function receiptOfTransaction(ledger: Ledger, transaction: TransactionReceipt): Promise<Receipt> {
  const events = await eventsOf(ledger, transaction.logs);
  const [first] = events;
  if (first === undefined) throw new TypeError(`transaction ${transaction.hash} left no event on the ledger`);
  return receiptOfEvent(ledger, first, events.length);
}

/** The receipt of an event, also long after: everything in it is on the chain. */
export async function receiptOfEvent(ledger: Ledger, event: LedgerEvent, events = 1): Promise<Receipt> {
  const { origin } = event;
  const args = event.args as Readonly<Record<string, unknown>>;
  const subject = subjectCode(event);
  return {
    version: 1,
    act: event.name,
    subject,
    pilot: isAboutPilot(event) ? subject : null,
    milestone: typeof args.milestone === "number" && args.milestone > 0 ? args.milestone : null,
    revision: typeof args.revision === "number" ? args.revision : null,
    digest: digestOf(event),
    actor: event.actor,
    organisation: (await bindingView(ledger, event.actor)).organisation,
    chainId: ledger.deployment.chainId,
    genesisHash: ledger.deployment.genesisHash,
    contract: origin.contract,
    transactionHash: origin.transactionHash,
    blockNumber: origin.blockNumber,
    blockHash: origin.blockHash,
    blockTime: origin.blockTime,
    time: { utc: utcTime(origin.blockTime), shanghai: `${shanghaiTime(origin.blockTime)} +08:00` },
    logIndex: origin.logIndex,
    events,
  };
}

function isAboutPilot({ contractName, name }: LedgerEvent): boolean {
  if (contractName === "EvidenceLedger") return true;
  return contractName === "PilotLedger" && !name.startsWith("Programme");
}

/** The code of what an event is about. */
function subjectCode(event: LedgerEvent): string {
  const { subject, name } = event;
  if (isAboutPilot(event)) return unpackPilotId(subject);
  if (event.contractName === "PilotLedger") return unpackProgrammeId(subject);
  if (name === "FieldSet" || name === "RegionsSet" || name === "ActsPaused" || name === "ActsResumed")
    return asciiFromHex(subject);
  return name === "RoleAssigned" || name === "RoleWithdrawn" ? `0x${subject.slice(26)}` : unpackUscc(subject);
}

const DIGESTS = [
  "manifestDigest",
  "applicationDigest",
  "archiveDigest",
  "decisionDigest",
  "certificateDigest",
  "opinionDigest",
  "consentDigest",
  "statementDigest",
  "documentDigest",
  "templateDigest",
] as const;

function digestOf(event: LedgerEvent): Hex | null {
  if (event.name === "EvidenceAnchored") return event.args.item.digest;
  const args = event.args as Readonly<Record<string, unknown>>;
  const digest = DIGESTS.map((name) => args[name]).find((value) => typeof value === "string");
  return digest === undefined || digest === ZERO_BYTES32 ? null : (digest as Hex);
}
