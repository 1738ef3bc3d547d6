// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/filereader.h"

#include "core/base/rule.h"
#include "core/base/sha256stream.h"
#include "core/evidence/heif.h"
#include "core/evidence/photofacts.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace adit {

namespace {

Error refused(const QString &path, const QString &expected)
{
    return {ErrorCode::InvalidValue, QStringLiteral("file: ") + path, expected};
}

/// A name as it can be shown and stored: line ends and other control characters are replaced, nothing else. Every
/// script is left as it is.
QString cleanName(const QString &name)
{
    QString clean = name;
    for (QChar &c : clean)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_NotAssigned ||
            (c.unicode() & 0xfffe) == 0xfffe)
            c = QLatin1Char('_');
    return QString::fromUtf8(clean.toUtf8()); // a lone half of a pair becomes a mark of replacement
}

/// Some systems' lists of types know no HEIC, or go by the name alone.
QString mimeOf(const QString &name, const QByteArray &bytes)
{
    const QByteArray heif = heifMime(bytes);
    return heif.isEmpty() ? QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name() : QString::fromLatin1(heif);
}

TakenFile describe(const QString &name, const QByteArray &bytes, const Digest &hash)
{
    const PhotoFacts photo = photoFacts(bytes);
    const QString clean = cleanName(name);
    return {{clean, mimeOf(clean, bytes), bytes.size(), toHex(hash), photo.takenAt, photo.takenWhere},
            bytes,
            photo.isBroken};
}

} // namespace

Result<TakenFile> readEvidence(const QString &path, const std::function<bool(double)> &progress)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::FileMissing, path};
    if (!info.isFile())
        return refused(path, ruleMark(Rule::FileNotFolder));
    if (info.size() > evidenceLimit)
        return refused(path, ruleMark(Rule::MegabytesAtMost, {QString::number(evidenceLimit / (1024 * 1024))}));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    const qint64 size = file.size();
    if (size == 0)
        return refused(path, ruleMark(Rule::FileNotEmpty));
    if (size > evidenceLimit)
        return refused(path, ruleMark(Rule::MegabytesAtMost, {QString::number(evidenceLimit / (1024 * 1024))}));
    QByteArray bytes(size, Qt::Uninitialized);
    Sha256Stream hash;
    constexpr qint64 step = 1024 * 1024;
    for (qint64 at = 0; at < size;) {
        const qint64 count = file.read(bytes.data() + at, std::min(step, size - at));
        if (count <= 0)
            return Error{ErrorCode::StorageFailed, path,
                         count < 0 ? file.errorString() : ruleMark(Rule::FileBecameShorter)};
        hash.add(QByteArrayView(bytes).sliced(at, count));
        at += count;
        if (progress && !progress(double(at) / double(size)))
            return Error{ErrorCode::Cancelled};
    }
    // Somebody still writes it: what was read is not what it will be.
    if (file.size() != size)
        return Error{ErrorCode::StorageFailed, path, ruleMark(Rule::FileChanged)};
    return describe(info.fileName(), bytes, hash.digest());
}

TakenFile takenFrom(const QString &name, const QByteArray &bytes)
{
    return describe(name, bytes, sha256(bytes));
}

} // namespace adit
