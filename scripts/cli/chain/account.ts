import { readFile, stat } from "node:fs/promises";
import { getAddress, isAddress, Wallet } from "ethers";
import type { Address } from "../../../server/ledger/hex.ts";
import { unusable } from "../failure.ts";
import { note, pathOf, type Session, say } from "../session.ts";
import type { Ledger } from "./ledger.ts";
import { namedAccounts } from "./local-files.ts";

/**
 * The account that signs: `--account NAME` of a local demonstration, or `--keystore FILE`.
 *
 * @throws {CliFailure} when neither is given, or the one given cannot be opened.
 */
export async function openAccount(session: Session, ledger: Ledger): Promise<Wallet> {
  const { account, keystore } = session.options;
  if (keystore !== undefined) return new Wallet(await keystoreKey(session, pathOf(session, keystore)), ledger.provider);
  if (account !== undefined) return new Wallet(await namedKey(session, account), ledger.provider);
  throw unusable(
    "ACCOUNT_REQUIRED",
    "此事项需要签名；请用 --keystore 指定密钥文件，或在本地演示中用 --account 指定账户名。",
    "this act has to be signed; name a key file with --keystore, or an account of the local demonstration with --account",
  );
}

/** The address of a named account, or the address itself. */
export async function addressOf(session: Session, nameOrAddress: string): Promise<Address> {
  if (isAddress(nameOrAddress)) return getAddress(nameOrAddress) as Address;
  const known = (await namedAccounts(session))[nameOrAddress];
  if (known !== undefined) return getAddress(known.address) as Address;
  throw unusable(
    "ACCOUNT_UNKNOWN",
    `“${nameOrAddress}”既不是账户地址，也不是本地演示的账户名。`,
    `"${nameOrAddress}" is neither an account's address nor the name of an account of the local demonstration`,
  );
}

async function namedKey(session: Session, name: string): Promise<string> {
  const accounts = await namedAccounts(session);
  const key = accounts[name]?.privateKey;
  if (key !== undefined) return key;
  const names = Object.keys(accounts).join(", ");
  throw unusable(
    "ACCOUNT_UNKNOWN",
    names === "" ? "部署清单旁没有本地演示的账户文件 accounts.json。" : `没有名为“${name}”的账户；可用的有：${names}。`,
    names === ""
      ? "there is no accounts.json of a local demonstration beside the deployment manifest"
      : `there is no account "${name}"; there are ${names}`,
  );
}

async function keystoreKey(session: Session, file: string): Promise<string> {
  const text = await readFile(file, "utf8");
  if (process.platform !== "win32" && ((await stat(file)).mode & 0o077) !== 0) {
    note(session, {
      zh: `警告：密钥文件 ${file} 可被其他用户读取；请执行 chmod 600。`,
      en: `warning: the key file ${file} can be read by others; run chmod 600 on it`,
    });
  }
  const password = session.io.env.PILOT_LEDGER_PASSWORD ?? (await askPassword(session));
  try {
    return (await Wallet.fromEncryptedJson(text, password)).privateKey;
  } catch (cause) {
    const wrong = cause instanceof Error && /incorrect password/i.test(cause.message);
    throw wrong
      ? unusable("PASSWORD_WRONG", "密钥文件的口令不正确。", "the password of the key file is wrong")
      : unusable("KEYSTORE_INVALID", `${file} 不是有效的密钥文件。`, `${file} is no encrypted key file`);
  }
}

async function askPassword(session: Session): Promise<string> {
  const { askSecret } = session.io;
  if (askSecret !== undefined)
    return askSecret(say(session, { zh: "密钥文件的口令：", en: "Password of the key file: " }));
  throw unusable(
    "PASSWORD_REQUIRED",
    "需要密钥文件的口令；请设置环境变量 PILOT_LEDGER_PASSWORD，或在终端中运行。",
    "the key file needs its password; set PILOT_LEDGER_PASSWORD, or run in a terminal",
  );
}
