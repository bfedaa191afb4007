/**
 * Why the mirror stopped for good: going on would mean serving what may be wrong.
 *
 * - `WRONG_CHAIN` the node is of another chain than the deployment.
 * - `CONTRACT_MISSING` there is no contract where the deployment says.
 * - `FOREIGN_LEDGER` what is mirrored is not of the chain the node has now.
 * - `REORGANISATION_TOO_DEEP` the chain replaced more blocks than can be taken back.
 */
export type HaltCode = "WRONG_CHAIN" | "CONTRACT_MISSING" | "FOREIGN_LEDGER" | "REORGANISATION_TOO_DEEP";

/** Stops the mirror for good. */
export class HaltError extends Error {
  readonly code: HaltCode;

  constructor(code: HaltCode, message: string) {
    super(message);
    this.name = "HaltError";
    this.code = code;
  }
}
