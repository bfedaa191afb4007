// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IProgrammes, Programme} from "../../interfaces/IProgrammes.sol";
import {Roles} from "../../libraries/Roles.sol";
import {packProgrammeId, ProgrammeId, ProgrammeKind} from "../../types/ProgrammeId.sol";
import {PilotRegister} from "./PilotRegister.sol";

/// @title Programmes (批次)
/// @notice The batches pilots apply to, and their windows.
abstract contract Programmes is PilotRegister {
    mapping(ProgrammeId programme => Programme) private _programmes;

    // ───────────────────────── Acts of the approver ───────────────────

    /// @inheritdoc IProgrammes
    function openProgramme(
        uint16 year,
        ProgrammeKind kind,
        uint16 batch,
        uint40 opensAt,
        uint40 closesAt,
        bytes32 ruleSetDigest,
        bytes32 templateDigest,
        string calldata text
    ) external returns (ProgrammeId programme) {
        programme = packProgrammeId(PROVINCE, year, kind, batch);
        if (_programmes[programme].opensAt != 0) revert Programmes_Exists(programme);
        address actor = _asProvincialApprover();
        if (kind == ProgrammeKind.None || batch == 0 || year < 2000 || year > 2999) {
            revert Programmes_IdInvalid(year, kind, batch);
        }
        _setWindow(programme, opensAt, closesAt);
        if (ruleSetDigest == bytes32(0) || templateDigest == bytes32(0)) revert Programmes_DigestRequired();
        _requireText(text);
        _record(
            IProgrammes.ProgrammeOpened.selector,
            programme.toSubject(),
            actor,
            abi.encode(opensAt, closesAt, ruleSetDigest, templateDigest, text)
        );
    }

    /// @inheritdoc IProgrammes
    function closeProgramme(ProgrammeId programme, bytes32 reason) external {
        Programme storage entry = _existing(programme);
        uint40 blockTime = _blockTime();
        if (blockTime >= entry.closesAt) {
            revert Programmes_WindowClosed(programme, entry.opensAt, entry.closesAt, blockTime);
        }
        address actor = _asProvincialApprover();
        _requireReason(reason);
        entry.closesAt = blockTime;
        _record(IProgrammes.ProgrammeClosed.selector, programme.toSubject(), actor, abi.encode(blockTime, reason));
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IProgrammes
    function programmeOf(ProgrammeId programme) external view returns (Programme memory) {
        return _programmes[programme];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireWindow(ProgrammeId programme) internal view {
        Programme storage entry = _existing(programme);
        uint40 blockTime = _blockTime();
        if (blockTime < entry.opensAt || blockTime >= entry.closesAt) {
            revert Programmes_WindowClosed(programme, entry.opensAt, entry.closesAt, blockTime);
        }
    }

    function _existing(ProgrammeId programme) private view returns (Programme storage entry) {
        entry = _programmes[programme];
        if (entry.opensAt == 0) revert Programmes_Unknown(programme);
    }

    function _asProvincialApprover() private view returns (address actor) {
        actor = _msgSender();
        AUTHORITY.officialOf(actor, Roles.APPROVER, PROVINCE_REGION);
    }

    function _setWindow(ProgrammeId programme, uint40 opensAt, uint40 closesAt) private {
        uint40 blockTime = _blockTime();
        if (opensAt == 0 || closesAt <= opensAt || closesAt <= blockTime) {
            revert Programmes_WindowInvalid(opensAt, closesAt, blockTime);
        }
        _programmes[programme] = Programme({opensAt: opensAt, closesAt: closesAt});
    }
}
