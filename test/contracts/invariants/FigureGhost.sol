// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    IIndicators,
    IndicatorDirection,
    IndicatorTerms,
    Report,
    ReportState,
    Target
} from "../../../contracts/interfaces/IIndicators.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {FigureId, packFigureId} from "../../../contracts/types/FigureId.sol";
import {IndicatorId} from "../../../contracts/types/IndicatorId.sol";
import {Period} from "../../../contracts/types/Period.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {Vm} from "../Vm.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The indicators, targets and reports as the logs alone tell of them; reverts when a log says what none may say.
abstract contract FigureGhost is StatisticsStage {
    struct Figure {
        IndicatorId indicator;
        RegionCode region;
        Period period;
    }

    Figure[] private _figures;
    IndicatorId[] private _indicators;
    mapping(FigureId figure => bool) private _seen;
    mapping(IndicatorId indicator => IndicatorTerms) private _terms;
    mapping(FigureId figure => Target) private _targets;
    mapping(FigureId figure => Report) private _reports;

    /// @notice Reverts unless the ledger says of each indicator and figure what the logs say.
    function requireFigures() external view {
        for (uint256 i = 0; i < _indicators.length; ++i) {
            bytes32 present = keccak256(abi.encode(statistics.indicatorOf(_indicators[i])));
            require(present == keccak256(abi.encode(_terms[_indicators[i]])), "an indicator is as logged");
        }
        for (uint256 i = 0; i < _figures.length; ++i) {
            Figure memory entry = _figures[i];
            FigureId id = packFigureId(entry.indicator, entry.region, entry.period);
            bytes memory target = abi.encode(statistics.targetOf(entry.indicator, entry.region, entry.period));
            require(keccak256(target) == keccak256(abi.encode(_targets[id])), "a target is as logged");
            bytes memory report = abi.encode(statistics.reportOf(entry.indicator, entry.region, entry.period));
            require(keccak256(report) == keccak256(abi.encode(_reports[id])), "a report is as logged");
        }
    }

    function _take(Vm.Log memory log) internal virtual override {
        super._take(log);
        if (log.emitter != address(statistics)) return;
        IndicatorId indicator = IndicatorId.wrap(log.topics[1]);
        address actor = address(uint160(uint256(log.topics[2])));
        bytes32 signature = log.topics[0];
        if (signature == IIndicators.IndicatorDefined.selector) _define(indicator, actor, log.data);
        else if (signature == IIndicators.IndicatorEnded.selector) _end(indicator, actor, log.data);
        else if (signature == IIndicators.TargetSet.selector) _setTarget(indicator, actor, log.data);
        else if (signature == IIndicators.TargetSuperseded.selector) _supersede(indicator, actor, log.data);
        else if (signature == IIndicators.IndicatorReported.selector) _report(indicator, actor, log.data);
        else if (signature == IIndicators.IndicatorCorrected.selector) _correct(indicator, actor, log.data);
        else if (signature == IIndicators.IndicatorVerified.selector) _verify(indicator, actor, log.data);
    }

    // ─────────────────────────── Definitions ──────────────────────────

    function _define(IndicatorId indicator, address actor, bytes memory data) private {
        (IndicatorTerms memory terms, IndicatorId mapsFrom, bytes32 paper, ) = abi.decode(
            data,
            (IndicatorTerms, IndicatorId, bytes32, string)
        );
        _requireOfficial(Roles.STATISTICIAN, actor, terms.region);
        require(!_isDefined(indicator), "a version is defined once");
        require(indicator.version() == 1 || _isDefined(indicator.previous()), "versions without gaps");
        require(mapsFrom.isZero() ? indicator.version() == 1 : _isDefined(mapsFrom), "a later version is mapped");
        require(terms.direction != IndicatorDirection.None && paper != bytes32(0), "a definition says what is meant");
        _terms[indicator] = terms;
        _indicators.push(indicator);
    }

    function _end(IndicatorId indicator, address actor, bytes memory data) private {
        (Period validTo, bytes32 reason) = abi.decode(data, (Period, bytes32));
        _requireOfficial(Roles.STATISTICIAN, actor, _terms[indicator].region);
        require(_isDefined(indicator) && _terms[indicator].validTo.isZero(), "an open definition is ended, once");
        require(reason != bytes32(0), "with a reason");
        _terms[indicator].validTo = validTo;
    }

    // ───────────────────────────── Targets ────────────────────────────

    function _setTarget(IndicatorId indicator, address actor, bytes memory data) private {
        (RegionCode region, Period period, int128 value, bytes32 paper) = abi.decode(
            data,
            (RegionCode, Period, int128, bytes32)
        );
        FigureId id = _within(indicator, region, period);
        _requireOfficial(Roles.STATISTICIAN, actor, _terms[indicator].region);
        require(_targets[id].revision == 0 && paper != bytes32(0), "a target is set once");
        _targets[id] = Target(value, 1, clock);
    }

    function _supersede(IndicatorId indicator, address actor, bytes memory data) private {
        (RegionCode region, Period period, uint16 supersedes, int128 value, bytes32 reason, bytes32 paper) = abi.decode(
            data,
            (RegionCode, Period, uint16, int128, bytes32, bytes32)
        );
        FigureId id = _within(indicator, region, period);
        _requireOfficial(Roles.STATISTICIAN, actor, _terms[indicator].region);
        require(supersedes > 0 && supersedes == _targets[id].revision, "a target names the one it supersedes");
        require(reason != bytes32(0) && paper != bytes32(0), "with a reason");
        _targets[id] = Target(value, supersedes + 1, clock);
    }

    // ───────────────────────────── Reports ────────────────────────────

    function _report(IndicatorId indicator, address actor, bytes memory data) private {
        (RegionCode region, Period period, , bytes32 paper) = abi.decode(data, (RegionCode, Period, int128, bytes32));
        FigureId id = _within(indicator, region, period);
        _requireOfficial(Roles.STATISTICIAN, actor, region);
        require(_reports[id].revision == 0 && paper != bytes32(0), "a figure is reported once");
        _reports[id] = Report(actor, ReportState.Reported, 1, clock);
    }

    function _correct(IndicatorId indicator, address actor, bytes memory data) private {
        (RegionCode region, Period period, uint16 corrects, , bytes32 paper, bytes32 reason) = abi.decode(
            data,
            (RegionCode, Period, uint16, int128, bytes32, bytes32)
        );
        FigureId id = packFigureId(indicator, region, period);
        _requireOfficial(Roles.STATISTICIAN, actor, region);
        require(corrects > 0 && corrects == _reports[id].revision, "a correction names what it corrects");
        require(reason != bytes32(0) && paper != bytes32(0), "and why");
        _reports[id] = Report(actor, ReportState.Reported, corrects + 1, clock);
    }

    function _verify(IndicatorId indicator, address actor, bytes memory data) private {
        (RegionCode region, Period period, uint16 revision, ) = abi.decode(data, (RegionCode, Period, uint16, bytes32));
        Report storage entry = _reports[packFigureId(indicator, region, period)];
        _requireOfficial(Roles.STATISTICIAN, actor, region.parent());
        require(entry.state == ReportState.Reported && revision == entry.revision, "the latest report, once");
        require(actor != entry.reporter, "nobody verifies their own report");
        entry.state = ReportState.Verified;
    }

    // ──────────────────────────── Entries ─────────────────────────────

    function _within(IndicatorId indicator, RegionCode region, Period period) private returns (FigureId id) {
        IndicatorTerms storage terms = _terms[indicator];
        require(_isDefined(indicator) && terms.region.covers(region), "a figure is of its indicator's region");
        require(period.liesWithin(terms.validFrom, terms.validTo), "and of a period it is defined for");
        id = packFigureId(indicator, region, period);
        if (!_seen[id]) _figures.push(Figure(indicator, region, period));
        _seen[id] = true;
    }

    function _isDefined(IndicatorId indicator) private view returns (bool) {
        return _terms[indicator].direction != IndicatorDirection.None;
    }
}
