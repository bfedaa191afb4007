export const PINNED_NODE: string;
export function parseVersion(version: string): [number, number, number] | undefined;
export function runsTypeScript(version: string): boolean;
