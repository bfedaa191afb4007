// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Incident, IncidentState, IRisk, RiskLevel} from "../../interfaces/IRisk.sol";
import {Service} from "../../interfaces/IServiceLedger.sol";
import {Severity} from "../../interfaces/ISupervision.sol";
import {DossierId} from "../../types/DossierId.sol";
import {PilotId} from "../../types/PilotId.sol";
import {ServiceRegister} from "./ServiceRegister.sol";

/// @title Risk (风险)
/// @notice Ratings by an inspector, and the incidents of which leads report.
abstract contract Risk is ServiceRegister {
    mapping(DossierId incident => Incident) private _incidents;

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @inheritdoc IRisk
    function rateRisk(PilotId pilot, RiskLevel level, uint40 validUntil, bytes32 documentDigest) external {
        address actor = _asInspector(pilot);
        if (level == RiskLevel.None) revert Risk_LevelRequired();
        _requireAhead(validUntil);
        _requireDigest(documentDigest);
        Service storage entry = _service(pilot);
        entry.risk = level;
        entry.riskValidUntil = validUntil;
        _recordOf(IRisk.RiskRated.selector, pilot, actor, abi.encode(level, validUntil, documentDigest));
    }

    /// @inheritdoc IRisk
    function closeIncident(DossierId incident, uint40 containedAt, bytes32 reportDigest) external {
        Incident storage entry = _incidents[incident];
        if (entry.state == IncidentState.None) revert Risk_IncidentUnknown(incident);
        if (entry.state != IncidentState.Reported) revert Risk_IncidentStateNotAllowed(incident, entry.state);
        PilotId pilot = _long(entry.pilot);
        address actor = _asInspector(pilot);
        _requirePast(containedAt);
        _requireDigest(reportDigest);
        entry.state = IncidentState.Closed;
        _recordOf(IRisk.IncidentClosed.selector, pilot, actor, abi.encode(incident, containedAt, reportDigest));
    }

    // ─────────────────────────── Acts of the lead ─────────────────────

    /// @inheritdoc IRisk
    function reportIncident(
        PilotId pilot,
        Severity severity,
        uint40 occurredAt,
        bytes32 reportDigest
    ) external returns (DossierId incident) {
        address actor = _asLead(pilot);
        _requireSeverity(severity);
        _requirePast(occurredAt);
        _requireDigest(reportDigest);
        incident = _nextDossier("IC", pilot.region());
        _incidents[incident] = Incident({pilot: _short(pilot), state: IncidentState.Reported, severity: severity});
        _recordOf(
            IRisk.IncidentReported.selector,
            pilot,
            actor,
            abi.encode(incident, severity, occurredAt, reportDigest)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IRisk
    function incidentOf(DossierId incident) external view returns (Incident memory) {
        return _incidents[incident];
    }
}
