// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rowwords.h"

namespace adit {

namespace {

QString listed(const QString &codes)
{
    return QStringLiteral("one of ") + QString(codes).replace(QLatin1Char(' '), QLatin1String(", "));
}

} // namespace

QString quoted(const QString &typed)
{
    constexpr qsizetype longest = 60;
    const QString shown = typed.size() > longest ? typed.left(longest) + QChar(0x2026) : typed;
    return QLatin1Char('"') + shown + QLatin1Char('"');
}

RowWords wordsForId(const UnresolvedId &problem, const QString &typed)
{
    const QString asText =
        problem.candidates.isEmpty()
            ? QStringLiteral("the id, in a column formatted as text")
            : QStringLiteral("%1, in a column formatted as text").arg(problem.candidates.join(QStringLiteral(" or ")));
    switch (problem.problem) {
    case IdProblem::TurnedIntoDate:
        return {QStringLiteral("the spreadsheet turned the id into the date %1").arg(typed), asText};
    case IdProblem::TurnedIntoNumber:
        return {QStringLiteral("the spreadsheet turned the id into the number %1").arg(typed), asText};
    case IdProblem::Unknown:
        break;
    }
    return {typed.trimmed().isEmpty() ? QStringLiteral("nothing") : quoted(typed),
            QStringLiteral("an id of this standard, such as 1.1.1.1")};
}

RowWords wordsForValue(const Error &error)
{
    const QString value = error.subject.section(QLatin1Char(':'), 1).trimmed();
    const QString shown = value.isEmpty() ? QStringLiteral("nothing") : quoted(value);
    switch (error.code) {
    case ErrorCode::InvalidDate:
        return {shown, QStringLiteral("a date YYYY-MM-DD, years 1900 to 2199")};
    case ErrorCode::UnknownChoice:
        return {shown, listed(error.detail)};
    case ErrorCode::UnknownRequirement:
        return {quoted(error.subject), QStringLiteral("a requirement of this standard, such as 1.1.1.1")};
    case ErrorCode::UnknownNode:
        return {quoted(error.subject), QStringLiteral("a chapter of this standard, such as 1.1")};
    case ErrorCode::Independence:
        return {quoted(error.subject), error.detail};
    case ErrorCode::InvalidValue:
        return {shown, error.detail};
    case ErrorCode::TextTooLong:
        return {QStringLiteral("a text that is too long"), QStringLiteral("at most %1 characters").arg(error.detail)};
    case ErrorCode::TextUnclean:
        return {
            QStringLiteral("a control character (%1, at place %2)")
                .arg(error.detail.section(QStringLiteral(", "), 0, 0), error.detail.section(QStringLiteral(", "), 1)),
            QStringLiteral("text without")};
    default:
        return {errorName(error.code), error.detail};
    }
}

} // namespace adit
