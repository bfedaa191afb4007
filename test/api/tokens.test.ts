import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createToken, listTokens, revokeToken, TokenFileError } from "../../server/api/access/token-file.ts";
import { loadVerifier } from "../../server/api/access/verifier.ts";

const NOW = 1_700_000_000;

describe("access tokens", () => {
  let directory: string;
  let file: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "tokens-"));
    file = join(directory, "serve", "tokens.json");
  });
  afterEach(() => rm(directory, { recursive: true }));

  const create = (name = "审计处", expiresAt: number | null = null) => createToken(file, { name, expiresAt, now: NOW });

  it("are shown once, and only their digest is kept, readable by the owner alone", async () => {
    const { token, entry } = await create();
    expect(token).to.match(/^plt_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/);
    const secret = token.slice("plt_12345678_".length);
    expect(await readFile(file, "utf8")).not.to.include(secret);
    expect(await listTokens(file)).to.deep.equal([entry]);
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await readdir(join(directory, "serve"))).to.deep.equal(["tokens.json"]);
  });

  it("are accepted until they expire or are revoked, which is seen at once", async () => {
    const verifier = loadVerifier(file);
    const { token: lasting, entry } = await create();
    const { token: passing } = await create("借调", NOW + 60);
    expect(await verifier.verify(lasting, NOW)).to.deep.equal(entry);
    expect(await verifier.verify(passing, NOW + 59)).to.have.property("name", "借调");
    expect(await verifier.verify(passing, NOW + 60)).to.equal("EXPIRED");
    await revokeToken(file, { id: entry.id, now: NOW + 5 });
    expect(await verifier.verify(lasting, NOW)).to.equal("REVOKED");
    expect(await revokeToken(file, { id: entry.id, now: NOW + 9 })).to.have.property("revokedAt", NOW + 5);
  });

  it("are refused with a wrong secret, another's id or another form, whatever else is true of them", async () => {
    const verifier = loadVerifier(file);
    const [{ token: one, entry }, { token: other }] = [await create(), await create()];
    await revokeToken(file, { id: entry.id, now: NOW });
    const wrong = [
      `${one.slice(0, -2)}${one.endsWith("AA") ? "BA" : "AA"}`,
      one.slice(0, 13) + other.slice(13),
      `plt_aaaaaaaa_${"A".repeat(43)}`,
      one.toUpperCase(),
      `${one} `,
      one.slice(4),
      "",
    ];
    for (const token of wrong) expect(await verifier.verify(token, NOW), token).to.equal("INVALID");
  });

  it("are all refused while there is no file", async () => {
    const { token } = await create();
    await rm(file);
    expect(await loadVerifier(file).verify(token, NOW)).to.equal("INVALID");
  });

  it("stop the verifier, rather than pass, when their file is damaged", async () => {
    const verifier = loadVerifier(file);
    const { token } = await create();
    expect(await verifier.verify(token, NOW)).to.have.property("id");
    await writeFile(file, '{"version":1,"tokens":[{"id":"');
    const error = await verifier.verify(token, NOW).catch((cause: unknown) => cause);
    expect(error).to.be.instanceOf(TokenFileError).with.property("code", "TOKEN_FILE_INVALID");
  });

  it("that do not exist cannot be revoked", async () => {
    const error = await revokeToken(file, { id: "aaaaaaaa", now: NOW }).catch((cause: unknown) => cause);
    expect(error).to.be.instanceOf(TokenFileError).with.property("code", "TOKEN_UNKNOWN");
  });
});
