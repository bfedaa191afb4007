import { readFile } from "node:fs/promises";
import { getAddress } from "ethers";
import { z } from "zod";
import { byContract } from "../ledger/contracts.ts";
import type { Address, Hex } from "../ledger/hex.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => getAddress(text) as Address);
const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .transform((text) => text as Hex);

/** The form of a deployment manifest: what `deploy` writes and the server and the command line read. */
const deploymentSchema = z.object({
  /** The chain it is on. */
  chainId: z.number().int().positive(),
  genesisHash: hash,
  /** Where the chain was reached when the ledger was deployed; a default for the readers. */
  rpcUrl: z.url(),
  /** Two letters that every pilot's code begins with. */
  province: z.string().regex(/^[A-Z]{2}$/),
  /** The region whose officials act for the whole province. */
  provinceRegion: z.string().regex(/^\d{6}$/),
  /** The block the first of the contracts was deployed in. */
  deploymentBlock: z.number().int().nonnegative(),
  contracts: z.object(byContract(() => address)),
  /** Keccak-256 of each contract's code on the chain. */
  codeHashes: z.object(byContract(() => hash)),
});

/** A deployment of the ledger on a chain. */
export type Deployment = z.infer<typeof deploymentSchema>;

/** A deployment manifest that cannot be used. */
export class DeploymentError extends Error {
  readonly code: "DEPLOYMENT_MISSING" | "DEPLOYMENT_INVALID";

  constructor(code: DeploymentError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DeploymentError";
    this.code = code;
  }
}

/**
 * Reads a deployment manifest.
 *
 * @throws {DeploymentError} when there is none, or it is not of the form.
 */
export async function readDeployment(file: string): Promise<Deployment> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    const hint = "deploy the ledger first (npm run deploy), or name its manifest with --deployment FILE";
    throw new DeploymentError("DEPLOYMENT_MISSING", `there is no deployment manifest at ${file}: ${hint}`, { cause });
  }
  try {
    return deploymentSchema.parse(JSON.parse(text));
  } catch (cause) {
    const fault = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new DeploymentError("DEPLOYMENT_INVALID", `${file} is no deployment manifest: ${fault}`, { cause });
  }
}
