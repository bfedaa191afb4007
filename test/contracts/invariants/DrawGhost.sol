// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DrawCommitment, DrawState, IDraws, RandomDraw} from "../../../contracts/interfaces/IDraws.sol";
import {IInspections, InspectionKind} from "../../../contracts/interfaces/IInspections.sol";
import {ISupervisionLedger} from "../../../contracts/interfaces/ISupervisionLedger.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {DossierId, DossierScope} from "../../../contracts/types/DossierId.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {Vm} from "../Vm.sol";
import {JournalGhost} from "./JournalGhost.sol";
import {Ledgers} from "./Ledgers.sol";

/// @notice The random draws as the logs alone tell of them; reverts when a log says what none may say.
abstract contract DrawGhost is Ledgers {
    ISupervisionLedger public supervision;

    DossierId[] private _all;
    mapping(DossierId draw => RandomDraw) private _draws;
    mapping(RegionCode region => DossierId draw) private _latest;
    mapping(DossierScope scope => uint32) private _counts;

    /// @notice Reverts unless the ledger says of each draw what the logs say, and counts them.
    function requireDraws() external view {
        for (uint256 i = 0; i < _all.length; ++i) {
            DossierId id = _all[i];
            bytes32 present = keccak256(abi.encode(supervision.drawOf(id)));
            require(present == keccak256(abi.encode(_draws[id])), "a draw is as logged");
            require(supervision.dossierCount(id.scope()) == _counts[id.scope()], "the draws of a scope are counted");
            bool open = _draws[id].state == DrawState.Committed;
            bool latest = DossierId.unwrap(_latest[id.region()]) == DossierId.unwrap(id);
            require(!open || latest, "a region has one open draw, its latest");
        }
    }

    function _latestOf(RegionCode region) internal view returns (DossierId id, RandomDraw memory entry) {
        id = _latest[region];
        entry = _draws[id];
    }

    function _take(Vm.Log memory log) internal virtual override {
        JournalGhost._take(log);
        if (log.emitter != address(supervision)) return;
        bytes32 signature = log.topics[0];
        address actor = address(uint160(uint256(log.topics[2])));
        if (signature == IDraws.DrawCommitted.selector) _commit(DossierId.wrap(log.topics[1]), actor, log.data);
        else if (signature == IDraws.DrawMade.selector) _make(DossierId.wrap(log.topics[1]), actor, log.data);
        else if (signature == IInspections.InspectionOpened.selector) _inspected(PilotId.wrap(log.topics[1]), log.data);
    }

    function _commit(DossierId id, address actor, bytes memory data) private {
        (DrawCommitment memory commitment, uint48 seedBlock, DossierId missed, bytes32 reason) = abi.decode(
            data,
            (DrawCommitment, uint48, DossierId, bytes32)
        );
        RegionCode jurisdiction = authority.jurisdictionOf(Roles.INSPECTOR, actor).region;
        require(RegionCode.unwrap(jurisdiction) != 0 && jurisdiction.covers(commitment.region), "inspectors draw");
        require(commitment.listDigest != bytes32(0), "from a list");
        require(commitment.count > 0 && commitment.count <= commitment.listLength, "some of its entries");
        require(id.serial() == ++_counts[id.scope()], "serials without gaps");
        require(seedBlock > height + 1, "bound to a block that nobody knows yet, nor the next one");
        _settle(_latest[commitment.region], missed, reason);
        _draws[id] = RandomDraw(DrawState.Committed, commitment.count, commitment.listLength, seedBlock);
        _latest[commitment.region] = id;
        _all.push(id);
    }

    /// @dev The region's draw before was made, or is missed for good and named with the reason.
    function _settle(DossierId latest, DossierId missed, bytes32 reason) private {
        RandomDraw storage before = _draws[latest];
        if (before.state == DrawState.Committed) {
            require(DossierId.unwrap(missed) == DossierId.unwrap(latest), "no draw is thrown again unseen");
            require(height > before.seedBlock + 256, "what can still be made is not missed");
            require(reason != bytes32(0), "missed with a reason");
            before.state = DrawState.Missed;
        } else {
            require(missed.isZero(), "missed is what was open");
        }
    }

    function _make(DossierId id, address actor, bytes memory data) private {
        (bytes32 seed, uint32[] memory chosen) = abi.decode(data, (bytes32, uint32[]));
        RandomDraw storage entry = _draws[id];
        require(entry.state == DrawState.Committed, "a draw is made once");
        require(!authority.bindingOf(actor).organisation.isZero(), "by somebody known");
        require(height > entry.seedBlock && height <= entry.seedBlock + 256, "while the chain knows its seed");
        require(seed != bytes32(0) && seed == blockhash(entry.seedBlock), "from the hash of its block alone");
        require(chosen.length == entry.count, "as many as were announced");
        uint32[] memory list = new uint32[](entry.listLength);
        for (uint32 i = 0; i < list.length; ++i) list[i] = i;
        // The whole list shuffled from its beginning, as anybody would repeat it.
        for (uint256 i = 0; i < chosen.length; ++i) {
            uint256 place = i + (uint256(keccak256(abi.encode(seed, i))) % (list.length - i));
            (list[i], list[place]) = (list[place], list[i]);
            require(chosen[i] == list[i], "the places follow from the seed");
        }
        entry.state = DrawState.Drawn;
    }

    function _inspected(PilotId pilot, bytes memory data) private view {
        (, InspectionKind kind, DossierId draw) = abi.decode(data, (DossierId, InspectionKind, DossierId));
        require((kind == InspectionKind.Random) == !draw.isZero(), "a random inspection names its draw");
        if (draw.isZero()) return;
        bool covered = draw.region().covers(pilot.region());
        require(covered && _draws[draw].state == DrawState.Drawn, "one that was made around the pilot's region");
    }
}
