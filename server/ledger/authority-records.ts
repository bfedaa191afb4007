import type { OrganisationKind, OrganisationStatus, Role } from "./codes/authority.ts";
import type { Bilingual } from "./codes/bilingual.ts";
import type { Address, Hex } from "./hex.ts";
import type { Recorded } from "./provenance.ts";
import type { Uscc } from "./uscc.ts";

/*
 * Organisations with their accounts and roles, and the code tables (单位、账户、角色、代码表), as the events leave them.
 */

export interface OrganisationRecord extends Recorded {
  readonly uscc: Uscc;
  readonly region: string;
  readonly kind: OrganisationKind;
  readonly status: OrganisationStatus;
  readonly name: Bilingual;
  readonly accounts: readonly Address[];
}

/** A role an account holds or held. */
export interface RoleGrant {
  readonly role: Role | "ADMINISTRATOR";
  /** Six digits; null for the administrator. */
  readonly region: string | null;
  /** A bit set of field indexes, hexadecimal; all ones for every field. */
  readonly fields: Hex;
  readonly from: number;
  /** Null while it is held. */
  readonly until: number | null;
}

export interface AccountRecord extends Recorded {
  readonly address: Address;
  readonly organisation: Uscc | null;
  readonly boundAt: number | null;
  readonly revokedAt: number | null;
  readonly revokedReason: string | null;
  /** When its key is said to have been lost. */
  readonly lostAt: number | null;
  readonly roles: readonly RoleGrant[];
}

export interface FieldRecord extends Recorded {
  readonly code: string;
  readonly index: number;
  readonly enabled: boolean;
  readonly name: Bilingual;
}

export interface RegionRecord extends Recorded {
  readonly code: string;
  readonly enabled: boolean;
}

/** Whether the platform takes new acts; there is none before it was first paused. */
export interface PauseRecord extends Recorded {
  readonly paused: boolean;
  readonly reason: string;
  readonly since: number;
}
