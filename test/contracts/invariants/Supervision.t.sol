// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CaseState, OrderState, SupervisionCase} from "../../../contracts/interfaces/ICases.sol";
import {Severity} from "../../../contracts/interfaces/ISupervision.sol";
import {ISupervisionLedger} from "../../../contracts/interfaces/ISupervisionLedger.sol";
import {CaseStates} from "../../../contracts/libraries/CaseStates.sol";
import {DossierId} from "../../../contracts/types/DossierId.sol";
import {Driven} from "./Driven.sol";
import {SupervisionHandler} from "./SupervisionHandler.sol";

/// @notice What holds of the cases after every act. The handler itself holds what each single act may do.
contract SupervisionInvariants is Driven {
    using CaseStates for uint256;

    SupervisionHandler private _handler;
    ISupervisionLedger private _supervision;

    function setUp() external {
        _handler = SupervisionHandler(_drive("SupervisionHandler"));
        _supervision = _handler.supervision();
    }

    /// @dev One campaign holds them all: the runner draws a new one for each function of this prefix.
    function invariant_ofTheCases() external view {
        _handler.requireJournal(_supervision);
        _handler.requireJournal(_handler.services());
        _handler.requireJournal(_handler.ledger());
        _handler.requireDraws();
        uint256 serious = 0;
        uint256 length = _handler.casesLength();
        for (uint256 i = 0; i < length; ++i) {
            DossierId dossier = _handler.cases(i);
            SupervisionCase memory entry = _supervision.caseOf(dossier);
            require(dossier.serial() == i + 1, "serials without gaps");
            _requireOrdered(dossier, entry);
            if (entry.state != CaseState.Closed && entry.severity >= Severity.Serious) ++serious;
        }
        require(_supervision.openSeriousCases(_handler.pilot()) == serious, "the open serious cases are counted");
    }

    function _requireOrdered(DossierId dossier, SupervisionCase memory entry) private view {
        CaseState state = entry.state;
        require(state != CaseState.None, "what was opened stays");
        require((entry.order == OrderState.None) == (entry.round == 0), "an order belongs to a round");
        if (CaseStates.PENALTY_PHASE.contain(state)) {
            require(entry.findings > 0 && entry.round > 0, "no penalty without findings and an order");
            require(_supervision.penaltyOf(dossier).kinds != 0, "nor without a notice");
        }
        if (state == CaseState.Responded) {
            OrderState order = entry.order;
            require(order != OrderState.None && order != OrderState.Open, "a response was judged, lifted or waits");
        }
    }
}
