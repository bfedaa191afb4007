// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ProgrammeId, ProgrammeKind} from "../types/ProgrammeId.sol";

/// @notice A programme as the guards see it.
/// @param opensAt First second at which pilots may apply, Unix seconds; zero when there is no such programme.
/// @param closesAt First second at which they no longer may.
struct Programme {
    uint40 opensAt;
    uint40 closesAt;
}

/// @title Programmes (批次)
/// @notice Batches of pilots of one kind and year, with a window for applications.
interface IProgrammes {
    /// @notice A programme was opened.
    /// @param opensAt First second at which pilots may apply, Unix seconds.
    /// @param closesAt First second at which they no longer may.
    /// @param ruleSetDigest SHA-256 of the rule-set file that governs it.
    /// @param templateDigest SHA-256 of the programme's template: required documents, plan, pass rule.
    /// @param text Canonical JSON `{"title": {"en": …, "zh": …}}`.
    event ProgrammeOpened(
        ProgrammeId indexed programme,
        address indexed actor,
        uint40 opensAt,
        uint40 closesAt,
        bytes32 ruleSetDigest,
        bytes32 templateDigest,
        string text
    );

    /// @notice A programme's window was closed before its time; `closesAt` is now this block's time.
    /// @param reason A reason code, ASCII.
    event ProgrammeClosed(ProgrammeId indexed programme, address indexed actor, uint40 closesAt, bytes32 reason);

    /// @notice A programme of this id is open already.
    error Programmes_Exists(ProgrammeId programme);
    /// @notice There is no such programme.
    error Programmes_Unknown(ProgrammeId programme);
    /// @notice The window is closed: it runs from `opensAt` until before `closesAt`.
    error Programmes_WindowClosed(ProgrammeId programme, uint40 opensAt, uint40 closesAt, uint40 blockTime);
    /// @notice The window must end after it begins, and after this block.
    error Programmes_WindowInvalid(uint40 opensAt, uint40 closesAt, uint40 blockTime);
    /// @notice A programme needs a kind, a batch number of at least 1 and a year from 2000 to 2999.
    error Programmes_IdInvalid(uint16 year, ProgrammeKind kind, uint16 batch);
    /// @notice A programme names its rule set and its template.
    error Programmes_DigestRequired();

    /// @notice Opens a programme. Approver with jurisdiction over the whole province.
    /// @return programme Its id.
    function openProgramme(
        uint16 year,
        ProgrammeKind kind,
        uint16 batch,
        uint40 opensAt,
        uint40 closesAt,
        bytes32 ruleSetDigest,
        bytes32 templateDigest,
        string calldata text
    ) external returns (ProgrammeId programme);

    /// @notice Closes a programme's window now. Approver with jurisdiction over the whole province.
    function closeProgramme(ProgrammeId programme, bytes32 reason) external;

    /// @notice The programme's window; all zero when there is none.
    function programmeOf(ProgrammeId programme) external view returns (Programme memory);
}
