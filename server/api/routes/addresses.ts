import type { Access } from "../access/scopes.ts";
import type { Route } from "../route.ts";
import type { StreamRoute } from "../stream-route.ts";

/** An address, with what can be asked of it. */
interface Address {
  readonly path: string;
  readonly access: Access;
  readonly methods: readonly string[];
}

/** The addresses of routes, each once. */
export function addressesOf(routes: readonly (Route | StreamRoute)[]): Address[] {
  const byPath = Map.groupBy(routes, ({ path }) => path);
  return [...byPath].flatMap(([path, [first, ...others]]) => {
    if (first === undefined) return [];
    const methods = [first, ...others].flatMap(({ method = "get" }) => {
      return method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()];
    });
    return [{ path, access: first.access, methods }];
  });
}
