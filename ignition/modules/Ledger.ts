import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Deploys the authority and the ledgers of one province, and ties supervision to the pilot ledger. */
export default buildModule("Ledger", (m) => {
  const administrator = m.getParameter("administrator", m.getAccount(0));
  const adminDelay = m.getParameter("adminDelay", 86_400n);
  const province = m.getParameter("province", "0x5a4a");
  const provinceRegion = m.getParameter("provinceRegion", 330_000n);

  const authority = m.contract("Authority", [administrator, adminDelay]);
  const pilotLedger = m.contract("PilotLedger", [authority, province, provinceRegion]);
  const evidenceLedger = m.contract("EvidenceLedger", [authority, pilotLedger]);
  const statisticsLedger = m.contract("StatisticsLedger", [authority]);
  const serviceLedger = m.contract("ServiceLedger", [authority, pilotLedger]);
  const supervisionLedger = m.contract("SupervisionLedger", [serviceLedger]);
  m.call(pilotLedger, "setSupervision", [supervisionLedger]);

  // Named as the contracts are: deployment asks for each by its name.
  return {
    Authority: authority,
    PilotLedger: pilotLedger,
    EvidenceLedger: evidenceLedger,
    StatisticsLedger: statisticsLedger,
    ServiceLedger: serviceLedger,
    SupervisionLedger: supervisionLedger,
  };
});
