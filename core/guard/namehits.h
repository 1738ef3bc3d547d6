// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace adit::guard {

class FoldedText;
class NamePatterns;

/// Something of a person, found in a folded text.
struct NameHit
{
    std::size_t person = 0;
    int part = 0;
    const char *label = "name";
    std::uint32_t from = 0; ///< in the source
    std::uint32_t to = 0;
    std::uint32_t firstWord = 0;
    std::uint32_t lastWord = 0;
    bool isPart = false; ///< counts beside another part
    bool isAlone = true; ///< a finding by itself
    bool blocks = false;
    bool isCommon = false;
    bool isInflected = false;
    bool isRespelled = false;
};

/// What the hits of a text come to: parts beside each other and initials beside a name are one hit that blocks; what
/// stands inside another hit of the person is left out.
std::vector<NameHit> weighed(std::vector<NameHit> hits, const FoldedText &text, const NamePatterns &patterns);

} // namespace adit::guard
