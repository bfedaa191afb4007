import type { Logger } from "pino";
import type { ServedLedger } from "../../server/api/ledgers-api.ts";
import { createUnopenedApi } from "../../server/api/unopened.ts";
import type { DeploymentError } from "../../server/chain/deployment.ts";
import { haltedStatus } from "../../server/mirror/status.ts";
import type { Metrics } from "../../server/operations/metrics.ts";

/**
 * One of several ledgers whose manifest cannot be read: nobody knows where it is, so that it answers 503 with the reason, and the others
 * are served.
 */
export function unreadableLedger(
  name: string,
  { code, message }: DeploymentError,
  { metrics, log }: { readonly metrics: Metrics; readonly log: Logger },
): ServedLedger {
  log.error({ deployment: name, code }, `the ledger ${name} is not served: ${message}`);
  // What the file is and what is wrong in it is in the log, and nobody else's business.
  const hint = "mend it and start the server again; the server's log says what is wrong with it";
  const status = haltedStatus({ code, message: `the deployment manifest of ${name} cannot be read: ${hint}` });
  const mirrorStatus = () => status;
  metrics.add({ status: mirrorStatus, storeSize: async () => 0, lastCheck: () => null, streams: () => 0 }, name);
  const api = createUnopenedApi({ mirrorStatus, inspected: () => undefined, log });
  return { name, place: null, api: () => api, mirrorStatus };
}
