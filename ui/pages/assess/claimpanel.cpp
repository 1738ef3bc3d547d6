// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/claimpanel.h"

#include "core/assessment/ratingrules.h"
#include "core/base/time.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/lockline.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <utility>

namespace adit {

namespace {

/// The node itself or the nearest one above that the mine proposes as not relevant.
std::optional<RequirementCode> claimedNode(const Assessment &assessment, const RequirementCode &code)
{
    for (std::optional<RequirementCode> node = code; node; node = node->parent())
        if (assessment.relevance(*node).has(field::relevance::claimed))
            return node;
    return std::nullopt;
}

bool isOut(const Record &mark)
{
    return mark[field::relevance::state] == QLatin1String("not-relevant");
}

QLabel *wrapped(QWidget *parent, Type type, Role ink)
{
    QLabel *label = newLabel(parent, {}, type, ink);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

CommitTextEdit *newField(QWidget *parent, const QString &objectName, const QString &name, const QString &hint)
{
    auto *field = new CommitTextEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setLines(2);
    field->setFixedHeight(field->sizeHint().height());
    return field;
}

} // namespace

ClaimPanel::ClaimPanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_title(wrapped(this, Type::Strong, Role::Text))
    , m_reason(wrapped(this, Type::Body, Role::SecondText))
    , m_outcome(wrapped(this, Type::Small, Role::SecondText))
    , m_other(new Button(Button::Kind::Link, {}, this))
    , m_form(buildForm())
{
    m_title->setObjectName(QStringLiteral("claimTitle"));
    m_reason->setObjectName(QStringLiteral("claimReason"));
    m_outcome->setObjectName(QStringLiteral("claimOutcome"));
    m_other->setObjectName(QStringLiteral("claimOther"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_title);
    layout->addWidget(m_reason);
    layout->addWidget(m_outcome);
    layout->addWidget(m_other, 0, Qt::AlignLeading);
    layout->addWidget(m_form);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(m_other, &Button::clicked, this, [this] {
        if (m_node != m_code) {
            Q_EMIT nodeWanted(*m_node);
            return;
        }
        m_again = true;
        refresh();
        m_test->setFocus(Qt::OtherFocusReason);
    });
}

QWidget *ClaimPanel::buildForm()
{
    auto *form = new QWidget(this);
    auto *testHead = new SectionHeader(fieldLabel(infoOf(field::relevance::test)), form);
    m_test = newField(form, QStringLiteral("claimTest"), fieldLabel(infoOf(field::relevance::test)),
                      tr("What was looked at, and what it showed"));
    m_day = new DateField(form);
    m_day->setObjectName(QStringLiteral("claimTested"));
    m_day->setAccessibleName(fieldLabel(infoOf(field::relevance::tested)));
    m_day->setMaximumWidth(scaled(font(), 150));
    auto *why = new SectionHeader(tr("Why it is not relevant"), form);
    why->setAudience(AudienceMark::Public, tr("public"));
    m_justification = newField(form, QStringLiteral("claimJustification"), tr("Why it is not relevant, public"),
                               tr("Needed to accept; in words that may be printed"));
    m_accept = new Button(Button::Kind::Primary, tr("Accept as not relevant"), form);
    m_accept->setObjectName(QStringLiteral("claimAccept"));
    m_reject = new Button(Button::Kind::Plain, tr("Reject"), form);
    m_reject->setObjectName(QStringLiteral("claimReject"));
    auto *day = new QHBoxLayout;
    day->setSpacing(grid::inside);
    day->addWidget(newLabel(form, tr("Tested on"), Type::Body, Role::SecondText));
    day->addWidget(m_day);
    day->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addStretch(1);
    buttons->addWidget(m_reject);
    buttons->addWidget(m_accept);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, grid::inside, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(testHead);
    layout->addWidget(m_test);
    layout->addLayout(day);
    layout->addSpacing(grid::unit);
    layout->addWidget(why);
    layout->addWidget(m_justification);
    layout->addLayout(buttons);
    connect(m_accept, &Button::clicked, this, &ClaimPanel::accept);
    connect(m_reject, &Button::clicked, this, &ClaimPanel::reject);
    connect(m_test, &QPlainTextEdit::textChanged, this, &ClaimPanel::refreshButtons);
    connect(m_justification, &QPlainTextEdit::textChanged, this, &ClaimPanel::refreshButtons);
    connect(m_day, &QLineEdit::textChanged, this, &ClaimPanel::refreshButtons);
    return form;
}

void ClaimPanel::show(const RequirementCode &code)
{
    if (m_code != code)
        forget();
    m_code = code;
    refresh();
}

void ClaimPanel::refresh()
{
    const CaseDocument &document = m_editor.document();
    m_node = claimedNode(document.assessment(), *m_code);
    setVisible(m_node.has_value());
    if (!m_node)
        return;
    const Record &mark = document.assessment().relevance(*m_node);
    const bool isHere = m_node == m_code;
    const QString day = dateWords(*mark[field::relevance::claimed]);
    m_title->setText(isHere ? tr("The mine proposes this as not relevant, %1").arg(day)
                            : tr("The mine proposes %1 as not relevant, %2").arg(m_node->toString(), day));
    const QString reason = mark[field::relevance::claim_reason];
    m_reason->setText(reason.isEmpty() ? tr("It gave no reason.") : reason);
    const bool isTested = mark.has(field::relevance::tested) && mark.has(field::relevance::test);
    const QString outcome = isOut(mark) ? tr("Accepted") : tr("Rejected");
    QString words = tr("Not tested yet.");
    if (isTested) {
        words = tr("%1 after a test on %2").arg(outcome, dateWords(*mark[field::relevance::tested]));
        // Below the node a claim is told of in short.
        words += isHere ? QStringLiteral(": ") + mark[field::relevance::test] : QStringLiteral(".");
    }
    m_outcome->setText(words);
    m_reason->setVisible(isHere);
    const bool decides = isHere && (!isTested || m_again);
    m_outcome->setVisible(isTested || !isHere);
    m_other->setText(isHere ? tr("Decide again") : tr("Go to %1").arg(m_node->toString()));
    m_other->updateGeometry();
    m_other->setVisible(!isHere || (isTested && !m_again));
    m_form->setVisible(decides);
    m_form->setEnabled(!isLocked(m_editor.document(), *m_node));
    if (!decides)
        return;
    m_test->setStored(mark[field::relevance::test]);
    m_justification->setStored(mark[field::relevance::justification]);
    if (!m_day->hasPending())
        m_day->setDate(mark.has(field::relevance::tested) ? mark[field::relevance::tested] : document.today());
    refreshButtons();
}

void ClaimPanel::refreshButtons()
{
    const bool isTested = !m_test->toPlainText().trimmed().isEmpty() && m_day->date();
    const bool isJustified = !m_justification->toPlainText().trimmed().isEmpty();
    const bool isKept = keepsPreviousRatings(m_editor.document().assessment());
    m_reject->setEnabled(isTested && !isKept);
    m_accept->setEnabled(isTested && isJustified && !isKept);
    const QString kept = tr("A surveillance gives no new scores: relevance stays as in the audit before");
    const QString untested = tr("Write how the claim was tested, and when");
    m_reject->setToolTip(isKept ? kept : isTested ? QString() : untested);
    m_accept->setToolTip(isKept        ? kept
                         : !isTested   ? untested
                         : isJustified ? QString()
                                       : tr("Write why it is not relevant, in words that may be printed"));
}

Result<Edit> ClaimPanel::tested() const
{
    const CaseView view = m_editor.document().view();
    return changeRecord(view, view.assessment.relevanceRef(*m_node),
                        {.values = {{&infoOf(field::relevance::tested), toIso(m_day->date().value_or(QDate()))},
                                    {&infoOf(field::relevance::test), m_test->typed()}}});
}

void ClaimPanel::decide(Result<Edit> decision)
{
    // One undo step: the decision and how it was come to.
    if (decision) {
        if (auto test = tested())
            append(*decision, std::move(*test));
        else
            decision = test.error();
    }
    const bool wasAgain = std::exchange(m_again, false);
    if (!m_editor.submit(decision))
        m_again = wasAgain; // the form stays with what was typed; the banner says why
    refresh();
}

void ClaimPanel::accept()
{
    decide(setRelevance(m_editor.document().view(), m_node->toString(), false, m_justification->typed()));
}

void ClaimPanel::reject()
{
    decide(setRelevance(m_editor.document().view(), m_node->toString(), true, std::nullopt));
}

bool ClaimPanel::commitNow()
{
    if (isHidden() || m_form->isHidden() || (!m_test->hasPending() && !m_justification->hasPending()))
        return true;
    m_editor.submit(Error{ErrorCode::NotConfirmed, m_node->toString()});
    return false;
}

void ClaimPanel::forget()
{
    m_again = false;
    for (CommitTextEdit *field : {m_test, m_justification})
        field->forget();
    m_day->forget();
}

} // namespace adit
