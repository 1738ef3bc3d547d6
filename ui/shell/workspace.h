// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/commandmodel.h"
#include "ui/models/processwatch.h"
#include "ui/models/whoami.h"
#include "ui/pages/detailspage.h"
#include "ui/pages/handover/handoverpage.h"
#include "ui/pages/importpage.h"
#include "ui/pages/merge/mergepage.h"
#include "ui/pages/page.h"
#include "ui/pages/papers/paperdesk.h"
#include "ui/pages/profile/profilepage.h"
#include "ui/pages/publish/publishpage.h"
#include "ui/pages/records/recordpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/pages/timelinepage.h"

#include <QSet>
#include <QWidget>
#include <optional>

class QSettings;
class QStackedWidget;

namespace adit {

class AssessPage;
class HistoryPage;
class ProgressRail;
class ScoreboardPage;
class StepPage;
struct Destination;
struct RequirementConditions;

/// One open case on screen: the rail and the pages, and the way back and forth between them. Lives as long as the case
/// is open, and owns it.
class Workspace final : public QWidget
{
    Q_OBJECT
public:
    struct Tools
    {
        ReportRenderer renderReport; ///< empty: nothing can be published
        ReportPages::PathChooser choosePdf;
        PaperDesk::PathChooser choosePaper;
        TimelinePage::PathChooser chooseCalendar;
        ImportPage::SheetChooser chooseSheet;
        StandardsPage::Tools standards;
        ProfileKeeper *profile = nullptr; ///< outlives the workspace
        ProfilePage::Tools profileTools = {};
        RecordPage::PathChooser chooseSheetToMake; ///< empty: lists are not exported
        std::function<QStringList()> chooseEvidence = {};
        MergePage::CaseChooser chooseCopy = {}; ///< another copy of the case, to be taken in
        HandoverPage::Tools handover = {};
        std::function<QString()> chooseEarlier = {}; ///< an earlier case, to be compared with
        ReleaseDesk::Tools publish = {};
        DetailsPage::Tools details = {};
    };

    Workspace(std::unique_ptr<CaseDocument> document, const Tools &tools, QSettings &settings,
              QWidget *parent = nullptr);
    ~Workspace() override;

    CaseDocument &document() { return *m_document; }
    const ProcessWatch &process() const { return m_process; }
    Editor &editor() { return m_editor; }
    WhoAmI &whoAmI() { return m_whoAmI; }
    Page *currentPage() const;
    QString currentPageId() const { return m_pageId; }
    AssessPage *assessPage() { return m_assess; }
    StandardsPage *standardsPage() { return m_standards; }

    void goTo(const QString &pageId);
    void goBack();
    void goForward();
    bool canGoBack() const { return m_place > 0; }
    bool canGoForward() const { return m_place + 1 < static_cast<int>(m_places.size()); }
    /// Asks for a sheet of ratings, or of records of a kind, and shows what it would change.
    void importSheet(std::optional<EntityKind> kind = {});
    /// Asks for another copy of the case and shows what it would bring.
    void mergeCopy();
    void undo();
    void redo();
    /// False if something typed could not be stored and would be lost by leaving (Page::settle).
    bool settle();
    void forgetPending();
    /// F6: the next panel with room on screen.
    void focusNextPanel();
    void setRoom(int width);
    std::vector<Command> commands();
    void remember();

Q_SIGNALS:
    void placeChanged();
    void heldBack();
    /// The standard's texts are wanted in another language, which makes all pages anew.
    void catalogueLanguageWanted(const QString &language);
    void noticed(const QString &head, const QString &text);
    /// Much is about to change at once.
    void backupWanted();

private:
    struct Place
    {
        QString page;
        std::optional<RequirementCode> code;
        friend bool operator==(const Place &, const Place &) = default;
    };
    void addPage(const QString &id, Page *page);
    void connectPages();
    void addRecordPages(const Tools &tools);
    void addReviewPage(RecordPage *comments, const Tools &tools);
    void addTodayPage();
    void addProfilePage(const Tools &tools);
    void addHandoverPage(const Tools &tools);
    void addPublishPage(const Tools &tools);
    void connectPapers();
    /// Evidence and interviews in a window beside the page, one at a time.
    void showRecord(const EntityRef &entity);
    void showRequirements(const RequirementConditions &conditions);
    void follow(const Destination &destination);
    void choose(const QString &railId);
    bool show(const QString &pageId);
    void visit(const Place &place);
    /// Where a page is that shows one node at a time.
    std::optional<RequirementCode> codeOn(const QString &pageId) const;
    void travel(int step);
    void refreshRail();
    void recall();
    QString settingsKey(const char *name) const;

    std::unique_ptr<CaseDocument> m_document;
    Editor m_editor;
    ProcessWatch m_process;
    PaperDesk m_papers;
    QSettings &m_settings;
    WhoAmI m_whoAmI;
    ProgressRail *m_rail;
    QStackedWidget *m_stack;
    QHash<QString, Page *> m_pages;
    AssessPage *m_assess;
    ScoreboardPage *m_scoreboard;
    StepPage *m_step;
    QHash<QString, RecordPage *> m_recordPages;
    ImportPage *m_import;
    MergePage *m_merge;
    PublishPage *m_publish = nullptr;
    ReviewPage *m_review = nullptr; ///< with the list of comments in it
    StandardsPage *m_standards;
    QSet<QString> m_openPhases{QStringLiteral("audit")};
    QString m_pageId;
    std::vector<Place> m_places;
    int m_place = -1;
    bool m_travelling = false;
    QString m_pageBehindProfile; ///< where work goes on once the profile is open
};

} // namespace adit
