// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>

namespace adit {

/// What an office puts of its own into the reports of its assessments: who it is and where it can be written to, a
/// colour, a logo, and its wording in the few places where the rules leave freedom
/// (resources/guide/report-template.md). One file for all auditors of an office; a case keeps it as JSON in one form
/// (toJson()) and releases it with its record. Ratings, legends, what a result does not mean, marks of withheld
/// passages and the edition mark are nobody's to word. A value; what is in it is text, whatever it looks like.
struct ReportTemplate
{
    /// Of text on white paper (WCAG 2.2, success criterion 1.4.3).
    static constexpr double leastContrast = 4.5;

    QString name = {};
    QStringList address = {}; ///< lines
    QString email = {};
    QString phone = {};
    QString web = {};                   ///< http:// or https://
    QString complaints = {};            ///< whom to write or call about this report
    std::optional<quint32> accent = {}; ///< 0xRRGGBB, with leastContrast at least
    QString logo =
        {}; ///< in an office's file the name of a picture beside it; in a case the SHA-256 of the picture, hex
    /// By language of a report, by place: foreword, about (who the body is), contest (how to complain), keys (where the
    /// fingerprints of its keys are published), footer. What is not in it has the program's own words, or none.
    std::map<QString, std::map<QString, QString>> wording = {};

    /// Reads the JSON of a file or of a case. Errors: InvalidValue, subject "report_template: POINTER" with the JSON
    /// pointer of the place, detail the rule: TemplateJson, TemplateForm (what the schema says), TemplateWords
    /// (characters that are not seen), TemplateClaim (words that vouch for a mine), TemplateContrast (the detail says a
    /// shade that will do), TextNeeded.
    static Result<ReportTemplate> fromJson(const QByteArray &json);
    /// Same template, same bytes.
    QByteArray toJson() const;

    QString words(const QString &language, const QString &place) const;
    /// All that can be read of it, one text each: what the name guard looks at.
    QStringList texts() const;

    friend bool operator==(const ReportTemplate &, const ReportTemplate &) = default;
};

/// Of a colour (0xRRGGBB) on white, 1 to 21 (WCAG 2.2, relative luminance).
double contrastOnWhite(quint32 rgb);
/// The lightest shade towards black that has leastContrast.
quint32 readableShade(quint32 rgb);
/// "#1f4e5f"
QString colourName(quint32 rgb);

// In a case the logo stands beside its template, as base64: pixels are no words.

constexpr qsizetype largestLogo = 40 * 1024; ///< bytes of its JPEG

/// As a case may keep a template: in its one form, with the SHA-256 of its logo in the place of a file's name. Errors
/// as of fromJson(), and LogoKept.
Result<QString> keptTemplate(const QString &json);
/// As a case may keep a logo: a whole JPEG of at most largestLogo. That there is nothing in it but pixels is seen to by
/// who prints it. Error InvalidValue, LogoKept.
Result<QString> keptLogo(const QString &base64);
/// The logo that a template names; empty where the case keeps another one, or none: two copies may have come together.
QByteArray logoOf(const ReportTemplate &made, const QString &base64);

} // namespace adit
