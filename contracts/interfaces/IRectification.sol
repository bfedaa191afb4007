// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierId} from "../types/DossierId.sol";
import {PilotId} from "../types/PilotId.sol";
import {OrderState} from "./ICases.sol";

/// @notice What an inspector makes of a response.
/// @dev Append only.
enum Verdict {
    None,
    Pass, // 合格
    Partial, // 部分合格
    Fail // 不合格
}

/// @title Rectification (责令整改)
/// @notice Orders to put right what was found, the lead's responses and the verdicts on them, in at most two rounds. An order
/// goes with every penalty (行政处罚法 Art. 28) and is followed up beside it.
interface IRectification {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice The lead was ordered to rectify (责令限期整改). Order: Open; state: Rectifying unless a penalty is under way.
    /// @param round 1, or 2 after a response that did not pass.
    /// @param dueAt Until when, Unix seconds.
    /// @param suspendService Whether the pilot is suspended until it complies.
    /// @param orderDigest SHA-256 of the order with its requirements.
    event RectificationOrdered(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        uint8 round,
        uint40 dueAt,
        bool suspendService,
        bytes32 orderDigest
    );

    /// @notice The lead responded. Order: Responded; state: Responded unless a penalty is under way.
    /// @param manifestDigest SHA-256 of the manifest of the response.
    event RectificationResponded(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        uint8 round,
        bytes32 manifestDigest
    );

    /// @notice The response was checked. Pass: the order is Fulfilled; else it is Unfulfilled, and the state Rectifying unless a
    /// penalty is under way.
    event RectificationJudged(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        uint8 round,
        Verdict verdict,
        bytes32 documentDigest
    );

    /// @notice The order no longer binds. Order: Lifted.
    event RectificationLifted(
        PilotId indexed pilot,
        address indexed actor,
        DossierId dossier,
        bytes32 reason,
        bytes32 documentDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice The act is not allowed where the order stands.
    error Rectification_OrderNotAllowed(DossierId dossier, OrderState order);
    /// @notice `limit` orders were given; a penalty is what remains.
    error Rectification_TooManyRounds(DossierId dossier, uint8 limit);
    /// @notice A verdict is pass, partial or fail.
    error Rectification_VerdictRequired();

    // ────────────────────────────── Acts ──────────────────────────────

    /// @notice Orders rectification, first or after a response that did not pass. Inspector.
    function orderRectification(DossierId dossier, uint40 dueAt, bool suspendService, bytes32 orderDigest) external;

    /// @notice Responds to an order. Lead.
    function respondToOrder(DossierId dossier, bytes32 manifestDigest) external;

    /// @notice Judges a response. Inspector.
    function judgeResponse(DossierId dossier, Verdict verdict, bytes32 documentDigest) external;

    /// @notice Lifts an order that cannot or need not be fulfilled. Decider.
    function liftOrder(DossierId dossier, bytes32 reason, bytes32 documentDigest) external;
}
