// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/scripts.h"
#include "core/pdf/text.h"

/// Between a paragraph and the layout engine: what goes in, and what is done to the lines that come out.
namespace adit::pdf {

/// Characters that the fonts of their script lack, and the family that draws them.
struct Borrowed
{
    qsizetype from;
    qsizetype to;
    QString family;
};

/// A paragraph as one UTF-8 text, and which UTF-16 unit each byte belongs to. A mark is one replacement character.
struct Source
{
    QString text;
    QByteArray utf8;
    std::vector<quint32> unitAt; ///< by byte, and one past the end; empty: all ASCII
    std::vector<quint32> starts; ///< first UTF-16 unit of each span, and the end
    std::vector<ScriptRange> foreign;
    std::vector<Borrowed> borrowed;

    quint32 unit(int byte) const
    {
        return unitAt.empty() ? static_cast<quint32>(byte) : unitAt[static_cast<std::size_t>(byte)];
    }
    quint32 spanAt(quint32 unit) const;
    QChar::Script scriptAt(qsizetype unit) const;
};

Source sourceOf(const Paragraph &paragraph);

/// A block with the paragraph's text and styles, and no lines yet.
TextBlock blockFor(const Paragraph &paragraph, const Source &source);
/// Spaces at the end of a line take no room, wherever the line ends. `run`: the last of the line in reading order.
void dropEndSpace(TextBlock &block, GlyphRun &run);
/// Moves lines set flush left to where the paragraph wants them.
void align(const Paragraph &paragraph, TextBlock &block);

} // namespace adit::pdf
