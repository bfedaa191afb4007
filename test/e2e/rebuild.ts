import { expect } from "chai";
import type { Provider } from "ethers";
import type { Deployment } from "../../server/chain/deployment.ts";
import type { ContractName } from "../../server/ledger/contracts.ts";
import { decodeLog } from "../../server/ledger/decode.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import type { RecordKind, RecordTypes } from "../../server/ledger/records.ts";
import { applyEvent } from "../../server/ledger/reduce/apply.ts";
import type { ExpectedView } from "./views.ts";

/** Records by their kind and id. */
export type Records = Map<RecordKind, Map<string, RecordTypes[RecordKind]>>;

/** Asks the views, a hundred at a time, and compares each answer. */
export async function compare(expectations: readonly ExpectedView[]): Promise<void> {
  expect(expectations).not.to.be.empty;
  for (let first = 0; first < expectations.length; first += 100) {
    const part = expectations.slice(first, first + 100);
    const answers = await Promise.all(part.map(({ actual }) => actual()));
    for (const [index, { view, expected }] of part.entries()) expect(answers[index], view).to.deep.equal(expected);
  }
}

/** The records of one kind. */
export function values<Kind extends RecordKind>(records: Records, kind: Kind): RecordTypes[Kind][] {
  return [...(records.get(kind)?.values() ?? [])] as RecordTypes[Kind][];
}

/** Reads every log of the chain with one plain call, without the mirror's source or store. */
export async function rebuild(provider: Provider, deployment: Pick<Deployment, "contracts">): Promise<Records> {
  const names = new Map(Object.entries(deployment.contracts).map(([name, at]) => [at, name as ContractName]));
  const logs = await provider.getLogs({ fromBlock: 0, toBlock: "latest" });
  const times = new Map<number, number>();
  const records: Records = new Map();
  const reader = {
    get: <Kind extends RecordKind>(kind: Kind, id: string) =>
      records.get(kind)?.get(id) as RecordTypes[Kind] | undefined,
  };
  for (const log of logs) {
    const blockTime = times.get(log.blockNumber) ?? (await provider.getBlock(log.blockNumber))?.timestamp ?? 0;
    times.set(log.blockNumber, blockTime);
    const event = decodeLog(
      {
        contract: log.address as Address,
        blockNumber: log.blockNumber,
        blockHash: log.blockHash as Hex,
        blockTime,
        transactionHash: log.transactionHash as Hex,
        transactionIndex: log.transactionIndex,
        logIndex: log.index,
        topics: log.topics as Hex[],
        data: log.data as Hex,
      },
      names,
    );
    if (event === undefined) continue;
    for (const { kind, id, value } of applyEvent(event, reader)) {
      const ofKind = records.get(kind) ?? new Map();
      if (value === undefined) ofKind.delete(id);
      else ofKind.set(id, value);
      records.set(kind, ofKind);
    }
  }
  return records;
}
