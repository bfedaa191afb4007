import { bitsOfNames, numberOf } from "../../../server/ledger/codes/code.ts";
import { EVIDENCE_KINDS } from "../../../server/ledger/codes/evidence.ts";
import { MILESTONE_KINDS } from "../../../server/ledger/codes/milestones.ts";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { pilotArgument, programmeArgument } from "../values/codes.ts";
import { type ApplicationFile, publicText } from "./schema.ts";

/** An application as the contract takes it. */
export function packedApplication(content: ApplicationFile, applicationDigest: Hex) {
  return {
    region: Number(content.region),
    field: asciiToHex(content.field, 3),
    programme: programmeArgument(content.programme).id,
    predecessor: content.predecessor === undefined ? ZERO_BYTES32 : pilotArgument(content.predecessor).id,
    budget: content.budget,
    applicationDigest,
    text: publicText(content),
  };
}

/** A plan as the contract takes it. */
export function packedPlan({ milestones }: ApplicationFile) {
  return milestones.map((milestone) => ({
    kind: numberOf(MILESTONE_KINDS, milestone.kind),
    mandatory: milestone.mandatory,
    weight: milestone.weight,
    dueAt: milestone.due,
    dependsOn: milestone.dependsOn.reduce((bits, number) => bits | (1 << number), 0),
    requiredEvidence: bitsOfNames(EVIDENCE_KINDS, milestone.evidence),
  }));
}
