// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Criterion, IEvaluations, ScoreItem} from "../../../contracts/interfaces/IEvaluations.sol";
import {EvaluationId, EvaluationKind, packEvaluationId} from "../../../contracts/types/EvaluationId.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The acts on two evaluations by number.
abstract contract EvaluationActs is StatisticsStage {
    uint256 internal constant EVALUATION_ACTS = 6;

    EvaluationKind private constant _KIND = EvaluationKind.CityOnSite;

    /// @return data The call.
    /// @return actor Who may do it, most times.
    function _evaluationAct(uint256 number, uint256 seed) internal pure returns (bytes memory data, address actor) {
        bytes32 paper = _paper(seed);
        EvaluationId evaluation = packEvaluationId(_KIND, 2019, CITY, _number(seed));
        actor = (seed >> 4) % 8 == 0 ? PARTNER : APPROVER;
        if (number == 0) return (_plan(seed), actor);
        if (number == 1) return (abi.encodeCall(IEvaluations.openEvaluation, (evaluation, paper)), actor);
        if (number == 2) return (abi.encodeCall(IEvaluations.concludeEvaluation, (evaluation)), actor);
        if (number == 3) return (abi.encodeCall(IEvaluations.publishEvaluation, (evaluation, paper)), actor);
        if (number == 4) {
            data = abi.encodeCall(IEvaluations.submitEvaluationMaterials, (evaluation, paper));
            return (data, (seed >> 8) % 2 == 0 ? LEADER : PARTNER);
        }
        return (abi.encodeCall(IEvaluations.submitSheet, (evaluation, _sheet(seed), paper)), _evaluator(seed >> 12));
    }

    function _likelyEvaluationAct(uint256 seed) internal pure returns (uint256) {
        return [uint256(0), 1, 1, 2, 3, 4, 5, 5, 5, 5][seed % 10];
    }

    /// @dev One to three criteria whose shares do not come out even; now and then their weights do not add up.
    function _plan(uint256 seed) private pure returns (bytes memory) {
        uint256 length = _length(seed);
        Criterion[] memory criteria = new Criterion[](length);
        for (uint256 i = 0; i < length; ++i) {
            criteria[i] = _criterion(seed, i, length);
        }
        if (seed % 16 == 15) criteria[0].weight += 1;
        address[] memory evaluators = new address[](1 + ((seed >> 24) % 3));
        for (uint256 i = 0; i < evaluators.length; ++i) evaluators[i] = _evaluator((seed >> 28) + i);
        Uscc evaluated = (seed >> 8) % 4 == 0 ? PARTY : LEAD;
        return
            abi.encodeCall(
                IEvaluations.planEvaluation,
                (_KIND, 2019, CITY, _number(seed), evaluated, criteria, evaluators, TEXT)
            );
    }

    /// @dev Scores of the criteria as they were planned if the length is right; now and then one is too high.
    function _sheet(uint256 seed) private pure returns (ScoreItem[] memory items) {
        uint256 length = _length(seed);
        items = new ScoreItem[](length);
        for (uint256 i = 0; i < length; ++i) {
            Criterion memory criterion = _criterion(seed, i, length);
            uint32 score = uint32((seed >> (64 + 8 * i)) % (criterion.maximum + 1));
            items[i] = ScoreItem(criterion.code, criterion.maximum, criterion.weight, score);
        }
        if (seed % 16 == 15) items[0].score += items[0].maximum;
    }

    function _criterion(uint256 seed, uint256 index, uint256 length) private pure returns (Criterion memory) {
        uint16 weight = uint16(index + 1 == length ? 10_000 - 3_333 * index : 3_333);
        uint32 maximum = (seed >> 20) % 8 == 0 ? 100 : [uint32(30), 7, 11][index];
        return Criterion([bytes16("A"), "B", "C"][index], maximum, weight);
    }

    /// @dev Each evaluation has its number of criteria, most times.
    function _length(uint256 seed) private pure returns (uint256) {
        return (seed >> 16) % 8 == 0 ? 1 : 1 + _number(seed);
    }

    function _number(uint256 seed) private pure returns (uint16) {
        return uint16(1 + (seed % 2));
    }

    /// @dev Experts all; the last is of an organisation that is evaluated now and then.
    function _evaluator(uint256 seed) private pure returns (address) {
        return seed % 4 == 3 ? PARTNER : address(uint160(EXPERT) + uint160(seed % 4));
    }
}
