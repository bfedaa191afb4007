// Generated from the compiled contracts by "npm run build": do not edit.

export const authorityAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "administrator",
        "type": "address"
      },
      {
        "internalType": "uint48",
        "name": "adminDelay",
        "type": "uint48"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "AccessControlBadConfirmation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "schedule",
        "type": "uint48"
      }
    ],
    "name": "AccessControlEnforcedDefaultAdminDelay",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "AccessControlEnforcedDefaultAdminRules",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "defaultAdmin",
        "type": "address"
      }
    ],
    "name": "AccessControlInvalidDefaultAdmin",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "neededRole",
        "type": "bytes32"
      }
    ],
    "name": "AccessControlUnauthorizedAccount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Authority_AccountAlreadyBound",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Authority_AccountNotBound",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "revokedAt",
        "type": "uint40"
      }
    ],
    "name": "Authority_AccountRevoked",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Authority_EmptyList",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      }
    ],
    "name": "Authority_FieldNotEnabled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "fields",
        "type": "uint64"
      }
    ],
    "name": "Authority_FieldsInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "Authority_JurisdictionRequired",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Authority_KindRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "lostAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Authority_LossInFuture",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      }
    ],
    "name": "Authority_MalformedField",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Authority_MalformedUscc",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "Authority_MissingRole",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Authority_NotEntitledToReport",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Authority_NotPaused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Authority_OrganisationExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "enum OrganisationStatus",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "Authority_OrganisationNotActive",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Authority_OrganisationUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      }
    ],
    "name": "Authority_OutOfJurisdiction",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Authority_Paused",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Authority_ReasonRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      }
    ],
    "name": "Authority_RegionNotEnabled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "enum OrganisationStatus",
        "name": "from",
        "type": "uint8"
      },
      {
        "internalType": "enum OrganisationStatus",
        "name": "to",
        "type": "uint8"
      }
    ],
    "name": "Authority_StatusNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Authority_TextLength",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Authority_TooManyFields",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "Authority_UnknownRole",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Authority_ZeroAccount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "bits",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "SafeCastOverflowedUintDowncast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "SignedActs_BatchLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "deadline",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockTime",
        "type": "uint48"
      }
    ],
    "name": "SignedActs_Expired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "SignedActs_ItemFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SignedActs_Nested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_NotSignable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignedActs_SignatureInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_UnknownAct",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "organisation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "AccountBound",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "organisation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "AccountRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "pause",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "ActsPaused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "pause",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "ActsResumed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "DefaultAdminDelayChangeCanceled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint48",
        "name": "newDelay",
        "type": "uint48"
      },
      {
        "indexed": false,
        "internalType": "uint48",
        "name": "effectSchedule",
        "type": "uint48"
      }
    ],
    "name": "DefaultAdminDelayChangeScheduled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "DefaultAdminTransferCanceled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "newAdmin",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint48",
        "name": "acceptSchedule",
        "type": "uint48"
      }
    ],
    "name": "DefaultAdminTransferScheduled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "codes",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "index",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "enabled",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "FieldSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "organisation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "lostAt",
        "type": "uint40"
      }
    ],
    "name": "KeyCompromiseReported",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "organisation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "enum OrganisationKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "OrganisationRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "organisation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum OrganisationStatus",
        "name": "status",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "OrganisationStatusChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "organisation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "enum OrganisationKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "OrganisationUpdated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "codes",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode[]",
        "name": "regions",
        "type": "uint24[]"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "enabled",
        "type": "bool"
      }
    ],
    "name": "RegionsSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "previousAdminRole",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "newAdminRole",
        "type": "bytes32"
      }
    ],
    "name": "RoleAdminChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "fields",
        "type": "uint64"
      }
    ],
    "name": "RoleAssigned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "RoleGranted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "RoleRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "RoleWithdrawn",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "DEFAULT_ADMIN_ROLE",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "acceptDefaultAdminTransfer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "FieldCode[]",
        "name": "fields",
        "type": "bytes3[]"
      }
    ],
    "name": "assignRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "calls",
        "type": "bytes[]"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "newAdmin",
        "type": "address"
      }
    ],
    "name": "beginDefaultAdminTransfer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "bindAccount",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "bindingOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "Uscc",
            "name": "organisation",
            "type": "bytes18"
          },
          {
            "internalType": "uint40",
            "name": "boundAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "revokedAt",
            "type": "uint40"
          }
        ],
        "internalType": "struct AccountBinding",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "cancelDefaultAdminTransfer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "newDelay",
        "type": "uint48"
      }
    ],
    "name": "changeDefaultAdminDelay",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "defaultAdmin",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "defaultAdminDelay",
    "outputs": [
      {
        "internalType": "uint48",
        "name": "",
        "type": "uint48"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "defaultAdminDelayIncreaseWait",
    "outputs": [
      {
        "internalType": "uint48",
        "name": "",
        "type": "uint48"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "uint192",
            "name": "nonceKey",
            "type": "uint192"
          },
          {
            "internalType": "uint64",
            "name": "nonce",
            "type": "uint64"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "bytes",
            "name": "call",
            "type": "bytes"
          }
        ],
        "internalType": "struct SignedAct",
        "name": "act",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "executeSigned",
    "outputs": [
      {
        "internalType": "bytes",
        "name": "result",
        "type": "bytes"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      }
    ],
    "name": "fieldEntry",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint8",
            "name": "index",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "registered",
            "type": "bool"
          },
          {
            "internalType": "bool",
            "name": "enabled",
            "type": "bool"
          }
        ],
        "internalType": "struct FieldEntry",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "getRoleAdmin",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "getRoleMember",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "getRoleMemberCount",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "getRoleMembers",
    "outputs": [
      {
        "internalType": "address[]",
        "name": "",
        "type": "address[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "grantRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "hasRole",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      }
    ],
    "name": "isRegionEnabled",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "journal",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "subject",
        "type": "bytes32"
      }
    ],
    "name": "journalOf",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "jurisdictionOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "uint64",
            "name": "fields",
            "type": "uint64"
          }
        ],
        "internalType": "struct Jurisdiction",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint192",
        "name": "key",
        "type": "uint192"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      }
    ],
    "name": "officialOf",
    "outputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      }
    ],
    "name": "officialOf",
    "outputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "organisationEntry",
    "outputs": [
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "enum OrganisationKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum OrganisationStatus",
            "name": "status",
            "type": "uint8"
          }
        ],
        "internalType": "struct Organisation",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "organisationOf",
    "outputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "owner",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "pause",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "paused",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "pendingDefaultAdmin",
    "outputs": [
      {
        "internalType": "address",
        "name": "newAdmin",
        "type": "address"
      },
      {
        "internalType": "uint48",
        "name": "schedule",
        "type": "uint48"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "pendingDefaultAdminDelay",
    "outputs": [
      {
        "internalType": "uint48",
        "name": "newDelay",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "schedule",
        "type": "uint48"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "enum OrganisationKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "registerOrganisation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "renounceRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "lostAt",
        "type": "uint40"
      }
    ],
    "name": "reportKeyCompromise",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "requireActive",
    "outputs": [],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      }
    ],
    "name": "requireEnabled",
    "outputs": [],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "revokeAccount",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "revokeRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "rollbackDefaultAdminDelay",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "FieldCode",
        "name": "field",
        "type": "bytes3"
      },
      {
        "internalType": "bool",
        "name": "enabled",
        "type": "bool"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "setField",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "enum OrganisationStatus",
        "name": "status",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "setOrganisationStatus",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "RegionCode[]",
        "name": "regions",
        "type": "uint24[]"
      },
      {
        "internalType": "bool",
        "name": "enabled",
        "type": "bool"
      }
    ],
    "name": "setRegions",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "interfaceId",
        "type": "bytes4"
      }
    ],
    "name": "supportsInterface",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "unpause",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "enum OrganisationKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "updateOrganisation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const pilotLedgerAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IAuthority",
        "name": "authority",
        "type": "address"
      },
      {
        "internalType": "bytes2",
        "name": "province",
        "type": "bytes2"
      },
      {
        "internalType": "RegionCode",
        "name": "provinceRegion",
        "type": "uint24"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      }
    ],
    "name": "Authority_RegionNotEnabled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Evidence_ItemInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "claimedAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Milestones_ClaimInFuture",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "dependsOn",
        "type": "uint32"
      }
    ],
    "name": "Milestones_DependencyInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "dependency",
        "type": "uint8"
      }
    ],
    "name": "Milestones_DependencyOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "earliest",
        "type": "uint40"
      }
    ],
    "name": "Milestones_DueDateNotAscending",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint64",
        "name": "missingKinds",
        "type": "uint64"
      }
    ],
    "name": "Milestones_EvidenceMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "latest",
        "type": "uint40"
      }
    ],
    "name": "Milestones_ExtensionLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      }
    ],
    "name": "Milestones_ExtensionPending",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Milestones_ExtensionTooLate",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Milestones_FilesRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Milestones_KindRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      }
    ],
    "name": "Milestones_NoExtensionPending",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Milestones_PlanLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "uint64",
        "name": "requiredEvidence",
        "type": "uint64"
      }
    ],
    "name": "Milestones_RequirementInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "expected",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "given",
        "type": "uint16"
      }
    ],
    "name": "Milestones_RevisionMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "enum MilestoneState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Milestones_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "limit",
        "type": "uint8"
      }
    ],
    "name": "Milestones_TooManyExtensions",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      }
    ],
    "name": "Milestones_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Milestones_WeightRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "sum",
        "type": "uint256"
      }
    ],
    "name": "Milestones_WeightSum",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Pilots_ConflictOfInterest",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Pilots_DigestRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "expert",
        "type": "address"
      }
    ],
    "name": "Pilots_ExpertTwice",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum FilingRequirement",
        "name": "filing",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "filingReason",
        "type": "bytes32"
      }
    ],
    "name": "Pilots_FilingAnswerInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "Pilots_FilingOutstanding",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "count",
        "type": "uint8"
      }
    ],
    "name": "Pilots_MilestonesOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Pilots_NotLead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "round",
        "type": "uint16"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Pilots_NotOnPanel",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Pilots_NotParty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "round",
        "type": "uint16"
      }
    ],
    "name": "Pilots_PanelExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "members",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "threshold",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Pilots_PanelInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Pilots_PartyExists",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Pilots_PartyRoleRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "predecessor",
        "type": "bytes32"
      }
    ],
    "name": "Pilots_PredecessorInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "Pilots_PrototypeNotAccepted",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Pilots_ReasonRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Pilots_RegistrarMayNotDecide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "Pilots_SeriousCaseOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum Stage",
        "name": "stage",
        "type": "uint8"
      }
    ],
    "name": "Pilots_StageNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum PilotState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Pilots_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Pilots_TextLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "limit",
        "type": "uint8"
      }
    ],
    "name": "Pilots_TooManyConditions",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "limit",
        "type": "uint8"
      }
    ],
    "name": "Pilots_TooManyReturns",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "Pilots_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "validUntil",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Pilots_ValidityPast",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Pilots_VoteInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "round",
        "type": "uint16"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Pilots_VotedAlready",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "round",
        "type": "uint16"
      },
      {
        "internalType": "uint8",
        "name": "votes",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "needed",
        "type": "uint8"
      }
    ],
    "name": "Pilots_VotesInsufficient",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Programmes_DigestRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      }
    ],
    "name": "Programmes_Exists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint16",
        "name": "year",
        "type": "uint16"
      },
      {
        "internalType": "enum ProgrammeKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "batch",
        "type": "uint16"
      }
    ],
    "name": "Programmes_IdInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      }
    ],
    "name": "Programmes_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "opensAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "closesAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Programmes_WindowClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "opensAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "closesAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Programmes_WindowInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "SignedActs_BatchLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "deadline",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockTime",
        "type": "uint48"
      }
    ],
    "name": "SignedActs_Expired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "SignedActs_ItemFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SignedActs_Nested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_NotSignable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignedActs_SignatureInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_UnknownAct",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "supervision",
        "type": "address"
      }
    ],
    "name": "Supervised_AlreadySet",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "supervision",
        "type": "address"
      }
    ],
    "name": "Supervised_NoContract",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "Supervised_NotDeployer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "Supervised_NotSupervision",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "AcceptanceFailed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "threshold",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "address[]",
        "name": "experts",
        "type": "address[]"
      }
    ],
    "name": "AcceptancePanelConvened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      }
    ],
    "name": "AcceptanceRequested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum Vote",
        "name": "vote",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "opinionDigest",
        "type": "bytes32"
      }
    ],
    "name": "AcceptanceVoted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "ExtensionGranted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "ExtensionRefused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "ExtensionRequested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "MilestoneAccepted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "threshold",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "address[]",
        "name": "experts",
        "type": "address[]"
      }
    ],
    "name": "MilestonePanelConvened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "MilestoneReturned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "fileCount",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "totalBytes",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "claimedAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum EvidenceKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum DigestAlgorithm",
            "name": "algorithm",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "digest",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct EvidenceItem[]",
        "name": "evidence",
        "type": "tuple[]"
      }
    ],
    "name": "MilestoneSubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "enum Vote",
        "name": "vote",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "opinionDigest",
        "type": "bytes32"
      }
    ],
    "name": "MilestoneVoted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "MilestoneWaived",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "enum PartyRole",
        "name": "role",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "consentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PartyJoined",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "PartyLeft",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "certificateDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotAccepted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotAcceptedConditionally",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      }
    ],
    "name": "PilotAdmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "version",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "budget",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "PilotAmended",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "lead",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "PilotId",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "budget",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "applicationDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      },
      {
        "components": [
          {
            "internalType": "enum MilestoneKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "mandatory",
            "type": "bool"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "dueAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "dependsOn",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "requiredEvidence",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct MilestonePlan[]",
        "name": "plan",
        "type": "tuple[]"
      }
    ],
    "name": "PilotApplied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotApproved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "archiveDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotArchived",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotRejected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "version",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "budget",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "applicationDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      },
      {
        "components": [
          {
            "internalType": "enum MilestoneKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "mandatory",
            "type": "bool"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "dueAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "dependsOn",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "requiredEvidence",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct MilestonePlan[]",
        "name": "plan",
        "type": "tuple[]"
      }
    ],
    "name": "PilotResubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotResumed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotReturned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum FilingRequirement",
        "name": "filing",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "filingReason",
        "type": "bytes32"
      }
    ],
    "name": "PilotStarted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotSuspended",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotTerminated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotWaitlisted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PilotWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "closesAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "ProgrammeClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "opensAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "closesAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "ruleSetDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "templateDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "ProgrammeOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "validUntil",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "ShowcaseGranted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "ShowcaseRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum Stage",
        "name": "stage",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "StageAdvanced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "stream",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "supervision",
        "type": "address"
      }
    ],
    "name": "SupervisionSet",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "AUTHORITY",
    "outputs": [
      {
        "internalType": "contract IAuthority",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "PROVINCE",
    "outputs": [
      {
        "internalType": "bytes2",
        "name": "",
        "type": "bytes2"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "PROVINCE_REGION",
    "outputs": [
      {
        "internalType": "RegionCode",
        "name": "",
        "type": "uint24"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "acceptMilestone",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "certificateDigest",
        "type": "bytes32"
      }
    ],
    "name": "acceptPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "acceptPilotConditionally",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "enum PartyRole",
        "name": "role",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "consentDigest",
        "type": "bytes32"
      }
    ],
    "name": "addParty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "admitPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "advanceStage",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "budget",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "amendPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "FieldCode",
            "name": "field",
            "type": "bytes3"
          },
          {
            "internalType": "ProgrammeId",
            "name": "programme",
            "type": "bytes32"
          },
          {
            "internalType": "PilotId",
            "name": "predecessor",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "budget",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "applicationDigest",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "text",
            "type": "string"
          }
        ],
        "internalType": "struct Application",
        "name": "application",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum MilestoneKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "mandatory",
            "type": "bool"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "dueAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "dependsOn",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "requiredEvidence",
            "type": "uint64"
          }
        ],
        "internalType": "struct MilestonePlan[]",
        "name": "plan",
        "type": "tuple[]"
      }
    ],
    "name": "applyPilot",
    "outputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "approvePilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "archiveDigest",
        "type": "bytes32"
      }
    ],
    "name": "archivePilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "calls",
        "type": "bytes[]"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum Vote",
        "name": "vote",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "opinionDigest",
        "type": "bytes32"
      }
    ],
    "name": "castVote",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "closeProgramme",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "address[]",
        "name": "experts",
        "type": "address[]"
      },
      {
        "internalType": "uint8",
        "name": "threshold",
        "type": "uint8"
      }
    ],
    "name": "conveneMilestonePanel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "address[]",
        "name": "experts",
        "type": "address[]"
      },
      {
        "internalType": "uint8",
        "name": "threshold",
        "type": "uint8"
      }
    ],
    "name": "convenePanel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "uint192",
            "name": "nonceKey",
            "type": "uint192"
          },
          {
            "internalType": "uint64",
            "name": "nonce",
            "type": "uint64"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "bytes",
            "name": "call",
            "type": "bytes"
          }
        ],
        "internalType": "struct SignedAct",
        "name": "act",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "executeSigned",
    "outputs": [
      {
        "internalType": "bytes",
        "name": "result",
        "type": "bytes"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "failPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "grantExtension",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "validUntil",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "grantShowcase",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "handlingOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "registrar",
            "type": "address"
          },
          {
            "internalType": "uint8",
            "name": "members",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "threshold",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "pass",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "conditional",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "fail",
            "type": "uint8"
          }
        ],
        "internalType": "struct Handling",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "journal",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "subject",
        "type": "bytes32"
      }
    ],
    "name": "journalOf",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      }
    ],
    "name": "milestoneOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "enum MilestoneState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "enum MilestoneKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "mandatory",
            "type": "bool"
          },
          {
            "internalType": "uint8",
            "name": "extensions",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "revision",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "originalDueAt",
            "type": "uint40"
          },
          {
            "internalType": "uint24",
            "name": "extendedBy",
            "type": "uint24"
          },
          {
            "internalType": "uint32",
            "name": "dependsOn",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "requiredEvidence",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "panelMembers",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "panelThreshold",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "votesToAccept",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "votesToReturn",
            "type": "uint8"
          }
        ],
        "internalType": "struct Milestone",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint192",
        "name": "key",
        "type": "uint192"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint16",
        "name": "year",
        "type": "uint16"
      },
      {
        "internalType": "enum ProgrammeKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "batch",
        "type": "uint16"
      },
      {
        "internalType": "uint40",
        "name": "opensAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "closesAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "ruleSetDigest",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "templateDigest",
        "type": "bytes32"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "openProgramme",
    "outputs": [
      {
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      }
    ],
    "name": "pendingExtension",
    "outputs": [
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotScope",
        "name": "scope",
        "type": "bytes32"
      }
    ],
    "name": "pilotCount",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "pilotOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "Uscc",
            "name": "lead",
            "type": "bytes18"
          },
          {
            "internalType": "enum PilotState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "enum Stage",
            "name": "stage",
            "type": "uint8"
          },
          {
            "internalType": "enum FilingRequirement",
            "name": "filing",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "milestones",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "mandatoryOpen",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "returnRounds",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "acceptanceRound",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "version",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "acceptedKinds",
            "type": "uint16"
          }
        ],
        "internalType": "struct Pilot",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      }
    ],
    "name": "programmeOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint40",
            "name": "opensAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "closesAt",
            "type": "uint40"
          }
        ],
        "internalType": "struct Programme",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "refuseExtension",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "rejectPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "removeParty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      }
    ],
    "name": "requestAcceptance",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "requestExtension",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "budget",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "applicationDigest",
        "type": "bytes32"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      },
      {
        "components": [
          {
            "internalType": "enum MilestoneKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "mandatory",
            "type": "bool"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "dueAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "dependsOn",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "requiredEvidence",
            "type": "uint64"
          }
        ],
        "internalType": "struct MilestonePlan[]",
        "name": "plan",
        "type": "tuple[]"
      }
    ],
    "name": "resubmitPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "resumePilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "returnMilestone",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "returnPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "revokeShowcase",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "gate",
        "type": "address"
      }
    ],
    "name": "setSupervision",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "standingOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "enum PilotState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "milestones",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "leads",
            "type": "bool"
          },
          {
            "internalType": "enum PartyRole",
            "name": "role",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "submitted",
            "type": "bool"
          }
        ],
        "internalType": "struct Standing",
        "name": "standing",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum FilingRequirement",
        "name": "filing",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "filingReason",
        "type": "bytes32"
      }
    ],
    "name": "startPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint8",
            "name": "milestone",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "revision",
            "type": "uint16"
          },
          {
            "internalType": "uint32",
            "name": "fileCount",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "totalBytes",
            "type": "uint64"
          },
          {
            "internalType": "uint40",
            "name": "claimedAt",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "manifestDigest",
            "type": "bytes32"
          },
          {
            "components": [
              {
                "internalType": "enum EvidenceKind",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "enum DigestAlgorithm",
                "name": "algorithm",
                "type": "uint8"
              },
              {
                "internalType": "bytes32",
                "name": "digest",
                "type": "bytes32"
              }
            ],
            "internalType": "struct EvidenceItem[]",
            "name": "evidence",
            "type": "tuple[]"
          }
        ],
        "internalType": "struct Submission",
        "name": "submission",
        "type": "tuple"
      }
    ],
    "name": "submitMilestone",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "supervision",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "inspector",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "suspendByOrder",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "suspendPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "terminatePilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "round",
        "type": "uint16"
      },
      {
        "internalType": "address",
        "name": "expert",
        "type": "address"
      }
    ],
    "name": "voteOf",
    "outputs": [
      {
        "internalType": "bool",
        "name": "onPanel",
        "type": "bool"
      },
      {
        "internalType": "enum Vote",
        "name": "vote",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "enum Vote",
        "name": "vote",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "opinionDigest",
        "type": "bytes32"
      }
    ],
    "name": "voteOnMilestone",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "waitlistPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "waiveMilestone",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "withdrawPilot",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const evidenceLedgerAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IAuthority",
        "name": "authority",
        "type": "address"
      },
      {
        "internalType": "contract IPilotLedger",
        "name": "pilots",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "anchoredAt",
        "type": "uint40"
      }
    ],
    "name": "Evidence_AlreadyAnchored",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "witness",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "attestedAt",
        "type": "uint40"
      }
    ],
    "name": "Evidence_AlreadyAttested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "Evidence_AlreadySuperseded",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Evidence_BatchEmpty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Evidence_BatchLength",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Evidence_CapacityRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "actor",
        "type": "address"
      }
    ],
    "name": "Evidence_DisputantMayNotDecide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Evidence_ItemInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      }
    ],
    "name": "Evidence_MilestoneUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "number",
        "type": "uint8"
      }
    ],
    "name": "Evidence_NoOpenDispute",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "actor",
        "type": "address"
      }
    ],
    "name": "Evidence_NotDisputant",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Evidence_NotSubmitter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "Evidence_ReplacesItself",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum DisputeResult",
        "name": "result",
        "type": "uint8"
      }
    ],
    "name": "Evidence_ResultInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "limit",
        "type": "uint8"
      }
    ],
    "name": "Evidence_TooManyDisputes",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "Evidence_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Pilots_ConflictOfInterest",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Pilots_DigestRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Pilots_NotParty",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Pilots_ReasonRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum PilotState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Pilots_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "Pilots_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "SignedActs_BatchLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "deadline",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockTime",
        "type": "uint48"
      }
    ],
    "name": "SignedActs_Expired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "SignedActs_ItemFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SignedActs_Nested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_NotSignable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignedActs_SignatureInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_UnknownAct",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "components": [
          {
            "internalType": "enum EvidenceKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum DigestAlgorithm",
            "name": "algorithm",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "digest",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct EvidenceItem",
        "name": "item",
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      },
      {
        "components": [
          {
            "internalType": "enum EvidenceSource",
            "name": "source",
            "type": "uint8"
          },
          {
            "internalType": "enum EvidenceGeneration",
            "name": "generation",
            "type": "uint8"
          },
          {
            "internalType": "enum EvidenceStorage",
            "name": "storedIn",
            "type": "uint8"
          },
          {
            "internalType": "enum EvidenceCertification",
            "name": "certification",
            "type": "uint8"
          }
        ],
        "indexed": false,
        "internalType": "struct Provenance",
        "name": "provenance",
        "type": "tuple"
      }
    ],
    "name": "EvidenceAnchored",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "statementDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceAttested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum EvidenceKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum DigestAlgorithm",
        "name": "algorithm",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "itemCount",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum EvidenceSource",
            "name": "source",
            "type": "uint8"
          },
          {
            "internalType": "enum EvidenceGeneration",
            "name": "generation",
            "type": "uint8"
          },
          {
            "internalType": "enum EvidenceStorage",
            "name": "storedIn",
            "type": "uint8"
          },
          {
            "internalType": "enum EvidenceCertification",
            "name": "certification",
            "type": "uint8"
          }
        ],
        "indexed": false,
        "internalType": "struct Provenance",
        "name": "provenance",
        "type": "tuple"
      }
    ],
    "name": "EvidenceBatchAnchored",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "number",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum DisputeResult",
        "name": "result",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceDisputeResolved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "number",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum DisputeCapacity",
        "name": "capacity",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceDisputed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "replacement",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceSuperseded",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "AUTHORITY",
    "outputs": [
      {
        "internalType": "contract IAuthority",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "PILOTS",
    "outputs": [
      {
        "internalType": "contract IPilotLedger",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint8",
            "name": "milestone",
            "type": "uint8"
          },
          {
            "internalType": "enum EvidenceKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum DigestAlgorithm",
            "name": "algorithm",
            "type": "uint8"
          },
          {
            "internalType": "uint32",
            "name": "itemCount",
            "type": "uint32"
          },
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "manifestDigest",
            "type": "bytes32"
          },
          {
            "components": [
              {
                "internalType": "enum EvidenceSource",
                "name": "source",
                "type": "uint8"
              },
              {
                "internalType": "enum EvidenceGeneration",
                "name": "generation",
                "type": "uint8"
              },
              {
                "internalType": "enum EvidenceStorage",
                "name": "storedIn",
                "type": "uint8"
              },
              {
                "internalType": "enum EvidenceCertification",
                "name": "certification",
                "type": "uint8"
              }
            ],
            "internalType": "struct Provenance",
            "name": "provenance",
            "type": "tuple"
          }
        ],
        "internalType": "struct EvidenceBatch",
        "name": "evidenceBatch",
        "type": "tuple"
      }
    ],
    "name": "anchorBatch",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint8",
            "name": "milestone",
            "type": "uint8"
          },
          {
            "components": [
              {
                "internalType": "enum EvidenceKind",
                "name": "kind",
                "type": "uint8"
              },
              {
                "internalType": "enum DigestAlgorithm",
                "name": "algorithm",
                "type": "uint8"
              },
              {
                "internalType": "bytes32",
                "name": "digest",
                "type": "bytes32"
              }
            ],
            "internalType": "struct EvidenceItem",
            "name": "item",
            "type": "tuple"
          },
          {
            "internalType": "uint64",
            "name": "size",
            "type": "uint64"
          },
          {
            "components": [
              {
                "internalType": "enum EvidenceSource",
                "name": "source",
                "type": "uint8"
              },
              {
                "internalType": "enum EvidenceGeneration",
                "name": "generation",
                "type": "uint8"
              },
              {
                "internalType": "enum EvidenceStorage",
                "name": "storedIn",
                "type": "uint8"
              },
              {
                "internalType": "enum EvidenceCertification",
                "name": "certification",
                "type": "uint8"
              }
            ],
            "internalType": "struct Provenance",
            "name": "provenance",
            "type": "tuple"
          }
        ],
        "internalType": "struct Anchor[]",
        "name": "anchors",
        "type": "tuple[]"
      }
    ],
    "name": "anchorEvidence",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "submitter",
        "type": "address"
      },
      {
        "internalType": "enum DigestAlgorithm",
        "name": "algorithm",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      }
    ],
    "name": "anchorId",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "submitter",
        "type": "address"
      },
      {
        "internalType": "enum DigestAlgorithm",
        "name": "algorithm",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      }
    ],
    "name": "anchoredAt",
    "outputs": [
      {
        "internalType": "uint40",
        "name": "",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "statementDigest",
        "type": "bytes32"
      }
    ],
    "name": "attestEvidence",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "witness",
        "type": "address"
      }
    ],
    "name": "attestedAt",
    "outputs": [
      {
        "internalType": "uint40",
        "name": "",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "calls",
        "type": "bytes[]"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "submitter",
        "type": "address"
      },
      {
        "internalType": "enum DigestAlgorithm",
        "name": "algorithm",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "batchId",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "enum DisputeCapacity",
        "name": "capacity",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "disputeEvidence",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "number",
        "type": "uint8"
      }
    ],
    "name": "disputeOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "raisedBy",
            "type": "address"
          },
          {
            "internalType": "uint40",
            "name": "raisedAt",
            "type": "uint40"
          },
          {
            "internalType": "enum DisputeResult",
            "name": "result",
            "type": "uint8"
          }
        ],
        "internalType": "struct Dispute",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "evidenceOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "Uscc",
            "name": "submitter",
            "type": "bytes18"
          },
          {
            "internalType": "uint40",
            "name": "anchoredAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "itemCount",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "disputes",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "openDisputes",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "superseded",
            "type": "bool"
          }
        ],
        "internalType": "struct Evidence",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "uint192",
            "name": "nonceKey",
            "type": "uint192"
          },
          {
            "internalType": "uint64",
            "name": "nonce",
            "type": "uint64"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "bytes",
            "name": "call",
            "type": "bytes"
          }
        ],
        "internalType": "struct SignedAct",
        "name": "act",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "executeSigned",
    "outputs": [
      {
        "internalType": "bytes",
        "name": "result",
        "type": "bytes"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "journal",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "subject",
        "type": "bytes32"
      }
    ],
    "name": "journalOf",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint192",
        "name": "key",
        "type": "uint192"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "number",
        "type": "uint8"
      },
      {
        "internalType": "enum DisputeResult",
        "name": "result",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "resolveDispute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "replacement",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "supersedeEvidence",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "milestone",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "submitter",
        "type": "address"
      },
      {
        "internalType": "enum DigestAlgorithm",
        "name": "algorithm",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      },
      {
        "internalType": "uint32",
        "name": "index",
        "type": "uint32"
      },
      {
        "internalType": "bytes32[]",
        "name": "proof",
        "type": "bytes32[]"
      }
    ],
    "name": "verifyInBatch",
    "outputs": [
      {
        "internalType": "uint40",
        "name": "",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "number",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "withdrawDispute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const statisticsLedgerAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IAuthority",
        "name": "authority",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Bulletins_AlreadySigned",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "asOfBlock",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "latest",
        "type": "uint256"
      }
    ],
    "name": "Bulletins_BlockAhead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "asOfBlock",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "asOfBlockHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      }
    ],
    "name": "Bulletins_BlockHashMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      }
    ],
    "name": "Bulletins_DocumentMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      }
    ],
    "name": "Bulletins_Exists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum BulletinPart",
        "name": "part",
        "type": "uint8"
      }
    ],
    "name": "Bulletins_FileInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Bulletins_IssuerTwice",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "issuers",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "threshold",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Bulletins_IssuersInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Bulletins_NotIssuer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "BulletinId",
        "name": "successor",
        "type": "bytes32"
      }
    ],
    "name": "Bulletins_NotSuccessor",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Bulletins_NumberRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "enum BulletinState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Bulletins_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      }
    ],
    "name": "Bulletins_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Evaluations_AlreadyScored",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Evaluations_ConflictOfInterest",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      }
    ],
    "name": "Evaluations_CriteriaChanged",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Evaluations_CriteriaLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Evaluations_CriterionInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Evaluations_EvaluatorTwice",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Evaluations_EvaluatorsLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      }
    ],
    "name": "Evaluations_Exists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum EvaluationKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "year",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "number",
        "type": "uint16"
      }
    ],
    "name": "Evaluations_IdInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Evaluations_NotEvaluated",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Evaluations_NotEvaluator",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "score",
        "type": "uint32"
      },
      {
        "internalType": "uint32",
        "name": "maximum",
        "type": "uint32"
      }
    ],
    "name": "Evaluations_ScoreTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "sheets",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "evaluators",
        "type": "uint8"
      }
    ],
    "name": "Evaluations_SheetsMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "enum EvaluationState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Evaluations_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      }
    ],
    "name": "Evaluations_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "sum",
        "type": "uint256"
      }
    ],
    "name": "Evaluations_WeightSum",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "visitedAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Guidance_VisitInFuture",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      }
    ],
    "name": "Indicators_AlreadyVerified",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes16",
        "name": "code",
        "type": "bytes16"
      }
    ],
    "name": "Indicators_CodeInvalid",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Indicators_DirectionRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "Period",
        "name": "validTo",
        "type": "uint32"
      }
    ],
    "name": "Indicators_Ended",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      }
    ],
    "name": "Indicators_Exists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "IndicatorId",
        "name": "mapsFrom",
        "type": "bytes32"
      }
    ],
    "name": "Indicators_MappingInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Indicators_OwnReport",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "Period",
        "name": "validFrom",
        "type": "uint32"
      },
      {
        "internalType": "Period",
        "name": "validTo",
        "type": "uint32"
      }
    ],
    "name": "Indicators_PeriodOutside",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      }
    ],
    "name": "Indicators_RegionOutside",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "latest",
        "type": "uint16"
      }
    ],
    "name": "Indicators_ReportCorrected",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      }
    ],
    "name": "Indicators_ReportExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      }
    ],
    "name": "Indicators_ReportUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "scale",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "limit",
        "type": "uint8"
      }
    ],
    "name": "Indicators_ScaleTooFine",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      }
    ],
    "name": "Indicators_TargetExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "uint16",
        "name": "latest",
        "type": "uint16"
      }
    ],
    "name": "Indicators_TargetSuperseded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "FigureId",
        "name": "figure",
        "type": "bytes32"
      }
    ],
    "name": "Indicators_TargetUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      }
    ],
    "name": "Indicators_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Period",
        "name": "validFrom",
        "type": "uint32"
      },
      {
        "internalType": "Period",
        "name": "validTo",
        "type": "uint32"
      }
    ],
    "name": "Indicators_ValidityInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      }
    ],
    "name": "Indicators_VersionGap",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      }
    ],
    "name": "Pools_CodeInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      }
    ],
    "name": "Pools_ConflictOfInterest",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      }
    ],
    "name": "Pools_Exists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Pools_OwnNomination",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      }
    ],
    "name": "Pools_RegionOutside",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "internalType": "enum MembershipState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Pools_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      }
    ],
    "name": "Pools_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "SignedActs_BatchLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "deadline",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockTime",
        "type": "uint48"
      }
    ],
    "name": "SignedActs_Expired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "SignedActs_ItemFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SignedActs_Nested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_NotSignable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignedActs_SignatureInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_UnknownAct",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Statistics_DigestRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      }
    ],
    "name": "Statistics_PeriodInvalid",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Statistics_ReasonRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      }
    ],
    "name": "Statistics_RegionNotEnabled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Statistics_TextLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "signatures",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "BulletinCosigned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc[]",
        "name": "issuers",
        "type": "bytes18[]"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "threshold",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "asOfBlock",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "asOfBlockHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "hashChecked",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "BulletinDrafted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum BulletinPart",
        "name": "part",
        "type": "uint8"
      },
      {
        "components": [
          {
            "internalType": "enum DigestAlgorithm",
            "name": "algorithm",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "size",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "digest",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct AnchoredFile",
        "name": "file",
        "type": "tuple"
      }
    ],
    "name": "BulletinFileAnchored",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      }
    ],
    "name": "BulletinPublished",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "BulletinId",
        "name": "successor",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "BulletinSuperseded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "pool",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "EnterpriseAdmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "pool",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "EnterpriseGraduated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "pool",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "EnterpriseNominated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "pool",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "EnterpriseRemoved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvaluationMaterialsSubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvaluationOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "components": [
          {
            "internalType": "bytes16",
            "name": "code",
            "type": "bytes16"
          },
          {
            "internalType": "uint32",
            "name": "maximum",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          }
        ],
        "indexed": false,
        "internalType": "struct Criterion[]",
        "name": "criteria",
        "type": "tuple[]"
      },
      {
        "indexed": false,
        "internalType": "address[]",
        "name": "evaluators",
        "type": "address[]"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "EvaluationPlanned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvaluationPublished",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "sheets",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "total",
        "type": "uint16"
      }
    ],
    "name": "EvaluationScored",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "bytes16",
            "name": "code",
            "type": "bytes16"
          },
          {
            "internalType": "uint32",
            "name": "maximum",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          },
          {
            "internalType": "uint32",
            "name": "score",
            "type": "uint32"
          }
        ],
        "indexed": false,
        "internalType": "struct ScoreItem[]",
        "name": "items",
        "type": "tuple[]"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "total",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "opinionDigest",
        "type": "bytes32"
      }
    ],
    "name": "EvaluationSheetSubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "VisitLogId",
        "name": "visits",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "Uscc",
        "name": "contact",
        "type": "bytes18"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "visitedAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "GuidanceVisitLogged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "corrects",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidenceDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "IndicatorCorrected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "enum IndicatorDirection",
            "name": "direction",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "scale",
            "type": "uint8"
          },
          {
            "internalType": "Period",
            "name": "validFrom",
            "type": "uint32"
          },
          {
            "internalType": "Period",
            "name": "validTo",
            "type": "uint32"
          },
          {
            "internalType": "bytes16",
            "name": "unit",
            "type": "bytes16"
          }
        ],
        "indexed": false,
        "internalType": "struct IndicatorTerms",
        "name": "terms",
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "IndicatorId",
        "name": "mapsFrom",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "IndicatorDefined",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Period",
        "name": "validTo",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "IndicatorEnded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "evidenceDigest",
        "type": "bytes32"
      }
    ],
    "name": "IndicatorReported",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "IndicatorVerified",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "pool",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "PoolOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "TargetSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "indexed": false,
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "supersedes",
        "type": "uint16"
      },
      {
        "indexed": false,
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "TargetSuperseded",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "AUTHORITY",
    "outputs": [
      {
        "internalType": "contract IAuthority",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "admitEnterprise",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "calls",
        "type": "bytes[]"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      }
    ],
    "name": "bulletinOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "enum BulletinState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "issuers",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "threshold",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "signatures",
            "type": "uint8"
          },
          {
            "internalType": "uint40",
            "name": "publishedAt",
            "type": "uint40"
          },
          {
            "internalType": "uint64",
            "name": "asOfBlock",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "documentDigest",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Bulletin",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      }
    ],
    "name": "concludeEvaluation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "internalType": "bytes32",
        "name": "evidenceDigest",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "correctReport",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "cosignBulletin",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorCode",
        "name": "code",
        "type": "bytes16"
      },
      {
        "internalType": "uint16",
        "name": "version",
        "type": "uint16"
      },
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "enum IndicatorDirection",
            "name": "direction",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "scale",
            "type": "uint8"
          },
          {
            "internalType": "Period",
            "name": "validFrom",
            "type": "uint32"
          },
          {
            "internalType": "Period",
            "name": "validTo",
            "type": "uint32"
          },
          {
            "internalType": "bytes16",
            "name": "unit",
            "type": "bytes16"
          }
        ],
        "internalType": "struct IndicatorTerms",
        "name": "terms",
        "type": "tuple"
      },
      {
        "internalType": "IndicatorId",
        "name": "mapsFrom",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "defineIndicator",
    "outputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "Period",
            "name": "period",
            "type": "uint32"
          },
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "uint16",
            "name": "number",
            "type": "uint16"
          },
          {
            "internalType": "uint8",
            "name": "threshold",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "asOfBlock",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "asOfBlockHash",
            "type": "bytes32"
          },
          {
            "components": [
              {
                "internalType": "enum DigestAlgorithm",
                "name": "algorithm",
                "type": "uint8"
              },
              {
                "internalType": "uint64",
                "name": "size",
                "type": "uint64"
              },
              {
                "internalType": "bytes32",
                "name": "digest",
                "type": "bytes32"
              }
            ],
            "internalType": "struct AnchoredFile",
            "name": "dataset",
            "type": "tuple"
          },
          {
            "components": [
              {
                "internalType": "enum DigestAlgorithm",
                "name": "algorithm",
                "type": "uint8"
              },
              {
                "internalType": "uint64",
                "name": "size",
                "type": "uint64"
              },
              {
                "internalType": "bytes32",
                "name": "digest",
                "type": "bytes32"
              }
            ],
            "internalType": "struct AnchoredFile",
            "name": "document",
            "type": "tuple"
          }
        ],
        "internalType": "struct BulletinDraft",
        "name": "draft",
        "type": "tuple"
      },
      {
        "internalType": "Uscc[]",
        "name": "issuers",
        "type": "bytes18[]"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "draftBulletin",
    "outputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "Period",
        "name": "validTo",
        "type": "uint32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "endIndicator",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      }
    ],
    "name": "evaluationOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "Uscc",
            "name": "organisation",
            "type": "bytes18"
          },
          {
            "internalType": "enum EvaluationState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "evaluators",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "sheets",
            "type": "uint8"
          },
          {
            "internalType": "uint32",
            "name": "sum",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "total",
            "type": "uint16"
          },
          {
            "internalType": "bytes32",
            "name": "criteriaHash",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Evaluation",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "evaluatorSeat",
    "outputs": [
      {
        "internalType": "enum EvaluatorSeat",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "uint192",
            "name": "nonceKey",
            "type": "uint192"
          },
          {
            "internalType": "uint64",
            "name": "nonce",
            "type": "uint64"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "bytes",
            "name": "call",
            "type": "bytes"
          }
        ],
        "internalType": "struct SignedAct",
        "name": "act",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "executeSigned",
    "outputs": [
      {
        "internalType": "bytes",
        "name": "result",
        "type": "bytes"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "graduateEnterprise",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      }
    ],
    "name": "indicatorOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "enum IndicatorDirection",
            "name": "direction",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "scale",
            "type": "uint8"
          },
          {
            "internalType": "Period",
            "name": "validFrom",
            "type": "uint32"
          },
          {
            "internalType": "Period",
            "name": "validTo",
            "type": "uint32"
          },
          {
            "internalType": "bytes16",
            "name": "unit",
            "type": "bytes16"
          }
        ],
        "internalType": "struct IndicatorTerms",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "issuerSeat",
    "outputs": [
      {
        "internalType": "enum IssuerSeat",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "journal",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "subject",
        "type": "bytes32"
      }
    ],
    "name": "journalOf",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Uscc",
        "name": "contact",
        "type": "bytes18"
      },
      {
        "internalType": "uint40",
        "name": "visitedAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "logGuidanceVisit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      }
    ],
    "name": "membershipOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "nominator",
            "type": "address"
          },
          {
            "internalType": "enum MembershipState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint40",
            "name": "since",
            "type": "uint40"
          }
        ],
        "internalType": "struct Membership",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "nominateEnterprise",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint192",
        "name": "key",
        "type": "uint192"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "openEvaluation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "openPool",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "enum EvaluationKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint16",
        "name": "year",
        "type": "uint16"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "uint16",
        "name": "number",
        "type": "uint16"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      },
      {
        "components": [
          {
            "internalType": "bytes16",
            "name": "code",
            "type": "bytes16"
          },
          {
            "internalType": "uint32",
            "name": "maximum",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          }
        ],
        "internalType": "struct Criterion[]",
        "name": "criteria",
        "type": "tuple[]"
      },
      {
        "internalType": "address[]",
        "name": "evaluators",
        "type": "address[]"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "planEvaluation",
    "outputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      }
    ],
    "name": "poolRegion",
    "outputs": [
      {
        "internalType": "RegionCode",
        "name": "",
        "type": "uint24"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      }
    ],
    "name": "publishBulletin",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "publishEvaluation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PoolCode",
        "name": "pool",
        "type": "bytes12"
      },
      {
        "internalType": "Uscc",
        "name": "enterprise",
        "type": "bytes18"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "removeEnterprise",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "internalType": "bytes32",
        "name": "evidenceDigest",
        "type": "bytes32"
      }
    ],
    "name": "reportIndicator",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      }
    ],
    "name": "reportOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "reporter",
            "type": "address"
          },
          {
            "internalType": "enum ReportState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint16",
            "name": "revision",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "reportedAt",
            "type": "uint40"
          }
        ],
        "internalType": "struct Report",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "setTarget",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      }
    ],
    "name": "submitEvaluationMaterials",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "EvaluationId",
        "name": "evaluation",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "bytes16",
            "name": "code",
            "type": "bytes16"
          },
          {
            "internalType": "uint32",
            "name": "maximum",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "weight",
            "type": "uint16"
          },
          {
            "internalType": "uint32",
            "name": "score",
            "type": "uint32"
          }
        ],
        "internalType": "struct ScoreItem[]",
        "name": "items",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes32",
        "name": "opinionDigest",
        "type": "bytes32"
      }
    ],
    "name": "submitSheet",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "BulletinId",
        "name": "bulletin",
        "type": "bytes32"
      },
      {
        "internalType": "BulletinId",
        "name": "successor",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "supersedeBulletin",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "int128",
        "name": "value",
        "type": "int128"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "supersedeTarget",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      }
    ],
    "name": "targetOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "int128",
            "name": "value",
            "type": "int128"
          },
          {
            "internalType": "uint16",
            "name": "revision",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "setAt",
            "type": "uint40"
          }
        ],
        "internalType": "struct Target",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "IndicatorId",
        "name": "indicator",
        "type": "bytes32"
      },
      {
        "internalType": "RegionCode",
        "name": "region",
        "type": "uint24"
      },
      {
        "internalType": "Period",
        "name": "period",
        "type": "uint32"
      },
      {
        "internalType": "uint16",
        "name": "revision",
        "type": "uint16"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "verifyReport",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const serviceLedgerAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IAuthority",
        "name": "authority",
        "type": "address"
      },
      {
        "internalType": "contract IPilotLedger",
        "name": "ledger",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "Filings_FormRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum FilingRequirement",
        "name": "requirement",
        "type": "uint8"
      }
    ],
    "name": "Filings_NotRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum FilingState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Filings_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "incident",
        "type": "bytes32"
      },
      {
        "internalType": "enum IncidentState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Risk_IncidentStateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "incident",
        "type": "bytes32"
      }
    ],
    "name": "Risk_IncidentUnknown",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Risk_LevelRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "SignedActs_BatchLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "deadline",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockTime",
        "type": "uint48"
      }
    ],
    "name": "SignedActs_Expired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "SignedActs_ItemFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SignedActs_Nested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_NotSignable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignedActs_SignatureInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_UnknownAct",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Supervision_ConflictOfInterest",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "date",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Supervision_DateNotAhead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "date",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Supervision_DateNotPast",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Supervision_DigestRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Supervision_NotLead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "Supervision_PilotUnknown",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Supervision_ReasonRequired",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Supervision_SeverityRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Supervision_TextLength",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "stopAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "FilingCancellationDeclared",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "FilingCancelled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "FilingChangeDeclared",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum FilingForm",
        "name": "form",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "FilingChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      }
    ],
    "name": "FilingCheckCalled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "FilingChecked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum FilingForm",
        "name": "form",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "serviceStartAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "FilingOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "filedAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "number",
        "type": "string"
      }
    ],
    "name": "FilingRecorded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "FilingRefused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "FilingRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "FilingSubmitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "incident",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "containedAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reportDigest",
        "type": "bytes32"
      }
    ],
    "name": "IncidentClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "incident",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum Severity",
        "name": "severity",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "occurredAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reportDigest",
        "type": "bytes32"
      }
    ],
    "name": "IncidentReported",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "enum RiskLevel",
        "name": "level",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "validUntil",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "RiskRated",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "AUTHORITY",
    "outputs": [
      {
        "internalType": "contract IAuthority",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "LEDGER",
    "outputs": [
      {
        "internalType": "contract IPilotLedger",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "calls",
        "type": "bytes[]"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      }
    ],
    "name": "callFilingCheck",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "incident",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "containedAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "reportDigest",
        "type": "bytes32"
      }
    ],
    "name": "closeIncident",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "stopAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "declareFilingCancellation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "declareFilingChange",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierScope",
        "name": "scope",
        "type": "bytes32"
      }
    ],
    "name": "dossierCount",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "uint192",
            "name": "nonceKey",
            "type": "uint192"
          },
          {
            "internalType": "uint64",
            "name": "nonce",
            "type": "uint64"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "bytes",
            "name": "call",
            "type": "bytes"
          }
        ],
        "internalType": "struct SignedAct",
        "name": "act",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "executeSigned",
    "outputs": [
      {
        "internalType": "bytes",
        "name": "result",
        "type": "bytes"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "incident",
        "type": "bytes32"
      }
    ],
    "name": "incidentOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes14",
            "name": "pilot",
            "type": "bytes14"
          },
          {
            "internalType": "enum IncidentState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "enum Severity",
            "name": "severity",
            "type": "uint8"
          }
        ],
        "internalType": "struct Incident",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "isFilingOutstanding",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "journal",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "subject",
        "type": "bytes32"
      }
    ],
    "name": "journalOf",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint192",
        "name": "key",
        "type": "uint192"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum FilingForm",
        "name": "form",
        "type": "uint8"
      },
      {
        "internalType": "uint40",
        "name": "serviceStartAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "openFiling",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum RiskLevel",
        "name": "level",
        "type": "uint8"
      },
      {
        "internalType": "uint40",
        "name": "validUntil",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "rateRisk",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "filedAt",
        "type": "uint40"
      },
      {
        "internalType": "string",
        "name": "number",
        "type": "string"
      }
    ],
    "name": "recordFiling",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "recordFilingCancellation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum FilingForm",
        "name": "form",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "internalType": "string",
        "name": "text",
        "type": "string"
      }
    ],
    "name": "recordFilingChange",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "recordFilingCheck",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "refuseFiling",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum Severity",
        "name": "severity",
        "type": "uint8"
      },
      {
        "internalType": "uint40",
        "name": "occurredAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "reportDigest",
        "type": "bytes32"
      }
    ],
    "name": "reportIncident",
    "outputs": [
      {
        "internalType": "DossierId",
        "name": "incident",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "revokeFiling",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "serviceOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "enum FilingState",
            "name": "filing",
            "type": "uint8"
          },
          {
            "internalType": "enum FilingForm",
            "name": "form",
            "type": "uint8"
          },
          {
            "internalType": "uint40",
            "name": "serviceStartAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "filingDueAt",
            "type": "uint40"
          },
          {
            "internalType": "enum RiskLevel",
            "name": "risk",
            "type": "uint8"
          },
          {
            "internalType": "uint40",
            "name": "riskValidUntil",
            "type": "uint40"
          }
        ],
        "internalType": "struct Service",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "submitFiling",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const supervisionLedgerAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IServiceLedger",
        "name": "services",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Cases_ClauseRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "enum CaseState",
        "name": "state",
        "type": "uint8"
      },
      {
        "internalType": "enum CloseReason",
        "name": "closing",
        "type": "uint8"
      }
    ],
    "name": "Cases_ClosingNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Cases_FindingCount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Cases_FindingInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "name": "Cases_InspectionMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "name": "Cases_InspectionOutstanding",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Cases_InspectorMayNotDecide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "limitationAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Cases_LimitationRunning",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "enum OrderState",
        "name": "order",
        "type": "uint8"
      }
    ],
    "name": "Cases_OrderOpen",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Cases_OriginRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum CaseOrigin",
        "name": "origin",
        "type": "uint8"
      },
      {
        "internalType": "DossierId",
        "name": "source",
        "type": "bytes32"
      }
    ],
    "name": "Cases_SourceInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "enum CaseState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Cases_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Cases_TooManyInspectors",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      }
    ],
    "name": "Cases_Unknown",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Complaints_ChannelRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      },
      {
        "internalType": "enum ComplaintState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Complaints_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      }
    ],
    "name": "Complaints_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      }
    ],
    "name": "Draws_NotMissed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      },
      {
        "internalType": "uint48",
        "name": "seedBlock",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockNumber",
        "type": "uint48"
      }
    ],
    "name": "Draws_Pending",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "ProgrammeId",
        "name": "programme",
        "type": "bytes32"
      }
    ],
    "name": "Draws_ProgrammeUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      },
      {
        "internalType": "uint48",
        "name": "seedBlock",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockNumber",
        "type": "uint48"
      }
    ],
    "name": "Draws_SeedOutOfReach",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "listLength",
        "type": "uint32"
      },
      {
        "internalType": "uint8",
        "name": "count",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "limit",
        "type": "uint8"
      }
    ],
    "name": "Draws_SizeInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      },
      {
        "internalType": "enum DrawState",
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "Draws_StateNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      }
    ],
    "name": "Draws_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "name": "Inspections_Concluded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum InspectionKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      }
    ],
    "name": "Inspections_DrawInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "minimum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Inspections_InspectorCount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "inspector",
        "type": "address"
      }
    ],
    "name": "Inspections_InspectorTwice",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Inspections_KindRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "Inspections_NotInspector",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Inspections_ResultRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "name": "Inspections_Unknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "fine",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "minimum",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "maximum",
        "type": "uint64"
      }
    ],
    "name": "Penalties_FineOutsideBand",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "paid",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "fine",
        "type": "uint64"
      }
    ],
    "name": "Penalties_FineUnpaid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "enum HearingState",
        "name": "hearing",
        "type": "uint8"
      }
    ],
    "name": "Penalties_HearingNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "kinds",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "allowed",
        "type": "uint8"
      }
    ],
    "name": "Penalties_KindsInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "lateFee",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "fine",
        "type": "uint64"
      }
    ],
    "name": "Penalties_LateFeeTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "servedAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "payDueAt",
        "type": "uint40"
      }
    ],
    "name": "Penalties_PaymentDateInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "statementUntil",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Penalties_StatementClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "statementUntil",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Penalties_StatementOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "enum OrderState",
        "name": "order",
        "type": "uint8"
      }
    ],
    "name": "Rectification_OrderNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "limit",
        "type": "uint8"
      }
    ],
    "name": "Rectification_TooManyRounds",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Rectification_VerdictRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "SignedActs_BatchLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "deadline",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "blockTime",
        "type": "uint48"
      }
    ],
    "name": "SignedActs_Expired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "SignedActs_ItemFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SignedActs_Nested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_NotSignable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignedActs_SignatureInvalid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "SignedActs_UnknownAct",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Supervision_ConflictOfInterest",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "date",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Supervision_DateNotAhead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "date",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "blockTime",
        "type": "uint40"
      }
    ],
    "name": "Supervision_DateNotPast",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Supervision_DigestRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "Uscc",
        "name": "organisation",
        "type": "bytes18"
      }
    ],
    "name": "Supervision_NotLead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "Supervision_PilotUnknown",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Supervision_ReasonRequired",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Supervision_SeverityRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "Supervision_TextLength",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum CloseReason",
        "name": "closing",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "CaseClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "name": "CaseInspected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum CaseOrigin",
            "name": "origin",
            "type": "uint8"
          },
          {
            "internalType": "enum Severity",
            "name": "severity",
            "type": "uint8"
          },
          {
            "internalType": "DossierId",
            "name": "source",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "clause",
            "type": "bytes32"
          },
          {
            "internalType": "uint40",
            "name": "limitationAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "decisionDueAt",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "documentDigest",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct CaseOpening",
        "name": "opening",
        "type": "tuple"
      }
    ],
    "name": "CaseOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "CaseReferred",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "CaseReopened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      }
    ],
    "name": "ComplaintAccepted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "ComplaintAnswered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum ComplaintChannel",
        "name": "channel",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "ComplaintReceived",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "ComplaintRejected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "ProgrammeId",
            "name": "programme",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "listDigest",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "listLength",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "count",
            "type": "uint8"
          }
        ],
        "indexed": false,
        "internalType": "struct DrawCommitment",
        "name": "commitment",
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "uint48",
        "name": "seedBlock",
        "type": "uint48"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "missed",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "DrawCommitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "seed",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint32[]",
        "name": "chosen",
        "type": "uint32[]"
      }
    ],
    "name": "DrawMade",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "clause",
            "type": "bytes32"
          },
          {
            "internalType": "enum Severity",
            "name": "severity",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "evidenceDigest",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct Finding[]",
        "name": "findings",
        "type": "tuple[]"
      }
    ],
    "name": "FindingsIssued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "recordDigest",
        "type": "bytes32"
      }
    ],
    "name": "HearingHeld",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "HearingRequested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum InspectionResult",
        "name": "result",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "recordDigest",
        "type": "bytes32"
      }
    ],
    "name": "InspectionConcluded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum InspectionKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address[]",
        "name": "inspectors",
        "type": "address[]"
      }
    ],
    "name": "InspectionOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "kinds",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "fine",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "PenaltyDecided",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "paid",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "lateFee",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PenaltyExecuted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint8",
            "name": "kinds",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "fine",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fineMinimum",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fineMaximum",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "clause",
            "type": "bytes32"
          },
          {
            "internalType": "uint40",
            "name": "statementUntil",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "noticeDigest",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct PenaltyNotice",
        "name": "notice",
        "type": "tuple"
      }
    ],
    "name": "PenaltyNoticed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "servedAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "payDueAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "PenaltyServed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "PenaltyWaived",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "PenaltyWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "enum Verdict",
        "name": "verdict",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "RectificationJudged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "RectificationLifted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "suspendService",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "orderDigest",
        "type": "bytes32"
      }
    ],
    "name": "RectificationOrdered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "round",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      }
    ],
    "name": "RectificationResponded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "statementDigest",
        "type": "bytes32"
      }
    ],
    "name": "StatementReceived",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "actor",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "statementDigest",
        "type": "bytes32"
      }
    ],
    "name": "StatementWaived",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "AUTHORITY",
    "outputs": [
      {
        "internalType": "contract IAuthority",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "LEDGER",
    "outputs": [
      {
        "internalType": "contract IPilotLedger",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "SERVICES",
    "outputs": [
      {
        "internalType": "contract IServiceLedger",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      }
    ],
    "name": "acceptComplaint",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "acceptanceObstacle",
    "outputs": [
      {
        "internalType": "enum AcceptanceObstacle",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "answerComplaint",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "calls",
        "type": "bytes[]"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      }
    ],
    "name": "caseOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes14",
            "name": "pilot",
            "type": "bytes14"
          },
          {
            "internalType": "enum CaseState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "enum Severity",
            "name": "severity",
            "type": "uint8"
          },
          {
            "internalType": "enum OrderState",
            "name": "order",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "round",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "findings",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "inspections",
            "type": "uint8"
          },
          {
            "internalType": "uint40",
            "name": "limitationAt",
            "type": "uint40"
          },
          {
            "internalType": "uint16",
            "name": "openedBy",
            "type": "uint16"
          }
        ],
        "internalType": "struct SupervisionCase",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "enum CloseReason",
        "name": "closing",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "closeCase",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "RegionCode",
            "name": "region",
            "type": "uint24"
          },
          {
            "internalType": "ProgrammeId",
            "name": "programme",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "listDigest",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "listLength",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "count",
            "type": "uint8"
          }
        ],
        "internalType": "struct DrawCommitment",
        "name": "commitment",
        "type": "tuple"
      },
      {
        "internalType": "DossierId",
        "name": "missed",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "commitDraw",
    "outputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      }
    ],
    "name": "complaintOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes14",
            "name": "pilot",
            "type": "bytes14"
          },
          {
            "internalType": "enum ComplaintState",
            "name": "state",
            "type": "uint8"
          }
        ],
        "internalType": "struct Complaint",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      },
      {
        "internalType": "enum InspectionResult",
        "name": "result",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "recordDigest",
        "type": "bytes32"
      }
    ],
    "name": "concludeInspection",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "kinds",
        "type": "uint8"
      },
      {
        "internalType": "uint64",
        "name": "fine",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "decidePenalty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierScope",
        "name": "scope",
        "type": "bytes32"
      }
    ],
    "name": "dossierCount",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      }
    ],
    "name": "drawOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "enum DrawState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "count",
            "type": "uint8"
          },
          {
            "internalType": "uint32",
            "name": "listLength",
            "type": "uint32"
          },
          {
            "internalType": "uint48",
            "name": "seedBlock",
            "type": "uint48"
          }
        ],
        "internalType": "struct RandomDraw",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "paid",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "lateFee",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "executePenalty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "uint192",
            "name": "nonceKey",
            "type": "uint192"
          },
          {
            "internalType": "uint64",
            "name": "nonce",
            "type": "uint64"
          },
          {
            "internalType": "uint48",
            "name": "deadline",
            "type": "uint48"
          },
          {
            "internalType": "bytes",
            "name": "call",
            "type": "bytes"
          }
        ],
        "internalType": "struct SignedAct",
        "name": "act",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "executeSigned",
    "outputs": [
      {
        "internalType": "bytes",
        "name": "result",
        "type": "bytes"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "hasInspected",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "name": "inspectCase",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "name": "inspectionOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes14",
            "name": "pilot",
            "type": "bytes14"
          },
          {
            "internalType": "enum InspectionKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "enum InspectionResult",
            "name": "result",
            "type": "uint8"
          },
          {
            "internalType": "uint112",
            "name": "inspectors",
            "type": "uint112"
          }
        ],
        "internalType": "struct Inspection",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "isInspector",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "clause",
            "type": "bytes32"
          },
          {
            "internalType": "enum Severity",
            "name": "severity",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "evidenceDigest",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Finding[]",
        "name": "findings",
        "type": "tuple[]"
      }
    ],
    "name": "issueFindings",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "journal",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "subject",
        "type": "bytes32"
      }
    ],
    "name": "journalOf",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "count",
        "type": "uint32"
      },
      {
        "internalType": "bytes28",
        "name": "head",
        "type": "bytes28"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "enum Verdict",
        "name": "verdict",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "judgeResponse",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "liftOrder",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      }
    ],
    "name": "makeDraw",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint192",
        "name": "key",
        "type": "uint192"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint8",
            "name": "kinds",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "fine",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fineMinimum",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fineMaximum",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "clause",
            "type": "bytes32"
          },
          {
            "internalType": "uint40",
            "name": "statementUntil",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "noticeDigest",
            "type": "bytes32"
          }
        ],
        "internalType": "struct PenaltyNotice",
        "name": "notice",
        "type": "tuple"
      }
    ],
    "name": "noticePenalty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum CaseOrigin",
            "name": "origin",
            "type": "uint8"
          },
          {
            "internalType": "enum Severity",
            "name": "severity",
            "type": "uint8"
          },
          {
            "internalType": "DossierId",
            "name": "source",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "clause",
            "type": "bytes32"
          },
          {
            "internalType": "uint40",
            "name": "limitationAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "decisionDueAt",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "documentDigest",
            "type": "bytes32"
          }
        ],
        "internalType": "struct CaseOpening",
        "name": "opening",
        "type": "tuple"
      }
    ],
    "name": "openCase",
    "outputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum InspectionKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "DossierId",
        "name": "draw",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      },
      {
        "internalType": "address[]",
        "name": "inspectors",
        "type": "address[]"
      }
    ],
    "name": "openInspection",
    "outputs": [
      {
        "internalType": "DossierId",
        "name": "inspection",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      }
    ],
    "name": "openSeriousCases",
    "outputs": [
      {
        "internalType": "uint16",
        "name": "",
        "type": "uint16"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "dueAt",
        "type": "uint40"
      },
      {
        "internalType": "bool",
        "name": "suspendService",
        "type": "bool"
      },
      {
        "internalType": "bytes32",
        "name": "orderDigest",
        "type": "bytes32"
      }
    ],
    "name": "orderRectification",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      }
    ],
    "name": "penaltyOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint8",
            "name": "kinds",
            "type": "uint8"
          },
          {
            "internalType": "enum HearingState",
            "name": "hearing",
            "type": "uint8"
          },
          {
            "internalType": "bool",
            "name": "waived",
            "type": "bool"
          },
          {
            "internalType": "uint40",
            "name": "statementUntil",
            "type": "uint40"
          },
          {
            "internalType": "uint64",
            "name": "fine",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "fineMinimum",
            "type": "uint64"
          }
        ],
        "internalType": "struct Penalty",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "PilotId",
        "name": "pilot",
        "type": "bytes32"
      },
      {
        "internalType": "enum ComplaintChannel",
        "name": "channel",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "receiveComplaint",
    "outputs": [
      {
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "recordDigest",
        "type": "bytes32"
      }
    ],
    "name": "recordHearing",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "referCase",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "complaint",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "rejectComplaint",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "reopenCase",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "requestHearing",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "manifestDigest",
        "type": "bytes32"
      }
    ],
    "name": "respondToOrder",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "uint40",
        "name": "servedAt",
        "type": "uint40"
      },
      {
        "internalType": "uint40",
        "name": "payDueAt",
        "type": "uint40"
      },
      {
        "internalType": "bytes32",
        "name": "documentDigest",
        "type": "bytes32"
      }
    ],
    "name": "servePenalty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "statementDigest",
        "type": "bytes32"
      }
    ],
    "name": "submitStatement",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "waivePenalty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "statementDigest",
        "type": "bytes32"
      }
    ],
    "name": "waiveStatement",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "DossierId",
        "name": "dossier",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "decisionDigest",
        "type": "bytes32"
      }
    ],
    "name": "withdrawPenalty",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;
