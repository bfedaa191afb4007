import type { Deployment } from "../chain/deployment.ts";
import { SCHEMA_VERSION } from "../store/identity.ts";
import type { StoreIdentity } from "../store/reader.ts";

/** The ledger that a deployment manifest names, as a store knows it. */
export function identityOf(deployment: Deployment): StoreIdentity {
  const { chainId, genesisHash, contracts, deploymentBlock } = deployment;
  return { schemaVersion: SCHEMA_VERSION, chainId, genesisHash, contracts, deploymentBlock };
}
