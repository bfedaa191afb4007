import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { Failure } from "../process/failure.ts";

/*
 * Hardhat covers statements alone. A branch here is one outcome, true or false, of one condition: that of an `if`, a `? :`, a loop, and
 * each operand of `&&` and `||`. Every condition is passed through a function that reports its outcome the way Hardhat's own
 * instrumentation reports a statement.
 */

/** One outcome of one condition. */
export interface Branch {
  /** What is reported when it is taken: 64 hexadecimal digits. */
  readonly tag: string;
  readonly file: string;
  readonly line: number;
  /** The condition's source text. */
  readonly condition: string;
  readonly outcome: boolean;
}

interface Node {
  readonly nodeType?: string;
  readonly src?: string;
  readonly operator?: string;
  readonly condition?: unknown;
  readonly trueExpression?: unknown;
  readonly leftExpression?: unknown;
  readonly rightExpression?: unknown;
  readonly subExpression?: unknown;
  readonly components?: readonly unknown[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Library of Hardhat's instrumentation, which every file it instruments imports. */
const REPORTER = `
function __branch(bool outcome, uint256 yes, uint256 no) pure returns (bool) {
    __NomicFoundationCoverage.sendHit(outcome ? yes : no);
    return outcome;
}
`;

/** Lets the conditions of one source, which Hardhat has instrumented already, report their outcomes. Lines keep their numbers. */
export function instrumentBranches(file: string, source: string): { source: string; branches: Branch[] } {
  const text = Buffer.from(source);
  const conditions = conditionsOf(parse(file, source));
  if (conditions.length === 0) return { source, branches: [] };
  const branches: Branch[] = [];
  const insertions: { at: number; order: number; text: string }[] = [];
  for (const [index, { start, end }] of conditions.entries()) {
    const line = text.subarray(0, start).toString().split("\n").length;
    const condition = text.subarray(start, end).toString().replaceAll(/\s+/g, " ");
    const [yes, no] = [true, false].map((outcome) => {
      const tag = createHash("sha256").update(`branch ${file} ${index} ${outcome}`).digest("hex");
      branches.push({ tag, file, line, condition, outcome });
      return tag;
    });
    // At one place what ends comes before what begins; of those that end, the inner first; of those that begin, the outer.
    insertions.push({ at: start, order: 1e9 - end, text: "__branch(" });
    insertions.push({ at: end, order: -start - 1e9, text: `, 0x${yes}, 0x${no})` });
  }
  insertions.sort((a, b) => a.at - b.at || a.order - b.order);
  let position = 0;
  const parts = insertions.map((insertion) => {
    const before = text.subarray(position, insertion.at).toString();
    position = insertion.at;
    return before + insertion.text;
  });
  return { source: parts.join("") + text.subarray(position).toString() + REPORTER, branches };
}

/** The conditions, none of which is itself a conjunction or a disjunction: of those, the operands are. */
function conditionsOf(root: unknown): Range[] {
  const found = new Map<string, Range>();
  const add = (expression: unknown): void => {
    const inner = bare(expression);
    if (isLogical(inner)) return; // Its operands are found when it is visited.
    const [start = 0, length = 0] = (nodeOf(expression).src ?? "").split(":").map(Number);
    found.set(`${start}:${length}`, { start, end: start + length });
  };
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = nodeOf(value);
    if (isLogical(node)) for (const operand of [node.leftExpression, node.rightExpression]) add(operand);
    else if (isBranching(node) && node.condition) add(node.condition);
    for (const child of Object.values(value)) visit(child);
  };
  visit(root);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function isLogical(node: Node): boolean {
  return node.nodeType === "BinaryOperation" && (node.operator === "&&" || node.operator === "||");
}

function isBranching({ nodeType }: Node): boolean {
  return /^(IfStatement|Conditional|ForStatement|WhileStatement|DoWhileStatement)$/.test(nodeType ?? "");
}

/** An expression without parentheses and negations. */
function bare(expression: unknown): Node {
  const node = nodeOf(expression);
  if (node.nodeType === "TupleExpression" && node.components?.length === 1) return bare(node.components[0]);
  if (node.nodeType === "UnaryOperation" && node.operator === "!") return bare(node.subExpression);
  return node;
}

function nodeOf(value: unknown): Node {
  return typeof value === "object" && value !== null ? value : {};
}

const require = createRequire(import.meta.url);

function parse(file: string, content: string): unknown {
  const compiler: { compile(input: string): string } = require("solc");
  const output = compiler.compile(
    JSON.stringify({
      language: "Solidity",
      sources: { [file]: { content } },
      settings: { stopAfter: "parsing", outputSelection: { "*": { "": ["ast"] } } },
    }),
  );
  const { sources, errors } = JSON.parse(output);
  const ast: unknown = sources?.[file]?.ast;
  if (ast === undefined) throw new Failure("SOURCE_UNREADABLE", `${file} cannot be parsed: ${JSON.stringify(errors)}`);
  return ast;
}
