// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/decisionview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/review/decisionform.h"
#include "ui/pages/step/gaterow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/reviewwords.h"
#include "ui/words/words.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr std::size_t mostBroken = 8;

/// Where what a broken leaf names is looked at.
Destination placeOf(const LeafSubject &entity)
{
    if (entity.kind == EntityKind::Details)
        return {QStringLiteral("details")};
    if (entity.kind == EntityKind::Nonconformity)
        return {QStringLiteral("actions"), EntityKind::Nonconformity, entity.code};
    return {QStringLiteral("assess"), std::nullopt, entity.code};
}

/// Somebody, and below in small print what is known of them.
QWidget *newPersonRow(const QString &name, const QString &detail, QWidget *parent)
{
    auto *row = new QFrame(parent);
    row->setProperty("rule", QStringLiteral("bottom"));
    auto *words = newLabel(row, detail, Type::Small, Role::SecondText);
    words->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(newLabel(row, name, Type::Body, Role::Text));
    texts->addWidget(words);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 7, 0, 8);
    layout->setSpacing(grid::inside);
    layout->addWidget(new IconLabel(QStringLiteral("person"), Role::SecondText, row), 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    return row;
}

} // namespace

DecisionView::DecisionView(Editor &editor, const ProcessWatch &process, QWidget *parent)
    : ReviewView(parent)
    , m_editor(editor)
    , m_process(process)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *content = new QWidget;
    auto *left = new QWidget(content);
    auto *right = new QWidget(content);
    auto *grounds = newColumn(left);
    m_checklist = newColumn(nullptr);
    m_independence = newColumn(nullptr);
    grounds->addLayout(m_checklist);
    grounds->addSpacing(grid::page);
    grounds->addLayout(m_independence);
    grounds->addStretch(1);
    auto *decision = newColumn(right);
    m_present = newColumn(nullptr);
    m_form = new DecisionForm(editor.document(), right);
    m_formHead = new SectionHeader(tr("Decide"), right);
    m_formHead->setRuled(true);
    decision->addLayout(m_present);
    decision->addSpacing(grid::page);
    decision->addWidget(m_formHead);
    decision->addSpacing(grid::inside);
    decision->addWidget(m_form);
    decision->addStretch(1);
    for (QWidget *column : {left, right})
        column->setMaximumWidth(scaled(font(), 640));
    m_columns->setContentsMargins(grid::page, 14, grid::page, grid::group);
    m_columns->setSpacing(2 * grid::page);
    m_columns->addWidget(left, 1);
    m_columns->addWidget(right, 1);
    m_columns->addStretch(0);
    content->setLayout(m_columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(newPageScroll(content, this));
    connect(m_form, &DecisionForm::confirmed, this, &DecisionView::decideNow);
}

QVBoxLayout *DecisionView::newColumn(QWidget *parent) const
{
    auto *column = parent ? new QVBoxLayout(parent) : new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

void DecisionView::refresh()
{
    CaseDocument &document = m_editor.document();
    const auto history = document.workDone();
    if (!history) {
        m_editor.submit(history.error());
        return;
    }
    const CaseView view = document.view();
    const DecisionGround ground{view, document.scoreCard(), m_process.state(), *history};
    const auto checks = decisionChecklist(ground);
    showChecklist(ground, checks);
    showIndependence(*history);
    showPresent();
    m_form->refresh(checks);
}

void DecisionView::showChecklist(const DecisionGround &ground, const std::vector<DecisionCheck> &checks)
{
    emptyLayout(m_checklist);
    auto *parent = m_form->parentWidget();
    auto *head = new SectionHeader(tr("Before deciding"), parent);
    head->setRuled(true);
    head->setDetail(tr("%1 of %2").arg(std::ranges::count_if(checks, &DecisionCheck::isMet)).arg(checks.size()));
    m_checklist->addWidget(head);
    for (const DecisionCheck &check : checks) {
        auto *row = new GateRow(
            check.isMet() ? GateRow::Mark::Met : GateRow::Mark::Missing,
            {checkWords(check.code), checkMissingWords(check, ground), check.isMet() ? QString() : tr("Go there"), {}},
            parent);
        row->setObjectName(QStringLiteral("check-") + check.code);
        connect(row, &GateRow::followed, this, [this, check] { follow(check); });
        m_checklist->addWidget(row);
    }
}

void DecisionView::follow(const DecisionCheck &check)
{
    if (check.code == QLatin1String("findings-reviewed"))
        return Q_EMIT chaptersWanted();
    if (check.code == QLatin1String("comments-answered"))
        return Q_EMIT threadsWanted();
    if (check.code == QLatin1String("independence"))
        return Q_EMIT wanted({QStringLiteral("plan"), EntityKind::TeamMember});
    const GateState *gate = m_process.state().gate(check.missing.value(0));
    if (!gate)
        return;
    Destination destination = destinationOf(*gate, m_editor.document().standard());
    if (destination.page.isEmpty())
        destination.page = QStringLiteral("step:") + gate->gate->step;
    Q_EMIT wanted(destination);
}

void DecisionView::showIndependence(const std::vector<WorkDone> &history)
{
    emptyLayout(m_independence);
    auto *parent = m_form->parentWidget();
    auto *head = new SectionHeader(tr("Independence"), parent);
    head->setRuled(true);
    m_independence->addWidget(head);
    const IndependenceStatement statement = independenceOf(m_editor.document().assessment(), history);
    const FieldInfo &roles = infoOf(field::team_member::role);
    for (const auto &person : statement.people) {
        QStringList detail{workWords(person.work)};
        if (person.fingerprint.isEmpty())
            detail.append(tr("The team’s list names no profile of theirs, so they cannot sign."));
        m_independence->addWidget(newPersonRow(tr("%1, %2").arg(person.name, choiceWord(roles, person.role).toLower()),
                                               detail.join(QLatin1Char('\n')), parent));
    }
    QStringList deciders;
    for (const auto &person : statement.people)
        if (person.role == QLatin1String("decision-maker"))
            deciders.append(person.name);
    m_formHead->setDetail(deciders.isEmpty() ? tr("no decision maker on the team’s list yet")
                                             : tr("to be signed by %1").arg(deciders.join(QStringLiteral(", "))));
    QStringList words;
    for (const auto &breach : statement.breaches)
        words.append(breachWords(breach));
    words += unseenWords(statement);
    QString title = tr("Nobody who judges is on the audit team or changed what is judged.");
    auto mark = GateRow::Mark::Met;
    if (statement.people.empty()) {
        title = tr("Nobody on the team’s list reviews or decides yet.");
        mark = GateRow::Mark::Missing;
    } else if (!statement.holds()) {
        title = tr("The rule is broken, and nobody can set it aside.");
        mark = GateRow::Mark::Warning;
    } else if (!statement.isWhole()) {
        title = tr("Nothing that is seen here breaks the rule, but not everything is seen.");
        mark = GateRow::Mark::Missing;
    }
    auto *row = new GateRow(mark, {title, words.join(QLatin1Char('\n')), {}, {}}, parent);
    row->setObjectName(QStringLiteral("independence"));
    m_independence->addWidget(row);
}

void DecisionView::showPresent()
{
    emptyLayout(m_present);
    const CaseDocument &document = m_editor.document();
    auto *parent = m_form->parentWidget();
    auto *head = new SectionHeader(tr("The decision as it stands"), parent);
    head->setRuled(true);
    m_present->addWidget(head);
    m_present->addSpacing(grid::inside);
    const auto state = decisionOf(document.view());
    if (!state) {
        auto *none = newLabel(parent, tr("Nothing is decided yet."), Type::Body, Role::SecondText);
        none->setObjectName(QStringLiteral("decisionWords"));
        m_present->addWidget(none);
        return;
    }
    const Record &record = *state->record;
    auto *words = newLabel(parent, decisionWords(document.standard(), record), Type::Title,
                           state->holds() ? Role::Text : Role::SecondText);
    words->setObjectName(QStringLiteral("decisionWords"));
    m_present->addWidget(words);
    auto *who = newReading(parent,
                           tr("Decided %1 by %2")
                               .arg(dateWords(record[field::decision::decided].value_or(QDate())),
                                    personWords(document.assessment(), record[field::decision::decided_by])),
                           Type::Body, Role::SecondText);
    who->setWordWrap(true);
    m_present->addWidget(who);
    if (record.has(field::decision::reason)) {
        auto *reason = newReading(parent, record[field::decision::reason], Type::Body, Role::Text);
        reason->setWordWrap(true);
        m_present->addSpacing(grid::inside);
        m_present->addWidget(reason);
    }
    m_present->addSpacing(grid::inside);
    m_present->addWidget(newLabel(parent, tr("Root of what it rests on, %1").arg(record[field::decision::label]),
                                  Type::Small, Role::ThirdText));
    auto *root = newReading(parent, rootWords(record[field::decision::root]), Type::Small, Role::SecondText);
    root->setObjectName(QStringLiteral("decisionRoot"));
    root->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    root->setWordWrap(true);
    m_present->addWidget(root);
    m_present->addSpacing(grid::inside);
    showBroken(*state);
}

void DecisionView::showBroken(const DecisionState &state)
{
    auto *parent = m_form->parentWidget();
    const auto count = static_cast<int>(state.broken.size());
    const GateRow::Words words =
        state.holds()    ? GateRow::Words{tr("It holds: signed, and what it rests on is as it was."), {}, {}, {}}
        : state.isSigned ? GateRow::Words{tr("It no longer covers the case: a new decision is needed."),
                                          tr("%n thing(s) that it rests on are not as they were:", nullptr, count),
                                          {},
                                          {}}
                         : GateRow::Words{tr("Its signature does not hold: a new decision is needed."), {}, {}, {}};
    auto *row = new GateRow(state.holds() ? GateRow::Mark::Met : GateRow::Mark::Warning, words, parent);
    row->setObjectName(QStringLiteral("decisionStanding"));
    m_present->addWidget(row);
    const std::size_t shown = m_allBroken ? state.broken.size() : std::min(mostBroken, state.broken.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const LeafSubject entity = leafSubject(state.broken[i].key);
        auto *link = new Button(Button::Kind::Link, brokenWords(m_editor.document().view(), state.broken[i]), parent);
        link->setObjectName(QStringLiteral("brokenLeaf"));
        connect(link, &Button::clicked, this, [this, entity] { Q_EMIT wanted(placeOf(entity)); });
        m_present->addWidget(link, 0, Qt::AlignLeading);
    }
    if (shown == state.broken.size())
        return;
    auto *more = new Button(Button::Kind::Link,
                            tr("Show %n more", nullptr, static_cast<int>(state.broken.size() - shown)), parent);
    more->setObjectName(QStringLiteral("brokenMore"));
    connect(more, &Button::clicked, this, [this] {
        m_allBroken = true;
        showPresent();
    });
    m_present->addWidget(more, 0, Qt::AlignLeading);
}

void DecisionView::decideNow()
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    CaseDocument &document = m_editor.document();
    const auto history = document.workDone();
    if (!history) {
        m_editor.submit(history.error());
        return;
    }
    const CaseView view = document.view();
    const DecisionGround ground{view, document.scoreCard(), m_process.state(), *history};
    const EntityRef made = document.newEntity(EntityKind::Decision);
    const auto edit = decide(ground, made, m_form->input(), *profile, document.today());
    // The ground is of the case as it is: it is done with before the case changes.
    if (!m_editor.submit(edit))
        return;
    m_form->forget();
    m_allBroken = false;
    refresh();
}

bool DecisionView::commitPending()
{
    if (!m_form->hasPending())
        return true;
    m_editor.submit(Error{ErrorCode::NotConfirmed, tr("the decision")});
    return false;
}

void DecisionView::forgetPending()
{
    m_form->forget();
}

void DecisionView::focusMain()
{
    m_form->focusFirst();
}

void DecisionView::setNarrow(bool narrow)
{
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace adit
