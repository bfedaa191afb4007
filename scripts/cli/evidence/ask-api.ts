import { z } from "zod";
import { DIGEST_ALGORITHMS, EVIDENCE_KINDS } from "../../../server/ledger/codes/evidence.ts";
import type { EventName } from "../../../server/ledger/events.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { type CliFailure, unusable } from "../failure.ts";
import type { Appearance, SoughtDigest } from "./appearance.ts";

const hex = z
  .string()
  .regex(/^0x[0-9a-fA-F]*$/)
  .transform((text) => text as Hex);

const answerSchema = z.object({
  items: z.array(
    z.object({
      algorithm: z.enum(DIGEST_ALGORITHMS).exclude(["none"]),
      digest: hex,
      use: z.enum(["EVIDENCE", "MANIFEST", "DOCUMENT"]),
      kind: z.enum(EVIDENCE_KINDS),
      pilot: z.string().nullable(),
      milestone: z.string().nullable(),
      revision: z.number().nullable(),
      provenance: z.object({
        contract: hex.transform((text) => text as Address),
        event: z.string().transform((name) => name as EventName),
        blockNumber: z.number(),
        blockHash: hex,
        blockTime: z.number(),
        transactionHash: hex,
        logIndex: z.number(),
        actor: hex.transform((text) => text as Address),
        actorOrganisation: z.string().nullable(),
      }),
    }),
  ),
  head: z.object({ number: z.number() }).nullish(),
});

/** What the audit API says of digests. */
export interface ApiAnswer {
  readonly appearances: readonly Appearance[];
  /** The block up to which it knows the chain; null when it does not say. */
  readonly upTo: number | null;
}

const ANSWER_WITHIN_MS = 15_000;

/**
 * Asks the audit API where digests appear. The route is public: nothing but the digests is told to it.
 *
 * @throws {CliFailure} API_UNREACHABLE or API_ANSWER_INVALID.
 */
export async function askApi(api: string, sought: readonly SoughtDigest[]): Promise<ApiAnswer> {
  const answers = await Promise.all(sought.map((one) => ask(`${api}/v1/evidence/${one.algorithm}/${one.digest}`)));
  const heads = answers.flatMap(({ head }) => head?.number ?? []);
  const appearances = answers.flatMap(({ items }) => items);
  const stray = appearances.some((item) => !sought.some((one) => one.digest === item.digest.toLowerCase()));
  if (stray) throw invalid(api, "it answers another question");
  return { appearances, upTo: heads.length === answers.length ? Math.min(...heads) : null };
}

async function ask(url: string): Promise<z.output<typeof answerSchema>> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  } catch (cause) {
    throw unusable(
      "API_UNREACHABLE",
      `审计接口没有应答：${new URL(url).origin}`,
      `the audit API does not answer: ${new URL(url).origin}`,
      cause,
    );
  }
  if (!response.ok) throw invalid(url, `HTTP ${response.status}`);
  const parsed = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw invalid(url, "its form is not the one expected");
}

function invalid(url: string, why: string): CliFailure {
  const { origin } = new URL(url);
  return unusable(
    "API_ANSWER_INVALID",
    `审计接口 ${origin} 的应答不能使用（${why}）`,
    `the audit API ${origin} gives an answer that cannot be used (${why})`,
  );
}
