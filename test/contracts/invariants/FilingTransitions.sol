// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FilingState, IFilings} from "../../../contracts/interfaces/IFilings.sol";

/// @notice The life of a filing as a table: which event takes it from which states to which, and whose event it is.
library FilingTransitions {
    uint256 private constant _NONE = 1 << uint8(FilingState.None);
    uint256 private constant _PENDING = 1 << uint8(FilingState.Pending);
    uint256 private constant _SUBMITTED = 1 << uint8(FilingState.Submitted);
    uint256 private constant _FILED = 1 << uint8(FilingState.Filed);
    uint256 private constant _REFUSED = 1 << uint8(FilingState.Refused);
    uint256 private constant _CHANGE_DUE = 1 << uint8(FilingState.ChangeDue);
    uint256 private constant _CHECK_DUE = 1 << uint8(FilingState.CheckDue);
    uint256 private constant _CANCELLING = 1 << uint8(FilingState.Cancelling);
    uint256 private constant _CANCELLED = 1 << uint8(FilingState.Cancelled);
    uint256 private constant _REVOKED = 1 << uint8(FilingState.Revoked);

    /// @notice Where the event `signature` takes a filing that is in `from`; reverts when it takes it nowhere from there.
    function next(bytes32 signature, FilingState from) internal pure returns (FilingState to) {
        uint256 states = 0;
        (states, to) = isTheLeads(signature) ? _byTheLead(signature) : _byAnInspector(signature);
        require(states != 0, "a filing has no other events");
        require((states >> uint8(from)) & 1 == 1, "an event is recorded in its states alone");
    }

    /// @notice Whether the lead records this; an inspector records the others.
    function isTheLeads(bytes32 signature) internal pure returns (bool) {
        return
            signature == IFilings.FilingOpened.selector ||
            signature == IFilings.FilingSubmitted.selector ||
            signature == IFilings.FilingChangeDeclared.selector ||
            signature == IFilings.FilingCancellationDeclared.selector;
    }

    /// @notice Whether a service in this state counts as filed.
    function isInForce(FilingState state) internal pure returns (bool) {
        return state == FilingState.Filed || state == FilingState.ChangeDue || state == FilingState.CheckDue;
    }

    /// @notice Whether a filing in this state waits for something until a date.
    function isAwaited(FilingState state) internal pure returns (bool) {
        return
            state == FilingState.Pending ||
            state == FilingState.ChangeDue ||
            state == FilingState.CheckDue ||
            state == FilingState.Cancelling;
    }

    function _byTheLead(bytes32 signature) private pure returns (uint256 states, FilingState to) {
        if (signature == IFilings.FilingOpened.selector) return (_NONE | _CANCELLED | _REVOKED, FilingState.Pending);
        if (signature == IFilings.FilingSubmitted.selector) return (_PENDING | _REFUSED, FilingState.Submitted);
        if (signature == IFilings.FilingChangeDeclared.selector) return (_FILED, FilingState.ChangeDue);
        return (_FILED, FilingState.Cancelling);
    }

    function _byAnInspector(bytes32 signature) private pure returns (uint256 states, FilingState to) {
        if (signature == IFilings.FilingRecorded.selector) return (_SUBMITTED, FilingState.Filed);
        if (signature == IFilings.FilingRefused.selector) return (_SUBMITTED, FilingState.Refused);
        if (signature == IFilings.FilingChanged.selector) return (_CHANGE_DUE, FilingState.Filed);
        if (signature == IFilings.FilingCheckCalled.selector) return (_FILED, FilingState.CheckDue);
        if (signature == IFilings.FilingChecked.selector) return (_CHECK_DUE, FilingState.Filed);
        if (signature == IFilings.FilingCancelled.selector) return (_CANCELLING, FilingState.Cancelled);
        if (signature == IFilings.FilingRevoked.selector) {
            return (_FILED | _CHANGE_DUE | _CHECK_DUE | _CANCELLING, FilingState.Revoked);
        }
    }
}
