// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RegionCode} from "./RegionCode.sol";

/// @notice What is evaluated, and how.
/// @dev The order is part of the chain's record: append only.
enum EvaluationKind {
    None,
    CityOnSite, // 软件名城实地评估
    CountyComprehensive, // 强县综合评价
    BaseAnnual // 基地年度评估
}

/// @notice An evaluation's id; it reads as `CITY_ON_SITE-2019-330200-1` = kind · year · region · number.
/// @dev Bytes 0-1 "EV", 2 the kind, 3 zero, 4-5 the year, 6-8 the region, 9-10 the number, the rest zero.
type EvaluationId is bytes32;

using {region, toSubject} for EvaluationId global;

function packEvaluationId(
    EvaluationKind kind,
    uint16 year,
    RegionCode regionCode,
    uint16 number
) pure returns (EvaluationId) {
    return
        EvaluationId.wrap(
            bytes32("EV") |
                (bytes32(bytes1(uint8(kind))) >> 16) |
                (bytes32(bytes2(year)) >> 32) |
                (bytes32(bytes3(RegionCode.unwrap(regionCode))) >> 48) |
                (bytes32(bytes2(number)) >> 72)
        );
}

function region(EvaluationId id) pure returns (RegionCode) {
    return RegionCode.wrap(uint24(bytes3(EvaluationId.unwrap(id) << 48)));
}

/// @notice The journal stream of an evaluation: its id.
function toSubject(EvaluationId id) pure returns (bytes32) {
    return EvaluationId.unwrap(id);
}
