// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FieldCode} from "../types/FieldCode.sol";
import {RegionCode} from "../types/RegionCode.sol";
import {Uscc} from "../types/Uscc.sol";
import {IJournal} from "./IJournal.sol";
import {ISignedActs} from "./ISignedActs.sol";

/// @notice What an organisation is.
/// @dev Append only.
enum OrganisationKind {
    None,
    Government, // 行政机关、事业单位
    Court, // 审判机关
    Enterprise, // 企业
    Institute, // 科研院所、高校
    Association, // 行业协会
    Carrier, // 基地、园区运营单位
    Notary, // 公证机构
    Forensic, // 司法鉴定机构
    CertificateAuthority // 电子认证服务机构
}

/// @notice Whether an organisation may act.
/// @dev Append only.
enum OrganisationStatus {
    Unregistered,
    Active,
    Suspended,
    Revoked
}

/// @notice A registered organisation.
/// @param region Where it is registered.
/// @param kind What it is.
/// @param status Whether its accounts may act.
struct Organisation {
    RegionCode region;
    OrganisationKind kind;
    OrganisationStatus status;
}

/// @notice The binding of an account to its organisation. An account is bound once and for all.
/// @param organisation Whose account it is.
/// @param boundAt Block time of the binding, Unix seconds.
/// @param revokedAt Block time from which it may not act, Unix seconds; zero while it may.
struct AccountBinding {
    Uscc organisation;
    uint40 boundAt;
    uint40 revokedAt;
}

/// @notice Where a role holds.
/// @param region Acts on this region and the ones below it. Zero: the account does not hold the role.
/// @param fields Bit n set: acts on the field registered with index n.
struct Jurisdiction {
    RegionCode region;
    uint64 fields;
}

/// @notice A field of application as registered.
/// @param index Its bit in `Jurisdiction.fields`, from 0; given once and never reused.
/// @param registered Whether the code exists.
/// @param enabled Whether new pilots may use it.
struct FieldEntry {
    uint8 index;
    bool registered;
    bool enabled;
}

/// @title Authority: who may act, where, and for whom
/// @notice Roles with a jurisdiction, the code tables, the register of organisations and the accounts bound to them. The other
/// ledger contracts ask here before every act.
interface IAuthority is IJournal, ISignedActs {
    // ───────────────────────────── Events ─────────────────────────────

    /// @notice `actor` gave `account` a role, or changed where it holds. Replaces an earlier jurisdiction of the same role.
    /// @param role ASCII, such as "REGISTRAR"; zero for the administrator.
    /// @param region Where it holds; zero for the administrator, who has no jurisdiction over business records.
    /// @param fields Bit set of field indexes.
    event RoleAssigned(address indexed account, address indexed actor, bytes32 role, RegionCode region, uint64 fields);

    /// @notice `actor` took a role away, or the holder gave it up.
    event RoleWithdrawn(address indexed account, address indexed actor, bytes32 role);

    /// @notice A field of application was registered, renamed, enabled or retired. The subject is the stream "CODES".
    /// @param text Canonical JSON `{"en": …, "zh": …}`: its name.
    event FieldSet(
        bytes32 indexed codes,
        address indexed actor,
        FieldCode field,
        uint8 index,
        bool enabled,
        string text
    );

    /// @notice Regions were enabled for new records, or retired. The subject is the stream "CODES".
    event RegionsSet(bytes32 indexed codes, address indexed actor, RegionCode[] regions, bool enabled);

    /// @notice The administrator halted new acts of every ledger contract. The subject is the stream "PAUSE".
    /// @param reason A reason code, ASCII.
    event ActsPaused(bytes32 indexed pause, address indexed actor, bytes32 reason);

    /// @notice New acts are taken again.
    event ActsResumed(bytes32 indexed pause, address indexed actor, bytes32 reason);

    /// @notice An organisation entered the register.
    /// @param organisation Its unified social credit code, left-aligned.
    /// @param text Canonical JSON `{"name": {"en": …, "zh": …}}`.
    event OrganisationRegistered(
        bytes32 indexed organisation,
        address indexed actor,
        RegionCode region,
        OrganisationKind kind,
        string text
    );

    /// @notice An organisation's public particulars changed; the event carries all of them.
    event OrganisationUpdated(
        bytes32 indexed organisation,
        address indexed actor,
        RegionCode region,
        OrganisationKind kind,
        string text
    );

    /// @notice An organisation was suspended, revoked or restored.
    /// @param reason A reason code, ASCII.
    event OrganisationStatusChanged(
        bytes32 indexed organisation,
        address indexed actor,
        OrganisationStatus status,
        bytes32 reason
    );

    /// @notice An account may from now on act for the organisation.
    event AccountBound(bytes32 indexed organisation, address indexed actor, address account);

    /// @notice An account may no longer act. Records it made before stand.
    /// @param reason A reason code, ASCII.
    event AccountRevoked(bytes32 indexed organisation, address indexed actor, address account, bytes32 reason);

    /// @notice An account's key is reported lost or disclosed (电子签名法 Art. 15); it may not act from this block on.
    /// @param lostAt When the key is believed to have been lost, Unix seconds; a claim, not after the block time.
    event KeyCompromiseReported(bytes32 indexed organisation, address indexed actor, address account, uint40 lostAt);

    // ───────────────────────────── Errors ─────────────────────────────

    /// @notice `account` does not hold `role`.
    error Authority_MissingRole(address account, bytes32 role);
    /// @notice `account` holds `role`, but not for this region and field.
    error Authority_OutOfJurisdiction(address account, bytes32 role, RegionCode region, FieldCode field);
    /// @notice Roles are given with a jurisdiction: use `assignRole`.
    error Authority_JurisdictionRequired(bytes32 role);
    /// @notice `role` is none of this ledger's roles.
    error Authority_UnknownRole(bytes32 role);
    /// @notice `account` belongs to no organisation.
    error Authority_AccountNotBound(address account);
    /// @notice `account` is bound already; one account serves one organisation, for good.
    error Authority_AccountAlreadyBound(address account, Uscc organisation);
    /// @notice `account` may not act since `revokedAt`.
    error Authority_AccountRevoked(address account, uint40 revokedAt);
    /// @notice `actor` may not report the key of `account`: only itself, an account of the same organisation or a registrar may.
    error Authority_NotEntitledToReport(address actor, address account);
    /// @notice `lostAt` lies after this block.
    error Authority_LossInFuture(uint40 lostAt, uint40 blockTime);
    /// @notice An account of zero cannot be bound or given a role.
    error Authority_ZeroAccount();
    /// @notice The code is not written as GB 32100 asks.
    error Authority_MalformedUscc(Uscc organisation);
    /// @notice The organisation is not in the register.
    error Authority_OrganisationUnknown(Uscc organisation);
    /// @notice The organisation is in the register already.
    error Authority_OrganisationExists(Uscc organisation);
    /// @notice The organisation may not act in its present status.
    error Authority_OrganisationNotActive(Uscc organisation, OrganisationStatus status);
    /// @notice The organisation has this status already, or was revoked, or the status is none an organisation can be given.
    error Authority_StatusNotAllowed(Uscc organisation, OrganisationStatus from, OrganisationStatus to);
    /// @notice An organisation must be of some kind.
    error Authority_KindRequired();
    /// @notice A reason code is required.
    error Authority_ReasonRequired();
    /// @notice The region is no code of six digits, or is not enabled.
    error Authority_RegionNotEnabled(RegionCode region);
    /// @notice The field is not registered, or is retired.
    error Authority_FieldNotEnabled(FieldCode field);
    /// @notice The field is no code of three upper-case letters.
    error Authority_MalformedField(FieldCode field);
    /// @notice All 64 field indexes are taken.
    error Authority_TooManyFields();
    /// @notice A jurisdiction names each field once; `fields` are those named before the repeated one.
    error Authority_FieldsInvalid(uint64 fields);
    /// @notice A public text is empty or longer than `limit` bytes.
    error Authority_TextLength(uint256 length, uint256 limit);
    /// @notice The list is empty.
    error Authority_EmptyList();
    /// @notice New acts are halted.
    error Authority_Paused();
    /// @notice New acts are not halted.
    error Authority_NotPaused();

    // ─────────────────────── Roles (administrator) ────────────────────

    /// @notice Gives `account` a role within a jurisdiction, or moves the jurisdiction of a role it holds.
    /// @param role One of the roles of `Roles`; never the administrator's, which is handed over in two steps.
    /// @param region A region enabled in the code table.
    /// @param fields The fields it holds for; none means every field, also later ones.
    function assignRole(address account, bytes32 role, RegionCode region, FieldCode[] calldata fields) external;

    /// @notice Registers a field, or changes its name and whether new pilots may use it.
    function setField(FieldCode field, bool enabled, string calldata text) external;

    /// @notice Enables regions for new records, or retires them.
    function setRegions(RegionCode[] calldata regions, bool enabled) external;

    // ─────────────────────── Pause (administrator) ────────────────────

    /// @notice Halts new acts: those of every organisation and registrar in every ledger contract, and the code tables. Roles are
    /// given and taken and lost keys reported as before.
    function pause(bytes32 reason) external;

    /// @notice Takes new acts again.
    function unpause(bytes32 reason) external;

    // ────────────────────── Organisations (registrar) ─────────────────

    /// @notice Enters an organisation into the register.
    function registerOrganisation(
        Uscc organisation,
        RegionCode region,
        OrganisationKind kind,
        string calldata text
    ) external;

    /// @notice Changes an organisation's public particulars.
    function updateOrganisation(
        Uscc organisation,
        RegionCode region,
        OrganisationKind kind,
        string calldata text
    ) external;

    /// @notice Suspends, revokes or restores an organisation. Revocation is final.
    function setOrganisationStatus(Uscc organisation, OrganisationStatus status, bytes32 reason) external;

    /// @notice Binds `account` to `organisation`.
    function bindAccount(Uscc organisation, address account) external;

    /// @notice Ends what `account` may do, for good.
    function revokeAccount(address account, bytes32 reason) external;

    /// @notice Reports the key of `account` lost: the account itself, another of its organisation, or a registrar.
    function reportKeyCompromise(address account, uint40 lostAt) external;

    // ───────────────────────────── Views ──────────────────────────────

    /// @notice The organisation `account` acts for. Reverts unless the account is bound, not revoked, and its organisation active, and
    /// while new acts are halted.
    function organisationOf(address account) external view returns (Uscc organisation);

    /// @notice As `organisationOf`, for an account that uses `role` on a record of this region and field. Reverts when it may not.
    function officialOf(
        address account,
        bytes32 role,
        RegionCode region,
        FieldCode field
    ) external view returns (Uscc organisation);

    /// @notice As `officialOf`, for a record of a region and no particular field.
    function officialOf(address account, bytes32 role, RegionCode region) external view returns (Uscc organisation);

    /// @notice Reverts unless new records may use this region and field.
    function requireEnabled(RegionCode region, FieldCode field) external view;

    /// @notice Whether new acts are halted.
    function paused() external view returns (bool);

    /// @notice Reverts unless the organisation is in the register and active, and while new acts are halted.
    function requireActive(Uscc organisation) external view;

    /// @notice Where `account` holds `role`.
    function jurisdictionOf(bytes32 role, address account) external view returns (Jurisdiction memory);

    /// @notice The binding of `account`; all zero when it has none.
    function bindingOf(address account) external view returns (AccountBinding memory);

    /// @notice The organisation's entry; all zero when it has none.
    function organisationEntry(Uscc organisation) external view returns (Organisation memory);

    /// @notice The field's entry; all zero when it has none.
    function fieldEntry(FieldCode field) external view returns (FieldEntry memory);

    /// @notice Whether new records may use `region`.
    function isRegionEnabled(RegionCode region) external view returns (bool);
}
