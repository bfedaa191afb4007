// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RegionCode} from "../types/RegionCode.sol";
import {Uscc} from "../types/Uscc.sol";
import {VisitLogId} from "../types/VisitLogId.sol";

/// @title Guidance (联系服务)
/// @notice The visits by which the province guides its pilot regions.
interface IGuidance {
    /// @notice A guidance visit was logged.
    /// @param contact The organisation that was visited.
    /// @param visitedAt When, Unix seconds; a claim, not after the block time.
    /// @param documentDigest SHA-256 of the visit's record.
    event GuidanceVisitLogged(
        VisitLogId indexed visits,
        address indexed actor,
        RegionCode region,
        Uscc contact,
        uint40 visitedAt,
        bytes32 documentDigest
    );

    /// @notice `visitedAt` lies after this block.
    error Guidance_VisitInFuture(uint40 visitedAt, uint40 blockTime);

    /// @notice Logs a visit. Registrar of the region.
    function logGuidanceVisit(RegionCode region, Uscc contact, uint40 visitedAt, bytes32 documentDigest) external;
}
