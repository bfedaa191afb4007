import type { StoreReader } from "../store/reader.ts";
import { Problem } from "./problems.ts";

/** What the API needs to know of the mirror; the mirror's own status is one. */
export interface MirrorStatusLike {
  /** `live` once it came to the chain's head; `halted` when what it holds must not be served. */
  readonly state: "inspecting" | "starting" | "syncing" | "live" | "healing" | "stopped" | "halted";
  /** Why it halted, or is healing. */
  readonly reason: { readonly code: string; readonly message: string } | null;
  /** The newest block the chain was seen to have; null before it was reached. */
  readonly chainHead: { readonly number: number; readonly time: number } | null;
  /** When the chain last answered, Unix seconds; null before it did. */
  readonly answeredAt: number | null;
  /** What last went wrong and is being tried again. */
  readonly lastError: { readonly code: string; readonly at: number } | null;
}

/** How far behind a mirror is ready, and for how long after its node last answered. */
export interface Readiness {
  /** Blocks behind the chain's head. */
  readonly blocks: number;
  /** Seconds between the times of the mirrored head and the chain's head. */
  readonly seconds: number;
  /** Seconds since the node last answered: nobody knows then how far the chain has come. */
  readonly silence: number;
}

export const USUAL_READINESS: Readiness = { blocks: 50, seconds: 600, silence: 60 };
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

/**
 * @param now Unix seconds.
 * @throws {Problem} MIRROR_HALTED, MIRROR_REBUILDING or INDEX_BEHIND unless the mirror follows the chain's head, close enough behind
 * it, and the chain has answered lately.
 */
export function requireReady(
  reader: Pick<StoreReader, "head">,
  status: MirrorStatusLike,
  now: number,
  { blocks, seconds, silence }: Readiness = USUAL_READINESS,
): void {
  const head = requireHead(reader, status);
  const { chainHead, answeredAt, state } = status;
  const late = Math.max(0, (chainHead?.time ?? 0) - head.time);
  if (state !== "live" || (lagBlocks(head.number, status) ?? 0) > blocks || late > seconds) {
    const chain = chainHead?.number ?? "?";
    throw behind(
      `已镜像到区块 ${head.number}，链上为 ${chain}，相差 ${late} 秒`,
      `block ${head.number} of ${chain} is mirrored, ${late} s behind`,
    );
  }
  const silent = answeredAt === null ? 0 : now - answeredAt;
  if (silent > silence) {
    throw behind(
      `链节点已 ${silent} 秒没有应答，镜像停在区块 ${head.number}`,
      `the chain's node has not answered for ${silent} s, and the mirror is at block ${head.number}`,
    );
  }
}

/** How many blocks the mirror is behind the chain; null when the chain was not reached. */
export function lagBlocks(mirrored: number, { chainHead }: MirrorStatusLike): number | null {
  return chainHead === null ? null : Math.max(0, chainHead.number - mirrored);
}

/**
 * @param inspected Which part of the files was inspected, from 0 to 1, where that is known.
 * @throws {Problem} MIRROR_INSPECTING, MIRROR_HALTED or MIRROR_REBUILDING.
 */
export function requireRunning({ state, reason }: MirrorStatusLike, inspected?: number): void {
  if (state === "inspecting") throw inspecting(inspected);
  if (state === "healing") throw rebuilding(reason?.code ?? "DAMAGED");
  if (state !== "halted") return;
  const why = reason?.message ?? "?";
  throw new Problem(
    "MIRROR_HALTED",
    { zh: `账本镜像已停止，须由运维人员处理：${why}`, en: `The mirror has halted and needs its operator: ${why}` },
    { headers: { "Retry-After": RETRY_AFTER_HALTED } },
  );
}

/** The store's files are looked at before they are opened. */
function inspecting(inspected: number | undefined): Problem {
  const done = inspected === undefined ? "" : ` (${Math.floor(inspected * 100)} %)`;
  return new Problem(
    "MIRROR_INSPECTING",
    {
      zh: `账本镜像正在启动，正逐字节检查存储文件${done}，检查完成前不作答复；请稍后再试。`,
      en: `The mirror is starting: its files are inspected byte for byte${done}, and nothing is answered until then; try again shortly.`,
    },
    { headers: { "Retry-After": RETRY_AFTER_BEHIND } },
  );
}

/**
 * What was mirrored turned out to be damaged or wrong, and is mirrored anew.
 *
 * @param why The store's code for it; what is altered where is in the server's log, and nobody else's business.
 */
export function rebuilding(why: string): Problem {
  return new Problem(
    "MIRROR_REBUILDING",
    {
      zh: `账本镜像的存储已损坏或有误，正在从链上重建，重建完成前不作答复：${why}`,
      en: `What the mirror held was damaged or wrong and is being built anew from the chain; nothing is answered until then: ${why}`,
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
