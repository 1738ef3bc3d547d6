// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/time.h"
#include "core/scoring/scorecard.h"
#include "ui/look/glyphs.h"

#include <QString>

namespace adit {

/// Language in which the standard's own texts are shown: a choice of its own beside the window's and a report's.
QString catalogueLanguage();
/// For the whole program; what is on screen already is not changed.
void setCatalogueLanguage(const QString &language);

/// "4 May 2026"; empty for no date.
QString dateWords(const QDate &date);
/// "14:05" today, "yesterday 14:05", else the date. Local time.
QString momentWords(Instant moment, const QDate &today);

/// Short title where the standard has one, else the title.
QString shortTitle(const StandardNode &node);
QString title(const StandardNode &node);
QString titleOf(const Standard &standard, const RequirementCode &code);

/// How a requirement stands, as a shape and as a word.
struct Standing
{
    Glyph glyph = Glyph::Dotted;
    QString word;    ///< "Fully", "Not relevant", "Not rated"
    QString meaning; ///< "fully meets"
};
Standing standingOf(const Standard &standard, const RatedItem &item);
/// Of a rating by its code; empty code: not rated.
Standing standingOf(const Standard &standard, const QString &ratingCode);
QString notRelevantWord();

/// A kind of source behind a rating ("document-company").
QString sourceWord(const QString &code);
/// All kinds, in the order of the registry.
QStringList sourceCodes();

/// How certain an entry of a catalogue is ("inferred"), as a part of a sentence.
QString confidenceWords(const QString &code);
/// A language by its own name: "Español" for "es".
QString languageName(const QString &language);

/// "Initial audit" for "initial".
QString auditKindWord(const QString &code);
QString mineKindWord(const QString &code);

/// "26.9 – 84.3", one figure where floor and ceiling show the same, or "not relevant".
QString intervalWords(const GroupScore &group);
/// "3/4" as "¾" where there is such a sign.
QString fractionWords(const Fraction &fraction);
/// A sum of points with at most two decimals and no trailing zeros: "8.25".
QString pointsWords(const Fraction &points);
/// "Between Transparency and 75", or the name where both ends are the same; a postponed result says so.
QString levelInterval(const Standard &standard, const LevelResult &level);
QString levelWord(const Standard &standard, std::optional<int> level);

/// Label of a field of the registry, in the language of the window.
QString fieldLabel(const FieldInfo &field);

} // namespace adit
