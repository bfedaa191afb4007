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

    /// @notice The creation code of a compiled contract, by its name.
    function getCode(string calldata name) external view returns (bytes memory code);
}

Vm constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

/// @notice Creates a contract from what was compiled of it. With `new`, the compiler optimises all of the contract once more in each
/// that creates it, which takes most of the time that these tests take to compile.
/// @param arguments Those of its constructor, encoded.
function create(string memory name, bytes memory arguments) returns (address made) {
    bytes memory code = bytes.concat(VM.getCode(name), arguments);
    // solhint-disable-next-line no-inline-assembly
    assembly ("memory-safe") {
        made := create(0, add(code, 0x20), mload(code))
        if iszero(made) {
            returndatacopy(0, 0, returndatasize())
            revert(0, returndatasize())
        }
    }
}
