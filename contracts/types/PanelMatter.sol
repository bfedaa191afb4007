// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What a panel of experts advises on: a revision of a milestone, or a round of the pilot's acceptance, which is
/// written as milestone zero.
/// @dev Bits 16-23 the milestone, bits 0-15 the revision or the round.
type PanelMatter is uint24;

using {milestone, round} for PanelMatter global;

function acceptanceMatter(uint8 acceptanceRound) pure returns (PanelMatter) {
    return PanelMatter.wrap(acceptanceRound);
}

function milestoneMatter(uint8 number, uint16 revision) pure returns (PanelMatter) {
    return PanelMatter.wrap((uint24(number) << 16) | revision);
}

function milestone(PanelMatter matter) pure returns (uint8) {
    return uint8(PanelMatter.unwrap(matter) >> 16);
}

function round(PanelMatter matter) pure returns (uint16) {
    return uint16(PanelMatter.unwrap(matter));
}
