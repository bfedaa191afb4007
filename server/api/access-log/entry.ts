import { hash as hashOf } from "node:crypto";
import { z } from "zod";

/** What is kept of a question: who asked what, when, and what they were given. */
export interface Question {
  /** Unix seconds. */
  readonly at: number;
  readonly requestId: string;
  readonly who: { readonly kind: "token" | "oidc" | "account"; readonly id: string; readonly name: string };
  /** Their jurisdiction as the question was answered: `whole`, or regions with fields; null when it was refused before. */
  readonly where: string | null;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly address: string;
  readonly status: number;
  /** The problem it was refused with. */
  readonly code: string | null;
  /** SHA-256 of the bytes of the answer, base64url, as in its ETag; null for refusals and for answers sent as a stream. */
  readonly answer: string | null;
}

/** That the program was killed while it wrote: so many bytes of an entry that was never answered were cut off. */
export interface Recovery {
  readonly at: number;
  readonly recoveredBytes: number;
}

/** An entry of the log: its place, what it says, and the hash of the entry before. */
export type LoggedEntry = { readonly seq: number; readonly hash: string; readonly previous: string } & (
  | Question
  | Recovery
);

/** Where a log ends. */
export interface LogHead {
  /** Number of the last entry, from 1; 0 of an empty log. */
  readonly seq: number;
  /** Hash of the last entry. */
  readonly hash: string;
}

export const EMPTY_LOG: LogHead = { seq: 0, hash: "0".repeat(64) };

const link = {
  seq: z.int().positive(),
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
};

const recovery = z.strictObject({ ...link, at: z.int(), recoveredBytes: z.int() });

/** The form of an entry. */
export const LOG_ENTRY = z
  .union([
    z.strictObject({
      ...link,
      at: z.int(),
      requestId: z.string(),
      who: z.strictObject({ kind: z.enum(["token", "oidc", "account"]), id: z.string(), name: z.string() }),
      where: z.string().nullable(),
      method: z.string(),
      address: z.string(),
      status: z.int(),
      code: z.string().nullable(),
      answer: z.string().nullable(),
    }),
    recovery,
  ])
  .meta({
    id: "AccessLogEntry",
    description: "hash is SHA-256 of the entry's line up to it, which holds the hash before",
  });

const HASH_MEMBER = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/s;

/** Writes the entry that follows `head`: its line, and where the log ends with it. The hash is of the line up to the hash. */
export function writeEntry(
  head: LogHead,
  content: Question | Recovery,
): { readonly line: string; readonly head: LogHead } {
  const body = JSON.stringify({ seq: head.seq + 1, ...content, previous: head.hash });
  const hash = digestOf(body);
  return { line: `${body.slice(0, -1)},"hash":"${hash}"}\n`, head: { seq: head.seq + 1, hash } };
}

/** Reads a line without its end; undefined when it is no entry, or its hash is not that of what it says. */
export function readEntry(line: string): LoggedEntry | undefined {
  const [, body, hash] = HASH_MEMBER.exec(line) ?? [];
  if (body === undefined || hash !== digestOf(`${body}}`)) return undefined;
  return LOG_ENTRY.parse(JSON.parse(line));
}

/** Whether `entry` is the one that follows `head`. */
export function follows(head: LogHead, entry: LoggedEntry): boolean {
  return entry.seq === head.seq + 1 && entry.previous === head.hash;
}

function digestOf(text: string): string {
  return hashOf("sha256", text, "hex");
}
