// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RegionCode} from "./RegionCode.sol";

/// @notice The log of guidance visits to a region; it reads as `GV-330122`.
/// @dev Bytes 0-1 "GV", 2-4 the region, the rest zero.
type VisitLogId is bytes32;

using {toSubject} for VisitLogId global;

function packVisitLogId(RegionCode region) pure returns (VisitLogId) {
    return VisitLogId.wrap(bytes32("GV") | (bytes32(bytes3(RegionCode.unwrap(region))) >> 16));
}

/// @notice The journal stream of a region's visits: the log's id.
function toSubject(VisitLogId id) pure returns (bytes32) {
    return VisitLogId.unwrap(id);
}
