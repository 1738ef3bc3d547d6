// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/guardedcase.h"

#include "core/assessment/reporttemplate.h"
#include "core/assessment/rolesight.h"
#include "core/assessment/target.h"
#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/disclosure/redactions.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"
#include "core/identity/signedwords.h"

#include <algorithm>

namespace adit {

namespace {

Error invalid(const char *field, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidValue, QLatin1String(field) + QStringLiteral(": ") + value, expected};
}

QString digestOf(const QString &text)
{
    return toHex(blake2b(text.toUtf8()));
}

/// Finds of one part of one name in one text: let pass together, since nobody tells them apart when reading.
bool isOf(const Record &dismissal, const GuardFinding &finding, const OutgoingText &text)
{
    using namespace adit::field::dismissal;
    return dismissal[person] == finding.person && dismissal[part] == finding.part &&
           dismissal[target] == targetOf(text.entity) && dismissal[field_name] == text.field->name &&
           dismissal[content] == digestOf(text.text);
}

/// What a second person signs who lets a name pass.
QByteArray signedPass(const Assessment &assessment, const Record &dismissal)
{
    using namespace adit::field::dismissal;
    return signedWords("adit-name-pass/1", assessment.id(),
                       {dismissal[label], dismissal[person], dismissal[part], dismissal[target], dismissal[field_name],
                        dismissal[content], dismissal[reason], dismissal.text(dismissed.index),
                        dismissal[dismissed_by]});
}

bool isPassGenuine(const Assessment &assessment, const Record &dismissal)
{
    const QString fingerprint = dismissal[field::dismissal::dismissed_by];
    const auto by = profileIn(assessment, fingerprint);
    const auto revoked = revocationIn(assessment, fingerprint);
    return by && (!revoked || dismissal.text(field::dismissal::dismissed.index) < revoked->since) &&
           isSignedBy(by->signKey, signedPass(assessment, dismissal),
                      QByteArray::fromHex(dismissal[field::dismissal::signature].toLatin1()));
}

bool isFreeText(const FieldInfo &info)
{
    return info.type == ValueType::Text || info.type == ValueType::Line;
}

const Record *dismissalOf(const Assessment &assessment, const GuardFinding &finding, const OutgoingText &text)
{
    const auto &dismissals = assessment.records(EntityKind::Dismissal);
    const auto found = std::ranges::find_if(dismissals, [&](const auto &entry) {
        return isOf(entry.second, finding, text) && isPassGenuine(assessment, entry.second);
    });
    return found == dismissals.end() ? nullptr : &found->second;
}

} // namespace

Result<std::vector<ProtectedPerson>> protectedPeople(const Assessment &assessment, const QString &role,
                                                     const Profile *profile)
{
    if (const RoleSight *sight = roleSight(role); sight && !sight->seesNames)
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("names-not-here"), role};
    std::optional<Compartment> compartment;
    if (profile)
        compartment.emplace(assessment, *profile);
    std::vector<ProtectedPerson> people;
    for (const auto &entry : assessment.records(EntityKind::Person)) {
        const EntityId &id = entry.first;
        const Record &record = entry.second;
        const QString label = record[field::person::label];
        ProtectedPerson person{.person = label, .name = {}, .contacts = {}, .organisation = {}, .nicknames = {}};
        const auto read = [&](const FieldInfo &info, QString &out) -> Result<> {
            const QString sealed = record.text(info.index);
            if (sealed.isEmpty())
                return {};
            if (!compartment)
                return Error{ErrorCode::IdentitySealed, label};
            ADIT_TRY_ASSIGN(out, compartment->read({EntityKind::Person, id, label}, info, sealed));
            return {};
        };
        ADIT_TRY(read(infoOf(field::person::name), person.name));
        ADIT_TRY(read(infoOf(field::person::contact), person.contacts));
        ADIT_TRY(read(infoOf(field::person::organisation), person.organisation));
        if (!person.name.isEmpty() || !person.contacts.isEmpty() || !person.organisation.isEmpty())
            people.push_back(std::move(person));
    }
    return people;
}

QString OutgoingText::place() const
{
    return targetOf(entity) + QLatin1Char(' ') + field->name;
}

QString readableIn(const QString &value)
{
    if (value.startsWith(QLatin1Char('{')))
        if (const auto made = ReportTemplate::fromJson(value.toUtf8()))
            return made->texts().join(QLatin1Char('\n'));
    return value.startsWith(QLatin1String("/9j/")) && keptLogo(value) ? QString() : value;
}

std::vector<OutgoingText> outgoingTexts(const Assessment &assessment, Reader reader)
{
    std::vector<OutgoingText> texts;
    const Redactions redactions(assessment, reader);
    for (const KindInfo &kind : allKinds())
        for (const FieldInfo &info : fieldsOf(kind.kind)) {
            if (info.audience != Audience::Public || !isFreeText(info))
                continue;
            for (const auto &[id, record] : assessment.records(kind.kind)) {
                const EntityRef entity{kind.kind, id, kind.codeField ? record.text(*kind.codeField) : QString()};
                // A mark stands between what is before and after it, so that nothing is read across.
                const QString text =
                    readableIn(redactions.textOf(entity, info, record.text(info.index)).joined([](WithheldAs) {
                        return QStringLiteral(" — ");
                    }));
                if (!text.trimmed().isEmpty())
                    texts.push_back({entity, &info, text});
            }
        }
    return texts;
}

std::vector<OutgoingText> textsSeenBy(const Assessment &assessment, const CaseSight &sight)
{
    std::vector<OutgoingText> texts;
    for (const KindInfo &kind : allKinds())
        for (const FieldInfo &info : fieldsOf(kind.kind))
            for (const auto &[id, record] : assessment.records(kind.kind)) {
                const EntityRef entity{kind.kind, id, kind.codeField ? record.text(*kind.codeField) : QString()};
                if (isFreeText(info) && record.has(info.index) && sight.sees(entity, info))
                    texts.push_back({entity, &info, readableIn(record.text(info.index))});
            }
    return texts;
}

namespace {

std::vector<NameFound> namesIn(const Assessment &assessment, const NameGuard &guard,
                               const std::vector<OutgoingText> &texts)
{
    std::vector<GuardedText> guarded;
    guarded.reserve(texts.size());
    for (const OutgoingText &text : texts)
        guarded.push_back({text.place(), text.text});
    std::vector<NameFound> found;
    for (GuardFinding &finding : guard.search(guarded)) {
        const OutgoingText &text = texts[finding.text];
        const Record *dismissal = dismissalOf(assessment, finding, text);
        found.push_back({std::move(finding), text, dismissal});
    }
    return found;
}

QString wordsOf(const GuardFinding &finding, const QString &place)
{
    return QStringLiteral("%1 (%2): %3").arg(finding.person, finding.part, place);
}

Result<> refusing(const QStringList &blocked)
{
    if (blocked.isEmpty())
        return {};
    return Error{ErrorCode::ReleaseBlocked, QStringLiteral("name-blocks"), blocked.join(QLatin1Char('\n'))};
}

} // namespace

std::vector<NameFound> namesFound(const Assessment &assessment, const NameGuard &guard, Reader reader)
{
    return namesIn(assessment, guard, outgoingTexts(assessment, reader));
}

Result<> mayLeave(const Assessment &assessment, const NameGuard &guard, const std::vector<OutgoingText> &texts)
{
    QStringList blocked;
    for (const NameFound &found : namesIn(assessment, guard, texts))
        if (found.blocks())
            blocked.append(wordsOf(found.finding, found.text.place()));
    return refusing(blocked);
}

Result<> mayLeave(const Assessment &assessment, const NameGuard &guard, Reader reader)
{
    return mayLeave(assessment, guard, outgoingTexts(assessment, reader));
}

Result<> textMayLeave(const Assessment &assessment, const NameGuard &guard, const QString &place, const QString &text)
{
    QSet<QString> passed;
    for (const NameFound &found : namesFound(assessment, guard))
        if (!found.blocks())
            passed.insert(found.finding.person + QLatin1Char('|') + found.finding.part);
    QStringList blocked;
    for (const GuardFinding &finding : guard.search({{place, text}}))
        if (finding.severity == GuardFinding::Severity::Block ||
            !passed.contains(finding.person + QLatin1Char('|') + finding.part))
            blocked.append(wordsOf(finding, place));
    return refusing(blocked);
}

QString passOf(const GuardFinding &finding, const QString &text)
{
    return finding.person + QLatin1Char('|') + finding.part + QLatin1Char('|') + digestOf(text);
}

QSet<QString> passedNames(const Assessment &assessment)
{
    using namespace adit::field::dismissal;
    QSet<QString> passed;
    for (const auto &[id, dismissal] : assessment.records(EntityKind::Dismissal))
        if (isPassGenuine(assessment, dismissal))
            passed.insert(dismissal[person] + QLatin1Char('|') + dismissal[part] + QLatin1Char('|') +
                          dismissal[content]);
    return passed;
}

namespace {

/// Public wordings are in the text too: whoever asked for them wrote them.
QStringList withWording(const Assessment &assessment, const OutgoingText &text, QStringList authors)
{
    for (const auto &[id, redaction] : assessment.records(EntityKind::Redaction)) {
        const auto asker = profileIn(assessment, redaction[field::redaction::asked_by]);
        if (redaction[field::redaction::target] == targetOf(text.entity) && asker)
            authors.append(asker->actor());
    }
    return authors;
}

/// Nobody who wrote a text, as far as the journal tells; of whom it tells no profile, it tells nobody.
Result<> checkNotAuthor(const Assessment &assessment, const OutgoingText &text, const QStringList &authors,
                        const PublicProfile &by)
{
    QStringList known;
    for (const auto &[id, record] : assessment.records(EntityKind::Profile))
        if (const auto profile = profileFrom(record))
            known.append(profile->actor());
    for (const QString &author : withWording(assessment, text, authors)) {
        if (author == by.actor())
            return Error{ErrorCode::Independence, by.actor(), ruleMark(Rule::AuthorDoesNotPass)};
        if (!known.contains(author))
            return Error{ErrorCode::Independence, by.actor(), ruleMark(Rule::AuthorUnknown, {author})};
    }
    return {};
}

} // namespace

Result<Edit> passName(const CaseView &view, const EntityRef &newDismissal, const NameFound &found,
                      const QString &reason, const QStringList &authors, const Profile &by, const QDate &day)
{
    ADIT_TRY(checkCounts(view.assessment, by.shown()));
    if (found.finding.severity == GuardFinding::Severity::Block)
        return invalid("name", found.text.place(), ruleMark(Rule::NobodyLetsNamePass));
    if (found.dismissal)
        return Error{ErrorCode::NothingToChange, found.text.place()};
    if (reason.simplified().isEmpty())
        return invalid("reason", {}, ruleMark(Rule::WhyNamePasses));
    ADIT_TRY(checkNotAuthor(view.assessment, found.text, authors, by.shown()));
    Draft draft(view, Verb::PassName, found.text.place());
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    ADIT_TRY_ASSIGN(Edit added, addRecord(draft.view(), newDismissal,
                                          {{{&infoOf(field::dismissal::person), found.finding.person},
                                            {&infoOf(field::dismissal::part), found.finding.part},
                                            {&infoOf(field::dismissal::target), targetOf(found.text.entity)},
                                            {&infoOf(field::dismissal::field_name), found.text.field->name},
                                            {&infoOf(field::dismissal::content), digestOf(found.text.text)},
                                            {&infoOf(field::dismissal::reason), reason},
                                            {&infoOf(field::dismissal::dismissed), toIso(day)},
                                            {&infoOf(field::dismissal::dismissed_by), by.shown().fingerprint()}}}));
    draft.add(std::move(added));
    const Record &record = *draft.view().assessment.find(newDismissal.kind, newDismissal.id);
    const QByteArray signature = by.sign(signedPass(view.assessment, record));
    ADIT_TRY_ASSIGN(Edit bound,
                    changeRecord(draft.view(), newDismissal,
                                 {{{&infoOf(field::dismissal::signature), QString::fromLatin1(signature.toHex())}}}));
    draft.add(std::move(bound));
    return draft.edit();
}

} // namespace adit
