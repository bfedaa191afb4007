import type { Address } from "../../../server/ledger/hex.ts";
import { addressOf } from "../chain/account.ts";
import { unusable } from "../failure.ts";
import type { Session } from "../session.ts";

/** A panel as a command names it. */
export interface PanelOptions {
  readonly expert: readonly string[];
  readonly threshold: string;
}

/** The members of a panel and how many of their votes carry, as the contract takes them. */
export async function panelArguments(
  session: Session,
  { expert, threshold }: PanelOptions,
): Promise<readonly [experts: readonly Address[], threshold: number]> {
  if (!/^\d{1,2}$/.test(threshold)) {
    throw unusable(
      "VALUE_INVALID",
      `--threshold 应为票数，不是“${threshold}”。`,
      `--threshold is a number of votes, not "${threshold}"`,
    );
  }
  return [await Promise.all(expert.map((name) => addressOf(session, name))), Number(threshold)];
}
