// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DrawCommitment, DrawState, IDraws, RandomDraw} from "../../interfaces/IDraws.sol";
import {ISupervisionLedger} from "../../interfaces/ISupervisionLedger.sol";
import {Calendar} from "../../libraries/Calendar.sol";
import {Draw} from "../../libraries/Draw.sol";
import {Roles} from "../../libraries/Roles.sol";
import {DossierId, DossierScope, packDossierScope} from "../../types/DossierId.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {SupervisionRegister} from "./SupervisionRegister.sol";

/// @title Draws (“双随机”抽取)
/// @notice A list is committed to the hash of a block to come, and drawn from once that is known.
abstract contract Draws is ISupervisionLedger, SupervisionRegister {
    bytes2 private constant _DRAW = "DR";
    uint8 private constant _COUNT_LIMIT = 64;
    /// @dev The seed block is the second after that of the commitment: not even who produces the next one knows it.
    uint256 private constant _SEED_DELAY = 2;
    /// @dev How many blocks back `blockhash` sees.
    uint256 private constant _SEED_REACH = 256;

    mapping(DossierId draw => RandomDraw) private _draws;

    // ────────────────────────────── Acts ──────────────────────────────

    /// @inheritdoc IDraws
    function commitDraw(
        DrawCommitment calldata commitment,
        DossierId missed,
        bytes32 reason
    ) external returns (DossierId draw) {
        RegionCode region = commitment.region;
        address actor = _msgSender();
        AUTHORITY.officialOf(actor, Roles.INSPECTOR, region);
        _requireDigest(commitment.listDigest);
        _requireSize(commitment.listLength, commitment.count);
        if (!commitment.programme.isZero() && LEDGER.programmeOf(commitment.programme).opensAt == 0) {
            revert Draws_ProgrammeUnknown(commitment.programme);
        }
        _settleLatest(region, missed, reason);
        draw = _nextDossier(_DRAW, region);
        uint48 seedBlock = uint48(block.number + _SEED_DELAY);
        _draws[draw] = RandomDraw({
            state: DrawState.Committed,
            count: commitment.count,
            listLength: commitment.listLength,
            seedBlock: seedBlock
        });
        _record(
            IDraws.DrawCommitted.selector,
            DossierId.unwrap(draw),
            actor,
            abi.encode(commitment, seedBlock, missed, reason)
        );
    }

    /// @inheritdoc IDraws
    function makeDraw(DossierId draw) external {
        RandomDraw storage entry = _draws[draw];
        if (entry.state == DrawState.None) revert Draws_Unknown(draw);
        if (entry.state != DrawState.Committed) revert Draws_StateNotAllowed(draw, entry.state);
        address actor = _msgSender();
        AUTHORITY.organisationOf(actor);
        bytes32 seed = blockhash(entry.seedBlock);
        if (seed == bytes32(0)) revert Draws_SeedOutOfReach(draw, entry.seedBlock, uint48(block.number));
        entry.state = DrawState.Drawn;
        _record(
            IDraws.DrawMade.selector,
            DossierId.unwrap(draw),
            actor,
            abi.encode(seed, Draw.places(seed, entry.listLength, entry.count))
        );
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IDraws
    function drawOf(DossierId draw) external view returns (RandomDraw memory) {
        return _draws[draw];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    /// @dev Whether the draw was made for a region around this one.
    function _isDrawnFor(DossierId draw, RegionCode region) internal view returns (bool) {
        return _draws[draw].state == DrawState.Drawn && draw.region().covers(region);
    }

    /// @dev The region's draw before was made, or is missed and named as such.
    function _settleLatest(RegionCode region, DossierId missed, bytes32 reason) private {
        DossierId latest = _latestDraw(region);
        RandomDraw storage entry = _draws[latest];
        if (entry.state != DrawState.Committed) {
            if (!missed.isZero()) revert Draws_NotMissed(missed);
            return;
        }
        if (DossierId.unwrap(missed) != DossierId.unwrap(latest) || block.number <= entry.seedBlock + _SEED_REACH) {
            revert Draws_Pending(latest, entry.seedBlock, uint48(block.number));
        }
        _requireReason(reason);
        entry.state = DrawState.Missed;
    }

    /// @dev The latest draw of the region in this year or, before the first of it, in the last one.
    function _latestDraw(RegionCode region) private view returns (DossierId) {
        uint16 year = Calendar.yearOf(block.timestamp);
        DossierScope scope = packDossierScope(_DRAW, year, region);
        uint32 count = dossierCount(scope);
        if (count == 0) {
            scope = packDossierScope(_DRAW, year - 1, region);
            count = dossierCount(scope);
        }
        return scope.withSerial(count);
    }

    function _requireSize(uint32 listLength, uint8 count) private pure {
        if (count == 0 || count > _COUNT_LIMIT || count > listLength) {
            revert Draws_SizeInvalid(listLength, count, _COUNT_LIMIT);
        }
    }
}
