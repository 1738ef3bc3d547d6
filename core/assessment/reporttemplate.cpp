// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/reporttemplate.h"

#include "core/assessment/fields.h"
#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/standard/jsonchecks.h"
#include "core/standard/jsonschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <array>
#include <cmath>

namespace adit {

namespace {

constexpr qsizetype largestFile = 64 * 1024;
const QLatin1String formatName("adit-report-template/1");

/// How the body is reached, beside its address.
struct Contact
{
    QLatin1String name;
    QString ReportTemplate::*member;
};
constexpr std::array contacts{Contact{QLatin1String("email"), &ReportTemplate::email},
                              Contact{QLatin1String("phone"), &ReportTemplate::phone},
                              Contact{QLatin1String("web"), &ReportTemplate::web},
                              Contact{QLatin1String("complaints"), &ReportTemplate::complaints}};

Error invalid(const QString &place, const QString &detail)
{
    return {ErrorCode::InvalidValue,
            QString(infoOf(field::details::report_template).name) + QLatin1String(": ") + place, detail};
}

/// What the checks of JSON say of a catalogue, said of a template.
Result<> here(const Result<> &checked)
{
    return checked ? Result<>()
                   : invalid(checked.error().subject, ruleMark(Rule::TemplateForm, {checked.error().detail}));
}

const JsonSchema &schema()
{
    static const JsonSchema compiled = [] {
        QFile file(QStringLiteral(":/adit/schema/adit-report-template-1.schema.json"));
        const bool isThere = file.open(QIODevice::ReadOnly);
        auto made = JsonSchema::compile(file.readAll());
        if (!isThere || !made)
            qFatal("The schema of report templates is damaged.");
        return std::move(*made);
    }();
    return compiled;
}

/// The first character that nobody sees, and that could turn or hide the text around it: joiners and marks of direction
/// that Arabic and other scripts are written with are none.
QString unseenIn(const QString &text)
{
    for (const char32_t c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        const bool isOfScript = (c >= 0x200C && c <= 0x200F) || c == 0x061C;
        const bool isUnseen = (category == QChar::Other_Control && c != U'\n') ||
                              (category == QChar::Other_Format && !isOfScript) || category == QChar::Other_PrivateUse ||
                              category == QChar::Other_NotAssigned || category == QChar::Other_Surrogate ||
                              category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        if (isUnseen)
            return QStringLiteral("U+%1").arg(quint32(c), 4, 16, QLatin1Char('0')).toUpper();
    }
    return {};
}

/// A word that says of a mine what no report says (report.md, part 1: what the level does not mean).
QString claimIn(const QString &text)
{
    static const QRegularExpression claim(
        QStringLiteral("\\b(?:certif(?:y|ies|ied)|certifi(?:e|é|ée|és|ées|ent|ons)|"
                       "\u062d\u0627\u0635\u0644\u0629? \u0639\u0644\u0649 \u0634\u0647\u0627\u062f\u0629|"
                       "\u0646\u0634\u0647\u062f)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return claim.match(text.normalized(QString::NormalizationForm_C)).captured();
}

/// Reads members that are known to have their form; says where words are that may not stand there.
class Reader
{
public:
    explicit Reader(const QJsonObject &root)
        : m_root(root)
    {}

    Result<ReportTemplate> read()
    {
        const QJsonObject body = m_root[QLatin1String("body")].toObject();
        ADIT_TRY_ASSIGN(m_made.name,
                        line({QStringLiteral("body"), QStringLiteral("name")}, body[QLatin1String("name")]));
        ADIT_TRY(readAddress(body[QLatin1String("address")].toArray()));
        for (const Contact &contact : contacts) {
            const QJsonValue given = body[contact.name];
            if (given.isUndefined())
                continue;
            ADIT_TRY_ASSIGN(m_made.*contact.member, line({QStringLiteral("body"), contact.name}, given));
        }
        ADIT_TRY(readAccent());
        if (const QJsonValue logo = m_root[QLatin1String("logo")]; !logo.isUndefined()) {
            ADIT_TRY_ASSIGN(m_made.logo, line({QStringLiteral("logo")}, logo));
        }
        ADIT_TRY(readWording());
        return std::move(m_made);
    }

private:
    static Result<QString> seen(const QStringList &steps, const QString &text)
    {
        if (text.isEmpty())
            return invalid(jsonPointer(steps), ruleMark(Rule::TextNeeded));
        if (const QString unseen = unseenIn(text); !unseen.isEmpty())
            return invalid(jsonPointer(steps), ruleMark(Rule::TemplateWords, {unseen}));
        return text;
    }

    static Result<QString> line(const QStringList &steps, const QJsonValue &value)
    {
        return seen(steps, value.toString().simplified());
    }

    Result<> readAddress(const QJsonArray &lines)
    {
        m_made.address.reserve(lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            ADIT_TRY_ASSIGN(const QString text,
                            line({QStringLiteral("body"), QStringLiteral("address"), QString::number(i)}, lines[i]));
            m_made.address.append(text);
        }
        return {};
    }

    Result<> readAccent()
    {
        const QString name = m_root[QLatin1String("colours")][QLatin1String("accent")].toString();
        if (name.isEmpty())
            return {};
        const quint32 rgb = name.mid(1).toUInt(nullptr, 16);
        const double contrast = contrastOnWhite(rgb);
        if (contrast < ReportTemplate::leastContrast)
            return invalid(QStringLiteral("/colours/accent"),
                           ruleMark(Rule::TemplateContrast, {QString::number(std::floor(contrast * 100) / 100, 'f', 2),
                                                             colourName(readableShade(rgb))}));
        m_made.accent = rgb;
        return {};
    }

    Result<> readWording()
    {
        const QJsonObject languages = m_root[QLatin1String("wording")].toObject();
        for (auto language = languages.begin(); language != languages.end(); ++language) {
            const QJsonObject places = language.value().toObject();
            for (auto place = places.begin(); place != places.end(); ++place) {
                const QStringList steps{QStringLiteral("wording"), language.key(), place.key()};
                ADIT_TRY_ASSIGN(QString text, worded(steps, place.value().toString()));
                m_made.wording[language.key()].insert_or_assign(place.key(), std::move(text));
            }
        }
        return {};
    }

    /// Longer texts have paragraphs; what stands in a line has none.
    static Result<QString> worded(const QStringList &steps, QString text)
    {
        const bool isLine = steps.last() == QLatin1String("footer") || steps.last() == QLatin1String("keys");
        text.replace(QLatin1Char('\t'), QLatin1Char(' '));
        ADIT_TRY_ASSIGN(const QString clean, seen(steps, isLine ? text.simplified() : text.trimmed()));
        if (const QString claim = claimIn(clean); !claim.isEmpty())
            return invalid(jsonPointer(steps), ruleMark(Rule::TemplateClaim, {claim}));
        return clean;
    }

    const QJsonObject &m_root;
    ReportTemplate m_made;
};

double linear(quint32 channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

} // namespace

double contrastOnWhite(quint32 rgb)
{
    const double luminance =
        0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    return 1.05 / (luminance + 0.05);
}

quint32 readableShade(quint32 rgb)
{
    constexpr quint32 steps = 255;
    quint32 shade = rgb;
    for (quint32 left = steps; left > 0 && contrastOnWhite(shade) < ReportTemplate::leastContrast; --left)
        shade = ((rgb >> 16 & 0xff) * left / steps) << 16 | ((rgb >> 8 & 0xff) * left / steps) << 8 |
                (rgb & 0xff) * left / steps;
    return shade;
}

QString colourName(quint32 rgb)
{
    return QStringLiteral("#%1").arg(rgb, 6, 16, QLatin1Char('0'));
}

Result<ReportTemplate> ReportTemplate::fromJson(const QByteArray &json)
{
    if (json.size() > largestFile)
        return invalid(QStringLiteral("/"),
                       ruleMark(Rule::TemplateForm, {QStringLiteral("at most %1 KB").arg(largestFile / 1024)}));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return invalid(QStringLiteral("/"), ruleMark(Rule::TemplateJson, {QString::number(problem.offset)}));
    const QJsonValue whole = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    ADIT_TRY(here(checkMembersOnce(json)));
    ADIT_TRY(here(checkTextsClean(json, whole)));
    ADIT_TRY(here(schema().check(whole)));
    const QJsonObject root = whole.toObject();
    return Reader(root).read();
}

QByteArray ReportTemplate::toJson() const
{
    QJsonObject body{{QStringLiteral("name"), name}, {QStringLiteral("address"), QJsonArray::fromStringList(address)}};
    for (const Contact &contact : contacts)
        if (!(this->*contact.member).isEmpty())
            body.insert(contact.name, this->*contact.member);
    QJsonObject root{{QStringLiteral("format"), formatName}, {QStringLiteral("body"), body}};
    if (accent)
        root.insert(QStringLiteral("colours"), QJsonObject{{QStringLiteral("accent"), colourName(*accent)}});
    if (!logo.isEmpty())
        root.insert(QStringLiteral("logo"), logo);
    QJsonObject languages;
    for (const auto &[language, places] : wording) {
        QJsonObject own;
        for (const auto &[place, text] : places)
            own.insert(place, text);
        languages.insert(language, own);
    }
    if (!languages.isEmpty())
        root.insert(QStringLiteral("wording"), languages);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

QString ReportTemplate::words(const QString &language, const QString &place) const
{
    const auto found = wording.find(language);
    if (found == wording.end())
        return {};
    const auto text = found->second.find(place);
    return text == found->second.end() ? QString() : text->second;
}

QStringList ReportTemplate::texts() const
{
    QStringList all{name};
    all += address;
    for (const Contact &contact : contacts)
        all.append(this->*contact.member);
    for (const auto &[language, places] : wording)
        for (const auto &[place, text] : places)
            all.append(text);
    all.removeAll(QString());
    return all;
}

Result<QString> keptTemplate(const QString &json)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}\\z"));
    ADIT_TRY_ASSIGN(const ReportTemplate made, ReportTemplate::fromJson(json.toUtf8()));
    if (!made.logo.isEmpty() && !hash.match(made.logo).hasMatch())
        return invalid(QStringLiteral("/logo"), ruleMark(Rule::LogoKept));
    return QString::fromUtf8(made.toJson());
}

Result<QString> keptLogo(const QString &base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = decoded ? *decoded : QByteArray();
    const bool isKept = bytes.size() <= largestLogo && bytes.startsWith("\xff\xd8\xff") && bytes.endsWith("\xff\xd9") &&
                        QString::fromLatin1(bytes.toBase64()) == base64;
    if (!isKept)
        return Error{ErrorCode::InvalidValue, QString(infoOf(field::details::report_logo).name),
                     ruleMark(Rule::LogoKept)};
    return base64;
}

QByteArray logoOf(const ReportTemplate &made, const QString &base64)
{
    QByteArray bytes = QByteArray::fromBase64(base64.toLatin1());
    return !made.logo.isEmpty() && toHex(sha256(bytes)) == made.logo ? bytes : QByteArray();
}

} // namespace adit
