import eas from "@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json" with {
  type: "json",
};
import registry from "@ethereum-attestation-service/eas-contracts/artifacts/contracts/SchemaRegistry.sol/SchemaRegistry.json" with {
  type: "json",
};
import {
  AbiCoder,
  type Contract,
  ContractFactory,
  type ContractTransactionResponse,
  encodeBytes32String,
  type InterfaceAbi,
  ZeroAddress,
  ZeroHash,
} from "ethers";
import { digest, ethers } from "../../../test/contracts/fixture.ts";
import { gasOf } from "./measure.ts";

/*
 * The peer: the Ethereum Attestation Service, as its package ships it compiled, deployed on the same chain. Neither resolver nor
 * expiry: the cheapest way to use it.
 */

const SCHEMA = "bytes32 id, bytes32 sector, bytes32 hash, uint64 due, string uri";
/** Sixty characters. */
export const URI = "https://evidence.example.gov.cn/pilots/2019/0001/report.pdf?";

export interface Peer {
  /** One attestation whose data are these bytes. */
  attest(data: string): Promise<number>;
  /** Attestations of five fields in one transaction; gas per attestation. */
  attestMany(count: number): Promise<number>;
  /** A digest, and the block time, without schema or fields. */
  timestamp(series: string): Promise<number>;
  /** Gas per digest. */
  timestampMany(count: number): Promise<number>;
}

/** The five fields id, sector, hash, due date and URI, as an attestation carries them. */
export function fiveFields(id = "pilot"): string {
  const types = ["bytes32", "bytes32", "bytes32", "uint64", "string"];
  return AbiCoder.defaultAbiCoder().encode(types, [
    digest(id),
    encodeBytes32String("JUD"),
    digest("document"),
    1_577_836_800n,
    URI,
  ]);
}

export async function deployPeer(): Promise<Peer> {
  const schemas = await deploy(registry);
  const service = await deploy(eas, await schemas.getAddress());
  await (await send(schemas, "register", SCHEMA, ZeroAddress, true)).wait();
  // A schema's id is the digest of what was registered.
  const schema = ethers.solidityPackedKeccak256(["string", "address", "bool"], [SCHEMA, ZeroAddress, true]);
  const request = (data: string) => ({
    recipient: ZeroAddress,
    expirationTime: 0n,
    revocable: true,
    refUID: ZeroHash,
    data,
    value: 0n,
  });
  return {
    attest: (data) => gasOf(send(service, "attest", { schema, data: request(data) })),
    attestMany: async (count) => {
      const data = Array.from({ length: count }, (_, index) => request(fiveFields(`pilot ${index}`)));
      return perItem(await gasOf(send(service, "multiAttest", [{ schema, data }])), count);
    },
    timestamp: (series) => gasOf(send(service, "timestamp", digest(series))),
    timestampMany: async (count) => {
      const digests = Array.from({ length: count }, (_, index) => digest(`peer ${index}`));
      return perItem(await gasOf(send(service, "multiTimestamp", digests)), count);
    },
  };
}

/** A batch's gas for one of its items. */
function perItem(gas: number, count: number): number {
  return Math.round(gas / count);
}

async function deploy(artifact: { abi: InterfaceAbi; bytecode: string }, ...args: unknown[]): Promise<Contract> {
  const [signer] = await ethers.getSigners();
  const contract = await new ContractFactory(artifact.abi, artifact.bytecode, signer).deploy(...args);
  await contract.waitForDeployment();
  return contract as Contract;
}

async function send(contract: Contract, act: string, ...args: unknown[]): Promise<ContractTransactionResponse> {
  return await contract.getFunction(act).send(...args);
}
