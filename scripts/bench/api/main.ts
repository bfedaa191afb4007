import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { pino } from "pino";
import { createToken } from "../../../server/api/access/token-file.ts";
import { pilotCode } from "../../../test/support/acts.ts";
import { runProgram } from "../../process/failure.ts";
import { integerOption } from "../../process/options.ts";
import { installPonder } from "../sync/ponder.ts";
import { mirroredPilots, storeTexts } from "./ledger.ts";
import { ask, type Measured, measure } from "./measure.ts";
import { ponderOver, ponderSession } from "./ponder.ts";
import { sessionsOf } from "./questions.ts";
import { type ServerPlan, servicesOf } from "./server.ts";
import { type Streamed, streamAll } from "./streams.ts";
import { askWhileSyncing } from "./while-syncing.ts";

interface Options {
  readonly pilots: number;
  readonly seconds: number;
  readonly connections: number;
  readonly ponder?: boolean;
  readonly syncing?: boolean;
  readonly json?: boolean;
}

const KINDS: readonly ServerPlan["kind"][] = ["node:http", "Express 5", "audit API"];

const PONDER = "Ponder 0.16.10, Hono";

type Kind = ServerPlan["kind"] | typeof PONDER;

/** Each server has its turn so often, so that what else the machine does falls on all of them. */
const ROUNDS = 3;

/** What the others are compared with. */
const YARDSTICK: Kind = "Express 5";

const program = new Command("npm run bench:api --")
  .description(
    "Measure the audit API beside bare node:http and bare Express 5, which send the very same texts from LevelDB without looking at them. All in one run, in turns, each in a process of its own; ratios are to Express 5, with the lowest and the highest of the rounds.",
  )
  .option("--pilots <count>", "pilots of the ledger", integerOption(100, 1_000_000), 24_000)
  .option(
    "--seconds <count>",
    "how long each is asked the same over and over, in three rounds",
    integerOption(3, 600),
    9,
  )
  .option("--connections <count>", "how many ask at once", integerOption(1, 1_000), 10)
  .option("--ponder", "install Ponder in scripts/bench/ponder and ask it too, over the same chain")
  .option("--syncing", "ask 50 at once for half a minute while the server mirrors its chain, too")
  .option("--json", "one line of JSON for each")
  .action(bench);

await runProgram(async () => {
  await program.parseAsync();
});

async function bench({
  pilots,
  seconds,
  connections,
  ponder = false,
  syncing = false,
  json = false,
}: Options): Promise<void> {
  if (ponder) await installPonder();
  const directory = await mkdtemp(join(tmpdir(), "bench-api-"));
  const log = pino({ level: "silent" });
  const mirrored = await mirroredPilots(pilots);
  const peer = ponder ? await ponderOver(mirrored.chain) : undefined;
  try {
    const codes = Array.from({ length: pilots }, (_, index) => pilotCode(index + 1));
    const tokens = join(directory, "tokens.json");
    const grant = { scopes: ["pilots"], region: null, fields: null } as const;
    const { token } = await createToken(tokens, { name: "benchmark", grant, expiresAt: null, now: 0 });
    const preparing = await mkdtemp(join(directory, "preparing-"));
    const services = await servicesOf(mirrored.store, { tokens, directory: preparing }, log);
    const texts = await storeTexts(directory, codes, services);
    const sessions = await sessionsOf(codes, services);
    await mirrored.mirror.stop();
    await mirrored.store.close();
    const store = { directory: mirrored.directory, identity: mirrored.chain.identity };
    const load = { seconds: seconds / ROUNDS, connections };
    const rounds = new Map<Kind, Round[]>();
    const streams = new Map<Kind, Streamed[]>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of KINDS) {
        const measured: Record<string, Measured> = {};
        for (const session of kind === "audit API" ? sessions.ours : sessions.bare) {
          const own = await mkdtemp(join(directory, "server-"));
          Object.assign(measured, await measure({ kind, texts, store, tokens, directory: own }, session, token, load));
        }
        rounds.set(kind, [...(rounds.get(kind) ?? []), measured]);
        if (kind === "node:http") continue;
        const own = await mkdtemp(join(directory, "server-"));
        const streamed = await streamAll({ kind, texts, store, tokens, directory: own }, token);
        streams.set(kind, [...(streams.get(kind) ?? []), streamed]);
      }
      if (peer === undefined) continue;
      rounds.set(PONDER, [...(rounds.get(PONDER) ?? []), await ask(peer.url, ponderSession(codes), token, load)]);
    }
    const questions = sessions.ours.flatMap((session) => Object.keys(session));
    for (const question of questions) for (const kind of rounds.keys()) report(question, kind, rounds, json);
    for (const kind of streams.keys()) reportStream(pilots, kind, streams, json);
    if (syncing) {
      const row = await askWhileSyncing(mirrored.chain, { directory, tokens, token });
      console.log(json ? JSON.stringify(row) : row);
    }
  } finally {
    await peer?.close();
    await mirrored.close();
    await rm(directory, { recursive: true });
  }
}

type Round = Readonly<Record<string, Measured>>;

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function ofRounds(rounds: readonly Round[], question: string): Measured {
  const of = (name: keyof Measured) => median(rounds.flatMap((round) => round[question]?.[name] ?? []));
  return { requestsPerSecond: of("requestsPerSecond"), p50: of("p50"), p99: of("p99") };
}

function report(question: string, kind: Kind, rounds: ReadonlyMap<Kind, readonly Round[]>, json: boolean): void {
  const [measured, yardsticks] = [rounds.get(kind) ?? [], rounds.get(YARDSTICK) ?? []];
  const own = ofRounds(measured, question);
  if (Number.isNaN(own.requestsPerSecond)) return;
  const rated = (speed: number, of: number | undefined) => Number((speed / (of ?? Number.NaN)).toFixed(2));
  const ratio = rated(own.requestsPerSecond, ofRounds(yardsticks, question).requestsPerSecond);
  const ratios = measured.map((round, index) =>
    rated(round[question]?.requestsPerSecond ?? Number.NaN, yardsticks[index]?.[question]?.requestsPerSecond),
  );
  const spread = [Math.min(...ratios), Math.max(...ratios)];
  const name = `${question}, ${kind}`;
  const speed = String(own.requestsPerSecond).padStart(7);
  if (json) console.log(JSON.stringify({ name, ...own, ratio, spread }));
  else {
    const times = `p50 ${own.p50} ms  p99 ${own.p99} ms`;
    console.log(`${name.padEnd(52)} ${speed}/s  ${times}  ratio ${ratio} (${spread.join("–")})`);
  }
}

function reportStream(
  pilots: number,
  kind: Kind,
  streams: ReadonlyMap<Kind, readonly Streamed[]>,
  json: boolean,
): void {
  const speeds = (of: Kind) => (streams.get(of) ?? []).map(({ itemsPerSecond }) => itemsPerSecond);
  const [own, yardstick] = [speeds(kind), speeds(YARDSTICK)];
  const rated = (speed: number, of: number | undefined) => Number((speed / (of ?? Number.NaN)).toFixed(2));
  const ratios = own.map((speed, round) => rated(speed, yardstick[round]));
  const row = {
    name: `all ${pilots} pilots as NDJSON, ${kind}`,
    itemsPerSecond: median(own),
    ratio: rated(median(own), median(yardstick)),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    peakMemoryMiB: Math.max(...(streams.get(kind) ?? []).map(({ peakMemoryMiB }) => peakMemoryMiB)),
  };
  if (json) console.log(JSON.stringify(row));
  else {
    const { name, itemsPerSecond, ratio, spread, peakMemoryMiB } = row;
    const speed = String(itemsPerSecond).padStart(7);
    console.log(
      `${name.padEnd(52)} ${speed} items/s  at most ${peakMemoryMiB} MiB  ratio ${ratio} (${spread.join("–")})`,
    );
  }
}
