// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/groupspanel.h"

#include "core/assessment/peopleheard.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/choicewords.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

GroupsPanel::GroupsPanel(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_head(new SectionHeader(tr("People heard"), this))
    , m_rows(new QGridLayout)
{
    setObjectName(QStringLiteral("groupsHeard"));
    m_head->setRuled(true);
    m_rows->setHorizontalSpacing(grid::inside);
    m_rows->setVerticalSpacing(grid::unit);
    m_rows->setColumnStretch(0, 1);
    auto *open = new Button(Button::Kind::Link, tr("Open the interviews"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_head);
    layout->addLayout(m_rows);
    layout->addWidget(
        newLabel(this, tr("Counts of 1 to 4 are never printed in public."), Type::Small, Role::ThirdText));
    layout->addWidget(open, 0, Qt::AlignLeading);
    connect(open, &Button::clicked, this, &GroupsPanel::wanted);
}

void GroupsPanel::refresh()
{
    const Assessment &assessment = m_document.assessment();
    const auto heard = heardByGroup(assessment);
    std::vector<Group> groups;
    Group all;
    for (const QString &group : choiceCodes(infoOf(field::person::stakeholder))) {
        const int have = heard.value(group);
        const int planned = assessment.groupPlan(group)[field::group_plan::planned].toInt();
        if (have == 0 && planned == 0)
            continue;
        groups.push_back({group, have, planned});
        all.heard += have;
        all.planned += planned;
    }
    m_head->setDetail(tr("%1 of %2").arg(all.heard).arg(all.planned));
    if (groups == m_shown)
        return;
    m_shown = std::move(groups);
    emptyLayout(m_rows);
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        addRow(m_shown[row], static_cast<int>(row));
}

void GroupsPanel::addRow(const Group &group, int row)
{
    const bool isShort = group.heard < group.planned;
    auto *bar = new ShareBar(this);
    bar->setShare(group.planned > 0 ? std::min(1.0, double(group.heard) / group.planned) : 1.0);
    auto *count = newLabel(
        this, group.planned > 0 ? tr("%1 of %2").arg(group.heard).arg(group.planned) : QString::number(group.heard),
        isShort ? Type::Strong : Type::Body, isShort ? Role::Text : Role::SecondText);
    count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    const QString name = choiceWord(infoOf(field::person::stakeholder), group.code);
    m_rows->addWidget(newLabel(this, name, Type::Body, Role::Text), row, 0);
    m_rows->addWidget(bar, row, 1);
    m_rows->addWidget(count, row, 2);
    m_rows->addWidget(new IconLabel(isShort ? QStringLiteral("warning") : QStringLiteral("check"),
                                    isShort ? Role::Partially : Role::SecondText, this),
                      row, 3);
}

} // namespace adit
