// biome-ignore lint/suspicious/noExplicitAny: raw events hold what their names say, and the oracle reads them as they come.
export type Raw = any;
