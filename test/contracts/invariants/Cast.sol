// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority, OrganisationKind} from "../../../contracts/interfaces/IAuthority.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {FieldCode} from "../../../contracts/types/FieldCode.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {create, VM, Vm} from "../Vm.sol";
import {JournalGhost} from "./JournalGhost.sol";

/// @notice The authority, and everybody who acts on the ledgers. Whatever is done to them passes `_do`, which sees the logs.
abstract contract Cast is JournalGhost {
    RegionCode internal constant PROVINCE = RegionCode.wrap(330_000);
    RegionCode internal constant CITY = RegionCode.wrap(330_100);
    FieldCode internal constant FIELD = FieldCode.wrap("JUD");
    Uscc internal constant LEAD = Uscc.wrap("91330100MA27XYW12K");
    Uscc internal constant PARTY = Uscc.wrap("91330100MA28ABCD1P");
    Uscc internal constant BUREAU = Uscc.wrap("11330000MB0A12345X");
    bytes32 internal constant REASON = "OTHER";

    address internal constant REGISTRAR = address(0xA1);
    address internal constant APPROVER = address(0xA2);
    address internal constant LEADER = address(0xA3);
    /// @dev Of the organisation `PARTY`, and registrar, approver and expert: an interest wherever it takes part.
    address internal constant PARTNER = address(0xA4);
    address internal constant EXPERT = address(0xA5);
    address internal constant STRANGER = address(0xA9);

    IAuthority public authority;
    uint40 internal clock = 1_554_076_800;
    /// @dev The number of the block in which the next act is done.
    uint48 internal height = 1_000;
    uint256 private _draws;

    function cast(uint256 seed) public pure returns (address) {
        return address(uint160(0xA1 + (seed % 9)));
    }

    function _deployAuthority() internal {
        VM.warp(clock);
        VM.recordLogs();
        authority = IAuthority(create("Authority", abi.encode(address(this), 1 days)));
        _takeAll(address(this), VM.getRecordedLogs());
        _must(address(this), abi.encodeCall(authority.setField, (FIELD, true, '{"zh":"x"}')));
        RegionCode[] memory regions = new RegionCode[](2);
        (regions[0], regions[1]) = (PROVINCE, CITY);
        _must(address(this), abi.encodeCall(authority.setRegions, (regions, true)));
        bytes32[3] memory roles = [Roles.REGISTRAR, Roles.APPROVER, Roles.EXPERT];
        for (uint256 i = 0; i < 3; ++i) _assign(PARTNER, roles[i]);
        _assign(REGISTRAR, Roles.REGISTRAR);
        _assign(APPROVER, Roles.APPROVER);
        for (uint160 i = 0; i < 3; ++i) _assign(address(uint160(EXPERT) + i), Roles.EXPERT);
        _organisation(BUREAU, OrganisationKind.Government);
        _organisation(LEAD, OrganisationKind.Enterprise);
        _organisation(PARTY, OrganisationKind.Enterprise);
        _bind(LEAD, LEADER);
        _bind(PARTY, PARTNER);
        _bind(BUREAU, APPROVER);
        _bind(BUREAU, REGISTRAR);
        for (uint160 i = 0; i < 3; ++i) _bind(BUREAU, address(uint160(EXPERT) + i));
    }

    /// @dev The runner likes small numbers and likes them again: this spreads them.
    function _draw(uint256 seed) internal returns (uint256) {
        return uint256(keccak256(abi.encode(seed, ++_draws)));
    }

    /// @dev Does an act as `actor` and takes in what it recorded.
    function _do(address actor, address target, bytes memory data) internal returns (bool done, bytes memory result) {
        (done, result, ) = _watch(actor, target, data);
    }

    /// @dev As `_do`; also returns the first topic of the last record, zero when nothing was recorded.
    function _watch(
        address actor,
        address target,
        bytes memory data
    ) internal returns (bool done, bytes memory result, bytes32 signature) {
        VM.warp(clock);
        VM.roll(height);
        VM.recordLogs();
        VM.prank(actor);
        // solhint-disable-next-line avoid-low-level-calls
        (done, result) = target.call(data);
        Vm.Log[] memory logs = VM.getRecordedLogs();
        if (done) signature = _takeAll(actor, logs);
    }

    function _takeAll(address actor, Vm.Log[] memory logs) private returns (bytes32 signature) {
        for (uint256 i = 0; i < logs.length; ++i) {
            // OpenZeppelin's events of roles carry four topics or none of ours.
            if (!_isOpenZeppelins(logs[i].topics[0])) {
                signature = logs[i].topics[0];
                require(address(uint160(uint256(logs[i].topics[2]))) == actor, "a record names who acted");
                _take(logs[i]);
            }
        }
    }

    function _isOpenZeppelins(bytes32 signature) private pure returns (bool) {
        return
            signature == keccak256("RoleGranted(bytes32,address,address)") ||
            signature == keccak256("RoleRevoked(bytes32,address,address)") ||
            signature == keccak256("RoleAdminChanged(bytes32,bytes32,bytes32)");
    }

    function _must(address actor, bytes memory data) private {
        (bool done, ) = _do(actor, address(authority), data);
        require(done, "the cast is set up");
    }

    function _assign(address account, bytes32 role) internal {
        _assign(account, role, PROVINCE);
    }

    function _assign(address account, bytes32 role, RegionCode region) internal {
        _must(address(this), abi.encodeCall(IAuthority.assignRole, (account, role, region, new FieldCode[](0))));
    }

    function _organisation(Uscc organisation, OrganisationKind kind) private {
        string memory text = '{"name":{}}';
        _must(REGISTRAR, abi.encodeCall(IAuthority.registerOrganisation, (organisation, CITY, kind, text)));
    }

    function _bind(Uscc organisation, address account) private {
        _must(REGISTRAR, abi.encodeCall(IAuthority.bindAccount, (organisation, account)));
    }
}
