// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AsciiCodes} from "../../../contracts/libraries/AsciiCodes.sol";
import {BulletinId, packBulletinId} from "../../../contracts/types/BulletinId.sol";
import {EvaluationId, EvaluationKind, packEvaluationId} from "../../../contracts/types/EvaluationId.sol";
import {FigureId, packFigureId} from "../../../contracts/types/FigureId.sol";
import {IndicatorCode, IndicatorId, packIndicatorId} from "../../../contracts/types/IndicatorId.sol";
import {Period} from "../../../contracts/types/Period.sol";
import {PoolCode} from "../../../contracts/types/PoolCode.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {packVisitLogId} from "../../../contracts/types/VisitLogId.sol";

contract StatisticsIdsTest {
    using AsciiCodes for bytes16;

    function testFuzz_anIndicatorHasItsParts(bytes16 code, uint16 version) external pure {
        IndicatorId id = packIndicatorId(IndicatorCode.wrap(code), version);
        require(bytes16(id.toSubject()) == code && id.version() == version, "parts");
        require(uint256(id.toSubject()) << 144 == 0, "the rest is zero");
        if (version > 1) require(id.previous().version() == version - 1, "previous");
    }

    function testFuzz_aFigureHasItsParts(bytes16 code, uint16 version, uint24 region, uint32 period) external pure {
        IndicatorId indicator = packIndicatorId(IndicatorCode.wrap(code), version);
        bytes32 id = FigureId.unwrap(packFigureId(indicator, RegionCode.wrap(region), Period.wrap(period)));
        require(bytes18(id) == bytes18(indicator.toSubject()), "indicator");
        require(uint24(bytes3(id << 144)) == region && uint32(bytes4(id << 168)) == period, "region and period");
        require(uint256(id) << 200 == 0, "the rest is zero");
    }

    function testFuzz_aBulletinHasItsParts(uint32 period, uint24 region, uint16 number, uint16 other) external pure {
        BulletinId id = packBulletinId(Period.wrap(period), RegionCode.wrap(region), number);
        bytes32 raw = id.toSubject();
        require(bytes4(raw) == "BUL" && uint32(bytes4(raw << 32)) == period, "period");
        require(RegionCode.unwrap(id.region()) == region && uint16(bytes2(raw << 88)) == number, "region and number");
        require(uint256(raw) << 104 == 0, "the rest is zero");
        require(id.isAlike(packBulletinId(Period.wrap(period), RegionCode.wrap(region), other)), "alike");
        require(
            !id.isAlike(packBulletinId(Period.wrap(period ^ 1), RegionCode.wrap(region), number)),
            "another period"
        );
    }

    function testFuzz_anEvaluationHasItsParts(uint8 seed, uint16 year, uint24 region, uint16 number) external pure {
        EvaluationKind kind = EvaluationKind(seed % (uint8(type(EvaluationKind).max) + 1));
        EvaluationId id = packEvaluationId(kind, year, RegionCode.wrap(region), number);
        bytes32 raw = id.toSubject();
        require(bytes2(raw) == "EV" && uint8(raw[2]) == uint8(kind) && uint16(bytes2(raw << 32)) == year, "kind, year");
        require(RegionCode.unwrap(id.region()) == region && uint16(bytes2(raw << 72)) == number, "region and number");
        require(uint256(raw) << 88 == 0, "the rest is zero");
    }

    /// @notice Streams of different kinds are never the same, whatever they are about.
    function testFuzz_subjectsDoNotCollide(bytes16 code, uint16 seed, uint32 period, bytes12 pool) external pure {
        RegionCode region = RegionCode.wrap(100_000 + (uint24(seed) * 13));
        uint16 number = seed == 0 ? 1 : seed;
        bytes32[5] memory subjects = [
            packIndicatorId(IndicatorCode.wrap(code), number).toSubject(),
            packBulletinId(Period.wrap(period), region, number).toSubject(),
            packEvaluationId(EvaluationKind((seed % 3) + 1), 2019, region, number).toSubject(),
            packVisitLogId(region).toSubject(),
            PoolCode.wrap(pool).toSubject()
        ];
        bool isPool = bytes16(pool).isCode();
        for (uint256 i = 0; i < subjects.length; ++i) {
            for (uint256 j = i + 1; j < (isPool ? 5 : 4); ++j) require(subjects[i] != subjects[j], "collision");
        }
    }

    function testFuzz_aCodeIsItsCharactersUpToTheFirstZero(bytes16 code) external pure {
        require(code.isCode() == _isCode(code), "any bytes");
        bytes16 likely = code & 0x5f5f5f5f5f5f00000000000000000000;
        require(likely.isCode() == _isCode(likely), "likely bytes");
    }

    function test_codesAsPeopleWriteThem() external pure {
        require(bytes16("SW_REV").isCode() && bytes16("5G").isCode() && bytes16("ABCDEFGHIJKLMNO9").isCode(), "codes");
        require(!bytes16("").isCode() && !bytes16("_A").isCode() && !bytes16("a").isCode(), "none");
        require(!bytes16("A\x00B").isCode() && !bytes16("A B").isCode(), "gaps");
    }

    function test_theRegionAbove() external pure {
        require(RegionCode.unwrap(RegionCode.wrap(330_102).parent()) == 330_100, "of a district");
        require(RegionCode.unwrap(RegionCode.wrap(330_100).parent()) == 330_000, "of a city");
        require(RegionCode.unwrap(RegionCode.wrap(330_000).parent()) == 330_000, "of a province");
    }

    function testFuzz_theRegionAboveCoversIt(uint24 seed) external pure {
        RegionCode region = RegionCode.wrap(100_000 + (seed % 900_000));
        require(region.parent().covers(region), "covers");
    }

    function _isCode(bytes16 code) private pure returns (bool) {
        uint256 length = 0;
        while (length < 16 && code[length] != 0) ++length;
        for (uint256 i = length; i < 16; ++i) if (code[i] != 0) return false;
        for (uint256 i = 0; i < length; ++i) {
            bytes1 c = code[i];
            bool letter = c >= 0x41 && c <= 0x5a;
            bool digit = c >= 0x30 && c <= 0x39;
            if (!letter && !digit && (c != 0x5f || i == 0)) return false;
        }
        return length != 0;
    }
}
