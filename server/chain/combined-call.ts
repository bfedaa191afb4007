import type { Address, Hex } from "../ledger/hex.ts";

/*
 * Asks several contracts the same question in one `eth_call`: a call without a recipient runs its data as code, and what the code
 * returns is the answer. A node brings the state of an old block back once for it, and not once for each contract. Nodes that
 * refuse calls without a recipient are asked singly.
 *
 * The code below calls each contract in turn and appends to memory one word, the length of its answer plus one or zero when it
 * reverted, and then the answer.
 */

const WORD = 64;

/** Bytes of memory before the answers: the question is kept there. */
const FIRST = "20";

/**
 * The data of the combined call.
 *
 * @param input The question, at most 32 bytes.
 */
export function combinedCall(addresses: readonly Address[], input: Hex): Hex {
  const digits = input.slice(2);
  if (digits.length > WORD) throw new RangeError("a combined call asks a question of at most 32 bytes");
  const length = (digits.length / 2).toString(16).padStart(2, "0");
  const code = [
    `7f${digits.padEnd(WORD, "0")}`, // PUSH32 question
    "600052", // PUSH1 0, MSTORE
    `60${FIRST}`, // PUSH1, where the next answer goes: the only thing left on the stack after each contract
    ...addresses.map((address) =>
      [
        `6000600060${length}6000`, // PUSH1 0 (no output), PUSH1 0, PUSH1 length, PUSH1 0 (input)
        `73${address.slice(2).toLowerCase()}`, // PUSH20 address
        "5afa", // GAS, STATICCALL: 1 when it did not revert
        "3d60010102", // RETURNDATASIZE, PUSH1 1, ADD, MUL
        "8152", // DUP2, MSTORE
        "602001", // PUSH1 32, ADD
        "3d6000823e", // RETURNDATASIZE, PUSH1 0, DUP3, RETURNDATACOPY
        "3d01", // RETURNDATASIZE, ADD
      ].join(""),
    ),
    `60${FIRST}900360${FIRST}f3`, // PUSH1, SWAP1, SUB, PUSH1, RETURN
  ];
  return `0x${code.join("")}`;
}

/**
 * The answers of `count` contracts; undefined when one reverted or the result is not of the form.
 */
export function combinedAnswers(result: Hex, count: number): Hex[] | undefined {
  const answers: Hex[] = [];
  let at = 2;
  for (let index = 0; index < count; index++) {
    const word = result.slice(at, at + WORD);
    const length = Number.parseInt(word, 16) - 1;
    at += WORD;
    if (word.length !== WORD || !(length >= 0) || at + length * 2 > result.length) return undefined;
    answers.push(`0x${result.slice(at, at + length * 2)}`);
    at += length * 2;
  }
  return at === result.length ? answers : undefined;
}
