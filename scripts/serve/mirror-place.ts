import { join } from "node:path";

/** The folder of the mirror in a server's directory. */
export function mirrorIn(directory: string): string {
  return join(directory, "mirror");
}
