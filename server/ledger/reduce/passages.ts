import { unpackDossierId } from "../dossiers.ts";
import type { Hex } from "../hex.ts";
import type { RecordKey, RecordKind } from "../records.ts";
import type { Passage } from "../supervision-records.ts";
import { type Draft, reasonOf } from "./handler.ts";

/** A passage into `state` by the event at hand, with the reason the event gives, if it gives one. */
export function passage<State extends string>(
  draft: Draft,
  state: State,
  args: { readonly reason?: Hex; readonly documentDigest?: Hex; readonly decisionDigest?: Hex } = {},
): Passage<State> {
  const { reason, documentDigest, decisionDigest } = args;
  return {
    state,
    at: draft.provenance.blockTime,
    reason: reason === undefined ? null : reasonOf(reason, documentDigest ?? decisionDigest),
    provenance: draft.provenance,
  };
}

/** Names the record of the dossier that a member of an event's arguments numbers. */
export function dossierKey<Kind extends RecordKind>(kind: Kind, id: Hex): RecordKey<Kind> {
  return { kind, id: unpackDossierId(id) };
}
