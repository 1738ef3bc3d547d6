// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/rolesight.h"

#include "core/assessment/target.h"

#include <QString>
#include <algorithm>
#include <array>

namespace adit {

namespace {

constexpr const char *everything = "*";
constexpr const char *ofTheReviewer = "comment reply sign_off review_mark lock redaction dismissal profile handover";
constexpr const char *ofTheDecider = "comment reply review_mark lock decision details.deferred_left_out "
                                     "details.deferred_codes milestone redaction dismissal release profile handover";
// The mine assesses itself, claims what is not relevant, answers, plans its corrections and names its evidence.
constexpr const char *ofTheMine =
    "answer.self_rating answer.self_comment relevance.claimed relevance.claim_reason request.answer request.answered "
    "request.state request.evidence evidence comment reply action nonconformity.cause nonconformity.correction "
    "nonconformity.owner plan_issue.agreed details.company_comments details.disclosure profile handover";
constexpr const char *ofTheTranslator = "interview.summary interview.public_summary comment reply profile handover";
constexpr const char *ofTheScheme = "comment reply team_member.state profile handover";
constexpr const char *ofTheManager =
    "comment reply team_member competence milestone audit_plan plan_issue profile handover";

// clang-format off
constexpr std::array sights{
    //        role                                widest             notes  actors names  files  texts  chapters
    RoleSight{QLatin1String("lead-auditor"),       Audience::Team,    true,  true,  true,  true,  false, false, everything},
    RoleSight{QLatin1String("auditor"),            Audience::Team,    true,  true,  true,  true,  false, false, everything},
    RoleSight{QLatin1String("expert"),             Audience::Team,    true,  true,  false, true,  false, true,  everything},
    RoleSight{QLatin1String("translator"),         Audience::Team,    false, true,  false, false, true,  true,  ofTheTranslator},
    RoleSight{QLatin1String("mine"),               Audience::Company, false, false, false, false, false, false, ofTheMine},
    RoleSight{QLatin1String("technical-reviewer"), Audience::Team,    true,  true,  false, true,  false, false, ofTheReviewer},
    RoleSight{QLatin1String("decision-maker"),     Audience::Team,    false, true,  false, true,  false, false, ofTheDecider},
    RoleSight{QLatin1String("scheme-reviewer"),    Audience::Team,    false, false, false, true,  false, false, ofTheScheme},
    RoleSight{QLatin1String("programme-manager"),  Audience::Team,    false, true,  false, false, false, false, ofTheManager},
};
// clang-format on

/// What an auditor wrote for herself.
bool isPersonalNote(const FieldInfo &field)
{
    return &field == &infoOf(field::answer::notes) || &field == &infoOf(field::person::notes) ||
           &field == &infoOf(field::request::notes) || &field == &infoOf(field::step::notes);
}

/// Texts that somebody will read in another language: what is public, and what was said in an interview.
bool isForTranslation(const FieldInfo &field)
{
    const bool isText = field.type == ValueType::Text || field.type == ValueType::Line;
    return isText && (field.audience == Audience::Public || &field == &infoOf(field::interview::summary) ||
                      &field == &infoOf(field::interview::public_summary));
}

/// Links to requirements; nothing for kinds that have none.
const FieldInfo *requirementLinks(EntityKind kind)
{
    const auto fields = fieldsOf(kind);
    const auto found = std::ranges::find_if(
        fields, [](const FieldInfo &field) { return field.choices == QLatin1String("requirement"); });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace

std::span<const RoleSight> roleSights()
{
    return sights;
}

const RoleSight *roleSight(QStringView role)
{
    const auto found = std::ranges::find_if(sights, [&](const RoleSight &sight) { return role == sight.role; });
    return found == sights.end() ? nullptr : &*found;
}

bool RoleSight::mayWrite(const FieldInfo &field) const
{
    const QStringList all = QString::fromLatin1(writes).split(QLatin1Char(' '));
    const QString kind = kindInfo(field.kind).name;
    return all.contains(QLatin1String(everything)) || all.contains(kind) ||
           all.contains(kind + QLatin1Char('.') + field.name);
}

CaseSight::CaseSight(const RoleSight &role, const Assessment &assessment, const QStringList &chapters)
    : m_role(role)
    , m_assessment(assessment)
    , m_protected(textsThatProtectPeople(assessment))
{
    for (const QString &chapter : chapters)
        if (const auto code = RequirementCode::fromString(chapter))
            m_chapters.push_back(*code);
    for (const auto &[id, interview] : assessment.records(EntityKind::Interview))
        if (isAbout(interview[field::interview::requirements]))
            for (const QString &person : interview[field::interview::people])
                m_people.insert(person);
}

void CaseSight::protect(const Assessment &other)
{
    m_protected.unite(textsThatProtectPeople(other));
}

bool CaseSight::sees(const EntityRef &entity, const FieldInfo &field) const
{
    if (field.audience == Audience::Identity || field.audience > m_role.widest)
        return false;
    if (isPersonalNote(field) && !m_role.seesNotes)
        return false;
    if (m_role.seesTextsOnly && !isForTranslation(field))
        return false;
    if (entity.kind == EntityKind::KeyShare && !m_role.seesNames)
        return false;
    // With it, what is withheld could be guessed.
    if (&field == &infoOf(field::release::secret) && !m_role.seesNames)
        return false;
    if (entity.kind == EntityKind::Handover && !m_role.seesActors)
        return false;
    if (m_role.widest == Audience::Company && !isForTheMine(entity, field))
        return false;
    return m_chapters.empty() || isOfChapters(entity);
}

bool CaseSight::mayWrite(const EntityRef &entity, const FieldInfo &field) const
{
    const bool isOfNode =
        entity.kind == EntityKind::Answer || entity.kind == EntityKind::Relevance || entity.kind == EntityKind::Action;
    return m_role.mayWrite(field) && (!isOfNode || m_chapters.empty() || isAbout({entity.code}));
}

/// Comments of the company's round, and what was said under them; no text of which something is withheld to protect
/// people.
bool CaseSight::isForTheMine(const EntityRef &entity, const FieldInfo &field) const
{
    const QString target = m_protected.isEmpty() ? QString() : targetOf(entity) + QLatin1Char(' ');
    if (m_protected.contains(target + field.name) || (!target.isEmpty() && m_protected.contains(target)))
        return false;
    if (entity.kind == EntityKind::PublicPhoto)
        return isShownPhoto(entity);
    if (entity.kind != EntityKind::Comment && entity.kind != EntityKind::Reply)
        return true;
    const Record *record = m_assessment.find(entity.kind, entity.id);
    if (record && entity.kind == EntityKind::Reply) {
        const auto &comments = m_assessment.records(EntityKind::Comment);
        const auto comment = std::ranges::find_if(comments, [&](const auto &entry) {
            return entry.second[field::comment::label] == (*record)[field::reply::comment];
        });
        record = comment == comments.end() ? nullptr : &comment->second;
    }
    return record && (*record)[field::comment::round] == QLatin1String("company");
}

/// What is said of a photo goes where the photo may go: nowhere before somebody confirmed it, or once it was taken out
/// or its evidence became confidential.
bool CaseSight::isShownPhoto(const EntityRef &entity) const
{
    const Record *photo = m_assessment.find(entity.kind, entity.id);
    if (!photo || !photo->has(field::public_photo::confirmed) || photo->has(field::public_photo::removed))
        return false;
    const QString shown = (*photo)[field::public_photo::evidence];
    // Nor where the same picture is withheld to protect people under another number.
    for (const auto &[id, other] : m_assessment.records(EntityKind::PublicPhoto))
        if (other[field::public_photo::evidence] == shown &&
            m_protected.contains(targetOf({EntityKind::PublicPhoto, id, other[field::public_photo::label]}) +
                                 QLatin1Char(' ')))
            return false;
    return std::ranges::any_of(m_assessment.records(EntityKind::Evidence), [&](const auto &entry) {
        const Record &evidence = entry.second;
        const QString confidentiality = evidence[field::evidence::confidentiality];
        return evidence[field::evidence::label] == shown && !evidence.has(field::evidence::removed) &&
               (confidentiality.isEmpty() || confidentiality == QLatin1String("ordinary"));
    });
}

/// What belongs to no requirement belongs to the whole case, but for what was said and complained of.
bool CaseSight::isOfChapters(const EntityRef &entity) const
{
    switch (entity.kind) {
    case EntityKind::Answer:
    case EntityKind::Relevance:
    case EntityKind::Action:
        return isAbout({entity.code});
    case EntityKind::Person:
        return m_people.contains(entity.code);
    case EntityKind::Contact:
    case EntityKind::Complaint:
        return false;
    default:
        break;
    }
    const FieldInfo *links = requirementLinks(entity.kind);
    const Record *record = links ? m_assessment.find(entity.kind, entity.id) : nullptr;
    if (!links)
        return true;
    const QStringList codes = record ? record->members(links->index) : QStringList();
    return codes.isEmpty() ? entity.kind == EntityKind::Comment : isAbout(codes);
}

bool CaseSight::isAbout(const QStringList &codes) const
{
    return std::ranges::any_of(codes, [&](const QString &text) {
        const auto code = RequirementCode::fromString(text);
        return code && std::ranges::any_of(m_chapters, [&](const RequirementCode &chapter) {
                   return chapter.contains(*code) || code->contains(chapter);
               });
    });
}

} // namespace adit
