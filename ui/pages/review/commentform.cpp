// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/commentform.h"

#include "core/review/threads.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/records/linkfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

CommentForm::CommentForm(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_round(new QComboBox(this))
    , m_weight(new SegmentedControl(this))
    , m_requirement(new LinkField(infoOf(field::comment::requirement), editor.document(), this))
    , m_nonconformity(new LinkField(infoOf(field::comment::nonconformity), editor.document(), this))
    , m_text(new CommitTextEdit(this))
    , m_add(new Button(Button::Kind::Primary, tr("Add comment"), this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    const FieldInfo &rounds = infoOf(field::comment::round);
    for (const QString &code : choiceCodes(rounds))
        m_round->addItem(choiceWord(rounds, code), code);
    QStringList weights;
    for (const QString &code : choiceCodes(infoOf(field::comment::weight)))
        weights.append(choiceWord(infoOf(field::comment::weight), code));
    m_weight->setSegments(weights);
    m_round->setObjectName(QStringLiteral("commentRound"));
    m_weight->setObjectName(QStringLiteral("commentWeight"));
    m_requirement->setObjectName(QStringLiteral("commentRequirement"));
    m_nonconformity->setObjectName(QStringLiteral("commentNonconformity"));
    m_text->setObjectName(QStringLiteral("commentText"));
    m_text->setAccessibleName(tr("Comment"));
    m_text->setPlaceholderText(tr("What is missing, unclear or wrong, and what would settle it"));
    m_text->setLines(6);
    m_text->setFixedHeight(m_text->sizeHint().height());
    m_add->setObjectName(QStringLiteral("commentAdd"));
    m_add->setHint(tr("Ctrl ↵"));
    m_cancel->setObjectName(QStringLiteral("commentCancel"));
    auto *column = new QWidget(this);
    column->setMaximumWidth(scaled(font(), 640));
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(grid::group);
    form->setVerticalSpacing(grid::inside);
    form->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &name, QWidget *field) {
        auto *label = newLabel(column, name, Type::Body, Role::SecondText);
        label->setBuddy(field);
        field->setAccessibleName(name);
        form->addWidget(label, row, 0);
        form->addWidget(field, row++, 1);
    };
    add(fieldLabel(rounds), m_round);
    auto *weightLine = new QWidget(column);
    auto *weightLayout = new QHBoxLayout(weightLine);
    weightLayout->setContentsMargins(0, 0, 0, 0);
    weightLayout->addWidget(m_weight);
    weightLayout->addStretch(1);
    add(fieldLabel(infoOf(field::comment::weight)), weightLine);
    add(fieldLabel(infoOf(field::comment::requirement)), m_requirement);
    add(fieldLabel(infoOf(field::comment::nonconformity)), m_nonconformity);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_add);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    inner->addWidget(newLabel(column, tr("New comment"), Type::Heading, Role::Text));
    inner->addLayout(form);
    inner->addWidget(m_text);
    inner->addLayout(buttons);
    inner->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->addWidget(column, 1);
    layout->addStretch(0);
    connect(m_add, &Button::clicked, this, &CommentForm::add);
    connect(m_cancel, &Button::clicked, this, [this] {
        forgetPending();
        Q_EMIT cancelled();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        const bool isTyped = m_text->hasPending();
        m_add->setEnabled(isTyped);
        m_add->setToolTip(isTyped ? QString() : tr("Write the comment first"));
    });
    m_add->setEnabled(false);
}

void CommentForm::begin(const QString &requirement)
{
    forgetPending();
    m_requirement->setStored(requirement);
    m_nonconformity->setStored({});
    m_text->setFocus(Qt::OtherFocusReason);
}

void CommentForm::add()
{
    CaseDocument &document = m_editor.document();
    RecordInput input{
        {{&infoOf(field::comment::round), m_round->currentData().toString()},
         {&infoOf(field::comment::weight), choiceCodes(infoOf(field::comment::weight)).value(m_weight->current())}}};
    if (const QString code = m_requirement->text().trimmed(); !code.isEmpty())
        input.values.emplace_back(&infoOf(field::comment::requirement), code);
    if (const QString label = m_nonconformity->text().trimmed(); !label.isEmpty())
        input.values.emplace_back(&infoOf(field::comment::nonconformity), label);
    const EntityRef made = document.newEntity(EntityKind::Comment);
    if (!m_editor.submit(
            comment(document.view(), made, input, {m_text->typed(), document.surroundings().actor, document.today()})))
        return;
    forgetPending();
    Q_EMIT added(made.code);
}

void CommentForm::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier) && m_add->isEnabled())
        return add();
    QWidget::keyPressEvent(event);
}

bool CommentForm::commitPending()
{
    if (!m_text->hasPending())
        return true;
    m_editor.submit(Error{ErrorCode::NotConfirmed, tr("the new comment")});
    return false;
}

void CommentForm::forgetPending()
{
    m_text->forget();
    m_requirement->forget();
    m_nonconformity->forget();
}

} // namespace adit
