// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"
#include "ui/look/glyphs.h"

#include <QString>
#include <optional>
#include <vector>

namespace adit {

/// One thing the guidance says, with what stands before it: the glyph of a rating, a term, or nothing.
struct GuidanceItem
{
    std::optional<Glyph> glyph = {};
    QString lead = {};
    QString text;
};

/// A part of a node's guidance that is opened and read as one.
struct GuidanceSection
{
    QString id; ///< for settings and tests: "look-for"
    QString title;
    std::vector<GuidanceItem> items;
};

/// What the guidance of a node has to say, in the order in which an auditor asks for it; parts without text are left
/// out. Which parts there are depends on the node's level (see Guidance).
std::vector<GuidanceSection> guidanceSections(const Standard &standard, const StandardNode &node,
                                              const QString &language);

/// What the node is for, in a sentence or three: the statement of a requirement, the intent of a criterion, the
/// objective of a chapter. Empty if the standard does not say.
QString purposeWords(const StandardNode &node, const QString &language);

} // namespace adit
