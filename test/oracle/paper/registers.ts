import { asciiFromHex } from "../../../server/ledger/hex.ts";
import { unpackProgrammeId } from "../../../server/ledger/ids.ts";
import { unpackUscc } from "../../../server/ledger/uscc.ts";
import type { Read } from "./paper.ts";
import type { Raw } from "./raw.ts";

/** Organisations, accounts, roles and programmes. */
export class Registers {
  readonly organisations: { uscc: string; region: string; kind: number; name: { zh: string; en: string } }[] = [];
  readonly bindings: { account: string; organisation: string; at: number }[] = [];
  readonly ends: { account: string; at: number; lost: boolean }[] = [];
  readonly roles: { account: string; role: string; from: number }[] = [];
  readonly programmes: { code: string; opensAt: number; closesAt: number }[] = [];
  readonly fields: string[] = [];
  readonly regions: string[] = [];

  read({ name, subject, args: said, time }: Read): void {
    const args = said as Raw;
    if (name === "FieldSet") this.fields.push(asciiFromHex(args.field));
    if (name === "RegionsSet") this.regions.push(...args.regions.map(String));
    if (name === "OrganisationRegistered") {
      const { region, kind, text } = args;
      const { name: called } = JSON.parse(text);
      this.organisations.push({ uscc: unpackUscc(subject), region: String(region), kind, name: called });
    }
    if (name === "AccountBound") {
      this.bindings.push({ account: args.account, organisation: unpackUscc(subject), at: time });
    }
    if (name === "AccountRevoked") this.ends.push({ account: args.account, at: time, lost: false });
    if (name === "KeyCompromiseReported") this.ends.push({ account: args.account, at: time, lost: true });
    if (name === "RoleAssigned") {
      const role = asciiFromHex(args.role);
      this.roles.push({ account: `0x${subject.slice(26)}`, role: role === "" ? "ADMINISTRATOR" : role, from: time });
    }
    if (name === "ProgrammeOpened") {
      this.programmes.push({ code: unpackProgrammeId(subject), opensAt: args.opensAt, closesAt: args.closesAt });
    }
  }

  organisationOf(account: string): string | null {
    return this.bindings.findLast((binding) => binding.account === account)?.organisation ?? null;
  }

  accountsOf(organisation: string): string[] {
    return this.bindings.filter((binding) => binding.organisation === organisation).map(({ account }) => account);
  }

  rolesOf(account: string, time: number): string[] {
    return this.roles
      .filter((grant) => grant.account === account.toLowerCase() && grant.from <= time)
      .map(({ role }) => role);
  }
}
