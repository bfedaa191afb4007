// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Draw} from "../../contracts/libraries/Draw.sol";

/// @notice Draws from any seed, as the ledger does from the hash of a block.
contract Drawer {
    function places(bytes32 seed, uint32 length, uint8 count) external pure returns (uint32[] memory) {
        return Draw.places(seed, length, count);
    }
}
