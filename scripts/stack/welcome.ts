import { relative } from "node:path";
import { CONTRACT_NAMES } from "../../server/ledger/contracts.ts";
import { ACTORS } from "../demo/actors.ts";
import type { Stack } from "./stack.ts";

/** What a person needs to know of a stack that just started. */
export function welcome(stack: Stack, demo: "load" | "leave out"): string {
  const { apiUrl, rpcUrl, token, deployment, files } = stack;
  const contracts = CONTRACT_NAMES.map((name) => `  ${name.padEnd(13)} ${deployment.contracts[name]}`);
  const path = (file: string) => relative(process.cwd(), file) || ".";
  const accounts = ACTORS.map(
    ({ name, address, title }) => `  ${name.padEnd(19)} ${address}  ${title.en}, ${title.zh}`,
  );
  return `
The pilot ledger is ready: ${apiUrl}

  audit API     ${apiUrl}/v1/pilots
  chain         ${rpcUrl} (chain id ${deployment.chainId}, in memory)
${contracts.join("\n")}
  manifest      ${path(files.deployment)}
  a regulator's token (also in ${path(files.local)}):
  ${token}

Accounts of the demonstration, for pilot-ledger --account NAME. Their keys are Hardhat's public test keys: never use them elsewhere.
${accounts.join("\n")}

Try:
  curl -s -H "Authorization: Bearer ${token}" "${apiUrl}/v1/pilots?state=ACTIVE"
  curl -s -H "Authorization: Bearer ${token}" "${apiUrl}/v1/milestones?timeliness=overdue"
${demo === "load" ? `  npx pilot-ledger evidence verify ${path(files.demo)}/e-evidence/M4-r1/trial-run-report.pdf\n` : ""}\
  npx pilot-ledger pilot status ZJ-2019-330206-MFG-0001 --lang zh
  npx pilot-ledger --help

Ctrl-C ends all of it.`;
}
