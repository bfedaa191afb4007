/*
 * anchorBatch
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a kind, an algorithm or a root
 * ├── it is refused without records
 * ├── it is refused without the list of its records
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused for a root that the account anchored to the subject before, and to nobody else
 * ├── it anchors all records as one, with one event
 * ├── it names the batch as the server does, and never as a document
 * └── given a proof of one of its records: verifyInBatch
 *     ├── it proves each of the records, for even and odd numbers of them
 *     ├── it proves nothing else
 *     ├── it takes no inner node, and no root, for a record
 *     └── it proves no record past their number
 */
import { expect } from "chai";
import { concat, keccak256, ZeroHash } from "ethers";
import { batchId } from "../../../server/ledger/anchor-id.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { evidenceLeaf, merkleTree } from "../../../server/ledger/merkle.ts";
import { deployWorld, digest, LEAD, NO_DIGEST, networkHelpers, type World } from "../fixture.ts";
import { type EvidenceBatchStruct, evidenceBatchOf, pilotIn } from "../journey.ts";
import { SHA256, SM3 } from "./scene.ts";

describe("anchorBatch", () => {
  let world: World;
  let pilot: Hex;
  let lead: World["evidence"];
  let submitter: Address;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    lead = world.evidence.connect(world.accounts.lead);
    submitter = world.accounts.lead.address as Address;
  });

  const record = (index: number): Hex => digest(`record ${index}`);
  const treeOf = (count: number) =>
    merkleTree(Array.from({ length: count }, (_, index) => evidenceLeaf(SHA256, record(index), index)));
  const anchor = (root: Hex, changes: Partial<EvidenceBatchStruct> = {}) =>
    lead.anchorBatch(pilot, { ...evidenceBatchOf(root), ...changes });
  const verify = (digestOf: Hex, index: number, proof: readonly Hex[], algorithm = SHA256, milestone = 0) =>
    lead.verifyInBatch(pilot, milestone, submitter, algorithm, digestOf, index, [...proof]);

  it("anchors all records as one, with one event", async () => {
    const { root } = treeOf(5);
    const batch = evidenceBatchOf(root, 5);
    await expect(anchor(root, { itemCount: 5 }))
      .to.emit(lead, "EvidenceBatchAnchored")
      .withArgs(
        pilot,
        submitter,
        0,
        batch.kind,
        SHA256,
        5,
        root,
        batch.manifestDigest,
        Object.values(batch.provenance),
      );
    const entry = await lead.evidenceOf(pilot, await lead.batchId(pilot, 0, submitter, SHA256, root));
    expect([entry.submitter, entry.itemCount, entry.superseded]).to.deep.equal([LEAD, 5n, false]);
  });

  it("proves each of the records, for even and odd numbers of them", async () => {
    for (const count of [1, 2, 3, 7, 8, 13]) {
      const tree = treeOf(count);
      await anchor(tree.root, { itemCount: count });
      const now = BigInt(await networkHelpers.time.latest());
      for (let index = 0; index < count; index++) {
        expect(await verify(record(index), index, tree.proofOf(index)), `${index} of ${count}`).to.equal(now);
      }
    }
  });

  it("proves nothing else", async () => {
    const tree = treeOf(7);
    await anchor(tree.root, { itemCount: 7 });
    const proof = tree.proofOf(2);
    const [first = ZeroHash, ...rest] = proof;
    for (const [what, answer] of [
      ["another record", verify(record(3), 2, proof)],
      ["another index", verify(record(2), 3, proof)],
      ["another algorithm", verify(record(2), 2, proof, SM3)],
      ["another milestone", verify(record(2), 2, proof, SHA256, 1)],
      ["a shorter path", verify(record(2), 2, rest as Hex[])],
      ["a longer path", verify(record(2), 2, [...proof, first as Hex])],
      [
        "another submitter",
        world.evidence.verifyInBatch(pilot, 0, world.accounts.party.address, SHA256, record(2), 2, proof),
      ],
      [
        "another pilot",
        world.evidence.verifyInBatch(await pilotIn(world, "ACTIVE"), 0, submitter, SHA256, record(2), 2, proof),
      ],
    ] as const) {
      expect(await answer, what).to.equal(0n);
    }
    expect(await verify(record(2), 2, proof)).not.to.equal(0n);
  });

  it("takes no inner node, and no root, for a record", async () => {
    const tree = treeOf(4);
    await anchor(tree.root, { itemCount: 4 });
    const leaves = [0, 1].map((index) => evidenceLeaf(SHA256, record(index), index));
    const [left = "0x", right = "0x"] = leaves.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    const node = keccak256(concat([left, right])) as Hex;
    const sibling = tree.proofOf(0).at(-1) ?? "0x";
    for (const index of [0, 1]) {
      expect(await verify(node, index, [sibling])).to.equal(0n);
      expect(await verify(tree.root, index, [])).to.equal(0n);
    }
  });

  it("proves no record past their number", async () => {
    const tree = treeOf(4);
    await anchor(tree.root, { itemCount: 3 });
    expect(await verify(record(2), 2, tree.proofOf(2))).not.to.equal(0n);
    expect(await verify(record(3), 3, tree.proofOf(3))).to.equal(0n);
  });

  it("names the batch as the server does, and never as a document", async () => {
    const root = digest("root");
    await anchor(root);
    const id = await lead.batchId(pilot, 0, submitter, SHA256, root);
    expect(batchId({ pilot, milestone: 0, submitter, algorithm: SHA256, digest: root })).to.equal(id);
    expect(await lead.anchorId(pilot, 0, submitter, SHA256, root)).not.to.equal(id);
    expect(await lead.anchoredAt(pilot, 0, submitter, SHA256, root)).to.equal(0n);
  });

  it("is refused for a root that the account anchored to the subject before, and to nobody else", async () => {
    const root = digest("root");
    await anchor(root);
    const anchoredAt = await networkHelpers.time.latest();
    await expect(anchor(root, { itemCount: 2 }))
      .to.be.revertedWithCustomError(lead, "Evidence_AlreadyAnchored")
      .withArgs(0, root, anchoredAt);
    await anchor(root, { milestone: 1 });
    await world.evidence.connect(world.accounts.party).anchorBatch(pilot, evidenceBatchOf(root));
  });

  it("is refused without a kind, an algorithm or a root", async () => {
    for (const broken of [{ kind: 0 }, { algorithm: 0 }, { root: NO_DIGEST }]) {
      await expect(anchor(digest("root"), broken))
        .to.be.revertedWithCustomError(lead, "Evidence_ItemInvalid")
        .withArgs(0);
    }
  });

  it("is refused without records", () =>
    expect(anchor(digest("root"), { itemCount: 0 })).to.be.revertedWithCustomError(lead, "Evidence_BatchEmpty"));

  it("is refused without the list of its records", () =>
    expect(anchor(digest("root"), { manifestDigest: NO_DIGEST })).to.be.revertedWithCustomError(
      lead,
      "Pilots_DigestRequired",
    ));

  it("is refused for a milestone that the plan does not have", () =>
    expect(anchor(digest("root"), { milestone: 4 }))
      .to.be.revertedWithCustomError(lead, "Evidence_MilestoneUnknown")
      .withArgs(0, 4));
});
