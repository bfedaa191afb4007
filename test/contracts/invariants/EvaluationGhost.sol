// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    Criterion,
    Evaluation,
    EvaluationState,
    EvaluatorSeat,
    IEvaluations,
    ScoreItem
} from "../../../contracts/interfaces/IEvaluations.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {EvaluationId} from "../../../contracts/types/EvaluationId.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {Vm} from "../Vm.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The evaluations as the logs alone tell of them; reverts when a log says what none may say.
abstract contract EvaluationGhost is StatisticsStage {
    EvaluationId[] private _all;
    mapping(EvaluationId evaluation => Evaluation) private _evaluations;
    mapping(EvaluationId evaluation => mapping(address account => EvaluatorSeat)) private _seats;

    /// @notice Reverts unless the ledger says of each evaluation what the logs say.
    function requireEvaluations() external view {
        for (uint256 i = 0; i < _all.length; ++i) {
            EvaluationId id = _all[i];
            Evaluation memory entry = statistics.evaluationOf(id);
            bytes32 logged = keccak256(abi.encode(_evaluations[id]));
            require(keccak256(abi.encode(entry)) == logged, "an evaluation is as logged");
            uint256 named = 0;
            uint256 delivered = 0;
            for (uint256 j = 0; j < 9; ++j) {
                EvaluatorSeat seat = statistics.evaluatorSeat(id, cast(j));
                require(seat == _seats[id][cast(j)], "a seat is as logged");
                if (seat != EvaluatorSeat.None) ++named;
                if (seat == EvaluatorSeat.Delivered) ++delivered;
            }
            require(entry.evaluators == named && entry.sheets == delivered, "an evaluator scores once");
            require(entry.sum <= 10_000 * delivered && entry.total <= 10_000, "no total is above the whole");
        }
    }

    function _take(Vm.Log memory log) internal virtual override {
        super._take(log);
        if (log.emitter != address(statistics)) return;
        EvaluationId id = EvaluationId.wrap(log.topics[1]);
        address actor = address(uint160(uint256(log.topics[2])));
        bytes32 signature = log.topics[0];
        if (signature == IEvaluations.EvaluationPlanned.selector) _plan(id, actor, log.data);
        else if (signature == IEvaluations.EvaluationOpened.selector) {
            _move(id, actor, EvaluationState.Planned, EvaluationState.Collecting);
        } else if (signature == IEvaluations.EvaluationMaterialsSubmitted.selector) _handIn(id, actor);
        else if (signature == IEvaluations.EvaluationSheetSubmitted.selector) _score(id, actor, log.data);
        else if (signature == IEvaluations.EvaluationScored.selector) _conclude(id, actor, log.data);
        else if (signature == IEvaluations.EvaluationPublished.selector) {
            _move(id, actor, EvaluationState.Scored, EvaluationState.Published);
        }
    }

    function _plan(EvaluationId id, address actor, bytes memory data) private {
        Evaluation storage entry = _evaluations[id];
        require(entry.state == EvaluationState.None, "an evaluation is planned once");
        (Uscc organisation, Criterion[] memory criteria, address[] memory evaluators, ) = abi.decode(
            data,
            (Uscc, Criterion[], address[], string)
        );
        entry.organisation = organisation;
        _requireImpartial(id, Roles.APPROVER, actor);
        uint256 weight = 0;
        for (uint256 i = 0; i < criteria.length; ++i) weight += criteria[i].weight;
        require(weight == 10_000, "the weights add up");
        for (uint256 i = 0; i < evaluators.length; ++i) {
            require(_seats[id][evaluators[i]] == EvaluatorSeat.None, "an evaluator is named once");
            _requireImpartial(id, Roles.EXPERT, evaluators[i]);
            _seats[id][evaluators[i]] = EvaluatorSeat.Named;
        }
        _all.push(id);
        entry.state = EvaluationState.Planned;
        entry.evaluators = uint8(evaluators.length);
        entry.criteriaHash = keccak256(abi.encode(criteria));
    }

    function _handIn(EvaluationId id, address actor) private view {
        Evaluation storage entry = _evaluations[id];
        require(entry.state == EvaluationState.Collecting, "materials are handed in while they are collected");
        require(authority.bindingOf(actor).organisation.equals(entry.organisation), "by who is evaluated");
    }

    function _score(EvaluationId id, address actor, bytes memory data) private {
        Evaluation storage entry = _evaluations[id];
        require(entry.state == EvaluationState.Collecting, "sheets come while they are collected");
        _requireImpartial(id, Roles.EXPERT, actor);
        require(_seats[id][actor] == EvaluatorSeat.Named, "from evaluators, once");
        _seats[id][actor] = EvaluatorSeat.Delivered;
        (ScoreItem[] memory items, uint16 total, bytes32 paper) = abi.decode(data, (ScoreItem[], uint16, bytes32));
        Criterion[] memory criteria = new Criterion[](items.length);
        uint256 sum = 0;
        for (uint256 i = 0; i < items.length; ++i) {
            ScoreItem memory item = items[i];
            require(item.score <= item.maximum, "no score is above its maximum");
            criteria[i] = Criterion(item.code, item.maximum, item.weight);
            sum += _halfUp(uint256(item.score) * item.weight, item.maximum);
        }
        require(keccak256(abi.encode(criteria)) == entry.criteriaHash, "scored is what was planned");
        require(total == sum && paper != bytes32(0), "a total is the sum of its points");
        ++entry.sheets;
        entry.sum += total;
    }

    function _conclude(EvaluationId id, address actor, bytes memory data) private {
        Evaluation storage entry = _evaluations[id];
        _move(id, actor, EvaluationState.Collecting, EvaluationState.Scored);
        (uint8 sheets, uint16 total) = abi.decode(data, (uint8, uint16));
        require(sheets == entry.sheets && 2 * uint256(sheets) > entry.evaluators, "more than half have scored");
        require(total == _halfUp(entry.sum, sheets), "the result is the mean");
        entry.total = total;
    }

    function _move(EvaluationId id, address actor, EvaluationState from, EvaluationState to) private {
        Evaluation storage entry = _evaluations[id];
        _requireImpartial(id, Roles.APPROVER, actor);
        require(entry.state == from, "an event is recorded in its state alone");
        entry.state = to;
    }

    function _requireImpartial(EvaluationId id, bytes32 role, address account) private view {
        Uscc organisation = _requireOfficial(role, account, CITY);
        require(!organisation.equals(_evaluations[id].organisation), "nobody evaluates their own organisation");
    }

    /// @dev To the nearest integer, a half upwards, told from the remainder.
    function _halfUp(uint256 numerator, uint256 denominator) private pure returns (uint256) {
        uint256 quotient = numerator / denominator;
        return 2 * (numerator % denominator) >= denominator ? quotient + 1 : quotient;
    }
}
