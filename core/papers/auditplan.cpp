// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/auditplan.h"

#include "core/base/rule.h"
#include "core/edits/recordrules.h"
#include "core/papers/companyvalue.h"
#include "core/papers/paperwords.h"
#include "core/process/team.h"
#include "core/report/pieces.h"

#include <algorithm>

namespace adit {

using report::paragraphsOf;
using report::Words;

namespace {

/// The plan piece by piece; what says nothing is left out, so that the text of a version is the plan and nothing else.
class PlanPieces
{
public:
    PlanPieces(const CaseView &view, const Words &words)
        : m_view(view)
        , m_words(words)
    {}

    std::vector<PaperPiece> make()
    {
        using namespace field::audit_plan;
        const Record &plan = m_view.assessment.auditPlan();
        const Record &details = m_view.assessment.details();
        section("plan.objectives", companyValue(plan, objectives));
        section("plan.criteria", companyValue(plan, criteria));
        section("plan.scope", companyValue(plan, scope));
        list("plan.facilities", paragraphsOf(companyValue(details, field::details::facilities)));
        list("plan.outside", paragraphsOf(companyValue(details, field::details::out_of_scope)));
        dates();
        section("plan.days", companyValue(plan, days));
        section("plan.languages", companyValue(plan, languages));
        section("plan.representative", companyValue(plan, representative));
        meetings();
        places();
        allocation();
        section("plan.sampling", companyValue(plan, sampling));
        section("plan.logistics", companyValue(plan, logistics));
        section("plan.confidentiality", companyValue(plan, confidentiality));
        section("plan.follow_up", companyValue(plan, follow_up));
        return std::move(m_out);
    }

private:
    void section(const char *label, const QString &text)
    {
        if (const QStringList paragraphs = paragraphsOf(text); !paragraphs.isEmpty())
            m_out.push_back({.label = m_words(label), .paragraphs = paragraphs});
    }
    void list(const char *label, const QStringList &items)
    {
        if (!items.isEmpty())
            m_out.push_back({.label = m_words(label), .paragraphs = items, .isList = true});
    }
    void table(const char *label, std::initializer_list<const char *> heads, std::vector<double> shares,
               std::vector<QStringList> rows)
    {
        if (rows.empty())
            return;
        QStringList texts;
        for (const char *head : heads)
            texts.append(m_words(head));
        m_out.push_back({.kind = PaperPiece::Kind::Table,
                         .label = m_words(label),
                         .heads = texts,
                         .shares = std::move(shares),
                         .rows = std::move(rows)});
    }

    void dates()
    {
        std::vector<QStringList> rows;
        for (const Milestone &milestone : m_view.standard.process().milestones) {
            const ProcessStep *step = m_view.standard.process().step(milestone.step);
            const auto day = companyValue(m_view.assessment.milestone(milestone.code), field::milestone::planned);
            if (day && step && step->phase == QLatin1String("audit"))
                rows.push_back({milestone.title.in(m_words.language()), m_words.date(*day)});
        }
        table("plan.dates", {"plan.moment", "plan.planned"}, {0.7, 0.3}, std::move(rows));
    }

    /// By day and time; what has none comes last.
    template <typename Day, typename Time>
    std::vector<const Record *> inTime(EntityKind kind, Day day, Time time) const
    {
        auto records = recordsInOrder(m_view.assessment, kind);
        std::ranges::stable_sort(records, {}, [=](const Record *record) {
            return std::pair(companyValue(*record, day).value_or(QDate(9999, 1, 1)), companyValue(*record, time));
        });
        return records;
    }

    void meetings()
    {
        using namespace field::meeting;
        std::vector<QStringList> rows;
        for (const Record *record : inTime(EntityKind::Meeting, planned, time)) {
            const auto day = companyValue(*record, planned);
            if (!day)
                continue;
            const QString named = companyValue(*record, title);
            const QString what = companyValue(*record, field::meeting::meeting);
            rows.push_back({named.isEmpty() && !what.isEmpty() ? m_words.named("meeting", what) : named,
                            m_words.date(*day), companyValue(*record, time), companyValue(*record, place)});
        }
        table("plan.meetings", {"plan.meeting", "plan.day", "plan.time", "plan.where"}, {0.38, 0.22, 0.1, 0.3},
              std::move(rows));
    }

    void places()
    {
        using namespace field::visit_stop;
        std::vector<QStringList> rows;
        for (const Record *record : inTime(EntityKind::VisitStop, day, time))
            rows.push_back({companyValue(*record, name), dateOr(m_words, companyValue(*record, day), "paper.no_date"),
                            companyValue(*record, time),
                            m_words(companyValue(*record, off_site) ? "plan.off_site" : "plan.on_site")});
        table("plan.places", {"plan.place", "plan.day", "plan.time", "plan.where"}, {0.5, 0.22, 0.12, 0.16},
              std::move(rows));
    }

    void allocation()
    {
        using namespace field::team_member;
        const auto active = activeMembers(m_view.assessment);
        std::vector<QStringList> rows;
        for (const Record *member : recordsInOrder(m_view.assessment, EntityKind::TeamMember)) {
            if (std::ranges::find(active, member) == active.end())
                continue;
            const QString who = companyValue(*member, role);
            rows.push_back({companyValue(*member, name), who.isEmpty() ? QString() : m_words.named("role", who),
                            companyValue(*member, chapters).join(QStringLiteral(", "))});
        }
        table("plan.allocation", {"team.name", "team.role", "team.chapters"}, {0.34, 0.22, 0.44}, std::move(rows));
    }

    const CaseView m_view;
    const Words &m_words;
    std::vector<PaperPiece> m_out;
};

/// For the team's own copy: group plans are the team's, and not read any other way.
PaperPiece groupsPiece(const CaseView &view, const Words &words)
{
    using namespace field::group_plan;
    PaperPiece piece{.kind = PaperPiece::Kind::Table,
                     .label = words("plan.groups"),
                     .heads = {words("plan.group"), words("plan.people"), words("plan.basis"), words("plan.outreach")},
                     .shares = {0.2, 0.09, 0.34, 0.37}};
    for (const QString &group : QString(infoOf(field::person::stakeholder).choices).split(QLatin1Char(' '))) {
        const Record &record = view.assessment.groupPlan(group);
        if (!record.isBlank())
            piece.rows.push_back({words.named("group", group), record[planned], record[basis], record[outreach]});
    }
    if (piece.rows.empty())
        piece.paragraphs = {words("paper.none")};
    return piece;
}

PaperPiece deviationsPiece(const Assessment &assessment, const Words &words)
{
    using namespace field::plan_deviation;
    PaperPiece piece{.kind = PaperPiece::Kind::Table,
                     .label = words("plan.deviations"),
                     .heads = {words("plan.noted"), words("plan.what"), words("plan.reason")},
                     .shares = {0.16, 0.44, 0.4}};
    for (const Record *record : recordsInOrder(assessment, EntityKind::PlanDeviation)) {
        const QString what = companyValue(*record, text);
        const auto day = companyValue(*record, noted);
        piece.rows.push_back({day ? words.shortDate(*day) : words("paper.no_date"),
                              companyValue(*record, is_limit) ? words("plan.is_limit", {{"text", what}}) : what,
                              companyValue(*record, reason)});
    }
    if (piece.rows.empty())
        piece.paragraphs = {words("paper.none")};
    return piece;
}

PaperPiece versionsPiece(const CaseView &view, const QString &now, const Words &words)
{
    using namespace field::plan_issue;
    PaperPiece piece{
        .kind = PaperPiece::Kind::Table,
        .label = words("plan.versions"),
        .heads = {words("plan.version"), words("plan.issued"), words("plan.agreed"), words("plan.changed")},
        .shares = {0.12, 0.16, 0.2, 0.52}};
    for (const Record *record : recordsInOrder(view.assessment, EntityKind::PlanIssue)) {
        const auto given = companyValue(*record, issued);
        const auto accepted = companyValue(*record, agreed);
        piece.rows.push_back({companyValue(*record, label), given ? words.shortDate(*given) : words("paper.no_date"),
                              accepted ? words.shortDate(*accepted) : words("paper.not_stated"),
                              companyValue(*record, reason)});
    }
    const Record *last = lastPlanIssue(view.assessment);
    if (piece.rows.empty())
        piece.paragraphs = {words("plan.unissued")};
    else if (last && companyValue(*last, text) != now)
        piece.paragraphs = {words("plan.current", {{"version", companyValue(*last, label)}})};
    return piece;
}

Result<QString> textOf(const CaseView &view, const QString &version)
{
    const Record *record = findByLabel(view.assessment, EntityKind::PlanIssue, version);
    if (!record)
        return Error{ErrorCode::InvalidValue, QStringLiteral("version: ") + version, ruleMark(Rule::PlanVersionKnown)};
    return companyValue(*record, field::plan_issue::text);
}

} // namespace

Result<Paper> auditPlan(const CaseView &view, const PublicAssessment &assessment, PlanCopy copy,
                        const QString &language)
{
    ADIT_TRY_ASSIGN(const Words words, paperWords(language));
    Paper paper = beginPaper(assessment, words, "plan");
    for (PaperPiece &piece : PlanPieces(view, words).make())
        paper.pieces.push_back(std::move(piece));
    if (copy == PlanCopy::Team) {
        paper.footer = words("paper.copy.team");
        const QString fictional = paper.strip.isEmpty() ? QString() : QStringLiteral(" · ") + paper.strip;
        paper.strip = paper.footer + fictional;
        paper.pieces.push_back(groupsPiece(view, words));
    }
    paper.pieces.push_back(deviationsPiece(view.assessment, words));
    ADIT_TRY_ASSIGN(const QString now, planText(view));
    paper.pieces.push_back(versionsPiece(view, now, words));
    return finished(std::move(paper), words);
}

Result<QString> planText(const CaseView &view)
{
    ADIT_TRY_ASSIGN(const Words words, paperWords(QStringLiteral("en")));
    return paperText(PlanPieces(view, words).make());
}

const Record *lastPlanIssue(const Assessment &assessment)
{
    const Record *last = nullptr;
    for (const Record *record : recordsInOrder(assessment, EntityKind::PlanIssue)) {
        using namespace field::plan_issue;
        const bool isLater = !last || companyValue(*record, issued) >= companyValue(*last, issued);
        if (record->has(text) && isLater)
            last = record;
    }
    return last;
}

Result<Edit> issuePlan(const CaseView &view, const EntityRef &entity, const PlanIssueInput &input)
{
    using namespace field::plan_issue;
    ADIT_TRY_ASSIGN(const QString now, planText(view));
    if (view.assessment.auditPlan().isBlank())
        return Error{ErrorCode::NothingToChange, ruleMark(Rule::PlanEmpty)};
    const Record *last = lastPlanIssue(view.assessment);
    if (last && companyValue(*last, text) == now)
        return Error{ErrorCode::NothingToChange, ruleMark(Rule::PlanAsIssued, {companyValue(*last, label)})};
    if (last && input.reason.trimmed().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("reason:"),
                     ruleMark(Rule::WhyNewVersion, {companyValue(*last, label)})};
    RecordInput record{
        .values = {{&infoOf(issued), toIso(input.day)}, {&infoOf(reason), input.reason}, {&infoOf(text), now}}};
    if (input.agreed)
        record.values.emplace_back(&infoOf(agreed), toIso(*input.agreed));
    return addRecord(view, entity, record);
}

Result<std::vector<DiffLine>> planChanges(const CaseView &view, const QString &from, const QString &to)
{
    ADIT_TRY_ASSIGN(const QString before, textOf(view, from));
    ADIT_TRY_ASSIGN(const QString after, to.isEmpty() ? planText(view) : textOf(view, to));
    return lineDiff(before, after);
}

} // namespace adit
