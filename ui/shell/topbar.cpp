// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"

#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

namespace adit {

namespace {

Button *newIconButton(const QString &icon, const QString &name, const QString &objectName, QWidget *parent)
{
    auto *button = new Button(Button::Kind::Flat, {}, parent);
    button->setObjectName(objectName);
    button->setIconName(icon);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
    , m_back(newIconButton(QStringLiteral("back"), tr("Back (Alt+Left)"), QStringLiteral("back"), this))
    , m_forward(newIconButton(QStringLiteral("forward"), tr("Forward (Alt+Right)"), QStringLiteral("forward"), this))
    , m_name(new ElidedLabel({}, this))
    , m_detail(new ElidedLabel({}, this))
    , m_search(new SearchField(tr("Search or command"), this))
    , m_conflicts(new Chip({}, this))
    , m_undo(newIconButton(QStringLiteral("undo"), {}, QStringLiteral("undo"), this))
    , m_redo(newIconButton(QStringLiteral("redo"), {}, QStringLiteral("redo"), this))
    , m_savedIcon(new IconLabel(QStringLiteral("check"), Role::SecondText, this))
    , m_saved(newLabel(this, {}, Type::Body, Role::SecondText))
    , m_person(new Avatar(this))
    , m_menu(newIconButton(QStringLiteral("menu"), tr("Menu (F10)"), QStringLiteral("menu"), this))
{
    setProperty("rule", QStringLiteral("bottom"));
    setFixedHeight(scaled(font(), 44));
    m_name->setObjectName(QStringLiteral("caseName"));
    m_saved->setObjectName(QStringLiteral("saved"));
    m_search->setObjectName(QStringLiteral("search"));
    m_conflicts->setObjectName(QStringLiteral("conflicts"));
    m_conflicts->setIconName(QStringLiteral("merge"));
    m_conflicts->setTone(Chip::Tone::Warn);
    m_conflicts->setToolTip(tr("What people did without knowing of each other"));
    m_search->setKeyHint(tr("Ctrl K"));
    m_name->setLook(Type::Strong, Role::Text);
    m_detail->setLook(Type::Body, Role::SecondText);
    auto *leading = new QHBoxLayout;
    leading->setSpacing(grid::unit);
    leading->addWidget(m_back);
    leading->addWidget(m_forward);
    leading->addSpacing(grid::inside);
    leading->addWidget(m_name);
    leading->addSpacing(grid::unit);
    leading->addWidget(m_detail, 1);
    auto *trailing = new QHBoxLayout;
    trailing->setSpacing(6);
    trailing->addStretch(1);
    trailing->addWidget(m_conflicts);
    trailing->addWidget(m_undo);
    trailing->addWidget(m_redo);
    trailing->addSpacing(grid::unit);
    trailing->addWidget(m_savedIcon);
    trailing->addWidget(m_saved);
    trailing->addSpacing(grid::inside);
    trailing->addWidget(m_person);
    trailing->addWidget(m_menu);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->setSpacing(12);
    layout->addLayout(leading, 1);
    layout->addWidget(m_search);
    layout->addLayout(trailing, 1);
    connect(m_back, &Button::clicked, this, &TopBar::backWanted);
    connect(m_forward, &Button::clicked, this, &TopBar::forwardWanted);
    connect(m_conflicts, &Chip::clicked, this, &TopBar::conflictsWanted);
    connect(m_undo, &Button::clicked, this, &TopBar::undoWanted);
    connect(m_redo, &Button::clicked, this, &TopBar::redoWanted);
    setConflicts(0);
    setUndo({}, {}, false);
    setSaved({});
}

void TopBar::setPlace(const QString &name, const QString &detail)
{
    m_name->setText(name);
    m_detail->setText(detail);
}

void TopBar::setNavigation(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::setUndo(const QString &undoWords, const QString &redoWords, bool shown)
{
    m_undo->setVisible(shown);
    m_redo->setVisible(shown);
    m_undo->setEnabled(!undoWords.isEmpty());
    m_redo->setEnabled(!redoWords.isEmpty());
    const QString undo = undoWords.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1 (Ctrl+Z)").arg(undoWords);
    const QString redo = redoWords.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1 (Ctrl+Shift+Z)").arg(redoWords);
    m_undo->setToolTip(undo);
    m_undo->setAccessibleName(undo);
    m_redo->setToolTip(redo);
    m_redo->setAccessibleName(redo);
}

void TopBar::setConflicts(int count)
{
    m_conflicts->setText(tr("%n conflict(s)", nullptr, count));
    m_conflicts->setVisible(count > 0);
}

void TopBar::setSaved(const QString &words)
{
    m_saved->setText(words);
    m_saved->setVisible(!words.isEmpty());
    m_savedIcon->setVisible(!words.isEmpty());
}

void TopBar::setReadOnly(bool readOnly)
{
    m_savedIcon->setIcon(readOnly ? QStringLiteral("lock") : QStringLiteral("check"), Role::SecondText);
}

void TopBar::setPerson(const QString &name)
{
    m_person->setPerson(name);
    m_person->setVisible(!name.isEmpty());
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int room = width() * 13 / std::max(13, qRound(pixelSize(font())));
    m_search->setFixedWidth(std::clamp(width() * 320 / 1366, scaled(font(), 180), scaled(font(), 320)));
    m_detail->setVisible(room >= 900);
}

} // namespace adit
