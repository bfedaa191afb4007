// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEnterprisePools, Membership, MembershipState} from "../../../contracts/interfaces/IEnterprisePools.sol";
import {IGuidance} from "../../../contracts/interfaces/IGuidance.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {PoolCode} from "../../../contracts/types/PoolCode.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {Vm} from "../Vm.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The pools and their members as the logs alone tell of them; reverts when a log says what none may say.
abstract contract PoolGhost is StatisticsStage {
    mapping(bytes32 pool => RegionCode region) private _pools;
    mapping(bytes32 pool => mapping(Uscc enterprise => Membership)) private _members;

    /// @notice Reverts unless the ledger says of the pools and their members what the logs say.
    function requirePools() external view {
        PoolCode[2] memory pools = [PoolCode.wrap("EAGLE"), PoolCode.wrap("SEED")];
        Uscc[2] memory enterprises = [LEAD, PARTY];
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 pool = pools[i].toSubject();
            uint24 region = RegionCode.unwrap(statistics.poolRegion(pools[i]));
            require(region == RegionCode.unwrap(_pools[pool]), "a pool is as logged");
            for (uint256 j = 0; j < 2; ++j) {
                bytes memory present = abi.encode(statistics.membershipOf(pools[i], enterprises[j]));
                bytes memory logged = abi.encode(_members[pool][enterprises[j]]);
                require(keccak256(present) == keccak256(logged), "a membership is as logged");
            }
        }
    }

    function _take(Vm.Log memory log) internal virtual override {
        super._take(log);
        if (log.emitter != address(statistics)) return;
        bytes32 pool = log.topics[1];
        address actor = address(uint160(uint256(log.topics[2])));
        bytes32 signature = log.topics[0];
        if (signature == IEnterprisePools.PoolOpened.selector) _open(pool, actor, log.data);
        else if (signature == IEnterprisePools.EnterpriseNominated.selector) _nominate(pool, actor, log.data);
        else if (signature == IEnterprisePools.EnterpriseAdmitted.selector) _admit(pool, actor, log.data);
        else if (signature == IEnterprisePools.EnterpriseGraduated.selector) _end(pool, actor, log.data, true);
        else if (signature == IEnterprisePools.EnterpriseRemoved.selector) _end(pool, actor, log.data, false);
        else if (signature == IGuidance.GuidanceVisitLogged.selector) _visit(actor, log.data);
    }

    function _open(bytes32 pool, address actor, bytes memory data) private {
        (RegionCode region, ) = abi.decode(data, (RegionCode, string));
        _requireOfficial(Roles.APPROVER, actor, region);
        require(RegionCode.unwrap(_pools[pool]) == 0, "a pool is opened once");
        _pools[pool] = region;
    }

    function _nominate(bytes32 pool, address actor, bytes memory data) private {
        (Uscc enterprise, bytes32 paper) = abi.decode(data, (Uscc, bytes32));
        Membership storage entry = _members[pool][enterprise];
        _requireStranger(Roles.REGISTRAR, actor, enterprise);
        require(RegionCode.unwrap(_pools[pool]) != 0 && paper != bytes32(0), "nominated for a pool there is");
        require(
            entry.state == MembershipState.None || entry.state == MembershipState.Removed,
            "nominated from outside"
        );
        _members[pool][enterprise] = Membership(actor, MembershipState.Nominated, clock);
    }

    function _admit(bytes32 pool, address actor, bytes memory data) private {
        (Uscc enterprise, bytes32 paper) = abi.decode(data, (Uscc, bytes32));
        Membership storage entry = _members[pool][enterprise];
        _requireStranger(Roles.APPROVER, actor, enterprise);
        require(actor != entry.nominator, "nobody admits whom they nominated");
        require(entry.state == MembershipState.Nominated && paper != bytes32(0), "admitted after a nomination");
        (entry.state, entry.since) = (MembershipState.InPool, clock);
    }

    function _end(bytes32 pool, address actor, bytes memory data, bool graduated) private {
        (Uscc enterprise, bytes32 reason, ) = abi.decode(data, (Uscc, bytes32, bytes32));
        Membership storage entry = _members[pool][enterprise];
        _requireStranger(Roles.APPROVER, actor, enterprise);
        bool nominated = !graduated && entry.state == MembershipState.Nominated;
        require(nominated || entry.state == MembershipState.InPool, "who leaves was in");
        require(reason != bytes32(0), "with a reason");
        (entry.state, entry.since) = (graduated ? MembershipState.Graduated : MembershipState.Removed, clock);
    }

    function _visit(address actor, bytes memory data) private view {
        (RegionCode region, , uint40 visitedAt, bytes32 paper) = abi.decode(data, (RegionCode, Uscc, uint40, bytes32));
        _requireOfficial(Roles.REGISTRAR, actor, region);
        require(visitedAt <= clock && paper != bytes32(0), "what is logged has happened");
    }

    function _requireStranger(bytes32 role, address actor, Uscc enterprise) private view {
        Uscc organisation = _requireOfficial(role, actor, CITY);
        require(!organisation.equals(enterprise), "nobody moves their own organisation");
    }
}
