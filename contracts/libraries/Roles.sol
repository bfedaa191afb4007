// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Roles
/// @notice The roles of the ledger, as readable ASCII. Each is granted with a jurisdiction.
library Roles {
    /// @notice 受理员: registers organisations, checks applications for completeness, archives.
    bytes32 internal constant REGISTRAR = "REGISTRAR";
    /// @notice 审批员: opens programmes, approves, decides milestones, extensions, suspension, acceptance and showcases.
    bytes32 internal constant APPROVER = "APPROVER";
    /// @notice 专家: votes in acceptance panels.
    bytes32 internal constant EXPERT = "EXPERT";
    /// @notice 检查员: inspects, finds, orders, proposes a penalty.
    bytes32 internal constant INSPECTOR = "INSPECTOR";
    /// @notice 法制审核/负责人: decides penalties, closes cases.
    bytes32 internal constant DECIDER = "DECIDER";
    /// @notice 统计员: defines indicators, verifies reports, publishes bulletins.
    bytes32 internal constant STATISTICIAN = "STATISTICIAN";
    /// @notice 见证机构: attests evidence.
    bytes32 internal constant WITNESS = "WITNESS";
    /// @notice 审计/督查: reads everything, writes nothing.
    bytes32 internal constant AUDITOR = "AUDITOR";

    /// @notice Whether `role` is one of the above.
    function isKnown(bytes32 role) internal pure returns (bool) {
        return
            role == REGISTRAR ||
            role == APPROVER ||
            role == EXPERT ||
            role == INSPECTOR ||
            role == DECIDER ||
            role == STATISTICIAN ||
            role == WITNESS ||
            role == AUDITOR;
    }
}
