// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace adit {

/// A stretch of two texts laid beside each other, word by word.
struct WordPiece
{
    enum class Kind { Same, Added, Removed };
    Kind kind;
    QString text;

    friend bool operator==(const WordPiece &, const WordPiece &) = default;
};

/// What was taken from `before` and put in to get `after`. Words are those of Unicode (UAX 29), so that it works for
/// scripts without blanks. Where very much differs, only what both begin and end with counts as the same.
std::vector<WordPiece> wordDiff(const QString &before, const QString &after);

/// Two people's changes of one text in one.
struct WordMerge
{
    struct Piece
    {
        enum class From { Base, Ours, Theirs, Both };
        From from;
        QString text;

        friend bool operator==(const Piece &, const Piece &) = default;
    };
    std::vector<Piece> pieces;
    /// Both changed the same place differently: there stands ours, then theirs, and somebody has to read it.
    bool overlaps = false;

    QString text() const;
};
WordMerge mergeWords(const QString &base, const QString &ours, const QString &theirs);

} // namespace adit
