// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The cheat codes of the test runner that the tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function recordLogs() external;

    function getRecordedLogs() external returns (Log[] memory);

    /// @notice The next call comes from `sender`.
    function prank(address sender) external;

    /// @notice Sets the block time, Unix seconds.
    function warp(uint256 time) external;

    /// @notice Sets the block number; the blocks before it have hashes.
    function roll(uint256 number) external;
}

Vm constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
