/** One line of the benchmark. */
export interface Row {
  readonly name: string;
  /** Gas of the ledger's act. */
  readonly ours: number;
  /** Gas of the Ethereum Attestation Service for the same; null where it has nothing of the kind. */
  readonly peer: number | null;
  /** Ours divided by the peer's, to three places: below 1, ours costs less. */
  readonly ratio: number | null;
}

export function row(name: string, ours: number, peer?: number): Row {
  if (peer === undefined) return { name, ours, peer: null, ratio: null };
  return { name, ours, peer, ratio: Math.round((1_000 * ours) / peer) / 1_000 };
}

/** The rows for a reader. */
export function renderTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (name: string, ...cells: string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join("  ");
  return [
    line("gas", "ours", "EAS", "ours/EAS"),
    ...rows.map(({ name, ours, peer, ratio }) =>
      line(name, ours.toLocaleString("en"), peer?.toLocaleString("en") ?? "–", ratio?.toFixed(3) ?? "–"),
    ),
  ].join("\n");
}
