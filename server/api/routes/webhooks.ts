import { getAddress } from "ethers";
import { z } from "zod";
import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Address, Hex } from "../../ledger/hex.ts";
import type { Uscc } from "../../ledger/uscc.ts";
import { writePosition } from "../../live/position-text.ts";
import type { Attempt, DeadLetter, Subscription } from "../../live/webhooks/subscription.ts";
import { overSnapshot } from "../asking.ts";
import { beginningOf } from "../live/beginning.ts";
import { requireHead } from "../mirror-status.ts";
import { LIMIT, WEBHOOK_ID, wholeNumber } from "../parameters.ts";
import { Problem } from "../problems.ts";
import {
  DEAD_LETTER,
  DELIVERY,
  REDELIVERY_WISH,
  REPLAY_WISH,
  WEBHOOK,
  WEBHOOK_SECRET,
  WEBHOOK_WISH,
} from "../schemas/webhooks.ts";
import type { Services } from "../services.ts";
import { webhookRoute } from "../webhook-route.ts";

const OF_BEGINNING = ["CURSOR_INVALID", "CURSOR_MISMATCH", "MIRROR_HALTED", "MIRROR_REBUILDING"] as const;

const ONE = { webhook: WEBHOOK_ID };

const DEFAULT_LIMIT = 50;

/** The webhooks of a token. */
export const webhooksRoute = webhookRoute({
  method: "get",
  path: "/v1/webhooks",
  summary: { zh: "本令牌的推送订阅", en: "The webhooks of the token that asks" },
  pathParameters: {},
  response: { items: z.array(WEBHOOK) },
  answer: async ({ token, webhooks, services }) => {
    return { items: await Promise.all(webhooks.list(token).map((one) => shown(one, services))) };
  },
});

/** Subscribes. */
export const createWebhookRoute = webhookRoute({
  method: "post",
  path: "/v1/webhooks",
  summary: {
    zh: "订阅推送；签名密钥只在答复中出现这一次",
    en: "Subscribe; the secret that messages are signed with is told in the answer, this once",
  },
  pathParameters: {},
  body: WEBHOOK_WISH,
  response: { webhook: WEBHOOK, secret: WEBHOOK_SECRET },
  problems: [...OF_BEGINNING, "TOO_MANY_WEBHOOKS"],
  answer: async ({ content, token, webhooks, services }) => {
    const { url, description = "", filter = {}, onGivingUp = "continue", after, fromBlock } = content;
    const position = await beginning(services, { after, fromBlock });
    const wish = { token, url, description, filter: filterOf(filter), onGivingUp, position };
    const { subscription, secret } = await webhooks.create(wish);
    return { webhook: await shown(subscription, services), secret };
  },
});

/** One webhook. */
export const webhookDetailRoute = webhookRoute({
  method: "get",
  path: "/v1/webhooks/:webhook",
  summary: { zh: "一个推送订阅的状态", en: "How a webhook stands" },
  pathParameters: ONE,
  response: { webhook: WEBHOOK },
  answer: async ({ path, token, webhooks, services }) => ({
    webhook: await shown(webhooks.get(token, path.webhook), services),
  }),
});

/** Unsubscribes. */
export const deleteWebhookRoute = webhookRoute({
  method: "delete",
  path: "/v1/webhooks/:webhook",
  summary: { zh: "删除推送订阅及其记录", en: "Delete a webhook and all that was kept of it" },
  pathParameters: ONE,
  response: { deleted: z.string() },
  answer: async ({ path, token, webhooks }) => {
    await webhooks.remove(token, path.webhook);
    return { deleted: path.webhook };
  },
});

/** Delivers nothing more for now. */
export const pauseWebhookRoute = switchRoute("pause", {
  zh: "暂停推送；期间的事件在恢复后推送",
  en: "Deliver nothing for now; what happens meanwhile is delivered later",
});

/** Delivers again. */
export const resumeWebhookRoute = switchRoute("resume", { zh: "恢复推送，立即重试", en: "Deliver again, and at once" });

/** Signs with a fresh secret. */
export const rotateSecretRoute = webhookRoute({
  method: "post",
  path: "/v1/webhooks/:webhook/secret",
  summary: {
    zh: "更换签名密钥；原密钥一天内同时用于签名",
    en: "Sign with a fresh secret; for a day with the present one as well",
  },
  pathParameters: ONE,
  response: { webhook: WEBHOOK, secret: WEBHOOK_SECRET },
  answer: async ({ path, token, webhooks, services }) => {
    const { subscription, secret } = await webhooks.rotateSecret(token, path.webhook);
    return { webhook: await shown(subscription, services), secret };
  },
});

/** Tells things anew. */
export const replayRoute = webhookRoute({
  method: "post",
  path: "/v1/webhooks/:webhook/replay",
  summary: { zh: "从某处起重新推送", en: "Tell everything anew from a cursor or a block on, under other message ids" },
  pathParameters: ONE,
  body: REPLAY_WISH,
  response: { webhook: WEBHOOK },
  problems: OF_BEGINNING,
  answer: async ({ path, content: { after, fromBlock }, token, webhooks, services }) => {
    if ((after === undefined) === (fromBlock === undefined)) throw oneOfBoth();
    const position = await beginning(services, { after, fromBlock });
    return { webhook: await shown(await webhooks.replay(token, path.webhook, position), services) };
  },
});

/** What was tried. */
export const deliveriesRoute = webhookRoute({
  method: "get",
  path: "/v1/webhooks/:webhook/deliveries",
  summary: { zh: "最近一百次推送尝试", en: "The last hundred attempts to deliver, newest first" },
  pathParameters: ONE,
  response: { items: z.array(DELIVERY) },
  answer: async ({ path, token, webhooks }) => ({
    items: (await webhooks.attempts(token, path.webhook)).map(deliveryOf),
  }),
});

/** What could not be delivered. */
export const deadLettersRoute = webhookRoute({
  method: "get",
  path: "/v1/webhooks/:webhook/dead-letters",
  summary: { zh: "未能送达的消息", en: "Messages that could not be delivered, oldest first" },
  pathParameters: ONE,
  queryParameters: { after: wholeNumber(0, 999_999_999), limit: LIMIT },
  response: { items: z.array(DEAD_LETTER) },
  answer: async ({ path, query: { after = 0, limit = DEFAULT_LIMIT }, token, webhooks }) => ({
    items: (await webhooks.letters(token, path.webhook, { after, limit })).map(letterOf),
  }),
});

/** Delivers dead letters again. */
export const redeliverRoute = webhookRoute({
  method: "post",
  path: "/v1/webhooks/:webhook/dead-letters/redeliver",
  summary: { zh: "重新推送未能送达的消息", en: "Deliver dead letters again, once each, before anything else" },
  pathParameters: ONE,
  body: REDELIVERY_WISH,
  response: { webhook: WEBHOOK },
  answer: async ({ path, content: { numbers }, token, webhooks, services }) => ({
    webhook: await shown(await webhooks.redeliver(token, path.webhook, numbers ?? "all"), services),
  }),
});

/** All of them. */
export const WEBHOOK_ROUTES = [
  webhooksRoute,
  createWebhookRoute,
  webhookDetailRoute,
  deleteWebhookRoute,
  pauseWebhookRoute,
  resumeWebhookRoute,
  rotateSecretRoute,
  replayRoute,
  deliveriesRoute,
  deadLettersRoute,
  redeliverRoute,
] as const;

function beginning(services: Services, from: Parameters<typeof beginningOf>[1]) {
  return overSnapshot(services, "whole", ({ whole }) => {
    requireHead(whole, services.mirrorStatus());
    return beginningOf(whole, from);
  });
}

function oneOfBoth(): Problem {
  return new Problem("INVALID_PARAMETER", {
    zh: "after 与 fromBlock 须给出其一。",
    en: "give either after or fromBlock.",
  });
}

type AskedFilter = NonNullable<z.output<typeof WEBHOOK_WISH>["filter"]>;

/** A filter as the records write what it names. */
function filterOf({ subject, actor, organisation, ...rest }: AskedFilter): Subscription["filter"] {
  return {
    ...rest,
    ...(subject !== undefined && { subject: subject.toLowerCase() as Hex }),
    ...(actor !== undefined && { actor: getAddress(actor.toLowerCase()) as Address }),
    ...(organisation !== undefined && { organisation: organisation as Uscc }),
  };
}

/** Turns deliveries off or on. */
function switchRoute(act: "pause" | "resume", summary: Bilingual) {
  return webhookRoute({
    method: "post",
    path: `/v1/webhooks/:webhook/${act}`,
    summary,
    pathParameters: ONE,
    response: { webhook: WEBHOOK },
    answer: async ({ path, token, webhooks, services }) => ({
      webhook: await shown(await webhooks[act](token, path.webhook), services),
    }),
  });
}

/** A subscription as its owner sees it. */
async function shown(subscription: Subscription, services: Services): Promise<z.input<typeof WEBHOOK>> {
  const { id, url, description, filter, onGivingUp, state, reason, createdAt } = subscription;
  const { previousUntil, position, trying, redeliver } = subscription;
  const identity = await overSnapshot(services, "whole", async ({ whole }) => whole.identity);
  return {
    ...{ id, url, description, filter: filter as AskedFilter, onGivingUp, state, reason, createdAt },
    previousSecretUntil: previousUntil,
    cursor: writePosition(position, identity),
    lagBlocks: services.webhooks.lagOf(id),
    trying: trying && { ...trying, since: seconds(trying.since), notBefore: seconds(trying.notBefore) },
    redelivering: redeliver.length,
  };
}

function deliveryOf({ at, ...rest }: Attempt): z.input<typeof DELIVERY> {
  return { at: seconds(at), ...rest };
}

function letterOf({ body, block: _, at, ...rest }: DeadLetter): z.input<typeof DEAD_LETTER> {
  return { ...rest, at: seconds(at), content: JSON.parse(body) as Record<string, unknown> };
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}
