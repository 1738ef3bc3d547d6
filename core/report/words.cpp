// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"

#include "core/report/languagedata.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace adit::report {

namespace {

constexpr QLatin1String folder(":/adit/report");
constexpr QChar noBreakSpace(0x00A0);
constexpr QChar minus(0x2212);

/// In one pass: what a value brings along is never filled in again.
QString fill(const QString &text, Words::Values values, bool rightToLeft)
{
    QString out;
    qsizetype at = 0;
    for (qsizetype open = 0; (open = text.indexOf(QLatin1Char('{'), at)) >= 0;) {
        const qsizetype close = text.indexOf(QLatin1Char('}'), open);
        const QStringView name = QStringView(text).mid(open + 1, close - open - 1);
        out += QStringView(text).mid(at, open - at);
        for (const auto &[known, value] : values)
            if (name == QLatin1String(known))
                out += pdf::isolated(value, rightToLeft);
        at = close + 1;
    }
    return out += QStringView(text).mid(at);
}

/// Spaces after a number and before a unit or a month, after a month and before a year, after "page".
QString heldSpaces(const QLocale &locale, const QString &page)
{
    QStringList months;
    for (int month = 1; month <= 12; ++month)
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat})
            months.append(QRegularExpression::escape(locale.monthName(month, format)));
    const QString units =
        QStringLiteral("per cent|percent|(?:[km\u00b5\u03bcM]?[gmlLWVJ]|[kMG]Wh|cm|mm|km|ha|t|kt|Mt|h|min|s|"
                       "dBA?|ppm|[a-z]{0,2}m[23\u00b2\u00b3])(?![\\w])");
    const QString held = QStringLiteral("(?<=\\d) (?=[%\u2030\u00b0]|%1)|(?<=\\d) (?=(?:%2)\\b)|(?<=%3) (?=\\d)")
                             .arg(units, months.join(QLatin1Char('|')), months.join(QLatin1String("|")));
    return page.isEmpty() ? held : held + QStringLiteral("|(?<=\\b%1) (?=\\d)").arg(QRegularExpression::escape(page));
}

} // namespace

Words::Words(QString language, QHash<QString, QString> texts)
    : m_language(std::move(language))
    , m_texts(std::move(texts))
    , m_locale(m_language)
    , m_held(heldSpaces(m_locale, QString(m_texts.value(QStringLiteral("results.page")))))
{}

QStringList Words::languages(const QString &table)
{
    QStringList out;
    for (const QString &file :
         QDir(QString(folder)).entryList({table + QStringLiteral("-*.json")}, QDir::Files, QDir::Name))
        out.append(file.mid(table.size() + 1).chopped(5));
    return out;
}

Result<Words> Words::in(const QString &language, const QString &table)
{
    const QStringList known = languages(table);
    if (!known.contains(language))
        return Error{ErrorCode::UnknownChoice, QStringLiteral("report language ") + language,
                     known.join(QLatin1Char(' '))};
    QFile file(folder + QLatin1Char('/') + table + QLatin1Char('-') + language + QLatin1String(".json"));
    QHash<QString, QString> texts;
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        for (auto text = all.begin(); text != all.end(); ++text)
            texts.insert(text.key(), text.value().toString());
    }
    return Words(language, std::move(texts));
}

QString Words::text(const QString &key) const
{
    const auto found = m_texts.constFind(key);
    if (found != m_texts.constEnd())
        return *found;
    if (m_missing.isEmpty())
        m_missing = key;
    return key;
}

QString Words::operator()(const char *key, Values values) const
{
    return fill(text(QLatin1String(key)), values, isRightToLeft());
}

QString Words::counted(const char *key, int n, Values values) const
{
    const QString form = QLatin1String(key) + QLatin1Char('.') + pluralForm(m_language, n);
    const QString known = m_texts.contains(form) ? form : QLatin1String(key) + QLatin1String(".other");
    const QString words = text(known).replace(QLatin1String("{n}"), number(n));
    return fill(words, values, isRightToLeft());
}

QString Words::named(const char *group, const QString &name) const
{
    return text(QLatin1String(group) + QLatin1Char('.') + name);
}

bool Words::has(const char *group, const QString &name) const
{
    return m_texts.contains(QLatin1String(group) + QLatin1Char('.') + name);
}

QString Words::said(const PublicText &text) const
{
    return text.joined([this](WithheldAs withheld) { return named("withheld", codeOf(withheld)); });
}

QStringList Words::marks() const
{
    QStringList marks;
    for (const WithheldAs withheld : allWithheldAs())
        marks.append(held(named("withheld", codeOf(withheld))));
    return marks;
}

QString Words::number(int n) const
{
    return m_locale.toString(n).replace(QLatin1Char('-'), minus);
}

QString Words::figure(const QString &shown) const
{
    return digits(QString(shown).replace(QLatin1Char('.'), m_locale.decimalPoint()));
}

QString Words::digits(const QString &text) const
{
    const QString zero = m_locale.zeroDigit();
    if (zero.size() != 1 || zero[0] == u'0')
        return text;
    QString out = text;
    for (QChar &c : out)
        if (c >= u'0' && c <= u'9')
            c = QChar(static_cast<char16_t>(zero[0].unicode() + c.unicode() - u'0'));
    return out;
}

QString Words::percent(const QString &shown) const
{
    return (*this)("percent", {{"n", figure(shown)}});
}

QString Words::points(const Fraction &points) const
{
    const QString exact = QString::number(points.toDouble(), 'f', 2);
    const bool whole = exact.endsWith(QLatin1String(".00"));
    QString shown = whole ? exact.chopped(3) : exact;
    if (!whole && shown.endsWith(QLatin1Char('0')))
        shown.chop(1);
    return figure(shown);
}

QString Words::difference(double value) const
{
    const double rounded = std::round(value * 10) / 10;
    const QString size = figure(QString::number(std::abs(rounded), 'f', 1));
    return rounded < 0 ? minus + size : rounded > 0 ? QLatin1Char('+') + size : size;
}

/// Some languages count the first of a month in words of their own.
QString Words::dayOfMonth(const QDate &date) const
{
    const QString first = date.day() == 1 ? m_texts.value(QStringLiteral("day.first")) : QString();
    return first.isEmpty() ? digits(QString::number(date.day())) : first;
}

QString Words::date(const QDate &date, QLocale::FormatType months) const
{
    return (*this)("date", {{"d", dayOfMonth(date)},
                            {"month", m_locale.monthName(date.month(), months)},
                            {"m", digits(QString::number(date.month()))},
                            {"y", year(date.year())}});
}

QString Words::date(const QDate &date) const
{
    return this->date(date, QLocale::LongFormat);
}

QString Words::shortDate(const QDate &date) const
{
    return this->date(date, QLocale::ShortFormat);
}

QString Words::dates(const QDate &from, const QDate &to) const
{
    if (from == to)
        return date(to);
    const bool isSameYear = from.year() == to.year();
    const bool isSameMonth = isSameYear && from.month() == to.month();
    const QString month = m_locale.monthName(from.month(), QLocale::LongFormat);
    const QString start = isSameMonth  ? dayOfMonth(from)
                          : isSameYear ? dayOfMonth(from) + noBreakSpace + month
                                       : date(from);
    return (*this)(isSameMonth  ? "dates.month"
                   : isSameYear ? "dates.year"
                                : "dates.years",
                   {{"from", start},
                    {"to", date(to)},
                    {"d", dayOfMonth(from)},
                    {"m", digits(QString::number(from.month()))},
                    {"y", year(from.year())},
                    {"month", month},
                    {"last_d", dayOfMonth(to)},
                    {"last_m", digits(QString::number(to.month()))}});
}

QString Words::held(const QString &text) const
{
    const auto *units = reinterpret_cast<const char16_t *>(text.utf16());
    const bool hasDigits = std::any_of(units, units + text.size(), [](char16_t u) { return u >= u'0' && u <= u'9'; });
    return hasDigits ? QString(text).replace(m_held, noBreakSpace) : text;
}

QString Words::list(const QStringList &items) const
{
    if (items.size() < 2)
        return items.join(QString());
    return (*this)("list.last",
                   {{"items", items.mid(0, items.size() - 1).join((*this)("list.comma"))}, {"last", items.last()}});
}

QString Words::country(const QString &code) const
{
    const QString name = countryName(m_language, code);
    return name.isEmpty() ? code : name;
}

} // namespace adit::report
