// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {IAccessControlEnumerable} from "@openzeppelin/contracts/access/extensions/IAccessControlEnumerable.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {Authority} from "../../contracts/Authority.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";

contract InterfacesTest {
    function test_theAuthoritySaysWhatItIs() external {
        Authority authority = new Authority(address(this), 1 days);
        require(authority.supportsInterface(type(IAuthority).interfaceId), "its own");
        require(authority.supportsInterface(type(IAccessControlDefaultAdminRules).interfaceId), "administrator");
        require(authority.supportsInterface(type(IAccessControlEnumerable).interfaceId), "members");
        require(authority.supportsInterface(type(IERC165).interfaceId), "ERC-165");
        require(!authority.supportsInterface(0xffffffff), "none");
    }
}
