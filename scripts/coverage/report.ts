import type { Branch } from "./branches.ts";

/** How much of something the tests reached. */
export interface Share {
  readonly reached: number;
  readonly all: number;
}

/** What the tests reached of one source. */
export interface FileCoverage {
  readonly file: string;
  readonly lines: Share;
  readonly branches: Share;
  /** Numbers of the lines that were not reached. */
  readonly linesMissed: readonly number[];
  readonly branchesMissed: readonly Branch[];
}

/** Joins what Hardhat tells of lines, as LCOV, with the branches and the tags that were reached. */
export function coverageOf(lcov: string, branches: readonly Branch[], reached: ReadonlySet<string>): FileCoverage[] {
  const branchesOf = Map.groupBy(branches, ({ file }) => file);
  return [...linesOf(lcov)]
    .map(([file, lines]) => {
      const own = branchesOf.get(file) ?? [];
      const branchesMissed = own.filter(({ tag }) => !reached.has(tag));
      const linesMissed = [...lines].filter(([, hits]) => hits === 0).map(([line]) => line);
      return {
        file,
        lines: { reached: lines.size - linesMissed.length, all: lines.size },
        branches: { reached: own.length - branchesMissed.length, all: own.length },
        linesMissed: linesMissed.toSorted((a, b) => a - b),
        branchesMissed,
      };
    })
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** Percent, rounded down to two places: 100 says all. */
export function percent({ reached, all }: Share): number {
  return all === 0 ? 100 : Math.floor((10_000 * reached) / all) / 100;
}

/** The sum over files. */
export function total(files: readonly FileCoverage[], what: "lines" | "branches"): Share {
  return files.reduce((sum, file) => ({ reached: sum.reached + file[what].reached, all: sum.all + file[what].all }), {
    reached: 0,
    all: 0,
  });
}

/** The report as it is printed: every file, then what was missed, then the total. */
export function renderReport(files: readonly FileCoverage[]): string {
  const width = Math.max(...files.map(({ file }) => file.length));
  const share = ({ reached, all }: Share) => `${reached}/${all}`.padStart(9);
  const missed = files.flatMap(({ file, linesMissed, branchesMissed }) => [
    ...linesMissed.map((line) => `not reached: ${file}:${line}`),
    ...branchesMissed.map(({ line, condition, outcome }) => `never ${outcome}: ${file}:${line} ${condition}`),
  ]);
  return [
    `${"contract source".padEnd(width)}      lines  branches`,
    ...files.map(({ file, lines, branches }) => `${file.padEnd(width)}  ${share(lines)} ${share(branches)}`),
    ...missed,
    ...(["lines", "branches"] as const).map((what) => {
      const sum = total(files, what);
      return `${what}: ${percent(sum).toFixed(2)} % (${sum.reached} of ${sum.all})`;
    }),
  ].join("\n");
}

function linesOf(lcov: string): Map<string, Map<number, number>> {
  const files = new Map<string, Map<number, number>>();
  let lines = new Map<number, number>();
  for (const record of lcov.split("\n")) {
    const [, file] = /^SF:(.+)$/.exec(record) ?? [];
    if (file !== undefined) {
      lines = new Map();
      files.set(file, lines);
    }
    const [, line, hits] = /^DA:(\d+),(\d+)/.exec(record) ?? [];
    if (line !== undefined) lines.set(Number(line), Number(hits));
  }
  return files;
}
