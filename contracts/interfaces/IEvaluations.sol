// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EvaluationId, EvaluationKind} from "../types/EvaluationId.sol";
import {RegionCode} from "../types/RegionCode.sol";
import {Uscc} from "../types/Uscc.sol";

/// @notice Where an evaluation stands.
/// @dev Append only.
enum EvaluationState {
    None,
    Planned, // 已计划
    Collecting, // 材料收集中
    Scored, // 已评分
    Published // 已公布
}

/// @notice An expert's place in an evaluation.
/// @dev Append only.
enum EvaluatorSeat {
    None,
    Named, // 待评分
    Delivered // 已评分
}

/// @notice What is scored, as planned.
/// @param code ASCII; the codes of a plan ascend.
/// @param maximum The best score.
/// @param weight Basis points; those of a plan sum to 10 000.
struct Criterion {
    bytes16 code;
    uint32 maximum;
    uint16 weight;
}

/// @notice A criterion with its score.
struct ScoreItem {
    bytes16 code;
    uint32 maximum;
    uint16 weight;
    uint32 score;
}

/// @notice An evaluation as the guards see it. Two storage slots.
/// @param organisation Who is evaluated, or answers for the region that is.
/// @param state Where it stands.
/// @param evaluators How many experts score it.
/// @param sheets How many have.
/// @param sum The sum of their totals, basis points.
/// @param total The mean of their totals, basis points: 8734 is 87.34 of 100; zero until it is scored.
/// @param criteriaHash `keccak256(abi.encode(criteria))`.
struct Evaluation {
    Uscc organisation;
    EvaluationState state;
    uint8 evaluators;
    uint8 sheets;
    uint32 sum;
    uint16 total;
    bytes32 criteriaHash;
}

/// @title Evaluations (评估)
/// @notice Cities on site, counties, bases: planned with weighted criteria and named experts, scored by each of them on a sheet
/// of their own, published. Rounding is half up: each item's points are `score × weight ÷ maximum` rounded to basis points, a
/// sheet's total is their sum, and the result is the mean of the totals rounded likewise.
interface IEvaluations {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice An evaluation was planned. State: Planned.
    /// @param text Canonical JSON `{"title": {"en": …, "zh": …}}`.
    event EvaluationPlanned(
        EvaluationId indexed evaluation,
        address indexed actor,
        Uscc organisation,
        Criterion[] criteria,
        address[] evaluators,
        string text
    );

    /// @notice Materials are asked for, and experts may score. State: Collecting.
    /// @param documentDigest SHA-256 of the notice; zero if none.
    event EvaluationOpened(EvaluationId indexed evaluation, address indexed actor, bytes32 documentDigest);

    /// @notice The evaluated organisation handed in materials; it may do so again.
    /// @param manifestDigest SHA-256 of the canonical manifest of files.
    event EvaluationMaterialsSubmitted(EvaluationId indexed evaluation, address indexed actor, bytes32 manifestDigest);

    /// @notice An expert scored every criterion.
    /// @param total Basis points.
    /// @param opinionDigest SHA-256 of the written opinion.
    event EvaluationSheetSubmitted(
        EvaluationId indexed evaluation,
        address indexed actor,
        ScoreItem[] items,
        uint16 total,
        bytes32 opinionDigest
    );

    /// @notice Scoring was closed. State: Scored.
    /// @param sheets How many experts scored.
    /// @param total The mean of their totals, basis points.
    event EvaluationScored(EvaluationId indexed evaluation, address indexed actor, uint8 sheets, uint16 total);

    /// @notice The result was published. State: Published.
    /// @param decisionDigest SHA-256 of the published result.
    event EvaluationPublished(EvaluationId indexed evaluation, address indexed actor, bytes32 decisionDigest);

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such evaluation.
    error Evaluations_Unknown(EvaluationId evaluation);
    /// @notice An evaluation of this id is planned already.
    error Evaluations_Exists(EvaluationId evaluation);
    /// @notice An evaluation has a kind, a year from 2000 to 2999 and a number of at least 1.
    error Evaluations_IdInvalid(EvaluationKind kind, uint16 year, uint16 number);
    /// @notice The act is not allowed in this state.
    error Evaluations_StateNotAllowed(EvaluationId evaluation, EvaluationState state);
    /// @notice A plan has 1 to `limit` criteria.
    error Evaluations_CriteriaLength(uint256 length, uint256 limit);
    /// @notice Criterion `index` lacks a code, a maximum or a weight, or its code does not come after the one before.
    error Evaluations_CriterionInvalid(uint256 index);
    /// @notice The weights of a plan sum to 10 000 basis points.
    error Evaluations_WeightSum(uint256 sum);
    /// @notice An evaluation has 1 to `limit` evaluators.
    error Evaluations_EvaluatorsLength(uint256 length, uint256 limit);
    /// @notice Evaluator `index` is named before.
    error Evaluations_EvaluatorTwice(uint256 index, address account);
    /// @notice The account's organisation is the one evaluated.
    error Evaluations_ConflictOfInterest(EvaluationId evaluation, address account, Uscc organisation);
    /// @notice The account does not evaluate here.
    error Evaluations_NotEvaluator(EvaluationId evaluation, address account);
    /// @notice The account has scored already.
    error Evaluations_AlreadyScored(EvaluationId evaluation, address account);
    /// @notice The sheet's criteria are not those planned.
    error Evaluations_CriteriaChanged(EvaluationId evaluation);
    /// @notice Score `index` is above its maximum.
    error Evaluations_ScoreTooHigh(uint256 index, uint32 score, uint32 maximum);
    /// @notice More than half of the evaluators must have scored.
    error Evaluations_SheetsMissing(EvaluationId evaluation, uint8 sheets, uint8 evaluators);
    /// @notice The organisation is not the one evaluated.
    error Evaluations_NotEvaluated(EvaluationId evaluation, Uscc organisation);

    // ───────────────────── Acts of the approver ───────────────────────

    /// @notice Plans an evaluation. Approver of the region, not of the evaluated organisation.
    /// @param evaluators Accounts with the role EXPERT over the region, not of the evaluated organisation.
    function planEvaluation(
        EvaluationKind kind,
        uint16 year,
        RegionCode region,
        uint16 number,
        Uscc organisation,
        Criterion[] calldata criteria,
        address[] calldata evaluators,
        string calldata text
    ) external returns (EvaluationId evaluation);

    /// @notice Asks for materials and lets the experts score.
    function openEvaluation(EvaluationId evaluation, bytes32 documentDigest) external;

    /// @notice Closes scoring and computes the result.
    function concludeEvaluation(EvaluationId evaluation) external;

    /// @notice Publishes the result.
    function publishEvaluation(EvaluationId evaluation, bytes32 decisionDigest) external;

    // ─────────────────────── Acts of the others ───────────────────────

    /// @notice Hands in materials. An account of the evaluated organisation.
    function submitEvaluationMaterials(EvaluationId evaluation, bytes32 manifestDigest) external;

    /// @notice Scores every criterion, once. One of the evaluators.
    function submitSheet(EvaluationId evaluation, ScoreItem[] calldata items, bytes32 opinionDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The evaluation; all zero when there is none.
    function evaluationOf(EvaluationId evaluation) external view returns (Evaluation memory);

    /// @notice The account's place in the evaluation.
    function evaluatorSeat(EvaluationId evaluation, address account) external view returns (EvaluatorSeat);
}
