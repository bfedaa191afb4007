import type { StoreReader } from "../store/reader.ts";
import { Problem } from "./problems.ts";

/** What the API needs to know of the mirror; the mirror's own status is one. */
export interface MirrorStatusLike {
  /** `live` once it came to the chain's head; `halted` when what it holds must not be served. */
  readonly state: "starting" | "syncing" | "live" | "healing" | "stopped" | "halted";
  /** Why it halted, or is healing. */
  readonly reason: { readonly code: string; readonly message: string } | null;
  /** The newest block the chain was seen to have; null before it was reached. */
  readonly chainHead: { readonly number: number } | null;
  /** What last went wrong and is being tried again. */
  readonly lastError: { readonly code: string; readonly at: number } | null;
}

/** Blocks the mirror may be behind, unless told otherwise. */
const READY_LAG = 50;
const RETRY_AFTER_BEHIND = "2";
const RETRY_AFTER_REBUILDING = "10";
const RETRY_AFTER_HALTED = "60";

/**
 * The mirrored head, when questions can be answered from it.
 *
 * @throws {Problem} MIRROR_HALTED, MIRROR_REBUILDING or INDEX_BEHIND.
 */
export function requireHead(reader: Pick<StoreReader, "head">, status: MirrorStatusLike) {
  requireRunning(status);
  if (reader.head !== undefined) return reader.head;
  throw behind("还没有镜像任何区块", "no block is mirrored yet");
}

/** @throws {Problem} MIRROR_HALTED, MIRROR_REBUILDING or INDEX_BEHIND unless the mirror follows the chain's head, at most `lag` blocks behind. */
export function requireReady(reader: StoreReader, status: MirrorStatusLike, lag = READY_LAG): void {
  const head = requireHead(reader, status);
  if (status.state === "live" && (lagBlocks(head.number, status) ?? 0) <= lag) return;
  const [mirrored, chain] = [reader.head?.number, status.chainHead?.number ?? "?"];
  throw behind(`已镜像到区块 ${mirrored}，链上为 ${chain}`, `block ${mirrored} of ${chain} is mirrored`);
}

/** How many blocks the mirror is behind the chain; null when the chain was not reached. */
export function lagBlocks(mirrored: number, { chainHead }: MirrorStatusLike): number | null {
  return chainHead === null ? null : Math.max(0, chainHead.number - mirrored);
}

function requireRunning({ state, reason }: MirrorStatusLike): void {
  if (state === "healing") throw rebuilding(reason?.code ?? "DAMAGED");
  if (state !== "halted") return;
  const why = reason?.message ?? "?";
  throw new Problem(
    "MIRROR_HALTED",
    { zh: `账本镜像已停止，须由运维人员处理：${why}`, en: `The mirror has halted and needs its operator: ${why}` },
    { headers: { "Retry-After": RETRY_AFTER_HALTED } },
  );
}

/**
 * What was mirrored turned out to be damaged, and is mirrored anew.
 *
 * @param why The store's code for it; what is altered where is in the server's log, and nobody else's business.
 */
export function rebuilding(why: string): Problem {
  return new Problem(
    "MIRROR_REBUILDING",
    {
      zh: `账本镜像的存储已损坏，正在从链上重建，重建完成前不作答复：${why}`,
      en: `The mirror's store was damaged and is being built anew from the chain; nothing is answered until then: ${why}`,
    },
    { headers: { "Retry-After": RETRY_AFTER_REBUILDING } },
  );
}

/** The mirror cannot be read just now. */
export function behind(zh: string, en: string): Problem {
  return new Problem(
    "INDEX_BEHIND",
    { zh: `账本镜像尚未就绪：${zh}；请稍后再试。`, en: `The mirror is not ready: ${en}; try again shortly.` },
    { headers: { "Retry-After": RETRY_AFTER_BEHIND } },
  );
}
