// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotId} from "../types/PilotId.sol";

/// @title Supervised: the pilot ledger's tie to supervision
/// @notice Which contract is asked before acceptance, and may suspend a pilot by the order of a case. Without one, a pilot
/// whose service must be filed cannot ask for acceptance.
interface ISupervised {
    /// @notice The supervision ledger was named, for good. The subject is the stream "SUPERVISION".
    event SupervisionSet(bytes32 indexed stream, address indexed actor, address supervision);

    /// @notice The supervision ledger is named already.
    error Supervised_AlreadySet(address supervision);
    /// @notice There is no contract at this address.
    error Supervised_NoContract(address supervision);
    /// @notice Only the account that deployed this contract may do this.
    error Supervised_NotDeployer(address caller);
    /// @notice Only the supervision ledger may do this.
    error Supervised_NotSupervision(address caller);

    /// @notice Names the supervision ledger, once: the last step of a deployment. The account that deployed this contract.
    function setSupervision(address supervision) external;

    /// @notice Suspends an active pilot by the order of a case. The supervision ledger, for the inspector who gave the order.
    function suspendByOrder(PilotId pilot, address inspector, bytes32 reason, bytes32 documentDigest) external;

    /// @notice The supervision ledger; zero before it is named.
    function supervision() external view returns (address);
}
