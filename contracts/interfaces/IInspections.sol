// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierId} from "../types/DossierId.sol";
import {PilotId} from "../types/PilotId.sol";

/// @notice Why an inspection takes place.
/// @dev Append only.
enum InspectionKind {
    None,
    Routine, // 日常检查
    Random, // “双随机”抽查
    Special, // 专项检查
    Complaint, // 投诉举报核查
    FollowUp // 整改复查
}

/// @notice What an inspection came to.
/// @dev Append only.
enum InspectionResult {
    None,
    NoIssue, // 未发现问题
    IssuesFound // 发现问题
}

/// @notice An inspection as the guards see it.
/// @param pilot The pilot's id without its trailing zeros.
/// @param result None while it lasts.
/// @param inspectors Who carries it out: a set of up to 7 inspectors' numbers, see `InspectorSet`.
struct Inspection {
    bytes14 pilot;
    InspectionKind kind;
    InspectionResult result;
    uint112 inspectors;
}

/// @title Inspections (监督检查)
/// @notice Inspections by two inspectors or more (行政处罚法 Art. 42).
interface IInspections {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice An inspection was opened.
    /// @param inspection Its number, `IN-…`.
    /// @param draw The random draw that chose the pilot; zero unless the kind is Random.
    /// @param documentDigest SHA-256 of the plan it belongs to; zero if none.
    event InspectionOpened(
        PilotId indexed pilot,
        address indexed actor,
        DossierId inspection,
        InspectionKind kind,
        DossierId draw,
        bytes32 documentDigest,
        address[] inspectors
    );

    /// @notice An inspection ended.
    /// @param recordDigest SHA-256 of its record.
    event InspectionConcluded(
        PilotId indexed pilot,
        address indexed actor,
        DossierId inspection,
        InspectionResult result,
        bytes32 recordDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such inspection.
    error Inspections_Unknown(DossierId inspection);
    /// @notice The inspection has ended.
    error Inspections_Concluded(DossierId inspection);
    /// @notice The inspection's kind is missing.
    error Inspections_KindRequired();
    /// @notice An inspection ends with a result.
    error Inspections_ResultRequired();
    /// @notice An inspection takes `minimum` to `limit` inspectors.
    error Inspections_InspectorCount(uint256 count, uint256 minimum, uint256 limit);
    /// @notice The inspector is named twice.
    error Inspections_InspectorTwice(uint256 index, address inspector);
    /// @notice `account` is none of the inspectors.
    error Inspections_NotInspector(DossierId inspection, address account);
    /// @notice A random inspection names a draw that was made for a region around the pilot's, and no other names one.
    error Inspections_DrawInvalid(InspectionKind kind, DossierId draw);

    // ───────────────────────── Acts of the inspector ──────────────────

    /// @notice Opens an inspection of a pilot. Every inspector has jurisdiction, and none belongs to a party of the pilot.
    function openInspection(
        PilotId pilot,
        InspectionKind kind,
        DossierId draw,
        bytes32 documentDigest,
        address[] calldata inspectors
    ) external returns (DossierId inspection);

    /// @notice Ends an inspection. One of its inspectors.
    function concludeInspection(DossierId inspection, InspectionResult result, bytes32 recordDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The inspection's entry; all zero when there is none.
    function inspectionOf(DossierId inspection) external view returns (Inspection memory);

    /// @notice Whether `account` is one of the inspection's inspectors.
    function isInspector(DossierId inspection, address account) external view returns (bool);
}
