import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { pino } from "pino";
import { createToken } from "../../../server/api/access/token-file.ts";
import { pilotCode } from "../../../test/support/acts.ts";
import { runProgram } from "../../process/failure.ts";
import { integerOption } from "../../process/options.ts";
import { mirroredPilots, storeTexts } from "./ledger.ts";
import { type Measured, measure, type Question } from "./measure.ts";
import { type ServerPlan, servicesOf } from "./server.ts";

interface Options {
  readonly pilots: number;
  readonly seconds: number;
  readonly connections: number;
  readonly json?: boolean;
}

const KINDS: readonly ServerPlan["kind"][] = ["node:http", "Express 5", "audit API"];

/** Each server has its turn so often, so that what else the machine does falls on all of them. */
const ROUNDS = 3;

/** What the others are compared with. */
const YARDSTICK = "Express 5";

const program = new Command("npm run bench:api --")
  .description(
    "Measure the audit API beside bare node:http and bare Express 5, which send the very same texts from LevelDB without looking at them. All in one run, each in a process of its own; ratios are to Express 5.",
  )
  .option("--pilots <count>", "pilots of the ledger", integerOption(100, 1_000_000), 24_000)
  .option("--seconds <count>", "how long each is asked, in three rounds", integerOption(3, 600), 9)
  .option("--connections <count>", "how many ask at once", integerOption(1, 1_000), 10)
  .option("--json", "one line of JSON for each")
  .action(bench);

await runProgram(async () => {
  await program.parseAsync();
});

async function bench({ pilots, seconds, connections, json = false }: Options): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "bench-api-"));
  const log = pino({ level: "silent" });
  const mirrored = await mirroredPilots(pilots);
  try {
    const codes = Array.from({ length: pilots }, (_, index) => pilotCode(index + 1));
    const tokens = join(directory, "tokens.json");
    const grant = { scopes: ["pilots"], region: null, fields: null } as const;
    const { token } = await createToken(tokens, { name: "benchmark", grant, expiresAt: null, now: 0 });
    const preparing = await mkdtemp(join(directory, "preparing-"));
    const services = await servicesOf(mirrored.store, { tokens, directory: preparing }, log);
    const texts = await storeTexts(directory, codes, services);
    await mirrored.mirror.stop();
    await mirrored.store.close();
    const store = { directory: mirrored.directory, identity: mirrored.chain.identity };
    const questions = questionsOf(codes);
    const rounds = new Map<string, Round[]>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of KINDS) {
        const own = await mkdtemp(join(directory, "server-"));
        const plan = { kind, texts, store, tokens, directory: own };
        const measured = await measure(plan, questions, token, { seconds: seconds / ROUNDS, connections });
        rounds.set(kind, [...(rounds.get(kind) ?? []), measured]);
      }
    }
    for (const question of Object.keys(questions)) for (const kind of KINDS) report(question, kind, rounds, json);
  } finally {
    await mirrored.close();
    await rm(directory, { recursive: true });
  }
}

type Round = Readonly<Record<string, Measured>>;

/** Pilots by id, a few that many ask for and ever new ones; and the first page, as many ask for it, and pages ever further on. */
function questionsOf(codes: readonly string[]): Record<string, Question> {
  const few = codes.filter((_, index) => index % Math.ceil(codes.length / 20) === 0);
  return {
    "pilot by id": { paths: few.map((code) => `/v1/pilots/${code}`), order: "again" },
    "page of 50": { paths: ["/v1/pilots"], order: "again" },
    "pilot by id, not asked before": { paths: codes.map((code) => `/v1/pilots/${code}`), order: "once" },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function ofRounds(rounds: readonly Round[], question: string): Measured {
  const of = (name: keyof Measured) => median(rounds.flatMap((round) => round[question]?.[name] ?? []));
  return { requestsPerSecond: of("requestsPerSecond"), p50: of("p50"), p99: of("p99") };
}

function report(question: string, kind: string, rounds: ReadonlyMap<string, readonly Round[]>, json: boolean): void {
  const own = ofRounds(rounds.get(kind) ?? [], question);
  const yardstick = ofRounds(rounds.get(YARDSTICK) ?? [], question);
  const ratio = Number((own.requestsPerSecond / yardstick.requestsPerSecond).toFixed(2));
  const name = `${question}, ${kind}`;
  const speed = String(own.requestsPerSecond).padStart(7);
  if (json) console.log(JSON.stringify({ name, ...own, ratio }));
  else console.log(`${name.padEnd(42)} ${speed}/s  p50 ${own.p50} ms  p99 ${own.p99} ms  ratio ${ratio}`);
}
