import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Language } from "../http/language.ts";
import { type OpenApiDocument, type Operation, operationsOf } from "./document.ts";
import type { JsonSchema } from "./json-schema.ts";

/*
 * The reference as one page of HTML, made from the OpenAPI document: no script, nothing from elsewhere, in either language. It is
 * read by people who may not reach the internet from where they sit.
 */

const WORDS = {
  title: { zh: "试点项目账本审计接口", en: "Pilot ledger audit API" },
  machine: { zh: "供程序使用的接口描述", en: "The description for programs" },
  other: { zh: "English", en: "中文" },
  anybody: { zh: "任何人", en: "anybody" },
  scope: { zh: "所需权限", en: "needs the scope" },
  parameter: { zh: "参数", en: "Parameter" },
  place: { zh: "位置", en: "In" },
  required: { zh: "必填", en: "required" },
  meaning: { zh: "含义", en: "Meaning" },
  answers: { zh: "答复", en: "Answers" },
  forms: { zh: "数据格式", en: "Forms" },
  member: { zh: "成员", en: "Member" },
  form: { zh: "格式", en: "Form" },
} as const satisfies Record<string, Bilingual>;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h2{border-top:1px solid #bbb;padding-top:1rem}code{background:#f1f1f1;padding:.1em .3em;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}section{overflow-x:auto}th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}a{color:#0645ad}`;

/** The reference in `language`. */
export function referencePage(document: OpenApiDocument, language: Language): string {
  const word = (name: keyof typeof WORDS) => WORDS[name][language];
  const operations = operationsOf(document);
  const contents = operations.map(
    ({ method, path, operation }) =>
      `<li><a href="#${operation.operationId}"><code>${addressOf(method, path)}</code></a> ${summaryOf(operation, language)}</li>`,
  );
  const sections = operations.map(({ method, path, operation }) =>
    operationSection(addressOf(method, path), operation, language),
  );
  const forms = Object.entries(document.components.schemas).map(([name, schema]) =>
    formSection(name, schema, language),
  );
  const other = language === "zh" ? "en" : "zh";
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${word("title")}</title><style>${STYLE}</style></head><body>
<h1>${word("title")}</h1>
<p><a href="/openapi.json">${word("machine")}</a> · <a href="?lang=${other}">${word("other")}</a></p>
<nav><ul>${contents.join("")}</ul></nav>
<main>${sections.join("\n")}<h2>${word("forms")}</h2>${forms.join("\n")}</main>
</body></html>`;
}

function addressOf(method: string, path: string): string {
  return escaped(`${method.toUpperCase()} ${path}`);
}

function summaryOf(operation: Operation, language: Language): string {
  return escaped(language === "zh" ? operation["x-summary-zh"] : operation.summary);
}

function operationSection(address: string, operation: Operation, language: Language): string {
  const word = (name: keyof typeof WORDS) => WORDS[name][language];
  const scopes = operation["x-scopes"];
  const access =
    scopes === undefined
      ? word("anybody")
      : `${word("scope")} ${scopes.map((scope) => `<code>${escaped(scope)}</code>`).join(" / ")}`;
  const rows = operation.parameters.map((parameter) => {
    const meaning = language === "zh" ? parameter["x-description-zh"] : parameter.description;
    const needed = parameter.required ? ` (${word("required")})` : "";
    return `<tr><td><code>${escaped(parameter.name)}</code></td><td>${parameter.in}${needed}</td><td>${escaped(meaning)}</td></tr>`;
  });
  const answers = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const forms = Object.entries(content ?? {}).map(
      ([type, { schema }]) => `<code>${escaped(type)}</code> ${formOf(schema)}`,
    );
    return `<tr><td>${status}</td><td>${escaped(description)}</td><td>${forms.join("<br>")}</td></tr>`;
  });
  const table =
    rows.length === 0
      ? ""
      : `<table><tr><th>${word("parameter")}</th><th>${word("place")}</th><th>${word("meaning")}</th></tr>${rows.join("")}</table>`;
  return `<section id="${operation.operationId}"><h2><code>${address}</code></h2><p>${summaryOf(operation, language)} · ${access}</p>${table}
<h3>${word("answers")}</h3><table>${answers.join("")}</table></section>`;
}

function formSection(name: string, schema: JsonSchema, language: Language): string {
  const members = Object.entries(schema.properties ?? {}).map(
    ([member, form]) => `<tr><td><code>${escaped(member)}</code></td><td>${formOf(form as JsonSchema)}</td></tr>`,
  );
  const heads = `<tr><th>${WORDS.member[language]}</th><th>${WORDS.form[language]}</th></tr>`;
  const body = members.length === 0 ? `<p>${formOf(schema)}</p>` : `<table>${heads}${members.join("")}</table>`;
  return `<section id="${name}"><h3>${name}</h3>${body}</section>`;
}

/** A schema in short: a link to a named one, the type of a plain one, the values of a table. */
function formOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
    return `<a href="#${name}">${name}</a>`;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((choice) => formOf(choice as JsonSchema)).join(" | ");
  if (schema.allOf?.[0] !== undefined) return formOf(schema.allOf[0] as JsonSchema);
  if (schema.enum !== undefined) return schema.enum.map((value) => `<code>${escaped(String(value))}</code>`).join(" ");
  if (schema.const !== undefined) return `<code>${escaped(String(schema.const))}</code>`;
  if (schema.type === "array") return `${formOf((schema.items ?? {}) as JsonSchema)}[]`;
  const members = Object.entries(schema.properties ?? {});
  if (members.length > 0) {
    return `{ ${members.map(([name, form]) => `${escaped(name)}: ${formOf(form as JsonSchema)}`).join(", ")} }`;
  }
  const pattern = schema.pattern === undefined ? "" : ` <code>${escaped(schema.pattern)}</code>`;
  return `${String(schema.type ?? "any")}${pattern}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
