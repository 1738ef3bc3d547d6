// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/readback.h"

#include "core/pdf/pdfreader.h"
#include "core/release/releasepictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QXmlStreamReader>
#include <algorithm>
#include <array>
#include <memory>

#include <poppler-document.h>
#include <poppler-page.h>
#include <poppler-toc.h>

namespace adit {

namespace {

QString fromPoppler(const poppler::ustring &text)
{
    const poppler::byte_array utf8 = text.to_utf8();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void addBookmarks(QString &out, const poppler::toc_item *item)
{
    if (!item)
        return;
    out += fromPoppler(item->title()) + QLatin1Char('\n');
    for (const poppler::toc_item *child : item->children())
        addBookmarks(out, child);
}

/// As a reader's program shows it.
Result<> addPages(std::vector<ReadableText> &texts, const QString &name, const QByteArray &bytes)
{
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.constData(), static_cast<int>(bytes.size())));
    if (!document)
        return Error{ErrorCode::ReportFailed, name, QStringLiteral("it cannot be read back")};
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (!page)
            return Error{ErrorCode::ReportFailed, name, QStringLiteral("page %1 cannot be read back").arg(i + 1)};
        // The whole sheet, with what lies outside of what is shown.
        texts.push_back({.where = QStringLiteral("page %1").arg(i + 1),
                         .text = fromPoppler(page->text(page->page_rect(poppler::media_box))),
                         .isSeen = true});
    }
    QString bookmarks;
    if (const std::unique_ptr<poppler::toc> toc(document->create_toc()); toc)
        addBookmarks(bookmarks, toc->root());
    texts.push_back({.where = QStringLiteral("bookmarks"), .text = bookmarks});
    QString metadata = fromPoppler(document->metadata());
    for (const std::string &key : document->info_keys())
        metadata += QLatin1Char('\n') + fromPoppler(document->info_key(key));
    texts.push_back({.where = QStringLiteral("metadata"), .text = metadata});
    if (document->has_embedded_files())
        return Error{ErrorCode::ReportFailed, name, QStringLiteral("a file is attached to it")};
    return {};
}

/// Strings of an object, with those in it.
void addStrings(QString &out, const pdf::Value &value)
{
    if (value.is(pdf::Value::Kind::String))
        out += pdf::textOf(value) + QLatin1Char('\n');
    if (value.is(pdf::Value::Kind::Name))
        out += QString::fromLatin1(value.bytes) + QLatin1Char('\n');
    for (const pdf::Value &item : value.items)
        addStrings(out, item);
    for (const auto &[key, entry] : value.entries)
        addStrings(out, entry);
}

/// Bytes in the ways that letters are written in a file.
QString readings(const QByteArray &bytes)
{
    QString out = QString::fromLatin1(bytes);
    out += QLatin1Char('\n') + QString::fromUtf8(bytes);
    for (const auto encoding : {QStringConverter::Utf16BE, QStringConverter::Utf16LE})
        for (const qsizetype start : {0, 1}) {
            QStringDecoder decoder(encoding);
            out += QLatin1Char('\n') + decoder(QByteArrayView(bytes).sliced(std::min(start, bytes.size())));
        }
    return out;
}

/// Strings of a page's own instructions.
QString stringsOf(const QByteArray &stream)
{
    QString out;
    pdf::Parser parser(stream);
    pdf::Value value;
    while (parser.next(value))
        addStrings(out, value);
    return out;
}

/// Texts of a JSON file as they are meant, without the signs that they are written with.
void addTexts(QString &out, const QJsonValue &value)
{
    if (value.isString())
        out += value.toString() + QLatin1Char('\n');
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        addTexts(out, item);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        out += member.key() + QLatin1Char('\n');
        addTexts(out, member.value());
    }
}

Result<> addObjects(std::vector<ReadableText> &texts, const QString &name, const QByteArray &bytes)
{
    const auto reader = pdf::Reader::open(bytes);
    if (!reader)
        return Error{ErrorCode::ReportFailed, name, reader.error().detail};
    for (int number = 0; number < reader->objectCount(); ++number) {
        ReadableText own{.where = QStringLiteral("object %1").arg(number), .text = {}};
        addStrings(own.text, reader->object(number));
        const pdf::Value reference{.kind = pdf::Value::Kind::Reference, .number = double(number)};
        if (const auto stream = reader->stream(reference)) {
            own.isPicture = reader->object(number)["Subtype"].isName("Image");
            own.text += own.isPicture ? QString() : stringsOf(*stream);
            own.bytes = *stream;
        }
        if (!own.text.isEmpty() || !own.bytes.isEmpty())
            texts.push_back(std::move(own));
    }
    return {};
}

/// Texts and attributes of a web page, apart by the places that its links lead to; a row of a table is a line.
class WebReader
{
public:
    explicit WebReader(const QByteArray &page)
        : m_xml(page)
    {}

    Result<std::vector<ReadableText>> run(const QString &name)
    {
        begin(QStringLiteral("head"));
        while (!m_xml.atEnd())
            take(m_xml.readNext());
        if (m_xml.hasError())
            return Error{ErrorCode::ReportFailed, name, m_xml.errorString()};
        if (m_hasScript)
            return Error{ErrorCode::ReportFailed, name, QStringLiteral("there is a script in it")};
        return std::move(m_texts);
    }

private:
    void begin(const QString &place)
    {
        m_texts.push_back({.where = place, .text = {}, .isSeen = true});
        m_texts.push_back({.where = place + QStringLiteral(", unseen"), .text = {}});
    }
    QString &seen() { return m_texts[m_texts.size() - 2].text; }
    QString &unseen() { return m_texts.back().text; }

    void take(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::StartElement) {
            takeStart();
        } else if (token == QXmlStreamReader::EndElement) {
            m_isStyle = false;
            seen() += QLatin1Char(endsLine(m_xml.name()) ? '\n' : ' ');
        } else if (token == QXmlStreamReader::Characters) {
            QString text = m_xml.text().toString();
            (m_isStyle ? unseen() : seen()) += text.replace(QLatin1Char('\n'), QLatin1Char(' '));
        } else if (token != QXmlStreamReader::NoToken) {
            unseen() += m_xml.text().toString() + QLatin1Char('\n'); // comments and the like
        }
    }

    /// A picture that is drawn in words is read as what it is.
    static QString readable(const QString &attribute)
    {
        constexpr QLatin1String drawn("data:image/svg+xml;base64,");
        if (attribute.startsWith(QLatin1String("data:image/jpeg;base64,")))
            return {}; // read as a picture
        return attribute.startsWith(drawn)
                   ? QString::fromUtf8(QByteArray::fromBase64(attribute.mid(drawn.size()).toLatin1()))
                   : attribute;
    }

    static bool endsLine(QStringView element)
    {
        constexpr std::array elements{QLatin1String("tr"), QLatin1String("p"),  QLatin1String("li"),
                                      QLatin1String("h1"), QLatin1String("h2"), QLatin1String("h3"),
                                      QLatin1String("br"), QLatin1String("div")};
        return std::ranges::any_of(elements, [&](QLatin1String name) { return element == name; });
    }

    void takeStart()
    {
        m_isStyle = m_xml.name() == QLatin1String("style");
        m_hasScript = m_hasScript || m_xml.name() == QLatin1String("script");
        const QXmlStreamAttributes attributes = m_xml.attributes();
        if (attributes.hasAttribute(QLatin1String("id")))
            begin(QLatin1Char('#') + attributes.value(QLatin1String("id")).toString());
        for (const QXmlStreamAttribute &attribute : attributes)
            unseen() += readable(attribute.value().toString()) + QLatin1Char('\n');
    }

    QXmlStreamReader m_xml;
    std::vector<ReadableText> m_texts;
    bool m_isStyle = false;
    bool m_hasScript = false;
};

/// Letters and digits in one way of writing them; everything else is one blank.
QString plain(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString out;
    out.reserve(apart.size());
    for (const QChar c : apart) {
        if (c.isMark() || c == QChar(0x00AD) || (c.unicode() >= 0x200B && c.unicode() <= 0x200F))
            continue;
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c;
        else if (!out.isEmpty() && out.back() != QLatin1Char(' '))
            out += QLatin1Char(' ');
    }
    return out;
}

/// Of a script that sets no blanks between words.
bool isWithoutBlanks(const QString &text)
{
    constexpr std::array scripts{QChar::Script_Han,     QChar::Script_Hiragana, QChar::Script_Katakana,
                                 QChar::Script_Thai,    QChar::Script_Lao,      QChar::Script_Khmer,
                                 QChar::Script_Myanmar, QChar::Script_Tibetan,  QChar::Script_Yi};
    return std::ranges::any_of(text, [&](QChar c) { return std::ranges::find(scripts, c.script()) != scripts.end(); });
}

/// As words: "ana" is not in "banana".
bool holds(const QString &text, const QString &needle)
{
    const auto isLetter = [&](qsizetype at) { return at >= 0 && at < text.size() && text[at].isLetterOrNumber(); };
    const bool hasWords = !isWithoutBlanks(needle);
    for (qsizetype at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
        if (!hasWords || (!isLetter(at - 1) && !isLetter(at + needle.size())))
            return true;
    return false;
}

/// As they would be written beside pixels: in one of the two ways that programs have.
bool holdsBytes(const QByteArray &picture, const QString &text)
{
    constexpr qsizetype shortest = 8; // what pixels do not spell by chance
    const QByteArray narrow = text.toUtf8();
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return (narrow.size() >= shortest && picture.contains(narrow)) ||
           (wide.size() >= shortest && picture.contains(wide));
}

constexpr qsizetype shortestSought = 3;
constexpr qsizetype shortestWithoutBlanks = 2;

} // namespace

Result<std::vector<ReadableText>> readBack(const QString &name, const QByteArray &bytes)
{
    std::vector<ReadableText> texts;
    if (name.endsWith(QLatin1String(".pdf"))) {
        ADIT_TRY(addPages(texts, name, bytes));
        ADIT_TRY(addObjects(texts, name, bytes));
    } else if (name.endsWith(QLatin1String(".html"))) {
        ADIT_TRY_ASSIGN(texts, WebReader(bytes).run(name));
        texts.push_back({.where = QStringLiteral("file"), .text = {}, .bytes = withoutPictures(bytes)});
        ADIT_TRY_ASSIGN(const auto pictures, picturesIn(name, bytes));
        for (std::size_t i = 0; i < pictures.size(); ++i)
            texts.push_back(
                {.where = QStringLiteral("photo %1").arg(i + 1), .text = {}, .isPicture = true, .bytes = pictures[i]});
    } else {
        ReadableText file{.where = QStringLiteral("file"), .text = {}, .bytes = bytes};
        const QJsonDocument json = QJsonDocument::fromJson(bytes);
        addTexts(file.text, json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
        texts.push_back(std::move(file));
    }
    texts.push_back({.where = QStringLiteral("name"), .text = name});
    return texts;
}

std::vector<Leak> leaksIn(const QString &file, const std::vector<ReadableText> &texts,
                          const std::vector<WithheldPassage> &secrets)
{
    std::vector<std::pair<QString, QString>> needles;
    for (const WithheldPassage &secret : secrets)
        if (QString needle = plain(secret.text).trimmed();
            needle.size() >= (isWithoutBlanks(needle) ? shortestWithoutBlanks : shortestSought))
            needles.emplace_back(secret.name, std::move(needle));
    std::vector<Leak> leaks;
    for (const ReadableText &text : texts) {
        for (const WithheldPassage &secret : secrets)
            if (text.isPicture && holdsBytes(text.bytes, secret.text))
                leaks.push_back({secret.name, file, text.where});
        const QString readable = plain(text.text);
        const QString decoded =
            text.bytes.isEmpty() || text.isPicture || needles.empty() ? QString() : plain(readings(text.bytes));
        for (const auto &[name, needle] : needles)
            if (holds(readable, needle) || holds(decoded, needle))
                leaks.push_back({name, file, text.where});
    }
    return leaks;
}

} // namespace adit
