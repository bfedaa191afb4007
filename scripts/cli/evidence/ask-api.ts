import { ApiClient } from "../../../server/api/client/api-client.ts";
import { ApiError } from "../../../server/api/client/api-error.ts";
import { evidenceRoute } from "../../../server/api/routes/evidence.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { type CliFailure, unusable } from "../failure.ts";
import type { Appearance, SoughtDigest } from "./appearance.ts";

/** What the audit API says of digests. */
export interface ApiAnswer {
  readonly appearances: readonly Appearance[];
  /** The block up to which it knows the chain. */
  readonly upTo: number;
}

/** As many as the API gives at a time. */
const LIMIT = 200;

/**
 * Asks the audit API where digests appear. The route is public: nothing but the digests is told to it.
 *
 * @throws {CliFailure} API_UNREACHABLE or API_ANSWER_INVALID.
 */
export async function askApi(api: string, sought: readonly SoughtDigest[]): Promise<ApiAnswer> {
  const client = new ApiClient({ url: api });
  const answers = await Promise.all(sought.map((one) => ask(client, api, one)));
  const appearances = answers.flatMap((answer) => answer.appearances);
  const stray = appearances.some((item) => !sought.some((one) => one.digest === item.digest.toLowerCase()));
  if (stray) throw invalid(api, "it answers another question");
  return { appearances, upTo: Math.min(...answers.map(({ upTo }) => upTo)) };
}

/** All appearances of a digest, however many pages they fill, up to the head of the first. */
async function ask(client: ApiClient, api: string, { algorithm, digest }: SoughtDigest): Promise<ApiAnswer> {
  const path = { algorithm, digest };
  try {
    const { head } = await client.ask(evidenceRoute, { path, query: { limit: 1 } });
    const appearances: Appearance[] = [];
    for await (const item of client.items(evidenceRoute, { path, query: { limit: LIMIT } })) {
      appearances.push(appearanceOf(item));
    }
    return { appearances, upTo: head.number };
  } catch (error) {
    throw error instanceof ApiError ? failureOf(api, error) : error;
  }
}

type EvidenceItem = NonNullable<(typeof evidenceRoute)["answers"]>["items"][number];

/** The schema holds digests and addresses to their form; here the compiler is told of it. */
function appearanceOf({
  algorithm,
  digest,
  use,
  kind,
  pilot,
  milestone,
  revision,
  provenance,
}: EvidenceItem): Appearance {
  const { chainId: _, contract, blockHash, transactionHash, actor, ...place } = provenance;
  return {
    ...{ algorithm, use, kind, pilot, milestone, revision },
    digest: digest as Hex,
    provenance: {
      ...place,
      contract: contract as Address,
      blockHash: blockHash as Hex,
      transactionHash: transactionHash as Hex,
      actor: actor as Address,
    },
  };
}

function failureOf(api: string, error: ApiError): CliFailure {
  if (error.code !== "UNREACHABLE") return invalid(api, error.message);
  const { origin } = new URL(api);
  return unusable("API_UNREACHABLE", `审计接口没有应答：${origin}`, `the audit API does not answer: ${origin}`, error);
}

function invalid(url: string, why: string): CliFailure {
  const { origin } = new URL(url);
  return unusable(
    "API_ANSWER_INVALID",
    `审计接口 ${origin} 的应答不能使用（${why}）`,
    `the audit API ${origin} gives an answer that cannot be used (${why})`,
  );
}
