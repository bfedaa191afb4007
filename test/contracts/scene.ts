/** Where the spec of an act begins: accounts by name, and what is recorded or refused in one line. */
import { expect } from "chai";
import type { BaseContract } from "ethers";
import type { AccountName, World } from "./fixture.ts";

export class Scene<W extends World = World> {
  readonly world: W;

  constructor(world: W) {
    this.world = world;
  }

  address(account: AccountName): string {
    return this.world.accounts[account].address;
  }

  /**
   * Expects the act to be refused.
   *
   * @param error Of whichever of the world's contracts.
   * @param values Its arguments; any, when none is given.
   */
  async refuses(act: Promise<unknown>, error: string, ...values: readonly unknown[]): Promise<void> {
    const refusal = expect(act).to.be.revertedWithCustomError(this.#contractWith("getError", error), error);
    await (values.length === 0 ? refusal : refusal.withArgs(...values));
  }

  /** Expects the act to leave a record with exactly these arguments. */
  async records(act: Promise<unknown>, event: string, ...values: readonly unknown[]): Promise<void> {
    await expect(act)
      .to.emit(this.#contractWith("getEvent", event), event)
      .withArgs(...values);
  }

  #contractWith(part: "getError" | "getEvent", name: string): BaseContract {
    const contracts = Object.values(this.world).filter(isContract);
    const found = contracts.find((contract) => contract.interface[part](name) !== null);
    if (found === undefined) throw new Error(`no contract knows ${name}`);
    return found;
  }
}

function isContract(value: unknown): value is BaseContract {
  return typeof value === "object" && value !== null && "interface" in value;
}
