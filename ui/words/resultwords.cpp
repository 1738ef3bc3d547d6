// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/resultwords.h"

#include "core/assessment/ratingrules.h"
#include "core/process/earlycorrection.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace adit {

namespace {

/// The context of what this file says.
class ResultWords
{
    Q_DECLARE_TR_FUNCTIONS(ResultWords)
};

QString year(const Assessment &assessment)
{
    return assessment.details()[field::details::previous_year];
}

} // namespace

QString previousAuditWords(const Assessment &assessment)
{
    return year(assessment).isEmpty() ? ResultWords::tr("the audit before")
                                      : ResultWords::tr("the audit of %1").arg(year(assessment));
}

QString statusWords(LevelStatus status)
{
    switch (status) {
    case LevelStatus::Final:
        return ResultWords::tr("Final");
    case LevelStatus::Pending:
        return ResultWords::tr("Pending");
    case LevelStatus::Provisional:
        break;
    }
    return ResultWords::tr("Provisional");
}

QString resultStatus(const CaseView &view, const LevelResult &level)
{
    if (level.isPostponed)
        return ResultWords::tr("Postponed");
    if (keepsPreviousRatings(view.assessment))
        return year(view.assessment).isEmpty() ? ResultWords::tr("As of the audit before")
                                               : ResultWords::tr("As of %1").arg(year(view.assessment));
    return statusWords(level.status);
}

QString resultSentence(const CaseView &view, const LevelResult &level, const QDate &today)
{
    QString label = levelLabel(view.standard, level, catalogueLanguage());
    if (level.isPostponed) {
        const auto end = correctionEnds(view, scheduleOf(view, today));
        return end ? ResultWords::tr("Result postponed: early corrective action until %1.").arg(dateWords(*end))
                   : ResultWords::tr("Result postponed: early corrective action is under way.");
    }
    if (keepsPreviousRatings(view.assessment))
        return ResultWords::tr("A surveillance gives no new scores. As of %1: %2")
            .arg(previousAuditWords(view.assessment), label);
    return label;
}

} // namespace adit
