import { expect } from "chai";
import { AbiCoder, type ErrorFragment, Interface, makeError } from "ethers";
import { toFailure } from "../../scripts/cli/chain/failures.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { packPilotId, packProgrammeId, parsePilotCode } from "../../server/ledger/ids.ts";
import { LIBRARY_ERRORS } from "../../server/ledger/refusals/library-sentences.ts";
import { explainRefusal, sentenceFor } from "../../server/ledger/refusals/refusal.ts";
import { revertData } from "../../server/ledger/refusals/revert-data.ts";
import { argumentsOf, encodedError, ledgerErrors as ledger, sampleOf } from "./refusal-samples.ts";

const library = new Interface([...LIBRARY_ERRORS, "error Error(string message)", "error Panic(uint256 code)"]);

const PILOT = packPilotId(parsePilotCode("ZJ-2019-330100-JUD-0001") ?? expect.fail());
const PROGRAMME = packProgrammeId({ province: "ZJ", year: 2019, kind: "PILOT", batch: 1 });

/**
 * The arguments that sentences leave to the values beside them: what nobody reads aloud (digests, the ids of evidence), the time
 * at which the reader asked, and sets of codes of which none is known to be the wrong one.
 */
const UNSAID = [
  ...["asOfBlockHash", "digest", "documentDigest", "evidence", "expected"],
  "blockTime",
  ...["dependsOn", "fields", "requiredEvidence"],
];

describe("refusals", () => {
  for (const fragment of errorsOf(ledger)) {
    it(`${fragment.name} has a sentence in both languages, without hexadecimal`, () => {
      expect(sentenceFor(fragment.name), "a sentence").not.to.equal(undefined);
      const { code, sentence, values } = explainRefusal(encodedError(fragment));
      expect(code).to.equal(fragment.name);
      expect(Object.keys(values)).to.deep.equal(argumentsOf(fragment.name).map(({ name }) => name));
      for (const text of [sentence.zh, sentence.en]) {
        expect(text.length).to.be.greaterThan(8);
        expect(text).not.to.match(/0x[0-9a-fA-F]{9,}|undefined|NaN|\[object|\$\{/);
      }
      expect(sentence.zh).to.match(/\p{Script=Han}/u);
      expect(sentence.en).not.to.match(/\p{Script=Han}/u);
    });
  }

  it("name each argument of the contracts' errors, in both languages", () => {
    const unsaid = errorsOf(ledger).flatMap((fragment) => {
      const { sentence } = explainRefusal(encodedError(fragment));
      return argumentsOf(fragment.name).flatMap(({ name }, index) => {
        const varied = explainRefusal(encodedError(fragment, index)).sentence;
        return varied.zh === sentence.zh || varied.en === sentence.en ? [{ error: fragment.name, name }] : [];
      });
    });
    expect(unsaid.filter(({ name }) => !UNSAID.includes(name))).to.deep.equal([]);
    expect([...new Set(unsaid.map(({ name }) => name))].sort()).to.deep.equal([...UNSAID].sort());
  });

  for (const fragment of errorsOf(library)) {
    it(`${fragment.name} of the libraries has a sentence in both languages`, () => {
      const { code, sentence } = explainRefusal(encoded(fragment));
      expect(code).to.equal(fragment.name);
      expect(sentence.zh).to.match(/\p{Script=Han}/u);
      expect(sentence.en).not.to.match(/\p{Script=Han}|undefined/u);
    });
  }

  it("speak of codes and local time instead of packed ids and seconds", () => {
    const data = ledger.encodeErrorResult("Programmes_WindowClosed", [PROGRAMME, 1551369600, 1561910400, 1561910400]);
    const { sentence } = explainRefusal(data as Hex);
    expect(sentence.en).to.contain("ZJ-2019-PILOT-1").and.contain("2019-03-01 00:00:00 (Asia/Shanghai)");
    expect(sentence.zh).to.contain("2019-07-01 00:00:00（北京时间）");
  });

  it("list the kinds of evidence that are missing by name", () => {
    const data = ledger.encodeErrorResult("Milestones_EvidenceMissing", [PILOT, 3, (1n << 4n) | (1n << 12n)]);
    expect(explainRefusal(data as Hex).sentence).to.deep.equal({
      zh: "里程碑 ZJ-2019-330100-JUD-0001/M3 缺少以下佐证材料：测试报告、用户报告。",
      en: "milestone ZJ-2019-330100-JUD-0001/M3 lacks evidence: test report, user report",
    });
  });

  it("say which item of a batch was refused, and why", () => {
    const data = ledger.encodeErrorResult("SignedActs_ItemFailed", [
      2,
      ledger.encodeErrorResult("Milestones_FilesRequired"),
    ]);
    expect(explainRefusal(data as Hex)).to.deep.equal({
      code: "SignedActs_ItemFailed",
      sentence: {
        zh: "批量办理的第 3 项被拒绝，全部未办理。提交内容中没有文件；至少需要一个文件。",
        en: "act 3 of the batch was refused, and none of the batch is done: the submission has no file; it needs at least one",
      },
      values: { index: "2", reason: "Milestones_FilesRequired" },
    });
  });

  it("tell of a code that a newer contract has and this version does not know", () => {
    const data = ledger.encodeErrorResult("Pilots_StateNotAllowed", [PILOT, 99]);
    expect(explainRefusal(data as Hex).sentence.en).to.contain("code 99");
  });

  it("say so when the error itself is unknown, or nothing was returned", () => {
    expect(explainRefusal("0xdeadbeef").code).to.equal("UNKNOWN_REFUSAL");
    expect(explainRefusal("0x").sentence.en).to.contain("without a reason");
  });
});

describe("the data of a revert", () => {
  const data = ledger.encodeErrorResult("Pilots_Unknown", [PILOT]) as Hex;
  const sent = "0x095ea7b30000000000000000000000000000000000000000000000000000000000000001";

  const shapes: Record<string, unknown> = {
    "an ethers call exception": makeError("execution reverted", "CALL_EXCEPTION", {
      action: "call",
      data,
      reason: null,
      invocation: null,
      revert: null,
      transaction: { to: null, data: sent },
    }),
    "Hardhat's answer inside ethers' error": {
      code: "UNKNOWN_ERROR",
      error: {
        code: -32603,
        message: "reverted with an unrecognized custom error",
        data: { message: "…", txHash: sent, data },
      },
      payload: { method: "eth_sendRawTransaction", params: [sent] },
    },
    "anvil's answer inside ethers' error": {
      code: "UNKNOWN_ERROR",
      info: {
        error: { code: 3, message: "execution reverted", data },
        payload: { params: [{ from: "0x", to: "0x", data: sent }] },
      },
    },
    "an answer that is a bare payload": { code: 3, message: "execution reverted", data },
    "an error that caused another": new Error("outer", { cause: { info: { error: { data: { data } } } } }),
  };
  for (const [shape, error] of Object.entries(shapes)) {
    it(`is found in ${shape}`, () => {
      expect(revertData(error)).to.equal(data);
      expect(toFailure(error)).to.include({ code: "Pilots_Unknown", exitCode: 1 });
    });
  }

  it("is not what was sent", () => {
    expect(revertData({ transaction: { from: "0x1", to: "0x2", data: sent } })).to.equal(undefined);
    expect(revertData({ data: { from: "0x1", to: "0x2", data: sent } })).to.equal(undefined);
  });
});

describe("trouble on the way to the ledger", () => {
  const cases: [string, unknown][] = [
    ["INSUFFICIENT_FUNDS", { code: "INSUFFICIENT_FUNDS" }],
    [
      "INSUFFICIENT_FUNDS",
      { code: "UNKNOWN_ERROR", error: { message: "sender doesn't have enough funds to send tx" } },
    ],
    ["NONCE_TAKEN", { code: "NONCE_EXPIRED" }],
    ["NONCE_TAKEN", { code: "UNKNOWN_ERROR", info: { error: { message: "nonce too low" } } }],
    ["RPC_UNREACHABLE", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["RPC_UNREACHABLE", new TypeError("fetch failed", { cause: { code: "ECONNRESET" } })],
    ["NODE_ERROR", { code: "UNKNOWN_ERROR", error: { message: "the method does not exist" } }],
    ["FILE_MISSING", Object.assign(new Error("ENOENT"), { code: "ENOENT", path: "a.pdf" })],
  ];
  for (const [code, error] of cases) {
    it(`is ${code} for ${JSON.stringify(error)}`, () => {
      const failure = toFailure(error);
      expect(failure).to.include({ code, exitCode: 2 });
      expect(failure.sentence.zh).to.match(/\p{Script=Han}/u);
    });
  }
});

function errorsOf(abi: Interface): ErrorFragment[] {
  return abi.fragments.filter((fragment): fragment is ErrorFragment => fragment.type === "error");
}

/** An error of a library with plausible values, whether or not a contract declares it. */
function encoded(fragment: ErrorFragment): Hex {
  const values = fragment.inputs.map((argument) => sampleOf(argument));
  return `${fragment.selector}${AbiCoder.defaultAbiCoder().encode(fragment.inputs, values).slice(2)}` as Hex;
}
