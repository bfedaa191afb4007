// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IIndicators, Target} from "../../interfaces/IIndicators.sol";
import {Roles} from "../../libraries/Roles.sol";
import {FigureId, packFigureId} from "../../types/FigureId.sol";
import {IndicatorId} from "../../types/IndicatorId.sol";
import {Period} from "../../types/Period.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Definitions} from "./Definitions.sol";

/// @title Targets (考核目标)
/// @notice What a figure should reach: set once, then only superseded.
abstract contract Targets is Definitions {
    mapping(FigureId figure => Target) private _targets;

    // ────────────────────────────── Acts ──────────────────────────────

    /// @inheritdoc IIndicators
    function setTarget(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        int128 value,
        bytes32 decisionDigest
    ) external {
        (FigureId figure, RegionCode owner) = _figure(indicator, region, period);
        uint16 revision = _targets[figure].revision;
        if (revision != 0) revert Indicators_TargetExists(figure, revision);
        (address actor, ) = _asOfficial(Roles.STATISTICIAN, owner);
        _requireRegion(region);
        _requireDigest(decisionDigest);
        _targets[figure] = Target({value: value, revision: 1, setAt: _blockTime()});
        _record(
            IIndicators.TargetSet.selector,
            indicator.toSubject(),
            actor,
            abi.encode(region, period, value, decisionDigest)
        );
    }

    /// @inheritdoc IIndicators
    function supersedeTarget(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision,
        int128 value,
        bytes32 reason,
        bytes32 decisionDigest
    ) external {
        address actor = _asTargetKeeper(indicator, region, period, revision, value);
        _requireReason(reason);
        _requireDigest(decisionDigest);
        _record(
            IIndicators.TargetSuperseded.selector,
            indicator.toSubject(),
            actor,
            abi.encode(region, period, revision, value, reason, decisionDigest)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IIndicators
    function targetOf(IndicatorId indicator, RegionCode region, Period period) external view returns (Target memory) {
        return _targets[packFigureId(indicator, region, period)];
    }

    // ──────────────────────────── Entries ─────────────────────────────

    /// @dev Puts `value` in the place of target number `revision`; the caller, if it may.
    function _asTargetKeeper(
        IndicatorId indicator,
        RegionCode region,
        Period period,
        uint16 revision,
        int128 value
    ) private returns (address actor) {
        (FigureId figure, RegionCode owner) = _figure(indicator, region, period);
        uint16 latest = _targets[figure].revision;
        if (latest == 0) revert Indicators_TargetUnknown(figure);
        if (revision != latest) revert Indicators_TargetSuperseded(figure, revision, latest);
        (actor, ) = _asOfficial(Roles.STATISTICIAN, owner);
        _targets[figure] = Target({value: value, revision: latest + 1, setAt: _blockTime()});
    }
}
