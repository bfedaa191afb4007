import { workQueue } from "../../queries/queues/work-queue.ts";
import { within } from "../access/scopes.ts";
import { FIELDS, FLAG, QUEUE_ROLE, REGION } from "../parameters.ts";
import { listRoute } from "../route.ts";
import { QUEUE_ITEM } from "../schemas/queues.ts";

/** What waits for a role. */
export const queueRoute = listRoute({
  path: "/v1/queues/:role",
  access: within("supervision"),
  summary: { zh: "按角色列出待办事项", en: "What waits for a role, the oldest first, with its limit" },
  pathParameters: { role: QUEUE_ROLE },
  queryParameters: { region: REGION, field: FIELDS, late: FLAG },
  item: QUEUE_ITEM,
  answer: ({ ledger, path: { role }, query, after, limit }) => workQueue(ledger, { role, filter: query, after, limit }),
});
