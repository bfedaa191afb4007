// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingState} from "../../../contracts/interfaces/IFilings.sol";
import {RiskLevel} from "../../../contracts/interfaces/IRisk.sol";
import {Service} from "../../../contracts/interfaces/IServiceLedger.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {Driven} from "./Driven.sol";
import {FilingTransitions} from "./FilingTransitions.sol";
import {ServiceHandler} from "./ServiceHandler.sol";

/// @notice What holds of services after every act. The handler's ghost holds what each single log may say.
contract ServiceInvariants is Driven {
    ServiceHandler private _handler;

    function setUp() external {
        _handler = ServiceHandler(_drive("ServiceHandler"));
    }

    /// @dev One campaign holds them all: the runner draws a new one for each function of this prefix.
    function invariant_ofTheServices() external view {
        _handler.requireJournal(_handler.services());
        _handler.requireIncidents();
        for (uint256 i = 0; i < 3; ++i) {
            PilotId pilot = _handler.pilots(i);
            _handler.requireService(pilot);
            _requireWhole(_handler.services().serviceOf(pilot), i < 2);
        }
    }

    function _requireWhole(Service memory service, bool required) private pure {
        require(required || service.filing == FilingState.None, "what must not be filed is not");
        require(
            FilingTransitions.isAwaited(service.filing) == (service.filingDueAt != 0),
            "a date while it is awaited"
        );
        require((service.filing == FilingState.None) == (service.serviceStartAt == 0), "a filed service has begun");
        require((service.risk == RiskLevel.None) == (service.riskValidUntil == 0), "no rating without its end");
    }
}
