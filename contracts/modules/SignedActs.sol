// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {TransientSlot} from "@openzeppelin/contracts/utils/TransientSlot.sol";
import {ISignedActs, SignedAct} from "../interfaces/ISignedActs.sol";

/// @title SignedActs
/// @notice While a signed act runs, `_msgSender()` is its signer.
/// @dev Why nobody can act as the signer but by its signature: the signer is set after the signature was checked, the one call to a
/// foreign account (`isValidSignature` of ERC-1271) is made before that and is a static call, the acts themselves call the
/// ledger's own contracts alone, and the signer is cleared when the act returns; a revert undoes it with everything else.
abstract contract SignedActs is ISignedActs, Context, EIP712, NoncesKeyed {
    using TransientSlot for bytes32;
    using TransientSlot for TransientSlot.AddressSlot;

    uint256 private constant _BATCH_LIMIT = 100;
    // solhint-disable-next-line gas-small-strings
    bytes32 private constant _SIGNED_ACT = keccak256(
        "SignedAct(address signer,uint192 nonceKey,uint64 nonce,uint48 deadline,bytes call)"
    );
    // keccak256(abi.encode(uint256(keccak256("pilotledger.signer")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant _SIGNER_SLOT = 0xbaafedd59dfba03ea6ed2089d43a6065db5fd84426072f361796b9059dd86200;

    // ────────────────────────────── Acts ──────────────────────────────

    /// @inheritdoc ISignedActs
    function executeSigned(SignedAct calldata act, bytes calldata signature) external returns (bytes memory result) {
        TransientSlot.AddressSlot signer = _SIGNER_SLOT.asAddress();
        if (signer.tload() != address(0)) revert SignedActs_Nested();
        if (block.timestamp > act.deadline) revert SignedActs_Expired(act.deadline, uint48(block.timestamp));
        bytes4 selector = bytes4(act.call);
        if (!_isSignable(selector)) revert SignedActs_NotSignable(selector);
        _useCheckedNonce(act.signer, act.nonceKey, act.nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(act.signer, _digestOf(act), signature)) {
            revert SignedActs_SignatureInvalid(act.signer);
        }

        signer.tstore(act.signer);
        bool done = LowLevelCall.delegatecallNoReturn(address(this), act.call);
        result = LowLevelCall.returnData();
        if (!done) _refuse(selector, result);
        signer.tstore(address(0));
    }

    /// @inheritdoc ISignedActs
    function batch(bytes[] calldata calls) external returns (bytes[] memory results) {
        uint256 length = calls.length;
        if (length == 0 || length > _BATCH_LIMIT) revert SignedActs_BatchLength(length, _BATCH_LIMIT);
        results = new bytes[](length);
        for (uint256 i = 0; i < length; ++i) {
            if (bytes4(calls[i]) == ISignedActs.batch.selector) revert SignedActs_Nested();
            bool done = LowLevelCall.delegatecallNoReturn(address(this), calls[i]);
            results[i] = LowLevelCall.returnData();
            if (!done) revert SignedActs_ItemFailed(i, results[i]);
        }
    }

    // ──────────────────────────── The actor ───────────────────────────

    /// @dev Whether an account can have this act sent by another. A contract that says no to an act says no to `batch` as well,
    /// in which it could be hidden.
    function _isSignable(bytes4) internal view virtual returns (bool) {
        return true;
    }

    /// @dev The signer of the act that runs, or else the caller.
    function _msgSender() internal view virtual override returns (address) {
        address signer = _SIGNER_SLOT.asAddress().tload();
        return signer == address(0) ? msg.sender : signer;
    }

    function _digestOf(SignedAct calldata act) private view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(_SIGNED_ACT, act.signer, act.nonceKey, act.nonce, act.deadline, keccak256(act.call))
                )
            );
    }

    /// @dev Hands on why the act was refused; a call that reaches no function says nothing.
    function _refuse(bytes4 selector, bytes memory reason) private pure {
        if (reason.length == 0) revert SignedActs_UnknownAct(selector);
        LowLevelCall.bubbleRevert(reason);
    }
}
