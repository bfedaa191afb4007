// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierScope} from "../types/DossierId.sol";
import {PilotId} from "../types/PilotId.sol";
import {Uscc} from "../types/Uscc.sol";
import {IAuthority} from "./IAuthority.sol";
import {IPilotLedger} from "./IPilotLedger.sol";

/// @notice How grave a finding, a case or an incident is.
/// @dev Append only.
enum Severity {
    None,
    Minor, // 轻微
    General, // 一般
    Serious, // 严重
    Critical // 重大
}

/// @title Supervision (监管): what the ledgers of cases and of services share
/// @notice The subject of every record is the pilot it is about, so that one stream of each ledger tells all of it; only random
/// draws, which concern a region, have streams of their own.
interface ISupervision {
    /// @notice There is no such pilot.
    error Supervision_PilotUnknown(PilotId pilot);
    /// @notice `organisation` is not the pilot's lead.
    error Supervision_NotLead(PilotId pilot, Uscc organisation);
    /// @notice `account` acts for `organisation`, which takes part in the pilot or submitted a milestone of it: it may not supervise
    /// it.
    error Supervision_ConflictOfInterest(PilotId pilot, address account, Uscc organisation);
    /// @notice A reason code is required.
    error Supervision_ReasonRequired();
    /// @notice The digest of a document is required.
    error Supervision_DigestRequired();
    /// @notice A public text is empty or longer than `limit` bytes.
    error Supervision_TextLength(uint256 length, uint256 limit);
    /// @notice A date that must lie after this block does not.
    error Supervision_DateNotAhead(uint40 date, uint40 blockTime);
    /// @notice A date that cannot lie after this block does, or is missing.
    error Supervision_DateNotPast(uint40 date, uint40 blockTime);
    /// @notice A severity is required.
    error Supervision_SeverityRequired();

    /// @notice The contract that says who may act.
    function AUTHORITY() external view returns (IAuthority);

    /// @notice The contract that records the pilots.
    function LEDGER() external view returns (IPilotLedger);

    /// @notice How many dossiers a scope has; their serials are 1 to this.
    function dossierCount(DossierScope scope) external view returns (uint32);
}
