import { setAside } from "../../server/store/set-aside.ts";
import { Failure } from "../process/failure.ts";
import { mirrorIn } from "../serve/data-directory.ts";
import { type Place, withMirror } from "./with-mirror.ts";
import { working } from "./work-report.ts";

/** `status`: where the mirror stands. */
export async function status(place: Place): Promise<void> {
  await withMirror(place, async (mirror) => {
    const standing = await mirror.status();
    const { head, digest, bytes, server, lastCheck, identity } = standing;
    if (place.json) return printJson(place, standing);
    printName(place);
    const chain = `chain ${identity.chainId} (genesis ${identity.genesisHash})`;
    console.log(`ledger   ${chain}, from block ${identity.deploymentBlock}, schema ${identity.schemaVersion}`);
    console.log(`head     ${head === null ? "nothing is mirrored yet" : `block ${head.number} (${head.hash})`}`);
    console.log(`digest   ${digest.sum} of ${digest.records} records`);
    console.log(`size     ${bytes} bytes in ${standing.directory}`);
    if (server === null) console.log("server   none has it open");
    else {
      const { state, lag, reason, lastError, pace } = server.mirror;
      const trouble = reason ?? lastError;
      console.log(`server   process ${server.pid} on ${server.url}: ${state}, ${lag ?? "?"} blocks behind`);
      if (pace !== null) console.log(`         ${pace.eventsPerSecond} events/s, about ${pace.secondsLeft} s left`);
      if (trouble !== null) console.log(`         ${trouble.code}: ${trouble.message}`);
    }
    const faults = lastCheck?.faults.length ?? 0;
    const checked = lastCheck && `${new Date(lastCheck.at * 1_000).toISOString()}, ${faults} faults`;
    console.log(`checked  ${checked ?? "not since the server was started"}`);
  });
}

/** `check`: whether all of it is whole. */
export async function check(place: Place): Promise<void> {
  await withMirror(place, async (mirror) => {
    const report = await working("check", (onWork) => mirror.check(onWork));
    if (place.json) printJson(place, report);
    else {
      printName(place);
      const { entries, digest, indexEntries, journals } = report;
      console.log(
        `${entries} entries: ${digest.records} records, ${indexEntries} index entries, ${journals} accumulators`,
      );
      for (const fault of report.faults) console.log(`fault: ${fault}`);
    }
    const { chain } = report;
    if (!place.json) {
      const words = {
        SAME: "the contracts' journals are the same",
        DIFFERENT: "fault",
        NOT_COMPARED: "not compared with the chain",
      };
      console.log("reason" in chain ? `${words[chain.result]}: ${chain.reason}` : words[chain.result]);
    }
    if (chain.result === "DIFFERENT")
      throw new Failure("MIRROR_DIFFERS", "the mirror is not that of the chain the node has");
    if (report.faults.length === 0) return;
    const hint = "a running server sets it aside and mirrors the ledger anew; else npm run mirror -- rebuild does";
    throw new Failure("MIRROR_DAMAGED", `the mirror is damaged: ${hint}`);
  });
}

/** `digest`: what two mirrors of one ledger have in common. */
export async function digest(place: Place, at: number | undefined): Promise<void> {
  await withMirror(place, async (mirror) => {
    const found = await mirror.digest(at);
    if (place.json) return printJson(place, found);
    const name = place.deployment === undefined ? "" : `  ${place.deployment}`;
    console.log(`history  ${found.history.sum} of ${found.history.records} events up to block ${found.block}${name}`);
    if (found.records !== null) console.log(`records  ${found.records.sum} of ${found.records.records} records${name}`);
  });
}

/** `compact`: puts the files in order. */
export async function compact(place: Place): Promise<void> {
  await withMirror(place, async (mirror) => {
    const sizes = await working("compact", (onWork) => mirror.compact(onWork));
    console.log(place.json ? JSON.stringify(sizes) : `${sizes.before} bytes before, ${sizes.after} after`);
  });
}

function printJson({ deployment }: Place, content: object): void {
  console.log(JSON.stringify(deployment === undefined ? content : { deployment, ...content }));
}

function printName({ deployment }: Place): void {
  if (deployment !== undefined) console.log(`${deployment}:`);
}

/** `rebuild`: sets the mirror aside, for the server to begin anew. */
export async function rebuild(place: Place): Promise<void> {
  const directory = mirrorIn(place.data);
  await withMirror(
    place,
    async (mirror) => {
      const { server } = await mirror.status();
      if (server === null) return;
      throw new Failure("SERVER_RUNNING", `the server of process ${server.pid} has the mirror open: stop it first`);
    },
    "damaged too",
  );
  const aside = await setAside(directory);
  const said = `the mirror was set aside as ${aside}; the next start of the server mirrors the ledger anew`;
  console.log(place.json ? JSON.stringify({ aside }) : said);
}
