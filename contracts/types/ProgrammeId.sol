// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What a programme (批次) promotes.
/// @dev The order is part of the chain's record: append only.
enum ProgrammeKind {
    None,
    Pilot, // 融合应用试点
    Base, // 产业基地
    Carrier, // 产业链基地、园区等载体
    City, // 软件名城创建试点
    County, // 服务业强县试点
    ResearchAndDevelopment, // 理论研究和底层技术
    MajorProject, // 重大项目
    National // 国家级项目
}

/// @notice A programme's id; it reads as `ZJ-2019-PILOT-1` = province · year · kind · batch.
/// @dev Bytes 0-1 province (ASCII), 2-3 year, 4-6 zero, 7 kind, 8-9 batch, the rest zero. Bytes 4-6 hold the region in a
/// `PilotId` and are never zero there, so the two cannot collide as journal streams.
type ProgrammeId is bytes32;

using {province, year, kind, isZero, toSubject} for ProgrammeId global;

/// @notice Puts a programme id together.
/// @param provinceCode Two ASCII letters.
function packProgrammeId(
    bytes2 provinceCode,
    uint16 programmeYear,
    ProgrammeKind programmeKind,
    uint16 batch
) pure returns (ProgrammeId) {
    return
        ProgrammeId.wrap(
            bytes32(provinceCode) |
                (bytes32(bytes2(programmeYear)) >> 16) |
                (bytes32(bytes1(uint8(programmeKind))) >> 56) |
                (bytes32(bytes2(batch)) >> 64)
        );
}

function province(ProgrammeId id) pure returns (bytes2) {
    return bytes2(ProgrammeId.unwrap(id));
}

function year(ProgrammeId id) pure returns (uint16) {
    return uint16(bytes2(ProgrammeId.unwrap(id) << 16));
}

function kind(ProgrammeId id) pure returns (ProgrammeKind) {
    return ProgrammeKind(uint8(bytes1(ProgrammeId.unwrap(id) << 56)));
}

function isZero(ProgrammeId id) pure returns (bool) {
    return ProgrammeId.unwrap(id) == bytes32(0);
}

/// @notice The journal stream of a programme: its id.
function toSubject(ProgrammeId id) pure returns (bytes32) {
    return ProgrammeId.unwrap(id);
}
