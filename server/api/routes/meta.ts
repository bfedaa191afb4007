import { codeTables } from "../../queries/code-tables.ts";
import { ledgerHead } from "../../queries/ledger-head.ts";
import { serviceRoute } from "../ledger-route.ts";
import { lagBlocks } from "../mirror-status.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { CODE_TABLES, LEDGER_HEAD, RULES_IN_FORCE } from "../schemas/meta.ts";

/** Which ledger is mirrored, how far, and how the mirror fares. */
export const headRoute = serviceRoute({
  path: "/v1/meta/head",
  summary: { zh: "账本与镜像的状态", en: "Which ledger is mirrored, and how far" },
  response: LEDGER_HEAD,
  answer: async (reader, { mirrorStatus }) => {
    const { mirrored, ...ledger } = await ledgerHead(reader);
    const status = mirrorStatus();
    return {
      ...ledger,
      head: mirrored && { ...mirrored, lagBlocks: lagBlocks(mirrored.number, status) },
      mirror: {
        state: status.state,
        halted: status.state === "halted" ? status.reason : null,
        chainHead: status.chainHead?.number ?? null,
        lastError: status.lastError && { code: status.lastError.code, at: status.lastError.at },
      },
    };
  },
});

/** What the codes are called. */
export const codesRoute = serviceRoute({
  path: "/v1/meta/codes",
  summary: { zh: "代码表", en: "The code tables" },
  response: CODE_TABLES,
  answer: (reader) => codeTables(reader),
});

/** By which rules answers are derived. */
export const rulesRoute = serviceRoute({
  path: "/v1/meta/rules",
  summary: {
    zh: "所用规则集与工作日历，及适用的批次",
    en: "The rule set and working-day calendar that answers are derived by, and the programmes opened under it",
  },
  response: RULES_IN_FORCE,
  answer: (reader) => rulesInForce(reader),
});
