// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/release/releasecheck.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace adit {

/// Something of a built file that can be read: by eye, by a program that takes it apart, or by who listens.
struct ReadableText
{
    QString where; ///< "page 12", "bookmarks", "metadata", "object 31", "file"
    QString text;
    bool isSeen = false;    ///< as a reader sees it, line by line
    bool isPicture = false; ///< `bytes` are a photo: coded pixels, no text
    QByteArray bytes = {};  ///< of a stream or a file, decoded: may be text in any of the ways to write it
};

/// All that can be read in a file of a release. Pages are read by another program's library than wrote them, as a
/// stranger would; then every stream is decoded, every string of every object, and the bytes as they are: what is under
/// an image, off the page, in an attachment or left over from before is there too. Error ReportFailed where a file
/// cannot be read back.
Result<std::vector<ReadableText>> readBack(const QString &name, const QByteArray &bytes);

/// Where words stand that must not get out.
struct Leak
{
    QString secret; ///< what it is of: "RD-A03"
    QString file, where;

    friend bool operator==(const Leak &, const Leak &) = default;
};
/// A withheld passage, and how it is called.
struct WithheldPassage
{
    QString name;
    QString text;
};

/// Looks for passages in everything that can be read, without regard to case, blanks, line breaks and the ways of
/// writing a letter with a mark. A passage of fewer than three letters or digits is not looked for, it is everywhere;
/// of scripts without blanks between words, of fewer than two. In a photo longer ones alone are looked for, as bytes:
/// its pixels spell short words by chance.
std::vector<Leak> leaksIn(const QString &file, const std::vector<ReadableText> &texts,
                          const std::vector<WithheldPassage> &secrets);

} // namespace adit
