// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    Criterion,
    Evaluation,
    EvaluationState,
    EvaluatorSeat,
    IEvaluations,
    ScoreItem
} from "../../interfaces/IEvaluations.sol";
import {AsciiCodes} from "../../libraries/AsciiCodes.sol";
import {Roles} from "../../libraries/Roles.sol";
import {Rounding} from "../../libraries/Rounding.sol";
import {EvaluationId, EvaluationKind, packEvaluationId} from "../../types/EvaluationId.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {StatisticsRegister} from "./StatisticsRegister.sol";

/// @title Evaluations (评估)
/// @notice Planned by an approver, scored by experts who have no part in what they score.
abstract contract Evaluations is StatisticsRegister {
    using AsciiCodes for bytes16;

    uint256 private constant _CRITERIA_LIMIT = 32;
    uint256 private constant _EVALUATOR_LIMIT = 15;
    uint256 private constant _WHOLE = 10_000;

    mapping(EvaluationId evaluation => Evaluation) private _evaluations;
    mapping(EvaluationId evaluation => mapping(address account => EvaluatorSeat)) private _evaluators;

    // ───────────────────── Acts of the approver ───────────────────────

    /// @inheritdoc IEvaluations
    function planEvaluation(
        EvaluationKind kind,
        uint16 year,
        RegionCode region,
        uint16 number,
        Uscc organisation,
        Criterion[] calldata criteria,
        address[] calldata evaluators,
        string calldata text
    ) external returns (EvaluationId evaluation) {
        evaluation = packEvaluationId(kind, year, region, number);
        if (_evaluations[evaluation].state != EvaluationState.None) revert Evaluations_Exists(evaluation);
        if (kind == EvaluationKind.None || year < 2000 || year > 2999 || number == 0) {
            revert Evaluations_IdInvalid(kind, year, number);
        }
        _plan(evaluation, organisation, criteria, evaluators, text);
    }

    /// @inheritdoc IEvaluations
    function openEvaluation(EvaluationId evaluation, bytes32 documentDigest) external {
        (Evaluation storage entry, address actor) = _approverOn(evaluation, EvaluationState.Planned);
        entry.state = EvaluationState.Collecting;
        _record(IEvaluations.EvaluationOpened.selector, evaluation.toSubject(), actor, abi.encode(documentDigest));
    }

    /// @inheritdoc IEvaluations
    function concludeEvaluation(EvaluationId evaluation) external {
        (Evaluation storage entry, address actor) = _approverOn(evaluation, EvaluationState.Collecting);
        uint8 sheets = entry.sheets;
        uint8 evaluators = entry.evaluators;
        if (2 * uint256(sheets) <= evaluators) revert Evaluations_SheetsMissing(evaluation, sheets, evaluators);
        // A mean of totals is no more than the greatest of them.
        uint16 total = uint16(Rounding.halfUp(entry.sum, sheets));
        entry.state = EvaluationState.Scored;
        entry.total = total;
        _record(IEvaluations.EvaluationScored.selector, evaluation.toSubject(), actor, abi.encode(sheets, total));
    }

    /// @inheritdoc IEvaluations
    function publishEvaluation(EvaluationId evaluation, bytes32 decisionDigest) external {
        (Evaluation storage entry, address actor) = _approverOn(evaluation, EvaluationState.Scored);
        _requireDigest(decisionDigest);
        entry.state = EvaluationState.Published;
        _record(IEvaluations.EvaluationPublished.selector, evaluation.toSubject(), actor, abi.encode(decisionDigest));
    }

    // ─────────────────────── Acts of the others ───────────────────────

    /// @inheritdoc IEvaluations
    function submitEvaluationMaterials(EvaluationId evaluation, bytes32 manifestDigest) external {
        Evaluation storage entry = _in(evaluation, EvaluationState.Collecting);
        address actor = _msgSender();
        Uscc organisation = AUTHORITY.organisationOf(actor);
        if (!organisation.equals(entry.organisation)) revert Evaluations_NotEvaluated(evaluation, organisation);
        _requireDigest(manifestDigest);
        _record(
            IEvaluations.EvaluationMaterialsSubmitted.selector,
            evaluation.toSubject(),
            actor,
            abi.encode(manifestDigest)
        );
    }

    /// @inheritdoc IEvaluations
    function submitSheet(EvaluationId evaluation, ScoreItem[] calldata items, bytes32 opinionDigest) external {
        Evaluation storage entry = _in(evaluation, EvaluationState.Collecting);
        address actor = _msgSender();
        EvaluatorSeat seat = _evaluators[evaluation][actor];
        if (seat == EvaluatorSeat.None) revert Evaluations_NotEvaluator(evaluation, actor);
        if (seat == EvaluatorSeat.Delivered) revert Evaluations_AlreadyScored(evaluation, actor);
        _requireImpartial(evaluation, entry.organisation, Roles.EXPERT, actor);
        uint16 total = _total(evaluation, entry.criteriaHash, items);
        _requireDigest(opinionDigest);

        _evaluators[evaluation][actor] = EvaluatorSeat.Delivered;
        ++entry.sheets;
        entry.sum += total;
        _record(
            IEvaluations.EvaluationSheetSubmitted.selector,
            evaluation.toSubject(),
            actor,
            abi.encode(items, total, opinionDigest)
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IEvaluations
    function evaluationOf(EvaluationId evaluation) external view returns (Evaluation memory) {
        return _evaluations[evaluation];
    }

    /// @inheritdoc IEvaluations
    function evaluatorSeat(EvaluationId evaluation, address account) external view returns (EvaluatorSeat) {
        return _evaluators[evaluation][account];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _in(EvaluationId evaluation, EvaluationState expected) private view returns (Evaluation storage entry) {
        entry = _evaluations[evaluation];
        EvaluationState state = entry.state;
        if (state == EvaluationState.None) revert Evaluations_Unknown(evaluation);
        if (state != expected) revert Evaluations_StateNotAllowed(evaluation, state);
    }

    function _approverOn(
        EvaluationId evaluation,
        EvaluationState expected
    ) private view returns (Evaluation storage entry, address actor) {
        entry = _in(evaluation, expected);
        actor = _msgSender();
        _requireImpartial(evaluation, entry.organisation, Roles.APPROVER, actor);
    }

    function _requireImpartial(EvaluationId evaluation, Uscc evaluated, bytes32 role, address account) private view {
        Uscc organisation = AUTHORITY.officialOf(account, role, evaluation.region());
        if (organisation.equals(evaluated)) revert Evaluations_ConflictOfInterest(evaluation, account, organisation);
    }

    // ──────────────────────────── Planning ────────────────────────────

    function _plan(
        EvaluationId evaluation,
        Uscc organisation,
        Criterion[] calldata criteria,
        address[] calldata evaluators,
        string calldata text
    ) private {
        address actor = _msgSender();
        _requireImpartial(evaluation, organisation, Roles.APPROVER, actor);
        _requireRegion(evaluation.region());
        AUTHORITY.requireActive(organisation);
        _requireCriteria(criteria);
        _nameEvaluators(evaluation, organisation, evaluators);
        _requireText(text);

        Evaluation storage entry = _evaluations[evaluation];
        entry.organisation = organisation;
        entry.state = EvaluationState.Planned;
        entry.evaluators = uint8(evaluators.length);
        entry.criteriaHash = keccak256(abi.encode(criteria));
        _record(
            IEvaluations.EvaluationPlanned.selector,
            evaluation.toSubject(),
            actor,
            abi.encode(organisation, criteria, evaluators, text)
        );
    }

    function _requireCriteria(Criterion[] calldata criteria) private pure {
        uint256 length = criteria.length;
        if (length == 0 || length > _CRITERIA_LIMIT) revert Evaluations_CriteriaLength(length, _CRITERIA_LIMIT);
        uint256 sum = 0;
        bytes16 before = 0;
        for (uint256 i = 0; i < length; ++i) {
            Criterion calldata criterion = criteria[i];
            bytes16 code = criterion.code;
            if (!code.isCode() || code <= before || criterion.maximum == 0 || criterion.weight == 0) {
                revert Evaluations_CriterionInvalid(i);
            }
            before = code;
            sum += criterion.weight;
        }
        if (sum != _WHOLE) revert Evaluations_WeightSum(sum);
    }

    function _nameEvaluators(EvaluationId evaluation, Uscc organisation, address[] calldata evaluators) private {
        uint256 length = evaluators.length;
        if (length == 0 || length > _EVALUATOR_LIMIT) revert Evaluations_EvaluatorsLength(length, _EVALUATOR_LIMIT);
        mapping(address account => EvaluatorSeat) storage seats = _evaluators[evaluation];
        for (uint256 i = 0; i < length; ++i) {
            address evaluator = evaluators[i];
            if (seats[evaluator] != EvaluatorSeat.None) revert Evaluations_EvaluatorTwice(i, evaluator);
            _requireImpartial(evaluation, organisation, Roles.EXPERT, evaluator);
            seats[evaluator] = EvaluatorSeat.Named;
        }
    }

    // ──────────────────────────── Scoring ─────────────────────────────

    /// @dev The total of a sheet in basis points. The weights sum to 10 000, so it fits.
    function _total(
        EvaluationId evaluation,
        bytes32 criteriaHash,
        ScoreItem[] calldata items
    ) private pure returns (uint16) {
        uint256 length = items.length;
        if (length > _CRITERIA_LIMIT) revert Evaluations_CriteriaChanged(evaluation);
        Criterion[] memory criteria = new Criterion[](length);
        uint256 total = 0;
        for (uint256 i = 0; i < length; ++i) {
            ScoreItem calldata item = items[i];
            criteria[i] = Criterion({code: item.code, maximum: item.maximum, weight: item.weight});
            if (item.score > item.maximum) revert Evaluations_ScoreTooHigh(i, item.score, item.maximum);
            // A criterion that was planned has a maximum; another is refused below.
            if (item.maximum != 0) total += Rounding.halfUp(uint256(item.score) * item.weight, item.maximum);
        }
        if (keccak256(abi.encode(criteria)) != criteriaHash) revert Evaluations_CriteriaChanged(evaluation);
        return uint16(total);
    }
}
