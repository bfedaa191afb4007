// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IIndicators, IndicatorDirection, IndicatorTerms} from "../../../contracts/interfaces/IIndicators.sol";
import {IndicatorCode, IndicatorId, packIndicatorId} from "../../../contracts/types/IndicatorId.sol";
import {Period} from "../../../contracts/types/Period.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The acts on indicators, their targets and their reports by number. There are few of each, so that the acts meet.
abstract contract FigureActs is StatisticsStage {
    uint256 internal constant FIGURE_ACTS = 7;

    Period private constant _YEAR_2019 = Period.wrap(2019 << 16);
    Period private constant _YEAR_2020 = Period.wrap(2020 << 16);
    Period private constant _QUARTER = Period.wrap((2019 << 16) | (1 << 8) | 2);

    /// @return data The call.
    /// @return actor Who may do it, most times.
    function _figureAct(uint256 number, uint256 seed) internal view returns (bytes memory data, address actor) {
        actor = _statistician(seed >> 4);
        if (number == 0) return (_definition(seed), actor);
        if (number == 1) {
            Period validTo = seed % 2 == 0 ? _YEAR_2019 : _YEAR_2020;
            return (abi.encodeCall(IIndicators.endIndicator, (_indicator(seed >> 16), validTo, _reason(seed))), actor);
        }
        return (number < 4 ? _target(number, seed) : _report(number, seed), actor);
    }

    /// @dev An act that goes on with what there is, most times.
    function _likelyFigureAct(uint256 seed) internal pure returns (uint256) {
        if (seed % 16 == 0) return 1;
        return [uint256(0), 2, 3, 3, 4, 5, 5, 6, 6, 6][(seed >> 8) % 10];
    }

    function _definition(uint256 seed) private pure returns (bytes memory) {
        IndicatorTerms memory terms = IndicatorTerms({
            region: (seed >> 16) % 8 == 0 ? CITY : PROVINCE,
            direction: IndicatorDirection((seed >> 24) % 16 == 0 ? 0 : 1 + ((seed >> 28) % 3)),
            scale: uint8((seed >> 32) % 20),
            validFrom: _YEAR_2019,
            validTo: (seed >> 56) % 8 == 0 ? _YEAR_2020 : Period.wrap(0),
            unit: "COUNT"
        });
        uint16 version = uint16((seed >> 64) % 4 == 0 ? 3 : 1 + ((seed >> 66) % 2));
        bool mapped = (version > 1) == ((seed >> 72) % 8 != 0);
        IndicatorId mapsFrom = mapped ? _indicator(seed >> 80) : IndicatorId.wrap(0);
        IndicatorCode code = _code(seed >> 8);
        return abi.encodeCall(IIndicators.defineIndicator, (code, version, terms, mapsFrom, _paper(seed), TEXT));
    }

    function _target(uint256 number, uint256 seed) private view returns (bytes memory) {
        (IndicatorId indicator, RegionCode region, Period period) = _figure(seed >> 16);
        int128 value = int128(int256(seed) >> 128);
        bytes32 paper = _paper(seed);
        if (number == 2) return abi.encodeCall(IIndicators.setTarget, (indicator, region, period, value, paper));
        uint16 revision = _near(statistics.targetOf(indicator, region, period).revision, seed);
        bytes32 reason = _reason(seed);
        return abi.encodeCall(IIndicators.supersedeTarget, (indicator, region, period, revision, value, reason, paper));
    }

    function _report(uint256 number, uint256 seed) private view returns (bytes memory) {
        (IndicatorId indicator, RegionCode region, Period period) = _figure(seed >> 16);
        int128 value = int128(int256(seed) >> 128);
        bytes32 paper = _paper(seed);
        if (number == 4) return abi.encodeCall(IIndicators.reportIndicator, (indicator, region, period, value, paper));
        uint16 revision = _near(statistics.reportOf(indicator, region, period).revision, seed);
        if (number == 6) return abi.encodeCall(IIndicators.verifyReport, (indicator, region, period, revision, paper));
        bytes32 reason = _reason(seed);
        return abi.encodeCall(IIndicators.correctReport, (indicator, region, period, revision, value, paper, reason));
    }

    function _figure(uint256 seed) private pure returns (IndicatorId indicator, RegionCode region, Period period) {
        indicator = _indicator(seed);
        region = (seed >> 8) % 4 == 0 ? PROVINCE : CITY;
        period = [_YEAR_2019, _YEAR_2019, _YEAR_2020, _QUARTER][(seed >> 16) % 4];
    }

    /// @dev The first version of the first code, most times.
    function _indicator(uint256 seed) private pure returns (IndicatorId) {
        return packIndicatorId(_code(seed), seed % 2 == 0 ? 1 : uint16(1 + ((seed >> 4) % 3)));
    }

    function _code(uint256 seed) private pure returns (IndicatorCode) {
        return (seed >> 12) % 4 == 0 ? IndicatorCode.wrap("APP_COUNT") : IndicatorCode.wrap("SW_REV");
    }

    /// @dev The latest revision; now and then one beside it.
    function _near(uint16 latest, uint256 seed) private pure returns (uint16) {
        uint256 place = (seed >> 96) % 16;
        if (place == 0) return latest + 1;
        return place == 1 && latest > 0 ? latest - 1 : latest;
    }
}
