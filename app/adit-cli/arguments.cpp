// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"

#include <QByteArrayView>
#include <QRegularExpression>
#include <cstdlib>

namespace adit::cli {

namespace {

/// "--by" for the word behind it and for "--by=…"; else the word's place.
QString nameOf(std::span<char *const> words, std::size_t place)
{
    const auto isOption = [](QByteArrayView word) { return word.startsWith("--") && word.size() > 2; };
    const QByteArrayView word(words[place]);
    if (const qsizetype equals = word.indexOf('='); isOption(word) && equals > 0)
        return QString::fromUtf8(word.first(equals));
    const QByteArrayView before(words[place - 1]);
    return isOption(before) ? QString::fromUtf8(before) : QStringLiteral("argument %1").arg(place);
}

Error notUtf8(const QString &name)
{
    return {ErrorCode::InvalidValue, QStringLiteral("the text of ") + name, QStringLiteral("UTF-8")};
}

/// A line field's rules (core/edits), and no tab either.
Result<QString> checkedActor(const QString &name, const QString &text)
{
    constexpr qsizetype longest = 200;
    const QString actor = text.trimmed();
    if (actor.isEmpty())
        return Error{ErrorCode::InvalidValue, name + QStringLiteral(" \"\""), QStringLiteral("the name of who acts")};
    if (actor.size() > longest)
        return Error{ErrorCode::TextTooLong, name, QString::number(longest)};
    static const QRegularExpression unclean(QStringLiteral("[\\p{Cc}\\p{Zl}\\p{Zp}]"));
    if (const qsizetype at = text.indexOf(unclean); at >= 0)
        return Error{ErrorCode::TextUnclean, name,
                     QStringLiteral("U+%1, %2").arg(text[at].unicode(), 4, 16, QLatin1Char('0')).arg(at + 1)};
    return actor;
}

} // namespace

Result<> checkEncoding(std::span<char *const> words)
{
    for (std::size_t i = 1; i < words.size(); ++i)
        if (!QByteArrayView(words[i]).isValidUtf8())
            return notUtf8(nameOf(words, i));
    return {};
}

Result<QString> actorFrom(bool isGiven, const std::string &given)
{
    if (isGiven)
        return checkedActor(QStringLiteral("--by"), QString::fromStdString(given));
    for (const char *name : {"ADIT_ACTOR", "USER", "LOGNAME"}) {
        const char *value = std::getenv(name);
        if (!value || !*value)
            continue;
        if (!QByteArrayView(value).isValidUtf8())
            return notUtf8(QString::fromLatin1(name));
        return checkedActor(QString::fromLatin1(name), QString::fromUtf8(value));
    }
    return QStringLiteral("unknown");
}

Result<QString> languageFrom(const std::string &given)
{
    static const QRegularExpression form(QStringLiteral("^[a-z]{2,3}(-[A-Za-z]{2,4})?$"));
    QString language = QString::fromStdString(given);
    if (!form.match(language).hasMatch() || language.endsWith(QLatin1Char('\n')))
        return Error{ErrorCode::InvalidValue, QStringLiteral("--language ") + language,
                     QStringLiteral("a code such as en or pt-BR")};
    return language;
}

Result<QString> pathFrom(const char *what, const std::string &given)
{
    if (given.empty())
        return Error{ErrorCode::InvalidValue, QString::fromLatin1(what) + QStringLiteral(" \"\""),
                     QStringLiteral("the name of a file")};
    return QString::fromStdString(given);
}

} // namespace adit::cli
