// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactionverbs.h"
#include "core/edits/identityverbs.h"
#include "core/release/guardedcase.h"
#include "core/release/releasebuild.h"
#include "core/review/decision.h"
#include "tests/support/builders.h"
#include "tests/support/people.h"

#include <QObject>

namespace adit::test {

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

inline const QDate day(2026, 6, 1);

/// A small case of three people, rated and ready to be decided on, and what it takes to release it.
class ReleaseCase : public QObject
{
protected:
    void begin()
    {
        if (!m_typesetter)
            m_typesetter = must(pdf::Typesetter::create());
        m_folder = std::make_unique<QTemporaryDir>();
        m_pictures.clear();
        m_case = must(CaseDocument::create(
            m_folder->filePath(s("case.adit")), smallStandard(s("1.1.1.1 1.1.1.2 1.2.1.1 2.1.1.1")),
            {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
            repeatableSurroundings()));
        actAs("lead");
        member("lead", "lead-auditor");
        member("rita", "technical-reviewer");
        member("dora", "decision-maker");
        edit(rate(view(), s("1.1.1.1"),
                  {.rating = s("full"), .finding = s("The foreman Abelard Quispe was heard; the pay books agree.")}));
        for (const char *requirement : {"1.1.1.2", "1.2.1.1", "2.1.1.1"})
            edit(rate(view(), s(requirement), {.rating = s("full"), .finding = s("Seen")}));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<pdf::Typesetter> m_typesetter;
    PhotoPictures m_pictures; ///< of the photos that are printed

    CaseView view() const { return m_case->view(); }
    void edit(const Result<Edit> &edit) { must(m_case->apply(must(edit))); }
    void actAs(const char *name)
    {
        m_case->surroundings().profile = std::make_shared<const Profile>(profileOf(name));
        m_case->surroundings().actor = profileOf(name).shown().actor();
    }
    void member(const char *name, const char *role)
    {
        edit(addRecord(view(), m_case->newEntity(EntityKind::TeamMember),
                       {{{&infoOf(field::team_member::name), s(name)},
                         {&infoOf(field::team_member::role), s(role)},
                         {&infoOf(field::team_member::profile), profileOf(name).shown().fingerprint()}}}));
    }
    void person(const char *name, const char *contact = "")
    {
        Draft draft(view(), Verb::AddPerson, {});
        const EntityRef ref = m_case->newEntity(EntityKind::Person);
        draft.add(must(addRecord(draft.view(), ref, {{{&infoOf(field::person::stakeholder), s("worker")}}})));
        const IdentityWriter writer(profileOf("lead"));
        for (const auto &[field, text] : {std::pair(&infoOf(field::person::name), s(name)),
                                          std::pair(&infoOf(field::person::contact), s(contact))}) {
            const QString sealed = must(writer.seal(draft, ref, *field, text));
            if (!text.isEmpty())
                draft.add(must(changeRecord(draft.view(), ref, {{{field, sealed}}})));
        }
        must(m_case->apply(draft.edit()));
    }
    void decideOn()
    {
        const auto history = must(m_case->workDone());
        const ProcessState process = processStateOf(view(), m_case->ratedItems(), day);
        const CaseView seen = view();
        edit(decide({seen, m_case->scoreCard(), process, history}, m_case->newEntity(EntityKind::Decision),
                    {.outcome = s("level"), .level = s("IRMA Transparency"), .reason = s("Small mine")},
                    profileOf("dora"), day));
    }
    void withhold(const char *passage, const char *reason = "B")
    {
        edit(askRedaction(
            view(), m_case->newEntity(EntityKind::Redaction),
            {.target = s("answer/1.1.1.1"), .field = s("finding"), .passage = s(passage), .reason = s(reason)},
            profileOf("lead"), day));
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("dora"), day));
    }
    /// Something in each list of the record.
    void addEverythingPrinted()
    {
        using Sets = std::vector<std::pair<const FieldInfo *, QStringList>>;
        const auto add = [&](EntityKind kind, const FieldValues &values, const Sets &sets = {}) {
            const EntityRef entity = m_case->newEntity(kind);
            edit(addRecord(view(), entity, {values, sets}));
            return entity.code;
        };
        for (const auto &[group, heard] : {std::pair("worker", "9"), std::pair("community", "3")}) {
            const QString person = add(EntityKind::Person, {{&infoOf(field::person::stakeholder), s(group)}});
            add(EntityKind::Interview,
                {{&infoOf(field::interview::form), s("group")},
                 {&infoOf(field::interview::held), s("2026-05-05")},
                 {&infoOf(field::interview::heard), s(heard)}},
                {{&infoOf(field::interview::people), {person}}});
        }
        add(EntityKind::Nonconformity,
            {{&infoOf(field::nonconformity::title), s("Late pay")},
             {&infoOf(field::nonconformity::grade), s("minor")},
             {&infoOf(field::nonconformity::state), s("raised")},
             {&infoOf(field::nonconformity::description), s("Wages came late.")},
             {&infoOf(field::nonconformity::raised), s("2026-05-09")}},
            {{&infoOf(field::nonconformity::requirements), {s("1.1.1.2")}}});
        add(EntityKind::Concern, {{&infoOf(field::concern::text), s("Dust")},
                                  {&infoOf(field::concern::raised), s("2026-05-05")},
                                  {&infoOf(field::concern::public_group), s("community")},
                                  {&infoOf(field::concern::public_text), s("Dust on the washing")},
                                  {&infoOf(field::concern::upheld), s("partly")}});
        edit(changeRecord(view(), m_case->assessment().derivedRef(EntityKind::PlainText, s("en")),
                          {{{&infoOf(field::plain_text::text), s("What is the result?\nSee 1.1.1.1.")}}}));
        edit(setPreviousRating(view(), s("1.2.1.1"), s("partial")));
        edit(describe(view(), {{&infoOf(field::details::company_comments), s("We agree.")},
                               {&infoOf(field::details::report_date), s("2026-08-21")}}));
    }
    std::shared_ptr<const NameGuard> guard() const
    {
        return std::make_shared<const NameGuard>(must(protectedPeople(m_case->assessment(), {}, &profileOf("lead"))));
    }
    std::vector<ReleaseHold> holds(const ReleaseInput &input = {}) const
    {
        return releaseHolds(view(), input, *guard(), day);
    }
    Result<ReleaseSource> take(const ReleaseInput &input = {}) const
    {
        return takeRelease(view(), m_case->ratedItems(), m_case->scoreCard(), input, guard(),
                           QByteArray(releaseSecretSize, 's'), s("hill-1"), day, m_pictures);
    }
    Result<BuiltRelease> tryBuild(const ReleaseInput &input = {}) const
    {
        ADIT_TRY_ASSIGN(const ReleaseSource source, take(input));
        return buildRelease(source, *m_typesetter);
    }
    static void signAll(BuiltRelease &built)
    {
        for (const auto &[role, who] : {std::pair("lead-auditor", "lead"), std::pair("technical-reviewer", "rita"),
                                        std::pair("decision-maker", "dora")})
            must(sign(built.manifest, s(role), profileOf(who), s("2026-06-02T10:00:00Z")));
        built.files[s("release.json")] = bytesOf(built.manifest);
    }
};

} // namespace adit::test
