// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/printedplace.h"

#include "core/standard/requirementcode.h"

#include <QPdfBookmarkModel>
#include <QPdfDocument>
#include <QPdfSelection>

namespace adit {

namespace {

constexpr int wordsBefore = 4;

const QRegularExpression &blanks()
{
    static const QRegularExpression form(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

/// The words as they stand, whatever lines they are broken into.
QString patternOf(const QString &words)
{
    QStringList parts;
    for (const QString &word : words.split(blanks(), Qt::SkipEmptyParts))
        parts.append(QRegularExpression::escape(word));
    return parts.join(QStringLiteral("\\s+"));
}

QRegularExpression formOf(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption);
}

/// A number is not the beginning of a longer one.
QRegularExpression numberForm(const QString &code)
{
    return formOf(QStringLiteral("(?<![\\w.])%1(?!\\w|\\.\\w)").arg(QRegularExpression::escape(code)));
}

/// The page on which a bookmark, or one below it, begins with these letters; nothing without one.
std::optional<int> pageOfBookmark(const QPdfBookmarkModel &bookmarks, const QModelIndex &parent, const QString &start)
{
    for (int row = 0; row < bookmarks.rowCount(parent); ++row) {
        const QModelIndex index = bookmarks.index(row, 0, parent);
        if (index.data(static_cast<int>(QPdfBookmarkModel::Role::Title)).toString().startsWith(start))
            return index.data(static_cast<int>(QPdfBookmarkModel::Role::Page)).toInt();
        if (const auto below = pageOfBookmark(bookmarks, index, start))
            return below;
    }
    return std::nullopt;
}

/// Where the chapter of a requirement begins; the first page for anything else.
int firstPageFor(QPdfDocument &pages, const QString &code)
{
    if (!RequirementCode::fromString(code))
        return 0;
    QPdfBookmarkModel bookmarks;
    bookmarks.setDocument(&pages);
    return pageOfBookmark(bookmarks, {}, code.section(QLatin1Char('.'), 0, 1) + QLatin1Char(' ')).value_or(0);
}

/// A place in the running text.
struct Spot
{
    int page = 0;
    qsizetype from = 0;
    qsizetype length = 0;
};

/// The first match at or after a spot; of the last group of the form.
std::optional<Spot> findFrom(QPdfDocument &pages, const Spot &start, const QRegularExpression &form)
{
    for (int page = start.page; page < pages.pageCount(); ++page) {
        const qsizetype offset = page == start.page ? start.from + start.length : 0;
        if (const auto found = form.match(pages.getAllText(page).text(), offset); found.hasMatch()) {
            const int group = found.lastCapturedIndex();
            return Spot{page, found.capturedStart(group), found.capturedLength(group)};
        }
    }
    return std::nullopt;
}

std::optional<Spot> findWords(QPdfDocument &pages, const Spot &start, const PrintedPlace &place)
{
    const QString words = patternOf(place.words);
    if (words.isEmpty())
        return std::nullopt;
    if (const QString before = patternOf(place.before); !before.isEmpty())
        if (const auto found = findFrom(pages, start, formOf(QStringLiteral("%1\\s*(%2)").arg(before, words))))
            return found;
    return findFrom(pages, start, formOf(words));
}

} // namespace

QRegularExpression formOfWords(const QString &words)
{
    return formOf(patternOf(words));
}

QString lastWords(const QString &text)
{
    const QStringList words = text.split(blanks(), Qt::SkipEmptyParts);
    return words.mid(std::max<qsizetype>(0, words.size() - wordsBefore)).join(QLatin1Char(' '));
}

std::optional<PlaceOnPage> findPrinted(QPdfDocument &pages, const PrintedPlace &place)
{
    const Spot beginning{firstPageFor(pages, place.code)};
    const auto number =
        place.code.isEmpty() ? std::optional(beginning) : findFrom(pages, beginning, numberForm(place.code));
    auto spot = findWords(pages, number.value_or(beginning), place);
    if (!spot)
        spot = number;
    if (!spot || spot->length == 0)
        return std::nullopt;
    return PlaceOnPage{
        spot->page,
        pages.getSelectionAtIndex(spot->page, static_cast<int>(spot->from), static_cast<int>(spot->length)).bounds()};
}

} // namespace adit
