import { onchainTable } from "ponder";

export const pilot = onchainTable("pilot", (t) => ({
  id: t.hex().primaryKey(),
  lead: t.hex().notNull(),
  programme: t.hex().notNull(),
  text: t.text().notNull(),
  budget: t.bigint().notNull(),
  applicationDigest: t.hex().notNull(),
  state: t.text().notNull(),
  appliedAt: t.bigint().notNull(),
  updatedAt: t.bigint().notNull(),
}));

export const milestone = onchainTable("milestone", (t) => ({
  id: t.text().primaryKey(),
  pilot: t.hex().notNull(),
  number: t.integer().notNull(),
  dueAt: t.bigint().notNull(),
  weight: t.integer().notNull(),
  state: t.text().notNull(),
  manifestDigest: t.hex(),
}));
