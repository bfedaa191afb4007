import { ORGANISATION_STATUSES } from "../codes/authority.ts";
import { ORGANISATION_STATUS_LABELS } from "../codes/labels.ts";
import { asciiFromHex } from "../hex.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, instant, roleWord, usccWord, word } from "./wording.ts";

const status = (index: number) => word(ORGANISATION_STATUSES, ORGANISATION_STATUS_LABELS, index);

/** Why `Authority` refuses. */
export const authoritySentences: SentencesFor<"Authority"> = {
  Authority_MissingRole: ({ account, role }) => ({
    zh: `账户 ${accountWord(account)} 没有“${roleWord(role).zh}”角色，不能办理此事项；请由管理员授予，或改用有该角色的账户。`,
    en: `account ${accountWord(account)} does not hold the role of ${roleWord(role).en}, which this act needs; ask the administrator for it, or use an account that has it`,
  }),
  Authority_OutOfJurisdiction: ({ account, role, region, field }) => {
    const code = asciiFromHex(field);
    return {
      zh: `账户 ${accountWord(account)} 的“${roleWord(role).zh}”角色不管辖地区 ${region}${code && `、领域 ${code}`}；请由有管辖权的人员办理。`,
      en: `account ${accountWord(account)} is ${roleWord(role).en}, but not for region ${region}${code && ` and field ${code}`}; an official with that jurisdiction has to act`,
    };
  },
  Authority_JurisdictionRequired: ({ role }) => ({
    zh: `授予“${roleWord(role).zh}”角色必须同时指定管辖范围；请使用 admin role grant 并写明 --region。`,
    en: `the role of ${roleWord(role).en} is given together with a jurisdiction; use admin role grant with --region`,
  }),
  Authority_UnknownRole: ({ role }) => ({
    zh: `没有“${asciiFromHex(role)}”这个角色；可用的角色见 codes 命令。`,
    en: `there is no role "${asciiFromHex(role)}"; the command codes lists the roles`,
  }),
  Authority_AccountNotBound: ({ account }) => ({
    zh: `账户 ${accountWord(account)} 尚未绑定任何单位；请由受理员先行绑定。`,
    en: `account ${accountWord(account)} belongs to no organisation yet; a registrar has to bind it first`,
  }),
  Authority_AccountAlreadyBound: ({ account, organisation }) => ({
    zh: `账户 ${accountWord(account)} 已绑定单位 ${usccWord(organisation)}；一个账户只能绑定一个单位，且不可更改，请使用新账户。`,
    en: `account ${accountWord(account)} is bound to organisation ${usccWord(organisation)} already; an account serves one organisation for good, so use a new account`,
  }),
  Authority_AccountRevoked: ({ account, revokedAt }) => ({
    zh: `账户 ${accountWord(account)} 自 ${instant(revokedAt).zh} 起已停用，不能再办理任何事项；请由受理员为单位绑定新账户。`,
    en: `account ${accountWord(account)} may not act any more since ${instant(revokedAt).en}; ask the registrar to bind a new account`,
  }),
  Authority_NotEntitledToReport: ({ actor, account }) => ({
    zh: `账户 ${accountWord(actor)} 无权报告 ${accountWord(account)} 的密钥遗失；只有该账户本身、同一单位的账户或受理员可以报告。`,
    en: `account ${accountWord(actor)} may not report the key of ${accountWord(account)}; the account itself, another of its organisation or a registrar may`,
  }),
  Authority_LossInFuture: ({ lostAt, blockTime }) => ({
    zh: `填报的遗失时间 ${instant(lostAt).zh} 晚于当前区块时间 ${instant(blockTime).zh}；请填写过去的时间。`,
    en: `the time of loss, ${instant(lostAt).en}, lies after the present block, ${instant(blockTime).en}; give a time in the past`,
  }),
  Authority_ZeroAccount: () => ({
    zh: "账户地址为空；请填写有效的账户地址。",
    en: "the account's address is zero; give the address of a real account",
  }),
  Authority_MalformedUscc: ({ organisation }) => ({
    zh: `“${usccWord(organisation)}”不是合规的统一社会信用代码（GB 32100）；请核对后重填。`,
    en: `"${usccWord(organisation)}" is no unified social credit code (GB 32100); check it and try again`,
  }),
  Authority_OrganisationUnknown: ({ organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 尚未登记；请由受理员先行登记。`,
    en: `organisation ${usccWord(organisation)} is not in the register; a registrar has to register it first`,
  }),
  Authority_OrganisationExists: ({ organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 已经登记；如需更改信息，请使用 organisation update。`,
    en: `organisation ${usccWord(organisation)} is in the register already; use organisation update to change its particulars`,
  }),
  Authority_OrganisationNotActive: ({ organisation, status: index }) => ({
    zh: `单位 ${usccWord(organisation)} 的状态为“${status(index).zh}”，其账户不能办理此事项；请联系受理员。`,
    en: `organisation ${usccWord(organisation)} is ${status(index).en}, so its accounts may not act; ask the registrar`,
  }),
  Authority_StatusNotAllowed: ({ organisation, from, to }) => ({
    zh: `单位 ${usccWord(organisation)} 的状态不能由“${status(from).zh}”变更为“${status(to).zh}”；注销后不可恢复。`,
    en: `organisation ${usccWord(organisation)} is ${status(from).en} and cannot become ${status(to).en}; revocation is final`,
  }),
  Authority_KindRequired: () => ({
    zh: "未填写单位类型；请用 --kind 指定。",
    en: "the organisation's kind is missing; give it with --kind",
  }),
  Authority_ReasonRequired: () => ({
    zh: "未填写理由；请用 --reason 给出理由代码。",
    en: "a reason is required; give a reason code with --reason",
  }),
  Authority_RegionNotEnabled: ({ region }) => ({
    zh: `地区代码 ${region} 未启用；请核对代码，或由管理员在代码表中启用。`,
    en: `region ${region} is not enabled; check the code, or ask the administrator to enable it`,
  }),
  Authority_FieldNotEnabled: ({ field }) => ({
    zh: `领域代码 ${asciiFromHex(field)} 未登记或已停用；请核对代码，或由管理员在代码表中启用。`,
    en: `field ${asciiFromHex(field)} is not registered or is retired; check the code, or ask the administrator to enable it`,
  }),
  Authority_MalformedField: ({ field }) => ({
    zh: `领域代码“${asciiFromHex(field)}”不合规；应为三个大写字母，如 JUD。`,
    en: `"${asciiFromHex(field)}" is no field code; it takes three capital letters, such as JUD`,
  }),
  Authority_TooManyFields: () => ({
    zh: "领域代码已达 64 个上限，不能再登记新的领域。",
    en: "all 64 places for fields are taken; no further field can be registered",
  }),
  Authority_FieldsInvalid: () => ({
    zh: "管辖范围中重复列出了同一领域；每个领域只列一次。",
    en: "the jurisdiction names a field twice; name each field once",
  }),
  Authority_TextLength: ({ length, limit }) => ({
    zh: `公开文本长 ${length} 字节，应为 1 至 ${limit} 字节；请填写或精简。`,
    en: `the public text has ${length} bytes and must have 1 to ${limit}; fill it in or shorten it`,
  }),
  Authority_Paused: () => ({
    zh: "平台已暂停受理，账本可查询但不接受新的办理事项；请待管理员恢复后重试。",
    en: "the platform takes no new acts at present, though the ledger can be read; try again when the administrator has resumed it",
  }),
  Authority_NotPaused: () => ({
    zh: "平台未暂停受理，无需恢复。",
    en: "the platform is not paused, so there is nothing to resume",
  }),
  Authority_EmptyList: () => ({
    zh: "清单为空；请至少列出一项。",
    en: "the list is empty; name at least one item",
  }),
};
