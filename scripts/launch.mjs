// Starts a TypeScript file of this project on any machine that has Node 18 or newer and npm:
//   node scripts/launch.mjs [--small-heap] <file.ts> [arguments…]
// Plain JavaScript without dependencies, as is all of runtime/: it runs before any is installed.

import { launch } from "./runtime/launch.mjs";
import { LaunchFailure, reportFailure } from "./runtime/launch-failure.mjs";

const given = process.argv.slice(2);
const heap = given[0] === "--small-heap" ? "small" : "usual";
const [file, ...args] = heap === "small" ? given.slice(1) : given;
if (file === undefined) {
  const usage = "name the file to run: node scripts/launch.mjs [--small-heap] <file.ts> [arguments…]";
  process.exitCode = reportFailure(new LaunchFailure("NO_ENTRY", usage, { exitCode: 2 }));
} else {
  await launch(file, args, heap);
}
