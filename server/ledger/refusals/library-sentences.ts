import type { Bilingual } from "../codes/bilingual.ts";
import type { Hex } from "../hex.ts";
import { accountWord, instant, roleWord } from "./wording.ts";

type LibraryArguments = Readonly<Record<string, unknown>>;

/** The errors of the libraries the contracts are built on, whether or not an ABI lists them. */
export const LIBRARY_ERRORS = [
  "error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)",
  "error AccessControlBadConfirmation()",
  "error AccessControlInvalidDefaultAdmin(address defaultAdmin)",
  "error AccessControlEnforcedDefaultAdminRules()",
  "error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)",
  "error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)",
  "error InvalidAccountNonce(address account, uint256 currentNonce)",
  "error InvalidShortString()",
  "error StringTooLong(string str)",
] as const;

/** Why the libraries refuse; by the error's name. */
export const librarySentences: Readonly<Record<string, (args: LibraryArguments) => Bilingual>> = {
  AccessControlUnauthorizedAccount: ({ account, neededRole }) => ({
    zh: `账户 ${accountWord(String(account))} 没有“${roleWord(neededRole as Hex).zh}”角色，不能办理此事项。`,
    en: `account ${accountWord(String(account))} does not hold the role of ${roleWord(neededRole as Hex).en}, which this act needs`,
  }),
  AccessControlBadConfirmation: () => ({
    zh: "只能放弃本账户自己的角色；请用该账户签名。",
    en: "an account can only give up a role of its own; sign with that account",
  }),
  AccessControlInvalidDefaultAdmin: ({ defaultAdmin }) => ({
    zh: `不能将管理员移交给账户 ${accountWord(String(defaultAdmin))}；请核对账户地址。`,
    en: `the administrator cannot be handed over to account ${accountWord(String(defaultAdmin))}; check its address`,
  }),
  AccessControlEnforcedDefaultAdminRules: () => ({
    zh: "管理员角色只能分两步移交（先指定、到期后接受），不能直接授予或收回。",
    en: "the administrator is handed over in two steps, named first and accepted after a delay; it cannot be given or taken directly",
  }),
  AccessControlEnforcedDefaultAdminDelay: ({ schedule }) => ({
    zh: `管理员移交的等待期未满；${instant(Number(schedule)).zh} 之后方可完成。`,
    en: `the administrator's handover has to wait until ${instant(Number(schedule)).en}`,
  }),
  SafeCastOverflowedUintDowncast: ({ bits, value }) => ({
    zh: `数值 ${value} 超出 ${bits} 位所能表示的范围；请核对所填数值。`,
    en: `the number ${value} is larger than ${bits} bits can hold; check the figures`,
  }),
  InvalidAccountNonce: ({ account, currentNonce }) => ({
    zh: `账户 ${accountWord(String(account))} 的这份签名已经用过，或排在它前面的尚未发送；该队列的下一个序号为 ${nonceWord(currentNonce)}。`,
    en: `this signature of account ${accountWord(String(account))} was used already, or an earlier one is still to be sent; the next number of its queue is ${nonceWord(currentNonce)}`,
  }),
  InvalidShortString: () => ({
    zh: "合约的签名域名称无法读取；请核对部署清单是否与该链一致。",
    en: "the contract's name for signatures cannot be read; check that the deployment manifest belongs to this chain",
  }),
  StringTooLong: ({ str }) => ({
    zh: `名称“${str}”过长，合约无法保存。`,
    en: `the name "${str}" is too long for the contract to keep`,
  }),
};

/** The nonce without the queue, which OpenZeppelin packs in front of it. */
function nonceWord(keyed: unknown): bigint {
  return BigInt.asUintN(64, BigInt(String(keyed)));
}
