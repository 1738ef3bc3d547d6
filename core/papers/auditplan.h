// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/papers/linediff.h"
#include "core/papers/paper.h"

namespace adit {

/// Who gets a copy. How many of each group are to be heard, and how they are reached, is the team's alone.
enum class PlanCopy { Company, Team };

/// The audit plan: objectives, criteria, scope, dates, places and meetings, the allocation of chapters, languages,
/// sampling, logistics, confidentiality, follow-up; then what was done otherwise, and the versions given out.
/// `assessment` is the same case's public record. Error UnknownChoice for a language without words.
Result<Paper> auditPlan(const CaseView &view, const PublicAssessment &assessment, PlanCopy copy = PlanCopy::Company,
                        const QString &language = QStringLiteral("en"));

/// The plan itself as plain text, without deviations and versions: what a version keeps. Pure; of what the company may
/// see, in English.
Result<QString> planText(const CaseView &view);

/// What a version is given out with.
struct PlanIssueInput
{
    QDate day;
    QString reason;                   ///< what changed and why
    std::optional<QDate> agreed = {}; ///< with the mine
};
/// A version of the plan: the plan as it is now, with a number of its own (`entity`, from CaseDocument::newEntity()).
/// It stays as it was given out whatever the plan becomes. Errors: NothingToChange where the plan is as the last
/// version has it (subject: that version) or where nothing is planned yet; InvalidValue as addRecord().
Result<Edit> issuePlan(const CaseView &view, const EntityRef &entity, const PlanIssueInput &input);

/// The version given out last that keeps its text; nothing if there is none.
const Record *lastPlanIssue(const Assessment &assessment);
/// What changed from one version to another, by their numbers; without the second one, to the plan as it is now. Error
/// InvalidValue for a number that there is not.
Result<std::vector<DiffLine>> planChanges(const CaseView &view, const QString &from, const QString &to = {});

} // namespace adit
