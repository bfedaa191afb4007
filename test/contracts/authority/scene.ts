/** An authority with its officials and organisations, where the spec of each act on it begins. */
import { ZeroHash, zeroPadValue } from "ethers";
import { ORGANISATION_STATUSES, type OrganisationStatus } from "../../../server/ledger/codes/authority.ts";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { type AccountName, type Authority, deployWorld, networkHelpers } from "../fixture.ts";
import { Scene } from "../scene.ts";

/** The administrator's role, as OpenZeppelin writes it. */
export const ADMINISTRATOR = ZeroHash;
export const EVERY_FIELD = 2n ** 64n - 1n;
export const status = (name: OrganisationStatus): number => numberOf(ORGANISATION_STATUSES, name);

export class AuthorityScene extends Scene {
  as(account: AccountName): Authority {
    return this.world.authority.connect(this.world.accounts[account]);
  }

  /** Expects an act of the administrator to be refused to a registrar. */
  async refusesRegistrar(act: Promise<unknown>): Promise<void> {
    await this.refuses(act, "Authority_MissingRole", this.address("registrar"), ADMINISTRATOR);
  }

  /** How many records the stream of an account has. */
  async recordsAbout(account: AccountName): Promise<bigint> {
    const [count] = await this.world.authority.journalOf(zeroPadValue(this.address(account), 32));
    return count;
  }
}

export async function authorityScene(): Promise<AuthorityScene> {
  return new AuthorityScene(await networkHelpers.loadFixture(deployWorld));
}
