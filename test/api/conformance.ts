import { Ajv2020 } from "ajv/dist/2020.js";
import { documentedPath, type Operation } from "../../server/api/openapi/document.ts";
import { API_DOCUMENT, ROUTES } from "../../server/api/routes/routes.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ ...API_DOCUMENT, $id: "api" });

const addresses = ROUTES.map(({ path }) => ({
  operations: API_DOCUMENT.paths[documentedPath(path)] ?? {},
  path: documentedPath(path),
  pattern: new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/:\w+/g, "[^/]+")}/?$`, "i"),
}));

/**
 * What is wrong with an answer by the OpenAPI document: undefined when it is as documented, or of an address that the document does
 * not have.
 */
export function faultOf(
  method: string,
  address: string,
  status: number,
  type: string,
  body: unknown,
): string | undefined {
  const path = address.replace(/[?#].*$/s, "");
  const found = addresses.find(({ pattern }) => pattern.test(path));
  const media = type.replace(/;.*$/, "");
  const name = ({ POST: "post", DELETE: "delete" } as const)[method] ?? "get";
  const { get, post, delete: remove } = found?.operations ?? {};
  const operation = found?.operations[name] ?? get ?? post ?? remove;
  if (found === undefined || operation === undefined) {
    return media === "application/problem+json" ? faultBy("#/components/schemas/Problem", body) : undefined;
  }
  const documented = operation.responses[String(status) as keyof Operation["responses"]];
  if (documented === undefined) return `${found.path} does not document ${status}`;
  if (media === "") return undefined;
  if (documented.content?.[media] === undefined) return `${found.path} does not document ${media} for ${status}`;
  if (!/json$/.test(media) || media === "application/x-ndjson") return undefined;
  const documentedAs = found.operations[name] === undefined ? Object.keys(found.operations)[0] : name;
  const pointer = [found.path, String(documentedAs), "responses", String(status), "content", media, "schema"];
  return faultBy(`#/paths/${pointer.map(escaped).join("/")}`, body);
}

function faultBy(pointer: string, body: unknown): string | undefined {
  const validate = ajv.getSchema(`api${pointer}`);
  if (validate === undefined) throw new Error(`the document has no ${pointer}`);
  return validate(body) ? undefined : `${pointer}: ${ajv.errorsText(validate.errors)}`;
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
