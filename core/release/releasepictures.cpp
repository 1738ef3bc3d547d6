// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasepictures.h"

#include "core/base/hashing.h"
#include "core/pdf/image.h"
#include "core/pdf/pdfreader.h"

#include <QJsonArray>
#include <algorithm>
#include <set>

namespace adit {

namespace {

/// In the value of an attribute: what people wrote has no such marks in it.
const QByteArray photoBegins = "\"data:image/jpeg;base64,";

Error unknownPicture(const QString &name, const QString &where)
{
    return {ErrorCode::ReportFailed, name, where};
}

Result<std::vector<QByteArray>> picturesOfPdf(const QString &name, const QByteArray &bytes)
{
    ADIT_TRY_ASSIGN(const pdf::Reader reader, pdf::Reader::open(bytes));
    std::vector<QByteArray> pictures;
    for (int number = 1; number < reader.objectCount(); ++number) {
        const pdf::Value &object = reader.object(number);
        const auto stream = reader.stream({.kind = pdf::Value::Kind::Reference, .number = double(number)});
        if (!stream || !object["Subtype"].isName("Image"))
            continue;
        if (!object["Filter"].isName("DCTDecode"))
            return unknownPicture(name, QStringLiteral("object %1").arg(number));
        pictures.push_back(*stream);
    }
    return pictures;
}

/// Where the bytes of a photo stand in a page: [from, to).
struct Stretch
{
    qsizetype from, to;
};

std::vector<Stretch> photosOf(const QByteArray &page)
{
    std::vector<Stretch> out;
    for (qsizetype at = page.indexOf(photoBegins); at >= 0; at = page.indexOf(photoBegins, at)) {
        at += photoBegins.size();
        qsizetype end = at;
        const auto isCoded = [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
                   c == '=';
        };
        while (end < page.size() && isCoded(page[end]))
            ++end;
        out.push_back({at, end});
        at = end;
    }
    return out;
}

Result<std::vector<QByteArray>> picturesOfPage(const QString &name, const QByteArray &page)
{
    constexpr const char *drawing = "\"data:image/svg+xml;base64,";
    const auto all = page.count("\"data:image/") + page.count("'data:image/") + page.count("(data:image/");
    if (all != page.count(drawing) + page.count(photoBegins))
        return unknownPicture(name, QStringLiteral("data:image/"));
    std::vector<QByteArray> pictures;
    for (const Stretch &photo : photosOf(page)) {
        const auto decoded = QByteArray::fromBase64Encoding(page.mid(photo.from, photo.to - photo.from),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return unknownPicture(name, QStringLiteral("base64"));
        pictures.push_back(*decoded);
    }
    return pictures;
}

/// Hashes of the pictures that a record shows: photos, but for withheld ones, and the logo.
std::set<QString> namedIn(const QJsonObject &record)
{
    std::set<QString> hashes;
    const QJsonArray photos = record[QLatin1String("photos")].toArray();
    for (const QJsonValue &photo : photos) {
        const QJsonArray parts = photo[QLatin1String("picture")][QLatin1String("parts")].toArray();
        for (const QJsonValue &part : parts)
            if (const QString hash = part[QLatin1String("text")].toString(); !hash.isEmpty())
                hashes.insert(hash);
    }
    if (const QString logo = record[QLatin1String("template")][QLatin1String("logo")].toString(); !logo.isEmpty())
        hashes.insert(logo);
    return hashes;
}

} // namespace

Result<std::vector<QByteArray>> picturesIn(const QString &name, const QByteArray &bytes)
{
    return name.endsWith(QLatin1String(".pdf")) ? picturesOfPdf(name, bytes) : picturesOfPage(name, bytes);
}

QByteArray withoutPictures(const QByteArray &page)
{
    QByteArray out;
    qsizetype at = 0;
    for (const Stretch &photo : photosOf(page)) {
        out += page.mid(at, photo.from - at);
        at = photo.to;
    }
    return out + page.mid(at);
}

QStringList wrongPictures(const QJsonObject &record, const QString &name, const QByteArray &bytes)
{
    const auto pictures = picturesIn(name, bytes);
    if (!pictures)
        return {QStringLiteral("its pictures cannot be read: %1").arg(pictures.error().detail)};
    std::set<QString> missing = namedIn(record);
    const std::set<QString> named = missing;
    QStringList wrong;
    for (const QByteArray &picture : *pictures) {
        const QString hash = toHex(sha256(picture));
        missing.erase(hash);
        if (named.count(hash) == 0)
            wrong.append(QStringLiteral("holds a picture that is not in the record: %1").arg(hash));
        else if (!pdf::Image::jpeg(picture))
            wrong.append(QStringLiteral("holds a picture with more in it than its pixels: %1").arg(hash));
    }
    for (const QString &hash : missing)
        wrong.append(QStringLiteral("lacks a picture of the record: %1").arg(hash));
    return wrong;
}

} // namespace adit
