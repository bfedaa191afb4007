// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingForm, FilingState, IFilings} from "../../../contracts/interfaces/IFilings.sol";
import {IRisk, RiskLevel} from "../../../contracts/interfaces/IRisk.sol";
import {Severity} from "../../../contracts/interfaces/ISupervision.sol";
import {DossierId} from "../../../contracts/types/DossierId.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {PilotActs} from "./PilotActs.sol";

/// @notice The acts on a pilot's service by number, with arguments drawn so that many are right and some are not.
abstract contract ServiceActs is PilotActs {
    uint256 internal constant SERVICE_ACTS = 14;
    address internal constant INSPECTOR = address(0xA5);

    uint256 private constant _REPORT = 4;
    uint256 private constant _RATE = 12;
    string private constant _TEXT = '{"name":{}}';

    /// @param number Which act, below `SERVICE_ACTS`.
    /// @return data The call.
    /// @return actor Who may do it, if anybody may now.
    function _serviceAct(
        uint256 number,
        PilotId pilot,
        uint256 seed
    ) internal view returns (bytes memory data, address actor) {
        bytes32 paper = (seed >> 40) % 32 == 0 ? bytes32(0) : keccak256(abi.encode(seed));
        if (number <= _REPORT) return (_declare(number, pilot, seed, paper), LEADER);
        actor = address(uint160(INSPECTOR) + uint160((seed >> 32) % 3));
        return (
            number < _RATE ? _recordFiling(number, pilot, seed, paper) : _assess(number, pilot, seed, paper),
            actor
        );
    }

    /// @dev An act that `state` allows, most times.
    function _likely(FilingState state, uint256 seed) internal pure returns (uint256) {
        uint256 place = seed >> 8;
        if (seed % 16 == 0) return place % SERVICE_ACTS;
        if (seed % 16 < 4) return [uint256(_REPORT), _RATE, _RATE + 1][place % 3];
        if (state == FilingState.Pending || state == FilingState.Refused) return 1;
        if (state == FilingState.Submitted) return [uint256(5), 5, 6][place % 3];
        if (state == FilingState.Filed) return [uint256(2), 2, 8, 8, 3, 11][place % 6];
        if (state == FilingState.ChangeDue) return [uint256(7), 7, 7, 11][place % 4];
        if (state == FilingState.CheckDue) return [uint256(9), 9, 9, 11][place % 4];
        if (state == FilingState.Cancelling) return [uint256(10), 10, 11][place % 3];
        return 0;
    }

    function _declare(uint256 number, PilotId pilot, uint256 seed, bytes32 paper) private view returns (bytes memory) {
        if (number == 0) {
            return abi.encodeCall(IFilings.openFiling, (pilot, _form(seed), clock, _ahead(seed), _TEXT));
        }
        if (number == 1) return abi.encodeCall(IFilings.submitFiling, (pilot, paper));
        if (number == 2) return abi.encodeCall(IFilings.declareFilingChange, (pilot, _ahead(seed), paper));
        if (number == 3) return abi.encodeCall(IFilings.declareFilingCancellation, (pilot, _ahead(seed), paper));
        return abi.encodeCall(IRisk.reportIncident, (pilot, Severity((seed >> 16) % 5), _past(seed), paper));
    }

    function _recordFiling(
        uint256 number,
        PilotId pilot,
        uint256 seed,
        bytes32 paper
    ) private view returns (bytes memory) {
        bytes32 reason = seed % 16 == 0 ? bytes32(0) : REASON;
        if (number == 5) return abi.encodeCall(IFilings.recordFiling, (pilot, _past(seed), "No. 1"));
        if (number == 6) return abi.encodeCall(IFilings.refuseFiling, (pilot, reason, paper));
        if (number == 7) return abi.encodeCall(IFilings.recordFilingChange, (pilot, _form(seed), paper, _TEXT));
        if (number == 8) return abi.encodeCall(IFilings.callFilingCheck, (pilot, _ahead(seed)));
        if (number == 9) return abi.encodeCall(IFilings.recordFilingCheck, (pilot, paper));
        if (number == 10) return abi.encodeCall(IFilings.recordFilingCancellation, (pilot, paper));
        return abi.encodeCall(IFilings.revokeFiling, (pilot, reason, paper));
    }

    function _assess(uint256 number, PilotId pilot, uint256 seed, bytes32 paper) private view returns (bytes memory) {
        if (number == _RATE) {
            return abi.encodeCall(IRisk.rateRisk, (pilot, RiskLevel((seed >> 16) % 5), _ahead(seed), paper));
        }
        return abi.encodeCall(IRisk.closeIncident, (_anIncident(seed), _past(seed), paper));
    }

    /// @dev One of those that were reported, if there is any.
    function _anIncident(uint256 seed) internal view virtual returns (DossierId);

    function _form(uint256 seed) private pure returns (FilingForm) {
        return FilingForm((seed >> 24) % 6);
    }

    /// @dev A date ahead; now and then one that is not.
    function _ahead(uint256 seed) private view returns (uint40) {
        return seed % 16 == 1 ? clock : clock + 1 + uint40((seed >> 16) % 30 days);
    }

    /// @dev A date past; now and then one that is not.
    function _past(uint256 seed) private view returns (uint40) {
        return seed % 16 == 1 ? clock + 1 : clock - uint40((seed >> 16) % 30 days);
    }
}
