import { expect } from "chai";
import { type HDNodeWallet, Wallet } from "ethers";
import { SiweMessage } from "siwe";
import type { Role } from "../../server/ledger/codes/authority.ts";
import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import { LEADS } from "../support/random-ledger.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

const EVERY_FIELD = 2n ** 64n - 1n;

describe("sign-in with an account of the ledger", () => {
  let server: TestServer;
  let wallet: HDNodeWallet;
  beforeEach(async () => {
    wallet = Wallet.createRandom();
    server = await new TestServer(assigned(smallLedger(), wallet, "INSPECTOR", 330_100)).start();
    server.now = 1_700_000_000;
  });
  afterEach(() => server.stop());

  const post = (path: string, content: object) => server.get(path, { method: "POST", token: null, content });
  const challenge = async (address = wallet.address) => {
    const { body } = await post("/v1/sign-in/challenge", { address });
    return String(body.message);
  };
  const signIn = async (message: string, signer: { signMessage: (text: string) => Promise<string> } = wallet) =>
    post("/v1/sign-in", { message, signature: await signer.signMessage(message) });
  const tokenOf = async () => String((await signIn(await challenge())).body.token);
  const expectRefused = (answer: { status: number; body: { code?: unknown } }) =>
    expect([answer.status, answer.body.code]).to.deep.equal([401, "SIGN_IN_REFUSED"]);

  it("gives a message of EIP-4361 that names domain, address, chain, nonce and expiry", async () => {
    const parsed = new SiweMessage(await challenge(wallet.address.toLowerCase()));
    expect(parsed).to.include({
      domain: new URL(server.url).host,
      address: wallet.address,
      uri: server.url,
      version: "1",
      chainId: 31_337,
      issuedAt: "2023-11-14T22:13:20.000Z",
      expirationTime: "2023-11-14T22:18:20.000Z",
    });
    expect(parsed.nonce).to.match(/^[0-9a-f]{32}$/);
  });

  it("gives a session that may what the account's roles may, where they may", async () => {
    const { status, body } = await signIn(await challenge());
    expect(status).to.equal(200);
    expect(body).to.deep.include({
      address: wallet.address,
      grants: [{ scopes: ["pilots", "supervision", "statistics"], region: "330100", fields: null }],
      expiresAt: server.now + 8 * 3_600,
    });
    const pilots = await server.get("/v1/pilots", { token: String(body.token) });
    expect(pilots.body.jurisdiction).to.deep.equal([{ region: "330100", fields: null }]);
    expect((await server.get("/v1/audit/access-log", { token: String(body.token) })).body.code).to.equal(
      "INSUFFICIENT_SCOPE",
    );
    expect(server.kept.map(({ who }) => who)).to.deep.include({
      kind: "account",
      id: wallet.address,
      name: wallet.address,
    });
  });

  it("gives an auditor of the whole province the whole ledger, and others the fields of their role", async () => {
    server.ledger = assigned(smallLedger(), wallet, "AUDITOR", 330_000);
    const { body } = await signIn(await challenge());
    expect(body.grants).to.deep.equal([
      { scopes: ["pilots", "supervision", "statistics", "audit"], region: null, fields: null },
    ]);
    server.ledger = assigned(smallLedger(), wallet, "STATISTICIAN", 330_000, 0b101n);
    const { body: second } = await signIn(await challenge());
    expect(second.grants).to.deep.equal([{ scopes: ["pilots", "statistics"], region: null, fields: ["ECO", "JUD"] }]);
  });

  it("takes a message once, in time, unaltered, and signed by its account alone", async () => {
    const message = await challenge();
    expect((await signIn(message)).status).to.equal(200);
    expectRefused(await signIn(message));
    expectRefused(await signIn(await challenge(), Wallet.createRandom()));
    expectRefused(await signIn((await challenge()).replace("Chain ID: 31337", "Chain ID: 1")));
    expectRefused(await signIn((await challenge()).replace("127.0.0.1", "evil.example")));
    expectRefused(await signIn("a message of one's own"));
    const late = await challenge();
    server.now += 301;
    expectRefused(await signIn(late));
    const signature = await wallet.signMessage(await challenge());
    expectRefused(await post("/v1/sign-in", { message: await challenge(), signature }));
  });

  it("is refused to who has no role that reads", async () => {
    for (const ledger of [smallLedger(), assigned(smallLedger(), wallet, "WITNESS", 330_100)]) {
      server.ledger = ledger;
      expectRefused(await signIn(await challenge()));
    }
  });

  it("ends with the session's time", async () => {
    const token = await tokenOf();
    server.now += 8 * 3_600;
    expect((await server.get("/v1/pilots", { token })).body.code).to.equal("TOKEN_EXPIRED");
  });

  const endings: readonly (readonly [string, (ledger: SyntheticLedger) => unknown])[] = [
    [
      "the role is withdrawn",
      (ledger) => ledger.emit("RoleWithdrawn", subjectOf(wallet), { role: asciiToHex("INSPECTOR", 32) }),
    ],
    [
      "the account is revoked",
      (ledger) =>
        ledger.emit("AccountRevoked", packUscc(LEADS[0]), { account: addressOf(wallet), reason: ZERO_BYTES32 }),
    ],
    [
      "its key is reported as lost",
      (ledger) => ledger.emit("KeyCompromiseReported", packUscc(LEADS[0]), { account: addressOf(wallet), lostAt: 1 }),
    ],
    [
      "its organisation is suspended",
      (ledger) => ledger.emit("OrganisationStatusChanged", packUscc(LEADS[0]), { status: 2, reason: ZERO_BYTES32 }),
    ],
  ];
  for (const [what, happen] of endings) {
    it(`ends with the block in which ${what}`, async () => {
      const token = await tokenOf();
      expect((await server.get("/v1/pilots", { token })).status).to.equal(200);
      const { ledger } = server;
      if (ledger !== undefined) happen(ledger);
      const { status, body } = await server.get("/v1/pilots", { token });
      expect([status, body.code]).to.deep.equal([401, "TOKEN_REVOKED"]);
      expectRefused(await signIn(await challenge()));
    });
  }

  it("shows no secret in a log", async () => {
    const token = await tokenOf();
    await server.get("/v1/pilots", { token });
    expect(server.log + JSON.stringify(server.kept)).not.to.include(token);
  });

  it("is not shaken by many messages that are asked for and never signed", async () => {
    const message = await challenge();
    server.now += 299;
    for (let asked = 0; asked < 50; asked++) await challenge();
    expect((await signIn(message)).status).to.equal(200);
  });
});

/** A ledger in which an account of an organisation holds a role. */
function assigned(
  ledger: SyntheticLedger,
  wallet: HDNodeWallet,
  role: Role,
  region: number,
  fields = EVERY_FIELD,
): SyntheticLedger {
  ledger.emit("AccountBound", packUscc(LEADS[0]), { account: addressOf(wallet) });
  return ledger.emit("RoleAssigned", subjectOf(wallet), { role: asciiToHex(role, 32), region, fields });
}

function addressOf({ address }: HDNodeWallet): Address {
  return address as Address;
}

function subjectOf({ address }: HDNodeWallet): Hex {
  return `0x${address.slice(2).toLowerCase().padStart(64, "0")}`;
}
