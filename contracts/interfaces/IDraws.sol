// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DossierId} from "../types/DossierId.sol";
import {ProgrammeId} from "../types/ProgrammeId.sol";
import {RegionCode} from "../types/RegionCode.sol";

/// @notice Where a random draw stands.
/// @dev Append only.
enum DrawState {
    None,
    Committed, // 已公布名单
    Drawn, // 已抽取
    Missed // 已错过
}

/// @notice A draw as the guards see it.
/// @param count How many places it takes.
/// @param listLength How many entries the list has.
/// @param seedBlock The block whose hash is the seed.
struct RandomDraw {
    DrawState state;
    uint8 count;
    uint32 listLength;
    uint48 seedBlock;
}

/// @notice What is drawn from, published before anybody can know the seed.
/// @param region The region whose pilots the list is of.
/// @param programme The programme whose pilots it is of; zero when it is of several.
/// @param listDigest SHA-256 of the list, one pilot's code a line.
/// @param listLength How many entries it has.
/// @param count How many of them are drawn, 1 to 64.
struct DrawCommitment {
    RegionCode region;
    ProgrammeId programme;
    bytes32 listDigest;
    uint32 listLength;
    uint8 count;
}

/// @title Random draws (“双随机”抽取)
/// @notice Whom to inspect, chosen so that nobody chooses: the list is committed first and fixes a block to come; the hash of that
/// block, which nobody knows yet, is the seed. The chain keeps the hashes of the last 256 blocks. A draw that was not made while
/// it knew the seed stays on the record: the next one of the region names it, with a reason.
/// @dev Whoever produces the seed block could withhold it at the cost of its block; on a chain of few producers that is what
/// remains to be trusted.
interface IDraws {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A list was committed to a draw. State: Committed; that of `missed`: Missed.
    /// @param draw Its number, `DR-…`, and its stream.
    /// @param seedBlock The block whose hash will be the seed.
    /// @param missed The region's draw before, when it was not made in time; else zero.
    /// @param reason Why it was not, a reason code, ASCII; zero when none was missed.
    event DrawCommitted(
        DossierId indexed draw,
        address indexed actor,
        DrawCommitment commitment,
        uint48 seedBlock,
        DossierId missed,
        bytes32 reason
    );

    /// @notice The draw was made. State: Drawn.
    /// @param seed The hash of its seed block.
    /// @param chosen The places drawn, from 0, in their order: those of `Draw.places(seed, listLength, count)`.
    event DrawMade(DossierId indexed draw, address indexed actor, bytes32 seed, uint32[] chosen);

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice There is no such draw.
    error Draws_Unknown(DossierId draw);
    /// @notice The draw was made, or was missed.
    error Draws_StateNotAllowed(DossierId draw, DrawState state);
    /// @notice The hash of `seedBlock` is known from the block after it on, for 256 blocks.
    error Draws_SeedOutOfReach(DossierId draw, uint48 seedBlock, uint48 blockNumber);
    /// @notice The region's draw before, `draw`, is neither made nor named as missed; while its seed is within reach it can only
    /// be made.
    error Draws_Pending(DossierId draw, uint48 seedBlock, uint48 blockNumber);
    /// @notice `draw` is not the region's draw before, or was not missed.
    error Draws_NotMissed(DossierId draw);
    /// @notice A draw takes 1 to `limit` places, and no more than the list has.
    error Draws_SizeInvalid(uint32 listLength, uint8 count, uint8 limit);
    /// @notice There is no such programme.
    error Draws_ProgrammeUnknown(ProgrammeId programme);

    // ────────────────────────────── Acts ──────────────────────────────

    /// @notice Commits a list to a draw by the hash of the second block after this one. Inspector of the region.
    /// @param missed The region's draw before, if it was not made while its seed was within reach; else zero.
    /// @param reason Why it was not; required with `missed`.
    function commitDraw(
        DrawCommitment calldata commitment,
        DossierId missed,
        bytes32 reason
    ) external returns (DossierId draw);

    /// @notice Makes a draw. Any account of a registered organisation: nothing is left to choose, and nobody can let a draw lapse
    /// that others want made.
    function makeDraw(DossierId draw) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The draw's entry; all zero when there is none.
    function drawOf(DossierId draw) external view returns (RandomDraw memory);
}
