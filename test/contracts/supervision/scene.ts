/** A supervised ledger, where the spec of each act on services and of supervision begins. */
import { numberOf } from "../../../server/ledger/codes/code.ts";
import {
  CASE_STATES,
  type CaseState,
  INSPECTION_KINDS,
  ORDER_STATES,
  type OrderState,
} from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { NO_DIGEST, networkHelpers } from "../fixture.ts";
import { Scene } from "../scene.ts";
import {
  activePilot,
  deploySupervised,
  type Official,
  type SupervisedWorld,
  type SupervisionLedger,
} from "./fixture.ts";
import { pilotOf, type ReachableCaseState } from "./journey.ts";

export class SupervisedScene extends Scene<SupervisedWorld> {
  official(name: Official): string {
    return this.world.officials[name].address;
  }

  /** The supervision ledger in the hands of an official. */
  as(name: Official): SupervisionLedger {
    return this.world.supervision.connect(this.world.officials[name]);
  }

  get lead(): SupervisionLedger {
    return this.world.supervision.connect(this.world.accounts.lead);
  }

  /** An active pilot whose service need not be filed. */
  async pilot(): Promise<Hex> {
    return activePilot(this.world, "NOT_REQUIRED");
  }

  async entry(dossier: Hex) {
    return this.world.supervision.caseOf(dossier);
  }

  async state(dossier: Hex): Promise<CaseState | undefined> {
    return CASE_STATES[Number((await this.entry(dossier)).state)];
  }

  async order(dossier: Hex): Promise<OrderState | undefined> {
    return ORDER_STATES[Number((await this.entry(dossier)).order)];
  }

  /** How many serious cases about the case's pilot are open. */
  async seriousCases(dossier: Hex): Promise<bigint> {
    return this.world.supervision.openSeriousCases(await pilotOf(this.world, dossier));
  }

  /** Expects a record about the case and its pilot. */
  async recordsOn(dossier: Hex, act: Promise<unknown>, event: string, actor: string, ...values: readonly unknown[]) {
    await this.records(act, event, await pilotOf(this.world, dossier), actor, dossier, ...values);
  }

  /** Opens an inspection of a pilot by the first inspector and these others. */
  async inspectionBy(pilot: Hex, others: readonly string[]): Promise<Hex> {
    const inspectors = [this.official("inspector1"), ...others];
    const act = [pilot, numberOf(INSPECTION_KINDS, "SPECIAL"), NO_DIGEST, NO_DIGEST, inspectors] as const;
    const inspection = await this.as("inspector1").openInspection.staticCall(...act);
    await this.as("inspector1").openInspection(...act);
    return inspection as Hex;
  }
}

export const orderNumber = (state: OrderState): number => numberOf(ORDER_STATES, state);
export const caseNumber = (state: ReachableCaseState): number => numberOf(CASE_STATES, state);

export async function supervisedScene(): Promise<SupervisedScene> {
  return new SupervisedScene(await networkHelpers.loadFixture(deploySupervised));
}
