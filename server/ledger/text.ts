import canonicalize from "canonicalize";
import type { Bilingual } from "./codes/bilingual.ts";

/** What the public may read about a pilot, as it travels in its events. */
export interface PilotText {
  readonly title: Bilingual;
  readonly summary?: Bilingual;
  /** The platform it runs on, such as "Hyperledger Fabric 1.4, 12 nodes". */
  readonly platform?: string;
  /** Titles of the milestones, in the order of the plan. */
  readonly milestones?: readonly Bilingual[];
}

/** What the public may read about an organisation. */
export interface OrganisationText {
  readonly name: Bilingual;
}

/** A public text as canonical JSON (RFC 8785): the same content is the same bytes. */
export function canonicalText(content: PilotText | OrganisationText | { title: Bilingual } | Bilingual): string {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError("a public text must be a JSON object");
  return text;
}

/*
 * Whoever calls the contracts decides what the text of an event says, so reading one never fails: what is not there or not of the
 * expected form is null, and a missing language is filled from the other.
 */

/** Reads a public text; undefined when it is no JSON object. */
export function parseText(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return isObject(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a bilingual text out of a parsed one. */
export function bilingual(content: unknown): Bilingual | null {
  if (!isObject(content)) return null;
  const zh = typeof content.zh === "string" ? content.zh : undefined;
  const en = typeof content.en === "string" ? content.en : undefined;
  const either = zh ?? en;
  return either === undefined ? null : { zh: zh ?? either, en: en ?? either };
}

/** Reads a bilingual text, or gives `fallback` in both languages. */
export function bilingualOr(content: unknown, fallback: string): Bilingual {
  return bilingual(content) ?? { zh: fallback, en: fallback };
}

function isObject(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}
