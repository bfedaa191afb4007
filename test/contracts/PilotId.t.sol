// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FieldCode} from "../../contracts/types/FieldCode.sol";
import {packPilotScope, PilotId, PilotScope} from "../../contracts/types/PilotId.sol";
import {packProgrammeId, ProgrammeId, ProgrammeKind} from "../../contracts/types/ProgrammeId.sol";
import {RegionCode} from "../../contracts/types/RegionCode.sol";

contract PilotIdTest {
    function testFuzz_partsComeBackOutOfAnId(
        bytes2 province,
        uint16 year,
        uint24 region,
        bytes3 field,
        uint32 serial
    ) external pure {
        PilotScope scope = packPilotScope(province, year, RegionCode.wrap(region), FieldCode.wrap(field));
        PilotId id = scope.withSerial(serial);
        require(RegionCode.unwrap(id.region()) == region, "region");
        require(FieldCode.unwrap(id.field()) == field, "field");
        require(id.serial() == serial, "serial");
        require(bytes2(id.toSubject()) == province, "province");
        require(uint16(bytes2(id.toSubject() << 16)) == year, "year");
        require(uint256(id.toSubject()) << 112 == 0, "the rest is zero");
    }

    function testFuzz_aScopeIsTheIdOfSerialZero(
        bytes2 province,
        uint16 year,
        uint24 region,
        bytes3 field
    ) external pure {
        PilotScope scope = packPilotScope(province, year, RegionCode.wrap(region), FieldCode.wrap(field));
        require(PilotScope.unwrap(scope) == PilotId.unwrap(scope.withSerial(0)), "serial zero");
    }

    function testFuzz_idsSortByYearRegionFieldSerial(
        uint16 year,
        uint24 region,
        bytes3 field,
        uint32 serial,
        uint16 otherYear,
        uint24 otherRegion,
        bytes3 otherField,
        uint32 otherSerial
    ) external pure {
        bool before =
            year != otherYear
                ? year < otherYear
                : region != otherRegion
                    ? region < otherRegion
                    : field != otherField
                        ? field < otherField
                        : serial < otherSerial;
        PilotScope scope = packPilotScope("ZJ", year, RegionCode.wrap(region), FieldCode.wrap(field));
        PilotScope other = packPilotScope("ZJ", otherYear, RegionCode.wrap(otherRegion), FieldCode.wrap(otherField));
        bytes32 id = PilotId.unwrap(scope.withSerial(serial));
        require(before == (id < PilotId.unwrap(other.withSerial(otherSerial))), "order");
    }

    function test_anIdReadsAsItsCode() external pure {
        PilotScope scope = packPilotScope("ZJ", 2019, RegionCode.wrap(330100), FieldCode.wrap("JUD"));
        require(
            PilotId.unwrap(scope.withSerial(1)) ==
                hex"5a4a07e30509744a554400000001000000000000000000000000000000000000",
            "ZJ-2019-330100-JUD-0001"
        );
    }

    function testFuzz_noProgrammeHasTheStreamOfAPilot(
        uint16 year,
        uint24 region,
        bytes3 field,
        uint32 serial,
        uint16 batch
    ) external pure {
        RegionCode regionCode = RegionCode.wrap(region == 0 ? 1 : region);
        PilotId pilot = packPilotScope("ZJ", year, regionCode, FieldCode.wrap(field)).withSerial(serial);
        ProgrammeId programme = packProgrammeId("ZJ", year, ProgrammeKind.Pilot, batch);
        require(pilot.toSubject() != programme.toSubject(), "streams are apart");
    }
}
