import { expect } from "chai";
import { startAnvil, startHardhatNode, type TestNode } from "./node.ts";

describe("nodes for tests", function () {
  this.timeout(60_000);

  for (const [name, start] of [
    ["Hardhat", () => startHardhatNode({ initialDate: "2019-03-01T00:00:00Z" })],
    ["anvil", () => startAnvil()],
  ] as const) {
    it(`${name} answers on its address until it is closed`, async () => {
      const node: TestNode = await start();
      expect(await chainId(node.url)).to.equal("0x7a69");
      await node.close();
      expect(await chainId(node.url).catch(() => "closed")).to.equal("closed");
    });
  }
});

async function chainId(url: string): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] }),
  });
  return ((await response.json()) as { result: unknown }).result;
}
