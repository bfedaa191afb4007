import { asciiFromHex } from "../hex.ts";
import { parseProgrammeCode, unpackProgrammeId } from "../ids.ts";
import { bilingualOr, parseText } from "../text.ts";
import { type Handlers, ReduceError, recordedBy } from "./handler.ts";

/** Programmes and their windows. */
export const programmeHandlers: Handlers<"ProgrammeOpened" | "ProgrammeClosed"> = {
  ProgrammeOpened: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = unpackProgrammeId(subject);
      const parts = parseProgrammeCode(code);
      if (parts === undefined) throw new ReduceError("programme", code);
      draft.put("programme", code, {
        code,
        kind: parts.kind,
        year: parts.year,
        batch: parts.batch,
        opensAt: args.opensAt,
        closesAt: args.closesAt,
        ruleSetDigest: args.ruleSetDigest,
        templateDigest: args.templateDigest,
        title: bilingualOr(parseText(args.text)?.title, code),
        closedReason: null,
        ...recordedBy(draft.provenance),
      });
    },
  },
  ProgrammeClosed: {
    reads: ({ subject }) => [{ kind: "programme", id: unpackProgrammeId(subject) }],
    apply: ({ args, subject }, draft) =>
      draft.update("programme", unpackProgrammeId(subject), {
        closesAt: args.closesAt,
        closedReason: asciiFromHex(args.reason),
      }),
  },
};
