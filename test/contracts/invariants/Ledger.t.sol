// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {DigestAlgorithm} from "../../../contracts/interfaces/IEvidence.sol";
import {Milestone, MilestoneState} from "../../../contracts/interfaces/IMilestones.sol";
import {IPilotLedger} from "../../../contracts/interfaces/IPilotLedger.sol";
import {Handling, Pilot, PilotState, Vote} from "../../../contracts/interfaces/IPilots.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {FieldCode} from "../../../contracts/types/FieldCode.sol";
import {packPilotScope, PilotId, PilotScope} from "../../../contracts/types/PilotId.sol";
import {RegionCode} from "../../../contracts/types/RegionCode.sol";
import {Driven} from "./Driven.sol";
import {LedgerHandler} from "./LedgerHandler.sol";

/// @notice What holds after every act, whatever came before. The handler itself holds what each single act may do.
contract LedgerInvariants is Driven {
    struct Ballot {
        uint256 members;
        uint256 pass;
        uint256 conditional;
        uint256 fail;
    }

    LedgerHandler private _handler;
    IPilotLedger private _ledger;

    function setUp() external {
        _handler = LedgerHandler(_drive("LedgerHandler"));
        _ledger = _handler.ledger();
    }

    /// @dev One campaign holds them all: the runner draws a new one for each function of this prefix.
    function invariant_ofThePilots() external view {
        _theJournalsAreTheFoldOfTheLogs();
        _anAccountHoldsARoleWhereItHasAJurisdiction();
        _thePilotsAddUp();
        _whatIsAnchoredStaysAnchored();
    }

    function _theJournalsAreTheFoldOfTheLogs() private view {
        _handler.requireJournal(_ledger);
        _handler.requireJournal(_handler.authority());
        _handler.requireJournal(_handler.evidence());
    }

    function _anAccountHoldsARoleWhereItHasAJurisdiction() private view {
        bytes32[4] memory roles = [Roles.REGISTRAR, Roles.APPROVER, Roles.EXPERT, Roles.INSPECTOR];
        for (uint256 i = 0; i < 9; ++i) {
            address account = _handler.cast(i);
            for (uint256 j = 0; j < roles.length; ++j) {
                RegionCode region = _handler.authority().jurisdictionOf(roles[j], account).region;
                bool held = IAccessControl(address(_handler.authority())).hasRole(roles[j], account);
                require(held == (RegionCode.unwrap(region) != 0), "role and jurisdiction");
            }
        }
    }

    function _thePilotsAddUp() private view {
        uint256 length = _handler.pilotsLength();
        for (uint256 i = 0; i < length; ++i) {
            PilotId id = _handler.pilots(i);
            Pilot memory pilot = _ledger.pilotOf(id);
            require(id.serial() == i + 1, "serials without gaps");
            _requirePlan(id, pilot);
            for (uint8 number = 1; number <= pilot.milestones; ++number) _requirePanel(id, number);
            _requireVotes(id, pilot);
            require(pilot.returnRounds <= 3 && pilot.acceptanceRound <= 3, "rounds");
        }
        PilotScope scope = packPilotScope("ZJ", 2019, RegionCode.wrap(330_100), FieldCode.wrap("JUD"));
        require(_ledger.pilotCount(scope) == length, "the scope counts its pilots");
        require(_ledger.pilotOf(scope.withSerial(uint32(length + 1))).state == PilotState.None, "and no more");
    }

    function _whatIsAnchoredStaysAnchored() private view {
        for (uint256 i = 0; i < _handler.anchoredLength(); ++i) {
            (PilotId pilot, uint8 milestone, bytes32 digest, uint40 since) = _handler.anchored(i);
            address submitter = _handler.cast(2);
            require(
                _handler.evidence().anchoredAt(pilot, milestone, submitter, DigestAlgorithm.Sha256, digest) == since,
                "the first time stands"
            );
        }
    }

    function _requirePlan(PilotId id, Pilot memory pilot) private view {
        uint256 weight = 0;
        uint256 open = 0;
        for (uint8 number = 1; number <= pilot.milestones; ++number) {
            Milestone memory milestone = _ledger.milestoneOf(id, number);
            MilestoneState state = milestone.state;
            weight += milestone.weight;
            if (milestone.mandatory && state != MilestoneState.Accepted && state != MilestoneState.Waived) ++open;
            require(milestone.originalDueAt == _handler.plannedDueAt(id, number - 1), "the original due date stands");
            require(milestone.extensions <= 2 && milestone.extendedBy <= 180 days, "extensions are bounded");
            require((milestone.extensions == 0) == (milestone.extendedBy == 0), "an extension extends");
        }
        require(weight == 10_000, "the weights add up");
        require(pilot.mandatoryOpen == open, "the open mandatory milestones are counted");
        require(
            _ledger.milestoneOf(id, pilot.milestones + 1).state == MilestoneState.None,
            "no milestone beside the plan"
        );
        bool past = pilot.acceptanceRound > 0;
        require(!past || open == 0, "acceptance waits for the mandatory milestones");
    }

    function _requirePanel(PilotId id, uint8 number) private view {
        Milestone memory milestone = _ledger.milestoneOf(id, number);
        Ballot memory ballot = _ballot(id, number, milestone.revision);
        require(milestone.panelMembers == ballot.members, "members of a milestone's panel");
        require(milestone.votesToAccept == ballot.pass, "votes to accept");
        require(milestone.votesToReturn == ballot.fail, "votes to return");
        require(ballot.conditional == 0, "no conditions on a milestone");
        _requireMajority(ballot.members, milestone.panelThreshold);
        if (milestone.state == MilestoneState.Accepted) {
            require(ballot.pass >= milestone.panelThreshold, "a milestone with a panel is accepted by votes");
        }
        if (milestone.state == MilestoneState.Returned && ballot.members > 0) {
            require(ballot.fail > ballot.members - milestone.panelThreshold, "and returned by votes");
        }
    }

    /// @dev The votes on a matter, counted from the seats of everybody there is.
    function _ballot(PilotId id, uint8 milestone, uint16 round) private view returns (Ballot memory ballot) {
        for (uint256 i = 0; i < 9; ++i) {
            (bool onPanel, Vote vote) = _ledger.voteOf(id, milestone, round, _handler.cast(i));
            require(onPanel || vote == Vote.None, "members vote");
            if (onPanel) ++ballot.members;
            if (vote == Vote.Pass) ++ballot.pass;
            if (vote == Vote.Conditional) ++ballot.conditional;
            if (vote == Vote.Fail) ++ballot.fail;
        }
    }

    function _requireMajority(uint256 members, uint256 threshold) private pure {
        require(members == 0 ? threshold == 0 : 2 * threshold > members, "more than half");
        require(threshold <= members, "within reach");
    }

    function _requireVotes(PilotId id, Pilot memory pilot) private view {
        Handling memory tally = _ledger.handlingOf(id);
        Ballot memory ballot = _ballot(id, 0, pilot.acceptanceRound);
        uint256 members = ballot.members;
        require(tally.members == members, "members");
        require(tally.pass == ballot.pass, "votes to pass");
        require(tally.conditional == ballot.conditional, "votes on conditions");
        require(tally.fail == ballot.fail, "votes against");
        _requireMajority(members, tally.threshold);

        PilotState state = pilot.state;
        if (state == PilotState.Accepted || state == PilotState.Archived) {
            require(members > 0 && tally.pass >= tally.threshold, "accepted by votes");
        }
        if (state == PilotState.Conditional) {
            require(members > 0 && tally.pass + tally.conditional >= tally.threshold, "conditional by votes");
        }
        if (state == PilotState.Failed) {
            require(members > 0 && tally.fail > members - tally.threshold, "failed by votes");
        }
    }
}
