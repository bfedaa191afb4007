/** The Node fetched when the host's is too old: one exact version, so that every machine runs the same. */
export const PINNED_NODE = "24.21.0";

/**
 * Splits "v24.21.0", "24.21.0" or "24.21.0-rc.1" into its numbers; undefined for anything else.
 * @param {string} version
 * @returns {[number, number, number] | undefined}
 */
export function parseVersion(version) {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version.trim());
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}

/**
 * Whether this Node runs TypeScript without a flag and is one Hardhat accepts:
 * 22.18 or later of the 22 line, or 23.6 and later.
 * @param {string} version
 * @returns {boolean}
 */
export function runsTypeScript(version) {
  const parsed = parseVersion(version);
  if (parsed === undefined) return false;
  const [major, minor] = parsed;
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major > 23;
}
