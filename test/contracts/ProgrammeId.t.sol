// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {packProgrammeId, ProgrammeId, ProgrammeKind} from "../../contracts/types/ProgrammeId.sol";

contract ProgrammeIdTest {
    function testFuzz_partsComeBackOutOfAnId(bytes2 province, uint16 year, uint8 kind, uint16 batch) external pure {
        ProgrammeKind programmeKind = ProgrammeKind(kind % (uint8(type(ProgrammeKind).max) + 1));
        ProgrammeId id = packProgrammeId(province, year, programmeKind, batch);
        require(id.province() == province, "province");
        require(id.year() == year, "year");
        require(id.kind() == programmeKind, "kind");
        require(uint16(bytes2(id.toSubject() << 64)) == batch, "batch");
        require(uint256(id.toSubject()) << 80 == 0, "the rest is zero");
    }

    function test_anIdReadsAsItsCode() external pure {
        require(
            ProgrammeId.unwrap(packProgrammeId("ZJ", 2019, ProgrammeKind.Pilot, 1)) ==
                hex"5a4a07e300000001000100000000000000000000000000000000000000000000",
            "ZJ-2019-PILOT-1"
        );
    }

    function test_onlyTheEmptyIdIsZero() external pure {
        require(ProgrammeId.wrap(0).isZero(), "zero");
        require(!packProgrammeId("ZJ", 2019, ProgrammeKind.Pilot, 1).isZero(), "not zero");
    }
}
