// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/xlsxpackage.h"

#include <QString>
#include <QXmlStreamReader>
#include <memory>
#include <optional>

namespace adit {

/// Walks through the tags of one XML part of a workbook. Refuses what a spreadsheet never writes and an attacker might:
/// a DTD (with it every entity of one's own), tags nested or filled beyond measure, endless texts.
class XlsxXml
{
public:
    explicit XlsxXml(std::unique_ptr<PackagePart> part);

    /// To the next start or end of an element; false at the end of the part and after a failure.
    bool next();
    /// At the start or end of a spreadsheet element (transitional or strict namespace) of this name.
    bool isStart(const char *name) const { return m_xml.isStartElement() && isNamed(name); }
    bool isEnd(const char *name) const { return m_xml.isEndElement() && isNamed(name); }
    /// At the start of an element of this name in any namespace: for parts that are not spreadsheet markup.
    bool isForeignStart(const char *name) const;

    QString attribute(const char *name) const { return m_xml.attributes().value(QLatin1String(name)).toString(); }
    /// The attribute "id" of the relationships namespace, by which a workbook names the parts of its sheets.
    QString relationshipId() const;
    /// At the end of an element without children: its text.
    const QString &text() const { return m_text; }

    /// After next() said false: why, if not for the end. Reads the rest of the part, which is where damage shows.
    /// The subject is left empty.
    std::optional<Error> failure();

private:
    bool isNamed(const char *name) const;
    bool isAcceptable();

    std::unique_ptr<PackagePart> m_part;
    QXmlStreamReader m_xml;
    QString m_text;
    int m_depth = 0;
    std::optional<Error> m_failure;
};

/// Puts together a string item (si, is): its t elements, those of rich text runs too, but not phonetic hints.
class XlsxString
{
public:
    /// To be shown every tag inside the item.
    void see(const XlsxXml &xml);
    void clear() { m_text.clear(); }
    /// Escapes such as _x000D_ resolved.
    QString text() const;

private:
    QString m_text;
    bool m_isPhonetic = false;
};

/// ST_Xstring: "_x000D_" is a carriage return, "_x005F_" an underscore that begins no escape.
QString resolveEscapes(const QString &text);

} // namespace adit
