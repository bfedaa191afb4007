import { ORGANISATION_STATUSES } from "../../../../server/ledger/codes/authority.ts";
import { numberOf } from "../../../../server/ledger/codes/code.ts";
import {
  field,
  HANGZHOU,
  kindNumber,
  NINGBO,
  named,
  PROVINCE,
  REASON,
  role,
  UNREGISTERED,
  type World,
} from "../../../../test/contracts/fixture.ts";
import type { Measure } from "../measure.ts";

/** Codes, roles, organisations and their accounts. */
export async function authority(world: World, measure: Measure): Promise<void> {
  const { authority, accounts } = world;
  const registrar = authority.connect(accounts.registrar);
  const { stranger, successor } = accounts;
  await measure("pause", authority.pause(REASON));
  await measure("unpause", authority.unpause(REASON));
  await measure("setField, new", authority.setField(field("AGR"), true, named("Agriculture")));
  await measure("setRegions, 2 regions", authority.setRegions([330_300, 330_400], true));
  await measure("assignRole, new", authority.assignRole(successor.address, role("INSPECTOR"), PROVINCE, []));
  await measure("assignRole, moved", authority.assignRole(successor.address, role("INSPECTOR"), HANGZHOU, []));
  await measure("revokeRole", authority.revokeRole(role("INSPECTOR"), successor.address));

  const carrier = kindNumber("CARRIER");
  const register = registrar.registerOrganisation(UNREGISTERED, NINGBO, carrier, named("A science park"));
  await measure("registerOrganisation", register);
  const update = registrar.updateOrganisation(UNREGISTERED, HANGZHOU, carrier, named("A science park, moved"));
  await measure("updateOrganisation", update);
  await measure("bindAccount", registrar.bindAccount(UNREGISTERED, stranger.address));
  await registrar.bindAccount(UNREGISTERED, successor.address);
  await measure("revokeAccount", registrar.revokeAccount(stranger.address, REASON));
  const compromised = authority.connect(successor).reportKeyCompromise(successor.address, world.opensAt);
  await measure("reportKeyCompromise", compromised);
  const suspended = numberOf(ORGANISATION_STATUSES, "SUSPENDED");
  await measure("setOrganisationStatus", registrar.setOrganisationStatus(UNREGISTERED, suspended, REASON));
}
