// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the window by key, menu or search: one list of actions serves all three.
#include "core/sample/sample.h"
#include "ui/look/icons.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/button.h"
#include "ui/words/words.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <algorithm>
#include <utility>

namespace adit {

QAction *MainWindow::addCommand(const QString &id, const QString &text, const QString &icon,
                                const QList<QKeySequence> &keys, const std::function<void()> &run)
{
    auto *action = new QAction(roleIcon(icon), text, this);
    action->setObjectName(id);
    action->setProperty("icon", icon);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_commands.append(action);
    return action;
}

void MainWindow::buildActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, const QList<QKeySequence> &keys,
                            const std::function<void()> &run) {
        return addCommand(QLatin1String(id), text, QLatin1String(icon), keys, run);
    };
    add("actionNew", tr("New assessment"), "plus", {QKeySequence::New}, [this] { showNewAssessment(); });
    add("actionOpen", tr("Open a case file…"), "folder", {QKeySequence::Open}, [this] { chooseCase(); });
    add("actionOpenParcel", tr("Open a parcel…"), "parcel", {}, [this] { chooseParcel(); });
    if (m_services.makeSample) {
        add("actionSample", tr("Open the sample: a finished audit"), "layers", {},
            [this] { openSample(sampleNames().front()); });
        add("actionSecondSample", tr("Open the second sample: an audit under way"), "layers", {},
            [this] { openSample(sampleNames().back()); });
    }
    add("actionStandards", tr("Read the standard"), "book", {}, [this] { showStandards(); });
    m_importSheet =
        add("actionImport", tr("Import ratings from a sheet…"), "table", {}, [this] { m_workspace->importSheet(); });
    m_merge = add("actionMerge", tr("Take in another copy…"), "merge", {}, [this] { m_workspace->mergeCopy(); });
    m_handOver = add("actionHandOver", tr("Hand over…"), "parcel", {},
                     [this] { m_workspace->goTo(QStringLiteral("handover")); });
    m_saveCopy = add("actionSaveCopy", tr("Save a copy…"), "copy", {QKeySequence::SaveAs}, [this] { saveCopy(); });
    m_restore = add("actionRestore", tr("Restore a backup…"), "history", {}, [this] { chooseBackup(); });
    m_undo =
        add("actionUndo", tr("Undo"), "undo", {QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { m_workspace->undo(); });
    m_redo = add("actionRedo", tr("Redo"), "redo",
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
                 [this] { m_workspace->redo(); });
    m_history = add("actionHistory", tr("History"), "history", {QKeySequence(Qt::CTRL | Qt::Key_H)},
                    [this] { m_workspace->goTo(QStringLiteral("history")); });
    m_timeline = add("actionTimeline", tr("Timeline"), "clock", {QKeySequence(Qt::CTRL | Qt::Key_T)},
                     [this] { m_workspace->goTo(QStringLiteral("timeline")); });
    m_ownProfile =
        add("actionProfile", tr("My profile"), "person", {}, [this] { m_workspace->goTo(QStringLiteral("profile")); });
    m_close = add("actionClose", tr("Close the case"), "home", {QKeySequence(Qt::CTRL | Qt::Key_W)},
                  [this] { (void)closeCase(); });
    add("actionSystemColours", tr("Colours of the desktop"), "contrast", {},
        [this] { setAppearance(Appearance::System); });
    add("actionLight", tr("Light colours"), "contrast", {}, [this] { setAppearance(Appearance::Light); });
    add("actionDark", tr("Dark colours"), "contrast", {}, [this] { setAppearance(Appearance::Dark); });
    const auto percent = [this] { return m_services.settings->value(QStringLiteral("window/text"), 100).toInt(); };
    add("actionLarger", tr("Larger text"), "zoom-in", {QKeySequence::ZoomIn},
        [this, percent] { setTextPercent(percent() + 25); });
    add("actionSmaller", tr("Smaller text"), "zoom-out", {QKeySequence::ZoomOut},
        [this, percent] { setTextPercent(percent() - 25); });
    add("actionQuit", tr("Quit"), "close", {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });
    const auto hidden = [this](const QKeySequence &keys, const std::function<void()> &run) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    hidden(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_palette->open(); });
    hidden(QKeySequence(Qt::Key_F10), [this] { m_top->menuButton()->click(); });
    hidden(QKeySequence(Qt::Key_F6), [this] {
        if (m_workspace && m_stack->currentWidget() == m_workspace)
            m_workspace->focusNextPanel();
    });
    hidden(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    hidden(QKeySequence(Qt::ALT | Qt::Key_Right), [this] {
        if (m_workspace)
            m_workspace->goForward();
    });
}

void MainWindow::buildMenu()
{
    for (QAction *action : std::as_const(m_commands)) {
        if (action == m_importSheet || action == m_undo ||
            action->objectName() == QLatin1String("actionSystemColours") ||
            action->objectName() == QLatin1String("actionLarger") ||
            action->objectName() == QLatin1String("actionQuit") || action == m_close)
            m_menu->addSeparator();
        m_menu->addAction(action);
    }
    connect(m_top->menuButton(), &Button::clicked, this, [this] {
        const QPoint corner = m_top->menuButton()->mapToGlobal(
            QPoint(m_top->menuButton()->width() - m_menu->sizeHint().width(), m_top->menuButton()->height() + 2));
        m_menu->popup(corner);
    });
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_services.settings->setValue(QStringLiteral("window/appearance"), appearanceCode(appearance));
    if (m_services.applyLook)
        m_services.applyLook(appearance, m_services.settings->value(QStringLiteral("window/text"), 100).toInt());
}

void MainWindow::setTextPercent(int percent)
{
    if (!isSettled())
        return;
    const int bounded = std::clamp(percent, 75, 250);
    m_services.settings->setValue(QStringLiteral("window/text"), bounded);
    if (m_services.applyLook)
        m_services.applyLook(
            appearanceFromCode(m_services.settings->value(QStringLiteral("window/appearance")).toString()), bounded);
    remake();
}

void MainWindow::chooseCatalogueLanguage(const QString &language)
{
    if (!isSettled())
        return;
    m_services.settings->setValue(QStringLiteral("catalogue/language"), language);
    setCatalogueLanguage(language);
    if (m_workspace)
        return remake();
    const auto code = m_standards->current();
    std::exchange(m_standards, nullptr)->deleteLater(); // it is what asked for this
    showStandards();
    if (code)
        m_standards->open(*code);
}

void MainWindow::remake()
{
    const QString path = m_workspace ? m_workspace->document().path() : QString();
    (void)closeCase();
    Q_EMIT remakeWanted(path);
}

std::vector<Command> MainWindow::commands()
{
    std::vector<Command> commands;
    if (m_workspace && m_stack->currentWidget() == m_workspace)
        commands = m_workspace->commands();
    for (QAction *action : std::as_const(m_commands)) {
        if (action->isEnabled())
            commands.push_back({action->text(),
                                action->shortcut().toString(QKeySequence::NativeText),
                                action->property("icon").toString(),
                                std::nullopt,
                                {},
                                [action] { action->trigger(); }});
    }
    return commands;
}

} // namespace adit
