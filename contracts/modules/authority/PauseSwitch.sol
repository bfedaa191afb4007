// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IAuthority} from "../../interfaces/IAuthority.sol";
import {Journal} from "../Journal.sol";

/// @title PauseSwitch (暂停受理)
/// @notice The administrator can halt new acts of every ledger contract: each of them asks this authority whether its caller's
/// organisation may act. Reading goes on, and so does what mends the cause: roles are given and taken, lost keys reported.
abstract contract PauseSwitch is IAuthority, Journal, AccessControl {
    bytes32 private constant _PAUSE = "PAUSE";

    bool private _paused;

    // ─────────────────────── Acts of the administrator ────────────────

    /// @inheritdoc IAuthority
    function pause(bytes32 reason) external {
        _requireNotPaused();
        _setPaused(true, IAuthority.ActsPaused.selector, reason);
    }

    /// @inheritdoc IAuthority
    function unpause(bytes32 reason) external {
        if (!_paused) revert Authority_NotPaused();
        _setPaused(false, IAuthority.ActsResumed.selector, reason);
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IAuthority
    function paused() external view returns (bool) {
        return _paused;
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireNotPaused() internal view {
        if (_paused) revert Authority_Paused();
    }

    function _requireReason(bytes32 reason) internal pure {
        if (reason == bytes32(0)) revert Authority_ReasonRequired();
    }

    function _setPaused(bool value, bytes32 signature, bytes32 reason) private onlyRole(DEFAULT_ADMIN_ROLE) {
        _requireReason(reason);
        _paused = value;
        _record(signature, _PAUSE, _msgSender(), abi.encode(reason));
    }
}
