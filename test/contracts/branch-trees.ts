/** The branches of an act, as the first comment of its spec draws them. Branches that acts have in common are drawn once. */
export interface BranchTree {
  /** The contract's functions. */
  readonly acts: readonly string[];
  /** What a test is named for, "it …". */
  readonly leaves: readonly string[];
  /** Specs that hold some of the branches over all acts at once. */
  readonly references: readonly string[];
}

/** The trees in a spec's first comment; none when it does not begin with one. */
export function treesOf(source: string): BranchTree[] {
  const [, comment = ""] = /^\/\*\n([\s\S]*?)\n \*\//.exec(source) ?? [];
  return comment.split(/^ \*$/m).flatMap((drawing) => {
    const [root = "", ...lines] = drawing
      .trim()
      .split("\n")
      .map((line) => line.replace(/^ ?\* /, ""));
    if (!/^\w+(, \w+)*$/.test(root)) return [];
    const branches = lines.map((line) => line.replace(/^[│├└─ ]+/, ""));
    return [
      {
        acts: root.split(", "),
        leaves: branches.filter((branch) => branch.startsWith("it ")),
        references: branches.flatMap((branch) => branch.match(/[\w/-]+\.test\.ts/g) ?? []),
      },
    ];
  });
}
