// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./interfaces/IAuthority.sol";
import {IPilotLedger} from "./interfaces/IPilotLedger.sol";
import {Attestations} from "./modules/evidence/Attestations.sol";
import {Batches} from "./modules/evidence/Batches.sol";
import {Disputes} from "./modules/evidence/Disputes.sol";
import {EvidenceRegister} from "./modules/evidence/EvidenceRegister.sol";

/// @title EvidenceLedger
/// @notice The record of evidence: what was anchored to a pilot, who attests it, who disputes it, and what took its place.
contract EvidenceLedger is Batches, Attestations, Disputes {
    /// @param authority Who may act, where, and for whom.
    /// @param pilots The pilots that evidence is anchored to.
    constructor(IAuthority authority, IPilotLedger pilots) EvidenceRegister(authority, pilots) {}
}
