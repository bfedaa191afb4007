import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { ledgerAtTime } from "../../../server/queries/as-of/ledger.ts";
import { openStore } from "../../../server/store/open.ts";
import { IDENTITY } from "../../../test/support/synthetic-names.ts";
import { Draw } from "../../campaign/draw.ts";
import { runProgram } from "../../process/failure.ts";
import { integerOption } from "../../process/options.ts";
import { fillProgress } from "./fill-progress.ts";
import { grow } from "./grow.ts";
import { QUESTIONS } from "./questions.ts";

/** Milliseconds of one question on one ledger. */
interface Measured {
  readonly p50: number;
  readonly p99: number;
}

/** Asks that are not counted. */
const WARM_UP = 20;

const program = new Command("npm run bench:queries --")
  .description("Measure questions on a small and a large ledger, and print how their times compare.")
  .option("--small <events>", "events of the small ledger", integerOption(1_000, 10_000_000), 10_000)
  .option("--large <events>", "events of the large ledger", integerOption(1_000, 10_000_000), 1_000_000)
  .option("--asks <count>", "how often each question is asked", integerOption(10, 100_000), 300)
  .option("--json", "a JSON document per line")
  .action(
    async ({ small, large, asks, json = false }: { small: number; large: number; asks: number; json?: boolean }) => {
      const [before, after] = [await measure(small, asks), await measure(large, asks)];
      for (const name of Object.keys(QUESTIONS)) {
        const [one, other] = [before.get(name), after.get(name)];
        if (one === undefined || other === undefined) continue;
        const ratio = Math.round((other.p99 / one.p99) * 100) / 100;
        const row = { name, small: one, large: other, ratio };
        console.log(
          json
            ? JSON.stringify(row)
            : `${name.padEnd(40)} p50 ${ms(one.p50)} → ${ms(other.p50)}   p99 ${ms(one.p99)} → ${ms(other.p99)}   ×${ratio}`,
        );
      }
    },
  );

await runProgram(async () => {
  await program.parseAsync();
});

/** Grows a ledger in a directory of its own and asks it every question many times over. */
async function measure(events: number, asks: number): Promise<Map<string, Measured>> {
  const directory = await mkdtemp(join(tmpdir(), "bench-queries-"));
  const store = await openStore({ directory: join(directory, "mirror"), identity: IDENTITY, onForeign: "refuse" });
  try {
    const told = fillProgress(
      (line) => console.error(line),
      () => performance.now() / 1_000,
    );
    const grown = await grow(store, events, told);
    // As it would be after a while: nothing is left to be put in order while it is asked.
    await store.compact();
    console.error(`a ledger of ${grown} events`);
    const measured = new Map<string, Measured>();
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      const draw = new Draw(1);
      const times: number[] = [];
      for (let number = -WARM_UP; number < asks; number++) {
        const reader = store.snapshot();
        const begun = performance.now();
        await ask(ledgerAtTime(reader, reader.head?.time ?? 0), draw);
        if (number >= 0) times.push(performance.now() - begun);
        await reader.close();
      }
      times.sort((one, other) => one - other);
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
      measured.set(name, { p50: at(0.5), p99: at(0.99) });
    }
    return measured;
  } finally {
    await store.close();
    await rm(directory, { recursive: true });
  }
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`;
}
