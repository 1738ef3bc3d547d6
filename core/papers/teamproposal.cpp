// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/teamproposal.h"

#include "core/edits/recordrules.h"
#include "core/papers/companyvalue.h"
#include "core/papers/paperwords.h"
#include "core/process/team.h"

#include <algorithm>

namespace adit {

using report::Words;

namespace {

/// Active members in the order of their labels.
std::vector<const Record *> members(const Assessment &assessment)
{
    const auto active = activeMembers(assessment);
    std::vector<const Record *> out;
    for (const Record *member : recordsInOrder(assessment, EntityKind::TeamMember))
        if (std::ranges::find(active, member) != active.end())
            out.push_back(member);
    return out;
}

QString declarationOf(const Record &member, const Words &words)
{
    using namespace field::team_member;
    const QString what = companyValue(member, declaration);
    if (what.isEmpty())
        return words("team.not_declared");
    const bool isClear = what == QLatin1String("none");
    const auto day = companyValue(member, declared);
    QString out = day ? words(isClear ? "team.declared_none" : "team.declared_conflict", {{"date", words.date(*day)}})
                      : words(isClear ? "team.undated_none" : "team.undated_conflict");
    if (const QString text = companyValue(member, declaration_text); !text.isEmpty())
        out += QLatin1Char(' ') + text;
    return out;
}

QStringList competenceOf(const Assessment &assessment, const QString &label, const QDate &day, const Words &words)
{
    QStringList out;
    for (const Record *record : recordsInOrder(assessment, EntityKind::Competence)) {
        using namespace field::competence;
        if (companyValue(*record, member) != label)
            continue;
        const auto until = companyValue(*record, expires);
        out.append(words(!until         ? "team.competence"
                         : *until < day ? "team.competence_expired"
                                        : "team.competence_until",
                         {{"chapters", words.list(companyValue(*record, chapters))},
                          {"basis", companyValue(*record, basis)},
                          {"date", until ? words.date(*until) : QString()}}));
    }
    return out;
}

void addPeople(Paper &paper, const std::vector<const Record *> &team, const Words &words)
{
    using namespace field::team_member;
    PaperPiece table{.kind = PaperPiece::Kind::Table,
                     .label = words("team.people"),
                     .heads = {words("team.name"), words("team.role"), words("team.organisation"),
                               words("team.languages"), words("team.chapters"), words("team.state")},
                     .shares = {0.2, 0.15, 0.2, 0.17, 0.17, 0.11}};
    for (const Record *member : team) {
        const QString who = companyValue(*member, role);
        const QString standing = companyValue(*member, state);
        table.rows.push_back({companyValue(*member, name), who.isEmpty() ? QString() : words.named("role", who),
                              companyValue(*member, organisation), companyValue(*member, field::team_member::languages),
                              companyValue(*member, chapters).join(QStringLiteral(", ")),
                              standing.isEmpty() ? QString() : words.named("state", standing)});
    }
    if (team.empty())
        table.paragraphs = {words("team.no_members")};
    paper.pieces.push_back(std::move(table));
}

void addMember(Paper &paper, const Record &member, const Assessment &assessment, const QDate &day, const Words &words)
{
    using namespace field::team_member;
    PaperPiece piece{.label = companyValue(member, name)};
    if (const QString text = companyValue(member, biography); !text.isEmpty())
        piece.paragraphs.append(text);
    piece.paragraphs.append(competenceOf(assessment, companyValue(member, label), day, words));
    if (companyValue(member, role) != QLatin1String("mine"))
        piece.paragraphs.append(declarationOf(member, words));
    if (!piece.paragraphs.isEmpty())
        paper.pieces.push_back(std::move(piece));
}

/// The latest day on which somebody's competence for a chapter still holds; nothing where it has no end.
struct Shown
{
    bool isShown = false;
    std::optional<QDate> until = {};
};

Shown competenceFor(const Assessment &assessment, const QString &label, const QString &chapter, const QDate &day)
{
    Shown out;
    for (const auto &[id, record] : assessment.records(EntityKind::Competence)) {
        using namespace field::competence;
        const auto until = companyValue(record, expires);
        if (companyValue(record, member) != label || !companyValue(record, chapters).contains(chapter) ||
            (until && *until < day))
            continue;
        const bool isLonger = !out.isShown || (out.until && (!until || *until > *out.until));
        if (isLonger)
            out = {true, until};
    }
    return out;
}

void addChapters(Paper &paper, const CaseView &view, const std::vector<const Record *> &team, const QDate &day,
                 const Words &words)
{
    using namespace field::team_member;
    PaperPiece table{.kind = PaperPiece::Kind::Table,
                     .label = words("team.by_chapter"),
                     .heads = {words("team.chapter"), words("team.members"), words("team.shown"), words("team.gap")},
                     .shares = {0.34, 0.26, 0.18, 0.22}};
    QStringList gaps;
    for (const QString &code : relevantChapters(view.standard, ratedItems(view.assessment, view.standard))) {
        QStringList names;
        QStringList until;
        QStringList without;
        for (const Record *member : team) {
            if (!companyValue(*member, chapters).contains(code))
                continue;
            names.append(companyValue(*member, name));
            const Shown shown = competenceFor(view.assessment, companyValue(*member, label), code, day);
            if (shown.isShown)
                until.append(shown.until ? words.shortDate(*shown.until) : words("team.shown_open"));
            else
                without.append(companyValue(*member, name));
        }
        const QString gap = names.isEmpty()     ? words("team.gap_nobody")
                            : without.isEmpty() ? QString()
                                                : words("team.gap_competence", {{"members", words.list(without)}});
        if (!gap.isEmpty())
            gaps.append(code);
        const StandardNode *node = view.standard.find(*RequirementCode::fromString(code));
        table.rows.push_back({code + QLatin1Char(' ') + node->title.in(words.language()), names.join(QLatin1Char('\n')),
                              until.join(QLatin1Char('\n')), gap});
    }
    const QString told = gaps.isEmpty() ? words("team.no_gaps")
                                        : words.counted("team.gap_count", static_cast<int>(gaps.size()),
                                                        {{"chapters", words.list(gaps)}});
    paper.pieces.push_back({.label = words("team.gaps"), .paragraphs = {told}});
    paper.pieces.push_back(std::move(table));
}

} // namespace

Result<Paper> teamProposal(const CaseView &view, const PublicAssessment &assessment, const QDate &day,
                           const QString &language)
{
    ADIT_TRY_ASSIGN(const Words words, paperWords(language));
    Paper paper = beginPaper(assessment, words, "team");
    paper.lead = words("team.lead");
    const auto team = members(view.assessment);
    addPeople(paper, team, words);
    addChapters(paper, view, team, day, words);
    for (const Record *member : team)
        addMember(paper, *member, view.assessment, day, words);
    return finished(std::move(paper), words);
}

} // namespace adit
