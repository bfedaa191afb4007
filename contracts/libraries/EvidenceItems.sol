// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DigestAlgorithm, EvidenceItem, EvidenceKind, IEvidence} from "../interfaces/IEvidence.sol";

/// @title EvidenceItems
/// @notice What every document named by its digest must say.
library EvidenceItems {
    /// @notice Reverts unless `item` has a kind, an algorithm and a digest.
    /// @param index Its place in the list, for the error.
    function requireWhole(EvidenceItem calldata item, uint256 index) internal pure {
        if (item.kind == EvidenceKind.None || item.algorithm == DigestAlgorithm.None || item.digest == bytes32(0)) {
            revert IEvidence.Evidence_ItemInvalid(index);
        }
    }
}
