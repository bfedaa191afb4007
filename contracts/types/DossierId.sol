// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RegionCode} from "./RegionCode.sol";

/// @notice The number of a dossier (卷宗号): a case `JC-2019-330200-0007`, an inspection `IN-…`, a complaint `CP-…`, an
/// incident `IC-…` or a random draw `DR-…`.
/// @dev From the left: two ASCII letters for what it is, the year (2 bytes) in which it was opened, the region (3 bytes) and
/// the serial (4 bytes), which runs from 1 without gaps in its scope; the rest is zero.
type DossierId is bytes32;

using {scope, serial, region, isZero} for DossierId global;

/// @notice What dossiers are numbered within: prefix, year and region; an id with serial zero.
type DossierScope is bytes32;

using {withSerial, prefix} for DossierScope global;

function packDossierScope(bytes2 letters, uint16 year, RegionCode regionCode) pure returns (DossierScope) {
    return
        DossierScope.wrap(
            bytes32(letters) | (bytes32(bytes2(year)) >> 16) | (bytes32(bytes3(RegionCode.unwrap(regionCode))) >> 32)
        );
}

function withSerial(DossierScope within, uint32 number) pure returns (DossierId) {
    return DossierId.wrap(DossierScope.unwrap(within) | (bytes32(bytes4(number)) >> 56));
}

function prefix(DossierScope within) pure returns (bytes2) {
    return bytes2(DossierScope.unwrap(within));
}

function scope(DossierId id) pure returns (DossierScope) {
    return DossierScope.wrap(bytes32(bytes7(DossierId.unwrap(id))));
}

function serial(DossierId id) pure returns (uint32) {
    return uint32(bytes4(DossierId.unwrap(id) << 56));
}

function region(DossierId id) pure returns (RegionCode) {
    return RegionCode.wrap(uint24(bytes3(DossierId.unwrap(id) << 32)));
}

function isZero(DossierId id) pure returns (bool) {
    return DossierId.unwrap(id) == bytes32(0);
}
