// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IIndicators, IndicatorDirection, IndicatorTerms} from "../../interfaces/IIndicators.sol";
import {AsciiCodes} from "../../libraries/AsciiCodes.sol";
import {Roles} from "../../libraries/Roles.sol";
import {FigureId, packFigureId} from "../../types/FigureId.sol";
import {IndicatorCode, IndicatorId, packIndicatorId} from "../../types/IndicatorId.sol";
import {Period} from "../../types/Period.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {StatisticsRegister} from "./StatisticsRegister.sol";

/// @title Definitions (指标定义)
/// @notice The versions of each indicator.
abstract contract Definitions is StatisticsRegister {
    using AsciiCodes for bytes16;

    uint8 private constant _SCALE_LIMIT = 18;

    mapping(IndicatorId indicator => IndicatorTerms) private _definitions;

    // ────────────────────────────── Acts ──────────────────────────────

    /// @inheritdoc IIndicators
    function defineIndicator(
        IndicatorCode code,
        uint16 version,
        IndicatorTerms calldata terms,
        IndicatorId mapsFrom,
        bytes32 documentDigest,
        string calldata text
    ) external returns (IndicatorId indicator) {
        indicator = packIndicatorId(code, version);
        if (_exists(indicator)) revert Indicators_Exists(indicator);
        (address actor, ) = _asOfficial(Roles.STATISTICIAN, terms.region);
        _requireCode(IndicatorCode.unwrap(code));
        _requireVersion(indicator, mapsFrom);
        _requireTerms(terms);
        _requireDigest(documentDigest);
        _requireText(text);
        _definitions[indicator] = terms;
        _record(
            IIndicators.IndicatorDefined.selector,
            indicator.toSubject(),
            actor,
            abi.encode(terms, mapsFrom, documentDigest, text)
        );
    }

    /// @inheritdoc IIndicators
    function endIndicator(IndicatorId indicator, Period validTo, bytes32 reason) external {
        IndicatorTerms storage terms = _definition(indicator);
        if (!terms.validTo.isZero()) revert Indicators_Ended(indicator, terms.validTo);
        (address actor, ) = _asOfficial(Roles.STATISTICIAN, terms.region);
        _requirePeriod(validTo);
        _requireOrder(terms.validFrom, validTo);
        _requireReason(reason);
        terms.validTo = validTo;
        _record(IIndicators.IndicatorEnded.selector, indicator.toSubject(), actor, abi.encode(validTo, reason));
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IIndicators
    function indicatorOf(IndicatorId indicator) external view returns (IndicatorTerms memory) {
        return _definitions[indicator];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev The id of a figure that the definition is for, and whose indicator it is.
    function _figure(
        IndicatorId indicator,
        RegionCode region,
        Period period
    ) internal view returns (FigureId figure, RegionCode owner) {
        IndicatorTerms storage terms = _definition(indicator);
        figure = packFigureId(indicator, region, period);
        owner = terms.region;
        if (!owner.covers(region)) revert Indicators_RegionOutside(figure, owner);
        _requirePeriod(period);
        if (!period.liesWithin(terms.validFrom, terms.validTo)) {
            revert Indicators_PeriodOutside(figure, terms.validFrom, terms.validTo);
        }
    }

    /// @dev The id of a figure, of whatever period. Only an indicator that is defined leaves the id's other bytes free.
    function _packed(IndicatorId indicator, RegionCode region, Period period) internal view returns (FigureId) {
        _definition(indicator);
        return packFigureId(indicator, region, period);
    }

    function _definition(IndicatorId indicator) private view returns (IndicatorTerms storage terms) {
        terms = _definitions[indicator];
        if (!_exists(indicator)) revert Indicators_Unknown(indicator);
    }

    function _exists(IndicatorId indicator) private view returns (bool) {
        return _definitions[indicator].direction != IndicatorDirection.None;
    }

    function _requireVersion(IndicatorId indicator, IndicatorId mapsFrom) private view {
        uint16 version = indicator.version();
        if (version == 0 || (version > 1 && !_exists(indicator.previous()))) revert Indicators_VersionGap(indicator);
        bool mapped = !mapsFrom.isZero();
        if (mapped ? !_exists(mapsFrom) : version > 1) revert Indicators_MappingInvalid(indicator, mapsFrom);
    }

    function _requireTerms(IndicatorTerms calldata terms) private view {
        _requireRegion(terms.region);
        if (terms.direction == IndicatorDirection.None) revert Indicators_DirectionRequired();
        if (terms.scale > _SCALE_LIMIT) revert Indicators_ScaleTooFine(terms.scale, _SCALE_LIMIT);
        _requireCode(terms.unit);
        _requirePeriod(terms.validFrom);
        if (!terms.validTo.isZero()) {
            _requirePeriod(terms.validTo);
            _requireOrder(terms.validFrom, terms.validTo);
        }
    }

    function _requireOrder(Period validFrom, Period validTo) private pure {
        if (validTo.lastMonth() < validFrom.lastMonth()) revert Indicators_ValidityInvalid(validFrom, validTo);
    }

    function _requireCode(bytes16 code) private pure {
        if (!code.isCode()) revert Indicators_CodeInvalid(code);
    }
}
