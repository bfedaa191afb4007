// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority, OrganisationStatus} from "../../../contracts/interfaces/IAuthority.sol";
import {VM, Vm} from "../Vm.sol";
import {BulletinActs} from "./BulletinActs.sol";
import {BulletinGhost} from "./BulletinGhost.sol";
import {EvaluationActs} from "./EvaluationActs.sol";
import {EvaluationGhost} from "./EvaluationGhost.sol";
import {FigureActs} from "./FigureActs.sol";
import {FigureGhost} from "./FigureGhost.sol";
import {JournalGhost} from "./JournalGhost.sol";
import {PoolActs} from "./PoolActs.sol";
import {PoolGhost} from "./PoolGhost.sol";

/// @notice Drives the statistics ledger through random acts; what no act may do, the ghosts see in the logs.
contract StatisticsHandler is
    FigureActs,
    BulletinActs,
    PoolActs,
    EvaluationActs,
    FigureGhost,
    BulletinGhost,
    PoolGhost,
    EvaluationGhost
{
    uint256 private constant _AT_ONCE = 6;

    constructor() {
        _deployStatistics();
    }

    // ──────────────────────────── Random acts ─────────────────────────

    /// @notice A few acts on figures, most of them by an account that may do them.
    function report(uint256 seed) external {
        for (uint256 i = 0; i < _AT_ONCE; ++i) {
            uint256 draw = _draw(seed);
            (bytes memory data, address actor) = _figureAct(_likelyFigureAct(draw), draw >> 16);
            _attempt(data, actor);
        }
    }

    /// @notice A few acts on bulletins.
    function issue(uint256 seed) external {
        for (uint256 i = 0; i < _AT_ONCE; ++i) {
            uint256 draw = _draw(seed);
            // A draft states the hash of a block before the present one.
            VM.roll(height);
            (bytes memory data, address actor) = _bulletinAct(_likelyBulletinAct(draw), draw >> 16);
            _attempt(data, actor);
        }
    }

    /// @notice A few acts on pools and on evaluations.
    function foster(uint256 seed) external {
        for (uint256 i = 0; i < _AT_ONCE; ++i) {
            uint256 draw = _draw(seed);
            (bytes memory data, address actor) = draw % 3 == 0
                ? _poolAct(_likelyPoolAct(draw >> 8), draw >> 16)
                : _evaluationAct(_likelyEvaluationAct(draw >> 8), draw >> 16);
            _attempt(data, actor);
        }
    }

    /// @notice Any act by anybody.
    function disturb(uint256 seed) external {
        seed = _draw(seed);
        (uint256 number, uint256 draw) = (seed >> 8, seed >> 24);
        bytes memory data;
        if (seed % 4 == 0) (data, ) = _figureAct(number % FIGURE_ACTS, draw);
        else if (seed % 4 == 1) (data, ) = _bulletinAct(number % BULLETIN_ACTS, draw);
        else if (seed % 4 == 2) (data, ) = _poolAct(number % POOL_ACTS, draw);
        else (data, ) = _evaluationAct(number % EVALUATION_ACTS, draw);
        _attempt(data, cast(seed >> 16));
    }

    /// @notice An organisation is suspended, or restored.
    function govern(uint256 seed) external {
        bool active = authority.organisationEntry(PARTY).status == OrganisationStatus.Active;
        if (active && _draw(seed) % 4 != 0) return;
        OrganisationStatus next = active ? OrganisationStatus.Suspended : OrganisationStatus.Active;
        _do(REGISTRAR, address(authority), abi.encodeCall(IAuthority.setOrganisationStatus, (PARTY, next, REASON)));
    }

    function pass(uint256 seed) external {
        seed = _draw(seed);
        clock += uint40(seed % 20 days);
        height += uint48((seed >> 40) % 300);
    }

    function _attempt(bytes memory data, address actor) private {
        _do(actor, address(statistics), data);
        // A little later: what is published after another is published later.
        clock += 1;
        height += 1;
    }

    function _take(
        Vm.Log memory log
    ) internal override(JournalGhost, FigureGhost, BulletinGhost, PoolGhost, EvaluationGhost) {
        super._take(log);
    }
}
