import { nameOf } from "../codes/code.ts";
import { DIGEST_ALGORITHMS, type DigestAlgorithm } from "../codes/evidence.ts";
import { BULLETIN_PARTS } from "../codes/statistics.ts";
import { asciiFromHex, type Hex } from "../hex.ts";
import type { RecordKey } from "../records.ts";
import { parseBulletinCode, unpackBulletinId } from "../statistics-ids.ts";
import { bilingual, bilingualOr, parseText } from "../text.ts";
import { unpackUscc } from "../uscc.ts";
import { type Handlers, ReduceError, recordedBy } from "./handler.ts";

type BulletinEvents =
  | "BulletinDrafted"
  | "BulletinFileAnchored"
  | "BulletinCosigned"
  | "BulletinPublished"
  | "BulletinSuperseded";

/** Bulletins and their signatures. */
export const bulletinHandlers: Handlers<BulletinEvents> = {
  BulletinDrafted: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const code = unpackBulletinId(subject);
      const parts = parseBulletinCode(code);
      if (parts === undefined) throw new ReduceError("bulletin", code);
      const text = parseText(args.text);
      draft.put("bulletin", code, {
        code,
        ...parts,
        title: bilingualOr(text?.title, code),
        scope: bilingual(text?.scope),
        state: "DRAFTED",
        issuers: args.issuers.map((issuer) => ({ organisation: unpackUscc(issuer), signedAt: null, signedBy: null })),
        threshold: args.threshold,
        asOfBlock: Number(args.asOfBlock),
        asOfBlockHash: args.asOfBlockHash,
        hashChecked: args.hashChecked,
        files: [],
        publishedAt: null,
        supersededBy: null,
        supersededReason: null,
        ...recordedBy(draft.provenance),
      });
    },
  },
  BulletinFileAnchored: {
    reads: ({ subject }) => bulletinKey(subject),
    apply: ({ args, subject }, draft) => {
      const code = unpackBulletinId(subject);
      const { files } = draft.get("bulletin", code);
      const { algorithm, digest, size } = args.file;
      const file = {
        part: nameOf(BULLETIN_PARTS, args.part),
        algorithm: nameOf(DIGEST_ALGORITHMS, algorithm) as DigestAlgorithm,
        digest,
        size: size.toString(),
      };
      draft.update("bulletin", code, { files: [...files, file] });
    },
  },
  BulletinCosigned: {
    reads: ({ subject }) => bulletinKey(subject),
    apply: ({ args, subject, actor, origin }, draft) => {
      const code = unpackBulletinId(subject);
      const { issuers, state, threshold } = draft.get("bulletin", code);
      const signer = unpackUscc(args.organisation);
      draft.update("bulletin", code, {
        state: args.signatures >= threshold ? "COSIGNED" : state,
        issuers: issuers.map((issuer) =>
          issuer.organisation === signer ? { ...issuer, signedAt: origin.blockTime, signedBy: actor } : issuer,
        ),
      });
    },
  },
  BulletinPublished: {
    reads: ({ subject }) => bulletinKey(subject),
    apply: ({ subject, origin }, draft) =>
      draft.update("bulletin", unpackBulletinId(subject), { state: "PUBLISHED", publishedAt: origin.blockTime }),
  },
  BulletinSuperseded: {
    reads: ({ subject }) => bulletinKey(subject),
    apply: ({ args, subject }, draft) =>
      draft.update("bulletin", unpackBulletinId(subject), {
        state: "SUPERSEDED",
        supersededBy: unpackBulletinId(args.successor),
        supersededReason: asciiFromHex(args.reason),
      }),
  },
};

function bulletinKey(subject: Hex): RecordKey[] {
  return [{ kind: "bulletin", id: unpackBulletinId(subject) }];
}
