import process from "node:process";
import { askSecret } from "./ask-secret.ts";
import { runCli } from "./program.ts";

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  clock: Date.now,
  isTTY: process.stderr.isTTY === true,
  ...(process.stdin.isTTY && { askSecret }),
});
