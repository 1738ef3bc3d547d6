// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/gaterow.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace adit {

namespace {

QWidget *newMark(GateRow::Mark mark, QWidget *parent)
{
    if (mark == GateRow::Mark::Warning)
        return new IconLabel(QStringLiteral("warning"), Role::Partially, parent);
    if (mark == GateRow::Mark::Passed)
        return new IconLabel(QStringLiteral("flag"), Role::Partially, parent);
    if (mark == GateRow::Mark::Blocked)
        return new IconLabel(QStringLiteral("close"), Role::NotMet, parent);
    auto *label = new StepMarkLabel(grid::icon, parent);
    label->setMark(mark == GateRow::Mark::Met ? StepMark::Closed : StepMark::ToCome);
    return label;
}

} // namespace

GateRow::GateRow(Mark mark, const Words &words, QWidget *parent)
    : QWidget(parent)
{
    setToolTip(words.tip);
    const bool isMet = mark == Mark::Met;
    auto *title = newLabel(this, words.title, isMet ? Type::Body : Type::Strong, Role::Text);
    title->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(title);
    if (!words.detail.isEmpty()) {
        auto *detail = newLabel(this, words.detail, Type::Small, Role::SecondText);
        detail->setWordWrap(true);
        texts->addWidget(detail);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 7, 0, 8);
    layout->setSpacing(grid::inside);
    layout->addWidget(newMark(mark, this), 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    if (words.link.isEmpty())
        return;
    auto *link = new Button(Button::Kind::Link, words.link, this);
    link->setObjectName(QStringLiteral("gateLink"));
    link->setAccessibleName(words.link + QStringLiteral(": ") + words.title);
    layout->addWidget(link, 0, Qt::AlignTop);
    connect(link, &Button::clicked, this, &GateRow::followed);
}

void GateRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::current().color(Role::Line));
}

} // namespace adit
