// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IServiceLedger, Service} from "../../interfaces/IServiceLedger.sol";
import {PilotId} from "../../types/PilotId.sol";
import {SupervisionRegister} from "../supervision/SupervisionRegister.sol";

/// @title ServiceRegister
/// @notice The services' entries, which filings and ratings share.
abstract contract ServiceRegister is IServiceLedger, SupervisionRegister {
    /// @dev Where a storage proof finds a service (one slot): at `keccak256(pilot ‖ slot)` of the namespace.
    /// @custom:storage-location erc7201:pilotledger.services
    struct ServiceStorage {
        mapping(PilotId pilot => Service) services;
    }

    // keccak256(abi.encode(uint256(keccak256("pilotledger.services")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant _SERVICES_SLOT = 0xcd60ba66ef072ab323eec8f3dc886ea2d69fbc28b33edc24973c405286532700;

    /// @inheritdoc IServiceLedger
    function serviceOf(PilotId pilot) external view returns (Service memory) {
        return _service(pilot);
    }

    function _service(PilotId pilot) internal view returns (Service storage) {
        ServiceStorage storage $;
        assembly {
            $.slot := _SERVICES_SLOT
        }
        return $.services[pilot];
    }
}
