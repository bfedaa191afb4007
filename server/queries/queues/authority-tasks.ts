import { asciiFromHex } from "../../ledger/hex.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { eventsByName } from "../events-by-name.ts";
import type { Task } from "./task.ts";

/** Organisations that can no longer act: all of their accounts were revoked or lost, and none was bound since. */
export async function* accountTasks(ledger: Ledger): AsyncGenerator<Task> {
  const seen = new Set<string>();
  const names = ["AccountRevoked", "KeyCompromiseReported"] as const;
  for await (const [, { subject: stream }] of eventsByName(ledger, { names, pilot: undefined, after: undefined })) {
    const uscc = asciiFromHex(stream);
    if (seen.has(uscc)) continue;
    seen.add(uscc);
    const organisation = await ledger.get("organisation", uscc);
    if (organisation?.status !== "ACTIVE") continue;
    const accounts = await ledger.getMany("account", organisation.accounts);
    const ends = accounts.flatMap((account) => (account === undefined ? [] : [account]));
    if (ends.some(({ revokedAt }) => revokedAt === null)) continue;
    const last = ends.reduce((one, other) => ((other.revokedAt ?? 0) > (one?.revokedAt ?? -1) ? other : one), ends[0]);
    if (last === undefined) continue;
    const { updated: cause } = last;
    const since = last.revokedAt ?? cause.blockTime;
    const { region } = organisation;
    yield { task: "BIND_ACCOUNT", subject: uscc, pilot: null, region, since, limit: null, cause, awaiting: null };
  }
}
