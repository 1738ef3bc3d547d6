// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/officetemplate.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/evidence/printphoto.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace adit {

namespace {

constexpr qint64 mostJson = 256 * 1024; ///< what is larger is another file

Error badLogo(const QString &detail)
{
    return {ErrorCode::InvalidValue, QString(infoOf(field::details::report_template).name) + QLatin1String(": /logo"),
            detail};
}

Result<QByteArray> bytesOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error{ErrorCode::FileMissing, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    return file.read(most + 1);
}

bool isPlainName(const QString &name)
{
    return !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\')) && !name.startsWith(QLatin1Char('.'));
}

Result<> checkShape(int width, int height)
{
    const int shorter = std::min(width, height);
    if (shorter >= OfficeTemplate::leastPixels && std::max(width, height) <= OfficeTemplate::mostStretched * shorter)
        return {};
    return badLogo(ruleMark(Rule::LogoShape, {QString::number(OfficeTemplate::leastPixels),
                                              QString::number(OfficeTemplate::mostStretched)}));
}

} // namespace

Result<QByteArray> logoFrom(const QByteArray &bytes)
{
    constexpr qsizetype most = qsizetype(OfficeTemplate::mostMegabytes) * 1024 * 1024;
    if (bytes.size() > most)
        return badLogo(ruleMark(Rule::LogoBytes, {QString::number(OfficeTemplate::mostMegabytes)}));
    const auto whole = printPhoto(bytes);
    if (!whole)
        return badLogo(whole.error().detail);
    ADIT_TRY(checkShape(whole->width, whole->height));
    // Noise alone needs more than the first.
    for (const int part : {1, 2, 4})
        for (const int quality : {90, 75, 55}) {
            ADIT_TRY_ASSIGN(PrintPhoto made, printPhoto(bytes, {.width = OfficeTemplate::logoWidth / part,
                                                                .height = OfficeTemplate::logoHeight / part,
                                                                .quality = quality}));
            if (made.jpeg.size() <= largestLogo)
                return std::move(made.jpeg);
        }
    return badLogo(ruleMark(Rule::PhotoExpected));
}

Result<OfficeTemplate> OfficeTemplate::read(const QString &path)
{
    ADIT_TRY_ASSIGN(const QByteArray json, bytesOf(path, mostJson));
    OfficeTemplate read;
    ADIT_TRY_ASSIGN(read.made, ReportTemplate::fromJson(json));
    if (read.made.logo.isEmpty())
        return read;
    if (!isPlainName(read.made.logo))
        return badLogo(ruleMark(Rule::LogoName));
    const QString picture = QFileInfo(path).absolutePath() + QLatin1Char('/') + read.made.logo;
    ADIT_TRY_ASSIGN(const QByteArray bytes, bytesOf(picture, qint64(mostMegabytes) * 1024 * 1024));
    ADIT_TRY_ASSIGN(read.logo, logoFrom(bytes));
    read.made.logo = toHex(sha256(read.logo));
    return read;
}

Result<Edit> setReportTemplate(const CaseView &view, const OfficeTemplate &given)
{
    return describe(view, {{&infoOf(field::details::report_template), QString::fromUtf8(given.made.toJson())},
                           {&infoOf(field::details::report_logo), QString::fromLatin1(given.logo.toBase64())}});
}

Result<Edit> removeReportTemplate(const CaseView &view)
{
    return describe(view, {{&infoOf(field::details::report_template), {}}, {&infoOf(field::details::report_logo), {}}});
}

} // namespace adit
