import { createConfig } from "ponder";
import { pilotLedgerAbi } from "./abi.ts";

/** What the benchmark says of the chain, through the environment. */
const { BENCH_RPC = "", BENCH_CHAIN_ID = "", BENCH_ADDRESS = "", BENCH_START = "", BENCH_END = "" } = process.env;

export default createConfig({
  chains: { bench: { id: Number(BENCH_CHAIN_ID), rpc: BENCH_RPC } },
  contracts: {
    PilotLedger: {
      chain: "bench",
      abi: pilotLedgerAbi,
      address: BENCH_ADDRESS as `0x${string}`,
      startBlock: Number(BENCH_START),
      endBlock: Number(BENCH_END),
    },
  },
});
