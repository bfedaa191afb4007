import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { QueueRole } from "../../queries/queues/task.ts";
import { workQueue } from "../../queries/queues/work-queue.ts";
import { type Scope, within } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { FIELDS, FLAG, REGION } from "../parameters.ts";
import { ACCOUNT_OR_ORGANISATION, QUEUE_ROLE } from "../record-parameters.ts";
import { QUEUE_ITEM } from "../schemas/queues.ts";

const FILTERS = { region: REGION, field: FIELDS, late: FLAG, awaiting: ACCOUNT_OR_ORGANISATION };

/** The queues that supervisors read. What waits for the others must not need a scope that they do not have. */
export const queueRoute = listRoute({
  path: "/v1/queues/:role",
  access: within("supervision"),
  summary: {
    zh: "审批员、检查员、决定人的待办事项",
    en: "What waits for an approver, an inspector or a decider, the oldest first, with its limit",
  },
  pathParameters: { role: QUEUE_ROLE },
  queryParameters: FILTERS,
  item: QUEUE_ITEM,
  answer: ({ ledger, path: { role }, query, after, limit }) => workQueue(ledger, { role, filter: query, after, limit }),
});

/** The registrar's queue. */
export const registrarQueueRoute = queueOf("REGISTRAR", "statistics", {
  zh: "受理员的待办事项",
  en: "What waits for a registrar, the oldest first, with its limit",
});

/** The statistician's queue. */
export const statisticianQueueRoute = queueOf("STATISTICIAN", "statistics", {
  zh: "统计员的待办事项",
  en: "What waits for a statistician, the oldest first, with its limit",
});

/** The experts' queue. */
export const expertQueueRoute = queueOf("EXPERT", "pilots", {
  zh: "专家的待办事项：表决与评分",
  en: "What waits for experts, votes and scores, the oldest first, with its limit",
});

/** The queue of a role that has an address of its own, for those who may read `scope`. */
function queueOf(role: QueueRole, scope: Scope, summary: Bilingual) {
  return listRoute({
    path: `/v1/queues/${role.toLowerCase()}`,
    access: within(scope),
    summary,
    pathParameters: {},
    queryParameters: FILTERS,
    item: QUEUE_ITEM,
    answer: ({ ledger, query, after, limit }) => workQueue(ledger, { role, filter: query, after, limit }),
  });
}
