// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DrawCommitment, DrawState, IDraws, RandomDraw} from "../../../contracts/interfaces/IDraws.sol";
import {DossierId} from "../../../contracts/types/DossierId.sol";
import {ProgrammeId} from "../../../contracts/types/ProgrammeId.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {DrawGhost} from "./DrawGhost.sol";

/// @notice The acts on random draws of two regions, with arguments drawn so that many are right and some are not.
abstract contract DrawActs is DrawGhost {
    /// @dev What the region's latest draw waits for, most times: to be made, or to be followed by another.
    function _drawAct(uint256 seed) internal view returns (bytes memory data) {
        RegionCode region = seed % 4 == 0 ? PROVINCE : CITY;
        (DossierId latest, RandomDraw memory entry) = _latestOf(region);
        bool open = entry.state == DrawState.Committed && height <= entry.seedBlock + 256;
        if ((seed >> 8) % 8 == 0) open = !open;
        if (open) return abi.encodeCall(IDraws.makeDraw, (latest));
        bool named = (entry.state == DrawState.Committed) == ((seed >> 16) % 16 != 0);
        bytes32 reason = (seed >> 24) % 16 == 0 ? bytes32(0) : REASON;
        DossierId missed = named ? latest : DossierId.wrap(0);
        return abi.encodeCall(IDraws.commitDraw, (_commitment(region, seed >> 32), missed, reason));
    }

    function _commitment(RegionCode region, uint256 seed) private view returns (DrawCommitment memory) {
        uint32 length = uint32((seed >> 8) % 24);
        uint8 count = uint8((seed >> 16) % 16 == 0 ? (seed >> 24) : 1 + ((seed >> 24) % (length + 1)));
        ProgrammeId from = [ProgrammeId.wrap(0), programme, programme, ProgrammeId.wrap(REASON)][(seed >> 32) % 4];
        bytes32 list = seed % 16 == 0 ? bytes32(0) : keccak256(abi.encode(seed));
        return DrawCommitment(region, from, list, length, count);
    }
}
