import { existsSync, realpathSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { LaunchFailure } from "./launch-failure.mjs";

/**
 * The JavaScript file of npm (or npx) on this machine, so that it can be run under the Node of our choice.
 * @param {"npm" | "npx"} tool
 * @returns {string}
 */
export function npmCli(tool) {
  const file = `${tool}-cli.js`;
  for (const folder of npmFolders()) {
    const candidate = join(folder, file);
    if (existsSync(candidate)) return candidate;
  }
  throw new LaunchFailure(
    "NPM_NOT_FOUND",
    "npm was not found; install it together with Node 24 from https://nodejs.org and run this again.",
  );
}

/** Places where npm's own bin folder may be, likeliest first. */
function* npmFolders() {
  // Under `npm run` and `npx`, npm says where it is; pnpm and yarn set the same variable to themselves.
  const running = process.env.npm_execpath;
  if (running !== undefined && /^np[mx]-cli\.js$/.test(basename(running))) yield dirname(running);
  for (const entry of (process.env.PATH ?? "").split(delimiter)) {
    if (entry === "") continue;
    const link = join(entry, "npm");
    // A link into npm's folder on Unix; on Windows a script with npm's folder beside it.
    if (existsSync(link)) yield dirname(realpathSync(link));
    yield join(entry, "node_modules", "npm", "bin");
  }
  yield join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin");
}
