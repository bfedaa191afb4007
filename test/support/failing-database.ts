import { Level } from "level";
import type { Database, DatabaseFactory } from "../../server/store/database.ts";
import { levelDatabase } from "../../server/store/database.ts";

/** A database whose writes can be made to fail. */
export class FailingWrites {
  /** How many of the next writes fail. */
  remaining = 0;
  /** How often a handle was opened. */
  openings = 0;
  /** The last handle that was made. */
  database: Database | undefined;

  readonly factory: DatabaseFactory = (location) => {
    const database = levelDatabase(location);
    if (!(database instanceof Level)) throw new Error("not a database of LevelDB");
    this.database = database;
    database.on("open", () => {
      this.openings += 1;
    });
    const write = database.batch.bind(database) as (...args: unknown[]) => unknown;
    Object.assign(database, {
      batch: (...args: unknown[]) => {
        if (this.remaining === 0) return write(...args);
        this.remaining -= 1;
        throw new Error("IO error: No space left on device");
      },
    });
    return database;
  };
}
