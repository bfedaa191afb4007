// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {FilingForm, IFilings} from "../../../contracts/interfaces/IFilings.sol";
import {FilingRequirement, PartyRole} from "../../../contracts/interfaces/IPilots.sol";
import {Incident, IncidentState, IRisk, RiskLevel} from "../../../contracts/interfaces/IRisk.sol";
import {IServiceLedger, Service} from "../../../contracts/interfaces/IServiceLedger.sol";
import {Severity} from "../../../contracts/interfaces/ISupervision.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {DossierId, DossierScope} from "../../../contracts/types/DossierId.sol";
import {PilotId} from "../../../contracts/types/PilotId.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {Vm} from "../Vm.sol";
import {FilingTransitions} from "./FilingTransitions.sol";
import {JournalGhost} from "./JournalGhost.sol";
import {Ledgers} from "./Ledgers.sol";

/// @notice The services as somebody knows them who sees nothing but the logs; reverts when a log says what none may say.
abstract contract ServiceGhost is Ledgers {
    IServiceLedger public services;
    DossierId[] public incidents;

    mapping(PilotId pilot => Service) private _services;
    mapping(PilotId pilot => Uscc) private _filers;
    mapping(DossierId incident => Incident) private _incidents;
    mapping(DossierScope scope => uint32) private _counts;

    /// @notice Reverts unless the ledger says of the pilot's service what the logs say.
    function requireService(PilotId pilot) public view {
        Service memory service = services.serviceOf(pilot);
        require(keccak256(abi.encode(service)) == keccak256(abi.encode(_services[pilot])), "a service is as logged");
        bool required = ledger.pilotOf(pilot).filing == FilingRequirement.Required;
        bool outstanding = required && !FilingTransitions.isInForce(service.filing);
        require(services.isFilingOutstanding(pilot) == outstanding, "what must be filed and is not, is outstanding");
    }

    /// @notice Reverts unless the ledger says of each incident what the logs say, and counts them.
    function requireIncidents() public view {
        for (uint256 i = 0; i < incidents.length; ++i) {
            DossierId id = incidents[i];
            bytes32 present = keccak256(abi.encode(services.incidentOf(id)));
            require(present == keccak256(abi.encode(_incidents[id])), "an incident is as logged");
            require(services.dossierCount(id.scope()) == _counts[id.scope()], "the incidents of a scope are counted");
        }
    }

    function incidentsLength() public view returns (uint256) {
        return incidents.length;
    }

    function _take(Vm.Log memory log) internal virtual override {
        JournalGhost._take(log);
        if (log.emitter != address(services)) return;
        PilotId pilot = PilotId.wrap(log.topics[1]);
        address actor = address(uint160(uint256(log.topics[2])));
        bytes32 signature = log.topics[0];
        if (signature == IRisk.RiskRated.selector) _rate(pilot, actor, log.data);
        else if (signature == IRisk.IncidentReported.selector) _report(pilot, actor, log.data);
        else if (signature == IRisk.IncidentClosed.selector) _close(pilot, actor, log.data);
        else _file(signature, pilot, actor, log.data);
    }

    // ───────────────────────────── Filings ────────────────────────────

    function _file(bytes32 signature, PilotId pilot, address actor, bytes memory data) private {
        Service storage entry = _services[pilot];
        entry.filing = FilingTransitions.next(signature, entry.filing);
        entry.filingDueAt = FilingTransitions.isAwaited(entry.filing) ? _dueAt(signature, data) : 0;
        if (FilingTransitions.isTheLeads(signature)) {
            _requireLead(pilot, actor);
            _filers[pilot] = authority.bindingOf(actor).organisation;
        } else {
            _requireInspector(pilot, actor);
            require(!authority.bindingOf(actor).organisation.equals(_filers[pilot]), "no filer decides on its filing");
        }
        if (signature == IFilings.FilingOpened.selector) {
            require(ledger.pilotOf(pilot).filing == FilingRequirement.Required, "filed is what must be");
            (entry.form, entry.serviceStartAt, , ) = abi.decode(data, (FilingForm, uint40, uint40, string));
            require(entry.filingDueAt > entry.serviceStartAt, "due after the service began");
        } else if (signature == IFilings.FilingChanged.selector) {
            (entry.form, , ) = abi.decode(data, (FilingForm, bytes32, string));
        } else if (entry.filingDueAt != 0) {
            require(entry.filingDueAt > clock, "a date that is awaited lies ahead");
        }
        require(entry.form != FilingForm.None, "a service has a form");
    }

    /// @dev The date of an event that has one: the third word of an opening, else the first.
    function _dueAt(bytes32 signature, bytes memory data) private pure returns (uint40 dueAt) {
        if (signature == IFilings.FilingOpened.selector) {
            (, , dueAt) = abi.decode(data, (FilingForm, uint40, uint40));
        } else {
            dueAt = abi.decode(data, (uint40));
        }
    }

    // ─────────────────────── Ratings and incidents ────────────────────

    function _rate(PilotId pilot, address actor, bytes memory data) private {
        _requireInspector(pilot, actor);
        (RiskLevel level, uint40 validUntil, bytes32 paper) = abi.decode(data, (RiskLevel, uint40, bytes32));
        require(level != RiskLevel.None && paper != bytes32(0), "a rating says how risky, and why");
        require(validUntil > clock, "a rating expires, and is made before");
        _services[pilot].risk = level;
        _services[pilot].riskValidUntil = validUntil;
    }

    function _report(PilotId pilot, address actor, bytes memory data) private {
        _requireLead(pilot, actor);
        (DossierId id, Severity severity, uint40 occurredAt, bytes32 paper) = abi.decode(
            data,
            (DossierId, Severity, uint40, bytes32)
        );
        require(id.serial() == ++_counts[id.scope()], "serials without gaps");
        require(severity != Severity.None && paper != bytes32(0), "a report says how severe");
        require(occurredAt <= clock, "what is reported has happened");
        _incidents[id] = Incident(bytes14(PilotId.unwrap(pilot)), IncidentState.Reported, severity);
        incidents.push(id);
    }

    function _close(PilotId pilot, address actor, bytes memory data) private {
        _requireInspector(pilot, actor);
        (DossierId id, uint40 containedAt, bytes32 paper) = abi.decode(data, (DossierId, uint40, bytes32));
        Incident storage entry = _incidents[id];
        require(entry.pilot == bytes14(PilotId.unwrap(pilot)), "an incident stays with its pilot");
        require(entry.state == IncidentState.Reported, "an incident is closed once");
        require(containedAt != 0 && containedAt <= clock && paper != bytes32(0), "contained before it is closed");
        entry.state = IncidentState.Closed;
    }

    // ──────────────────────────── Who may ─────────────────────────────

    function _requireLead(PilotId pilot, address actor) private view {
        Uscc organisation = authority.bindingOf(actor).organisation;
        require(organisation.equals(ledger.pilotOf(pilot).lead), "nobody acts for a lead but its own");
    }

    function _requireInspector(PilotId pilot, address actor) private view {
        Uscc organisation = authority.bindingOf(actor).organisation;
        require(IAccessControl(address(authority)).hasRole(Roles.INSPECTOR, actor), "inspectors inspect");
        require(!organisation.equals(ledger.pilotOf(pilot).lead), "nobody inspects their own pilot");
        require(ledger.standingOf(pilot, organisation).role == PartyRole.None, "nor one they take part in");
    }
}
