/*
 * What Prometheus advises on names of metrics and labels (prometheus.io/docs/practices/naming, and what promtool check metrics warns of).
 */

/** Units that are not base units, and what to measure in instead. */
const NOT_BASE = /_(milliseconds|microseconds|nanoseconds|minutes|hours|days|kilobytes|megabytes|kib|mib|percent)(_|$)/;

interface Family {
  readonly name: string;
  readonly type: string;
  readonly hasHelp: boolean;
  readonly labels: ReadonlySet<string>;
}

/** What is wrong with the names in an exposition, in words. */
export function namingFaults(text: string): string[] {
  return familiesIn(text).flatMap(({ name, type, hasHelp, labels }) => {
    const faults: string[] = [];
    if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name)) faults.push(`${name}: not in snake case with a prefix`);
    if (!hasHelp) faults.push(`${name}: no help`);
    if (type === "counter" && !name.endsWith("_total")) faults.push(`${name}: a counter ends with _total`);
    if (type !== "counter" && /_total$/.test(name)) faults.push(`${name}: only a counter ends with _total`);
    if (type !== "histogram" && type !== "summary" && /_(count|sum|bucket)$/.test(name)) {
      faults.push(`${name}: ends like a part of a histogram`);
    }
    if (NOT_BASE.test(name)) faults.push(`${name}: not in base units`);
    for (const label of labels) {
      if (!/^[a-z][a-z0-9_]*$/.test(label)) faults.push(`${name}: the label ${label}`);
      if (label === "le" && type !== "histogram") faults.push(`${name}: le is for histograms`);
      if (label === "quantile" && type !== "summary") faults.push(`${name}: quantile is for summaries`);
    }
    return faults;
  });
}

function familiesIn(text: string): Family[] {
  const lines = text.split("\n");
  const helped = new Set(lines.flatMap((line) => /^# HELP (\S+) \S/.exec(line)?.[1] ?? []));
  return lines.flatMap((line, at) => {
    const [, name = "", type = ""] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    if (name === "") return [];
    const end = lines.findIndex((other, index) => index > at && other.startsWith("# TYPE"));
    const samples = lines.slice(at + 1, end === -1 ? undefined : end).filter((one) => !one.startsWith("#"));
    const labels = samples.flatMap((sample) =>
      [...sample.matchAll(/[{,]([^={},]+)="/g)].map(([, label = ""]) => label),
    );
    return [{ name, type, hasHelp: helped.has(name), labels: new Set(labels) }];
  });
}
