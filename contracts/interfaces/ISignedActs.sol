// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice An act that an account signed, for anybody to send.
/// @param signer Whose act it is: the events name it, never who sends it.
/// @param nonceKey The queue `nonce` belongs to. Acts of one queue go in order, those of different queues do not wait for each other.
/// @param nonce The next number of that queue, from 0.
/// @param deadline The last block time at which it may be sent, Unix seconds.
/// @param call The act: a function of this contract and its arguments, ABI-encoded.
struct SignedAct {
    address signer;
    uint192 nonceKey;
    uint64 nonce;
    uint48 deadline;
    bytes call;
}

/// @title Signed acts and batches
/// @notice Every act of a ledger contract can also be sent by somebody else, who pays for it, with the signature of the account
/// whose act it is; and several acts can be sent at once, of which all are done or none.
/// @dev What is signed is EIP-712 typed data `SignedAct(address signer,uint192 nonceKey,uint64 nonce,uint48 deadline,bytes call)`
/// under the domain that `eip712Domain()` gives: name, version, chain and contract, so that a signature holds nowhere else.
interface ISignedActs {
    /// @notice The act could be sent until `deadline`.
    error SignedActs_Expired(uint48 deadline, uint48 blockTime);
    /// @notice The signature is not that of `signer` over this act, on this chain, for this contract.
    error SignedActs_SignatureInvalid(address signer);
    /// @notice A signed act carries no other signed act, and a batch no other batch.
    error SignedActs_Nested();
    /// @notice This act of this contract cannot be sent for another.
    error SignedActs_NotSignable(bytes4 selector);
    /// @notice The contract has no such act.
    error SignedActs_UnknownAct(bytes4 selector);
    /// @notice One batch holds 1 to `limit` acts.
    error SignedActs_BatchLength(uint256 length, uint256 limit);
    /// @notice The act at `index` of a batch was refused with `reason`, the error's ABI-encoding; none of the batch is done.
    error SignedActs_ItemFailed(uint256 index, bytes reason);

    /// @notice Does what `act.signer` signed, as if it had sent it. Anybody may send it; it is done once.
    /// @param signature 65 bytes of ECDSA, or what the signer's contract accepts by ERC-1271.
    /// @return result What the act returns, ABI-encoded.
    function executeSigned(SignedAct calldata act, bytes calldata signature) external returns (bytes memory result);

    /// @notice Does several acts of the caller in order, all or none. It may itself be a signed act.
    /// @param calls The acts, each a function of this contract and its arguments, ABI-encoded.
    /// @return results What each act returns, ABI-encoded.
    function batch(bytes[] calldata calls) external returns (bytes[] memory results);
}
