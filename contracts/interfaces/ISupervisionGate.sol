// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotId} from "../types/PilotId.sol";

/// @notice Why a pilot cannot ask for acceptance.
/// @dev Append only.
enum AcceptanceObstacle {
    None,
    FilingOutstanding, // 应备案而未备案
    SeriousCaseOpen // 有未结的严重案件
}

/// @title What the pilot ledger asks the supervision ledger
interface ISupervisionGate {
    /// @notice What supervision has against the acceptance of `pilot`; the first obstacle in the order of the enum.
    function acceptanceObstacle(PilotId pilot) external view returns (AcceptanceObstacle);
}
