// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEnterprisePools} from "../../../contracts/interfaces/IEnterprisePools.sol";
import {IGuidance} from "../../../contracts/interfaces/IGuidance.sol";
import {PoolCode} from "../../../contracts/types/PoolCode.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The acts on two pools and two enterprises by number, and visits to them.
abstract contract PoolActs is StatisticsStage {
    uint256 internal constant POOL_ACTS = 6;

    /// @return data The call.
    /// @return actor Who may do it, most times.
    function _poolAct(uint256 number, uint256 seed) internal view returns (bytes memory data, address actor) {
        bytes32 paper = _paper(seed);
        PoolCode pool = seed % 4 == 0 ? PoolCode.wrap("SEED") : PoolCode.wrap("EAGLE");
        Uscc enterprise = (seed >> 2) % 2 == 0 ? LEAD : PARTY;
        address registrar = (seed >> 4) % 4 == 0 ? PARTNER : REGISTRAR;
        address approver = (seed >> 8) % 4 == 0 ? PARTNER : APPROVER;
        if (number == 0) return (abi.encodeCall(IEnterprisePools.openPool, (pool, PROVINCE, TEXT)), approver);
        if (number == 1) {
            return (abi.encodeCall(IEnterprisePools.nominateEnterprise, (pool, enterprise, paper)), registrar);
        }
        if (number == 2) {
            return (abi.encodeCall(IEnterprisePools.admitEnterprise, (pool, enterprise, paper)), approver);
        }
        if (number == 5) {
            uint40 visitedAt = clock + 1 days - uint40((seed >> 16) % 9 days);
            return (abi.encodeCall(IGuidance.logGuidanceVisit, (CITY, enterprise, visitedAt, paper)), registrar);
        }
        bytes32 reason = _reason(seed);
        data =
            number == 3
                ? abi.encodeCall(IEnterprisePools.graduateEnterprise, (pool, enterprise, reason, paper))
                : abi.encodeCall(IEnterprisePools.removeEnterprise, (pool, enterprise, reason, paper));
        return (data, approver);
    }

    function _likelyPoolAct(uint256 seed) internal pure returns (uint256) {
        return [uint256(1), 1, 1, 2, 2, 2, 2, 3, 4, 4, 5, 0][seed % 12];
    }
}
