import type { Command } from "commander";
import { addressOf } from "../chain/account.ts";
import { chainTime } from "../chain/ledger.ts";
import { addCommand, addGroup, type Registry } from "../command.ts";
import { carryOut } from "../receipts/act.ts";
import { accountStatus } from "../status/account-status.ts";
import { reasonArgument } from "../values/codes.ts";
import { momentArgument } from "../values/instants.ts";
import { REASON } from "./options.ts";

const EXAMPLE = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

/** Adds `account …`: what becomes of an account. */
export function addAccountCommands(registry: Registry, program: Command): void {
  const group = addGroup(registry, program, "account", {
    zh: "账户：停用、密钥遗失、查看",
    en: "accounts: revocation, lost keys",
  });
  addCommand<{ reason: string }>(
    registry,
    group,
    {
      usage: "revoke <account>",
      about: { zh: "停用账户，不可恢复（受理员）", en: "end what an account may do, for good (registrar)" },
      options: [REASON],
      examples: [`account revoke ${EXAMPLE} --reason STAFF_CHANGE`],
    },
    async (session, [account = ""], { reason }) => {
      const args = [await addressOf(session, account), reasonArgument(session, reason)];
      return carryOut(session, { contract: "Authority", method: "revokeAccount", args });
    },
  );
  addCommand<{ lostAt?: string }>(
    registry,
    group,
    {
      usage: "report-key-loss <account>",
      about: {
        zh: "报告密钥遗失或泄露（本账户、同单位账户或受理员），该账户立即停用",
        en: "report a key lost or disclosed (the account itself, a colleague or a registrar); it may not act from then on",
      },
      options: [
        {
          flags: "--lost-at <time>",
          about: {
            zh: "估计的遗失时间（默认为最新区块时间）",
            en: "when it is believed to have been lost (default: the latest block's time)",
          },
        },
      ],
      examples: [`account report-key-loss ${EXAMPLE} --lost-at "2019-06-30 14:00"`],
    },
    async (session, [account = ""], { lostAt }) => {
      const address = await addressOf(session, account);
      return carryOut(session, async (ledger) => ({
        contract: "Authority",
        method: "reportKeyCompromise",
        args: [address, lostAt === undefined ? await chainTime(ledger) : momentArgument(lostAt, "--lost-at")],
      }));
    },
  );
  addCommand(
    registry,
    group,
    {
      usage: "show <account>",
      about: { zh: "查看账户的单位和角色", en: "an account's organisation and roles" },
      examples: [`account show ${EXAMPLE}`],
    },
    async (session, [account = ""]) => accountStatus(session, await addressOf(session, account)),
  );
}
