import { openStore } from "../../server/store/open.ts";
import { IDENTITY } from "./blocks.ts";

/* A process that has the store in a directory open until its input ends. */

const store = await openStore({ directory: process.argv[2] ?? "", identity: IDENTITY, onForeign: "refuse" });
process.stdout.write("open\n");
process.stdin.resume().once("end", () => void store.close());
