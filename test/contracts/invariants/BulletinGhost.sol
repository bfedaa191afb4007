// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AnchoredFile,
    Bulletin,
    BulletinPart,
    BulletinState,
    IBulletins,
    IssuerSeat
} from "../../../contracts/interfaces/IBulletins.sol";
import {Roles} from "../../../contracts/libraries/Roles.sol";
import {BulletinId} from "../../../contracts/types/BulletinId.sol";
import {Uscc} from "../../../contracts/types/Uscc.sol";
import {Vm} from "../Vm.sol";
import {StatisticsStage} from "./StatisticsStage.sol";

/// @notice The bulletins as the logs alone tell of them; reverts when a log says what none may say.
abstract contract BulletinGhost is StatisticsStage {
    BulletinId[] private _all;
    mapping(BulletinId bulletin => Bulletin) private _bulletins;
    mapping(BulletinId bulletin => uint256) private _files;
    mapping(BulletinId bulletin => mapping(Uscc organisation => IssuerSeat)) private _seats;

    /// @notice Reverts unless the ledger says of each bulletin what the logs say.
    function requireBulletins() external view {
        Uscc[3] memory organisations = [BUREAU, PARTY, LEAD];
        for (uint256 i = 0; i < _all.length; ++i) {
            BulletinId id = _all[i];
            Bulletin memory entry = statistics.bulletinOf(id);
            require(keccak256(abi.encode(entry)) == keccak256(abi.encode(_bulletins[id])), "a bulletin is as logged");
            require(_files[id] == 2, "a bulletin has a dataset and a document");
            uint256 named = 0;
            uint256 signed = 0;
            for (uint256 j = 0; j < 3; ++j) {
                IssuerSeat seat = statistics.issuerSeat(id, organisations[j]);
                require(seat == _seats[id][organisations[j]], "a seat is as logged");
                if (seat != IssuerSeat.None) ++named;
                if (seat == IssuerSeat.Signed) ++signed;
            }
            require(entry.issuers == named && entry.signatures == signed, "an issuer signs once");
            bool enough = entry.signatures >= entry.threshold;
            require(enough == (entry.state != BulletinState.Drafted), "nothing is published without enough of them");
            bool published = entry.state == BulletinState.Published || entry.state == BulletinState.Superseded;
            require(published == (entry.publishedAt != 0), "what is published was, at a time");
        }
    }

    function _take(Vm.Log memory log) internal virtual override {
        super._take(log);
        if (log.emitter != address(statistics)) return;
        BulletinId bulletin = BulletinId.wrap(log.topics[1]);
        address actor = address(uint160(uint256(log.topics[2])));
        bytes32 signature = log.topics[0];
        if (signature == IBulletins.BulletinDrafted.selector) _draft(bulletin, actor, log.data);
        else if (signature == IBulletins.BulletinFileAnchored.selector) _anchor(bulletin, log.data);
        else if (signature == IBulletins.BulletinCosigned.selector) _cosign(bulletin, actor, log.data);
        else if (signature == IBulletins.BulletinPublished.selector) _publish(bulletin, actor);
        else if (signature == IBulletins.BulletinSuperseded.selector) _supersede(bulletin, actor, log.data);
    }

    function _draft(BulletinId id, address actor, bytes memory data) private {
        Bulletin storage entry = _bulletins[id];
        require(entry.state == BulletinState.None, "a bulletin is drafted once");
        (Uscc[] memory issuers, uint8 threshold, uint64 asOfBlock, bytes32 hash, bool checked, ) = abi.decode(
            data,
            (Uscc[], uint8, uint64, bytes32, bool, string)
        );
        for (uint256 i = 0; i < issuers.length; ++i) {
            require(_seats[id][issuers[i]] == IssuerSeat.None, "an issuer is named once");
            _seats[id][issuers[i]] = IssuerSeat.Named;
        }
        _requireIssuer(id, actor);
        require(threshold > 0 && threshold <= issuers.length, "one to all of them sign");
        require(asOfBlock < height && checked == (height - asOfBlock <= 256), "a hash that is known is checked");
        require(hash != bytes32(0) && (!checked || hash == blockhash(asOfBlock)), "and is that of its block");
        _all.push(id);
        entry.state = BulletinState.Drafted;
        entry.issuers = uint8(issuers.length);
        entry.threshold = threshold;
        entry.asOfBlock = asOfBlock;
    }

    function _anchor(BulletinId id, bytes memory data) private {
        (BulletinPart part, AnchoredFile memory file) = abi.decode(data, (BulletinPart, AnchoredFile));
        require(_bulletins[id].state == BulletinState.Drafted, "files come with the draft");
        require(uint256(part) == ++_files[id] && file.digest != bytes32(0), "each once");
        if (part == BulletinPart.Document) _bulletins[id].documentDigest = file.digest;
    }

    function _cosign(BulletinId id, address actor, bytes memory data) private {
        Bulletin storage entry = _bulletins[id];
        (Uscc organisation, uint8 signatures, bytes32 read) = abi.decode(data, (Uscc, uint8, bytes32));
        require(
            entry.state == BulletinState.Drafted || entry.state == BulletinState.Cosigned,
            "signed before it is published"
        );
        require(organisation.equals(_requireIssuer(id, actor)), "each signs for its own organisation");
        require(_seats[id][organisation] == IssuerSeat.Named, "an issuer signs once");
        require(read == entry.documentDigest, "for the document that was drafted");
        require(signatures == ++entry.signatures, "the signatures are counted");
        _seats[id][organisation] = IssuerSeat.Signed;
        if (signatures == entry.threshold) entry.state = BulletinState.Cosigned;
    }

    function _publish(BulletinId id, address actor) private {
        Bulletin storage entry = _bulletins[id];
        _requireIssuer(id, actor);
        require(entry.state == BulletinState.Cosigned, "published once enough have signed");
        entry.state = BulletinState.Published;
        entry.publishedAt = clock;
    }

    function _supersede(BulletinId id, address actor, bytes memory data) private {
        (BulletinId successor, bytes32 reason) = abi.decode(data, (BulletinId, bytes32));
        Bulletin storage entry = _bulletins[id];
        Bulletin storage later = _bulletins[successor];
        _requireIssuer(id, actor);
        require(entry.state == BulletinState.Published && reason != bytes32(0), "superseded once, with a reason");
        require(later.state == BulletinState.Published && later.publishedAt > entry.publishedAt, "by a later one");
        require(id.isAlike(successor), "of the same period and region");
        entry.state = BulletinState.Superseded;
    }

    function _requireIssuer(BulletinId id, address actor) private view returns (Uscc organisation) {
        organisation = _requireOfficial(Roles.STATISTICIAN, actor, PROVINCE);
        require(_seats[id][organisation] != IssuerSeat.None, "issuers act, and nobody else");
    }
}
