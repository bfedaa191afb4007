export function takeLock(file: string, onWait: (holder: number) => void): Promise<() => void>;
export function isStale(holder: { pid: number; ageMs: number }, self: number, alive: boolean): boolean;
