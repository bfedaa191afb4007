import { AccessLog } from "../../server/api/access-log/access-log.ts";

/*
 * A program to be killed: writes to the access log in the directory it is given and tells each entry's number once the log said that it
 * holds it.
 */

const [, , directory = ""] = process.argv;
const log = await AccessLog.open(directory, { clock: () => 0, rotateAt: 3_000 });
const who = { kind: "token", id: "testtest", name: "test" } as const;
while (true) {
  const content = { at: 0, requestId: "r", who, where: "whole", method: "GET", address: "/", status: 200 };
  await log.append({ ...content, code: null, answer: null });
  process.stdout.write(`${log.head.seq}\n`);
}
