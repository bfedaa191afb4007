/*
 * anchorEvidence
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with no document or more than 100
 * ├── it is refused with a document without a kind, an algorithm or a digest
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused for what the account anchored to the subject before, also in the same call
 * ├── it lets others anchor the same, and the account anchor it to another subject
 * └── it anchors each document, with an event of its own
 */
import { expect } from "chai";
import { anchorId } from "../../../server/ledger/anchor-id.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { deployWorld, digest, LEAD, NO_DIGEST, networkHelpers, type World } from "../fixture.ts";
import { type AnchorStruct, anchorOf, pilotIn } from "../journey.ts";
import { SHA256 } from "./scene.ts";

describe("anchorEvidence", () => {
  let world: World;
  let pilot: Hex;
  let lead: World["evidence"];

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    lead = world.evidence.connect(world.accounts.lead);
  });

  /** Anchors that differ in their digests. */
  const many = (count: number): AnchorStruct[] =>
    Array.from({ length: count }, (_, index) => {
      const anchor = anchorOf("OPERATIONAL_RECORD", 2);
      return { ...anchor, item: { ...anchor.item, digest: digest(`record ${index}`) } };
    });
  const itemWith = (item: Partial<AnchorStruct["item"]>): AnchorStruct => {
    const anchor = anchorOf("TEST_REPORT");
    return { ...anchor, item: { ...anchor.item, ...item } };
  };

  it("anchors each document, with an event of its own", async () => {
    const anchors = [anchorOf("TEST_REPORT"), anchorOf("USER_REPORT", 3)];
    const sent = lead.anchorEvidence(pilot, anchors);
    for (const { milestone, item, size, provenance } of anchors) {
      await expect(sent)
        .to.emit(lead, "EvidenceAnchored")
        .withArgs(
          pilot,
          world.accounts.lead.address,
          milestone,
          [item.kind, item.algorithm, item.digest],
          size,
          Object.values(provenance),
        );
    }
    const now = BigInt(await networkHelpers.time.latest());
    const { address } = world.accounts.lead;
    expect(await lead.anchoredAt(pilot, 0, address, SHA256, digest("TEST_REPORT"))).to.equal(now);
    expect(await lead.anchoredAt(pilot, 3, address, SHA256, digest("USER_REPORT"))).to.equal(now);
    expect(await lead.anchoredAt(pilot, 1, address, SHA256, digest("TEST_REPORT"))).to.equal(0n);
    const id = await lead.anchorId(pilot, 0, address, SHA256, digest("TEST_REPORT"));
    const key = { pilot, milestone: 0, algorithm: SHA256, digest: digest("TEST_REPORT") };
    expect(anchorId({ ...key, submitter: address as Address }), "as the server names it").to.equal(id);
    expect((await lead.evidenceOf(pilot, id)).submitter).to.equal(LEAD);
  });

  it("is refused for what the account anchored to the subject before, also in the same call", async () => {
    await lead.anchorEvidence(pilot, [anchorOf("TEST_REPORT")]);
    const anchoredAt = await networkHelpers.time.latest();
    await expect(lead.anchorEvidence(pilot, [anchorOf("USER_REPORT"), anchorOf("TEST_REPORT")]))
      .to.be.revertedWithCustomError(lead, "Evidence_AlreadyAnchored")
      .withArgs(1, digest("TEST_REPORT"), anchoredAt);
    await networkHelpers.time.setNextBlockTimestamp(anchoredAt + 100);
    await expect(lead.anchorEvidence(pilot, [anchorOf("USER_REPORT"), anchorOf("USER_REPORT")]))
      .to.be.revertedWithCustomError(lead, "Evidence_AlreadyAnchored")
      .withArgs(1, digest("USER_REPORT"), anchoredAt + 100);
  });

  it("lets others anchor the same, and the account anchor it to another subject", async () => {
    const { evidence, accounts } = world;
    await lead.anchorEvidence(pilot, [anchorOf("TEST_REPORT")]);
    await evidence.connect(accounts.party).anchorEvidence(pilot, [anchorOf("TEST_REPORT")]);
    await lead.anchorEvidence(pilot, [anchorOf("TEST_REPORT", 1), itemWith({ algorithm: 2 })]);
    await lead.anchorEvidence(await pilotIn(world, "APPLIED"), [anchorOf("TEST_REPORT")]);
  });

  it("is refused with no document or more than 100", async () => {
    for (const count of [0, 101]) {
      await expect(lead.anchorEvidence(pilot, many(count)))
        .to.be.revertedWithCustomError(lead, "Evidence_BatchLength")
        .withArgs(count, 100);
    }
    await lead.anchorEvidence(pilot, many(100));
  });

  it("is refused with a document without a kind, an algorithm or a digest", async () => {
    for (const broken of [{ kind: 0 }, { algorithm: 0 }, { digest: NO_DIGEST }]) {
      await expect(lead.anchorEvidence(pilot, [...many(2), itemWith(broken)]))
        .to.be.revertedWithCustomError(lead, "Evidence_ItemInvalid")
        .withArgs(2);
    }
  });

  it("is refused for a milestone that the plan does not have", async () => {
    await expect(lead.anchorEvidence(pilot, [anchorOf("TEST_REPORT", 3), anchorOf("TEST_REPORT", 4)]))
      .to.be.revertedWithCustomError(lead, "Evidence_MilestoneUnknown")
      .withArgs(1, 4);
  });
});
