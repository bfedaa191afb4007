// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FieldEntry, IAuthority} from "../../interfaces/IAuthority.sol";
import {FieldCode} from "../../types/FieldCode.sol";
import {RegionCode} from "../../types/RegionCode.sol";
import {PauseSwitch} from "./PauseSwitch.sol";

/// @title CodeTables
/// @notice The fields of application and the regions that records may use; the administrator keeps them.
abstract contract CodeTables is PauseSwitch {
    bytes32 private constant _CODES = "CODES";
    uint256 private constant _FIELD_LIMIT = 64;
    uint256 private constant _TEXT_LIMIT = 4096;

    uint8 private _fieldCount;
    mapping(FieldCode field => FieldEntry) private _fields;
    mapping(RegionCode region => bool) private _regions;

    // ─────────────────────── Acts of the administrator ────────────────

    /// @inheritdoc IAuthority
    function setField(FieldCode field, bool enabled, string calldata text) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _requireNotPaused();
        if (!field.isWellFormed()) revert Authority_MalformedField(field);
        _requireText(text);
        FieldEntry storage entry = _fields[field];
        if (!entry.registered) {
            if (_fieldCount == _FIELD_LIMIT) revert Authority_TooManyFields();
            entry.registered = true;
            entry.index = _fieldCount++;
        }
        entry.enabled = enabled;
        _record(IAuthority.FieldSet.selector, _CODES, _msgSender(), abi.encode(field, entry.index, enabled, text));
    }

    /// @inheritdoc IAuthority
    function setRegions(RegionCode[] calldata regions, bool enabled) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _requireNotPaused();
        if (regions.length == 0) revert Authority_EmptyList();
        for (uint256 i = 0; i < regions.length; ++i) {
            if (!regions[i].isWellFormed()) revert Authority_RegionNotEnabled(regions[i]);
            _regions[regions[i]] = enabled;
        }
        _record(IAuthority.RegionsSet.selector, _CODES, _msgSender(), abi.encode(regions, enabled));
    }

    // ───────────────────────────── Views ──────────────────────────────

    /// @inheritdoc IAuthority
    function requireEnabled(RegionCode region, FieldCode field) external view {
        _requireRegion(region);
        if (!_fields[field].enabled) revert Authority_FieldNotEnabled(field);
    }

    /// @inheritdoc IAuthority
    function fieldEntry(FieldCode field) public view returns (FieldEntry memory) {
        return _fields[field];
    }

    /// @inheritdoc IAuthority
    function isRegionEnabled(RegionCode region) public view returns (bool) {
        return _regions[region];
    }

    // ──────────────────────────── Guards ──────────────────────────────

    function _requireRegion(RegionCode region) internal view {
        if (!_regions[region]) revert Authority_RegionNotEnabled(region);
    }

    function _requireText(string calldata text) internal pure {
        uint256 length = bytes(text).length;
        if (length == 0 || length > _TEXT_LIMIT) revert Authority_TextLength(length, _TEXT_LIMIT);
    }
}
