// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FieldCode} from "../../contracts/types/FieldCode.sol";
import {Uscc} from "../../contracts/types/Uscc.sol";

contract CodesTest {
    bytes private constant _USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    bytes18 private constant _USCC = "91330100MA27XYZ12K";

    function testFuzz_threeCapitalsAreAField(uint256 seed) external pure {
        bytes3 code = bytes3(abi.encodePacked(_capital(seed), _capital(seed >> 8), _capital(seed >> 16)));
        require(FieldCode.wrap(code).isWellFormed(), "capitals");
    }

    function testFuzz_anyOtherByteIsNone(uint8 place, bytes1 other) external pure {
        bytes memory code = "JUD";
        code[place % 3] = other;
        require(FieldCode.wrap(bytes3(code)).isWellFormed() == (other >= "A" && other <= "Z"), "one byte");
    }

    function testFuzz_aCodeOfTheAlphabetIsAUscc(uint256 seed) external pure {
        bytes memory code = new bytes(18);
        for (uint256 i = 0; i < 18; ++i) {
            uint256 draw = (seed >> (i * 8)) & 0xff;
            code[i] = i >= 2 && i < 8 ? bytes1(uint8(0x30 + (draw % 10))) : _USCC_ALPHABET[draw % 31];
        }
        require(Uscc.wrap(bytes18(code)).isWellFormed(), "alphabet");
    }

    function testFuzz_aByteOutsideTheAlphabetIsNone(uint8 place, bytes1 other) external pure {
        uint256 index = place % 18;
        bytes memory code = abi.encodePacked(bytes18("91330100MA27XY12KA"));
        code[index] = other;
        bool allowed = false;
        for (uint256 i = 0; i < (index >= 2 && index < 8 ? 10 : 31); ++i) {
            if (_USCC_ALPHABET[i] == other) allowed = true;
        }
        require(Uscc.wrap(bytes18(code)).isWellFormed() == allowed, "one byte");
    }

    function test_lettersThatLookLikeDigitsAreNoUscc() external pure {
        require(!Uscc.wrap(_USCC).isWellFormed(), "Z");
        bytes memory code = abi.encodePacked(_USCC);
        bytes memory others = "IOSV";
        for (uint256 i = 0; i < others.length; ++i) {
            code[14] = others[i];
            require(!Uscc.wrap(bytes18(code)).isWellFormed(), string(abi.encodePacked(others[i])));
        }
        code[14] = "X";
        require(Uscc.wrap(bytes18(code)).isWellFormed(), "X");
        require(!Uscc.wrap(bytes18(0)).isWellFormed(), "empty");
        require(Uscc.wrap(bytes18(0)).isZero(), "zero");
    }

    function testFuzz_codesAreEqualByValue(bytes18 a, bytes18 b) external pure {
        require(Uscc.wrap(a).equals(Uscc.wrap(a)), "itself");
        require(Uscc.wrap(a).equals(Uscc.wrap(b)) == (a == b), "another");
        require(Uscc.wrap(a).toSubject() == bytes32(a), "subject");
    }

    function _capital(uint256 seed) private pure returns (bytes1) {
        return bytes1(uint8(0x41 + ((seed & 0xff) % 26)));
    }
}
