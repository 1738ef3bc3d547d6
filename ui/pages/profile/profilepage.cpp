// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/profilepage.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/profile/holdersview.h"
#include "ui/pages/profile/profileforms.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/errorwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace adit {

namespace {

QVBoxLayout *newColumn(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    return layout;
}

QHBoxLayout *inLine(std::initializer_list<QWidget *> widgets)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::group);
    for (QWidget *widget : widgets)
        line->addWidget(widget);
    line->addStretch(1);
    return line;
}

} // namespace

ProfilePage::ProfilePage(Editor *editor, ProfileKeeper &keeper, Tools tools, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_keeper(keeper)
    , m_tools(std::move(tools))
    , m_reason(newReading(this, {}, Type::Strong, Role::Text))
    , m_problem(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_new(new NewProfileForm(this))
    , m_code(new RecoveryCodeView(this))
{
    m_locked = newLocked();
    m_openView = newOpen();
    setObjectName(QStringLiteral("profilePage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    for (QWidget *view : {static_cast<QWidget *>(m_new), static_cast<QWidget *>(m_code), m_locked, m_openView})
        m_stack->addWidget(view);
    m_problem->setObjectName(QStringLiteral("profileProblem"));
    m_problem->hide();
    m_reason->hide();
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(scaled(font(), 620));
    auto *columnLayout = newColumn(column);
    columnLayout->setSpacing(grid::inside);
    columnLayout->addWidget(m_reason);
    columnLayout->addWidget(m_problem);
    columnLayout->addWidget(m_stack, 1);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(32, grid::page, 32, grid::page);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    newColumn(this)->addWidget(newPageScroll(content, this));
    connect(m_problem, &Banner::dismissed, m_problem, &QWidget::hide);
    connect(&m_keeper, &ProfileKeeper::changed, this, &ProfilePage::refresh);
    connect(&m_keeper, &ProfileKeeper::failed, this, &ProfilePage::showProblem);
    connect(&m_keeper, &ProfileKeeper::made, this, [this](const QString &code) {
        m_code->setCode(code);
        m_showsCode = true;
    });
    connect(m_code, &RecoveryCodeView::written, this, [this] {
        m_showsCode = false;
        refresh();
    });
    connect(m_new, &NewProfileForm::wanted, this,
            [this](const QString &code, const QString &name, const QStringList &roles, const QString &passphrase) {
                m_problem->hide();
                if (code.isEmpty())
                    m_keeper.make(name, roles, passphrase);
                else
                    m_keeper.recover(code, name, roles, passphrase);
            });
    connect(m_new, &NewProfileForm::differ, this, [this] {
        m_problem->showMessage(Banner::Tone::Warn, tr("The two passphrases differ."), tr("Type the same one twice."));
        m_problem->show();
    });
    connect(m_new, &NewProfileForm::otherFileWanted, this, &ProfilePage::useFile);
    if (!m_editor)
        return;
    connect(&m_editor->document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            m_holders->refresh();
    });
    setName(m_editor->document().surroundings().actor);
}

QWidget *ProfilePage::newLocked()
{
    auto *view = new QWidget(this);
    auto *layout = newColumn(view);
    m_lockedName = newLabel(view, {}, Type::Title, Role::Text);
    m_lockedPrint = newReading(view, {}, Type::Small, Role::ThirdText);
    m_passphrase = newPassphraseLine("passphrase", tr("Passphrase"), view);
    m_unlock = new Button(Button::Kind::Primary, tr("Open my profile"), view);
    m_unlock->setObjectName(QStringLiteral("unlockProfile"));
    auto *other = new Button(Button::Kind::Link, tr("Use a profile from another laptop…"), view);
    layout->addWidget(m_lockedName);
    layout->addWidget(m_lockedPrint);
    layout->addSpacing(grid::group);
    addLabelled(layout, tr("Passphrase"), m_passphrase);
    layout->addLayout(inLine({m_unlock, other}));
    layout->addStretch(1);
    const auto unlock = [this] {
        m_problem->hide();
        if (m_otherFile.isEmpty())
            m_keeper.unlock(m_passphrase->text());
        else
            m_keeper.takeIn(m_otherFile, m_passphrase->text());
        m_passphrase->clear();
    };
    connect(m_unlock, &Button::clicked, this, unlock);
    connect(m_passphrase, &QLineEdit::returnPressed, this, unlock);
    connect(other, &Button::clicked, this, &ProfilePage::useFile);
    return view;
}

QWidget *ProfilePage::newOpen()
{
    auto *view = new QWidget(this);
    auto *layout = newColumn(view);
    m_name = newLabel(view, {}, Type::Title, Role::Text);
    m_roles = newReading(view, {}, Type::Body, Role::SecondText);
    m_print = newReading(view, {}, Type::Body, Role::Text);
    m_print->setObjectName(QStringLiteral("fingerprint"));
    if (m_editor)
        m_holders = new HoldersView(*m_editor, m_tools.chooseFile, view);
    auto *lock = new Button(Button::Kind::Plain, tr("Lock"), view);
    lock->setObjectName(QStringLiteral("lockProfile"));
    auto *card = new Button(Button::Kind::Plain, tr("Save my card for others…"), view);
    card->setObjectName(QStringLiteral("saveCard"));
    auto *move = new Button(Button::Kind::Plain, tr("Copy to another laptop…"), view);
    move->setObjectName(QStringLiteral("exportProfile"));
    auto *passphraseHead = new SectionHeader(tr("Another passphrase"), view);
    passphraseHead->setRuled(true);
    m_newPassphrase = newPassphraseLine("changedPassphrase", tr("New passphrase"), view);
    m_again = newPassphraseLine("changedPassphraseAgain", tr("The same again"), view);
    auto *change = new Button(Button::Kind::Plain, tr("Change the passphrase"), view);
    change->setObjectName(QStringLiteral("changePassphrase"));
    layout->addWidget(m_name);
    layout->addWidget(m_roles);
    layout->addSpacing(grid::inside);
    layout->addWidget(newLabel(view, tr("Fingerprint"), Type::Small, Role::SecondText));
    layout->addWidget(m_print);
    layout->addWidget(newReading(view,
                                 tr("Open: what you do now is done in your name. It locks when nobody has touched "
                                    "keyboard or mouse for ten minutes."),
                                 Type::Small, Role::ThirdText));
    layout->addSpacing(grid::inside);
    layout->addLayout(inLine({lock, card, move}));
    layout->addSpacing(grid::page);
    if (m_holders)
        layout->addWidget(m_holders);
    layout->addSpacing(grid::page);
    layout->addWidget(passphraseHead);
    layout->addSpacing(grid::inside);
    addLabelled(layout, tr("New passphrase"), m_newPassphrase);
    addLabelled(layout, tr("The same again"), m_again);
    layout->addLayout(inLine({change}));
    layout->addStretch(1);
    connect(lock, &Button::clicked, &m_keeper, &ProfileKeeper::lock);
    connect(change, &Button::clicked, this, &ProfilePage::changePassphrase);
    connect(card, &Button::clicked, this, [this] {
        const QString path = m_tools.saveFile(m_keeper.shown()->name + QStringLiteral(".adit-card"));
        if (!path.isEmpty())
            tell(m_keeper.saveCard(path), path);
    });
    connect(move, &Button::clicked, this, [this] {
        const QString path = m_tools.saveFile(m_keeper.shown()->name + QStringLiteral(".adit-profile"));
        if (!path.isEmpty())
            tell(m_keeper.exportTo(path), path);
    });
    return view;
}

void ProfilePage::setName(const QString &name)
{
    m_new->setName(name);
}

void ProfilePage::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty() && !m_keeper.open());
}

void ProfilePage::refresh()
{
    const auto &shown = m_keeper.shown();
    const bool isOpen = m_keeper.open() != nullptr;
    m_new->setBusy(m_keeper.isBusy());
    m_unlock->setEnabled(!m_keeper.isBusy());
    if (isOpen) {
        m_problem->hide();
        m_reason->hide();
        m_otherFile.clear();
        m_new->forget();
        QStringList roles;
        for (const QString &role : shown->roles)
            roles.append(choiceWord(infoOf(field::profile::roles), role));
        m_name->setText(shown->name);
        m_roles->setText(roles.join(QStringLiteral(", ")));
        m_roles->setVisible(!roles.isEmpty());
        m_print->setText(shown->fingerprint());
        if (m_holders)
            m_holders->refresh();
    } else if (!m_otherFile.isEmpty()) {
        m_lockedName->setText(tr("A profile from elsewhere"));
        m_lockedPrint->setText(m_otherFile);
    } else if (shown) {
        m_lockedName->setText(shown->name);
        m_lockedPrint->setText(shown->fingerprint());
    }
    QWidget *view = isOpen && m_showsCode             ? static_cast<QWidget *>(m_code)
                    : isOpen                          ? m_openView
                    : shown || !m_otherFile.isEmpty() ? m_locked
                                                      : m_new;
    if (m_stack->currentWidget() == view)
        return;
    m_stack->setCurrentWidget(view);
    if (isVisible())
        focusMain();
    if (view == m_openView)
        Q_EMIT ready();
}

void ProfilePage::showProblem(const Error &error)
{
    const ErrorWords words = errorWords(error);
    m_problem->showMessage(Banner::Tone::Block, words.head, words.text);
    m_problem->show();
    focusMain();
}

void ProfilePage::tell(const Result<> &done, const QString &path)
{
    if (done)
        Q_EMIT saved(path);
    else
        showProblem(done.error());
}

void ProfilePage::useFile()
{
    const QString path = m_tools.chooseFile();
    if (path.isEmpty())
        return;
    m_otherFile = path;
    refresh();
}

void ProfilePage::changePassphrase()
{
    m_problem->hide();
    if (m_newPassphrase->text() == m_again->text())
        m_keeper.changePassphrase(m_newPassphrase->text());
    else
        m_problem->showMessage(Banner::Tone::Warn, tr("The two passphrases differ."), tr("Type the same one twice."));
    m_problem->setVisible(m_newPassphrase->text() != m_again->text());
    m_newPassphrase->clear();
    m_again->clear();
}

void ProfilePage::focusMain()
{
    QWidget *view = m_stack->currentWidget();
    if (view == m_new)
        m_new->focusFirst();
    else if (view == m_code)
        m_code->focusFirst();
    else if (view == m_locked)
        m_passphrase->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void ProfilePage::forgetPending()
{
    m_new->forget();
    m_passphrase->clear();
    m_newPassphrase->clear();
    m_again->clear();
}

void ProfilePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

} // namespace adit
