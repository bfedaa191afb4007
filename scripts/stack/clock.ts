import { JsonRpcProvider } from "ethers";
import type { ClockedChain } from "../demo/load.ts";

/** A development node's clock, set through its own JSON-RPC methods. */
export function clockOf(rpcUrl: string): ClockedChain & { readonly close: () => void } {
  const provider = new JsonRpcProvider(rpcUrl, undefined, { staticNetwork: true });
  return {
    moveTo: async (time) => {
      await provider.send("evm_mine", [`0x${time.toString(16)}`]);
    },
    close: () => provider.destroy(),
  };
}
