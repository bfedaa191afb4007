/*
 * setField
 * ├── given a pause: pause.test.ts
 * ├── it is refused to everybody but the administrator
 * ├── it is refused for a code that is not three capitals
 * ├── it is refused with a text that is empty or longer than 4096 bytes
 * ├── it is refused for a sixty-fifth field
 * ├── it gives a field one index for good
 * └── it retires a field, in which nobody applies any more
 */
import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { field, HANGZHOU, named, textOf } from "../fixture.ts";
import { type AuthorityScene, authorityScene } from "./scene.ts";

const CODES = encodeBytes32String("CODES");
const AGRICULTURE = field("AGR");

describe("setField", () => {
  let scene: AuthorityScene;

  beforeEach(async () => {
    scene = await authorityScene();
  });

  const set = (code = AGRICULTURE, enabled = true, text = named("Agriculture")) =>
    scene.world.authority.setField(code, enabled, text);

  it("is refused to everybody but the administrator", () =>
    scene.refusesRegistrar(scene.as("registrar").setField(AGRICULTURE, true, named("Agriculture"))));

  it("is refused for a code that is not three capitals", () =>
    scene.refuses(set(field("ju1")), "Authority_MalformedField", field("ju1")));

  it("is refused with a text that is empty or longer than 4096 bytes", async () => {
    for (const length of [0, 4_097]) {
      await scene.refuses(set(AGRICULTURE, true, textOf(length)), "Authority_TextLength", length, 4_096);
    }
    await set(AGRICULTURE, true, textOf(4_096));
  });

  it("is refused for a sixty-fifth field", async () => {
    for (let index = 5; index < 64; index++) {
      await set(field(`X${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`));
    }
    await scene.refuses(set(field("ZZZ")), "Authority_TooManyFields");
    await set(field("GOV"), false);
  });

  it("gives a field one index for good", async () => {
    for (const [enabled, text] of [
      [true, named("Agriculture")],
      [false, named("Farming")],
    ] as const) {
      const said = [AGRICULTURE, 5, enabled, text];
      const act = set(AGRICULTURE, enabled, text);
      await scene.records(act, "FieldSet", CODES, scene.address("administrator"), ...said);
    }
    expect(Object.values(await scene.world.authority.fieldEntry(AGRICULTURE))).to.deep.equal([5n, true, false]);
  });

  it("retires a field, in which nobody applies any more", async () => {
    await set(field("JUD"), false);
    const asked = scene.world.authority.requireEnabled(HANGZHOU, field("JUD"));
    await scene.refuses(asked, "Authority_FieldNotEnabled", field("JUD"));
  });
});
