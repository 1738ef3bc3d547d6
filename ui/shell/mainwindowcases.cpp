// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cases in the window: opening and closing them, and what keeps their words safe meanwhile: backups, copies, the ways
// out of a full disk or a damaged file.
#include "core/standard/standardjson.h"
#include "ui/pages/handover/openparcelpage.h"
#include "ui/pages/startpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/banner.h"
#include "ui/words/errorwords.h"
#include "ui/words/rolewords.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <algorithm>

namespace adit {

QString MainWindow::workFolder() const
{
    const QString known = m_services.settings->value(QStringLiteral("window/folder")).toString();
    return known.isEmpty() || !QDir(known).exists()
               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
               : known;
}

bool MainWindow::isSettled()
{
    return !m_workspace || m_workspace->settle();
}

// ---- opening --------------------------------------------------------------------------------------------------------

void MainWindow::chooseCase()
{
    const QString path = m_services.chooseCaseToOpen(this, workFolder());
    if (!path.isEmpty())
        openCase(path);
}

void MainWindow::openCase(const QString &path)
{
    if (path.endsWith(QLatin1String(".adit-parcel")))
        return openParcel(path);
    if (!isSettled())
        return;
    if (m_workspace && QFileInfo(m_workspace->document().path()) == QFileInfo(path)) {
        m_stack->setCurrentWidget(m_workspace);
        return refreshAll();
    }
    auto document = CaseDocument::open(path, m_services.surroundings());
    if (!document)
        return report(document.error());
    take(std::move(*document));
}

void MainWindow::chooseParcel()
{
    const QString path = m_services.chooseParcel ? m_services.chooseParcel(this, workFolder()) : QString();
    if (!path.isEmpty())
        openParcel(path);
}

void MainWindow::openParcel(const QString &path)
{
    if (!isSettled())
        return;
    if (!m_parcel) {
        m_parcel = new OpenParcelPage(m_profile, profileTools(), [this](const QString &name) {
            return m_services.chooseCaseToMake(this, workFolder() + QLatin1Char('/') + name);
        });
        m_stack->addWidget(m_parcel);
        connect(m_parcel, &OpenParcelPage::cancelled, this, &MainWindow::leaveParcel);
        connect(m_parcel, &OpenParcelPage::opened, this, &MainWindow::openCase);
    }
    m_banner->hide();
    m_parcel->begin(path, m_services.surroundings().actor);
    m_stack->setCurrentWidget(m_parcel);
    refreshAll();
    m_parcel->focusMain();
}

void MainWindow::leaveParcel()
{
    if (!m_workspace)
        return showStart();
    m_stack->setCurrentWidget(m_workspace);
    refreshAll();
}

void MainWindow::openSample(const QString &name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString path = QStringLiteral("%1/sample-%2.adit").arg(folder, name);
    if (QFileInfo::exists(path))
        return openCase(path);
    if (!isSettled())
        return;
    if (!QDir().mkpath(folder))
        return report({ErrorCode::FolderUnwritable, folder, {}});
    auto document = m_services.makeSample(path, name);
    if (!document)
        return report(document.error());
    take(std::move(*document));
}

void MainWindow::createCase(const NewAssessmentPage::Request &request)
{
    auto standard = shippedStandard(request.standardId);
    if (!standard)
        return report(standard.error());
    Surroundings surroundings = m_services.surroundings();
    if (!request.person.isEmpty()) {
        m_services.settings->setValue(QStringLiteral("person/name"), request.person);
        surroundings.actor = request.person;
    }
    auto document = CaseDocument::create(request.path, *standard, request.details, std::move(surroundings));
    if (!document)
        return report(document.error());
    m_services.settings->setValue(QStringLiteral("window/folder"), QFileInfo(request.path).absolutePath());
    take(std::move(*document));
}

void MainWindow::take(std::unique_ptr<CaseDocument> document)
{
    if (!closeCase())
        return;
    m_banner->hide();
    m_toldOfFullDisk = false;
    m_toldOfBackup = false;
    document->keepReserve();
    m_top->setPerson(document->surroundings().actor);
    m_workspace = new Workspace(
        std::move(document),
        {m_services.renderReport,
         [this](const QString &name) { return m_services.choosePdf(this, name); },
         [this](const QString &name) { return m_services.choosePaper(this, name); },
         m_services.chooseCalendar,
         [this] { return m_services.chooseSheet(this, workFolder()); },
         standardsTools(),
         &m_profile,
         profileTools(),
         m_services.chooseSheetToMake,
         [this] { return m_services.chooseEvidence ? m_services.chooseEvidence(this, workFolder()) : QStringList(); },
         [this] { return m_services.chooseCopy ? m_services.chooseCopy(this, workFolder()) : QString(); },
         {[this] { return m_services.chooseProfile(this, workFolder()); },
          [this](const QString &name) {
              return m_services.saveParcel ? m_services.saveParcel(this, workFolder() + QLatin1Char('/') + name)
                                           : QString();
          }},
         [this] { return m_services.chooseCaseToOpen(this, workFolder()); },
         {[this](const QString &name) {
              return m_services.chooseReleaseToMake
                         ? m_services.chooseReleaseToMake(this, workFolder() + QLatin1Char('/') + name)
                         : QString();
          },
          [this] { return m_services.chooseRelease ? m_services.chooseRelease(this, workFolder()) : QString(); },
          [this](const QString &name) {
              return m_services.chooseDisclosed
                         ? m_services.chooseDisclosed(this, workFolder() + QLatin1Char('/') + name)
                         : QString();
          }},
         {[this] { return m_services.chooseMap ? m_services.chooseMap(this, workFolder()) : QString(); },
          [this] { return m_services.chooseTemplate ? m_services.chooseTemplate(this, workFolder()) : QString(); }}},
        *m_services.settings);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    connect(&m_workspace->editor(), &Editor::failed, this, &MainWindow::report);
    connect(&m_workspace->editor(), &Editor::saved, this, &MainWindow::markSaved);
    connect(&m_workspace->document(), &CaseDocument::changed, this, [this] {
        refreshUndo();
        refreshStatus();
        refreshPlace();
    });
    connect(&m_workspace->editor(), &Editor::actorChanged, this,
            [this] { m_top->setPerson(m_workspace->document().surroundings().actor); });
    connect(m_workspace, &Workspace::placeChanged, this, &MainWindow::refreshPlace);
    connect(m_workspace, &Workspace::backupWanted, this, &MainWindow::backUp);
    connect(m_workspace, &Workspace::heldBack, this, &MainWindow::offerToDrop);
    connect(m_workspace, &Workspace::catalogueLanguageWanted, this, &MainWindow::chooseCatalogueLanguage);
    connect(m_workspace, &Workspace::noticed, this, [this](const QString &head, const QString &text) {
        m_banner->showMessage(Banner::Tone::Note, head, text);
    });
    refreshRoom();
    showRole();
    showWhereSaved();
    m_workspace->currentPage()->focusMain();
    backUp();
    warnOfPlace();
}

/// Whom this copy was made for, where it takes less than everything.
void MainWindow::showRole()
{
    const CaseFacts facts = m_workspace->document().facts();
    const bool isBound =
        !facts.role.isEmpty() && facts.role != QLatin1String("lead-auditor") && facts.role != QLatin1String("auditor");
    const QString what = facts.chapters.isEmpty()
                             ? roleWord(facts.role)
                             : tr("%1, %2").arg(roleWord(facts.role), chapterWords(facts.chapters));
    m_roleWords->setText(isBound ? tr("This copy was made for: %1. What this role does not write is refused.").arg(what)
                                 : QString());
}

/// Name, state and place of the file, wherever they stand.
void MainWindow::showWhereSaved()
{
    noteRecent();
    refreshAll();
    m_top->setSaved(m_workspace->document().facts().readOnly ? tr("Read only") : tr("Saved"));
}

// ---- closing --------------------------------------------------------------------------------------------------------

bool MainWindow::closeCase()
{
    if (!m_workspace)
        return true;
    if (!m_workspace->settle())
        return false;
    putAway();
    Workspace *closed = m_workspace;
    m_workspace.clear();
    delete closed;
    showStart();
    return true;
}

void MainWindow::putAway()
{
    m_workspace->remember();
    noteRecent();
    backUp();
}

void MainWindow::noteRecent()
{
    const CaseDocument &document = m_workspace->document();
    const Record &details = document.assessment().details();
    const GroupScore &whole = document.scoreCard().whole;
    m_recents.note({QFileInfo(document.path()).absoluteFilePath(), details[field::details::site],
                    details[field::details::kind], whole.rated(), whole.relevant, QDateTime::currentDateTime(),
                    document.assessment().id().toString()});
}

// ---- ways out -------------------------------------------------------------------------------------------------------

void MainWindow::offerToDrop()
{
    m_banner->addButton(QStringLiteral("dropTyped"), tr("Drop what was typed"), [this] {
        m_banner->hide();
        if (m_workspace)
            m_workspace->forgetPending();
    });
}

void MainWindow::offerToGoOn()
{
    m_banner->addButton(QStringLiteral("goOnElsewhere"), tr("Go on in a copy…"), [this] { goOnElsewhere(); });
}

void MainWindow::addWaysOut(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed:
    case ErrorCode::FileReadOnly:
    case ErrorCode::FileMoved:
        if (m_workspace && error.subject == m_workspace->document().path())
            offerToGoOn();
        break;
    case ErrorCode::FileDamaged:
    case ErrorCode::FileMissing:
    case ErrorCode::JournalBroken:
        offerBackupOf(error.subject);
        break;
    default:
        break;
    }
}

void MainWindow::warnOfPlace()
{
    const CaseFacts facts = m_workspace->document().facts();
    const QString known = QStringLiteral("case/%1/synced").arg(m_workspace->document().assessment().id().toString());
    if (facts.readOnly) {
        m_banner->showMessage(Banner::Tone::Note, tr("This case can be read, but not changed."),
                              tr("The file or its folder cannot be written."));
        offerToGoOn();
    } else if (m_workspace->document().isDiskNearlyFull()) {
        warnOfFullDisk();
    } else if (!facts.syncService.isEmpty() && !m_services.settings->value(known).toBool()) {
        m_banner->showMessage(
            Banner::Tone::Warn, tr("This file lies in a folder that %1 keeps in step.").arg(facts.syncService),
            tr("It may copy the file while it is written, or put an older one in its place. Work in a copy on this "
               "computer, and put a copy back when you are done."));
        offerToGoOn();
        m_banner->addButton(QStringLiteral("stayInSync"), tr("Stay here"), [this, known] {
            m_services.settings->setValue(known, true);
            m_banner->hide();
        });
    }
}

void MainWindow::warnOfFullDisk()
{
    m_toldOfFullDisk = true;
    m_banner->showMessage(Banner::Tone::Warn, tr("The disk is nearly full."),
                          tr("What you entered so far is saved. Free some space, or go on in a copy on another disk."));
    offerToGoOn();
}

void MainWindow::goOnElsewhere()
{
    if (!m_workspace)
        return;
    const QString name = QFileInfo(m_workspace->document().path()).fileName();
    const QString path = m_services.chooseCaseToMake(
        this, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QLatin1Char('/') + name);
    if (path.isEmpty())
        return;
    if (const auto moved = m_workspace->document().continueIn(path); !moved)
        return report(moved.error());
    m_toldOfFullDisk = false;
    showWhereSaved();
    m_banner->showMessage(Banner::Tone::Note, tr("You now work in the copy."),
                          tr("%1. The file from before is as it was.").arg(path));
    m_workspace->settle();
}

void MainWindow::saveCopy()
{
    if (!m_workspace || !isSettled())
        return;
    const QFileInfo file(m_workspace->document().path());
    const QString path = m_services.chooseCaseToMake(this, file.absolutePath() + QLatin1Char('/') +
                                                               tr("%1 copy.adit").arg(file.completeBaseName()));
    if (path.isEmpty())
        return;
    if (const auto saved = m_workspace->document().saveCopy(path); !saved)
        return report(saved.error());
    m_banner->showMessage(Banner::Tone::Note, tr("A copy was saved."), path);
}

// ---- backups --------------------------------------------------------------------------------------------------------

void MainWindow::backUp()
{
    if (!m_workspace || m_services.backupFolder.isEmpty())
        return;
    const auto made = Backups(m_services.backupFolder).backUp(m_workspace->document());
    if (made || m_toldOfBackup)
        return;
    m_toldOfBackup = true;
    const ErrorWords words = errorWords(made.error());
    m_banner->showMessage(Banner::Tone::Warn, tr("No backup of this case could be made."),
                          words.head + QLatin1Char(' ') + words.text);
}

void MainWindow::offerBackupOf(const QString &path)
{
    const QString wanted = QFileInfo(path).absoluteFilePath();
    const std::vector<RecentCase> recents = m_recents.list();
    const auto recent = std::ranges::find(recents, wanted, &RecentCase::path);
    const auto id = recent == recents.end() ? std::nullopt : AssessmentId::fromString(recent->assessment);
    if (!id || Backups(m_services.backupFolder).of(*id).empty())
        return;
    m_banner->addButton(QStringLiteral("restoreBackup"), tr("Restore the latest backup…"), [this, id, wanted] {
        const auto backups = Backups(m_services.backupFolder).of(*id);
        if (!backups.empty())
            restore(backups.front().path, wanted);
    });
}

void MainWindow::chooseBackup()
{
    if (!m_workspace)
        return;
    const CaseDocument &document = m_workspace->document();
    const QString chosen =
        m_services.chooseCaseToOpen(this, Backups(m_services.backupFolder).folderOf(document.assessment().id()));
    if (!chosen.isEmpty())
        restore(chosen, document.path());
}

void MainWindow::restore(const QString &backup, const QString &insteadOf)
{
    const QFileInfo file(insteadOf);
    const QString path = m_services.chooseCaseToMake(this, file.absolutePath() + QLatin1Char('/') +
                                                               tr("%1 restored.adit").arg(file.completeBaseName()));
    if (path.isEmpty())
        return;
    if (const auto restored = Backups::restore(backup, path); !restored)
        return report(restored.error());
    openCase(path);
    QStringList absent = m_workspace ? m_workspace->document().absentEvidence() : QStringList();
    if (absent.isEmpty())
        return;
    constexpr int mostNamed = 12;
    if (absent.size() > mostNamed)
        absent = absent.mid(0, mostNamed) + QStringList{QStringLiteral("…")};
    m_banner->showMessage(Banner::Tone::Warn, tr("Restored, without the files of its evidence."),
                          tr("Backups keep none. Adding the same files again brings them back: %1.")
                              .arg(absent.join(QStringLiteral(", "))));
}

} // namespace adit
