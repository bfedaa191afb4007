// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {create} from "../Vm.sol";

/// @notice Invariants of what one handler drives through random acts.
abstract contract Driven {
    address private _driver;

    /// @dev Read by the runner: the ledgers are reached through the handler alone.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = _driver;
    }

    /// @param handler The name of the handler that drives.
    function _drive(string memory handler) internal returns (address) {
        _driver = create(handler, "");
        return _driver;
    }
}
