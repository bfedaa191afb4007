import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Mirror } from "../../../server/mirror/mirror.ts";
import { openStore } from "../../../server/store/open.ts";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { RandomChain } from "../../../test/support/random-chain.ts";
import type { SimulatedChain } from "../../../test/support/simulated-chain.ts";
import { SimulatedNode, serveNode } from "../../../test/support/simulated-node.ts";
import type { Draw } from "../draw.ts";
import { SubjectProcess } from "../kill/subject-process.ts";

/** The calls by which a store changes files, or makes sure of them. */
const CALLS = [
  "openat",
  "write",
  "writev",
  "pwrite64",
  "fsync",
  "fdatasync",
  "rename",
  "unlink",
  "ftruncate",
  "close",
] as const;

const FAULTS = ["signal=KILL", "error=EIO", "error=ENOSPC"] as const;

/** A system call that fails. */
export interface Injection {
  readonly call: string;
  readonly fault: string;
  /** Which of these calls on files of the store, from 1. */
  readonly when: number;
}

/** A chain of which half is mirrored, and a node that has all of it. */
export class Scene {
  readonly #random: RandomChain;
  readonly #directory: string;
  readonly #url: string;
  readonly #digest: string;
  readonly close: () => Promise<void>;

  private constructor(random: RandomChain, directory: string, url: string, digest: string, close: () => Promise<void>) {
    this.#random = random;
    this.#directory = directory;
    this.#url = url;
    this.#digest = digest;
    this.close = close;
  }

  static async of(draw: Draw, seed: number): Promise<Scene> {
    const place = await temporaryDirectory();
    const random = RandomChain.begun(`syscalls ${seed}`, draw).mine(25);
    await mirrored(join(place.path, "half"), random.chain);
    // What is written then takes blocks back and goes on.
    random.replace(3).mine(4);
    const serving = await serveNode(new SimulatedNode(random.chain, 16));
    const digest = await mirrored(join(place.path, "fresh"), random.chain);
    return new Scene(random, place.path, serving.url, digest, async () => {
      await serving.close();
      await place.remove();
    });
  }

  /** How often each call is made of files of the store by a process that nothing happens to. */
  async counted(): Promise<Map<string, number>> {
    const trace = join(this.#directory, "trace");
    const directory = await this.#copy("counted");
    await this.#run(directory, [
      "-o",
      trace,
      "-P",
      directory,
      ...this.#paths(directory),
      "-e",
      `trace=${CALLS.join(",")}`,
    ]);
    const counts = new Map<string, number>();
    for (const line of (await readFile(trace, "utf8")).split("\n")) {
      const call = /^(?:\d+ +)?(\w+)\(/.exec(line)?.[1];
      if (call !== undefined) counts.set(call, (counts.get(call) ?? 0) + 1);
    }
    return counts;
  }

  /** Lets a call fail, and then a mirror go on from what is left. Returns what is wrong with that; undefined when nothing is. */
  async play({ call, fault, when }: Injection): Promise<string | undefined> {
    const directory = await this.#copy(`${call}-${fault}-${when}`);
    const inject = `inject=${call}:${fault}:when=${when}`;
    await this.#run(directory, [...this.#paths(directory), "-e", `trace=${call}`, "-e", inject, "-o", "/dev/null"]);
    const digest = await mirrored(directory, this.#random.chain);
    return digest === this.#digest ? undefined : `${inject}: the digest is ${digest} instead of ${this.#digest}`;
  }

  /** `strace` looks at calls on these files alone, so that a fault hits the store and nothing else of the process. */
  #paths(directory: string): string[] {
    const numbered = Array.from({ length: 30 }, (_, number) => String(number).padStart(6, "0"));
    const inside = numbered.flatMap((number) => [
      `${number}.log`,
      `${number}.ldb`,
      `${number}.dbtmp`,
      `MANIFEST-${number}`,
    ]);
    const records = [...inside, "CURRENT", "LOCK"].map((name) => join(directory, "records", name));
    const files = [...records, join(directory, "records"), join(directory, "position"), join(directory, "store.json")];
    return files.flatMap((file) => ["-P", file]);
  }

  async #run(directory: string, options: readonly string[]): Promise<void> {
    const subject = new SubjectProcess(["strace", "-f", "-qq", ...options]);
    const { identity } = this.#random.chain;
    subject.order({ directory, url: this.#url, identity, threadAfter: Number.MAX_SAFE_INTEGER });
    await subject.ended();
  }

  async #copy(name: string): Promise<string> {
    const directory = join(this.#directory, name);
    await cp(join(this.#directory, "half"), directory, { recursive: true });
    return directory;
  }
}

/** The faults of which a run chooses: every call that was counted, in each of its occurrences. */
export function injections(counts: ReadonlyMap<string, number>): Injection[] {
  return [...counts].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, index) => FAULTS.map((fault) => ({ call, fault, when: index + 1 }))).flat(),
  );
}

/** Mirrors the chain, from whatever is in the directory, and returns the digest. */
async function mirrored(directory: string, source: SimulatedChain): Promise<string> {
  const store = await openStore({ directory, identity: source.identity, onForeign: "refuse" });
  try {
    const mirror = new Mirror({ store, source, rangeLength: 2, finality: { depth: 16 } });
    for (let look = 0; look < 3; look++) if ((await mirror.syncOnce()).state === "live") return store.digest.sum;
    throw new Error(`the mirror is ${JSON.stringify(mirror.status)}`);
  } finally {
    await store.close();
  }
}
