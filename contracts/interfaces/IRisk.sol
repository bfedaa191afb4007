// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierId} from "../types/DossierId.sol";
import {PilotId} from "../types/PilotId.sol";
import {Severity} from "./ISupervision.sol";

/// @notice How risky a pilot is rated.
/// @dev Append only.
enum RiskLevel {
    None,
    Low, // 低风险（蓝）
    Moderate, // 一般风险（黄）
    High, // 较大风险（橙）
    Critical // 重大风险（红）
}

/// @notice Where an incident stands.
/// @dev Append only.
enum IncidentState {
    None,
    Reported, // 已报告
    Closed // 已办结
}

/// @notice An incident as the guards see it.
/// @param pilot The pilot's id without its trailing zeros.
struct Incident {
    bytes14 pilot;
    IncidentState state;
    Severity severity;
}

/// @title Risk (风险)
/// @notice Ratings, which people make and which expire, and the incidents that leads report.
interface IRisk {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice The pilot was rated; replaces an earlier rating.
    /// @param validUntil Until when the rating holds, Unix seconds.
    /// @param documentDigest SHA-256 of the reasons.
    event RiskRated(
        PilotId indexed pilot,
        address indexed actor,
        RiskLevel level,
        uint40 validUntil,
        bytes32 documentDigest
    );

    /// @notice The lead reported an incident. State: Reported.
    /// @param incident Its number, `IC-…`.
    /// @param occurredAt When it happened, Unix seconds; a claim.
    /// @param reportDigest SHA-256 of the report.
    event IncidentReported(
        PilotId indexed pilot,
        address indexed actor,
        DossierId incident,
        Severity severity,
        uint40 occurredAt,
        bytes32 reportDigest
    );

    /// @notice The incident is contained and understood. State: Closed.
    /// @param containedAt When it was contained, Unix seconds.
    /// @param reportDigest SHA-256 of the analysis of its root cause.
    event IncidentClosed(
        PilotId indexed pilot,
        address indexed actor,
        DossierId incident,
        uint40 containedAt,
        bytes32 reportDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice A rating needs a level.
    error Risk_LevelRequired();
    /// @notice There is no such incident.
    error Risk_IncidentUnknown(DossierId incident);
    /// @notice The act is not allowed in the incident's present state.
    error Risk_IncidentStateNotAllowed(DossierId incident, IncidentState state);

    // ────────────────────────────── Acts ──────────────────────────────

    /// @notice Rates a pilot. Inspector.
    function rateRisk(PilotId pilot, RiskLevel level, uint40 validUntil, bytes32 documentDigest) external;

    /// @notice Reports an incident. Lead.
    function reportIncident(
        PilotId pilot,
        Severity severity,
        uint40 occurredAt,
        bytes32 reportDigest
    ) external returns (DossierId incident);

    /// @notice Closes an incident. Inspector.
    function closeIncident(DossierId incident, uint40 containedAt, bytes32 reportDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The incident's entry; all zero when there is none.
    function incidentOf(DossierId incident) external view returns (Incident memory);
}
