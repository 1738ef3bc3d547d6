// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/auditlimits.h"

#include "core/base/rule.h"
#include "core/edits/recordrules.h"
#include "core/papers/companyvalue.h"
#include "core/papers/paperwords.h"

#include <algorithm>

namespace adit {

using report::Words;

namespace {

/// Lines and blanks of the public field count for nothing.
bool isTold(const QString &limits, const QString &sentence)
{
    return limits.simplified().contains(sentence.simplified());
}

void addDeviations(const Assessment &assessment, std::vector<UntoldLimit> &out)
{
    using namespace field::plan_deviation;
    for (const Record *record : recordsInOrder(assessment, EntityKind::PlanDeviation))
        if (companyValue(*record, is_limit))
            out.push_back({EntityKind::PlanDeviation, companyValue(*record, label), companyValue(*record, text)});
}

void addPlaces(const Assessment &assessment, const Words &words, std::vector<UntoldLimit> &out)
{
    using namespace field::visit_stop;
    for (const Record *record : recordsInOrder(assessment, EntityKind::VisitStop)) {
        const QString reason = companyValue(*record, not_visited);
        if (!reason.isEmpty() && !record->has(visited))
            out.push_back({EntityKind::VisitStop, companyValue(*record, label),
                           words("limits.place", {{"place", companyValue(*record, name)}, {"reason", reason}})});
    }
}

/// Only their number leaves the team.
void addCounts(const Assessment &assessment, const Words &words, std::vector<UntoldLimit> &out)
{
    const auto count = [&](EntityKind kind, const auto &isOne) {
        return static_cast<int>(
            std::ranges::count_if(assessment.records(kind), [&](const auto &entry) { return isOne(entry.second); }));
    };
    const int cancelled = count(EntityKind::Interview, [](const Record &record) {
        return record.has(field::interview::cancelled) && !record.has(field::interview::held);
    });
    const int unseen = count(EntityKind::Evidence, [](const Record &record) {
        return record[field::evidence::state] == QLatin1String("deferred") && !record.has(field::evidence::seen) &&
               !record.has(field::evidence::removed);
    });
    if (cancelled > 0)
        out.push_back({EntityKind::Interview, {}, words.counted("limits.interviews", cancelled)});
    if (unseen > 0)
        out.push_back({EntityKind::Evidence, {}, words.counted("limits.evidence", unseen)});
}

} // namespace

Result<std::vector<UntoldLimit>> untoldLimits(const CaseView &view)
{
    ADIT_TRY_ASSIGN(const Words words, paperWords(QStringLiteral("en")));
    std::vector<UntoldLimit> out;
    addDeviations(view.assessment, out);
    addPlaces(view.assessment, words, out);
    addCounts(view.assessment, words, out);
    if (!words.missing().isEmpty())
        return Error{ErrorCode::ReportFailed, QStringLiteral("words"), words.missing()};
    const QString told = view.assessment.details()[field::details::limits];
    std::erase_if(out, [&](const UntoldLimit &limit) {
        return limit.sentence.trimmed().isEmpty() || isTold(told, limit.sentence);
    });
    return out;
}

Result<Edit> takeIntoLimits(const CaseView &view, const QStringList &sentences)
{
    if (sentences.isEmpty())
        return Error{ErrorCode::NothingToChange, ruleMark(Rule::LimitsWithoutSentence)};
    QStringList lines;
    if (const QString told = view.assessment.details()[field::details::limits].trimmed(); !told.isEmpty())
        lines.append(told);
    for (const QString &sentence : sentences)
        lines.append(sentence.simplified());
    return describe(view, {{&infoOf(field::details::limits), lines.join(QLatin1Char('\n'))}});
}

} // namespace adit
