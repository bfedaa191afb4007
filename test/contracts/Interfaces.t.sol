// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {IAccessControlEnumerable} from "@openzeppelin/contracts/access/extensions/IAccessControlEnumerable.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {create} from "./Vm.sol";

contract InterfacesTest {
    function test_theAuthoritySaysWhatItIs() external {
        IERC165 authority = IERC165(create("Authority", abi.encode(address(this), 1 days)));
        require(authority.supportsInterface(type(IAuthority).interfaceId), "its own");
        require(authority.supportsInterface(type(IAccessControlDefaultAdminRules).interfaceId), "administrator");
        require(authority.supportsInterface(type(IAccessControlEnumerable).interfaceId), "members");
        require(authority.supportsInterface(type(IERC165).interfaceId), "ERC-165");
        require(!authority.supportsInterface(0xffffffff), "none");
    }
}
