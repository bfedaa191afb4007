// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PilotId} from "../types/PilotId.sol";
import {FilingForm, FilingState, IFilings} from "./IFilings.sol";
import {IJournal} from "./IJournal.sol";
import {IRisk, RiskLevel} from "./IRisk.sol";
import {ISignedActs} from "./ISignedActs.sol";
import {ISupervision} from "./ISupervision.sol";

/// @notice A pilot's service as the guards see it.
/// @param filing Where its filing stands.
/// @param form In what form it is offered.
/// @param serviceStartAt When it began, Unix seconds; a claim.
/// @param filingDueAt Until when what the filing waits for has to be done, Unix seconds: submission, change, check or, of a
/// filing to be cancelled, the end of the service; zero when it waits for nothing of the pilot's.
/// @param risk Its latest risk rating.
/// @param riskValidUntil Until when the rating holds, Unix seconds.
struct Service {
    FilingState filing;
    FilingForm form;
    uint40 serviceStartAt;
    uint40 filingDueAt;
    RiskLevel risk;
    uint40 riskValidUntil;
}

/// @title ServiceLedger: filings, risk ratings and incidents of the services that pilots run
interface IServiceLedger is IJournal, ISupervision, ISignedActs, IFilings, IRisk {
    /// @notice The pilot's service; all zero before anything was recorded.
    function serviceOf(PilotId pilot) external view returns (Service memory);

    /// @notice Whether the pilot's service must be filed and is not (应备案而未备案).
    function isFilingOutstanding(PilotId pilot) external view returns (bool);
}
