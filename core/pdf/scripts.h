// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/text.h"

#include <QStringList>
#include <vector>

/// Which fonts draw which writing. Families are named per script and language: what a system would choose by itself
/// differs from machine to machine, and picks Japanese shapes for Chinese text.
namespace adit::pdf {

/// A stretch of text that the report's two Latin, Greek and Cyrillic families do not draw.
struct ScriptRange
{
    qsizetype from;
    qsizetype to;
    QChar::Script script;
};

/// Spaces and punctuation beside right-to-left text belong to it: they are drawn in one go with its letters.
std::vector<ScriptRange> foreignRanges(QStringView text);

/// In order of preference; Script_Latin for everything not foreign.
QStringList familiesFor(QChar::Script script, Family family, const QString &language);
/// Those of them that were made for the script; without one of these it is not printed.
QStringList mainFamilies(QChar::Script script, Family family, const QString &language);
/// The Debian package that has the fonts of a script.
QString packageFor(QChar::Script script);
/// How much larger than the style's size a script is set.
double scaleFor(QChar::Script script, Family family);

} // namespace adit::pdf
