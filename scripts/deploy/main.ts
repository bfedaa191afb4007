import { resolve } from "node:path";
import { Command } from "commander";
import { isAddress } from "ethers";
import { CONTRACT_NAMES } from "../../server/ledger/contracts.ts";
import { type Address, isHexOf } from "../../server/ledger/hex.ts";
import { buildContracts } from "../development/contracts.ts";
import { Failure, runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { deployLedger } from "./deploy.ts";

interface Options {
  readonly rpc: string;
  readonly province: string;
  readonly provinceRegion: string;
  readonly administrator?: string;
  readonly administratorDelay: number;
  readonly manifest: string;
  readonly json?: boolean;
}

const program = new Command("npm run deploy --")
  .description("Deploy the ledger's contracts and write the deployment manifest that everything else reads.")
  .option("--rpc <url>", "JSON-RPC endpoint of the chain", "http://127.0.0.1:8545")
  .option("--province <letters>", "two letters that every pilot's code begins with", "ZJ")
  .option("--province-region <code>", "region whose officials act for the whole province", "330000")
  .option("--administrator <address>", "who grants roles (default: the deploying account)")
  .option("--administrator-delay <seconds>", "wait before a handover is accepted", integerOption(0, 31_536_000), 86_400)
  .option("--manifest <file>", "where to write the deployment manifest", "data/deployment.json")
  .option("--json", "print the manifest on standard output")
  .addHelpText(
    "after",
    `
The deploying account is the node's first one; for a chain whose node holds no keys, put a private key into the environment
variable PILOT_LEDGER_DEPLOYER_KEY. Run again after an interruption: it goes on where it was, and deploys nothing twice.

Example:
  npm run node &
  npm run deploy -- --rpc http://127.0.0.1:8545`,
  );

await runProgram(async () => {
  const options = program.parse().opts<Options>();
  if (!/^[A-Z]{2}$/.test(options.province)) {
    throw new Failure("PROVINCE_INVALID", `--province is two letters A to Z, not "${options.province}"`);
  }
  if (!/^\d{2}0000$/.test(options.provinceRegion)) {
    throw new Failure(
      "REGION_INVALID",
      `--province-region is a province's code such as 330000, not "${options.provinceRegion}"`,
    );
  }
  const say = (line: string) => console.error(line);
  say("Compiling the contracts …");
  await buildContracts();
  say(`Deploying to ${options.rpc} …`);
  const manifestFile = resolve(options.manifest);
  const deployment = await deployLedger({
    rpcUrl: options.rpc,
    province: options.province,
    provinceRegion: options.provinceRegion,
    administrator: administratorOf(options.administrator),
    administratorDelay: options.administratorDelay,
    privateKey: deployerKey(),
    manifestFile,
    chain: "lasting",
  });
  if (options.json) console.log(JSON.stringify(deployment));
  for (const name of CONTRACT_NAMES) say(`${name.padEnd(18)} ${deployment.contracts[name]}`);
  say(`Deployed on chain ${deployment.chainId} in block ${deployment.deploymentBlock}; manifest: ${manifestFile}`);
  say("Next, as the administrator: npx pilot-ledger admin codes load scripts/deploy/zhejiang.codes.yaml");
  say(`Then serve it:             npm run serve -- --deployment ${options.manifest} --rpc ${options.rpc}`);
});

function administratorOf(text: string | undefined): Address | undefined {
  if (text === undefined) return undefined;
  if (!isAddress(text)) throw new Failure("ADDRESS_INVALID", `--administrator is no address: "${text}"`);
  return text as Address;
}

function deployerKey() {
  const key = process.env.PILOT_LEDGER_DEPLOYER_KEY;
  if (key === undefined) return undefined;
  if (isHexOf(key, 32)) return key;
  throw new Failure("KEY_INVALID", "PILOT_LEDGER_DEPLOYER_KEY is no private key: 0x and 64 hexadecimal digits");
}
