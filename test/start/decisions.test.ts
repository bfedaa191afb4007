import { expect } from "chai";
import { missingBindings, platformOf } from "../../scripts/development/lockfile.ts";
import { isStale } from "../../scripts/runtime/install-lock.mjs";
import { type InstallationFacts, reasonToInstall } from "../../scripts/runtime/installation.mjs";
import { PINNED_NODE, parseVersion, runsTypeScript } from "../../scripts/runtime/node-version.mjs";

describe("which Node runs TypeScript", () => {
  for (const version of ["v22.18.0", "22.19.3", "v23.6.0", "v24.0.0", "v25.1.0", "v24.1.0-nightly.1", PINNED_NODE]) {
    it(`${version} does`, () => expect(runsTypeScript(version)).to.equal(true));
  }
  for (const version of ["v18.19.0", "v20.20.2", "v22.13.0", "v22.17.9", "v23.5.0", "v9.0.0", "", "latest"]) {
    it(`"${version}" does not`, () => expect(runsTypeScript(version)).to.equal(false));
  }

  it("reads a version into numbers, so that 9 comes before 20", () => {
    expect(parseVersion("v9.10.11")).to.deep.equal([9, 10, 11]);
  });
});

describe("whether the dependencies must be installed", () => {
  const binding = { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"], libc: ["glibc"] };
  const wanted = { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/a-linux-x64": binding };
  const installed = { "node_modules/a": { version: "1.0.0" }, "node_modules/a-linux-x64": binding };
  const facts = (changes: Partial<InstallationFacts>): InstallationFacts => ({
    wanted,
    installed,
    present: () => true,
    stamp: undefined,
    fingerprint: "now",
    platform: "linux",
    arch: "x64",
    libc: "glibc",
    ...changes,
  });

  it("not when npm itself has installed what the lockfile names", () => {
    expect(reasonToInstall(facts({}))).to.equal(undefined);
  });

  it("when nothing is installed", () => {
    expect(reasonToInstall(facts({ installed: undefined }))).to.match(/not installed yet/);
  });

  it("when a package is gone, stamped or not", () => {
    const present = (folder: string) => folder !== "node_modules/a";
    expect(reasonToInstall(facts({ present, stamp: "now" }))).to.match(/node_modules\/a is missing/);
  });

  it("when the lockfile names another version", () => {
    const changed = { ...wanted, "node_modules/a": { version: "2.0.0" } };
    expect(reasonToInstall(facts({ wanted: changed, stamp: "before" }))).to.match(/not the version/);
  });

  it("when the lockfile names a package more, or one fewer", () => {
    const more = { ...wanted, "node_modules/b": { version: "1.0.0" } };
    expect(reasonToInstall(facts({ wanted: more }))).to.match(/node_modules\/b is not installed/);
    expect(reasonToInstall(facts({ installed: more }))).to.match(/no longer/);
  });

  it("when npm under an old Node left out the binding of this platform", () => {
    const without = { "node_modules/a": { version: "1.0.0" } };
    expect(reasonToInstall(facts({ installed: without }))).to.match(/too old/);
  });

  it("not when a binding of another platform is left out", () => {
    const without = { "node_modules/a": { version: "1.0.0" } };
    for (const other of [{ arch: "arm64" }, { platform: "darwin" }, { libc: "musl" }]) {
      expect(reasonToInstall(facts({ installed: without, ...other }))).to.equal(undefined);
    }
  });

  it("not again for what a whole installation could not get", () => {
    const without = { "node_modules/a": { version: "1.0.0" } };
    expect(reasonToInstall(facts({ installed: without, stamp: "now" }))).to.equal(undefined);
  });
});

describe("whether the lock of an installation was left behind", () => {
  it("not while its holder lives", () => expect(isStale({ pid: 10, ageMs: 5 }, 11, true)).to.equal(false));
  it("when its holder has ended", () => expect(isStale({ pid: 10, ageMs: 5 }, 11, false)).to.equal(true));
  it("when it carries our own number", () => expect(isStale({ pid: 11, ageMs: 5 }, 11, true)).to.equal(true));
  it("when it is older than any installation", () => expect(isStale({ pid: 10, ageMs: 1e8 }, 11, true)).to.equal(true));
});

describe("a lockfile made where only one platform's packages are served", () => {
  it("gets back the bindings of the others", () => {
    const parent = { dev: true, optionalDependencies: { "x-linux-x64-gnu": "1.2.3", "x-darwin-arm64": "1.2.3" } };
    const known = { version: "1.2.3", optional: true };
    const packages = { "node_modules/x": parent, "node_modules/x-linux-x64-gnu": known };
    expect(missingBindings({ packages })).to.deep.equal({
      "node_modules/x-darwin-arm64": { version: "1.2.3", dev: true, optional: true, os: ["darwin"], cpu: ["arm64"] },
    });
  });

  it("reads the platform out of a name, or none where there is none", () => {
    expect(platformOf("@a/b-linux-arm-musleabihf")).to.deep.equal({ os: ["linux"], cpu: ["arm"], libc: ["musl"] });
    expect(platformOf("@a/b-win32-amd64")).to.deep.equal({ os: ["win32"], cpu: ["x64"] });
    expect(platformOf("fsevents")).to.equal(undefined);
  });
});
