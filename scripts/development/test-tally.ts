/** How many tests of one runner passed and failed; what keeps tests from running counts as a failure. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The sum over runners. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The last line of a test run, as scripts read it. */
export function lastLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`;
}
