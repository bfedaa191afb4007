import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, instant } from "./wording.ts";

/** Why a contract refuses a signed act, or a batch. */
export const signedActSentences: SentencesFor<"SignedActs"> = {
  SignedActs_Expired: ({ deadline, blockTime }) => ({
    zh: `签名的有效期至 ${instant(deadline).zh}，而当前区块时间为 ${instant(blockTime).zh}；请重新签名。`,
    en: `the signature was good until ${instant(deadline).en}, and the present block is of ${instant(blockTime).en}; sign the act again`,
  }),
  SignedActs_SignatureInvalid: ({ signer }) => ({
    zh: `签名不是账户 ${accountWord(signer)} 对此事项、在此链、为此合约所作；请核对签名账户与部署清单后重新签名。`,
    en: `the signature is not that of account ${accountWord(signer)} over this act, on this chain, for this contract; check the account and the deployment manifest, and sign again`,
  }),
  SignedActs_Nested: () => ({
    zh: "签名事项中不能再含签名事项，批量办理中不能再含批量办理；请分开发送。",
    en: "a signed act can carry no other signed act, and a batch no other batch; send them one after the other",
  }),
  SignedActs_NotSignable: ({ selector }) => ({
    zh: `此事项（${selector}）不能由他人代为发送；请用本账户直接发送。`,
    en: `this act (${selector}) cannot be sent by somebody else; send it from the account itself`,
  }),
  SignedActs_UnknownAct: ({ selector }) => ({
    zh: `合约没有此事项（${selector}），或其参数无法识别；请更新工具。`,
    en: `the contract has no such act (${selector}), or cannot read its arguments; update the toolkit`,
  }),
  SignedActs_BatchLength: ({ length, limit }) => ({
    zh: `一次最多办理 ${limit} 项、至少 1 项事项，所给为 ${length} 项。`,
    en: `one batch takes 1 to ${limit} acts, not ${length}`,
  }),
  // `explainRefusal` adds why.
  SignedActs_ItemFailed: ({ index }) => ({
    zh: `批量办理的第 ${index + 1n} 项被拒绝，全部未办理。`,
    en: `act ${index + 1n} of the batch was refused, and none of the batch is done`,
  }),
};
