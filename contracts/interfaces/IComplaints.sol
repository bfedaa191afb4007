// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierId} from "../types/DossierId.sol";
import {PilotId} from "../types/PilotId.sol";

/// @notice How a complaint arrived.
/// @dev Append only.
enum ComplaintChannel {
    None,
    Hotline, // 热线
    Website, // 网站
    Letter, // 来信
    Visit, // 来访
    Transfer // 转办
}

/// @notice Where a complaint stands.
/// @dev Append only.
enum ComplaintState {
    None,
    Received, // 已收到
    Accepted, // 已受理
    Rejected, // 不予受理
    CaseOpened, // 已立案
    Answered // 已答复
}

/// @notice A complaint as the guards see it.
/// @param pilot The pilot's id without its trailing zeros.
struct Complaint {
    bytes14 pilot;
    ComplaintState state;
}

/// @title Complaints (投诉举报)
/// @notice What the public reports about a pilot's service. The paper stays off the chain; nobody is named.
interface IComplaints {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A complaint arrived. State: Received.
    /// @param complaint Its number, `CP-…`.
    /// @param documentDigest SHA-256 of the complaint.
    event ComplaintReceived(
        PilotId indexed pilot,
        address indexed actor,
        DossierId complaint,
        ComplaintChannel channel,
        bytes32 documentDigest
    );

    /// @notice The complaint is looked into. State: Accepted.
    event ComplaintAccepted(PilotId indexed pilot, address indexed actor, DossierId complaint);

    /// @notice The complaint is not looked into. State: Rejected.
    event ComplaintRejected(
        PilotId indexed pilot,
        address indexed actor,
        DossierId complaint,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice The complainant was answered. State: Answered.
    event ComplaintAnswered(PilotId indexed pilot, address indexed actor, DossierId complaint, bytes32 documentDigest);

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such complaint.
    error Complaints_Unknown(DossierId complaint);
    /// @notice The act is not allowed in the complaint's present state.
    error Complaints_StateNotAllowed(DossierId complaint, ComplaintState state);
    /// @notice The channel is missing.
    error Complaints_ChannelRequired();

    // ────────────────── Acts of a registrar or an inspector ───────────

    /// @notice Enters a complaint about a pilot.
    function receiveComplaint(
        PilotId pilot,
        ComplaintChannel channel,
        bytes32 documentDigest
    ) external returns (DossierId complaint);

    /// @notice Takes a complaint up. A case can be opened from it then.
    function acceptComplaint(DossierId complaint) external;

    /// @notice Declines a complaint.
    function rejectComplaint(DossierId complaint, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Answers a complaint that was taken up.
    function answerComplaint(DossierId complaint, bytes32 documentDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The complaint's entry; all zero when there is none.
    function complaintOf(DossierId complaint) external view returns (Complaint memory);
}
