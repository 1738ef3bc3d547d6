// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/choicewords.h"

#include "core/assessment/reporttemplate.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QHash>

namespace adit {

namespace {

/// The context of what this file says.
class Choice
{
    Q_DECLARE_TR_FUNCTIONS(Choice)
};

struct ChoiceWord
{
    const char *code; ///< "worker", or where one field means it otherwise, "person.stakeholder:worker"
    const char *word;
};

// clang-format off
constexpr ChoiceWord choiceWords[] = {
    {"person.stakeholder:worker", QT_TRANSLATE_NOOP("Choice", "Workers")},
    {"person.stakeholder:community", QT_TRANSLATE_NOOP("Choice", "Communities")},
    {"contact.stakeholder:worker", QT_TRANSLATE_NOOP("Choice", "Workers")},
    {"contact.stakeholder:community", QT_TRANSLATE_NOOP("Choice", "Communities")},
    {"group_plan.stakeholder:worker", QT_TRANSLATE_NOOP("Choice", "Workers")},
    {"group_plan.stakeholder:community", QT_TRANSLATE_NOOP("Choice", "Communities")},
    {"announcement.channel:map", QT_TRANSLATE_NOOP("Choice", "Engagement map")},
    {"complaint.about:mine", QT_TRANSLATE_NOOP("Choice", "Performance of the mine")},
    {"complaint.about:auditor", QT_TRANSLATE_NOOP("Choice", "Auditor")},
    {"nonconformity.state:raised", QT_TRANSLATE_NOOP("Choice", "Raised")},
    {"redaction.reason:A", QT_TRANSLATE_NOOP("Choice", "Personal data")},
    {"redaction.reason:B", QT_TRANSLATE_NOOP("Choice", "Safety or retaliation")},
    {"redaction.reason:C", QT_TRANSLATE_NOOP("Choice", "Trade secret")},
    {"redaction.reason:D", QT_TRANSLATE_NOOP("Choice", "Security")},
    {"redaction.reason:E", QT_TRANSLATE_NOOP("Choice", "Sacred or cultural place")},
    {"redaction.reason:F", QT_TRANSLATE_NOOP("Choice", "Legal proceedings")},
    {"redaction.reason:G", QT_TRANSLATE_NOOP("Choice", "Rights of others")},
    {"existing", QT_TRANSLATE_NOOP("Choice", "Existing mine")},
    {"new", QT_TRANSLATE_NOOP("Choice", "New mine")},
    {"initial", QT_TRANSLATE_NOOP("Choice", "Initial audit")},
    {"surveillance", QT_TRANSLATE_NOOP("Choice", "Surveillance audit")},
    {"reassessment", QT_TRANSLATE_NOOP("Choice", "Reassessment")},
    {"full", QT_TRANSLATE_NOOP("Choice", "Full report")},
    {"redacted", QT_TRANSLATE_NOOP("Choice", "With confidential parts withheld first")},
    {"document-company", QT_TRANSLATE_NOOP("Choice", "Company document")},
    {"document-third-party", QT_TRANSLATE_NOOP("Choice", "Other document")},
    {"observation", QT_TRANSLATE_NOOP("Choice", "Observation")},
    {"worker", QT_TRANSLATE_NOOP("Choice", "Worker")},
    {"community", QT_TRANSLATE_NOOP("Choice", "Community")},
    {"regulator", QT_TRANSLATE_NOOP("Choice", "Regulator")},
    {"management", QT_TRANSLATE_NOOP("Choice", "Management")},
    {"relevant", QT_TRANSLATE_NOOP("Choice", "Relevant")},
    {"not-relevant", QT_TRANSLATE_NOOP("Choice", "Not relevant")},
    {"open", QT_TRANSLATE_NOOP("Choice", "Open")},
    {"closed", QT_TRANSLATE_NOOP("Choice", "Closed")},
    {"document", QT_TRANSLATE_NOOP("Choice", "Document")},
    {"photo", QT_TRANSLATE_NOOP("Choice", "Photo")},
    {"map", QT_TRANSLATE_NOOP("Choice", "Map")},
    {"data", QT_TRANSLATE_NOOP("Choice", "Data")},
    {"recording", QT_TRANSLATE_NOOP("Choice", "Recording")},
    {"sample", QT_TRANSLATE_NOOP("Choice", "Sample")},
    {"taken", QT_TRANSLATE_NOOP("Choice", "Taken")},
    {"sighted", QT_TRANSLATE_NOOP("Choice", "Seen, not taken")},
    {"deferred", QT_TRANSLATE_NOOP("Choice", "Deferred to the visit")},
    {"ordinary", QT_TRANSLATE_NOOP("Choice", "Ordinary")},
    {"confidential", QT_TRANSLATE_NOOP("Choice", "Confidential")},
    {"restricted", QT_TRANSLATE_NOOP("Choice", "Restricted")},
    {"worker-organisation", QT_TRANSLATE_NOOP("Choice", "Worker organisations")},
    {"contractor", QT_TRANSLATE_NOOP("Choice", "Contractors")},
    {"indigenous", QT_TRANSLATE_NOOP("Choice", "Indigenous peoples")},
    {"property-owner", QT_TRANSLATE_NOOP("Choice", "Property owners")},
    {"water-rights", QT_TRANSLATE_NOOP("Choice", "Water-rights holders")},
    {"asm", QT_TRANSLATE_NOOP("Choice", "Artisanal miners")},
    {"cso-local", QT_TRANSLATE_NOOP("Choice", "Local organisations")},
    {"cso-regional", QT_TRANSLATE_NOOP("Choice", "Regional organisations")},
    {"cso-national", QT_TRANSLATE_NOOP("Choice", "National organisations")},
    {"regulator-local", QT_TRANSLATE_NOOP("Choice", "Local regulators")},
    {"regulator-state", QT_TRANSLATE_NOOP("Choice", "State regulators")},
    {"regulator-federal", QT_TRANSLATE_NOOP("Choice", "Federal regulators")},
    {"other", QT_TRANSLATE_NOOP("Choice", "Other")},
    {"asked", QT_TRANSLATE_NOOP("Choice", "Asked")},
    {"given", QT_TRANSLATE_NOOP("Choice", "Given")},
    {"refused", QT_TRANSLATE_NOOP("Choice", "Refused")},
    {"withdrawn", QT_TRANSLATE_NOOP("Choice", "Withdrawn")},
    {"given-without-notes", QT_TRANSLATE_NOOP("Choice", "Given, without notes")},
    {"one-to-one", QT_TRANSLATE_NOOP("Choice", "One to one")},
    {"group", QT_TRANSLATE_NOOP("Choice", "In a group")},
    {"telephone", QT_TRANSLATE_NOOP("Choice", "Telephone")},
    {"written", QT_TRANSLATE_NOOP("Choice", "In writing")},
    {"in-person", QT_TRANSLATE_NOOP("Choice", "In person")},
    {"worker-representative", QT_TRANSLATE_NOOP("Choice", "Worker representative")},
    {"interpreter", QT_TRANSLATE_NOOP("Choice", "Interpreter")},
    {"relative", QT_TRANSLATE_NOOP("Choice", "Relative")},
    {"colleague", QT_TRANSLATE_NOOP("Choice", "Colleague")},
    {"security", QT_TRANSLATE_NOOP("Choice", "Security")},
    {"lead-auditor", QT_TRANSLATE_NOOP("Choice", "Lead auditor")},
    {"auditor", QT_TRANSLATE_NOOP("Choice", "Auditor")},
    {"expert", QT_TRANSLATE_NOOP("Choice", "Expert")},
    {"translator", QT_TRANSLATE_NOOP("Choice", "Translator")},
    {"mine", QT_TRANSLATE_NOOP("Choice", "The mine")},
    {"technical-reviewer", QT_TRANSLATE_NOOP("Choice", "Technical reviewer")},
    {"decision-maker", QT_TRANSLATE_NOOP("Choice", "Decision maker")},
    {"scheme-reviewer", QT_TRANSLATE_NOOP("Choice", "Scheme reviewer")},
    {"programme-manager", QT_TRANSLATE_NOOP("Choice", "Programme manager")},
    {"proposed", QT_TRANSLATE_NOOP("Choice", "Proposed")},
    {"accepted", QT_TRANSLATE_NOOP("Choice", "Accepted")},
    {"rejected", QT_TRANSLATE_NOOP("Choice", "Rejected")},
    {"none", QT_TRANSLATE_NOOP("Choice", "None")},
    {"conflict", QT_TRANSLATE_NOOP("Choice", "Conflict")},
    {"opening-desk", QT_TRANSLATE_NOOP("Choice", "Opening, desk review")},
    {"closing-desk", QT_TRANSLATE_NOOP("Choice", "Closing, desk review")},
    {"opening-visit", QT_TRANSLATE_NOOP("Choice", "Opening, site visit")},
    {"closing-visit", QT_TRANSLATE_NOOP("Choice", "Closing, site visit")},
    {"evidence", QT_TRANSLATE_NOOP("Choice", "Evidence")},
    {"clarification", QT_TRANSLATE_NOOP("Choice", "Clarification")},
    {"received", QT_TRANSLATE_NOOP("Choice", "Received")},
    {"insufficient", QT_TRANSLATE_NOOP("Choice", "Not enough")},
    {"website", QT_TRANSLATE_NOOP("Choice", "Website")},
    {"newsletter", QT_TRANSLATE_NOOP("Choice", "Newsletter")},
    {"radio", QT_TRANSLATE_NOOP("Choice", "Radio")},
    {"newspaper", QT_TRANSLATE_NOOP("Choice", "Newspaper")},
    {"notice-board", QT_TRANSLATE_NOOP("Choice", "Notice board")},
    {"meeting", QT_TRANSLATE_NOOP("Choice", "Meeting")},
    {"letter", QT_TRANSLATE_NOOP("Choice", "Letter")},
    {"messenger", QT_TRANSLATE_NOOP("Choice", "Messenger")},
    {"e-mail", QT_TRANSLATE_NOOP("Choice", "E-mail")},
    {"visit", QT_TRANSLATE_NOOP("Choice", "Visit")},
    {"out", QT_TRANSLATE_NOOP("Choice", "Sent")},
    {"in", QT_TRANSLATE_NOOP("Choice", "Came in")},
    {"technical", QT_TRANSLATE_NOOP("Choice", "Technical review")},
    {"company", QT_TRANSLATE_NOOP("Choice", "Company review")},
    {"scheme", QT_TRANSLATE_NOOP("Choice", "Scheme review")},
    {"factual-error", QT_TRANSLATE_NOOP("Choice", "Error of fact")},
    {"opinion", QT_TRANSLATE_NOOP("Choice", "Opinion")},
    {"minor", QT_TRANSLATE_NOOP("Choice", "Minor")},
    {"major", QT_TRANSLATE_NOOP("Choice", "Major")},
    {"critical", QT_TRANSLATE_NOOP("Choice", "Critical")},
    {"raised", QT_TRANSLATE_NOOP("Choice", "Raised")},
    {"cause-accepted", QT_TRANSLATE_NOOP("Choice", "Cause accepted")},
    {"plan-accepted", QT_TRANSLATE_NOOP("Choice", "Plan accepted")},
    {"implemented", QT_TRANSLATE_NOOP("Choice", "Implemented")},
    {"verified", QT_TRANSLATE_NOOP("Choice", "Verified")},
    {"must-answer", QT_TRANSLATE_NOOP("Choice", "Must be answered")},
    {"note", QT_TRANSLATE_NOOP("Choice", "Note")},
    {"locked", QT_TRANSLATE_NOOP("Choice", "Locked")},
    {"level", QT_TRANSLATE_NOOP("Choice", "A level")},
    {"pending", QT_TRANSLATE_NOOP("Choice", "Pending")},
    {"postponed", QT_TRANSLATE_NOOP("Choice", "Postponed")},
    {"audit-result", QT_TRANSLATE_NOOP("Choice", "Result of the audit")},
    {"process", QT_TRANSLATE_NOOP("Choice", "Process of the scheme")},
    {"complaint", QT_TRANSLATE_NOOP("Choice", "Complaint")},
    {"appeal", QT_TRANSLATE_NOOP("Choice", "Appeal")},
};
// clang-format on

const QHash<QString, const char *> &wordsByCode()
{
    static const QHash<QString, const char *> words = [] {
        QHash<QString, const char *> all;
        for (const ChoiceWord &row : choiceWords)
            all.insert(QLatin1String(row.code), row.word);
        return all;
    }();
    return words;
}

struct KindWords
{
    EntityKind kind;
    const char *one;
    const char *many;
};

constexpr KindWords kindNames[] = {
    {EntityKind::Details, QT_TRANSLATE_NOOP("Choice", "Assessment"), QT_TRANSLATE_NOOP("Choice", "Assessment")},
    {EntityKind::Answer, QT_TRANSLATE_NOOP("Choice", "Requirement"), QT_TRANSLATE_NOOP("Choice", "Requirements")},
    {EntityKind::Relevance, QT_TRANSLATE_NOOP("Choice", "Claim"), QT_TRANSLATE_NOOP("Choice", "Claims")},
    {EntityKind::Action, QT_TRANSLATE_NOOP("Choice", "Planned action"), QT_TRANSLATE_NOOP("Choice", "Planned actions")},
    {EntityKind::Step, QT_TRANSLATE_NOOP("Choice", "Step"), QT_TRANSLATE_NOOP("Choice", "Steps")},
    {EntityKind::Evidence, QT_TRANSLATE_NOOP("Choice", "Evidence"), QT_TRANSLATE_NOOP("Choice", "Evidence")},
    {EntityKind::Person, QT_TRANSLATE_NOOP("Choice", "Person"), QT_TRANSLATE_NOOP("Choice", "People")},
    {EntityKind::Interview, QT_TRANSLATE_NOOP("Choice", "Interview"), QT_TRANSLATE_NOOP("Choice", "Interviews")},
    {EntityKind::Milestone, QT_TRANSLATE_NOOP("Choice", "Date"), QT_TRANSLATE_NOOP("Choice", "Dates")},
    {EntityKind::GatePass, QT_TRANSLATE_NOOP("Choice", "Gate passed"), QT_TRANSLATE_NOOP("Choice", "Gates passed")},
    {EntityKind::TeamMember, QT_TRANSLATE_NOOP("Choice", "Team member"), QT_TRANSLATE_NOOP("Choice", "Team")},
    {EntityKind::Competence, QT_TRANSLATE_NOOP("Choice", "Competence"), QT_TRANSLATE_NOOP("Choice", "Competence")},
    {EntityKind::AuditPlan, QT_TRANSLATE_NOOP("Choice", "Audit plan"), QT_TRANSLATE_NOOP("Choice", "Audit plan")},
    {EntityKind::PlanIssue, QT_TRANSLATE_NOOP("Choice", "Version"),
     QT_TRANSLATE_NOOP("Choice", "Versions of the plan")},
    {EntityKind::PlanDeviation, QT_TRANSLATE_NOOP("Choice", "Change to the plan"),
     QT_TRANSLATE_NOOP("Choice", "Changes to the plan")},
    {EntityKind::VisitStop, QT_TRANSLATE_NOOP("Choice", "Place"), QT_TRANSLATE_NOOP("Choice", "Itinerary")},
    {EntityKind::Meeting, QT_TRANSLATE_NOOP("Choice", "Meeting"), QT_TRANSLATE_NOOP("Choice", "Meetings")},
    {EntityKind::Request, QT_TRANSLATE_NOOP("Choice", "Request"), QT_TRANSLATE_NOOP("Choice", "Requests")},
    {EntityKind::Announcement, QT_TRANSLATE_NOOP("Choice", "Publication"), QT_TRANSLATE_NOOP("Choice", "Announcement")},
    {EntityKind::GroupPlan, QT_TRANSLATE_NOOP("Choice", "Group"), QT_TRANSLATE_NOOP("Choice", "Groups")},
    {EntityKind::Contact, QT_TRANSLATE_NOOP("Choice", "Contact"), QT_TRANSLATE_NOOP("Choice", "Outreach log")},
    {EntityKind::Concern, QT_TRANSLATE_NOOP("Choice", "Concern"), QT_TRANSLATE_NOOP("Choice", "Concerns")},
    {EntityKind::Comment, QT_TRANSLATE_NOOP("Choice", "Comment"), QT_TRANSLATE_NOOP("Choice", "Comments")},
    {EntityKind::Nonconformity, QT_TRANSLATE_NOOP("Choice", "Nonconformity"),
     QT_TRANSLATE_NOOP("Choice", "Nonconformities")},
    {EntityKind::Waiver, QT_TRANSLATE_NOOP("Choice", "Waiver"), QT_TRANSLATE_NOOP("Choice", "Waivers")},
    {EntityKind::Complaint, QT_TRANSLATE_NOOP("Choice", "Complaint"), QT_TRANSLATE_NOOP("Choice", "Complaints")},
    {EntityKind::Profile, QT_TRANSLATE_NOOP("Choice", "Profile"), QT_TRANSLATE_NOOP("Choice", "Profiles")},
    {EntityKind::KeyShare, QT_TRANSLATE_NOOP("Choice", "Key to names"), QT_TRANSLATE_NOOP("Choice", "Keys to names")},
    {EntityKind::Handover, QT_TRANSLATE_NOOP("Choice", "Hand-over"), QT_TRANSLATE_NOOP("Choice", "Hand-overs")},
    {EntityKind::Reply, QT_TRANSLATE_NOOP("Choice", "Reply"), QT_TRANSLATE_NOOP("Choice", "Replies")},
    {EntityKind::SignOff, QT_TRANSLATE_NOOP("Choice", "Sign-off"), QT_TRANSLATE_NOOP("Choice", "Sign-offs")},
    {EntityKind::Lock, QT_TRANSLATE_NOOP("Choice", "Lock"), QT_TRANSLATE_NOOP("Choice", "Locks")},
    {EntityKind::ReviewMark, QT_TRANSLATE_NOOP("Choice", "Reading mark"), QT_TRANSLATE_NOOP("Choice", "Reading marks")},
    {EntityKind::Decision, QT_TRANSLATE_NOOP("Choice", "Decision"), QT_TRANSLATE_NOOP("Choice", "Decisions")},
    {EntityKind::Calibration, QT_TRANSLATE_NOOP("Choice", "Calibration"), QT_TRANSLATE_NOOP("Choice", "Calibrations")},
    {EntityKind::BlindRating, QT_TRANSLATE_NOOP("Choice", "Blind rating"),
     QT_TRANSLATE_NOOP("Choice", "Blind ratings")},
    {EntityKind::Redaction, QT_TRANSLATE_NOOP("Choice", "Redaction"), QT_TRANSLATE_NOOP("Choice", "Redactions")},
    {EntityKind::PublicPhoto, QT_TRANSLATE_NOOP("Choice", "Photo in the report"),
     QT_TRANSLATE_NOOP("Choice", "Photos in the report")},
    {EntityKind::PlainText, QT_TRANSLATE_NOOP("Choice", "Plain-language page"),
     QT_TRANSLATE_NOOP("Choice", "Plain-language pages")},
    {EntityKind::Dismissal, QT_TRANSLATE_NOOP("Choice", "Name let pass"),
     QT_TRANSLATE_NOOP("Choice", "Names let pass")},
    {EntityKind::Release, QT_TRANSLATE_NOOP("Choice", "Release"), QT_TRANSLATE_NOOP("Choice", "Releases")},
};

} // namespace

QString choiceWord(const FieldInfo &field, const QString &code)
{
    const auto &words = wordsByCode();
    const QString special = kindInfo(field.kind).name + QLatin1Char('.') + field.name + QLatin1Char(':') + code;
    const char *word = words.value(special, words.value(code));
    return word ? QCoreApplication::translate("Choice", word) : code;
}

QStringList choiceCodes(const FieldInfo &field)
{
    return QString(field.choices).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString kindWords(EntityKind kind)
{
    return QCoreApplication::translate("Choice", kindNames[static_cast<std::size_t>(kind)].many);
}

QString kindWord(EntityKind kind)
{
    return QCoreApplication::translate("Choice", kindNames[static_cast<std::size_t>(kind)].one);
}

bool isOfTemplate(const FieldInfo &field)
{
    return &field == &infoOf(field::details::report_template) || &field == &infoOf(field::details::report_logo);
}

namespace {

/// Whose template it is; of a logo, that there is one.
QString templateWords(const FieldInfo &field, const QString &value)
{
    if (value.isEmpty())
        return {};
    if (&field == &infoOf(field::details::report_logo))
        return Choice::tr("a picture");
    const auto made = ReportTemplate::fromJson(value.toUtf8());
    return made ? Choice::tr("of %1, %2").arg(made->name, made->address.join(QStringLiteral(", "))) : value;
}

} // namespace

QString valueWords(const FieldInfo &field, const Record &record)
{
    QString value = record.text(field.index);
    if (isOfTemplate(field))
        return templateWords(field, value);
    switch (field.type) {
    case ValueType::Date:
        return dateWords(dateFromIso(value).value_or(QDate()));
    case ValueType::Flag:
        return value.isEmpty() ? QString() : Choice::tr("yes");
    case ValueType::Choice:
        return value.isEmpty() ? QString() : choiceWord(field, value);
    case ValueType::Set: {
        QStringList words;
        for (const QString &member : record.members(field.index))
            words.append(choiceWord(field, member));
        return words.join(QStringLiteral(", "));
    }
    case ValueType::Links:
        return record.members(field.index).join(QStringLiteral(", "));
    case ValueType::Line:
        return field.name == QLatin1String("language") && !value.isEmpty() ? languageName(value) : value;
    case ValueType::Sealed:
        return value.isEmpty() ? QString() : Choice::tr("sealed");
    default:
        return value;
    }
}

} // namespace adit
