// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OrganisationStatus} from "../../../contracts/interfaces/IAuthority.sol";
import {IStatisticsLedger} from "../../../contracts/interfaces/IStatisticsLedger.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {create} from "../Vm.sol";
import {Cast} from "./Cast.sol";

/// @notice The statistics ledger and who acts on it: statisticians of the province in two organisations, one of a city in a third.
abstract contract StatisticsStage is Cast {
    string internal constant TEXT = '{"name":{}}';

    IStatisticsLedger public statistics;

    function _deployStatistics() internal {
        _deployAuthority();
        statistics = IStatisticsLedger(create("StatisticsLedger", abi.encode(authority)));
        _assign(APPROVER, Roles.STATISTICIAN);
        _assign(REGISTRAR, Roles.STATISTICIAN);
        _assign(PARTNER, Roles.STATISTICIAN);
        _assign(LEADER, Roles.STATISTICIAN, CITY);
    }

    /// @dev Reverts unless `actor` may use `role` on a record of `region`; returns for whom it acts.
    function _requireOfficial(
        bytes32 role,
        address actor,
        RegionCode region
    ) internal view returns (Uscc organisation) {
        RegionCode jurisdiction = authority.jurisdictionOf(role, actor).region;
        require(RegionCode.unwrap(jurisdiction) != 0 && jurisdiction.covers(region), "an act takes its role, there");
        organisation = authority.bindingOf(actor).organisation;
        OrganisationStatus status = authority.organisationEntry(organisation).status;
        require(status == OrganisationStatus.Active, "an organisation that is suspended does nothing");
    }

    function _statistician(uint256 seed) internal pure returns (address) {
        return [APPROVER, REGISTRAR, PARTNER, LEADER][seed % 4];
    }

    /// @dev The digest of a document; now and then none.
    function _paper(uint256 seed) internal pure returns (bytes32) {
        return (seed >> 40) % 32 == 0 ? bytes32(0) : keccak256(abi.encode(seed));
    }

    /// @dev A reason; now and then none.
    function _reason(uint256 seed) internal pure returns (bytes32) {
        return (seed >> 48) % 16 == 0 ? bytes32(0) : REASON;
    }
}
