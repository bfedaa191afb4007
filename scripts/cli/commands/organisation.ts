import type { Command } from "commander";
import { ORGANISATION_KINDS, ORGANISATION_STATUSES } from "../../../server/ledger/codes/authority.ts";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { canonicalText } from "../../../server/ledger/text.ts";
import { addressOf } from "../chain/account.ts";
import { addCommand, addGroup, type CommandSpec, type OptionSpec, type Registry } from "../command.ts";
import { carryOut } from "../receipts/act.ts";
import { organisationStatus } from "../status/organisation-status.ts";
import { nameArgument, organisationArgument, reasonArgument, regionArgument } from "../values/codes.ts";
import { REASON } from "./options.ts";

interface Particulars {
  readonly region: string;
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

const EXAMPLE = "91330108MA0990055H";

const PARTICULARS: readonly OptionSpec[] = [
  { flags: "--region <code>", about: { zh: "登记地区", en: "the region where it is registered" }, required: true },
  {
    flags: "--kind <kind>",
    about: { zh: "单位类型，见 codes organisations", en: "what it is; codes organisations lists the kinds" },
    required: true,
  },
  { flags: "--name-zh <name>", about: { zh: "中文名称", en: "its name in Chinese" }, required: true },
  { flags: "--name-en <name>", about: { zh: "英文名称", en: "its name in English" }, required: true },
];

/** Adds `organisation …`: the register of organisations and their accounts. */
export function addOrganisationCommands(registry: Registry, program: Command): void {
  const group = addGroup(registry, program, "organisation", {
    zh: "单位登记与账户绑定（受理员）",
    en: "the register of organisations and their accounts (registrar)",
  });
  const particulars = (name: string, method: string, about: CommandSpec["about"]) =>
    addCommand<Particulars>(
      registry,
      group,
      {
        usage: `${name} <uscc>`,
        about,
        options: PARTICULARS,
        examples: [
          `organisation ${name} ${EXAMPLE} --region 330108 --kind enterprise --name-zh 某企业 --name-en "A company"`,
        ],
      },
      async (session, [code], { region, kind, nameZh, nameEn }) => {
        const number = numberOf(ORGANISATION_KINDS, nameArgument(ORGANISATION_KINDS, kind, "--kind"));
        const text = canonicalText({ name: { zh: nameZh, en: nameEn } });
        const args = [organisationArgument(code).packed, Number(regionArgument(region)), number, text];
        return carryOut(session, { contract: "Authority", method, args });
      },
    );
  particulars("register", "registerOrganisation", { zh: "登记单位", en: "enter an organisation into the register" });
  particulars("update", "updateOrganisation", { zh: "变更单位信息", en: "change an organisation's particulars" });

  const statuses = [
    ["suspend", "SUSPENDED", "暂停单位", "suspend an organisation", "UNDER_INVESTIGATION"],
    ["restore", "ACTIVE", "恢复单位", "restore a suspended organisation", "RECTIFICATION_DONE"],
    ["revoke", "REVOKED", "注销单位，不可恢复", "revoke an organisation, for good", "ORGANISATION_DISSOLVED"],
  ] as const;
  for (const [name, status, zh, en, reasonExample] of statuses) {
    addCommand<{ reason: string }>(
      registry,
      group,
      {
        usage: `${name} <uscc>`,
        about: { zh, en },
        options: [REASON],
        examples: [`organisation ${name} ${EXAMPLE} --reason ${reasonExample}`],
      },
      async (session, [code], { reason }) => {
        const number = numberOf(ORGANISATION_STATUSES, status);
        const args = [organisationArgument(code).packed, number, reasonArgument(session, reason)];
        return carryOut(session, { contract: "Authority", method: "setOrganisationStatus", args });
      },
    );
  }
  addCommand(
    registry,
    group,
    {
      usage: "bind <uscc> <account>",
      about: { zh: "为单位绑定账户", en: "bind an account to an organisation, for good" },
      examples: [`organisation bind ${EXAMPLE} 0x70997970C51812dc3A010C7d01b50e0d17dc79C8`],
    },
    async (session, [code, account = ""]) => {
      const args = [organisationArgument(code).packed, await addressOf(session, account)];
      return carryOut(session, { contract: "Authority", method: "bindAccount", args });
    },
  );
  addCommand(
    registry,
    group,
    {
      usage: "show <uscc>",
      about: { zh: "查看单位及其账户", en: "an organisation and its accounts" },
      examples: [`organisation show ${EXAMPLE}`],
    },
    (session, [code]) => organisationStatus(session, organisationArgument(code)),
  );
}
