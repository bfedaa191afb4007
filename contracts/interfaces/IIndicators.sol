// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FigureId} from "../types/FigureId.sol";
import {IndicatorCode, IndicatorId} from "../types/IndicatorId.sol";
import {Period} from "../types/Period.sol";
import {RegionCode} from "../types/RegionCode.sol";

/// @notice When a figure meets its target.
/// @dev Append only.
enum IndicatorDirection {
    None,
    AtLeast, // 不低于
    AtMost, // 不高于
    Informative // 监测
}

/// @notice Where the latest report of a figure stands. An earlier one stands corrected.
/// @dev Append only.
enum ReportState {
    None,
    Reported, // 已上报
    Verified // 已核实
}

/// @notice What a version of an indicator means, as the guards see it. One storage slot.
/// @param region Whose indicator it is: the figures of this region and the ones below are reported. Zero: there is none.
/// @param direction When a figure meets its target.
/// @param scale Decimal places: a value of 59200 at scale 1 is 5920.0.
/// @param validFrom The first period it is reported for.
/// @param validTo The last one; zero while it is open.
/// @param unit ASCII, such as "CNY_100M", "PERCENT" or "COUNT".
struct IndicatorTerms {
    RegionCode region;
    IndicatorDirection direction;
    uint8 scale;
    Period validFrom;
    Period validTo;
    bytes16 unit;
}

/// @notice The target in force for a figure. One storage slot.
/// @param value In the definition's unit and scale.
/// @param revision From 1, one more with each that supersedes another; zero when there is none.
/// @param setAt Block time, Unix seconds.
struct Target {
    int128 value;
    uint16 revision;
    uint40 setAt;
}

/// @notice The latest report of a figure; its value is in the event. One storage slot.
/// @param reporter Who reported it.
/// @param state Where it stands.
/// @param revision From 1, one more with each correction; zero when there is none.
/// @param reportedAt Block time, Unix seconds.
struct Report {
    address reporter;
    ReportState state;
    uint16 revision;
    uint40 reportedAt;
}

/// @title Indicators (指标)
/// @notice Definitions in versions, targets, and the figures reported, verified and corrected. Nothing is overwritten: a new
/// definition is a new version, a new target supersedes and a new figure corrects the one before it. All acts take the role
/// STATISTICIAN.
interface IIndicators {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A version of an indicator was defined.
    /// @param mapsFrom The definition whose figures can be carried over to this one; zero when there is none.
    /// @param documentDigest SHA-256 of the statistical method, with the mapping if there is one.
    /// @param text Canonical JSON `{"name": {"en": …, "zh": …}}`.
    event IndicatorDefined(
        IndicatorId indexed indicator,
        address indexed actor,
        IndicatorTerms terms,
        IndicatorId mapsFrom,
        bytes32 documentDigest,
        string text
    );

    /// @notice The last period of a definition was set.
    /// @param reason A reason code, ASCII.
    event IndicatorEnded(IndicatorId indexed indicator, address indexed actor, Period validTo, bytes32 reason);

    /// @notice The first target of a figure was set.
    /// @param value In the definition's unit and scale.
    /// @param decisionDigest SHA-256 of the document that sets it.
    event TargetSet(
        IndicatorId indexed indicator,
        address indexed actor,
        RegionCode region,
        Period period,
        int128 value,
        bytes32 decisionDigest
    );

    /// @notice A target was superseded by another.
    /// @param supersedes The revision that no longer holds; the new one is one more.
    /// @param reason A reason code, ASCII.
    event TargetSuperseded(
        IndicatorId indexed indicator,
        address indexed actor,
        RegionCode region,
        Period period,
        uint16 supersedes,
        int128 value,
        bytes32 reason,
        bytes32 decisionDigest
    );

    /// @notice A figure was reported for the first time. State: Reported.
    /// @param value In the definition's unit and scale.
    /// @param evidenceDigest SHA-256 of the statistical return it is taken from.
    event IndicatorReported(
        IndicatorId indexed indicator,
        address indexed actor,
        RegionCode region,
        Period period,
        int128 value,
        bytes32 evidenceDigest
    );

    /// @notice A report was corrected. State of the new one: Reported.
    /// @param corrects The revision that was wrong; the new one is one more.
    /// @param reason A reason code, ASCII.
    event IndicatorCorrected(
        IndicatorId indexed indicator,
        address indexed actor,
        RegionCode region,
        Period period,
        uint16 corrects,
        int128 value,
        bytes32 evidenceDigest,
        bytes32 reason
    );

    /// @notice A report was verified. State: Verified.
    /// @param documentDigest SHA-256 of the note on how it was checked; zero if none.
    event IndicatorVerified(
        IndicatorId indexed indicator,
        address indexed actor,
        RegionCode region,
        Period period,
        uint16 revision,
        bytes32 documentDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such version of an indicator.
    error Indicators_Unknown(IndicatorId indicator);
    /// @notice This version is defined already.
    error Indicators_Exists(IndicatorId indicator);
    /// @notice Versions run from 1 without gaps, and the one before `indicator` is missing.
    error Indicators_VersionGap(IndicatorId indicator);
    /// @notice A code and a unit are 1 to 16 of the characters A-Z, 0-9 and _.
    error Indicators_CodeInvalid(bytes16 code);
    /// @notice A definition says when a figure meets its target.
    error Indicators_DirectionRequired();
    /// @notice A value has at most `limit` decimal places.
    error Indicators_ScaleTooFine(uint8 scale, uint8 limit);
    /// @notice The last period must not end before the first one.
    error Indicators_ValidityInvalid(Period validFrom, Period validTo);
    /// @notice A later version names the definition its figures are mapped from, and that must exist.
    error Indicators_MappingInvalid(IndicatorId indicator, IndicatorId mapsFrom);
    /// @notice The definition's last period is set already.
    error Indicators_Ended(IndicatorId indicator, Period validTo);
    /// @notice The definition holds from `validFrom` to `validTo`, and not for this figure's period.
    error Indicators_PeriodOutside(FigureId figure, Period validFrom, Period validTo);
    /// @notice The indicator is that of `region`, in which the figure's region does not lie.
    error Indicators_RegionOutside(FigureId figure, RegionCode region);
    /// @notice The figure has a target; supersede it.
    error Indicators_TargetExists(FigureId figure, uint16 revision);
    /// @notice The figure has no target.
    error Indicators_TargetUnknown(FigureId figure);
    /// @notice `revision` is not the target in force, which is `latest`.
    error Indicators_TargetSuperseded(FigureId figure, uint16 revision, uint16 latest);
    /// @notice The figure is reported; correct it.
    error Indicators_ReportExists(FigureId figure, uint16 revision);
    /// @notice The figure is not reported.
    error Indicators_ReportUnknown(FigureId figure);
    /// @notice `revision` is not the latest report, which is `latest`.
    error Indicators_ReportCorrected(FigureId figure, uint16 revision, uint16 latest);
    /// @notice The report is verified already.
    error Indicators_AlreadyVerified(FigureId figure, uint16 revision);
    /// @notice Whoever reported a figure does not verify it.
    error Indicators_OwnReport(FigureId figure, address account);

    // ────────────────────────────── Acts ──────────────────────────────

    /// @notice Defines version `version` of an indicator. Jurisdiction over `terms.region`.
    /// @param mapsFrom Required from version 2 on.
    function defineIndicator(
        IndicatorCode code,
        uint16 version,
        IndicatorTerms calldata terms,
        IndicatorId mapsFrom,
        bytes32 documentDigest,
        string calldata text
    ) external returns (IndicatorId indicator);

    /// @notice Sets the last period of an open definition. Jurisdiction over its region.
    function endIndicator(IndicatorId indicator, Period validTo, bytes32 reason) external;

    /// @notice Sets the first target of a figure. Jurisdiction over the indicator's region.
    function setTarget(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        int128 value,
        bytes32 decisionDigest
    ) external;

    /// @notice Supersedes target number `revision`. Jurisdiction over the indicator's region.
    function supersedeTarget(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision,
        int128 value,
        bytes32 reason,
        bytes32 decisionDigest
    ) external;

    /// @notice Reports a figure for the first time. Jurisdiction over `region`.
    function reportIndicator(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        int128 value,
        bytes32 evidenceDigest
    ) external;

    /// @notice Corrects report number `revision`. Jurisdiction over `region`.
    function correctReport(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision,
        int128 value,
        bytes32 evidenceDigest,
        bytes32 reason
    ) external;

    /// @notice Verifies report number `revision`: another account than the reporter's, with jurisdiction over the region above
    /// (the province for a city, the province itself for the province).
    function verifyReport(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision,
        bytes32 documentDigest
    ) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The definition's terms; all zero when there is none.
    function indicatorOf(IndicatorId indicator) external view returns (IndicatorTerms memory);

    /// @notice The figure's target; all zero when there is none.
    function targetOf(IndicatorId indicator, RegionCode region, Period period) external view returns (Target memory);

    /// @notice The figure's latest report; all zero when there is none.
    function reportOf(IndicatorId indicator, RegionCode region, Period period) external view returns (Report memory);
}
