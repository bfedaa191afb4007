import { globSync } from "node:fs";
import type { HardhatPlugin } from "hardhat/types/plugins";

/**
 * Compiles some tests straight to bytecode, not by way of the intermediate representation, which takes a fifth of the time. For tests
 * that only call contracts: those they create by name from what the other settings make of them, so that what is tested is what
 * is deployed. A contract of ours cannot be imported there: most are too deep for this way.
 *
 * @param pattern The files, in one folder or below, relative to the checkout.
 */
export function compileWithoutIr(pattern: string): HardhatPlugin {
  return {
    id: "compile-without-ir",
    hookHandlers: {
      config: async () => ({
        default: async () => ({
          resolveUserConfig: async (userConfig, resolveVariable, next) => {
            const config = await next(userConfig, resolveVariable);
            const files = globSync(pattern, { cwd: config.paths.root }).map((file) => file.replaceAll("\\", "/"));
            for (const profile of Object.values(config.solidity.profiles)) {
              const [compiler] = profile.compilers;
              if (compiler === undefined) continue;
              // One object for all of them: Hardhat compiles together what has the same one.
              const direct = { ...compiler, settings: { ...compiler.settings, viaIR: false } };
              Object.assign(profile.overrides, Object.fromEntries(files.map((file) => [file, direct])));
            }
            return config;
          },
        }),
      }),
    },
  };
}
