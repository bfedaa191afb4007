// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnchoredFile, BulletinDraft, BulletinState, IBulletins} from "../../../contracts/interfaces/IBulletins.sol";
import {DigestAlgorithm} from "../../../contracts/interfaces/IEvidence.sol";
import {BulletinId, packBulletinId} from "../../../contracts/types/BulletinId.sol";
import {Period} from "../../../contracts/types/Period.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The acts on bulletins by number, of which there can be four: three of one year and region.
abstract contract BulletinActs is StatisticsStage {
    uint256 internal constant BULLETIN_ACTS = 4;

    Period private constant _YEAR_2019 = Period.wrap(2019 << 16);
    Period private constant _YEAR_2020 = Period.wrap(2020 << 16);

    /// @return data The call.
    /// @return actor Who may do it, most times.
    function _bulletinAct(uint256 number, uint256 seed) internal view returns (bytes memory data, address actor) {
        actor = [APPROVER, REGISTRAR, PARTNER, PARTNER][(seed >> 4) % 4];
        BulletinId bulletin = _bulletin(seed >> 8);
        if (number == 0) return (_draft(seed), actor);
        if (number == 1) {
            bytes32 read = seed % 8 == 0 ? _paper(seed) : statistics.bulletinOf(bulletin).documentDigest;
            return (abi.encodeCall(IBulletins.cosignBulletin, (bulletin, read)), actor);
        }
        if (number == 2) return (abi.encodeCall(IBulletins.publishBulletin, (bulletin)), actor);
        BulletinId successor = _bulletin(seed >> 16);
        return (abi.encodeCall(IBulletins.supersedeBulletin, (bulletin, successor, _reason(seed))), actor);
    }

    /// @dev Mostly what comes next for the bulletin that `_bulletinAct` takes of the bits above these sixteen.
    function _likelyBulletinAct(uint256 seed) internal view returns (uint256) {
        if (seed % 4 == 0) return (seed >> 2) % BULLETIN_ACTS;
        BulletinState state = statistics.bulletinOf(_bulletin(seed >> 24)).state;
        if (state == BulletinState.None) return 0;
        if (state == BulletinState.Drafted) return 1;
        return state == BulletinState.Cosigned ? 2 : 3;
    }

    function _draft(uint256 seed) private view returns (bytes memory) {
        uint64 asOfBlock = height - ((seed >> 24) % 4 == 0 ? uint64((seed >> 32) % 600) : 1);
        bytes32 known = blockhash(asOfBlock);
        bytes32 paper = keccak256(abi.encode(seed));
        Uscc[] memory issuers = _issuers(seed >> 72);
        bool stated = known != bytes32(0) && (seed >> 28) % 8 != 0;
        (Period period, uint16 number) = _which(seed >> 8);
        BulletinDraft memory draft = BulletinDraft({
            period: period,
            region: PROVINCE,
            number: number,
            threshold: uint8((seed >> 60) % 8 == 0 ? (seed >> 64) % 4 : 1 + ((seed >> 64) % issuers.length)),
            asOfBlock: asOfBlock,
            asOfBlockHash: stated ? known : paper,
            dataset: AnchoredFile(DigestAlgorithm.Sha256, 1, paper),
            document: AnchoredFile(DigestAlgorithm.Sha256, 1, _paper(seed))
        });
        return abi.encodeCall(IBulletins.draftBulletin, (draft, issuers, TEXT));
    }

    /// @dev One or two, both of them different most times; now and then a third, for which nobody can sign.
    function _issuers(uint256 seed) private pure returns (Uscc[] memory issuers) {
        issuers = new Uscc[]((seed >> 4) % 8 == 0 ? 3 : 1 + ((seed >> 8) % 2));
        for (uint256 i = 0; i < issuers.length; ++i) issuers[i] = i == 2 ? LEAD : [BUREAU, PARTY][(i + seed) % 2];
        if (seed % 16 == 0) issuers[0] = issuers[issuers.length - 1];
    }

    function _bulletin(uint256 seed) private pure returns (BulletinId) {
        (Period period, uint16 number) = _which(seed);
        return packBulletinId(period, PROVINCE, number);
    }

    function _which(uint256 seed) private pure returns (Period period, uint16 number) {
        return seed % 4 == 0 ? (_YEAR_2020, 1) : (_YEAR_2019, uint16(1 + ((seed >> 2) % 3)));
    }
}
