// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    Anchor,
    DigestAlgorithm,
    EvidenceCertification,
    EvidenceGeneration,
    EvidenceItem,
    EvidenceKind,
    EvidenceSource,
    EvidenceStorage,
    IEvidence,
    Provenance
} from "../../../contracts/interfaces/IEvidence.sol";
import {
    IMilestones,
    Milestone,
    MilestoneKind,
    MilestonePlan,
    Submission
} from "../../../contracts/interfaces/IMilestones.sol";
import {Application, FilingRequirement, IPilots, PartyRole, Vote} from "../../../contracts/interfaces/IPilots.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {Ledgers} from "./Ledgers.sol";

/// @notice Every act on a pilot by its number, with arguments drawn from a seed. A new act joins as a line of `_act`.
abstract contract PilotActs is Ledgers {
    uint256 internal constant ACTS = 32;
    uint256 internal constant RESUBMIT = 8;
    uint256 internal constant SUBMIT = 22;
    uint256 internal constant ANCHOR = 29;
    string private constant _TEXT = '{"title":{}}';

    /// @return data The call.
    /// @return actor Who may do it, if anybody.
    function _act(
        uint256 number,
        PilotId pilot,
        uint256 seed
    ) internal view returns (bytes memory data, address actor) {
        bytes32 paper = keccak256(abi.encode(seed));
        if (number < 8) return (_decision(number, pilot, paper), number < 2 ? REGISTRAR : APPROVER);
        if (number < 15) return (_leadership(number, pilot, seed, paper), LEADER);
        if (number < SUBMIT) return _acceptance(number, pilot, seed, paper);
        if (number > ANCHOR) return _panel(number, pilot, seed, paper);
        return _milestone(number, pilot, seed, paper);
    }

    function _decision(uint256 number, PilotId pilot, bytes32 paper) private pure returns (bytes memory) {
        if (number == 0) return abi.encodeCall(IPilots.returnPilot, (pilot, REASON, paper));
        if (number == 1) return abi.encodeCall(IPilots.admitPilot, (pilot));
        if (number == 2) return abi.encodeCall(IPilots.approvePilot, (pilot, paper));
        if (number == 3) return abi.encodeCall(IPilots.rejectPilot, (pilot, REASON, paper));
        if (number == 4) return abi.encodeCall(IPilots.waitlistPilot, (pilot, REASON, paper));
        if (number == 5) return abi.encodeCall(IPilots.suspendPilot, (pilot, REASON, paper));
        if (number == 6) return abi.encodeCall(IPilots.resumePilot, (pilot, REASON, paper));
        return abi.encodeCall(IPilots.terminatePilot, (pilot, REASON, paper));
    }

    function _leadership(
        uint256 number,
        PilotId pilot,
        uint256 seed,
        bytes32 paper
    ) private view returns (bytes memory) {
        if (number == RESUBMIT) return abi.encodeCall(IPilots.resubmitPilot, (pilot, 1, paper, _TEXT, _plan(seed)));
        if (number == 9) {
            return abi.encodeCall(IPilots.startPilot, (pilot, FilingRequirement.NotRequired, REASON));
        }
        if (number == 10) return abi.encodeCall(IPilots.amendPilot, (pilot, uint64(seed), paper, _TEXT));
        if (number == 11) return abi.encodeCall(IPilots.withdrawPilot, (pilot, REASON, paper));
        if (number == 12) return abi.encodeCall(IPilots.addParty, (pilot, PARTY, PartyRole.Technology, paper));
        if (number == 13) return abi.encodeCall(IPilots.removeParty, (pilot, PARTY, REASON));
        return abi.encodeCall(IPilots.requestAcceptance, (pilot, paper));
    }

    function _acceptance(
        uint256 number,
        PilotId pilot,
        uint256 seed,
        bytes32 paper
    ) private view returns (bytes memory data, address actor) {
        if (number == 15) {
            return (abi.encodeCall(IPilots.convenePanel, (pilot, _experts(seed), _threshold(seed))), APPROVER);
        }
        if (number == 16) {
            return (abi.encodeCall(IPilots.castVote, (pilot, Vote(1 + ((seed >> 8) % 3)), paper)), _expert(seed));
        }
        if (number == 17) return (abi.encodeCall(IPilots.acceptPilot, (pilot, paper)), APPROVER);
        if (number == 18) return (abi.encodeCall(IPilots.acceptPilotConditionally, (pilot, REASON, paper)), APPROVER);
        if (number == 19) return (abi.encodeCall(IPilots.failPilot, (pilot, REASON, paper)), APPROVER);
        if (number == 20) return (abi.encodeCall(IPilots.archivePilot, (pilot, paper)), REGISTRAR);
        if (seed % 3 == 0) return (abi.encodeCall(IPilots.advanceStage, (pilot, paper)), APPROVER);
        if (seed % 3 == 1) return (abi.encodeCall(IPilots.grantShowcase, (pilot, clock + 1 days, paper)), APPROVER);
        return (abi.encodeCall(IPilots.revokeShowcase, (pilot, REASON, paper)), APPROVER);
    }

    function _milestone(
        uint256 number,
        PilotId pilot,
        uint256 seed,
        bytes32 paper
    ) private view returns (bytes memory data, address actor) {
        uint8 place = uint8(1 + (seed % 3));
        Milestone memory entry = ledger.milestoneOf(pilot, place);
        if (number == SUBMIT) {
            address team = (seed >> 8) % 8 == 0 ? PARTNER : LEADER;
            return (_submission(pilot, place, entry.revision + 1, paper), team);
        }
        if (number == 23) {
            return (abi.encodeCall(IMilestones.acceptMilestone, (pilot, place, entry.revision, paper)), APPROVER);
        }
        if (number == 24) {
            data = abi.encodeCall(IMilestones.returnMilestone, (pilot, place, entry.revision, REASON, paper));
            return (data, APPROVER);
        }
        if (number == 25) return (abi.encodeCall(IMilestones.waiveMilestone, (pilot, place, REASON, paper)), APPROVER);
        if (number == 26) {
            uint40 dueAt = entry.originalDueAt + entry.extendedBy + uint40((seed >> 8) % 100 days);
            return (abi.encodeCall(IMilestones.requestExtension, (pilot, place, dueAt, REASON, paper)), LEADER);
        }
        if (number == 27) return (abi.encodeCall(IMilestones.grantExtension, (pilot, place, paper)), APPROVER);
        if (number == 28) return (abi.encodeCall(IMilestones.refuseExtension, (pilot, place, REASON, paper)), APPROVER);
        return (abi.encodeCall(IEvidence.anchorEvidence, (pilot, _anchors(seed))), LEADER);
    }

    /// @dev The panel of a milestone: convened, or one of its members votes.
    function _panel(
        uint256 number,
        PilotId pilot,
        uint256 seed,
        bytes32 paper
    ) private view returns (bytes memory data, address actor) {
        uint8 place = uint8(1 + ((seed >> 16) % 3));
        uint16 revision = ledger.milestoneOf(pilot, place).revision;
        if (number == ANCHOR + 1) {
            (address[] memory experts, uint8 threshold) = (_experts(seed), _threshold(seed));
            data = abi.encodeCall(IMilestones.conveneMilestonePanel, (pilot, place, revision, experts, threshold));
            return (data, APPROVER);
        }
        Vote vote =
            (seed >> 8) % 8 == 0
                ? Vote.Conditional
                : (seed >> 11) % 2 == 0
                    ? Vote.Pass
                    : Vote.Fail;
        return (abi.encodeCall(IMilestones.voteOnMilestone, (pilot, place, revision, vote, paper)), _expert(seed));
    }

    function _experts(uint256 seed) private pure returns (address[] memory experts) {
        experts = new address[](1 + (seed % 3));
        for (uint160 i = 0; i < experts.length; ++i) experts[i] = address(uint160(EXPERT) + i);
    }

    function _expert(uint256 seed) private pure returns (address) {
        return address(uint160(EXPERT) + uint160(seed % 3));
    }

    function _threshold(uint256 seed) private pure returns (uint8) {
        return uint8(1 + ((seed >> 8) % 3));
    }

    function _submission(
        PilotId pilot,
        uint8 place,
        uint16 revision,
        bytes32 paper
    ) private view returns (bytes memory) {
        EvidenceItem[] memory evidence = new EvidenceItem[](0);
        return
            abi.encodeCall(
                IMilestones.submitMilestone,
                (pilot, Submission(place, revision, 1, 1, clock, paper, evidence))
            );
    }

    /// @dev One of few digests, so that it is often there already.
    function _anchors(uint256 seed) internal pure returns (Anchor[] memory anchors) {
        anchors = new Anchor[](1);
        anchors[0].milestone = uint8((seed >> 8) % 3);
        anchors[0].item = EvidenceItem(EvidenceKind.TestReport, DigestAlgorithm.Sha256, bytes32(1 + (seed % 4)));
        anchors[0].provenance = Provenance(
            EvidenceSource.Unstated,
            EvidenceGeneration.Unstated,
            EvidenceStorage.Unstated,
            EvidenceCertification.None
        );
    }

    /// @dev One to three milestones, some of them not mandatory; now and then their weights do not add up.
    function _plan(uint256 seed) internal view returns (MilestonePlan[] memory plan) {
        uint256 length = 1 + (seed % 3);
        plan = new MilestonePlan[](length);
        for (uint256 i = 0; i < length; ++i) {
            plan[i].kind = i == 0 ? MilestoneKind.Prototype : MilestoneKind.ExitReport;
            plan[i].mandatory = (seed >> (8 + i)) & 1 == 1;
            plan[i].weight = uint16(i + 1 == length ? 10_000 - 1_000 * i : 1_000);
            plan[i].dueAt = clock + uint40(30 days * (i + 1) + ((seed >> 16) % 1 days));
            if (i > 0 && (seed >> 12) & 1 == 1) plan[i].dependsOn = 2;
        }
        if (seed % 16 == 15) plan[0].weight += 1;
    }

    function _application(uint256 seed) internal view returns (bytes memory) {
        Application memory application = Application(
            CITY,
            FIELD,
            programme,
            PilotId.wrap(0),
            uint64(seed),
            REASON,
            _TEXT
        );
        return abi.encodeCall(IPilots.applyPilot, (application, _plan(seed)));
    }
}
