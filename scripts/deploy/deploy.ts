import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { keccak256 } from "ethers";
import hre from "hardhat";
import ledgerModule from "../../ignition/modules/Ledger.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import { type ByContract, CONTRACT_NAMES, type ContractName } from "../../server/ledger/contracts.ts";
import { type Address, asciiToHex, type Hex } from "../../server/ledger/hex.ts";
import { Failure } from "../process/failure.ts";

export interface DeployOptions {
  readonly rpcUrl: string;
  /** Two letters that every pilot's code begins with. */
  readonly province: string;
  /** Six digits: the region whose officials act for the whole province. */
  readonly provinceRegion: string;
  /** Who grants roles; the deploying account when absent. */
  readonly administrator?: Address | undefined;
  /** Seconds a handover of the administrator's role waits before it can be accepted. */
  readonly administratorDelay: number;
  /** Signs the deployment; the node's own first account when absent. */
  readonly privateKey?: Hex | undefined;
  /** Where to write the deployment manifest. */
  readonly manifestFile: string;
  /** A chain in memory is gone with its node: what Ignition notes of the deployment is of no use after. */
  readonly chain: "lasting" | "in memory";
}

/**
 * Deploys the ledger with Ignition and writes its manifest. Interrupted, it goes on where it was; on a chain that has the ledger
 * already it finds the deployment and writes the same manifest.
 *
 * @throws {Failure} CHAIN_UNREACHABLE when nothing answers at `rpcUrl`.
 */
export async function deployLedger(options: DeployOptions): Promise<Deployment> {
  const connection = await hre.network.create({
    network: "remote",
    override: { url: options.rpcUrl, ...(options.privateKey && { accounts: [options.privateKey] }) },
  });
  try {
    const { ethers, ignition } = connection;
    const chain = await observeChain(ethers.provider, options.rpcUrl);
    const [deployer] = await ethers.getSigners();
    if (deployer === undefined) {
      throw new Failure(
        "NO_ACCOUNT",
        `the node at ${options.rpcUrl} has no account of its own: name a key to deploy with`,
      );
    }
    const parameters = {
      administrator: options.administrator ?? deployer.address,
      adminDelay: options.administratorDelay,
      province: asciiToHex(options.province, 2),
      provinceRegion: Number(options.provinceRegion),
    };
    // One deployment for each chain: a restarted development chain has another genesis.
    const deploymentId = `chain-${chain.chainId}-${chain.genesisHash.slice(2, 10)}-${options.province}`;
    const notes = join(hre.config.paths.ignition, "deployments", deploymentId);
    const deploy = () =>
      ignition.deploy(ledgerModule, {
        parameters: { Ledger: parameters },
        deploymentId,
        config: { requiredConfirmations: 1, blockPollingInterval: 100 },
      });
    let contracts = await deploy();
    if ((await ethers.provider.getCode(await addressOf(contracts.PilotLedger))) === "0x") {
      // The notes are of a chain that had the same genesis and is gone.
      await rm(notes, { recursive: true });
      contracts = await deploy();
    }
    if (options.chain === "in memory") await rm(notes, { recursive: true });
    const addresses = await eachContract((name) => addressOf(contracts[name]));
    const deployment: Deployment = {
      ...chain,
      rpcUrl: options.rpcUrl,
      province: options.province,
      provinceRegion: options.provinceRegion,
      deploymentBlock: await deploymentBlock(ethers.provider, addresses.Authority),
      contracts: addresses,
      codeHashes: await eachContract(async (name) => keccak256(await ethers.provider.getCode(addresses[name])) as Hex),
    };
    await writeManifest(options.manifestFile, deployment);
    return deployment;
  } finally {
    await connection.close();
  }
}

/** What of ethers' provider the deployment asks. */
interface ChainReader {
  send(method: string, params: unknown[]): Promise<unknown>;
  getBlockNumber(): Promise<number>;
  getCode(address: string, blockTag?: number): Promise<string>;
}

async function eachContract<T>(ask: (name: ContractName) => Promise<T>): Promise<ByContract<T>> {
  const answers = new Map<ContractName, T>();
  for (const name of CONTRACT_NAMES) answers.set(name, await ask(name));
  return Object.fromEntries(answers) as ByContract<T>;
}

async function addressOf(contract: { getAddress(): Promise<string> } | undefined): Promise<Address> {
  if (contract === undefined)
    throw new Failure("DEPLOYMENT_INCOMPLETE", "Ignition reports no such contract: deploy again");
  return (await contract.getAddress()) as Address;
}

async function observeChain(provider: ChainReader, url: string): Promise<{ chainId: number; genesisHash: Hex }> {
  try {
    const chainId = Number(await provider.send("eth_chainId", []));
    const genesis = (await provider.send("eth_getBlockByNumber", ["0x0", false])) as { hash: Hex };
    return { chainId, genesisHash: genesis.hash };
  } catch (cause) {
    const message = `no Ethereum node answers at ${url}: start one (npm run node), or name another with --rpc URL`;
    throw new Failure("CHAIN_UNREACHABLE", message, { cause });
  }
}

/**
 * The first block at whose end there is code at `address`: a bisection over the chain. A node that has dropped old state cannot say;
 * then it is 0, which is right for a mirror too, only slower.
 */
async function deploymentBlock(provider: ChainReader, address: Address): Promise<number> {
  let low = 0;
  let high = await provider.getBlockNumber();
  try {
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await provider.getCode(address, middle)) === "0x") low = middle + 1;
      else high = middle;
    }
    return low;
  } catch {
    return 0;
  }
}

async function writeManifest(file: string, deployment: Deployment): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(deployment, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
