// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/redactionsheet.h"

#include "core/disclosure/redactionverbs.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/printedmarks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words/choicewords.h"
#include "ui/words/releasewords.h"
#include "ui/words/reviewwords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

RedactionSheet::RedactionSheet(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_facts(new QVBoxLayout)
    , m_decision(buildDecision())
{
    setObjectName(QStringLiteral("redactionSheet"));
    setProperty("ground", QStringLiteral("alternate"));
    setAttribute(Qt::WA_StyledBackground);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(grid::inside);
    layout->addLayout(m_facts);
    layout->addWidget(m_decision);
    hide();
}

QWidget *RedactionSheet::buildDecision()
{
    auto *box = new QWidget(this);
    m_hold = newReading(box, {}, Type::Small, Role::Partially);
    m_hold->setObjectName(QStringLiteral("redactionHold"));
    m_reason = new CommitTextEdit(box);
    m_reason->setObjectName(QStringLiteral("redactionDecision"));
    m_reason->setAccessibleName(tr("Why it is decided so"));
    m_reason->setPlaceholderText(tr("Why it is decided so; needed to refuse and to withdraw"));
    m_reason->setLines(2);
    m_reason->setFixedHeight(m_reason->sizeHint().height());
    m_reviewBy = new DateField(box);
    m_reviewBy->setObjectName(QStringLiteral("redactionReviewBy"));
    m_reviewBy->setAccessibleName(fieldLabel(infoOf(field::redaction::review_by)));
    m_reviewBy->setMaximumWidth(scaled(font(), 150));
    m_approve = new Button(Button::Kind::Primary, tr("Approve"), box);
    m_approve->setObjectName(QStringLiteral("redactionApprove"));
    m_refuse = new Button(Button::Kind::Plain, tr("Refuse"), box);
    m_refuse->setObjectName(QStringLiteral("redactionRefuse"));
    m_withdraw = new Button(Button::Kind::Plain, tr("Withdraw"), box);
    m_withdraw->setObjectName(QStringLiteral("redactionWithdraw"));
    m_withdraw->setToolTip(tr("It is printed again, and stays on record."));
    m_anew = new Button(Button::Kind::Link, tr("Ask for other words…"), box);
    m_anew->setObjectName(QStringLiteral("redactionAnew"));
    auto *review = new QHBoxLayout;
    review->setSpacing(grid::inside);
    review->addWidget(newLabel(box, fieldLabel(infoOf(field::redaction::review_by)), Type::Small, Role::SecondText));
    review->addWidget(m_reviewBy);
    review->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    for (Button *button : {m_approve, m_refuse, m_withdraw, m_anew})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_hold);
    layout->addWidget(m_reason);
    layout->addLayout(review);
    layout->addLayout(buttons);
    connect(m_anew, &Button::clicked, this, &RedactionSheet::askAnew);
    connect(m_approve, &Button::clicked, this, [this] { decide(Decision::Approve); });
    connect(m_refuse, &Button::clicked, this, [this] { decide(Decision::Refuse); });
    connect(m_withdraw, &Button::clicked, this, [this] { decide(Decision::Withdraw); });
    return box;
}

void RedactionSheet::show(const QString &label)
{
    if (m_label != label)
        forget();
    m_label = label;
    const CaseDocument &document = m_editor.document();
    const auto states = redactionStates(document.view(), document.today());
    const auto state = std::ranges::find_if(
        states, [&](const RedactionState &each) { return (*each.record)[field::redaction::label] == label; });
    setVisible(state != states.end());
    if (state == states.end())
        return;
    showFacts(*state);
    showDecision(*state);
}

void RedactionSheet::addFact(const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *head = newLabel(this, name, Type::Small, Role::ThirdText);
    auto *words = newReading(this, text, Type::Body, Role::Text);
    words->setObjectName(QStringLiteral("redactionFact"));
    m_facts->addWidget(head);
    m_facts->addWidget(words);
    m_facts->addSpacing(grid::unit);
}

void RedactionSheet::showFacts(const RedactionState &state)
{
    using namespace field::redaction;
    emptyLayout(m_facts);
    const Record &record = *state.record;
    const Assessment &assessment = m_editor.document().assessment();
    auto *title = newReading(this,
                             tr("%1 · %2 · %3")
                                 .arg(record[field::redaction::label], redactionPlaceWords(assessment, record),
                                      redactionStateWord(state.state)),
                             Type::Strong, Role::Text);
    title->setObjectName(QStringLiteral("redactionTitle"));
    m_facts->addWidget(title);
    m_facts->addSpacing(grid::unit);
    const QString words = record[passage];
    addFact(tr("What"), words.isEmpty() ? tr("All of the text") : tr("“%1”").arg(words));
    if (isRepeated(state))
        addFact(tr("Where"),
                tr("In %n places of the text, and withheld in all of them. Where only one is meant, ask for "
                   "it with the words around it, and have this one withdrawn.",
                   nullptr, state.places));
    const QString instead = record[wording];
    addFact(tr("Printed in its place"),
            instead.isEmpty() ? printedMark(withheldAs(record[reason]).value_or(WithheldAs::Persons)) : instead);
    addFact(fieldLabel(infoOf(reason)), choiceWord(infoOf(reason), record[reason]));
    addFact(fieldLabel(infoOf(score_basis)), record[score_basis]);
    const auto by = [&](const QString &fingerprint, const std::optional<QDate> &day) {
        return tr("%1, %2").arg(personWords(assessment, fingerprint), dateWords(day.value_or(QDate())));
    };
    const QString why = record[request];
    const QString asker = by(record[asked_by], record[asked]);
    addFact(fieldLabel(infoOf(asked_by)), why.isEmpty() ? asker : tr("%1: %2").arg(asker, why));
    if (record.has(decided_by.index)) {
        const QString decider = by(record[decided_by], record[decided]);
        const QString because = record[decision];
        addFact(fieldLabel(infoOf(decided_by)), because.isEmpty() ? decider : tr("%1: %2").arg(decider, because));
    }
    if (const auto day = record[review_by])
        addFact(fieldLabel(infoOf(review_by)), dateWords(*day));
}

void RedactionSheet::showDecision(const RedactionState &state)
{
    using State = RedactionState::State;
    const QString hold = redactionHoldWords(state);
    m_hold->setText(hold);
    m_hold->setVisible(!hold.isEmpty());
    const bool isOver = state.state == State::Refused || state.state == State::Withdrawn;
    const bool isWithheld = state.state == State::Approved && !state.isDue;
    m_approve->setVisible(!isWithheld && state.places > 0);
    m_refuse->setVisible(!isOver && state.state != State::Approved);
    m_withdraw->setVisible(!isOver);
    m_anew->setVisible(isRepeated(state) || (state.places == 0 && !state.isSettled()));
}

void RedactionSheet::askAnew()
{
    const Assessment &assessment = m_editor.document().assessment();
    for (const auto &[id, record] : assessment.records(EntityKind::Redaction))
        if (record[field::redaction::label] == m_label)
            return Q_EMIT anewWanted(record[field::redaction::target], record[field::redaction::field_name]);
}

void RedactionSheet::decide(Decision decision)
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    const CaseDocument &document = m_editor.document();
    const QString reason = m_reason->typed().trimmed();
    const auto edit = decision == Decision::Withdraw
                          ? withdrawRedaction(document.view(), m_label, reason, *profile, document.today())
                          : decideRedaction(document.view(), m_label, decision == Decision::Approve, reason, *profile,
                                            document.today(), m_reviewBy->date());
    if (!m_editor.submit(edit))
        return;
    forget();
    show(m_label);
}

bool RedactionSheet::hasPending() const
{
    return m_reason->hasPending() || m_reviewBy->hasPending();
}

void RedactionSheet::forget()
{
    m_reason->forget();
    m_reviewBy->forget();
}

} // namespace adit
