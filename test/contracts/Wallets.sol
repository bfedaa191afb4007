// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice A contract account that accepts what its owner signed.
contract OwnedWallet is IERC1271 {
    address private immutable _OWNER;

    constructor(address owner) {
        _OWNER = owner;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address recovered, , ) = ECDSA.tryRecoverCalldata(hash, signature);
        return recovered == _OWNER ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}

/// @notice A contract account that accepts anything, and acts on the ledger again while it is asked: it says yes only when that
/// did not go through.
contract ReentrantWallet {
    address private immutable _LEDGER;
    bytes private _reentry;

    error Wallet_Reentered();

    constructor(address ledger) {
        _LEDGER = ledger;
    }

    function setReentry(bytes calldata reentry) external {
        _reentry = reentry;
    }

    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = _LEDGER.call(_reentry);
        if (done) revert Wallet_Reentered();
        return IERC1271.isValidSignature.selector;
    }
}

/// @notice Sends calls one after the other in one transaction, whether or not they go through.
contract Courier {
    event Delivered(bool done, bytes result);

    function deliver(address target, bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; ++i) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool done, bytes memory result) = target.call(calls[i]);
            emit Delivered(done, result);
        }
    }
}
