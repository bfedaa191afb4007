import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { freePort, HOSTS, holdPort } from "./checkout.ts";
import { answersWithDemo, describeFreshStart, failsWith, stopsOnCtrlC } from "./fresh-start.ts";

describeFreshStart(HOSTS.own, (start, folder) => {
  it("says in one sentence that the port asked for is taken", async () => {
    const { server, port } = await holdPort();
    try {
      await failsWith(start("--port", String(port), "--rpc-port", String(await freePort())), String(port));
    } finally {
      server.close();
    }
  });

  it("says in one sentence that the data directory cannot be written", async () => {
    const file = join(folder(), "data", "a-file");
    await writeFile(file, "");
    const ports = ["--port", String(await freePort()), "--rpc-port", String(await freePort())];
    await failsWith(start(...ports, "--data", join(file, "local")), file);
  });

  it("mends a broken installation by itself", async () => {
    await rm(join(folder(), "node_modules", "hardhat"), { recursive: true });
    const stack = start("--port", String(await freePort()), "--rpc-port", String(await freePort()));
    await answersWithDemo(stack, folder());
    expect(stack.output).to.contain("node_modules/hardhat is missing");
    await stopsOnCtrlC(stack);
  });
});
