// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "core/assessment/ratingrules.h"
#include "core/process/timeline.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/resultwords.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>

namespace adit {

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_share(new ShareBar(this))
    , m_rated(newLabel(this, {}, Type::Strong, Role::Text))
    , m_deferred(newLabel(this, {}, Type::Body, Role::SecondText))
    , m_notRelevant(newLabel(this, {}, Type::Body, Role::SecondText))
    , m_level(newLabel(this, {}, Type::Body, Role::SecondText))
    , m_due(new Button(Button::Kind::Flat, {}, this))
    , m_file(newLabel(this, {}, Type::Small, Role::ThirdText))
{
    m_rated->setObjectName(QStringLiteral("statusRated"));
    m_level->setObjectName(QStringLiteral("statusLevel"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::group, 0, grid::group, 0);
    layout->setSpacing(grid::group);
    layout->addWidget(m_share);
    for (QLabel *label : {m_rated, m_deferred, m_notRelevant, m_level})
        layout->addWidget(label);
    layout->addStretch(1);
    layout->addWidget(m_due);
    layout->addWidget(m_file);
    m_due->setObjectName(QStringLiteral("statusDue"));
    m_due->setIconName(QStringLiteral("clock"));
    m_due->setToolTip(tr("Open the timeline"));
    connect(m_due, &Button::clicked, this, &StatusLine::timelineWanted);
}

void StatusLine::show(const CaseDocument &document, const ProcessState &process)
{
    int late = 0;
    int week = 0;
    for (const TimelineEntry &entry : timelineOf(document.view(), process.schedule)) {
        late += entry.isLate(process.today) ? 1 : 0;
        week += !entry.isDone && entry.day >= process.today && entry.day < process.today.addDays(7) ? 1 : 0;
    }
    QStringList due;
    if (late > 0)
        due.append(tr("%n late", nullptr, late));
    if (week > 0 || late == 0)
        due.append(tr("%n due this week", nullptr, week));
    m_due->setText(due.join(QStringLiteral(", ")));
    m_due->updateGeometry();
    const GroupScore &whole = document.scoreCard().whole;
    m_share->setShare(whole.relevant == 0 ? 0 : static_cast<double>(whole.rated()) / whole.relevant);
    m_rated->setText(tr("%1 of %2 rated").arg(whole.rated()).arg(whole.relevant));
    m_deferred->setText(tr("%1 deferred").arg(whole.deferred));
    m_deferred->setVisible(whole.deferred > 0);
    m_notRelevant->setText(tr("%1 not relevant").arg(whole.notRelevant));
    m_notRelevant->setVisible(whole.notRelevant > 0);
    const LevelResult &result = document.scoreCard().level;
    const QString status = resultStatus(document.view(), result);
    const QString level = levelInterval(document.standard(), result);
    // The room is short: the preview of a postponed result stands on the scoreboard.
    m_level->setText(result.isPostponed                            ? tr("Level: %1").arg(status)
                     : keepsPreviousRatings(document.assessment()) ? tr("%1: %2").arg(status, level)
                                                                   : tr("Level: %1").arg(level));
    m_file->setText(QFileInfo(document.path()).fileName());
    m_file->setToolTip(QDir::toNativeSeparators(document.path()));
    show();
}

} // namespace adit
