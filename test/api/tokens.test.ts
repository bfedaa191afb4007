import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { tokenFileIn } from "../../scripts/serve/data-directory.ts";
import { tokenCommand } from "../../scripts/serve/token-command.ts";
import type { Grant } from "../../server/api/access/principal.ts";
import { createToken, listTokens, revokeToken, TokenFileError } from "../../server/api/access/token-file.ts";
import { tokenVerifier } from "../../server/api/access/token-verifier.ts";

const NOW = 1_700_000_000;
const GRANT: Grant = { scopes: ["pilots", "statistics"], region: "330100", fields: ["GOV"] };

describe("access tokens", () => {
  let directory: string;
  let file: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "tokens-"));
    file = join(directory, "serve", "tokens.json");
  });
  afterEach(() => rm(directory, { recursive: true }));

  const create = (name = "审计处", expiresAt: number | null = null) =>
    createToken(file, { name, grant: GRANT, expiresAt, now: NOW });

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
    const verifier = tokenVerifier(file);
    const { token: lasting, entry } = await create();
    const { token: passing } = await create("借调", NOW + 60);
    expect(await verifier.verify(lasting, NOW)).to.deep.equal({
      kind: "token",
      id: entry.id,
      name: "审计处",
      grants: [GRANT],
    });
    expect(await verifier.verify(passing, NOW + 59)).to.have.property("name", "借调");
    expect(await verifier.verify(passing, NOW + 60)).to.equal("EXPIRED");
    await revokeToken(file, { id: entry.id, now: NOW + 5 });
    expect(await verifier.verify(lasting, NOW)).to.equal("REVOKED");
    expect(await revokeToken(file, { id: entry.id, now: NOW + 9 })).to.have.property("revokedAt", NOW + 5);
  });

  it("are refused with a wrong secret, another's id or another form, whatever else is true of them", async () => {
    const verifier = tokenVerifier(file);
    const [{ token: one, entry }, { token: other }] = [await create(), await create()];
    await revokeToken(file, { id: entry.id, now: NOW });
    const wrong = [
      `${one.slice(0, -2)}${one.endsWith("AA") ? "BA" : "AA"}`,
      one.slice(0, 13) + other.slice(13),
      `plt_aaaaaaaa_${"A".repeat(43)}`,
      `plt_${one.slice(4).toUpperCase()}`,
      `${one} `,
      `plt_${one.slice(12)}`,
    ];
    for (const token of wrong) expect(await verifier.verify(token, NOW), token).to.equal("INVALID");
  });

  it("are none of its business when they do not look like its tokens", async () => {
    const verifier = tokenVerifier(file);
    for (const other of ["", "pls_x", "a.b.c"]) expect(await verifier.verify(other, NOW)).to.equal(undefined);
  });

  it("are all kept when many are made and revoked at once", async () => {
    const made = await Promise.all(Array.from({ length: 12 }, (_, number) => create(String(number))));
    await Promise.all(made.slice(6).map(({ entry }) => revokeToken(file, { id: entry.id, now: NOW })));
    const kept = await listTokens(file);
    expect(kept.map(({ id }) => id)).to.have.members(made.map(({ entry }) => entry.id));
    expect(kept.filter(({ revokedAt }) => revokedAt === NOW)).to.have.length(6);
    expect(await readdir(join(directory, "serve"))).to.deep.equal(["tokens.json"]);
  });

  it("are made by a command, for a region with its fields or for the whole ledger", async () => {
    const made: string[] = [];
    const { log, error } = console;
    console.log = (text: string) => void made.push(text);
    console.error = () => undefined;
    try {
      for (const where of [
        ["--region", "whole"],
        ["--region", "330100", "--fields", "GOV,jud"],
      ]) {
        const args = ["create", "--name", "audit office", "--scopes", "pilots,webhooks", ...where, "--data", directory];
        await tokenCommand(directory).parseAsync(args, { from: "user" });
      }
    } finally {
      Object.assign(console, { log, error });
    }
    const verifier = tokenVerifier(tokenFileIn(directory));
    const grants = [];
    for (const token of made) {
      const verdict = await verifier.verify(token, NOW);
      grants.push(typeof verdict === "object" ? verdict.grants[0] : verdict);
    }
    const scopes = ["pilots", "webhooks"];
    expect(grants).to.deep.equal([
      { scopes, region: null, fields: null },
      { scopes, region: "330100", fields: ["GOV", "JUD"] },
    ]);
  });

  it("of an earlier version, which said nothing of what they may read, are not taken", async () => {
    await create();
    await writeFile(file, '{"version":1,"tokens":[]}');
    const error = await listTokens(file).catch((cause: unknown) => cause);
    expect(error).to.be.instanceOf(TokenFileError).with.property("code", "TOKEN_FILE_INVALID");
  });

  it("are all refused while there is no file", async () => {
    const { token } = await create();
    await rm(file);
    expect(await tokenVerifier(file).verify(token, NOW)).to.equal("INVALID");
  });

  it("stop the verifier, rather than pass, when their file is damaged", async () => {
    const verifier = tokenVerifier(file);
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
