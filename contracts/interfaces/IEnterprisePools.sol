// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PoolCode} from "../types/PoolCode.sol";
import {RegionCode} from "../types/RegionCode.sol";
import {Uscc} from "../types/Uscc.sol";

/// @notice Where an enterprise stands in a pool.
/// @dev Append only.
enum MembershipState {
    None,
    Nominated, // 已推荐
    InPool, // 在库
    Graduated, // 已出库
    Removed // 已移出
}

/// @notice An enterprise's membership. One storage slot.
/// @param nominator Who nominated it.
/// @param state Where it stands.
/// @param since Block time at which it came there, Unix seconds.
struct Membership {
    address nominator;
    MembershipState state;
    uint40 since;
}

/// @title Enterprise pools (培育库)
/// @notice Enterprises that a region fosters: nominated by a registrar, admitted by an approver, graduated or removed. Officials
/// act in the region where the enterprise is registered, and never on their own organisation. All movements of a pool are one
/// journal stream.
interface IEnterprisePools {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice A pool was opened.
    /// @param pool Its code, left-aligned.
    /// @param region Enterprises of this region and the ones below may be nominated.
    /// @param text Canonical JSON `{"name": {"en": …, "zh": …}}`.
    event PoolOpened(bytes32 indexed pool, address indexed actor, RegionCode region, string text);

    /// @notice An enterprise was nominated, for the first time or after it was removed. State: Nominated.
    /// @param documentDigest SHA-256 of the nomination.
    event EnterpriseNominated(bytes32 indexed pool, address indexed actor, Uscc enterprise, bytes32 documentDigest);

    /// @notice An enterprise was admitted. State: InPool.
    event EnterpriseAdmitted(bytes32 indexed pool, address indexed actor, Uscc enterprise, bytes32 decisionDigest);

    /// @notice An enterprise reached what the pool fosters. State: Graduated.
    /// @param reason A reason code, ASCII.
    event EnterpriseGraduated(
        bytes32 indexed pool,
        address indexed actor,
        Uscc enterprise,
        bytes32 reason,
        bytes32 documentDigest
    );

    /// @notice An enterprise was taken out, or its nomination refused. State: Removed.
    /// @param reason A reason code, ASCII.
    event EnterpriseRemoved(
        bytes32 indexed pool,
        address indexed actor,
        Uscc enterprise,
        bytes32 reason,
        bytes32 documentDigest
    );

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice A code is 1 to 12 of the characters A-Z, 0-9 and _.
    error Pools_CodeInvalid(PoolCode pool);
    /// @notice There is no such pool.
    error Pools_Unknown(PoolCode pool);
    /// @notice The pool is open already.
    error Pools_Exists(PoolCode pool);
    /// @notice The act is not allowed where the enterprise stands.
    error Pools_StateNotAllowed(PoolCode pool, Uscc enterprise, MembershipState state);
    /// @notice The pool is for enterprises of `region`, and this one is registered elsewhere.
    error Pools_RegionOutside(PoolCode pool, Uscc enterprise, RegionCode region);
    /// @notice The official is of the enterprise itself.
    error Pools_ConflictOfInterest(address account, Uscc enterprise);
    /// @notice Whoever nominated an enterprise does not admit it.
    error Pools_OwnNomination(PoolCode pool, Uscc enterprise, address account);

    // ────────────────────────────── Acts ──────────────────────────────

    /// @notice Opens a pool. Approver of the region.
    function openPool(PoolCode pool, RegionCode region, string calldata text) external;

    /// @notice Nominates an active enterprise. Registrar.
    function nominateEnterprise(PoolCode pool, Uscc enterprise, bytes32 documentDigest) external;

    /// @notice Admits a nominated enterprise that is still active. Approver, not the one who nominated it.
    function admitEnterprise(PoolCode pool, Uscc enterprise, bytes32 decisionDigest) external;

    /// @notice Graduates a member. Approver.
    function graduateEnterprise(PoolCode pool, Uscc enterprise, bytes32 reason, bytes32 documentDigest) external;

    /// @notice Takes a member out, or refuses a nomination. Approver.
    function removeEnterprise(PoolCode pool, Uscc enterprise, bytes32 reason, bytes32 documentDigest) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The pool's region; zero when there is no such pool.
    function poolRegion(PoolCode pool) external view returns (RegionCode);

    /// @notice The enterprise's membership; all zero when it has none.
    function membershipOf(PoolCode pool, Uscc enterprise) external view returns (Membership memory);
}
