import type { Command } from "commander";
import { ROLES } from "../../../server/ledger/codes/authority.ts";
import { asciiToHex } from "../../../server/ledger/hex.ts";
import { addressOf } from "../chain/account.ts";
import { loadCodes } from "../codes/load.ts";
import { addCommand, addGroup, type OptionSpec, type Registry } from "../command.ts";
import { carryOut } from "../receipts/act.ts";
import { roleList } from "../status/role-list.ts";
import { fieldArgument, nameArgument, reasonArgument, regionArgument } from "../values/codes.ts";
import { REASON } from "./options.ts";

const ACCOUNT = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

/** Adds `admin …`: roles and code tables. */
export function addAdminCommands(registry: Registry, program: Command): void {
  const group = addGroup(registry, program, "admin", {
    zh: "管理：角色与代码表（管理员）",
    en: "roles and code tables (administrator)",
  });
  addPauseCommands(registry, group);
  addRoleCommands(registry, addGroup(registry, group, "role", { zh: "角色", en: "roles" }));
  const codes = addGroup(registry, group, "codes", { zh: "代码表", en: "code tables" });
  addCommand<{ dryRun?: boolean }>(
    registry,
    codes,
    {
      usage: "load <file>",
      about: {
        zh: "按文件更新领域和地区代码表，只发送有差异的部分",
        en: "bring fields and regions to what a file says; sends only what differs",
      },
      options: [
        { flags: "--dry-run", about: { zh: "只显示差异，不发送", en: "show the differences and send nothing" } },
      ],
      examples: ["admin codes load codes.yaml --dry-run"],
    },
    (session, [file = ""], { dryRun }) => loadCodes(session, file, dryRun === true ? "show" : "send"),
  );
}

function addPauseCommands(registry: Registry, group: Command): void {
  const acts = [
    {
      name: "pause",
      zh: "暂停受理：账本可查询，但不接受新的办理事项",
      en: "halt new acts of every ledger; reading goes on",
    },
    { name: "unpause", zh: "恢复受理", en: "take new acts again" },
  ];
  for (const { name, zh, en } of acts) {
    addCommand<{ reason: string }>(
      registry,
      group,
      {
        usage: name,
        about: { zh, en },
        options: [REASON],
        examples: [`admin ${name} --reason SECURITY_INCIDENT`],
      },
      (session, _, { reason }) =>
        carryOut(session, { contract: "Authority", method: name, args: [reasonArgument(session, reason)] }),
    );
  }
}

const FIELDS: OptionSpec = {
  flags: "--field <code...>",
  about: {
    zh: "管辖领域，可多个（默认全部，含以后新增的）",
    en: "the fields it holds for (default: every field, later ones too)",
  },
};

function addRoleCommands(registry: Registry, group: Command): void {
  addCommand<{ region: string; field?: readonly string[] }>(
    registry,
    group,
    {
      usage: "grant <role> <account>",
      about: { zh: "授予角色或变更其管辖范围", en: "give a role within a jurisdiction, or change where it holds" },
      options: [
        { flags: "--region <code>", about: { zh: "管辖地区", en: "the region it holds for" }, required: true },
        FIELDS,
      ],
      examples: [
        `admin role grant REGISTRAR ${ACCOUNT} --region 330000`,
        `admin role grant APPROVER ${ACCOUNT} --region 330100 --field JUD MFG`,
      ],
    },
    async (session, [role = "", account = ""], { region, field }) => {
      const name = nameArgument(ROLES, role, "ROLE");
      const fields = (field ?? []).map((code) => asciiToHex(fieldArgument(code), 3));
      const args = [await addressOf(session, account), asciiToHex(name, 32), Number(regionArgument(region)), fields];
      return carryOut(session, { contract: "Authority", method: "assignRole", args });
    },
  );
  addCommand(
    registry,
    group,
    {
      usage: "withdraw <role> <account>",
      about: { zh: "收回角色", en: "take a role away" },
      examples: [`admin role withdraw EXPERT ${ACCOUNT}`],
    },
    async (session, [role = "", account = ""]) => {
      const args = [asciiToHex(nameArgument(ROLES, role, "ROLE"), 32), await addressOf(session, account)];
      return carryOut(session, { contract: "Authority", method: "revokeRole", args });
    },
  );
  addCommand(
    registry,
    group,
    {
      usage: "list",
      about: { zh: "列出全部角色及其管辖范围", en: "who holds which role, and where" },
      examples: ["admin role list"],
    },
    (session) => roleList(session),
  );
}
