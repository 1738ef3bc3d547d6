// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/announcement.h"

#include "core/base/rule.h"
#include "core/report/pieces.h"
#include "core/report/words.h"

#include <QLocale>
#include <algorithm>

namespace adit {

namespace {

using report::Words;

QString table()
{
    return QStringLiteral("announcement");
}

/// Builds the pieces one after the other, and notes what is left blank.
class Notice
{
public:
    Notice(Paper &paper, const Words &words)
        : m_paper(paper)
        , m_words(words)
    {}

    /// `field`: its name where it is not known.
    void fact(const char *label, const QString &value, const QString &field)
    {
        const bool isKnown = !value.trimmed().isEmpty();
        if (!isKnown)
            m_paper.missing.append(field);
        m_paper.pieces.push_back({.kind = PaperPiece::Kind::Fact,
                                  .label = m_words(label),
                                  .paragraphs = isKnown ? QStringList(value) : QStringList(),
                                  .blankLines = isKnown ? 0 : 1});
    }
    void section(const char *label, const QStringList &paragraphs, int blankLines = 0, bool isList = false)
    {
        m_paper.pieces.push_back(
            {.label = m_words(label), .paragraphs = paragraphs, .isList = isList, .blankLines = blankLines});
    }
    void lacks(const char *what) { m_paper.missing.append(QLatin1String(what)); }

private:
    Paper &m_paper;
    const Words &m_words;
};

QString nameOf(const FieldInfo &field)
{
    return field.name;
}

/// As the language calls it where it is spoken there; elsewhere in English. A made-up country has no name.
QString countryName(const PublicDetails &details, const Words &words)
{
    const QString code = *details.country;
    const QLocale::Territory territory = code.size() == 2 ? QLocale::codeToTerritory(code) : QLocale::AnyTerritory;
    if (territory == QLocale::AnyTerritory)
        return *details.fictional ? QString() : words.country(code);
    const QLocale there(QLocale(words.language()).language(), territory);
    return there.territory() == territory ? there.nativeTerritoryName() : words.country(code);
}

QString placeOf(const PublicDetails &details, const Words &words)
{
    QStringList parts;
    for (const QString &part : {*details.location, countryName(details, words)})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(words("list.comma"));
}

QString auditOf(const PublicAssessment &assessment, const Words &words)
{
    const QString kind = *assessment.details.kind;
    const QString title = assessment.standard.title().in(words.language());
    return kind.isEmpty() ? title : words.named("audit.kind", kind) + QStringLiteral(" · ") + title;
}

QString visitOf(const PublicDetails &details, const Words &words)
{
    const auto from = *details.visitStart;
    const auto to = *details.visitEnd;
    if (from && to)
        return words.dates(*from, *to);
    if (from)
        return words("notice.from", {{"date", words.date(*from)}});
    return to ? words("notice.until_day", {{"date", words.date(*to)}}) : QString();
}

/// How long before the visit people are to be asked, by the standard.
std::optional<int> daysBeforeVisit(const Standard &standard)
{
    for (const Deadline &deadline : standard.process().deadlines)
        if (deadline.milestone == QLatin1String("3.started") && deadline.from == QLatin1String("4.started") &&
            deadline.unit == DayUnit::Days && deadline.amount < 0 && !deadline.earliest)
            return -deadline.amount;
    return std::nullopt;
}

void addHow(Notice &notice, const PublicAssessment &assessment, const Words &words)
{
    const PublicDetails &details = assessment.details;
    QStringList paragraphs{words("notice.how_text")};
    const auto days = daysBeforeVisit(assessment.standard);
    const auto start = *details.visitStart;
    const auto announced = *details.announced;
    QStringList when;
    if (start && days) {
        const QDate by = start->addDays(-*days);
        // Announced later than that, there is no such day left.
        if (!announced || *announced < by)
            when.append(words("notice.by", {{"date", words.date(by)}, {"days", words.number(*days)}}));
    }
    if (details.visitEnd.value())
        when.append(words("notice.until", {{"date", words.date(**details.visitEnd)}}));
    if (!when.isEmpty())
        paragraphs.append(when.join(words.language() == QLatin1String("zh") ? QString() : QStringLiteral(" ")));
    const bool isBlank = !start;
    if (isBlank)
        paragraphs.append(words("notice.by_blank"));
    notice.section("notice.how", paragraphs, isBlank ? 1 : 0);
}

void addFacts(Notice &notice, const PublicAssessment &assessment, const Words &words)
{
    const PublicDetails &details = assessment.details;
    using namespace field::details;
    notice.fact("notice.visit", visitOf(details, words), nameOf(infoOf(visit_start)));
    if (details.visitStart.value() && !details.visitEnd.value())
        notice.lacks("visit_end");
    notice.fact("notice.place", placeOf(details, words), nameOf(infoOf(location)));
    notice.fact("notice.operator", *details.operatorName, nameOf(infoOf(operator_name)));
    notice.fact("notice.materials", *details.materials, nameOf(infoOf(materials)));
}

/// What is looked at, and by whom.
void addScope(Notice &notice, const PublicAssessment &assessment, const Words &words)
{
    const PublicDetails &details = assessment.details;
    using namespace field::details;
    const QString between = words("list.between");
    const QStringList scope = report::paragraphsOf(words.said(*details.facilities));
    notice.fact("notice.facilities", scope.join(between), nameOf(infoOf(facilities)));
    const QStringList outside = report::paragraphsOf(words.said(*details.outOfScope));
    if (!outside.isEmpty())
        notice.fact("notice.outside", outside.join(between), {});
    notice.fact("notice.audit", auditOf(assessment, words), {});
    notice.fact("notice.firm", *details.auditFirm, nameOf(infoOf(audit_firm)));
}

void addContact(Notice &notice, const PublicAssessment &assessment, const AnnouncementInput &input, const Words &words)
{
    QStringList contact;
    if (!assessment.details.auditFirm->isEmpty())
        contact.append(*assessment.details.auditFirm);
    const QStringList given = report::paragraphsOf(input.contact);
    if (given.isEmpty()) {
        notice.lacks("contact");
        contact.append(words("notice.contact_blank"));
    }
    notice.section("notice.contact", {(contact + given).join(QLatin1Char('\n'))}, given.isEmpty() ? 2 : 0);
}

} // namespace

QStringList announcementLanguages()
{
    return Words::languages(table());
}

Result<Paper> announcement(const PublicAssessment &assessment, const AnnouncementInput &input)
{
    ADIT_TRY_ASSIGN(const Words words, Words::in(input.language, table()));
    const PublicDetails &details = assessment.details;
    if (details.site->trimmed().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("site:"), ruleMark(Rule::MineNamed)};
    Paper paper{.language = input.language,
                .table = table(),
                .documentTitle = words("notice.document", {{"site", *details.site}}),
                .subject = words("notice.subject"),
                .kind = words("notice.kind"),
                .title = *details.site,
                .lead = words("notice.lead"),
                .strip = *details.fictional ? words("notice.fictional") : QString(),
                .author = *details.auditFirm,
                .day = reportDay(assessment),
                .isNotice = true};
    Notice notice(paper, words);
    addFacts(notice, assessment, words);
    notice.section("notice.who", {words("notice.who_text")});
    addHow(notice, assessment, words);
    const QString spoken = input.languages.simplified();
    if (spoken.isEmpty())
        notice.lacks("languages");
    notice.section(
        "notice.language",
        {spoken.isEmpty() ? words("notice.language_blank") : words("notice.language_text", {{"languages", spoken}})},
        spoken.isEmpty() ? 1 : 0);
    addContact(notice, assessment, input, words);
    notice.section("notice.protected",
                   {words("notice.protected.names"), words("notice.protected.workers"), words("notice.protected.free"),
                    words("notice.protected.pressure")},
                   0, true);
    notice.section("notice.concern", {words("notice.concern.raise"), words("notice.concern.where")});
    notice.section("notice.after", {words("notice.after_text")});
    addScope(notice, assessment, words);
    if (const auto announced = *details.announced)
        paper.pieces.push_back({.kind = PaperPiece::Kind::Note,
                                .paragraphs = {words("notice.announced", {{"date", words.date(*announced)}})}});
    else
        notice.fact("notice.announced_blank", {}, nameOf(infoOf(field::details::announced)));
    if (!words.missing().isEmpty())
        return Error{ErrorCode::ReportFailed, QStringLiteral("words"), words.missing()};
    return paper;
}

} // namespace adit
