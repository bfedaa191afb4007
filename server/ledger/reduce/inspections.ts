import { nameOf } from "../codes/code.ts";
import { INSPECTION_KINDS, INSPECTION_RESULTS } from "../codes/supervision.ts";
import { unpackDossierId } from "../dossiers.ts";
import type { EventName } from "../events.ts";
import { ZERO_BYTES32 } from "../hex.ts";
import { unpackPilotId } from "../ids.ts";
import { digestOrNull, type Handlers, recordedBy } from "./handler.ts";
import { dossierKey } from "./passages.ts";

/** Inspections (监督检查). */
export const inspectionHandlers: Handlers<Extract<EventName, `Inspection${string}`>> = {
  InspectionOpened: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = unpackDossierId(args.inspection);
      draft.put("inspection", code, {
        code,
        pilot: unpackPilotId(subject),
        kind: nameOf(INSPECTION_KINDS, args.kind),
        draw: args.draw === ZERO_BYTES32 ? null : unpackDossierId(args.draw),
        inspectors: args.inspectors,
        planDigest: digestOrNull(args.documentDigest),
        conclusion: null,
        ...recordedBy(draft.provenance),
      });
    },
  },
  InspectionConcluded: {
    reads: ({ args }) => [dossierKey("inspection", args.inspection)],
    apply: ({ args, actor, origin }, draft) =>
      draft.update("inspection", unpackDossierId(args.inspection), {
        conclusion: {
          result: nameOf(INSPECTION_RESULTS, args.result),
          at: origin.blockTime,
          by: actor,
          recordDigest: args.recordDigest,
        },
      }),
  },
};
