import { Contract, JsonRpcProvider, sha256, toUtf8Bytes, Wallet } from "ethers";
import { ACTORS, type DemoActor } from "../../scripts/demo/actors.ts";
import type { Deployment } from "../../server/chain/deployment.ts";
import { anchorId, batchId } from "../../server/ledger/anchor-id.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import {
  DIGEST_ALGORITHMS,
  DISPUTE_CAPACITIES,
  DISPUTE_RESULTS,
  EVIDENCE_KINDS,
} from "../../server/ledger/codes/evidence.ts";
import { ABIS } from "../../server/ledger/contracts.ts";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packPilotId, parsePilotCode } from "../../server/ledger/ids.ts";
import { evidenceLeaf, merkleTree } from "../../server/ledger/merkle.ts";
import { SIGNED_ACT_TYPES, signedActDomain } from "../../server/ledger/signed-act.ts";

const LEAD = "lead-parts";
const PILOT = "ZJ-2019-330206-MFG-0001";
const SHA256 = numberOf(DIGEST_ALGORITHMS, "sha256");
const KIND = numberOf(EVIDENCE_KINDS, "OPERATIONAL_RECORD");
const REASON = asciiToHex("TEST_FAILED", 32);
const PROVENANCE = { source: 4, generation: 1, storedIn: 2, certification: 0 };

/** What becomes of evidence after it is anchored: attested, also by a signature that another sends, disputed and superseded. */
export async function evidenceActs({ rpcUrl, chainId, contracts }: Deployment): Promise<void> {
  // An answer that is kept would give the same nonce twice.
  const provider = new JsonRpcProvider(rpcUrl, undefined, { cacheTimeout: -1, staticNetwork: true });
  const parts = parsePilotCode(PILOT);
  const pilot = parts === undefined ? ZERO_BYTES32 : packPilotId(parts);
  const submitter = actorNamed(LEAD).address;
  const key = (digest: Hex) => ({ pilot, milestone: 0, submitter, algorithm: SHA256, digest });
  const walletOf = (name: string) => new Wallet(actorNamed(name).privateKey, provider);
  const ledgerAs = (name: string) => new Contract(contracts.EvidenceLedger, ABIS.EvidenceLedger, walletOf(name));
  const act = async (name: string, method: string, ...args: unknown[]): Promise<void> => {
    await (await ledgerAs(name).getFunction(method)(...args)).wait();
  };

  const documents = [digestOf("the first reading"), digestOf("the reading, corrected")] as const;
  const anchors = documents.map((digest) => ({
    milestone: 0,
    item: { kind: KIND, algorithm: SHA256, digest },
    size: 100,
    provenance: PROVENANCE,
  }));
  await act(LEAD, "anchorEvidence", pilot, anchors);
  const readings = Array.from({ length: 5 }, (_, index) => digestOf(`reading ${index}`));
  const { root } = merkleTree(readings.map((digest, index) => evidenceLeaf(SHA256, digest, index)));
  const batch = { milestone: 0, kind: KIND, algorithm: SHA256, itemCount: readings.length, root };
  const manifestDigest = digestOf("readings");
  await act(LEAD, "anchorBatch", pilot, { ...batch, manifestDigest, provenance: PROVENANCE });

  const former = anchorId(key(documents[0]));
  const records = batchId(key(root));
  const attestation = ledgerAs("notary").interface.encodeFunctionData("attestEvidence", [
    pilot,
    records,
    digestOf("statement"),
  ]);
  const notary = walletOf("notary");
  const signed = { signer: notary.address, nonceKey: 0n, nonce: 0n, deadline: 2_000_000_000, call: attestation };
  const domain = signedActDomain("EvidenceLedger", chainId, contracts.EvidenceLedger);
  await act(LEAD, "executeSigned", signed, await notary.signTypedData(domain, SIGNED_ACT_TYPES, signed));

  const grounds = digestOf("grounds");
  const capacity = (name: (typeof DISPUTE_CAPACITIES)[number]) => numberOf(DISPUTE_CAPACITIES, name);
  await act("inspector", "disputeEvidence", pilot, former, capacity("INSPECTOR"), REASON, grounds);
  await act("forensic", "disputeEvidence", pilot, former, capacity("WITNESS"), REASON, grounds);
  await act("inspector", "disputeEvidence", pilot, records, capacity("INSPECTOR"), REASON, ZERO_BYTES32);
  const upheld = numberOf(DISPUTE_RESULTS, "UPHELD");
  await act("decider", "resolveDispute", pilot, former, 1, upheld, REASON, digestOf("decision"));
  await act("forensic", "withdrawDispute", pilot, former, 2, REASON);
  await act(LEAD, "supersedeEvidence", pilot, former, anchorId(key(documents[1])), REASON, ZERO_BYTES32);
  provider.destroy();
}

function actorNamed(name: string): DemoActor {
  const actor = ACTORS.find((one) => one.name === name);
  if (actor === undefined) throw new RangeError(`the demo has no ${name}`);
  return actor;
}

function digestOf(text: string): Hex {
  return sha256(toUtf8Bytes(text)) as Hex;
}
