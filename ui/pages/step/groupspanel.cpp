// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/groupspanel.h"

#include "core/process/gates.h"
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
    emptyLayout(m_rows);
    const Assessment &assessment = m_document.assessment();
    const auto heard = heardByGroup(assessment);
    const FieldInfo &groups = infoOf(field::person::stakeholder);
    int all = 0;
    int allPlanned = 0;
    int row = 0;
    for (const QString &group : choiceCodes(groups)) {
        const int have = heard.value(group);
        const int planned = assessment.groupPlan(group)[field::group_plan::planned].toInt();
        if (have == 0 && planned == 0)
            continue;
        all += have;
        allPlanned += planned;
        const bool isShort = have < planned;
        auto *bar = new ShareBar(this);
        bar->setShare(planned > 0 ? std::min(1.0, double(have) / planned) : 1.0);
        auto *count = newLabel(this, planned > 0 ? tr("%1 of %2").arg(have).arg(planned) : QString::number(have),
                               isShort ? Type::Strong : Type::Body, isShort ? Role::Text : Role::SecondText);
        count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        m_rows->addWidget(newLabel(this, choiceWord(groups, group), Type::Body, Role::Text), row, 0);
        m_rows->addWidget(bar, row, 1);
        m_rows->addWidget(count, row, 2);
        m_rows->addWidget(new IconLabel(isShort ? QStringLiteral("warning") : QStringLiteral("check"),
                                        isShort ? Role::Partially : Role::SecondText, this),
                          row, 3);
        ++row;
    }
    m_head->setDetail(tr("%1 of %2").arg(all).arg(allPlanned));
}

} // namespace adit
