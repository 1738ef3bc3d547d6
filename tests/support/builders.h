// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/document/casedocument.h"
#include "core/scoring/scorecard.h"
#include "core/standard/standardjson.h"

#include <QString>
#include <QTemporaryDir>
#include <type_traits>

namespace adit::test {

/// The catalogue that comes with the program; read once.
const Standard &catalogue();

/// A small standard from text: "1.1.1.1 1.1.1.2! 2.1.1.1 new:2.1.1.2" (! critical, new:/existing: kind of mine), with
/// the IRMA-style scale and levels.
Standard smallStandard(const QString &requirements, const QString &principleRule = QStringLiteral("pooled"));

/// Items for scoring from text: "1.1.1.1:full 1.1.1.2:partial+plan 1.1.1.3:deferred+left-out 2:not-relevant". A node
/// above a requirement sets all below it; later words win; "-" is unrated; the rest is unrated.
std::vector<RatedItem> itemsFrom(const Standard &standard, const QString &text);

/// A level's code, or "none".
QString levelCode(const Standard &standard, std::optional<int> level);

/// Surroundings that repeat: a clock that moves a second per call, ids and salts from a seed.
Surroundings repeatableSurroundings(quint64 seed = 1);

/// A new case on the shipped catalogue in `folder`.
std::unique_ptr<CaseDocument> newCase(const QTemporaryDir &folder, const QString &name = QStringLiteral("case.adit"));

/// The value, or a failed test that prints the error.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s (%s)", qPrintable(errorName(result.error().code)), qPrintable(result.error().subject),
               qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace adit::test
