import type { HttpReply, RpcMessage } from "../../../test/support/simulated-node.ts";
import type { Draw } from "../draw.ts";

/*
 * What nodes, and what stands before them, do wrong. A fault of transport breaks the exchange; a lie is a whole answer that is not
 * true.
 */

/** An exchange: what was asked, and what a good node answers. */
export interface Exchange {
  readonly messages: readonly RpcMessage[];
  readonly answers: readonly Answer[];
  readonly isBatch: boolean;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
}

/** An answer over HTTP; `refused` and `silent` are none. */
export type Faulty = HttpReply | "refused" | "silent";

type Fault = (exchange: Exchange, draw: Draw) => Faulty;

const html = (status: number, headers: Record<string, string> = {}): HttpReply => ({
  status,
  text: "<html><body>sorry</body></html>",
  headers,
});

/** The node is not there, is overloaded, or breaks off. */
export const TRANSPORT_FAULTS: Readonly<Record<string, Fault>> = {
  refused: () => "refused",
  silent: () => "silent",
  overloaded: (_, draw) => html(429, { "retry-after": String(draw.number(3)) }),
  unavailable: () => html(503),
  badGateway: () => html(502),
  serverError: () => html(500),
  noJson: () => html(200),
  cutOff: (exchange, draw) => {
    const { text } = whole(exchange, exchange.answers);
    return { status: 200, text: text.slice(0, draw.number(text.length)) };
  },
  internalError: (exchange) => refusing(exchange, -32_603, "Internal error"),
  limited: (exchange) => refusing(exchange, -32_005, "you have passed your rate limit"),
  noState: (exchange) =>
    exchange.messages.every(({ method }) => method === "eth_call")
      ? refusing(exchange, -32_000, "missing trie node 9f3a (path )")
      : refusing(exchange, -32_000, "数据不可用"),
  answerMissing: (exchange) => whole(exchange, exchange.answers.slice(1)),
  answerTwice: (exchange) => whole({ ...exchange, isBatch: true }, [...exchange.answers, ...exchange.answers]),
  otherId: (exchange) =>
    whole(
      exchange,
      exchange.answers.map((answer) => ({ ...answer, id: answer.id + 1_000_000 })),
    ),
  nothingThere: (exchange) =>
    whole(
      exchange,
      exchange.answers.map((answer) => ({ ...answer, result: null })),
    ),
};

type Log = Record<string, unknown> & { readonly data: string; readonly topics: readonly string[] };

/** Logs that are not the chain's. */
const LOG_LIES: Readonly<Record<string, (logs: Log[], draw: Draw) => Log[]>> = {
  noLogs: () => [],
  logLeftOut: (logs, draw) => logs.toSpliced(draw.number(logs.length), 1),
  logTwice: (logs, draw) => {
    const at = draw.number(logs.length);
    return logs.toSpliced(at, 0, logs[at] as Log);
  },
  logsReversed: (logs) => logs.toReversed(),
  dataAltered: (logs, draw) =>
    altered(logs, draw, (log) => {
      const at = 2 + draw.number(log.data.length - 2);
      const digit = log.data[at] === "0" ? "1" : "0";
      return { ...log, data: log.data.slice(0, at) + digit + log.data.slice(at + 1) };
    }),
  topicAltered: (logs, draw) =>
    altered(logs, draw, (log) => ({ ...log, topics: log.topics.with(1, `0x${"7".repeat(64)}`) })),
  blockAltered: (logs, draw) => altered(logs, draw, (log) => ({ ...log, blockHash: `0x${"5".repeat(64)}` })),
  takenBack: (logs, draw) => altered(logs, draw, (log) => ({ ...log, removed: true })),
  ofAnother: (logs, draw) => altered(logs, draw, (log) => ({ ...log, address: `0x${"9".repeat(40)}` })),
};

type Block = Record<string, unknown>;

const BLOCK_LIES: Readonly<Record<string, (block: Block, draw: Draw) => Block>> = {
  lowNumber: (block) => ({ ...block, number: "0x1" }),
  highNumber: (block) => ({ ...block, number: "0x270f" }),
  otherParent: (block) => ({ ...block, parentHash: `0x${"3".repeat(64)}` }),
  otherHash: (block, draw) => ({
    ...block,
    hash: `0x${draw
      .number(2 ** 32)
      .toString(16)
      .padStart(64, "4")}`,
  }),
};

const JOURNAL_LIES: Readonly<Record<string, (word: string) => string>> = {
  otherJournal: (word) => `0x${"0".repeat(63)}7${word.slice(66)}`,
  noJournal: () => "0x",
};

/** How many kinds of fault there are. */
export const FAULT_KINDS =
  Object.keys(TRANSPORT_FAULTS).length +
  Object.keys(LOG_LIES).length +
  Object.keys(BLOCK_LIES).length +
  Object.keys(JOURNAL_LIES).length;

/** A lie that fits what was asked; undefined when none does. */
export function lie(exchange: Exchange, draw: Draw): HttpReply | undefined {
  const method = exchange.messages[0]?.method;
  const [answer] = exchange.answers;
  if (method === "eth_getLogs" && Array.isArray(answer?.result) && answer.result.length > 0) {
    const told = draw.one(Object.values(LOG_LIES))(answer.result, draw);
    return whole(exchange, [{ ...answer, result: told }]);
  }
  const at = draw.number(exchange.answers.length);
  const chosen = exchange.answers[at];
  if (method === "eth_getBlockByNumber" && typeof chosen?.result === "object" && chosen.result !== null) {
    const told = draw.one(Object.values(BLOCK_LIES))(chosen.result as Block, draw);
    return whole(exchange, exchange.answers.with(at, { ...chosen, result: told }));
  }
  if (method === "eth_call" && typeof chosen?.result === "string") {
    const told = draw.one(Object.values(JOURNAL_LIES))(chosen.result);
    return whole(exchange, exchange.answers.with(at, { ...chosen, result: told }));
  }
  return undefined;
}

/** Of blocks that happen to have a certain hash, the first log is left out of every answer. */
export function leavingOut({ messages, answers }: Exchange): readonly Answer[] {
  return answers.map((answer, index) => {
    if (messages[index]?.method !== "eth_getLogs" || !Array.isArray(answer.result)) return answer;
    const isKept = ({ blockHash, logIndex }: Record<string, unknown>) =>
      logIndex !== "0x0" || !/[0-3]$/.test(String(blockHash));
    return { ...answer, result: answer.result.filter(isKept) };
  });
}

/** The answers as they go over HTTP. */
export function whole({ isBatch }: Pick<Exchange, "isBatch">, answers: readonly object[]): HttpReply {
  return { status: 200, text: JSON.stringify(isBatch ? answers : (answers[0] ?? null)) };
}

/** An answer that refuses everything asked. */
export function refusing(exchange: Exchange, code: number, message: string): HttpReply {
  return whole(
    exchange,
    exchange.messages.map(({ id }) => ({ jsonrpc: "2.0", id, error: { code, message } })),
  );
}

function altered(logs: readonly Log[], draw: Draw, change: (log: Log) => Log): Log[] {
  const at = draw.number(logs.length);
  return logs.map((log, index) => (index === at ? change(log) : log));
}
