import { Contract, FetchRequest, Interface, JsonRpcProvider, keccak256, Network } from "ethers";
import { type Deployment, readDeployment } from "../../../server/chain/deployment.ts";
import {
  ABIS,
  type ByContract,
  byContract,
  CONTRACT_NAMES,
  type ContractName,
} from "../../../server/ledger/contracts.ts";
import type { Address } from "../../../server/ledger/hex.ts";
import { unusable } from "../failure.ts";
import type { Session } from "../session.ts";
import { deploymentFile, webAddress } from "./local-files.ts";

/** The ledger on its chain. */
export interface Ledger {
  readonly deployment: Deployment;
  readonly provider: JsonRpcProvider;
  readonly contracts: ByContract<Contract>;
}

const ANSWER_WITHIN_MS = 30_000;

/**
 * Opens the ledger for the time of `run`, once it is certain that the node's chain is the manifest's.
 *
 * @throws {CliFailure} when the chain is another one, or the contracts are not on it.
 */
export async function withLedger<T>(session: Session, run: (ledger: Ledger) => Promise<T>): Promise<T> {
  const deployment = await readDeployment(deploymentFile(session));
  const request = new FetchRequest(webAddress(session.options.rpc ?? deployment.rpcUrl, "--rpc"));
  request.timeout = ANSWER_WITHIN_MS;
  const network = Network.from(deployment.chainId);
  // Each question its own request, never an old answer: acts follow each other faster than ethers' cache forgets.
  const provider = new JsonRpcProvider(request, network, {
    staticNetwork: network,
    batchMaxCount: 1,
    cacheTimeout: -1,
  });
  try {
    await requireSameChain(provider, deployment);
    const contracts = byContract((name) => new Contract(deployment.contracts[name], interfaceOf(name), provider));
    return await run({ deployment, provider, contracts });
  } finally {
    provider.destroy();
  }
}

/** Read out of the ABIs once: the demonstration opens the ledger for each of its acts. */
const interfaces = new Map<ContractName, Interface>();

function interfaceOf(name: ContractName): Interface {
  const known = interfaces.get(name) ?? new Interface(ABIS[name]);
  interfaces.set(name, known);
  return known;
}

/** The time of the latest block, Unix seconds: what the ledger calls now. */
export async function chainTime({ provider }: Ledger): Promise<number> {
  const block = await provider.getBlock("latest");
  if (block === null) {
    throw unusable("NO_BLOCK", "节点没有返回最新区块；请稍后重试。", "the node has no latest block; try again");
  }
  return block.timestamp;
}

/** Which contract stands at which address. */
export function contractNames({ deployment }: Ledger): ReadonlyMap<Address, ContractName> {
  return new Map(CONTRACT_NAMES.map((name) => [deployment.contracts[name], name]));
}

async function requireSameChain(provider: JsonRpcProvider, deployment: Deployment): Promise<void> {
  const [chainId, genesis, ...codes] = await Promise.all([
    provider.send("eth_chainId", []) as Promise<string>,
    provider.send("eth_getBlockByNumber", ["0x0", false]) as Promise<{ hash: string } | null>,
    ...CONTRACT_NAMES.map((name) => provider.getCode(deployment.contracts[name])),
  ]);
  if (Number(chainId) !== deployment.chainId) {
    throw unusable(
      "WRONG_CHAIN",
      `节点属于链 ${Number(chainId)}，而部署清单属于链 ${deployment.chainId}，未发送任何内容；请核对 --rpc 与 --deployment。`,
      `the node is on chain ${Number(chainId)} and the deployment manifest belongs to chain ${deployment.chainId}; nothing was sent; check --rpc and --deployment`,
    );
  }
  if (genesis?.hash !== deployment.genesisHash) {
    throw unusable(
      "WRONG_CHAIN",
      "节点上的链与部署清单所记的不是同一条（创世区块不同，可能已重启），未发送任何内容；请重新部署或核对 --deployment。",
      "the node's chain is not the one of the deployment manifest (another first block: it may have been restarted); nothing was sent; deploy again or check --deployment",
    );
  }
  const expected = CONTRACT_NAMES.map((name) => deployment.codeHashes[name]);
  if (codes.some((code, index) => keccak256(code) !== expected[index])) {
    throw unusable(
      "CONTRACTS_MISSING",
      "部署清单所记的合约在该链上不存在或代码不同，未发送任何内容；请核对 --deployment。",
      "the contracts of the deployment manifest are not on this chain, or have other code; nothing was sent; check --deployment",
    );
  }
}
