/** What package-lock.json says of one package, as far as it matters here. */
export interface LockedPackage {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

export interface InstallationFacts {
  wanted: Record<string, LockedPackage>;
  installed: Record<string, LockedPackage> | undefined;
  present: (folder: string) => boolean;
  stamp: string | undefined;
  fingerprint: string;
  platform: string;
  arch: string;
  libc: string | undefined;
}

export function reasonToInstall(facts: InstallationFacts): string | undefined;
