// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/sample/sample.h"
#include "core/standard/standardjson.h"
#include "ui/editing/verbwords.h"
#include "ui/look/measures.h"
#include "ui/pages/handover/openparcelpage.h"
#include "ui/pages/startpage.h"
#include "ui/pages/startparts.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/errorwords.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace adit {

namespace {

/// A case, or a parcel with one.
QString droppedCase(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return {};
    const QString path = urls.front().toLocalFile();
    return path.endsWith(QLatin1String(".adit")) || path.endsWith(QLatin1String(".adit-parcel")) ? path : QString();
}

} // namespace

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_recents(*m_services.settings)
    , m_profile(m_services.profileFile, this)
    , m_top(new TopBar(this))
    , m_banner(new Banner(this))
    , m_roleLine(new QFrame(this))
    , m_roleWords(newLabel(m_roleLine, {}, Type::Small, Role::SecondText))
    , m_stack(new QStackedWidget(this))
    , m_start(new StartPage(m_recents, static_cast<bool>(m_services.makeSample)))
    , m_new(new NewAssessmentPage([this](const QString &path) { return m_services.chooseCaseToMake(this, path); }))
    , m_palette(new CommandPalette(
          m_top->search(), [this] { return commands(); }, this))
    , m_menu(new QMenu(this))
    , m_status(new StatusLine(this))
{
    setCatalogueLanguage(
        m_services.settings->value(QStringLiteral("catalogue/language"), QStringLiteral("en")).toString());
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/adit.svg")));
    setAcceptDrops(true);
    setMinimumSize(640, 480);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(m_banner);
    layout->addWidget(m_roleLine);
    layout->addWidget(m_stack, 1);
    setCentralWidget(centre);
    auto *roleLayout = new QHBoxLayout(m_roleLine);
    roleLayout->setContentsMargins(grid::group, 5, grid::group, 5);
    roleLayout->setSpacing(grid::inside);
    roleLayout->addWidget(new IconLabel(QStringLiteral("parcel"), Role::SecondText, m_roleLine), 0, Qt::AlignTop);
    roleLayout->addWidget(m_roleWords, 1);
    m_roleLine->setObjectName(QStringLiteral("roleLine"));
    m_roleLine->setProperty("rule", QStringLiteral("bottom"));
    m_roleWords->setObjectName(QStringLiteral("roleWords"));
    m_roleWords->setWordWrap(true);
    m_roleLine->hide();
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_new);
    buildActions();
    buildMenu();
    m_status->setObjectName(QStringLiteral("statusLine"));
    connect(m_status, &StatusLine::timelineWanted, this, [this] { m_workspace->goTo(QStringLiteral("timeline")); });
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    connectTopBar();
    connect(m_start, &StartPage::newWanted, this, &MainWindow::showNewAssessment);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseCase);
    connect(m_start, &StartPage::parcelWanted, this, &MainWindow::chooseParcel);
    connect(m_start, &StartPage::sampleWanted, this, [this] { openSample(sampleNames().front()); });
    connect(m_start, &StartPage::secondSampleWanted, this, [this] { openSample(sampleNames().back()); });
    connect(m_start, &StartPage::standardsWanted, this, &MainWindow::showStandards);
    connect(m_start, &StartPage::caseWanted, this, &MainWindow::openCase);
    connect(m_new, &NewAssessmentPage::cancelled, this, &MainWindow::showStart);
    connect(m_new, &NewAssessmentPage::createWanted, this, &MainWindow::createCase);
    connect(m_banner, &Banner::dismissed, m_banner, &QWidget::hide);
    m_backupPause.setInterval(15 * 60 * 1000);
    connect(&m_backupPause, &QTimer::timeout, this, &MainWindow::backUp);
    m_backupPause.start();
    resize(1366, 768);
    restoreGeometry(m_services.settings->value(QStringLiteral("window/geometry")).toByteArray());
    showStart();
}

MainWindow::~MainWindow()
{
    delete m_workspace;
}

void MainWindow::connectTopBar()
{
    const auto forward = [this](void (Workspace::*what)()) {
        return [this, what] {
            if (m_workspace)
                (m_workspace->*what)();
        };
    };
    connect(m_top, &TopBar::backWanted, this, &MainWindow::goBack);
    connect(m_top, &TopBar::forwardWanted, this, forward(&Workspace::goForward));
    connect(m_top, &TopBar::undoWanted, this, forward(&Workspace::undo));
    connect(m_top, &TopBar::conflictsWanted, this, [this] { m_workspace->goTo(QStringLiteral("merge")); });
    connect(m_top, &TopBar::redoWanted, this, forward(&Workspace::redo));
    m_top->setPerson(m_services.surroundings().actor);
}

Workspace *MainWindow::workspace()
{
    return m_workspace;
}

void MainWindow::report(const Error &error)
{
    const ErrorWords words = errorWords(error);
    const bool mild = error.code == ErrorCode::NothingToUndo || error.code == ErrorCode::NothingToRedo ||
                      error.code == ErrorCode::Cancelled;
    m_banner->showMessage(mild ? Banner::Tone::Note : Banner::Tone::Block, words.head, words.text);
    addWaysOut(error);
}

void MainWindow::showStart()
{
    m_start->refresh();
    m_stack->setCurrentWidget(m_start);
    refreshAll();
    m_start->focusMain();
}

void MainWindow::showNewAssessment()
{
    if (!isSettled())
        return;
    m_new->begin(m_services.surroundings().actor, workFolder());
    m_stack->setCurrentWidget(m_new);
    refreshAll();
    m_new->focusMain();
}

void MainWindow::showStandards()
{
    if (m_workspace)
        return m_workspace->goTo(QStringLiteral("standards"));
    if (!m_standards) {
        auto standard = shippedStandard(shippedStandards().front());
        if (!standard)
            return report(standard.error());
        m_shipped = std::move(*standard);
        m_standards = new StandardsPage(*m_shipped, standardsTools(), this);
        m_stack->addWidget(m_standards);
        connect(m_standards, &StandardsPage::languageChosen, this, &MainWindow::chooseCatalogueLanguage);
        connect(m_standards, &StandardsPage::failed, this, &MainWindow::report);
        connect(m_standards, &StandardsPage::saved, this, [this](const QString &path) {
            m_banner->showMessage(Banner::Tone::Note, tr("The catalogue was saved."), path);
        });
    }
    m_stack->setCurrentWidget(m_standards);
    refreshAll();
    m_standards->focusMain();
}

void MainWindow::goBack()
{
    if (m_parcel && m_stack->currentWidget() == m_parcel)
        leaveParcel();
    else if (m_standards && m_stack->currentWidget() == m_standards)
        showStart();
    else if (m_workspace)
        m_workspace->goBack();
}

StandardsPage::Tools MainWindow::standardsTools()
{
    return {m_services.renderCatalogue, [this](const QString &name) { return m_services.choosePdf(this, name); }};
}

ProfilePage::Tools MainWindow::profileTools()
{
    return {[this] { return m_services.chooseProfile(this, workFolder()); },
            [this](const QString &name) { return m_services.saveProfile(this, name); }};
}

void MainWindow::refreshAll()
{
    refreshPlace();
    refreshUndo();
    refreshStatus();
}

void MainWindow::refreshPlace()
{
    const bool inCase = m_workspace && m_stack->currentWidget() == m_workspace;
    for (QAction *action : {m_close, m_saveCopy, m_restore})
        action->setEnabled(m_workspace);
    m_importSheet->setEnabled(inCase);
    m_merge->setEnabled(inCase);
    m_handOver->setEnabled(inCase);
    m_roleLine->setVisible(inCase && !m_roleWords->text().isEmpty());
    m_history->setEnabled(inCase);
    m_ownProfile->setEnabled(inCase);
    m_timeline->setEnabled(inCase);
    const bool reading = m_standards && m_stack->currentWidget() == m_standards;
    const bool unpacking = m_parcel && m_stack->currentWidget() == m_parcel;
    m_top->setNavigation(reading || unpacking || (inCase && m_workspace->canGoBack()),
                         inCase && m_workspace->canGoForward());
    if (!inCase) {
        const QString name = m_stack->currentWidget() == m_new ? tr("New assessment") : tr("Start");
        m_top->setPlace(reading ? tr("Standards") : unpacking ? tr("Parcel") : name, {});
        m_top->setSaved({});
        setWindowTitle(QStringLiteral("Adit"));
        return;
    }
    const Record &details = m_workspace->document().assessment().details();
    const QString site = details[field::details::site];
    m_top->setPlace(site, auditKindWord(details[field::details::kind]));
    setWindowTitle(tr("%1 – Adit").arg(site));
    setWindowFilePath(m_workspace->document().path());
}

void MainWindow::refreshUndo()
{
    const bool inCase = m_workspace && m_stack->currentWidget() == m_workspace;
    const auto words = [](const std::optional<HistoryEntry> &entry) {
        return entry ? editWords(entry->verb, entry->subject) : QString();
    };
    const QString undo = inCase ? words(m_workspace->document().nextUndo()) : QString();
    const QString redo = inCase ? words(m_workspace->document().nextRedo()) : QString();
    m_undo->setEnabled(!undo.isEmpty());
    m_redo->setEnabled(!redo.isEmpty());
    m_undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
    m_redo->setText(redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo));
    m_top->setUndo(undo, redo, inCase);
    m_top->setConflicts(inCase ? static_cast<int>(m_workspace->document().conflicts().size()) : 0);
}

void MainWindow::refreshStatus()
{
    const bool inCase = m_workspace && m_stack->currentWidget() == m_workspace;
    m_status->setVisible(inCase);
    if (inCase)
        m_status->show(m_workspace->document(), m_workspace->process().state());
}

void MainWindow::markSaved(Instant moment)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.milliseconds);
    m_top->setSaved(tr("Saved  %1").arg(local.time().toString(QStringLiteral("HH:mm"))));
    if (m_workspace->document().isDiskNearlyFull() && !m_toldOfFullDisk)
        warnOfFullDisk();
}

void MainWindow::refreshRoom()
{
    if (m_workspace)
        m_workspace->setRoom(width() * 13 / std::max(13, qRound(pixelSize(font()))));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!isSettled())
        return event->ignore();
    if (m_workspace)
        putAway();
    m_services.settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    refreshRoom();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refreshRoom();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedCase(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    if (auto *hint = findChild<DropHint *>())
        hint->setActive(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    if (auto *hint = findChild<DropHint *>())
        hint->setActive(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (auto *hint = findChild<DropHint *>())
        hint->setActive(false);
    openCase(droppedCase(event->mimeData()));
}

} // namespace adit
