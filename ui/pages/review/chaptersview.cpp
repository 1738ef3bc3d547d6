// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/chaptersview.h"

#include "core/edits/locks.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/review/lockform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/reviewwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

ChaptersView::ChaptersView(Editor &editor, QWidget *parent)
    : ReviewView(parent)
    , m_editor(editor)
    , m_model(editor.document())
    , m_sum(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_wholeLock(buildWholeLock())
    , m_table(new QTableView(this))
    , m_form(new LockForm(this))
    , m_chapter(newLabel(this, {}, Type::Strong, Role::Text))
    , m_sign(new Button(Button::Kind::Primary, {}, this))
    , m_back(new Button(Button::Kind::Plain, tr("Take sign-off back"), this))
    , m_lock(new Button(Button::Kind::Plain, {}, this))
    , m_lockAll(new Button(Button::Kind::Plain, tr("Lock the whole case…"), this))
    , m_open(new Button(Button::Kind::Link, tr("Open the chapter"), this))
{
    m_table->setObjectName(QStringLiteral("chapterTable"));
    m_table->setAccessibleName(tr("Chapters"));
    m_table->setModel(&m_model);
    dressTable(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_wholeLock);
    auto *table = new QHBoxLayout;
    table->setContentsMargins(12, 0, 12, 0); // cells have as much again
    table->addWidget(m_table);
    layout->addLayout(table, 1);
    layout->addWidget(buildFoot());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChaptersView::refreshButtons);
    connect(m_sign, &Button::clicked, this, &ChaptersView::toggleSignOff);
    connect(m_back, &Button::clicked, this, &ChaptersView::toggleSignOff);
    connect(m_lock, &Button::clicked, this, [this] {
        if (const auto *row = m_model.row(m_table->currentIndex()))
            askForLock(row->code, row->isLocked);
    });
    connect(m_lockAll, &Button::clicked, this, [this] { askForLock(QString(wholeCase), false); });
    connect(m_form, &LockForm::confirmed, this, &ChaptersView::setLock);
    connect(m_form, &LockForm::closed, this, &ChaptersView::closeForm);
    connect(m_open, &Button::clicked, this, [this] {
        if (!current().isEmpty())
            Q_EMIT wanted({QStringLiteral("assess"), std::nullopt, current()});
    });
}

QWidget *ChaptersView::buildHead()
{
    m_sum->setObjectName(QStringLiteral("chaptersSum"));
    m_sum->setWordWrap(true);
    m_lockAll->setObjectName(QStringLiteral("lockAll"));
    m_lockAll->setIconName(QStringLiteral("lock"));
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(grid::page, grid::inside, grid::page, grid::inside);
    line->setSpacing(grid::inside);
    line->addWidget(m_sum, 1);
    line->addWidget(m_lockAll);
    return head;
}

QWidget *ChaptersView::buildWholeLock()
{
    auto *box = new QFrame(this);
    box->setObjectName(QStringLiteral("wholeLock"));
    box->setProperty("rule", QStringLiteral("bottom"));
    m_wholeWords = newLabel(box, {}, Type::Strong, Role::Text);
    m_wholeWords->setObjectName(QStringLiteral("wholeLockWords"));
    m_wholeWords->setWordWrap(true);
    auto *open = new Button(Button::Kind::Plain, tr("Unlock…"), box);
    open->setObjectName(QStringLiteral("unlockAll"));
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(grid::page, grid::inside, grid::page, grid::inside);
    line->setSpacing(grid::inside);
    line->addWidget(new IconLabel(QStringLiteral("lock"), Role::Text, box));
    line->addWidget(m_wholeWords, 1);
    line->addWidget(open);
    box->hide();
    connect(open, &Button::clicked, this, [this] { askForLock(QString(wholeCase), true); });
    return box;
}

QWidget *ChaptersView::buildFoot()
{
    m_chapter->setObjectName(QStringLiteral("chapterName"));
    m_sign->setObjectName(QStringLiteral("signOff"));
    m_back->setObjectName(QStringLiteral("takeSignOffBack"));
    m_lock->setObjectName(QStringLiteral("lockChapter"));
    m_open->setObjectName(QStringLiteral("openChapter"));
    auto *foot = new QFrame(this);
    foot->setProperty("rule", QStringLiteral("top"));
    m_buttons = new QWidget(foot);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(grid::inside);
    m_chapter->setMinimumWidth(scaled(font(), 80));
    buttons->addWidget(m_chapter, 1);
    buttons->addWidget(m_open);
    buttons->addSpacing(grid::inside);
    buttons->addWidget(m_lock);
    buttons->addWidget(m_back);
    buttons->addWidget(m_sign);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(grid::page, 10, grid::page, grid::group);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_form);
    layout->addWidget(m_buttons);
    return foot;
}

QString ChaptersView::current() const
{
    const ChapterModel::Row *row = m_model.row(m_table->currentIndex());
    return row ? row->code : QString();
}

void ChaptersView::refresh()
{
    const QString chapter = current();
    m_model.refresh();
    QModelIndex index = m_model.indexOf(chapter);
    if (!index.isValid() && m_model.rowCount() > 0)
        index = m_model.index(0, 0);
    m_table->setCurrentIndex(index);
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < ChapterModel::ColumnCount; ++column)
        header->setSectionResizeMode(column, column == ChapterModel::Chapter || column == ChapterModel::Lock
                                                 ? QHeaderView::Stretch
                                                 : QHeaderView::ResizeToContents);
    m_sum->setText(tr("%1 of %2 relevant chapters are signed off as they stand.")
                       .arg(m_model.signedOff())
                       .arg(m_model.rowCount()));
    showWholeLock();
    refreshButtons();
}

void ChaptersView::showWholeLock()
{
    const auto locks = locksOf(m_editor.document().assessment());
    const bool isLocked = !locks.empty() && locks.front().scope == wholeCase;
    m_wholeLock->setVisible(isLocked);
    m_lockAll->setVisible(!isLocked);
    if (!isLocked)
        return;
    m_wholeWords->setText(tr("The whole case. %1").arg(lockWords(m_editor.document().assessment(), locks.front())));
}

void ChaptersView::refreshButtons()
{
    const ChapterModel::Row *row = m_model.row(m_table->currentIndex());
    for (Button *button : {m_sign, m_back, m_lock, m_open})
        button->setEnabled(row != nullptr);
    if (!row)
        return;
    const bool isSigned = row->signOff.state == SignOffState::State::Signed;
    m_chapter->setText(row->code + QLatin1Char(' ') + row->title);
    m_sign->setVisible(!isSigned);
    m_back->setVisible(isSigned);
    m_sign->setText(row->signOff.state == SignOffState::State::ChangedSince ? tr("Sign off again") : tr("Sign off"));
    m_sign->setToolTip(tr("Says that you have looked at it as it stands now"));
    m_lock->setText(row->isLocked ? tr("Unlock…") : tr("Lock…"));
    for (Button *button : {m_sign, m_lock})
        button->updateGeometry();
}

void ChaptersView::closeForm()
{
    m_buttons->show();
    focusMain();
}

void ChaptersView::toggleSignOff()
{
    CaseDocument &document = m_editor.document();
    const ChapterModel::Row *row = m_model.row(m_table->currentIndex());
    if (!row)
        return;
    const bool isSigned = row->signOff.state == SignOffState::State::Signed;
    m_editor.submit(isSigned ? takeSignOffBack(document.view(), row->code)
                             : signOff(document.view(), row->code, document.surroundings().actor, document.today()));
}

void ChaptersView::askForLock(const QString &scope, bool isLocked)
{
    // A lock is somebody's, by name.
    if (!m_editor.profile())
        return m_editor.askForProfile();
    if (!commitPending())
        return Q_EMIT heldBack();
    m_scope = scope;
    m_unlocks = isLocked;
    const QString words = scopeWords(m_editor.document().view(), scope);
    m_form->ask(isLocked ? tr("Unlock: %1").arg(words)
                         : tr("Lock: %1. Nobody changes it until it is opened.").arg(words),
                isLocked ? tr("Unlock") : tr("Lock"));
    m_buttons->hide(); // one thing at a time
}

void ChaptersView::setLock(const QString &reason)
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    CaseDocument &document = m_editor.document();
    if (m_editor.submit(m_unlocks ? unlock(document.view(), m_scope, *profile, document.today(), reason)
                                  : lock(document.view(), m_scope, *profile, document.today(), reason)))
        m_form->finish();
}

bool ChaptersView::commitPending()
{
    if (!m_form->hasPending())
        return true;
    m_editor.submit(Error{ErrorCode::NotConfirmed, scopeWords(m_editor.document().view(), m_scope)});
    return false;
}

void ChaptersView::forgetPending()
{
    m_form->finish();
}

void ChaptersView::focusMain()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

/// The least told columns go first.
void ChaptersView::setNarrow(bool narrow)
{
    m_table->setColumnHidden(ChapterModel::Rated, narrow);
    m_table->setColumnHidden(ChapterModel::By, narrow);
}

} // namespace adit
