import { db } from "ponder:api";
import { pilot } from "ponder:schema";
import { Hono } from "hono";
import { asc, eq, gt, replaceBigInts } from "ponder";

/* The least that answers the same two questions of bench:api: a pilot's own row by id, and fifty pilots after one. */

const app = new Hono();

app.get("/v1/pilots/:id", async (context) => {
  const id = context.req.param("id") as `0x${string}`;
  const [found] = await db.select().from(pilot).where(eq(pilot.id, id)).limit(1);
  if (found === undefined) return context.notFound();
  return context.json(replaceBigInts(found, String));
});

app.get("/v1/pilots", async (context) => {
  const after = (context.req.query("cursor") ?? "0x") as `0x${string}`;
  const items = await db.select().from(pilot).where(gt(pilot.id, after)).orderBy(asc(pilot.id)).limit(50);
  return context.json({ items: replaceBigInts(items, String) });
});

export default app;
