/** Where the store and the mirror say what they did; a pino logger is one. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** Says nothing. */
export const SILENT: Log = { info: () => undefined, warn: () => undefined };
