import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { SMALL_HEAP_ENVIRONMENT, SMALL_HEAP_FLAGS } from "../../runtime/small-heap.mjs";
import { EVENT_NAME, type Task } from "./child/task.ts";
import type { Measurement } from "./row.ts";

const CHILD = fileURLToPath(new URL("child/main.ts", import.meta.url));

/** Runs one side in a process of its own, which runs as the server does. */
export async function runChild(task: Omit<Task, "directory">): Promise<Measurement> {
  const directory = await temporaryDirectory();
  try {
    const child = fork(CHILD, [JSON.stringify({ ...task, directory: directory.path })], {
      execArgv: [...process.execArgv, ...SMALL_HEAP_FLAGS],
      env: { ...process.env, ...SMALL_HEAP_ENVIRONMENT },
    });
    let measured: Measurement | undefined;
    child.on("message", (message) => {
      measured = (message as Record<string, Measurement>)[EVENT_NAME];
    });
    const [code] = await once(child, "exit");
    if (measured === undefined) throw new Error(`the process that runs "${task.side}" ended with ${code}`);
    return measured;
  } finally {
    await directory.remove();
  }
}
