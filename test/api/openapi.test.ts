import { expect } from "chai";
import { type Operation, operationsOf } from "../../server/api/openapi/document.ts";
import { PROBLEMS } from "../../server/api/problems.ts";
import { API_DOCUMENT, ROUTES } from "../../server/api/routes/routes.ts";
import { faultOf } from "./conformance.ts";
import { smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

const operations: readonly (readonly [string, Operation])[] = operationsOf(API_DOCUMENT).map(
  ({ method, path, operation }) => [`${method.toUpperCase()} ${path}`, operation],
);

describe("the OpenAPI document", () => {
  const server = new TestServer(smallLedger());
  before(() => server.start());
  after(() => server.stop());

  it("is served to anybody, and describes every route", async () => {
    const { body, headers } = await server.get("/openapi.json", { token: null });
    expect(body).to.deep.equal(JSON.parse(JSON.stringify(API_DOCUMENT)));
    expect(headers["content-type"]).to.match(/^application\/json/);
    expect(operations).to.have.length(ROUTES.length);
  });

  it("names each operation once, in both languages", () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [path, operation] of operations) {
      expect(operation.summary, path).to.be.a("string").and.not.empty;
      expect(operation["x-summary-zh"], path).to.match(/\p{Script=Han}/u);
      for (const parameter of operation.parameters) {
        expect(parameter["x-description-zh"], `${path} ${parameter.name}`).to.not.equal("文本。");
      }
    }
  });

  it("has every schema it refers to, and says of each problem where it may come from", () => {
    const text = JSON.stringify(API_DOCUMENT);
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(API_DOCUMENT.components.schemas, name).to.have.property(name);
    }
    const told = operations.flatMap(([, { responses }]) =>
      Object.values(responses).map(({ description }) => description),
    );
    const elsewhere = ["ROUTE_NOT_FOUND"];
    for (const code of Object.keys(PROBLEMS).filter((name) => !elsewhere.includes(name))) {
      expect(
        told.some((description) => description.includes(`${code}:`)),
        code,
      ).to.equal(true);
    }
  });

  it("finds an answer that says more, or less, than documented", async () => {
    const { body } = await server.get("/v1/stats/overview");
    const type = "application/json";
    expect(faultOf("GET", "/v1/stats/overview", 200, type, body)).to.equal(undefined);
    expect(faultOf("GET", "/v1/stats/overview", 200, type, { ...body, more: 1 })).to.match(/additional properties/);
    expect(faultOf("GET", "/v1/stats/overview", 200, type, { ...body, head: undefined })).to.match(/head/);
    expect(faultOf("GET", "/v1/stats/overview", 418, type, body)).to.match(/does not document 418/);
  });
});

describe("the reference page", () => {
  const server = new TestServer(smallLedger());
  before(() => server.start());
  after(() => server.stop());

  it("tells of every address in either language, and loads nothing from anywhere", async () => {
    for (const [lang, summary] of [
      ["zh", "按条件查询试点项目"],
      ["en", "Pilots that satisfy filters, by code"],
    ]) {
      const { status, text, headers } = await server.get(`/reference?lang=${lang}`, { token: null });
      expect(status).to.equal(200);
      expect(headers["content-type"]).to.match(/^text\/html/);
      expect(text).to.include(summary);
      for (const [path] of operations) expect(text).to.include(`<code>${path}</code>`);
      expect(text).not.to.match(/<script|<link|<img|@import|\bsrc=|https?:/);
    }
  });

  it("has a place for everything it points to", async () => {
    const { text } = await server.get("/reference", { token: null });
    for (const [, id = ""] of text.matchAll(/href="#(\w+)"/g)) expect(text).to.include(`id="${id}"`);
  });
});
