import { type ServerPlan, start } from "./server.ts";

/* The process of one server: gets its plan as its argument, tells its address, and ends when its parent does. */

process.on("disconnect", () => process.exit(0));
process.send?.(await start(JSON.parse(process.argv[2] ?? "") as ServerPlan));
