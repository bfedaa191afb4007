import { addressOf } from "../address.ts";
import type { AccountRecord, RoleGrant } from "../authority-records.ts";
import { ORGANISATION_KINDS, ORGANISATION_STATUSES, ROLES } from "../codes/authority.ts";
import { nameOf } from "../codes/code.ts";
import type { LedgerEvent } from "../events.ts";
import { type Address, asciiFromHex, type Hex } from "../hex.ts";
import type { RecordKey } from "../records.ts";
import { bilingualOr, parseText } from "../text.ts";
import { unpackUscc } from "../uscc.ts";
import { type Draft, type Handlers, recordedBy } from "./handler.ts";

type AuthorityEvents =
  | "RoleAssigned"
  | "RoleWithdrawn"
  | "FieldSet"
  | "RegionsSet"
  | "OrganisationRegistered"
  | "OrganisationUpdated"
  | "OrganisationStatusChanged"
  | "AccountBound"
  | "AccountRevoked"
  | "KeyCompromiseReported";

/** Roles, code tables, organisations and accounts. */
export const authorityHandlers: Handlers<AuthorityEvents> = {
  RoleAssigned: {
    reads: (event) => [accountKey(subjectAddress(event.subject))],
    apply: ({ args, subject, origin }, draft) => {
      const role = roleName(args.role);
      const grant: RoleGrant = {
        role,
        region: args.region === 0 ? null : String(args.region),
        fields: `0x${args.fields.toString(16)}`,
        from: origin.blockTime,
        until: null,
      };
      const account = accountOf(subjectAddress(subject), draft);
      const roles = [...ended(account.roles, role, origin.blockTime), grant];
      putAccount(draft, account, { roles });
    },
  },
  RoleWithdrawn: {
    reads: (event) => [accountKey(subjectAddress(event.subject))],
    apply: ({ args, subject, origin }, draft) => {
      const account = accountOf(subjectAddress(subject), draft);
      putAccount(draft, account, { roles: ended(account.roles, roleName(args.role), origin.blockTime) });
    },
  },
  FieldSet: {
    reads: ({ args }) => [{ kind: "field", id: asciiFromHex(args.field) }],
    apply: ({ args }, draft) => {
      const code = asciiFromHex(args.field);
      const created = draft.find("field", code)?.created ?? draft.provenance;
      const name = bilingualOr(parseText(args.text), code);
      draft.put("field", code, {
        code,
        index: args.index,
        enabled: args.enabled,
        name,
        created,
        updated: draft.provenance,
      });
    },
  },
  RegionsSet: {
    reads: ({ args }) => args.regions.map((region) => ({ kind: "region", id: String(region) })),
    apply: ({ args }, draft) => {
      for (const region of args.regions) {
        const code = String(region);
        const created = draft.find("region", code)?.created ?? draft.provenance;
        draft.put("region", code, { code, enabled: args.enabled, created, updated: draft.provenance });
      }
    },
  },
  OrganisationRegistered: {
    reads: () => [],
    apply: ({ args, subject }, draft) => {
      const uscc = unpackUscc(subject);
      draft.put("organisation", uscc, {
        uscc,
        status: "ACTIVE",
        accounts: [],
        ...particulars(args, uscc),
        ...recordedBy(draft.provenance),
      });
    },
  },
  OrganisationUpdated: {
    reads: ({ subject }) => [organisationKey(subject)],
    apply: ({ args, subject }, draft) => {
      const uscc = unpackUscc(subject);
      draft.update("organisation", uscc, particulars(args, uscc));
    },
  },
  OrganisationStatusChanged: {
    reads: ({ subject }) => [organisationKey(subject)],
    apply: ({ args, subject }, draft) =>
      draft.update("organisation", unpackUscc(subject), { status: nameOf(ORGANISATION_STATUSES, args.status) }),
  },
  AccountBound: {
    reads: ({ args, subject }) => [organisationKey(subject), accountKey(args.account)],
    apply: ({ args, subject, origin }, draft) => {
      const uscc = unpackUscc(subject);
      const { accounts } = draft.get("organisation", uscc);
      draft.update("organisation", uscc, { accounts: [...accounts, args.account] });
      putAccount(draft, accountOf(args.account, draft), { organisation: uscc, boundAt: origin.blockTime });
    },
  },
  AccountRevoked: {
    reads: ({ args }) => [accountKey(args.account)],
    apply: ({ args, origin }, draft) =>
      putAccount(draft, accountOf(args.account, draft), {
        revokedAt: origin.blockTime,
        revokedReason: asciiFromHex(args.reason),
      }),
  },
  KeyCompromiseReported: {
    reads: ({ args }) => [accountKey(args.account)],
    apply: ({ args, origin }, draft) =>
      putAccount(draft, accountOf(args.account, draft), {
        revokedAt: origin.blockTime,
        revokedReason: "KEY_COMPROMISED",
        lostAt: args.lostAt,
      }),
  },
};

function particulars(args: LedgerEvent<"OrganisationRegistered">["args"], uscc: string) {
  return {
    region: String(args.region),
    kind: nameOf(ORGANISATION_KINDS, args.kind),
    name: bilingualOr(parseText(args.text)?.name, uscc),
  };
}

function roleName(role: Hex): RoleGrant["role"] {
  const name = asciiFromHex(role);
  if (name === "") return "ADMINISTRATOR";
  return nameOf(ROLES, ROLES.indexOf(name as (typeof ROLES)[number]));
}

/** The grants with the running one of `role` ended. */
function ended(roles: readonly RoleGrant[], role: RoleGrant["role"], at: number): RoleGrant[] {
  return roles.map((grant) => (grant.role === role && grant.until === null ? { ...grant, until: at } : grant));
}

function accountOf(address: Address, draft: Draft): AccountRecord {
  const fresh = {
    address,
    organisation: null,
    boundAt: null,
    revokedAt: null,
    revokedReason: null,
    lostAt: null,
    roles: [],
  };
  return draft.find("account", address) ?? { ...fresh, ...recordedBy(draft.provenance) };
}

function putAccount(draft: Draft, account: AccountRecord, members: Partial<AccountRecord>): void {
  draft.put("account", account.address, { ...account, ...members, updated: draft.provenance });
}

function subjectAddress(subject: Hex): Address {
  return addressOf(subject.slice(26));
}

function accountKey(address: Address): RecordKey {
  return { kind: "account", id: address };
}

function organisationKey(subject: Hex): RecordKey {
  return { kind: "organisation", id: unpackUscc(subject) };
}
