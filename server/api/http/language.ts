import type { Request } from "express";

/** The languages of the API. */
export type Language = "zh" | "en";

/** The language of a request's texts: its `lang`, or what its Accept-Language prefers, or English. */
export function languageOf(request: Request): Language {
  const { lang } = request.query;
  if (lang === "zh" || lang === "en") return lang;
  return request.acceptsLanguages("en", "zh") === "zh" ? "zh" : "en";
}
