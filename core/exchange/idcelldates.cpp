// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/idcelldates.h"

#include <QDate>
#include <QLocale>
#include <algorithm>

namespace adit {

namespace {

/// A day and month alone are completed by the year of typing, and the first standard of this kind is of 2018.
constexpr int firstYearOfTyping = 2018;
/// Two digits mean one of these years (the windows of the usual programs, joined).
constexpr int firstShortYear = 1930;
constexpr int lastShortYear = 2049;

bool isNumber(const QString &word)
{
    return std::all_of(word.begin(), word.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

/// Two digits to a year; four stay; anything else is no year.
std::optional<int> yearOf(const QString &word)
{
    if (word.size() == 4)
        return word.toInt();
    if (word.size() > 2)
        return std::nullopt;
    return 2000 + word.toInt();
}

void addIfDate(QList<CellDate> &dates, std::optional<int> year, int month, int day)
{
    constexpr int leapYear = 2000;
    const CellDate date{year, month, day};
    if (QDate::isValid(year.value_or(leapYear), month, day) && !dates.contains(date))
        dates.append(date);
}

/// A month by name, with one or two numbers.
QList<CellDate> withMonthName(int month, const QStringList &numbers)
{
    QList<CellDate> dates;
    if (numbers.size() == 1) {
        addIfDate(dates, std::nullopt, month, numbers[0].toInt());
        if (const auto year = yearOf(numbers[0]))
            addIfDate(dates, year, month, 1);
    } else if (numbers.size() == 2) {
        if (const auto year = yearOf(numbers[1]))
            addIfDate(dates, year, month, numbers[0].toInt());
        if (const auto year = yearOf(numbers[0]))
            addIfDate(dates, year, month, numbers[1].toInt());
    }
    return dates;
}

/// Three numbers in any of the orders in use; two are a day and a month, or a month and a year.
QList<CellDate> withNumbers(const QStringList &words)
{
    QList<CellDate> dates;
    const int first = words[0].toInt();
    const int second = words[1].toInt();
    if (words.size() == 2) {
        addIfDate(dates, std::nullopt, second, first);
        addIfDate(dates, std::nullopt, first, second);
        if (const auto year = yearOf(words[1]))
            addIfDate(dates, year, first, 1);
        if (const auto year = yearOf(words[0]))
            addIfDate(dates, year, second, 1);
        return dates;
    }
    if (const auto year = yearOf(words[2])) {
        addIfDate(dates, year, second, first);
        addIfDate(dates, year, first, second);
    }
    if (const auto year = yearOf(words[0]))
        addIfDate(dates, year, second, words[2].toInt());
    return dates;
}

/// Ids are written without leading zeros and with dots; a spreadsheet's date is not.
bool looksLikeDate(const QString &text, const QStringList &words)
{
    const bool isPadded = std::any_of(words.begin(), words.end(), [](const QString &word) {
        return word.size() == 4 || (word.size() == 2 && word.startsWith(QLatin1Char('0')));
    });
    return isPadded || !text.contains(QLatin1Char('.'));
}

} // namespace

std::optional<int> monthNumber(const QString &word)
{
    static const QList<QLocale::Language> languages{QLocale::English, QLocale::Spanish, QLocale::French,
                                                    QLocale::Portuguese, QLocale::German};
    constexpr int shortest = 3;
    const QString wanted = word.toLower();
    if (wanted.size() < shortest)
        return std::nullopt;
    for (const QLocale::Language language : languages) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            const QString abbreviation =
                locale.monthName(month, QLocale::ShortFormat).toLower().remove(QLatin1Char('.'));
            if (wanted == abbreviation || wanted == locale.monthName(month).toLower())
                return month;
        }
    }
    return std::nullopt;
}

QStringList dateWords(const QString &text)
{
    QStringList words;
    bool wasLetter = false;
    bool wasDigit = false;
    for (const QChar c : text) {
        const bool isLetter = c.isLetter();
        const bool isDigit = c.isDigit();
        if ((isLetter && !wasLetter) || (isDigit && !wasDigit))
            words.append(QString());
        if (isLetter || isDigit)
            words.last().append(c);
        wasLetter = isLetter;
        wasDigit = isDigit;
    }
    return words;
}

QList<CellDate> datesShown(const QString &text)
{
    constexpr qsizetype longest = 40;
    if (text.size() > longest)
        return {};
    QString unified = text;
    for (const QChar sign : {QChar(u'年'), QChar(u'月'), QChar(u'日')})
        unified.replace(sign, QLatin1Char('-'));
    QStringList words = dateWords(unified);
    if (words.size() < 2 || words.size() > 3)
        return {};
    const auto name = std::find_if_not(words.begin(), words.end(), isNumber);
    if (name == words.end())
        return looksLikeDate(unified, words) ? withNumbers(words) : QList<CellDate>();
    const std::optional<int> month = monthNumber(*name);
    words.erase(name);
    return month && std::all_of(words.begin(), words.end(), isNumber) ? withMonthName(*month, words)
                                                                      : QList<CellDate>();
}

QList<QList<int>> typedParts(const CellDate &date)
{
    QList<QList<int>> parts;
    const auto add = [&](const QList<int> &sequence) {
        if (!parts.contains(sequence))
            parts.append(sequence);
    };
    if (date.year.value_or(firstYearOfTyping) >= firstYearOfTyping) {
        add({date.day, date.month});
        add({date.month, date.day});
    }
    if (!date.year)
        return parts;
    QList<int> years{*date.year};
    if (*date.year >= firstShortYear && *date.year <= lastShortYear)
        years.append(*date.year % 100);
    for (const int year : std::as_const(years)) {
        add({date.day, date.month, year});
        add({date.month, date.day, year});
        add({year, date.month, date.day});
        if (date.day == 1) {
            add({date.month, year});
            add({year, date.month});
        }
    }
    return parts;
}

} // namespace adit
