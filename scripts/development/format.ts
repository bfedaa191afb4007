import { runTool } from "./subprocess.ts";

/** Formats all sources and applies the lint fixes that are safe. What cannot be mended is for `npm run check` to tell. */
const formatters: readonly [string, readonly string[]][] = [
  ["biome", ["check", "--write", "--log-level=error"]],
  ["prettier", ["--write", "--log-level", "warn", "{contracts,test}/**/*.sol"]],
];

for (const [tool, args] of formatters) {
  const { code, output } = await runTool(tool, args);
  if (output.trim() !== "") console.log(output.trim());
  console.log(code === 0 ? `${tool}: formatted` : `${tool}: some findings need a person`);
  if (code !== 0) process.exitCode = 1;
}
