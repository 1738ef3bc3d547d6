// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>
#include <QRegularExpression>
#include <QString>
#include <optional>

class QPdfDocument;

namespace adit {

/// Something that is printed, by what is printed there: a thing's number, and after it words of one of its texts.
struct PrintedPlace
{
    QString code;        ///< "1.2.2.2", "NC-A01"; empty: anywhere
    QString before = {}; ///< words that stand before, to tell the same words apart; empty: any
    QString words = {};  ///< empty: the number itself
};

/// A stretch of text on a page.
struct PlaceOnPage
{
    int page = 0;                ///< from 0 on
    QList<QPolygonF> lines = {}; ///< round the words, line by line, in points from the top left of the page
};

/// Where it is printed. The words without what stands before them, or the number alone, where that is all that is
/// found; nothing where not even the number is.
std::optional<PlaceOnPage> findPrinted(QPdfDocument &pages, const PrintedPlace &place);

/// These words, whatever lines they are broken into.
QRegularExpression formOfWords(const QString &words);
/// The last few words of a text: enough to know a place by.
QString lastWords(const QString &text);

} // namespace adit
