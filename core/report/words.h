// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fraction.h"
#include "core/base/result.h"
#include "core/disclosure/publictext.h"
#include "core/pdf/direction.h"

#include <QDate>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <initializer_list>
#include <utility>

namespace adit::report {

/// All words of a report in its language, which is not the window's, with dates and numbers as that language writes
/// them. Texts come from a table, resources/report/TABLE-LANGUAGE.json ("words" is the report's own); {name} in them is
/// filled in, and keeps its own direction there.
class Words
{
public:
    using Values = std::initializer_list<std::pair<const char *, QString>>;

    /// UnknownChoice (detail: the languages there are) for a language without words.
    static Result<Words> in(const QString &language, const QString &table = QStringLiteral("words"));
    static QStringList languages(const QString &table = QStringLiteral("words"));

    QString language() const { return m_language; }
    bool isRightToLeft() const { return m_locale.textDirection() == Qt::RightToLeft; }
    QString operator()(const char *key, Values values = {}) const;
    /// The form for a number, `key`.one, `key`.other or what other forms the language has, with {n} filled in.
    QString counted(const char *key, int n, Values values = {}) const;
    /// As operator(), with part of the key computed ("source." + code).
    QString named(const char *group, const QString &name) const;
    bool has(const char *group, const QString &name) const;
    /// What somebody wrote, in its own direction inside words of this language.
    QString own(const QString &text) const { return pdf::isolated(text, isRightToLeft()); }
    /// A text with this language's mark for each passage that is withheld.
    QString said(const PublicText &text) const;
    /// All of those marks, as held() leaves them.
    QStringList marks() const;

    QString number(int n) const;
    /// A figure that scoring made ("73.8"), with this language's decimal sign and digits.
    QString figure(const QString &shown) const;
    /// The same text in this language's digits: of quantities and dates, never of ids.
    QString digits(const QString &text) const;
    QString year(int year) const { return digits(QString::number(year)); }
    QString percent(const QString &shown) const;
    /// At most two decimals.
    QString points(const Fraction &points) const;
    /// "+4.5", "−5.5" with the true minus.
    QString difference(double value) const;

    QString date(const QDate &date) const;      ///< 21 August 2026
    QString shortDate(const QDate &date) const; ///< 21 Aug 2026
    QString dates(const QDate &from, const QDate &to) const;
    /// The same text, with no line broken between a number and its unit, in a date, or before a page's number.
    QString held(const QString &text) const;
    /// "a, b and c"
    QString list(const QStringList &items) const;
    /// Name of a country by its two letters; what is not known as it is.
    QString country(const QString &code) const;

    /// The first key that was asked for and is not there: the report then fails rather than print a key.
    QString missing() const { return m_missing; }

private:
    Words(QString language, QHash<QString, QString> texts);
    QString text(const QString &key) const;
    QString dayOfMonth(const QDate &date) const;
    QString date(const QDate &date, QLocale::FormatType months) const;

    QString m_language;
    QHash<QString, QString> m_texts;
    QLocale m_locale;
    QRegularExpression m_held; ///< a space that holds
    mutable QString m_missing;
};

} // namespace adit::report
