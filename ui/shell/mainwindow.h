// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/backups.h"
#include "ui/editing/profilekeeper.h"
#include "ui/models/commandmodel.h"
#include "ui/models/recentcases.h"
#include "ui/pages/newassessmentpage.h"
#include "ui/pages/profile/profilepage.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/shell/services.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <optional>

class QFrame;
class QLabel;
class QMenu;
class QStackedWidget;

namespace adit {

class Banner;
class CommandPalette;
class OpenParcelPage;
class StartPage;
class StatusLine;
class TopBar;
class Workspace;

/// The window: top bar, messages, start page or one open case, status bar.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openCase(const QString &path);
    /// Shows what a parcel holds, to be made a case of.
    void openParcel(const QString &path);
    /// One of sampleNames(); made when it is first wanted.
    void openSample(const QString &name);
    void showStart();
    void showNewAssessment();
    /// The catalogue of the open case, or the one that comes with Adit.
    void showStandards();
    /// False if something typed could not be stored: the case stays open, and the banner says why.
    bool closeCase();
    /// Null while no case is open.
    Workspace *workspace();
    void report(const Error &error);

Q_SIGNALS:
    /// Pages are laid out for one size of text and one language of the catalogue: after another was chosen the window
    /// wants to be made anew, and to open this case again (empty: none).
    void remakeWanted(const QString &path);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildActions();
    QAction *addCommand(const QString &id, const QString &text, const QString &icon, const QList<QKeySequence> &keys,
                        const std::function<void()> &run);
    void buildMenu();
    void connectTopBar();
    void createCase(const NewAssessmentPage::Request &request);
    bool isSettled();
    void take(std::unique_ptr<CaseDocument> document);
    void showWhereSaved();
    void putAway();
    void noteRecent();
    void offerToDrop();
    void offerToGoOn();
    void addWaysOut(const Error &error);
    void warnOfPlace();
    void warnOfFullDisk();
    void goOnElsewhere();
    void saveCopy();
    void backUp();
    void offerBackupOf(const QString &path);
    void chooseBackup();
    void restore(const QString &backup, const QString &insteadOf);
    void refreshAll();
    void refreshPlace();
    void refreshUndo();
    void refreshStatus();
    void refreshRoom();
    void markSaved(Instant moment);
    void chooseCase();
    void chooseParcel();
    void leaveParcel();
    void showRole();
    void setAppearance(Appearance appearance);
    void setTextPercent(int percent);
    void chooseCatalogueLanguage(const QString &language);
    void remake();
    void goBack();
    StandardsPage::Tools standardsTools();
    ProfilePage::Tools profileTools();
    std::vector<Command> commands();
    QString workFolder() const;

    Services m_services;
    RecentCases m_recents;
    ProfileKeeper m_profile;
    TopBar *m_top;
    Banner *m_banner;
    QFrame *m_roleLine;
    QLabel *m_roleWords;
    QStackedWidget *m_stack;
    StartPage *m_start;
    NewAssessmentPage *m_new;
    std::optional<Standard> m_shipped;    ///< what m_standards shows
    StandardsPage *m_standards = nullptr; ///< outside of a case; made when it is first wanted
    OpenParcelPage *m_parcel = nullptr;   ///< made when it is first wanted
    QPointer<Workspace> m_workspace;
    CommandPalette *m_palette;
    QMenu *m_menu;
    StatusLine *m_status;
    QList<QAction *> m_commands;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_close = nullptr;
    QAction *m_merge = nullptr;
    QAction *m_handOver = nullptr;
    QAction *m_importSheet = nullptr;
    QAction *m_saveCopy = nullptr;
    QAction *m_restore = nullptr;
    QAction *m_history = nullptr;
    QAction *m_timeline = nullptr;
    QAction *m_ownProfile = nullptr;
    QTimer m_backupPause;
    bool m_toldOfFullDisk = false; ///< once for each case
    bool m_toldOfBackup = false;
};

} // namespace adit
