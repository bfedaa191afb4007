import { Hono } from "hono";

/** Ponder wants an API; its own `/ready` is all that is asked. */
export default new Hono();
