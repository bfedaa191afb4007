import { DeploymentError } from "../../../server/chain/deployment.ts";
import { ManifestError } from "../../../server/ledger/manifest.ts";
import { explainRefusal } from "../../../server/ledger/refusals/refusal.ts";
import { revertData } from "../../../server/ledger/refusals/revert-data.ts";
import { CliFailure, refused, unusable } from "../failure.ts";

/** Whatever was thrown, as one sentence that says what to do next. */
export function toFailure(error: unknown): CliFailure {
  return (
    ownFailure(error) ??
    refusal(error) ??
    accountTrouble(error) ??
    unreachable(error) ??
    fileTrouble(error) ??
    nodeTrouble(error) ??
    other(error)
  );
}

function ownFailure(error: unknown): CliFailure | undefined {
  if (error instanceof CliFailure) return error;
  if (error instanceof ManifestError) return manifestFailure(error);
  if (!(error instanceof DeploymentError)) return undefined;
  return error.code === "DEPLOYMENT_MISSING"
    ? unusable(error.code, "找不到部署清单；请先部署账本，或用 --deployment 指定清单文件。", error.message, error)
    : unusable(error.code, "部署清单的格式不正确；请用 --deployment 指定正确的清单文件。", error.message, error);
}

function manifestFailure(error: ManifestError): CliFailure {
  const sentences: Readonly<Record<ManifestError["code"], string>> = {
    MANIFEST_EMPTY: "文件夹中没有文件；至少需要一个文件。",
    MANIFEST_PATH_INVALID: `文件名 ${JSON.stringify(error.path)} 不能写入清单；请改名后重试。`,
    MANIFEST_PATH_TWICE: `两个文件的名称按 NFC 规范化后都是“${error.path}”；请改名其中之一。`,
    MANIFEST_FILE_INVALID: `文件“${error.path}”的大小或摘要无效。`,
  };
  return refused(error.code, sentences[error.code], error.message, { path: error.path });
}

/** A revert, wherever in the error the node's answer lies. */
function refusal(error: unknown): CliFailure | undefined {
  const data = revertData(error);
  if (data === undefined && codeOf(error) !== "CALL_EXCEPTION") return undefined;
  const { code, sentence, values } = explainRefusal(data ?? "0x");
  return new CliFailure(code, sentence, { exitCode: 1, details: { values }, cause: error });
}

function accountTrouble(error: unknown): CliFailure | undefined {
  const code = codeOf(error);
  const message = textOf(error);
  if (code === "INSUFFICIENT_FUNDS" || /insufficient funds|doesn't have enough funds/i.test(message)) {
    return unusable(
      "INSUFFICIENT_FUNDS",
      "该账户的余额不足以支付交易费用；请让平台运维人员为账户充值后重试。",
      "the account cannot pay for the transaction; ask the operators of the platform to fund it, then try again",
      error,
    );
  }
  if (
    code === "NONCE_EXPIRED" ||
    code === "REPLACEMENT_UNDERPRICED" ||
    /nonce too (low|high)|already known/i.test(message)
  ) {
    return unusable(
      "NONCE_TAKEN",
      "同一账户正在另一处发送交易，本次未发送；请稍候用同一命令重试，不会重复提交。",
      "the same account is sending another transaction at this moment and this one was not sent; run the same command again, nothing is sent twice",
      error,
    );
  }
  return undefined;
}

const NETWORK_CODES = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ETIMEDOUT",
  "UND_ERR_SOCKET",
  "SERVER_ERROR",
  "NETWORK_ERROR",
  "TIMEOUT",
];

function unreachable(error: unknown): CliFailure | undefined {
  if (!NETWORK_CODES.includes(codeOf(error))) return undefined;
  return unusable(
    "RPC_UNREACHABLE",
    "连接不上区块链节点；请检查网络和 --rpc 地址，恢复后用同一命令重试，不会重复提交。",
    "the chain's node does not answer; check the network and --rpc, then run the same command again, nothing is sent twice",
    error,
  );
}

function fileTrouble(error: unknown): CliFailure | undefined {
  const code = codeOf(error);
  const path = typeof error === "object" && error !== null && "path" in error ? String(error.path) : "";
  if (code === "ENOENT") {
    return unusable(
      "FILE_MISSING",
      `找不到文件：${path}；请核对路径。`,
      `there is no file ${path}; check the path`,
      error,
    );
  }
  if (code === "EACCES" || code === "EPERM") {
    return unusable("FILE_UNREADABLE", `无权访问文件：${path}。`, `${path} may not be read or written`, error);
  }
  if (code === "EISDIR" || code === "ENOTDIR") {
    const en = `${path} is a ${code === "EISDIR" ? "folder, not a file" : "file, not a folder"}; check the path`;
    return unusable("FILE_KIND", `${path} 应为${code === "EISDIR" ? "文件" : "文件夹"}；请核对路径。`, en, error);
  }
  if (code === "ENOSPC") return unusable("DISK_FULL", "磁盘空间不足。", "the disk is full", error);
  return undefined;
}

/** What the node itself says when it refuses a question; ethers wraps it in the question's own data. */
function nodeTrouble(error: unknown): CliFailure | undefined {
  if (typeof error !== "object" || error === null || !("error" in error)) return undefined;
  const message = textOf(error.error).trim();
  if (message === "") return undefined;
  return unusable(
    "NODE_ERROR",
    `区块链节点拒绝了请求：${message}`,
    `the chain's node refused the request: ${message}`,
    error,
  );
}

function other(error: unknown): CliFailure {
  const message = error instanceof Error ? error.message : String(error);
  return unusable("UNEXPECTED", `发生未预料的错误：${message}`, `something unexpected went wrong: ${message}`, error);
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
}

/** The messages of the error and of the node's answer inside it. */
function textOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const { message, info, error: inner } = error as Readonly<Record<string, unknown>>;
  return [typeof message === "string" ? message : "", textOf(info), textOf(inner)].join(" ");
}
