import { runProgram } from "../process/failure.ts";
import { buildContracts } from "./contracts.ts";
import { writeAbi } from "./generate-abi.ts";

/** Compiles the contracts, their TypeScript types and the server's ABIs. */
await runProgram(async () => {
  const warnings = await buildContracts("ledger and tests");
  for (const warning of warnings) console.warn(`${warning}\n`);
  const abi = await writeAbi();
  console.log(`Contracts compiled${abi === "written" ? "; server/ledger/abi.generated.ts changed, commit it" : ""}.`);
});
