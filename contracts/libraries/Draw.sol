// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Draw
/// @notice A draw without replacement that anybody can repeat from its seed.
library Draw {
    /// @notice `count` different places of a list of `length`, counted from 0: the first steps of a Fisher–Yates shuffle whose
    /// step `i` exchanges place `i` with place `i + keccak256(seed ‖ i) mod (length − i)`. The remainder favours no place by
    /// more than one in 2^224.
    /// @dev Keeps only the places that were exchanged, so that its cost grows with `count` and not with `length`.
    function places(bytes32 seed, uint32 length, uint8 count) internal pure returns (uint32[] memory chosen) {
        chosen = new uint32[](count);
        uint32[] memory exchanged = new uint32[](count);
        uint32[] memory values = new uint32[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 drawn = uint256(keccak256(abi.encode(seed, i)));
            uint32 place = uint32(i + (drawn % (length - i)));
            chosen[i] = _valueAt(exchanged, values, i, place);
            // What stood at place i now stands where the drawn one did.
            values[i] = _valueAt(exchanged, values, i, uint32(i));
            exchanged[i] = place;
        }
    }

    /// @dev The latest of the first `steps` exchanges with `place`; before any, a place holds its own number.
    function _valueAt(
        uint32[] memory exchanged,
        uint32[] memory values,
        uint256 steps,
        uint32 place
    ) private pure returns (uint32) {
        for (uint256 step = steps; step > 0; --step) {
            if (exchanged[step - 1] == place) return values[step - 1];
        }
        return place;
    }
}
