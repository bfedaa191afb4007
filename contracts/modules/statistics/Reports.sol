// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IIndicators, Report, ReportState} from "../../interfaces/IIndicators.sol";
import {Roles} from "../../libraries/Roles.sol";
import {FigureId, packFigureId} from "../../types/FigureId.sol";
import {IndicatorId} from "../../types/IndicatorId.sol";
import {Period} from "../../types/Period.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Targets} from "./Targets.sol";

/// @title Reports (指标上报)
/// @notice Figures reported, verified by somebody else with a wider view, and corrected.
abstract contract Reports is Targets {
    mapping(FigureId figure => Report) private _reports;

    // ────────────────────────────── Acts ──────────────────────────────

    /// @inheritdoc IIndicators
    function reportIndicator(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        int128 value,
        bytes32 evidenceDigest
    ) external {
        (FigureId figure, ) = _figure(indicator, region, period);
        uint16 latest = _reports[figure].revision;
        if (latest != 0) revert Indicators_ReportExists(figure, latest);
        _requireRegion(region);
        address actor = _enter(figure, region, 1);
        _requireDigest(evidenceDigest);
        _record(
            IIndicators.IndicatorReported.selector,
            indicator.toSubject(),
            actor,
            abi.encode(region, period, value, evidenceDigest)
        );
    }

    /// @inheritdoc IIndicators
    function correctReport(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision,
        int128 value,
        bytes32 evidenceDigest,
        bytes32 reason
    ) external {
        (FigureId figure, ) = _latest(indicator, region, period, revision);
        address actor = _enter(figure, region, revision + 1);
        _requireDigest(evidenceDigest);
        _requireReason(reason);
        _record(
            IIndicators.IndicatorCorrected.selector,
            indicator.toSubject(),
            actor,
            abi.encode(region, period, revision, value, evidenceDigest, reason)
        );
    }

    /// @inheritdoc IIndicators
    function verifyReport(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision,
        bytes32 documentDigest
    ) external {
        (FigureId figure, Report storage report) = _latest(indicator, region, period, revision);
        if (report.state == ReportState.Verified) revert Indicators_AlreadyVerified(figure, revision);
        (address actor, ) = _asOfficial(Roles.STATISTICIAN, region.parent());
        if (actor == report.reporter) revert Indicators_OwnReport(figure, actor);
        report.state = ReportState.Verified;
        _record(
            IIndicators.IndicatorVerified.selector,
            indicator.toSubject(),
            actor,
            abi.encode(region, period, revision, documentDigest)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IIndicators
    function reportOf(IndicatorId indicator, RegionCode region, Period period) external view returns (Report memory) {
        return _reports[packFigureId(indicator, region, period)];
    }

    // ──────────────────────────── Entries ─────────────────────────────

    /// @dev Report number `revision`, which must be the latest of its figure.
    function _latest(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision
    ) private view returns (FigureId figure, Report storage report) {
        figure = _packed(indicator, region, period);
        report = _reports[figure];
        uint16 latest = report.revision;
        if (latest == 0) revert Indicators_ReportUnknown(figure);
        if (revision != latest) revert Indicators_ReportCorrected(figure, revision, latest);
    }

    /// @dev Enters the caller's report, if it may report for `region`.
    function _enter(FigureId figure, RegionCode region, uint16 revision) private returns (address actor) {
        (actor, ) = _asOfficial(Roles.STATISTICIAN, region);
        _reports[figure] = Report({
            reporter: actor,
            state: ReportState.Reported,
            revision: revision,
            reportedAt: _blockTime()
        });
    }
}
