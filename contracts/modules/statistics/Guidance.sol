// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGuidance} from "../../interfaces/IGuidance.sol";
import {Roles} from "../../libraries/Roles.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {packVisitLogId} from "../../types/VisitLogId.sol";
import {StatisticsRegister} from "./StatisticsRegister.sol";

/// @title Guidance (联系服务)
/// @notice A log of visits for each region; it keeps nothing but its journal.
abstract contract Guidance is StatisticsRegister {
    /// @inheritdoc IGuidance
    function logGuidanceVisit(RegionCode region, Uscc contact, uint40 visitedAt, bytes32 documentDigest) external {
        (address actor, ) = _asOfficial(Roles.REGISTRAR, region);
        _requireRegion(region);
        AUTHORITY.requireActive(contact);
        uint40 blockTime = _blockTime();
        if (visitedAt > blockTime) revert Guidance_VisitInFuture(visitedAt, blockTime);
        _requireDigest(documentDigest);
        _record(
            IGuidance.GuidanceVisitLogged.selector,
            packVisitLogId(region).toSubject(),
            actor,
            abi.encode(region, contact, visitedAt, documentDigest)
        );
    }
}
