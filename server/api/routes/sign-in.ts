import { getAddress } from "ethers";
import { z } from "zod";
import type { Address, Hex } from "../../ledger/hex.ts";
import { grantsOfAccount } from "../access/ledger-grants.ts";
import { SCOPES } from "../access/scopes.ts";
import { LANGUAGE } from "../parameters.ts";
import { Problem } from "../problems.ts";
import { readContent, readParameters } from "../read-parameters.ts";
import type { Route } from "../route.ts";
import { ADDRESS, INSTANT, REGION_TEXT } from "../schemas/basics.ts";

const QUERY = { lang: LANGUAGE };

const OF_CONTENT = ["CONTENT_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"] as const;

const CHALLENGE = z.strictObject({ address: z.string().regex(/^0x[0-9a-fA-F]{40}$/) });

const SIGNED = z.strictObject({
  message: z.string().min(1).max(2_000),
  signature: z.string().regex(/^0x[0-9a-fA-F]{130}$/),
});

/** A message to sign in with. */
export const challengeRoute: Route = {
  method: "post",
  path: "/v1/sign-in/challenge",
  access: "public",
  summary: {
    zh: "取得登录消息（EIP-4361），供账户签名",
    en: "A message (EIP-4361) for an account of the ledger to sign in with",
  },
  pathParameters: {},
  queryParameters: QUERY,
  body: CHALLENGE,
  response: z.strictObject({ message: z.string(), expiresAt: INSTANT }),
  problems: OF_CONTENT,
  answer: async ({ query, body }, { signIn, clock }) => {
    readParameters(QUERY, query);
    const { address } = readContent(CHALLENGE, body);
    return { body: signIn.challenges.issue(getAddress(address.toLowerCase()) as Address, clock()) };
  },
};

/** Begins a session of the account that signed the message. */
export const signInRoute: Route = {
  method: "post",
  path: "/v1/sign-in",
  access: "public",
  summary: {
    zh: "以账户签名登录，取得访问凭证；权限按账本上的角色",
    en: "Sign in with the signed message; what may be read follows from the account's roles on the ledger",
  },
  pathParameters: {},
  queryParameters: QUERY,
  body: SIGNED,
  response: z.strictObject({
    token: z.string(),
    expiresAt: INSTANT,
    address: ADDRESS,
    grants: z.array(
      z.strictObject({
        scopes: z.array(z.enum(SCOPES)),
        region: REGION_TEXT.nullable(),
        fields: z.array(z.string()).nullable(),
      }),
    ),
  }),
  problems: [...OF_CONTENT, "SIGN_IN_REFUSED"],
  answer: async ({ query, body }, { signIn, clock, openReader }) => {
    readParameters(QUERY, query);
    const { message, signature } = readContent(SIGNED, body);
    const address = signIn.challenges.redeem(message, signature as Hex, clock());
    if (address === undefined) throw refused(NOT_SIGNED);
    const reader = openReader();
    try {
      const grants = await grantsOfAccount(reader, address);
      if (grants.length === 0) throw refused(NO_ROLE);
      return { body: { ...signIn.sessions.begin(address, clock()), address, grants } };
    } finally {
      await reader.close();
    }
  },
};

const NOT_SIGNED = {
  zh: "消息不是本接口给出的、已过期、已使用，或签名与账户不符：请重新取得消息并签名。",
  en: "The message is none that was given out, or too old, or used, or signed by another account: ask for a new one and sign that.",
};

const NO_ROLE = {
  zh: "该账户在账本上没有可查询的角色，或密钥已注销、失密，或所属单位已停用。",
  en: "The account has no role on the ledger that may ask, or its key was revoked or lost, or its organisation may not act.",
};

function refused(detail: typeof NO_ROLE): Problem {
  return new Problem("SIGN_IN_REFUSED", detail, { headers: { "WWW-Authenticate": 'Bearer realm="pilot-ledger"' } });
}
