import { Command, InvalidArgumentError, Option } from "commander";
import { ApiClient } from "../../server/api/client/api-client.ts";
import { ApiError } from "../../server/api/client/api-error.ts";
import {
  createWebhookRoute,
  deadLettersRoute,
  deleteWebhookRoute,
  deliveriesRoute,
  pauseWebhookRoute,
  redeliverRoute,
  replayRoute,
  resumeWebhookRoute,
  rotateSecretRoute,
  webhookDetailRoute,
  webhooksRoute,
} from "../../server/api/routes/webhooks.ts";
import { Failure } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";

interface Options {
  readonly api: string;
}

interface CreateOptions extends Options {
  readonly description?: string;
  readonly name?: readonly string[];
  readonly contract?: readonly string[];
  readonly fromBlock?: number;
  readonly after?: string;
  readonly onGivingUp: "continue" | "pause";
}

interface BeginOptions extends Options {
  readonly fromBlock?: number;
  readonly after?: string;
}

const LAST_BLOCK = 999_999_999;

/** `webhook create | list | …`: what a running server sends to whom. It asks the API, as the token that it is given. */
export function webhookCommand(): Command {
  const command = new Command("webhook").description(
    "Have events sent to an address, and look after it. The access token is read from PILOT_LEDGER_TOKEN; it needs the scope webhooks.",
  );
  const sub = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .option("--api <url>", "address of the running server", "http://127.0.0.1:8080");
  const ofOne = (name: string, description: string) => sub(name, description).argument("<id>", "such as whk_…");
  sub("create", "Subscribe. Prints the webhook, and the secret that its messages are signed with, this once.")
    .argument("<url>", "where messages are sent to, https")
    .option("--description <text>", "what it is for")
    .option("--name <list>", "only events of these names, with commas, such as PilotApplied,MilestoneSubmitted", words)
    .option("--contract <list>", "only events of these contracts, with commas, such as PilotLedger", words)
    .option("--from-block <block>", "begin with this block (default: with what is still to come)", block())
    .option("--after <cursor>", "begin after a cursor of a stream or of a message")
    .addOption(
      new Option("--on-giving-up <what>", "after a message that cannot be delivered")
        .choices(["continue", "pause"])
        .default("continue"),
    )
    .action(create);
  sub("list", "List the webhooks of the token.").action(({ api }: Options) =>
    show(async (client) => (await client.ask(webhooksRoute, { path: {} })).items, api),
  );
  ofOne("show", "Show how a webhook stands.").action((webhook: string, { api }: Options) =>
    show((client) => client.ask(webhookDetailRoute, { path: { webhook } }), api),
  );
  ofOne("pause", "Deliver nothing for now; what happens meanwhile is delivered later.").action(
    (webhook: string, { api }: Options) => show((client) => client.ask(pauseWebhookRoute, { path: { webhook } }), api),
  );
  ofOne("resume", "Deliver again, at once.").action((webhook: string, { api }: Options) =>
    show((client) => client.ask(resumeWebhookRoute, { path: { webhook } }), api),
  );
  ofOne("rotate-secret", "Sign with a fresh secret, and for a day with the present one as well.").action(
    (webhook: string, { api }: Options) => show((client) => client.ask(rotateSecretRoute, { path: { webhook } }), api),
  );
  ofOne("deliveries", "Show the last hundred attempts to deliver, newest first.").action(
    (webhook: string, { api }: Options) => show((client) => client.ask(deliveriesRoute, { path: { webhook } }), api),
  );
  ofOne("dead-letters", "Show what could not be delivered.").action((webhook: string, { api }: Options) =>
    show((client) => client.ask(deadLettersRoute, { path: { webhook } }), api),
  );
  ofOne("redeliver", "Deliver dead letters again, once each.")
    .argument("[numbers...]", "numbers of dead letters (default: all)")
    .action((webhook: string, numbers: readonly string[], { api }: Options) => {
      const content = numbers.length === 0 ? {} : { numbers: numbers.map(Number) };
      return show((client) => client.ask(redeliverRoute, { path: { webhook }, content }), api);
    });
  ofOne("replay", "Tell everything anew from a place on; give one of the two.")
    .option("--from-block <block>", "from this block on", block())
    .option("--after <cursor>", "after a cursor of a stream or of a message")
    .action((webhook: string, { api, fromBlock, after }: BeginOptions) =>
      show((client) => client.ask(replayRoute, { path: { webhook }, content: { fromBlock, after } }), api),
    );
  ofOne("delete", "Delete a webhook and all that was kept of it.").action((webhook: string, { api }: Options) =>
    show((client) => client.ask(deleteWebhookRoute, { path: { webhook } }), api),
  );
  return command;
}

async function create(url: string, { api, name, contract, ...rest }: CreateOptions): Promise<void> {
  const { description, fromBlock, after, onGivingUp } = rest;
  const filter = { ...(name && { name }), ...(contract && { contract }) };
  const content = { url, description, filter, fromBlock, after, onGivingUp };
  await show((client) => client.ask(createWebhookRoute, { path: {}, content }), api);
  console.error("The secret is not told again: give it to the receiver now.");
}

/** Asks, and prints the answer as JSON. */
async function show(ask: (client: ApiClient) => Promise<unknown>, api: string): Promise<void> {
  const token = process.env.PILOT_LEDGER_TOKEN;
  if (token === undefined || token === "") {
    throw new Failure("TOKEN_REQUIRED", "set PILOT_LEDGER_TOKEN to an access token with the scope webhooks");
  }
  const answer = await ask(new ApiClient({ url: api, token })).catch((error: unknown) => {
    throw error instanceof ApiError ? new Failure("API_REFUSED", error.message, { cause: error }) : error;
  });
  console.log(JSON.stringify(answer, null, 2));
}

function block() {
  return integerOption(0, LAST_BLOCK);
}

function words(text: string): string[] {
  const list = text.split(",").map((word) => word.trim());
  if (list.every((word) => /^\w+$/.test(word))) return list;
  throw new InvalidArgumentError("It must be names with commas.");
}
