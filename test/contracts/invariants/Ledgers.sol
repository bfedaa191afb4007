// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEvidenceLedger} from "../../../contracts/interfaces/IEvidenceLedger.sol";
import {IPilotLedger} from "../../../contracts/interfaces/IPilotLedger.sol";
import {ProgrammeId, ProgrammeKind} from "../../../contracts/types/ProgrammeId.sol";
import {create} from "../Vm.sol";
import {Cast} from "./Cast.sol";

/// @notice The ledgers of pilots and of evidence, and a programme that is open.
abstract contract Ledgers is Cast {
    IPilotLedger public ledger;
    IEvidenceLedger public evidence;
    ProgrammeId internal programme;

    function _deploy() internal {
        _deployAuthority();
        ledger = IPilotLedger(create("PilotLedger", abi.encode(authority, bytes2("ZJ"), PROVINCE)));
        evidence = IEvidenceLedger(create("EvidenceLedger", abi.encode(authority, ledger)));
        bytes memory open = abi.encodeCall(
            ledger.openProgramme,
            (2019, ProgrammeKind.Pilot, 1, clock, clock + 3650 days, REASON, REASON, '{"zh":"x"}')
        );
        (bool done, bytes memory result) = _do(APPROVER, address(ledger), open);
        require(done, "the programme opens");
        programme = abi.decode(result, (ProgrammeId));
    }
}
