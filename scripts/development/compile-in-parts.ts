import { availableParallelism } from "node:os";
import type { HardhatPlugin } from "hardhat/types/plugins";
import type { CompilerInput, CompilerOutput } from "hardhat/types/solidity";

/** What one process of the compiler takes at its peak. */
const MEMORY_OF_A_PART = 2 ** 30;
const MOST_PARTS = 4;

/** Declares what code is generated for, unlike interfaces and abstract contracts. */
const CONTRACT = /^contract\s/m;

/**
 * Lets several processes of the compiler share its work, each of which reads all sources and generates the code of some of them: the
 * compiler itself uses one core. What comes out is what one process makes of the whole.
 *
 * The hook is marked as one that goes in a later Hardhat; then this is left out, and compiling takes longer.
 */
export const compileInParts: HardhatPlugin = {
  id: "compile-in-parts",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        invokeSolc: async (context, compiler, input, config, next) => {
          const most = Math.min(
            MOST_PARTS,
            availableParallelism(),
            Math.floor(process.availableMemory() / MEMORY_OF_A_PART),
          );
          const parts = splitInput(input, most);
          return joinOutputs(await Promise.all(parts.map((part) => next(context, compiler, part, config))));
        },
      }),
    }),
  },
};

/**
 * Inputs that differ in what output they ask for, and together ask for that of the whole.
 *
 * @param most How many of them at most; one is made at least, and none without a contract.
 */
export function splitInput(input: CompilerInput, most: number): CompilerInput[] {
  const { "*": everywhere, ...elsewhere } = input.settings.outputSelection;
  const { "": ofSources, ...ofContracts } = everywhere ?? {};
  const isHeavy = (name: string): boolean => CONTRACT.test(input.sources[name]?.content ?? "");
  const names = Object.keys(input.sources).sort();
  const heavy = names.filter(isHeavy);
  const count = Math.min(most, heavy.length);
  // What asks for single files is left as it is: nobody here does, and whoever does wants less anyhow.
  if (count < 2 || Object.keys(elsewhere).length > 0) return [input];
  const dealt = [...heavy, ...names.filter((name) => !isHeavy(name))];
  return Array.from({ length: count }, (_, part) => {
    const own = dealt.filter((_, index) => index % count === part).map((name) => [name, ofContracts]);
    const sources = part === 0 && ofSources !== undefined ? { "*": { "": ofSources } } : {};
    return { ...input, settings: { ...input.settings, outputSelection: { ...Object.fromEntries(own), ...sources } } };
  });
}

/** The output of the whole, out of those of its parts: each thing that was reported once. */
export function joinOutputs(outputs: readonly CompilerOutput[]): CompilerOutput {
  const [first, ...others] = outputs;
  if (first === undefined) throw new RangeError("there is no output to join");
  if (others.length === 0) return first;
  const errors = new Map(
    outputs.flatMap((output) => output.errors ?? []).map((error) => [JSON.stringify(error), error]),
  );
  return {
    ...first,
    ...(errors.size === 0 ? {} : { errors: [...errors.values()] }),
    contracts: Object.assign({}, ...outputs.map(({ contracts }) => contracts)),
  };
}
