// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxxml.h"

#include "core/exchange/sheet.h"

namespace adit {

namespace {

const QLatin1String transitionalNamespace("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
const QLatin1String strictNamespace("http://purl.oclc.org/ooxml/spreadsheetml/main");
const QLatin1String transitionalRelationships("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
const QLatin1String strictRelationships("http://purl.oclc.org/ooxml/officeDocument/relationships");

constexpr int deepest = 64;
constexpr int mostAttributes = 100;
/// Every character may be an escape of seven.
constexpr qsizetype longestText = 7 * sheetlimits::cellCharacters;

} // namespace

XlsxXml::XlsxXml(std::unique_ptr<PackagePart> part)
    : m_part(std::move(part))
    , m_xml(m_part.get())
{}

bool XlsxXml::next()
{
    while (!m_failure && !m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::StartElement)
            m_text.clear();
        m_depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
        if (!isAcceptable())
            return false;
        if (token == QXmlStreamReader::StartElement || token == QXmlStreamReader::EndElement)
            return true;
    }
    return false;
}

bool XlsxXml::isAcceptable()
{
    if (m_xml.isDTD() || m_xml.isEntityReference())
        m_failure = Error{ErrorCode::SheetUnreadable, {}, QStringLiteral("XML without DTD and entities")};
    else if (m_depth > deepest || m_xml.attributes().size() > mostAttributes)
        m_failure = Error{ErrorCode::SheetUnreadable, {}, QStringLiteral("a spreadsheet's XML, tags at most 64 deep")};
    else if (m_xml.isCharacters())
        m_text += m_xml.text();
    if (m_text.size() > longestText)
        m_failure = Error{ErrorCode::SheetTooLarge,
                          {},
                          QStringLiteral("at most %1 characters in a cell").arg(sheetlimits::cellCharacters)};
    return !m_failure;
}

bool XlsxXml::isNamed(const char *name) const
{
    return m_xml.name() == QLatin1String(name) &&
           (m_xml.namespaceUri() == transitionalNamespace || m_xml.namespaceUri() == strictNamespace);
}

bool XlsxXml::isForeignStart(const char *name) const
{
    return m_xml.isStartElement() && m_xml.name() == QLatin1String(name);
}

QString XlsxXml::relationshipId() const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const auto id = attributes.value(transitionalRelationships, QLatin1String("id"));
    return (id.isEmpty() ? attributes.value(strictRelationships, QLatin1String("id")) : id).toString();
}

std::optional<Error> XlsxXml::failure()
{
    if (m_failure)
        return m_failure;
    if (!m_xml.hasError())
        m_part->drain();
    if (m_part->failure())
        return m_part->failure();
    if (m_xml.hasError())
        return Error{ErrorCode::SheetUnreadable, {}, QStringLiteral("well-formed XML in ") + m_part->objectName()};
    return std::nullopt;
}

void XlsxString::see(const XlsxXml &xml)
{
    if (xml.isStart("rPh"))
        m_isPhonetic = true;
    else if (xml.isEnd("rPh"))
        m_isPhonetic = false;
    else if (xml.isEnd("t") && !m_isPhonetic && m_text.size() <= longestText)
        m_text += xml.text();
}

QString XlsxString::text() const
{
    return resolveEscapes(m_text);
}

QString resolveEscapes(const QString &text)
{
    constexpr int escapeLength = 7;
    QString resolved;
    qsizetype copied = 0;
    for (qsizetype at = text.indexOf(QLatin1String("_x")); at >= 0; at = text.indexOf(QLatin1String("_x"), at)) {
        bool isHex = at + escapeLength <= text.size() && text[at + escapeLength - 1] == QLatin1Char('_');
        const QStringView digits = isHex ? QStringView(text).mid(at + 2, 4) : QStringView();
        for (const QChar c : digits)
            isHex = isHex && (c.isDigit() || (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f')));
        const ushort code = isHex ? digits.toUShort(&isHex, 16) : ushort(0);
        if (!isHex) {
            at += 2;
            continue;
        }
        resolved += QStringView(text).mid(copied, at - copied);
        resolved += QChar(code);
        copied = at += escapeLength;
    }
    return copied == 0 ? text : resolved + text.mid(copied);
}

} // namespace adit
