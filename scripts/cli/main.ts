import process from "node:process";
import { askSecret } from "./ask-secret.ts";
import { runCli } from "./program.ts";

// Whoever reads the answer may stop reading, as head does; that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  clock: Date.now,
  isTTY: process.stderr.isTTY === true,
  ...(process.stdin.isTTY && { askSecret }),
});
