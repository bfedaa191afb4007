// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    CaseOpening,
    CaseOrigin,
    CaseState,
    CloseReason,
    Finding,
    ICases
} from "../../../contracts/interfaces/ICases.sol";
import {IPenalties, PenaltyKind, PenaltyNotice} from "../../../contracts/interfaces/IPenalties.sol";
import {IRectification, Verdict} from "../../../contracts/interfaces/IRectification.sol";
import {Severity} from "../../../contracts/interfaces/ISupervision.sol";
import {DossierId} from "../../../contracts/types/DossierId.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {PilotActs} from "./PilotActs.sol";

/// @notice The acts on a case by number, with arguments drawn so that many are right and some are not.
abstract contract CaseActs is PilotActs {
    uint256 internal constant CASE_ACTS = 19;
    /// @dev Inspectors all three; the last is a decider as well, who decides nothing that it inspected.
    address internal constant INSPECTOR = address(0xA5);
    address internal constant INSPECTING_DECIDER = address(0xA7);

    uint8 internal constant FINE = uint8(1 << uint8(PenaltyKind.Fine));

    uint8 private constant _WARNING = uint8(1 << uint8(PenaltyKind.Warning));
    bytes32 private constant _CLAUSE = "BISR-11-2";

    /// @notice The pilot that is supervised.
    PilotId public pilot;
    /// @notice The inspection opened last, with which a case goes on.
    DossierId public inspection;

    /// @param number Which act, below `CASE_ACTS`.
    /// @return data The call.
    /// @return actor Who may do it, if anybody may now.
    function _caseAct(
        uint256 number,
        DossierId dossier,
        uint256 seed
    ) internal view returns (bytes memory data, address actor) {
        bytes32 paper = keccak256(abi.encode(seed));
        if (number < 5) return (_investigate(number, dossier, seed, paper), number == 3 ? LEADER : _inspector(seed));
        if (number == 6)
            return (abi.encodeCall(IPenalties.noticePenalty, (dossier, _notice(seed, paper))), _inspector(seed));
        if (number >= 7 && number <= 9) return (_answer(number, dossier, paper), LEADER);
        if (number == 14) {
            uint40 payDueAt = clock + 15 days;
            return (abi.encodeCall(IPenalties.servePenalty, (dossier, clock, payDueAt, paper)), _inspector(seed));
        }
        if (number == 15) return (_payment(dossier, seed, paper), _inspector(seed));
        return (_decide(number, dossier, seed, paper), seed % 8 == 0 ? INSPECTING_DECIDER : APPROVER);
    }

    function _opening(uint256 seed) internal view returns (bytes memory) {
        Severity severity = Severity(1 + (seed % 4));
        CaseOpening memory opening = CaseOpening(
            CaseOrigin.Signal,
            severity,
            DossierId.wrap(0),
            _CLAUSE,
            clock + 730 days,
            clock + 90 days,
            keccak256(abi.encode(seed))
        );
        return abi.encodeCall(ICases.openCase, (pilot, opening));
    }

    /// @dev An act that `state` allows, most times.
    function _likely(CaseState state, uint256 seed) internal pure returns (uint256) {
        uint256 place = seed >> 8;
        if (seed % 16 == 0) return place % CASE_ACTS;
        if (state == CaseState.Opened || state == CaseState.Reopened) return 0;
        if (state == CaseState.Inspecting) return place % 8 == 0 ? 17 : 1;
        if (state == CaseState.FindingsIssued) return 2;
        if (state == CaseState.Rectifying) return [uint256(2), 3, 3, 6, 6, 5][place % 6];
        if (state == CaseState.Responded) return [uint256(4), 4, 6, 17][place % 4];
        if (state == CaseState.PenaltyNoticed) return [uint256(3), 4, 7, 8, 9, 10, 11, 11, 11, 11, 12, 13][place % 12];
        if (state == CaseState.PenaltyDecided) return [uint256(14), 14, 3, 4, 16][place % 5];
        if (state == CaseState.PenaltyServed) return [uint256(15), 15, 3, 4, 16][place % 5];
        if (state == CaseState.PenaltyWithdrawn) return [uint256(6), 17, 3, 4][place % 4];
        if (state == CaseState.Closed) return 18;
        return [uint256(17), 3, 4, 5, 17, 16][place % 6];
    }

    function _investigate(
        uint256 number,
        DossierId dossier,
        uint256 seed,
        bytes32 paper
    ) private view returns (bytes memory) {
        if (number == 0) return abi.encodeCall(ICases.inspectCase, (dossier, inspection));
        if (number == 1) {
            Finding[] memory findings = new Finding[](1 + (seed % 2));
            for (uint256 i = 0; i < findings.length; ++i) {
                findings[i] = Finding(_CLAUSE, Severity(1 + ((seed >> (8 * (i + 1))) % 4)), paper);
            }
            return abi.encodeCall(ICases.issueFindings, (dossier, findings));
        }
        if (number == 2) {
            return abi.encodeCall(IRectification.orderRectification, (dossier, clock + 9 days, false, paper));
        }
        if (number == 3) return abi.encodeCall(IRectification.respondToOrder, (dossier, paper));
        return abi.encodeCall(IRectification.judgeResponse, (dossier, Verdict(1 + (seed % 3)), paper));
    }

    function _answer(uint256 number, DossierId dossier, bytes32 paper) private pure returns (bytes memory) {
        if (number == 7) return abi.encodeCall(IPenalties.submitStatement, (dossier, paper));
        if (number == 8) return abi.encodeCall(IPenalties.waiveStatement, (dossier, paper));
        return abi.encodeCall(IPenalties.requestHearing, (dossier, paper));
    }

    function _decide(
        uint256 number,
        DossierId dossier,
        uint256 seed,
        bytes32 paper
    ) private pure returns (bytes memory) {
        if (number == 5) return abi.encodeCall(IRectification.liftOrder, (dossier, REASON, paper));
        if (number == 10) return abi.encodeCall(IPenalties.recordHearing, (dossier, paper));
        if (number == 11) {
            uint64 fine = seed % 4 == 0 ? 0 : uint64((seed >> 16) % 40_000_00);
            return abi.encodeCall(IPenalties.decidePenalty, (dossier, _kinds(seed), fine, paper));
        }
        if (number == 12) return abi.encodeCall(IPenalties.waivePenalty, (dossier, REASON, paper));
        if (number == 13) return abi.encodeCall(IPenalties.referCase, (dossier, REASON, paper));
        if (number == 16) return abi.encodeCall(IPenalties.withdrawPenalty, (dossier, REASON, paper));
        if (number == 17) return abi.encodeCall(ICases.closeCase, (dossier, CloseReason(1 + (seed % 9)), paper));
        return abi.encodeCall(ICases.reopenCase, (dossier, REASON, paper));
    }

    /// @dev A fine that is mostly within its band, and a band that is mostly one.
    function _notice(uint256 seed, bytes32 paper) private view returns (PenaltyNotice memory) {
        uint64 minimum = uint64((seed >> 16) % 20_000_00);
        uint64 maximum = uint64((seed >> 48) % 40_000_00);
        uint64 fine = uint64((seed >> 80) % 40_000_00);
        if (seed % 4 != 0) (maximum, fine) = (minimum + maximum, minimum + (maximum == 0 ? 0 : fine % maximum));
        uint8 kinds = _kinds(seed);
        if (kinds & FINE == 0 && seed % 4 != 0) (minimum, maximum, fine) = (0, 0, 0);
        return PenaltyNotice(kinds, fine, minimum, maximum, _CLAUSE, clock + 5 days, paper);
    }

    /// @dev The whole fine most times, with a fee for paying late that is sometimes too high.
    function _payment(DossierId dossier, uint256 seed, bytes32 paper) private view returns (bytes memory) {
        uint64 fine = _fineOf(dossier);
        uint64 paid = seed % 8 == 0 ? uint64(seed >> 8) : fine;
        return abi.encodeCall(IPenalties.executePenalty, (dossier, paid, uint64((seed >> 16) % (fine + 2)), paper));
    }

    /// @dev A warning, or a fine with it or alone.
    function _kinds(uint256 seed) private pure returns (uint8) {
        return [_WARNING, FINE, _WARNING | FINE, _WARNING | FINE][(seed >> 8) % 4];
    }

    function _inspector(uint256 seed) internal pure returns (address) {
        return address(uint160(INSPECTOR) + uint160((seed >> 32) % 3));
    }

    function _fineOf(DossierId dossier) internal view virtual returns (uint64);
}
