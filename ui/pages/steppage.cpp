// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/steppage.h"

#include "ui/look/measures.h"
#include "ui/pages/processrows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

QString certaintyWords(const QString &code)
{
    if (code == QLatin1String("S"))
        return StepPage::tr("Read in a public source of the scheme.");
    if (code == QLatin1String("M"))
        return StepPage::tr("From the project’s source documents.");
    return StepPage::tr("An assumption of this catalogue.");
}

} // namespace

StepPage::StepPage(Editor &editor, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_mark(new StepMarkLabel(18, this))
    , m_title(newLabel(this, {}, Type::Title, Role::Text))
    , m_state(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_rule(newLabel(this, {}, Type::Body, Role::Text))
    , m_certainty(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_toggle(new Button(Button::Kind::Plain, {}, this))
{
    setObjectName(QStringLiteral("stepPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_toggle->setObjectName(QStringLiteral("toggleStep"));
    m_rule->setWordWrap(true);
    m_rule->setMaximumWidth(scaled(font(), 560));
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_mark);
    head->addWidget(m_title, 1);
    head->addWidget(m_toggle);
    auto *ruleHead = new SectionHeader(tr("What this step asks"), this);
    ruleHead->setRuled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_state);
    layout->addSpacing(grid::group);
    layout->addWidget(ruleHead);
    layout->addSpacing(grid::unit);
    layout->addWidget(m_rule);
    layout->addWidget(m_certainty);
    layout->addStretch(1);
    connect(m_toggle, &Button::clicked, this, [this] {
        const CaseView view = m_editor.document().view();
        const bool closed = view.assessment.step(m_step)[field::step::state] == QLatin1String("closed");
        m_editor.submit(setStep(view, m_step, closed, m_editor.document().today()));
    });
    connect(&editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void StepPage::show(const QString &step)
{
    m_step = step;
    refresh();
}

void StepPage::focusMain()
{
    m_toggle->setFocus(Qt::OtherFocusReason);
}

void StepPage::refresh()
{
    const CaseDocument &document = m_editor.document();
    const auto &steps = document.standard().steps();
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const ProcessStep &s) { return s.code == m_step; });
    if (found == steps.end())
        return;
    const QString state = document.assessment().step(m_step)[field::step::state];
    const bool closed = state == QLatin1String("closed");
    m_mark->setMark(markOf(document, *found));
    m_title->setText(found->code + QLatin1Char(' ') + found->title.in(catalogueLanguage()));
    m_state->setText(closed                           ? tr("Closed")
                     : state == QLatin1String("open") ? tr("Open")
                     : found->optional                ? tr("Optional, not opened")
                                                      : tr("Not opened yet"));
    m_rule->setText(found->rule.in(catalogueLanguage()));
    m_certainty->setText(certaintyWords(found->certainty));
    m_toggle->setText(closed ? tr("Open again") : tr("Close step"));
    m_toggle->updateGeometry();
}

} // namespace adit
