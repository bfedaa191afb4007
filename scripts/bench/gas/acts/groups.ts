import {
  authorityAbi,
  evidenceLedgerAbi,
  pilotLedgerAbi,
  serviceLedgerAbi,
  statisticsLedgerAbi,
  supervisionLedgerAbi,
} from "../../../../server/ledger/abi.generated.ts";
import type { ActGroup } from "../measure.ts";
import { acceptance } from "./acceptance.ts";
import { applications } from "./applications.ts";
import { authority } from "./authority.ts";
import { conduct } from "./conduct.ts";
import { evidence } from "./evidence.ts";
import { signed } from "./signed.ts";
import { statistics } from "./statistics.ts";
import { supervision } from "./supervision.ts";

/** What is measured, in the order of the table; each group begins on a ledger of its own. */
export const GROUPS: readonly ActGroup[] = [
  authority,
  applications,
  conduct,
  acceptance,
  evidence,
  supervision,
  statistics,
  signed,
];

/** The contracts of which every act is measured. */
export const MEASURED_ABIS = [
  authorityAbi,
  pilotLedgerAbi,
  evidenceLedgerAbi,
  serviceLedgerAbi,
  supervisionLedgerAbi,
  statisticsLedgerAbi,
] as const;

/** Functions that come with OpenZeppelin's access control, or refuse, or are a part of another act. */
export const NOT_MEASURED: readonly string[] = [
  "acceptDefaultAdminTransfer",
  "beginDefaultAdminTransfer",
  "cancelDefaultAdminTransfer",
  "changeDefaultAdminDelay",
  "grantRole",
  "renounceRole",
  "rollbackDefaultAdminDelay",
  "suspendByOrder",
];
