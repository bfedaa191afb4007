// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAuthority} from "../../interfaces/IAuthority.sol";
import {IStatisticsLedger} from "../../interfaces/IStatisticsLedger.sol";
import {Period} from "../../types/Period.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {Uscc} from "../../types/Uscc.sol";
import {Journal} from "../Journal.sol";
import {SignedActs} from "../SignedActs.sol";

/// @title StatisticsRegister
/// @notice What the modules of the statistics ledger share: who is asked for authority, and the guards on arguments.
abstract contract StatisticsRegister is IStatisticsLedger, Journal, SignedActs {
    uint256 private constant _TEXT_LIMIT = 8192;

    /// @inheritdoc IStatisticsLedger
    IAuthority public immutable AUTHORITY;

    constructor(IAuthority authority) EIP712("PilotLedger Statistics", "1") {
        AUTHORITY = authority;
    }

    // ─────────────────────── Guards: the caller ───────────────────────

    /// @dev The caller and its organisation, if it may use `role` on a record of `region`.
    function _asOfficial(bytes32 role, RegionCode region) internal view returns (address actor, Uscc organisation) {
        actor = _msgSender();
        organisation = AUTHORITY.officialOf(actor, role, region);
    }

    // ────────────────────── Guards: the arguments ─────────────────────

    function _requireReason(bytes32 reason) internal pure {
        if (reason == bytes32(0)) revert Statistics_ReasonRequired();
    }

    function _requireDigest(bytes32 digest) internal pure {
        if (digest == bytes32(0)) revert Statistics_DigestRequired();
    }

    function _requireText(string calldata text) internal pure {
        uint256 length = bytes(text).length;
        if (length == 0 || length > _TEXT_LIMIT) revert Statistics_TextLength(length, _TEXT_LIMIT);
    }

    function _requirePeriod(Period period) internal pure {
        if (!period.isWellFormed()) revert Statistics_PeriodInvalid(period);
    }

    function _requireRegion(RegionCode region) internal view {
        if (!AUTHORITY.isRegionEnabled(region)) revert Statistics_RegionNotEnabled(region);
    }

    function _blockTime() internal view returns (uint40) {
        return uint40(block.timestamp);
    }
}
