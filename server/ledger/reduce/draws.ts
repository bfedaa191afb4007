import { unpackDossierId } from "../dossiers.ts";
import { ZERO_BYTES32 } from "../hex.ts";
import { unpackProgrammeId } from "../ids.ts";
import { type Handlers, recordedBy } from "./handler.ts";
import { dossierKey, passage } from "./passages.ts";

/** Random draws (“双随机”抽取): a list is committed, then drawn from; one that was missed is named by the next. */
export const drawHandlers: Handlers<"DrawCommitted" | "DrawMade"> = {
  DrawCommitted: {
    reads: ({ args }) => (args.missed === ZERO_BYTES32 ? [] : [dossierKey("draw", args.missed)]),
    apply: ({ args, subject }, draft) => {
      const code = unpackDossierId(subject);
      const { region, programme, ...commitment } = args.commitment;
      const missed = args.missed === ZERO_BYTES32 ? null : unpackDossierId(args.missed);
      draft.put("draw", code, {
        code,
        region: String(region),
        programme: programme === ZERO_BYTES32 ? null : unpackProgrammeId(programme),
        ...commitment,
        seedBlock: args.seedBlock,
        state: "COMMITTED",
        missed,
        seed: null,
        chosen: null,
        states: [passage(draft, "COMMITTED")],
        ...recordedBy(draft.provenance),
      });
      if (missed === null) return;
      const { states } = draft.get("draw", missed);
      draft.update("draw", missed, {
        state: "MISSED",
        states: [...states, passage(draft, "MISSED", { reason: args.reason })],
      });
    },
  },
  DrawMade: {
    reads: ({ subject }) => [dossierKey("draw", subject)],
    apply: ({ args, subject }, draft) => {
      const code = unpackDossierId(subject);
      const { states } = draft.get("draw", code);
      draft.update("draw", code, { state: "DRAWN", ...args, states: [...states, passage(draft, "DRAWN")] });
    },
  },
};
