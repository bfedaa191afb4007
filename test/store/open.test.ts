import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm, truncate, unlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect } from "chai";
import type { StoreError } from "../../server/store/errors.ts";
import { openStore, type StoreOptions } from "../../server/store/open.ts";
import type { StoreIdentity } from "../../server/store/reader.ts";
import type { Store } from "../../server/store/store.ts";
import { digestOf } from "../support/acts.ts";
import { blockOf, fieldChange, IDENTITY } from "../support/blocks.ts";
import { temporaryDirectory } from "../support/directory.ts";

describe("opening a store", () => {
  let place: Awaited<ReturnType<typeof temporaryDirectory>>;
  let directory: string;

  beforeEach(async () => {
    place = await temporaryDirectory();
    directory = join(place.path, "deep", "mirror");
    const store = await opened();
    await store.commit([blockOf(1, [fieldChange("GOV", 1)])]);
    await store.close();
  });

  afterEach(() => place.remove());

  async function logFile(): Promise<string> {
    const names = await readdir(join(directory, "records"));
    return join(directory, "records", names.find((name) => name.endsWith(".log")) ?? "");
  }

  function opened(options: Partial<StoreOptions> = {}): Promise<Store> {
    return openStore({ directory, identity: IDENTITY, onForeign: "refuse", ...options });
  }

  const others: [string, Partial<StoreIdentity>][] = [
    ["chain", { chainId: 1 }],
    ["genesis", { genesisHash: digestOf(98) }],
    ["contracts", { contracts: { ...IDENTITY.contracts, PilotLedger: "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0" } }],
    ["deployment block", { deploymentBlock: 2 }],
  ];
  for (const [what, members] of others) {
    it(`refuses another ${what} in words, and replaces it when told`, async () => {
      const identity = { ...IDENTITY, ...members };
      const error = await failure(opened({ identity }));
      expect(error.code).to.equal("FOREIGN_LEDGER");
      expect(error.message).to.contain("It holds chain 31337").and.contain("asked for is").and.contain("--rebuild");
      const said: string[] = [];
      const log = { info: () => undefined, warn: (message: string) => said.push(message) };
      const store = await opened({ identity, onForeign: "replace", log });
      expect(store.head).to.equal(undefined);
      await store.close();
      expect(said).to.have.length(1);
      expect(said[0]).to.contain("set-aside-1");
      const old = await openStore({ directory: `${directory}.set-aside-1`, identity: IDENTITY, onForeign: "refuse" });
      expect(old.head?.number).to.equal(1);
      await old.close();
    });
  }

  it("keeps the three stores that it set aside last", async () => {
    for (let chainId = 2; chainId <= 6; chainId++) {
      await (await opened({ identity: { ...IDENTITY, chainId }, onForeign: "replace" })).close();
    }
    const kept = (await readdir(join(directory, ".."))).filter((name) => name !== basename(directory)).sort();
    expect(kept).to.deep.equal(["mirror.set-aside-3", "mirror.set-aside-4", "mirror.set-aside-5"]);
  });

  const damages: [string, () => Promise<unknown>][] = [
    ["CURRENT is missing", () => unlink(join(directory, "records", "CURRENT"))],
    ["its database is missing", () => rm(join(directory, "records"), { recursive: true })],
    ["store.json is missing", () => unlink(join(directory, "store.json"))],
    ["its position is missing", () => unlink(join(directory, "position"))],
    [
      "store.json and CURRENT are missing",
      async () => {
        await unlink(join(directory, "store.json"));
        await unlink(join(directory, "records", "CURRENT"));
      },
    ],
    ["store.json is cut short", () => writeFile(join(directory, "store.json"), '{"schemaVersion"')],
    [
      "store.json was altered",
      async () => {
        const file = join(directory, "store.json");
        await writeFile(file, (await readFile(file, "utf8")).replace('"chainId": 31337', '"chainId": 31336'));
      },
    ],
    ["the tail of its log is missing", async () => truncate(await logFile(), 0)],
  ];
  for (const [fault, damage] of damages) {
    it(`sets it aside, says why and begins anew when ${fault}`, async () => {
      await damage();
      const said: string[] = [];
      const log = { info: () => undefined, warn: (message: string) => said.push(message) };
      const store = await opened({ log });
      expect(store.rebuiltFor?.code).to.equal("DAMAGED");
      expect(store.head).to.equal(undefined);
      await store.close();
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(directory).and.contain("set-aside-1");
      const again = await opened();
      expect(again.rebuiltFor).to.equal(undefined);
      await again.close();
    });
  }

  it("takes a store that is newer than its position, as a power failure may leave it", async () => {
    const before = await readFile(join(directory, "position"));
    const store = await opened();
    await store.commit([blockOf(2, [fieldChange("GOV", 2)])]);
    await store.close();
    await writeFile(join(directory, "position"), before);
    const again = await opened();
    expect([again.rebuiltFor, again.head?.number]).to.deep.equal([undefined, 2]);
    await again.close();
  });

  it("sets aside a store of an earlier schema version, and refuses one of a later version or another chain", async () => {
    const said: string[] = [];
    const log = { info: () => undefined, warn: (message: string) => said.push(message) };
    const foreign = await failure(opened({ identity: { ...IDENTITY, schemaVersion: 2, chainId: 5 } }));
    expect(foreign.code).to.equal("FOREIGN_LEDGER");
    const store = await opened({ identity: { ...IDENTITY, schemaVersion: 2 }, log });
    expect([store.head, store.rebuiltFor]).to.deep.equal([undefined, undefined]);
    await store.close();
    expect(said[0]).to.contain("earlier version").and.contain("set-aside-1");
    const error = await failure(opened());
    expect(error.code).to.equal("NEWER");
    expect(error.message).to.contain("update this program");
  });

  it("goes on with a store whose making was interrupted before its sidecar was written", async () => {
    const fresh = join(place.path, "fresh");
    await (await openStore({ directory: fresh, identity: IDENTITY, onForeign: "refuse" })).close();
    await unlink(join(fresh, "store.json"));
    const store = await openStore({ directory: fresh, identity: IDENTITY, onForeign: "refuse" });
    await store.close();
    expect(JSON.parse(await readFile(join(fresh, "store.json"), "utf8"))).to.deep.include(IDENTITY);
  });

  it("says in one sentence that another process has it open, and does not replace it", async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "..", "support", "hold-store.ts"), directory], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    try {
      for (const options of [{}, { identity: { ...IDENTITY, chainId: 2 }, onForeign: "replace" }] as const) {
        const error = await failure(opened(options));
        expect(error.code).to.equal("LOCKED");
        expect(error.message).to.contain(directory);
      }
    } finally {
      child.stdin.end();
      await once(child, "exit");
    }
    await (await opened()).close();
  });

  it("says in one sentence that its directory cannot be made", async () => {
    const blocked = join(place.path, "file");
    await writeFile(blocked, "");
    const error = await failure(opened({ directory: join(blocked, "mirror") }));
    expect(error.code).to.equal("UNUSABLE");
    expect(error.message).to.contain(join(blocked, "mirror"));
  });
});

async function failure(attempt: Promise<unknown>): Promise<StoreError> {
  return attempt.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: StoreError) => error,
  );
}
