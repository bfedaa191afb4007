import { encodeBucket } from "../../store/buckets.ts";
import type { EncodedBatch } from "../../store/encoded-batch.ts";
import type { EntryChange } from "../../store/entry-changes.ts";
import type { CommittedBlock, PreparedCommit } from "../../store/prepared-commit.ts";
import type { BlockDigests } from "../../store/record-changes.ts";
import type { SettledWork } from "../../store/settled-work.ts";
import type { DigestMark } from "../../store/state-digest.ts";

/** What settled blocks do to the records, as it is handed to another thread: in bytes, and in columns. */
export interface CommitMessage extends CommitPlace {
  readonly batch: EncodedBatch;
  /** Buckets of index entries that may be there already. */
  readonly buckets: readonly string[];
  readonly come: readonly string[];
  readonly gone: readonly string[];
  readonly digest: DigestMark;
  readonly history: DigestMark;
}

interface CommitPlace {
  readonly blocks: readonly CommittedBlock[];
  readonly marks: ReadonlyMap<number, BlockDigests>;
  /** The digest of the records it was worked out from. */
  readonly standing: DigestMark;
}

/** In no id. */
const SEPARATOR = "\n";

/** Puts a commit of settled blocks into a message. */
export function commitMessage(work: SettledWork, place: CommitPlace): CommitMessage {
  const [buckets, come, gone]: string[][] = [[], [], []];
  for (const change of work.entries.list()) {
    const fresh = change.isFresh ? encodeBucket(change.key, change.come) : undefined;
    if (fresh !== undefined) work.batch.putRaw(change.key, fresh);
    else {
      buckets?.push(change.key);
      come?.push(change.come.join(SEPARATOR));
      gone?.push(change.gone.join(SEPARATOR));
    }
  }
  const [digest, history] = [work.digest.mark, work.history.mark];
  return {
    ...place,
    digest,
    history,
    batch: work.batch.finish(),
    buckets: buckets ?? [],
    come: come ?? [],
    gone: gone ?? [],
  };
}

/** The commit that was put into a message. */
export function commitOf(message: CommitMessage): PreparedCommit {
  const { blocks, marks, standing, digest, history, batch, buckets, come, gone } = message;
  const entries = buckets.map(
    (key, at): EntryChange => ({ key, isFresh: false, come: listIn(come[at]), gone: listIn(gone[at]) }),
  );
  const block = blocks.at(-1)?.block.number ?? 0;
  const steps = [{ block, entries, held: undefined }];
  return { blocks, standing, batch, changes: { operations: [], steps, marks, digest, history } };
}

function listIn(text = ""): string[] {
  return text === "" ? [] : text.split(SEPARATOR);
}
