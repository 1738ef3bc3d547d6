// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/threadview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words/reviewwords.h"
#include "ui/words/words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

struct Said
{
    QString who;
    QString what; ///< "accepted", for an answer
    std::optional<QDate> when;
    QString text;
};

/// One thing somebody said: who and when on a line, the words below. Where there is no room for what it was, that has a
/// line of its own.
QWidget *newRemark(const Said &said, ThreadView::Place place, QWidget *parent)
{
    auto *remark = new QFrame(parent);
    remark->setProperty("rule", QStringLiteral("bottom"));
    auto *who = new ElidedLabel(said.who, remark);
    who->setLook(Type::Strong, Role::Text);
    auto *head = new QHBoxLayout;
    head->setSpacing(grid::inside);
    head->addWidget(who, 1);
    QLabel *what = said.what.isEmpty() ? nullptr : newLabel(remark, said.what, Type::Small, Role::SecondText);
    const bool isOnOneLine = place == ThreadView::Place::Page || said.who.isEmpty();
    if (what && isOnOneLine)
        head->addWidget(what);
    head->addWidget(newLabel(remark, dateWords(said.when.value_or(QDate())), Type::Small, Role::ThirdText));
    auto *text = newReading(remark, said.text, Type::Body, Role::Text);
    text->setObjectName(QStringLiteral("remark"));
    text->setWordWrap(true);
    auto *layout = new QVBoxLayout(remark);
    layout->setContentsMargins(0, 10, 0, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    if (what && !isOnOneLine)
        layout->addWidget(what);
    layout->addWidget(text);
    return remark;
}

} // namespace

ThreadView::ThreadView(Editor &editor, Place place, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_place(place)
    , m_number(newLabel(this, {}, place == Place::Page ? Type::Heading : Type::Strong, Role::SecondText))
    , m_about(new ElidedLabel({}, this))
    , m_state(new Chip({}, this))
    , m_kind(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_where(
          new Button(Button::Kind::Link, place == Place::Page ? tr("Show where it belongs") : tr("Go to review"), this))
    , m_remarks(new QVBoxLayout)
{
    m_remarks->setSpacing(0);
    layOut();
    nameParts();
}

void ThreadView::layOut()
{
    const bool isPage = m_place == Place::Page;
    auto *column = new QWidget(this);
    if (isPage)
        column->setMaximumWidth(scaled(font(), 760));
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(isPage ? grid::inside : grid::unit);
    inner->addWidget(buildHead());
    inner->addLayout(m_remarks);
    inner->addSpacing(isPage ? grid::inside : grid::unit);
    inner->addWidget(buildComposer());
    if (isPage)
        inner->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    if (isPage)
        layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->addWidget(column, 1);
    layout->addStretch(0);
}

/// A thread is in one place by the same names as in the other, and yet they can be told apart.
void ThreadView::nameParts()
{
    const QString stem = m_place == Place::Page ? QStringLiteral("thread") : QStringLiteral("sideThread");
    const std::pair<QWidget *, const char *> parts[] = {
        {m_number, "Number"}, {m_state, "State"}, {m_where, "Where"},   {m_text, "Text"},    {m_accept, "Accept"},
        {m_reject, "Reject"}, {m_reply, "Reply"}, {m_settle, "Settle"}, {m_reopen, "Reopen"}};
    for (const auto &[part, name] : parts)
        part->setObjectName(stem + QLatin1String(name));
}

QWidget *ThreadView::buildHead()
{
    m_about->setLook(Type::Heading, Role::Text);
    m_state->setTag();
    m_kind->setWordWrap(true);
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::inside);
    line->addWidget(m_number);
    line->addWidget(m_about, 1);
    // Beside a requirement it says where it belongs by standing there.
    if (m_place == Place::Beside)
        m_about->hide();
    line->addWidget(m_state);
    auto *below = new QHBoxLayout;
    below->setSpacing(grid::inside);
    below->addWidget(m_kind, 1);
    if (m_place == Place::Beside) {
        line->addStretch(1);
        line->addWidget(m_where);
    } else {
        below->addWidget(m_where);
    }
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addLayout(below);
    connect(m_where, &Button::clicked, this, [this] {
        if (m_place == Place::Beside)
            Q_EMIT reviewWanted();
        else if (const auto thread = threadOf(m_editor.document().assessment(), m_label))
            Q_EMIT whereWanted((*thread->comment)[field::comment::requirement],
                               (*thread->comment)[field::comment::nonconformity]);
    });
    return head;
}

QWidget *ThreadView::buildComposer()
{
    m_composer = new QWidget(this);
    m_text = new CommitTextEdit(m_composer);
    m_text->setLines(m_place == Place::Page ? 4 : 2);
    m_text->setFixedHeight(m_text->sizeHint().height());
    m_hint = newLabel(m_composer, {}, Type::Small, Role::ThirdText);
    m_hint->setWordWrap(true);
    m_accept = new Button(Button::Kind::Primary, tr("Answer, taken up"), m_composer);
    m_reject = new Button(Button::Kind::Plain, tr("Answer, not taken up"), m_composer);
    m_reply = new Button(Button::Kind::Plain, tr("Reply"), m_composer);
    m_settle = new Button(Button::Kind::Primary, tr("Settle"), m_composer);
    m_reopen = new Button(Button::Kind::Plain, tr("Open it again"), m_composer);
    if (m_place == Place::Page) {
        m_accept->setHint(tr("Ctrl ↵"));
        m_reply->setHint(tr("Ctrl ↵"));
    } else {
        m_accept->setText(tr("Taken up"));
        m_accept->setAccessibleName(tr("Answer, taken up"));
        m_reject->setText(tr("Not taken up"));
        m_reject->setAccessibleName(tr("Answer, not taken up"));
    }
    auto *buttons = new QWidget(m_composer);
    auto *flow = new FlowLayout(grid::inside, buttons);
    for (Button *button : {m_accept, m_reject, m_settle, m_reply, m_reopen})
        flow->addWidget(button);
    auto *layout = new QVBoxLayout(m_composer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    layout->addWidget(m_hint);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ThreadView::refreshActions);
    connect(m_text, &CommitTextEdit::left, this, &ThreadView::left);
    connect(m_accept, &Button::clicked, this, [this] { say(true); });
    connect(m_reject, &Button::clicked, this, [this] { say(false); });
    connect(m_reply, &Button::clicked, this, [this] { say(true); });
    connect(m_settle, &Button::clicked, this,
            [this] { submit(settle(m_editor.document().view(), m_label, remark())); });
    connect(m_reopen, &Button::clicked, this, [this] { submit(reopen(m_editor.document().view(), m_label)); });
    return m_composer;
}

Remark ThreadView::remark() const
{
    const CaseDocument &document = m_editor.document();
    return {m_text->typed(), document.surroundings().actor, document.today()};
}

void ThreadView::say(bool isAccepted)
{
    CaseDocument &document = m_editor.document();
    submit(answer(document.view(), m_label, document.newEntity(EntityKind::Reply), remark(), isAccepted));
}

/// What was typed goes only once it is stored.
void ThreadView::submit(const Result<Edit> &edit)
{
    if (!m_editor.submit(edit))
        return;
    m_text->forget();
    open(m_label);
}

void ThreadView::open(const QString &label)
{
    if (m_label != label)
        m_text->forget();
    m_label = label;
    const CaseDocument &document = m_editor.document();
    const auto thread = threadOf(document.assessment(), label);
    if (!thread)
        return;
    m_number->setText(label);
    m_about->setText(aboutWords(document.view(), *thread->comment));
    m_state->setText(threadStateWord(*thread));
    m_state->setTone(thread->isWaiting() ? Chip::Tone::Warn : Chip::Tone::Plain);
    m_state->updateGeometry();
    m_kind->setText(commentKindWords(*thread->comment));
    m_where->setVisible(m_place == Place::Beside || thread->comment->has(field::comment::requirement) ||
                        thread->comment->has(field::comment::nonconformity));
    showRemarks(*thread);
    showActions(*thread);
}

void ThreadView::showRemarks(const Thread &thread)
{
    emptyLayout(m_remarks);
    const Record &comment = *thread.comment;
    const auto add = [this](const Said &said) { m_remarks->addWidget(newRemark(said, m_place, this)); };
    add({comment[field::comment::made_by], {}, comment[field::comment::made], comment[field::comment::text]});
    if (comment.has(field::comment::answer))
        add({comment[field::comment::answered_by],
             comment[field::comment::state] == QLatin1String("rejected") ? tr("answer, not taken up")
                                                                         : tr("answer, taken up"),
             comment[field::comment::answered], comment[field::comment::answer]});
    for (const Record *reply : thread.replies)
        add({(*reply)[field::reply::made_by], {}, (*reply)[field::reply::made], (*reply)[field::reply::text]});
    if (thread.state() == Thread::State::Settled)
        add({comment[field::comment::resolved_by], tr("settled it"), comment[field::comment::resolved], {}});
}

void ThreadView::showActions(const Thread &thread)
{
    const bool isOpen = thread.state() == Thread::State::Open;
    const bool isSettled = thread.state() == Thread::State::Settled;
    m_text->setVisible(!isSettled);
    m_text->setAccessibleName(isOpen ? tr("Answer") : tr("Reply"));
    m_text->setPlaceholderText(isOpen ? tr("Answer: what was looked at, and what it changes") : tr("Go on"));
    m_accept->setVisible(isOpen);
    m_reject->setVisible(isOpen);
    m_reply->setVisible(thread.state() == Thread::State::Answered);
    m_settle->setVisible(!isSettled && (!isOpen || thread.isNote()));
    m_reopen->setVisible(isSettled);
    m_hint->setText(isSettled         ? QString()
                    : thread.isNote() ? tr("A note wants no answer.")
                    : isOpen          ? tr("Once it is answered, whoever asked says whether it is settled.")
                                      : tr("Whoever asked says whether it is settled; who answered does not."));
    m_hint->setVisible(!isSettled && m_place == Place::Page);
    m_text->setToolTip(m_place == Place::Page ? QString() : m_hint->text());
    refreshActions();
}

/// Nothing typed is passed over: as long as there is some, settling waits.
void ThreadView::refreshActions()
{
    const bool isTyped = m_text->hasPending();
    for (Button *button : {m_accept, m_reject, m_reply}) {
        button->setEnabled(isTyped);
        button->setToolTip(isTyped ? QString() : tr("Write something first"));
    }
    m_settle->setEnabled(!isTyped);
    m_settle->setToolTip(isTyped ? tr("Send what you typed first") : QString());
}

bool ThreadView::hasPending() const
{
    return m_text->hasPending();
}

bool ThreadView::commitPending()
{
    if (!hasPending())
        return true;
    m_editor.submit(Error{ErrorCode::NotConfirmed, m_label});
    return false;
}

void ThreadView::forgetPending()
{
    m_text->forget();
}

void ThreadView::focusText()
{
    (m_text->isHidden() ? static_cast<QWidget *>(m_reopen) : m_text)->setFocus(Qt::OtherFocusReason);
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier) && m_text->hasPending())
        return say(true);
    QWidget::keyPressEvent(event);
}

} // namespace adit
