import { expect } from "chai";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import { AnsweringNode, blocks, failure, refuse } from "./answering-node.ts";

describe("a request over JSON-RPC", () => {
  const node = new AnsweringNode();
  before(() => node.start());
  beforeEach(() => node.reset());
  after(() => node.stop());

  it("tries again, ever later, while the node is overloaded, and then says so", async () => {
    let busy = 2;
    node.respond = () => (busy-- > 0 ? { status: 429, text: "slow down" } : undefined);
    expect((await node.source().head()).number).to.equal(9);
    expect(node.pauses).to.deep.equal([200, 400]);
    node.respond = () => ({ status: 503, text: "" });
    expect((await failure(node.source().head())).code).to.equal("RPC_OVERLOADED");
  });

  it("leaves a node alone as long as it asks, in seconds or until a time", async () => {
    for (const [asked, pause] of [
      ["7", 7_000],
      ["Thu, 01 Jan 1970 00:00:09 GMT", 9_000],
      ["soon", 200],
    ] as const) {
      node.pauses = [];
      let busy = 1;
      node.respond = () => (busy-- > 0 ? { status: 429, text: "", headers: { "retry-after": asked } } : undefined);
      await node.source().head();
      expect(node.pauses).to.deep.equal([pause]);
    }
  });

  it("lets whoever asks next wait as long as the node asked to be left alone", async () => {
    let busy = 1;
    node.respond = () => (busy-- > 0 ? { status: 429, text: "", headers: { "retry-after": "7" } } : undefined);
    const shared = node.source({ retries: 0 });
    expect((await failure(shared.head())).code).to.equal("RPC_OVERLOADED");
    expect(node.pauses).to.deep.equal([]);
    expect(await shared.chainId()).to.be.a("number");
    expect(node.pauses).to.deep.equal([7_000]);
  });

  it("waits when the node says inside JSON that it is asked too often", async () => {
    let busy = 1;
    node.answering("eth_getBlockByNumber", (message) =>
      busy-- > 0 ? refuse(-32_005, "daily request limit reached, rate limit exceeded") : blocks(message),
    );
    expect((await node.source().head()).number).to.equal(9);
    expect(node.pauses).to.deep.equal([200]);
  });

  it("says that a node did not answer in time", async () => {
    node.hang = true;
    expect((await failure(node.source().head())).code).to.equal("RPC_TIMEOUT");
  });

  it("ends a request when it is told to", async () => {
    node.hang = true;
    const controller = new AbortController();
    const request = node.source().head("latest", controller.signal);
    controller.abort(new Error("stopped"));
    expect((await failure(request)).message).to.equal("stopped");
  });

  const badFrames: [string, string][] = [
    ["no JSON", "<html>"],
    ["an answer to another request", '{"jsonrpc":"2.0","id":0,"result":"0x1"}'],
    ["neither result nor error", '{"jsonrpc":"2.0","id":1}'],
    ["a bare value", "7"],
  ];
  for (const [what, text] of badFrames) {
    it(`refuses ${what}`, async () => {
      node.respond = () => ({ text });
      expect((await failure(node.source().chainId())).code).to.equal("RPC_MALFORMED");
    });
  }

  it("never shows the path, the user or the password of its endpoint", async () => {
    const secret = node.url.replace("http://", "http://alice:s3cret@");
    const guarded = new JsonRpcSource({ url: `${secret}/v3/k3y?token=t0ken`, clock: node.clock });
    node.respond = () => ({ status: 401, text: "" });
    const errors = [await failure(guarded.head())];
    expect(node.authorizations.at(-1)).to.equal(`Basic ${Buffer.from("alice:s3cret").toString("base64")}`);
    node.respond = undefined;
    node.answering("eth_chainId", () => refuse(-32_000, `no project at /v3/k3y?token=t0ken for alice with s3cret`));
    errors.push(await failure(guarded.chainId()));
    const away = new JsonRpcSource({ url: "http://alice:s3cret@127.0.0.1:1/v3/k3y", clock: node.clock });
    errors.push(await failure(away.head()));
    errors.push(await failure(Promise.resolve().then(() => new JsonRpcSource({ url: "ftp://alice:s3cret@host/k3y" }))));
    for (const error of errors) expect(`${error.stack}`).not.to.match(/alice|s3cret|k3y|t0ken/);
    expect(errors[0]?.message).to.contain(node.url).and.contain("credentials");
    expect(errors[2]?.code).to.equal("RPC_UNREACHABLE");
  });
});
