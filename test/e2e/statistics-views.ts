import { AbiCoder, type Contract, keccak256 } from "ethers";
import { numberOf } from "../../server/ledger/codes/code.ts";
import {
  BULLETIN_STATES,
  EVALUATION_STATES,
  EVALUATOR_SEATS,
  INDICATOR_DIRECTIONS,
  ISSUER_SEATS,
  MEMBERSHIP_STATES,
  REPORT_STATES,
} from "../../server/ledger/codes/statistics.ts";
import { asciiToHex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import {
  packBulletinId,
  packEvaluationId,
  packIndicatorId,
  packPeriod,
  parseIndicatorCode,
} from "../../server/ledger/statistics-ids.ts";
import type {
  BulletinRecord,
  EvaluationRecord,
  FigureRecord,
  IndicatorRecord,
  MembershipRecord,
  PoolRecord,
} from "../../server/ledger/statistics-records.ts";
import { packUscc } from "../../server/ledger/uscc.ts";
import type { ExpectedView } from "./views.ts";

/** Makes the call of one view with the answer it should give. */
type Ask = (contract: Contract, view: string, args: readonly unknown[], expected: unknown) => ExpectedView;

const NOBODY = `0x${"00".repeat(20)}`;

/** The views of the statistics ledger that tell of one record, with the answers the records imply. */
export function statisticsViews(ledger: Contract, ask: Ask) {
  return {
    indicator: (record: IndicatorRecord) => [
      ask(ledger, "indicatorOf", [indicatorId(record.code)], {
        region: BigInt(record.region),
        direction: BigInt(numberOf(INDICATOR_DIRECTIONS, record.direction)),
        scale: BigInt(record.scale),
        validFrom: BigInt(packPeriod(record.validFrom)),
        validTo: BigInt(record.validTo === null ? 0 : packPeriod(record.validTo)),
        unit: asciiToHex(record.unit, 16),
      }),
    ],
    figure: (record: FigureRecord) => {
      const key = [indicatorId(record.indicator), record.region, packPeriod(record.period)];
      const target = record.targets.at(-1);
      const report = record.reports.at(-1);
      return [
        ask(ledger, "targetOf", key, {
          value: BigInt(target?.value ?? 0),
          revision: BigInt(record.targets.length),
          setAt: BigInt(target?.setAt ?? 0),
        }),
        ask(ledger, "reportOf", key, {
          reporter: report?.reporter ?? NOBODY,
          state: BigInt(numberOf(REPORT_STATES, report?.state ?? "NONE")),
          revision: BigInt(record.reports.length),
          reportedAt: BigInt(report?.reportedAt ?? 0),
        }),
      ];
    },
    bulletin: (record: BulletinRecord) => {
      const id = packBulletinId(record);
      return [
        ask(ledger, "bulletinOf", [id], {
          state: BigInt(numberOf(BULLETIN_STATES, record.state)),
          issuers: BigInt(record.issuers.length),
          threshold: BigInt(record.threshold),
          signatures: BigInt(record.issuers.filter((issuer) => issuer.signedAt !== null).length),
          publishedAt: BigInt(record.publishedAt ?? 0),
          asOfBlock: BigInt(record.asOfBlock),
          documentDigest: record.files.find(({ part }) => part === "DOCUMENT")?.digest,
        }),
        ...record.issuers.map(({ organisation, signedAt }) =>
          ask(
            ledger,
            "issuerSeat",
            [id, packUscc(organisation)],
            BigInt(numberOf(ISSUER_SEATS, signedAt === null ? "NAMED" : "SIGNED")),
          ),
        ),
      ];
    },
    evaluation: (record: EvaluationRecord) => {
      const id = packEvaluationId(record);
      return [
        ask(ledger, "evaluationOf", [id], {
          organisation: packUscc(record.organisation),
          state: BigInt(numberOf(EVALUATION_STATES, record.state)),
          evaluators: BigInt(record.evaluators.length),
          sheets: BigInt(record.sheets.length),
          sum: BigInt(record.sheets.reduce((sum, sheet) => sum + sheet.total, 0)),
          total: BigInt(record.total ?? 0),
          criteriaHash: criteriaHash(record.criteria),
        }),
        ...record.evaluators.map((account) => {
          const seat = record.sheets.some(({ evaluator }) => evaluator === account) ? "DELIVERED" : "NAMED";
          return ask(ledger, "evaluatorSeat", [id, account], BigInt(numberOf(EVALUATOR_SEATS, seat)));
        }),
      ];
    },
    pool: (record: PoolRecord) => [ask(ledger, "poolRegion", [asciiToHex(record.code, 12)], BigInt(record.region))],
    membership: (record: MembershipRecord) => {
      const nomination = record.moves.findLast(({ state }) => state === "NOMINATED");
      return [
        ask(ledger, "membershipOf", [asciiToHex(record.pool, 12), packUscc(record.enterprise)], {
          nominator: nomination?.by,
          state: BigInt(numberOf(MEMBERSHIP_STATES, record.state)),
          since: BigInt(record.moves.at(-1)?.at ?? 0),
        }),
      ];
    },
  };
}

/** The hash the contract keeps of an evaluation's criteria. */
function criteriaHash(criteria: EvaluationRecord["criteria"]): string {
  const rows = criteria.map(({ code, maximum, weight }) => [asciiToHex(code, 16), maximum, weight]);
  const type = "tuple(bytes16 code, uint32 maximum, uint16 weight)[]";
  return keccak256(AbiCoder.defaultAbiCoder().encode([type], [rows]));
}

function indicatorId(code: string): string {
  const parts = parseIndicatorCode(code);
  return parts === undefined ? ZERO_BYTES32 : packIndicatorId(parts);
}
