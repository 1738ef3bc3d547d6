// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/steppage.h"

#include "core/edits/identityverbs.h"
#include "core/process/processverbs.h"
#include "core/process/progress.h"
#include "ui/look/measures.h"
#include "ui/pages/assess/reasonform.h"
#include "ui/pages/papers/announcementpanel.h"
#include "ui/pages/processrows.h"
#include "ui/pages/records/recordlists.h"
#include "ui/pages/step/gatespanel.h"
#include "ui/pages/step/groupspanel.h"
#include "ui/pages/step/milestonerow.h"
#include "ui/pages/step/recordspanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/processwords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

StepPage::StepPage(Editor &editor, const ProcessWatch &process, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_process(process)
    , m_conditions(new GatesPanel(this))
    , m_dates(new QVBoxLayout)
    , m_records(new QVBoxLayout)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("stepPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_reason = new ReasonForm(QStringLiteral("pass"), this);
    m_reason->hide();
    m_reason->findChild<CommitTextEdit *>()->setAccessibleName(tr("Reason, team only"));
    auto *content = new QWidget;
    m_dates->setSpacing(0);
    m_records->setSpacing(grid::group);
    auto *records = new QVBoxLayout;
    records->addLayout(m_records);
    records->addStretch(1);
    m_columns->setSpacing(32);
    m_columns->addWidget(m_conditions, 5);
    m_columns->addWidget(newDates(), 4);
    m_columns->addLayout(records, 4);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(grid::page, grid::group, grid::page, grid::page);
    inner->addLayout(m_columns);
    inner->addStretch(1);
    QScrollArea *scroll = newPageScroll(content, this);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(newHead());
    layout->addWidget(scroll, 1);
    connect(m_conditions, &GatesPanel::wanted, this, &StepPage::wanted);
    connect(m_reason, &ReasonForm::confirmed, this, &StepPage::pass);
    connect(m_reason, &ReasonForm::cancelled, this, [this] { showReason(false); });
    connect(&editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *StepPage::newHead()
{
    auto *head = new QWidget(this);
    m_mark = new StepMarkLabel(18, head);
    m_title = newLabel(head, {}, Type::Title, Role::Text);
    m_state = newLabel(head, {}, Type::Small, Role::SecondText);
    m_rule = newReading(head, {}, Type::Small, Role::ThirdText);
    m_pass = new Button(Button::Kind::Plain, tr("Pass a gate with a reason"), head);
    m_pass->setObjectName(QStringLiteral("passGates"));
    m_toggle = new Button(Button::Kind::Plain, {}, head);
    m_toggle->setObjectName(QStringLiteral("toggleStep"));
    m_gates = new QComboBox(head);
    m_gates->setObjectName(QStringLiteral("gateToPass"));
    m_gates->setAccessibleName(tr("Gate"));
    m_gates->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_gates->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_mark);
    line->addWidget(m_title, 1);
    line->addWidget(m_pass);
    line->addWidget(m_toggle);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::inside);
    layout->setSpacing(grid::unit);
    layout->addLayout(line);
    layout->addWidget(m_state);
    layout->addWidget(m_rule);
    layout->addWidget(m_gates);
    layout->addWidget(m_reason);
    connect(m_toggle, &Button::clicked, this, &StepPage::move);
    connect(m_pass, &Button::clicked, this, &StepPage::askForReason);
    return head;
}

QWidget *StepPage::newDates()
{
    auto *dates = new QWidget(this);
    m_datesHead = new SectionHeader(tr("Dates"), dates);
    m_datesHead->setRuled(true);
    auto *notesHead = new SectionHeader(tr("Notes"), dates);
    notesHead->setAudience(AudienceMark::Team, tr("team only"));
    m_notes = new CommitTextEdit(dates);
    m_notes->setObjectName(QStringLiteral("stepNotes"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setLines(4);
    m_notes->setFixedHeight(m_notes->sizeHint().height());
    auto *layout = new QVBoxLayout(dates);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_datesHead);
    layout->addLayout(m_dates);
    layout->addSpacing(grid::inside);
    layout->addWidget(notesHead);
    layout->addWidget(m_notes);
    layout->addStretch(1);
    connect(m_notes, &CommitTextEdit::committed, this, [this](const QString &text) {
        const CaseView view = m_editor.document().view();
        m_editor.submit(EditBuilder(view, Verb::Change, m_step)
                            .set(view.assessment.stepRef(m_step), field::step::notes, text)
                            .build());
    });
    return dates;
}

void StepPage::show(const QString &step)
{
    showReason(false);
    m_notes->forget();
    if (m_step != step) {
        m_step = step;
        layStep();
    }
    if (isVisible()) // else it is refreshed when it is shown
        refresh();
}

bool StepPage::asksFor(GateCheck check) const
{
    return std::ranges::any_of(m_editor.document().standard().process().gates,
                               [&](const Gate &gate) { return gate.step == m_step && gate.check == check; });
}

void StepPage::addAnnouncement()
{
    const QString languages = m_editor.document().assessment().auditPlan()[field::audit_plan::languages];
    auto *panel = new AnnouncementPanel(m_announcement,
                                        languages.isEmpty() ? QString() : tr("In the plan: %1").arg(languages), this);
    connect(panel, &AnnouncementPanel::changed, this,
            [this](const AnnouncementInput &input) { m_announcement = input; });
    connect(panel, &AnnouncementPanel::wanted, this, &StepPage::announcementWanted);
    connect(panel, &AnnouncementPanel::textWanted, this, &StepPage::publicationWanted);
    m_records->addWidget(panel);
}

/// What a step has does not change while it is shown; only what is in it does.
void StepPage::layStep()
{
    emptyLayout(m_dates);
    emptyLayout(m_records);
    m_milestones.clear();
    m_panels.clear();
    m_groups = nullptr;
    if (asksFor(GateCheck::Announced))
        addAnnouncement();
    if (asksFor(GateCheck::GroupsHeard)) {
        m_groups = new GroupsPanel(m_editor.document(), this);
        connect(m_groups, &GroupsPanel::wanted, this, [this] {
            Q_EMIT wanted({QStringLiteral("people"), EntityKind::Interview, {}});
        });
        m_records->addWidget(m_groups);
    }
    for (const Milestone &milestone : m_editor.document().standard().process().milestones) {
        if (milestone.step != m_step)
            continue;
        auto *row = new MilestoneRow(milestone.code, this);
        connect(row, &MilestoneRow::changed, this, [this](const QString &code, const MilestoneInput &input) {
            if (!m_editor.submit(setMilestone(m_editor.document().view(), code, input)))
                refreshDates();
        });
        m_dates->addWidget(row);
        m_milestones.push_back(row);
    }
    m_datesHead->setVisible(!m_milestones.empty());
    for (const EntityKind kind : listsOf(m_step, m_editor.document().standard())) {
        auto *panel = new RecordsPanel(m_editor.document(), kind, this);
        connect(panel, &RecordsPanel::wanted, this, [this](EntityKind list, const QString &label) {
            if (const RecordPageInfo *page = pageOf(list))
                Q_EMIT wanted({QLatin1String(page->id), list, label});
        });
        m_records->addWidget(panel);
        m_panels.push_back(panel);
    }
}

bool StepPage::opensNext() const
{
    const Record &record = m_editor.document().assessment().step(m_step);
    return !record.has(field::step::state) && !record.has(field::step::opened);
}

void StepPage::refresh()
{
    const CaseDocument &document = m_editor.document();
    const ProcessStep *step = document.standard().process().step(m_step);
    if (!step)
        return;
    const bool opens = opensNext();
    refreshHead(*step, opens);
    m_conditions->show(m_process.state().gatesOf(m_step, opens), document.view(), opens);
    refreshDates();
    m_notes->setStored(document.assessment().step(m_step)[field::step::notes]);
    for (RecordsPanel *panel : m_panels)
        panel->show(m_step);
    if (m_groups)
        m_groups->refresh();
}

void StepPage::refreshHead(const ProcessStep &step, bool opens)
{
    const CaseDocument &document = m_editor.document();
    const Record &record = document.assessment().step(m_step);
    const bool closed = stepState(document.view(), step) == StepState::Closed;
    m_mark->setMark(markOf(document, step));
    m_title->setText(step.code + QLatin1Char(' ') + step.title.in(catalogueLanguage()));
    QStringList state;
    if (const auto opened = record[field::step::opened])
        state.append(tr("Opened %1").arg(dateWords(*opened)));
    if (const auto ended = record[field::step::closed])
        state.append(tr("closed %1").arg(dateWords(*ended)));
    if (state.isEmpty())
        state.append(step.optional ? tr("Optional, not opened") : opens ? tr("Not opened yet") : tr("Open"));
    m_state->setText(state.join(QStringLiteral(", ")));
    m_rule->setText(step.rule.in(catalogueLanguage()) + QLatin1Char(' ') + certaintyWords(step.certainty));
    const auto shut = m_process.state().shut(m_step, opens);
    const bool canMove = closed || shut.empty();
    m_toggle->setText(closed ? tr("Open again") : opens ? tr("Open step") : tr("Close step"));
    m_toggle->setEnabled(canMove);
    m_toggle->setToolTip(canMove ? QString() : tr("Something is missing: see the list"));
    m_toggle->updateGeometry();
    const bool canPass =
        !closed && std::ranges::any_of(shut, [](const GateState *gate) { return gate->gate->overridable; });
    m_pass->setVisible(canPass);
}

void StepPage::refreshDates()
{
    const Schedule &schedule = m_process.state().schedule;
    for (MilestoneRow *row : m_milestones) {
        const QString code = row->objectName().mid(10);
        const MilestoneState *state = schedule.milestone(code);
        const QString extension = m_editor.document().assessment().milestone(code)[field::milestone::extension];
        if (state)
            row->show(*state, schedule, extension);
    }
}

void StepPage::move()
{
    const CaseView view = m_editor.document().view();
    const ProcessStep *step = view.standard.process().step(m_step);
    const bool opens = opensNext() || stepState(view, *step) == StepState::Closed;
    m_editor.submit(opens ? openStep(view, m_process.state(), m_step) : closeStep(view, m_process.state(), m_step));
}

void StepPage::askForReason()
{
    // Passing a gate is done in one's own name (process.md, Codes).
    if (!m_editor.profile())
        return m_editor.askForProfile();
    m_gates->clear();
    for (const GateState *gate : m_process.state().shut(m_step, opensNext()))
        if (gate->gate->overridable)
            m_gates->addItem(gate->gate->title.in(catalogueLanguage()), gate->gate->code);
    m_reason->ask(ReasonForm::Asks::Justification, tr("Why this gate is passed; the reason stays on record"),
                  tr("Pass the gate"), {}, std::nullopt);
    showReason(true);
    m_reason->focusMissing();
}

void StepPage::showReason(bool shown)
{
    m_gates->setVisible(shown);
    m_reason->setVisible(shown);
}

void StepPage::pass(const QString &reason)
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    const CaseView view = m_editor.document().view();
    auto edit = passGate(view, m_process.state(), m_gates->currentData().toString(), profile->shown().actor(), reason);
    if (edit)
        if (auto introduced = introduce(view, profile->shown()))
            append(*edit, std::move(*introduced));
    if (m_editor.submit(edit))
        showReason(false);
}

void StepPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void StepPage::focusMain()
{
    if (m_toggle->isEnabled())
        return m_toggle->setFocus(Qt::OtherFocusReason);
    // Work goes on where the first thing is missing.
    if (!m_conditions->focusFirst())
        m_notes->setFocus(Qt::OtherFocusReason);
}

bool StepPage::commitPending()
{
    m_notes->commitNow();
    bool stored = !m_notes->hasPending();
    for (MilestoneRow *row : m_milestones)
        stored = row->commitPending() && stored;
    return stored && (m_reason->isHidden() || m_reason->commitNow());
}

void StepPage::forgetPending()
{
    m_notes->forget();
    m_reason->forget();
    showReason(false);
    for (MilestoneRow *row : m_milestones)
        row->forgetPending();
}

void StepPage::setRoom(int width)
{
    m_columns->setDirection(width < 1000 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace adit
