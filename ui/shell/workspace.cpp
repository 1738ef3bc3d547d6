// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "core/review/threads.h"
#include "ui/look/measures.h"
#include "ui/pages/assess/assesspage.h"
#include "ui/pages/assess/guidancepanel.h"
#include "ui/pages/assess/sidepanel.h"
#include "ui/pages/assess/treepanel.h"
#include "ui/pages/detailspage.h"
#include "ui/pages/evidenceviewer.h"
#include "ui/pages/history/historypage.h"
#include "ui/pages/processrows.h"
#include "ui/pages/scoreboard/scoreboardpage.h"
#include "ui/pages/step/steppage.h"
#include "ui/pages/todaypage.h"
#include "ui/widgets/progressrail.h"
#include "ui/words/rolewords.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <algorithm>
#include <utility>

namespace adit {

namespace {

struct WorkPage
{
    const char *id;
    const char *icon;
    const char *name;
    bool isInRail = true; ///< in its part for work; the others are reached from the menu and by search
};

constexpr WorkPage workPages[] = {
    {"today", "today", QT_TRANSLATE_NOOP("adit::Workspace", "Today"), false},
    {"assess", "assess", QT_TRANSLATE_NOOP("adit::Workspace", "Assess")},
    {"evidence", "layers", QT_TRANSLATE_NOOP("adit::Workspace", "Evidence")},
    {"people", "person", QT_TRANSLATE_NOOP("adit::Workspace", "People")},
    {"visit", "pin", QT_TRANSLATE_NOOP("adit::Workspace", "Meetings and visit")},
    {"actions", "flag", QT_TRANSLATE_NOOP("adit::Workspace", "Findings, actions")},
    {"scoreboard", "scoreboard", QT_TRANSLATE_NOOP("adit::Workspace", "Scoreboard")},
    {"review", "comment", QT_TRANSLATE_NOOP("adit::Workspace", "Review")},
    {"publish", "report", QT_TRANSLATE_NOOP("adit::Workspace", "Publish")},
    {"handover", "parcel", QT_TRANSLATE_NOOP("adit::Workspace", "Hand over")},
    {"plan", "calendar", QT_TRANSLATE_NOOP("adit::Workspace", "Plan and team")},
    {"details", "home", QT_TRANSLATE_NOOP("adit::Workspace", "Site and audit")},
    {"standards", "book", QT_TRANSLATE_NOOP("adit::Workspace", "Standards")},
    {"merge", "merge", QT_TRANSLATE_NOOP("adit::Workspace", "Merge"), false},
    {"timeline", "clock", QT_TRANSLATE_NOOP("adit::Workspace", "Timeline"), false},
    {"profile", "person", QT_TRANSLATE_NOOP("adit::Workspace", "My profile"), false},
    {"history", "history", QT_TRANSLATE_NOOP("adit::Workspace", "History"), false},
};

QString withNote(const QString &path, const QString &note)
{
    return note.isEmpty() ? path : path + QLatin1Char('\n') + note;
}

} // namespace

Workspace::Workspace(std::unique_ptr<CaseDocument> document, const Tools &tools, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_document(std::move(document))
    , m_editor(*m_document)
    , m_process(*m_document)
    , m_papers(m_editor, tools.choosePaper)
    , m_settings(settings)
    , m_whoAmI(*m_document, settings)
    , m_rail(new ProgressRail(this))
    , m_stack(new QStackedWidget(this))
    , m_assess(new AssessPage(m_editor))
    , m_scoreboard(new ScoreboardPage(*m_document))
    , m_step(new StepPage(m_editor, m_process))
    , m_import(new ImportPage(m_editor, tools.chooseSheet))
    , m_merge(new MergePage(m_editor, tools.chooseCopy))
    , m_standards(new StandardsPage(m_document->standard(), tools.standards))
{
    m_rail->setObjectName(QStringLiteral("rail"));
    addPage(QStringLiteral("assess"), m_assess);
    addPage(QStringLiteral("scoreboard"), m_scoreboard);
    if (tools.renderReport)
        addPublishPage(tools);
    addRecordPages(tools);
    addTodayPage();
    auto *timeline = new TimelinePage(m_editor, m_process, tools.chooseCalendar);
    connect(timeline, &TimelinePage::wanted, this, &Workspace::follow);
    connect(timeline, &TimelinePage::saved, this,
            [this](const QString &path) { Q_EMIT noticed(tr("The calendar was saved."), path); });
    addPage(QStringLiteral("timeline"), timeline);
    addPage(QStringLiteral("details"), new DetailsPage(m_editor, tools.details));
    auto *history = new HistoryPage(m_editor, tools.chooseSheetToMake);
    connect(history, &HistoryPage::wanted, this, &Workspace::follow);
    connect(history, &HistoryPage::saved, this, [this](const QString &path, const QString &note) {
        Q_EMIT noticed(tr("The history was saved."), withNote(path, note));
    });
    addPage(QStringLiteral("history"), history);
    addPage(QStringLiteral("standards"), m_standards);
    if (tools.profile)
        addProfilePage(tools);
    addPage(QStringLiteral("step"), m_step);
    addPage(QStringLiteral("import"), m_import);
    addPage(QStringLiteral("merge"), m_merge);
    addHandoverPage(tools);
    auto *railBox = new QFrame(this);
    railBox->setProperty("rule", QStringLiteral("right"));
    auto *railLayout = new QHBoxLayout(railBox);
    railLayout->setContentsMargins(0, 4, 0, 0);
    railLayout->addWidget(m_rail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(railBox);
    layout->addWidget(m_stack, 1);
    connectPages();
    refreshRail();
    recall();
}

Workspace::~Workspace()
{
    // Pages and the viewer hold references to the document: they go first.
    delete findChild<EvidenceViewer *>();
    delete m_stack;
}

void Workspace::addPage(const QString &id, Page *page)
{
    m_pages.insert(id, page);
    connect(page, &Page::heldBack, this, &Workspace::heldBack);
    m_stack->addWidget(page);
}

void Workspace::addRecordPages(const Tools &tools)
{
    for (const RecordPageInfo &info : recordPages()) {
        auto *page = new RecordPage(m_editor, info, tools.chooseSheetToMake);
        m_recordPages.insert(QLatin1String(info.id), page);
        if (page->id() == QLatin1String("review"))
            addReviewPage(page, tools);
        else
            addPage(QLatin1String(info.id), page);
        connect(page, &RecordPage::recordActivated, this, &Workspace::showRecord);
        m_papers.equip(*page);
        connect(page, &RecordPage::importWanted, this, [this](EntityKind kind) { importSheet(kind); });
        connect(page, &RecordPage::saved, this, [this](const QString &path, const QString &note) {
            Q_EMIT noticed(tr("The list was exported."), withNote(path, note));
        });
        page->setFileChooser(tools.chooseEvidence);
        connect(page, &RecordPage::ratingsWithoutNonconformityWanted, this,
                [this] { showRequirements({.also = RequirementConditions::Also::NoNonconformity}); });
    }
    m_assess->sidePanel()->setFileChooser(tools.chooseEvidence);
}

void Workspace::addReviewPage(RecordPage *comments, const Tools &tools)
{
    m_review = new ReviewPage(m_editor, m_process, m_whoAmI, tools.chooseEarlier, comments);
    addPage(QStringLiteral("review"), m_review);
    connect(m_review, &ReviewPage::wanted, this, &Workspace::follow);
    const auto tellRequirement = [this](const RequirementCode &code) {
        m_review->setRequirement(code.level() == NodeLevel::Requirement ? code.toString() : QString());
    };
    connect(m_assess, &AssessPage::moved, this, tellRequirement);
    if (const auto code = m_assess->current())
        tellRequirement(*code);
}

void Workspace::addProfilePage(const Tools &tools)
{
    ProfileKeeper *keeper = tools.profile;
    // Before the page: who it sends back finds the editor acting for them.
    connect(keeper, &ProfileKeeper::changed, this, [this, keeper] {
        if (m_editor.profile() != keeper->open())
            m_editor.actAs(keeper->open());
    });
    connect(&m_editor, &Editor::actorChanged, this, [this] {
        if (const auto profile = m_editor.profile())
            m_whoAmI.recognise(profile->shown());
    });
    auto *page = new ProfilePage(&m_editor, *keeper, tools.profileTools);
    addPage(QStringLiteral("profile"), page);
    connect(page, &ProfilePage::saved, this, [this](const QString &path) { Q_EMIT noticed(tr("Saved."), path); });
    connect(&m_editor, &Editor::profileWanted, this, [this, page] {
        page->setReason(tr("This is done in your own name."));
        const QString behind = m_pageId;
        goTo(QStringLiteral("profile"));
        if (m_pageId == QLatin1String("profile"))
            m_pageBehindProfile = behind;
    });
    connect(page, &ProfilePage::ready, this, [this] {
        if (m_pageId == QLatin1String("profile") && !m_pageBehindProfile.isEmpty())
            goTo(std::exchange(m_pageBehindProfile, {}));
    });
    m_editor.actAs(keeper->open());
}

void Workspace::addHandoverPage(const Tools &tools)
{
    auto *page = new HandoverPage(m_editor, tools.handover);
    addPage(QStringLiteral("handover"), page);
    connect(page, &HandoverPage::made, this, [this](const QString &path, const ParcelManifest &manifest) {
        const QString withheld = manifest.withheld == 0
                                     ? QString()
                                     : QLatin1Char('\n') + tr("%n entries are withheld in it.", nullptr,
                                                              static_cast<int>(manifest.withheld));
        Q_EMIT noticed(tr("The parcel was made."), path + withheld);
    });
}

void Workspace::addPublishPage(const Tools &tools)
{
    auto *page = new PublishPage(m_editor, tools.renderReport, tools.choosePdf, tools.publish);
    m_publish = page;
    addPage(QStringLiteral("publish"), page);
    connect(page, &PublishPage::wanted, this, &Workspace::follow);
    connect(page, &PublishPage::decisionWanted, this, [this] {
        goTo(QStringLiteral("review"));
        if (m_pageId == QLatin1String("review"))
            m_review->showView(ReviewPage::Decision);
    });
    connect(page, &PublishPage::reportSaved, this,
            [this](const QString &path) { Q_EMIT noticed(tr("The report was saved."), path); });
    connect(page, &PublishPage::built, this, [this](int number, const QString &folder) {
        Q_EMIT noticed(tr("Release %1 was built. It is an unsigned draft until three have signed it.").arg(number),
                       folder);
    });
    connect(page, &PublishPage::signedNow, this, [this](int number, const QString &role) {
        Q_EMIT noticed(tr("Release %1 was signed.").arg(number), tr("As %1.").arg(roleWord(role).toLower()));
    });
    connect(page, &PublishPage::disclosed, this, [this](const QString &path, int files) {
        const QString beside =
            files > 1 ? QLatin1Char('\n') + tr("%n more beside it, one for each place.", nullptr, files - 1)
                      : QString();
        Q_EMIT noticed(tr("The withheld passage was written. Whoever has the file can read it."), path + beside);
    });
    connect(page, &PublishPage::finished, this, [this](int number) {
        Q_EMIT noticed(tr("Release %1 is signed by all roles.").arg(number),
                       tr("It can be made public as it is in its folder."));
    });
}

void Workspace::connectPapers()
{
    connect(&m_papers, &PaperDesk::failed, &m_editor, &Editor::failed);
    connect(&m_papers, &PaperDesk::nothingUntold, this, [this] {
        Q_EMIT noticed(tr("Nothing is left to tell."), tr("All that limited the audit is among its public limits."));
    });
    connect(&m_papers, &PaperDesk::saved, this,
            [this](const QString &path, const QStringList &missing, bool isGuarded) {
                const QString blank =
                    missing.isEmpty()
                        ? QString()
                        : QLatin1Char('\n') + tr("Left blank, to fill in by hand: %1").arg(missing.join(tr(", ")));
                const QString unread =
                    isGuarded ? QString()
                              : QLatin1Char('\n') + tr("It was not looked through for names: they are sealed. Open a "
                                                       "profile that reads them and make it again before it goes out.");
                Q_EMIT noticed(tr("The paper was saved."), path + blank + unread);
            });
    connect(m_step, &StepPage::announcementWanted, &m_papers, &PaperDesk::makeAnnouncement);
    connect(m_step, &StepPage::publicationWanted, this, [this](const AnnouncementInput &input) {
        const auto record = m_papers.publication(input);
        const RecordPageInfo *info = pageOf(EntityKind::Announcement);
        if (!record) {
            Q_EMIT m_editor.failed(record.error());
            return;
        }
        const QString page = QLatin1String(info->id);
        goTo(page);
        if (m_pageId == page)
            m_recordPages.value(page)->beginNew(EntityKind::Announcement, *record);
    });
}

void Workspace::addTodayPage()
{
    auto *today = new TodayPage(*m_document, m_process, m_whoAmI);
    addPage(QStringLiteral("today"), today);
    connect(today, &TodayPage::wanted, this, &Workspace::follow);
    connect(today, &TodayPage::requirementsWanted, this, &Workspace::showRequirements);
    const auto tellTree = [this] { m_assess->treePanel()->setMyChapters(m_whoAmI.chapters()); };
    connect(&m_whoAmI, &WhoAmI::changed, this, tellTree);
    tellTree();
}

void Workspace::showRecord(const EntityRef &entity)
{
    if (entity.kind != EntityKind::Evidence && entity.kind != EntityKind::Interview)
        return;
    delete findChild<EvidenceViewer *>();
    auto *viewer = new EvidenceViewer(*m_document, this);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    connect(viewer, &EvidenceViewer::failed, &m_editor, &Editor::failed);
    if (entity.kind == EntityKind::Interview)
        viewer->showInterview(entity.id);
    else
        viewer->showEvidence(entity.id);
    viewer->show();
}

void Workspace::follow(const Destination &destination)
{
    if (destination.page.isEmpty())
        return;
    goTo(destination.page);
    if (m_pageId != destination.page)
        return; // something typed keeps the page where it is
    if (destination.page == QLatin1String("review"))
        m_review->open(destination.subject);
    else if (RecordPage *page = m_recordPages.value(destination.page); page && destination.list)
        page->openList(*destination.list, destination.subject);
    else if (const auto code = RequirementCode::fromString(destination.subject);
             code && destination.page == QLatin1String("assess"))
        m_assess->open(*code);
}

void Workspace::showRequirements(const RequirementConditions &conditions)
{
    goTo(QStringLiteral("assess"));
    if (m_pageId == QLatin1String("assess")) // else something typed keeps the page where it is
        m_assess->showFiltered(conditions);
}

void Workspace::connectPages()
{
    connect(m_assess, &AssessPage::recordWanted, this, &Workspace::showRecord);
    connect(m_assess, &AssessPage::threadWanted, this, [this](const QString &label) {
        follow({QStringLiteral("review"), std::nullopt, label});
    });
    connect(m_assess, &AssessPage::commentWanted, this, [this](const RequirementCode &code) {
        goTo(QStringLiteral("review"));
        if (m_pageId == QLatin1String("review")) // else something typed keeps the page where it is
            m_review->beginComment(code.toString());
    });
    connect(m_step, &StepPage::wanted, this, &Workspace::follow);
    connect(m_rail, &ProgressRail::chosen, this, &Workspace::choose);
    connectPapers();
    connect(m_assess, &AssessPage::moved, this, [this](const RequirementCode &code) {
        if (m_pageId == QLatin1String("assess"))
            visit({m_pageId, code});
    });
    connect(m_assess, &AssessPage::whyWanted, this, [this](const QString &node) {
        goTo(QStringLiteral("scoreboard"));
        if (m_pageId == QLatin1String("scoreboard"))
            m_scoreboard->showWhy(node);
    });
    connect(m_scoreboard, &ScoreboardPage::assessWanted, this, &Workspace::showRequirements);
    connect(m_scoreboard, &ScoreboardPage::requirementWanted, this, [this](const RequirementCode &code) {
        goTo(QStringLiteral("assess"));
        m_assess->open(code);
    });
    connect(m_standards, &StandardsPage::moved, this, [this](const std::optional<RequirementCode> &code) {
        if (m_pageId == QLatin1String("standards"))
            visit({m_pageId, code});
    });
    connect(m_standards, &StandardsPage::languageChosen, this, &Workspace::catalogueLanguageWanted);
    connect(m_standards, &StandardsPage::failed, &m_editor, &Editor::failed);
    connect(m_standards, &StandardsPage::saved, this,
            [this](const QString &path) { Q_EMIT noticed(tr("The catalogue was saved."), path); });
    connect(m_import, &ImportPage::done, this, [this] {
        const auto kind = m_import->kind();
        const RecordPageInfo *page = kind ? pageOf(*kind) : nullptr;
        follow(page ? Destination{QLatin1String(page->id), kind} : Destination{QStringLiteral("assess")});
    });
    connect(m_assess, &AssessPage::conflictWanted, this, [this](const RequirementCode &code) {
        goTo(QStringLiteral("merge"));
        if (m_pageId == QLatin1String("merge"))
            m_merge->openFor(code);
    });
    connect(m_merge, &MergePage::aboutToTake, this, &Workspace::backupWanted);
    connect(m_merge, &MergePage::requirementWanted, this, [this](const RequirementCode &code) {
        follow({QStringLiteral("assess"), std::nullopt, code.toString()});
    });
    connect(m_document.get(), &CaseDocument::changed, this, &Workspace::refreshRail);
}

void Workspace::refreshRail()
{
    std::vector<RailRow> rows;
    // Today stands in for a heading above the process.
    rows.push_back({QStringLiteral("today"), tr("Today"), {}, QStringLiteral("today"), std::nullopt, {}});
    for (RailRow &row : processRows(*m_document, m_process.state(), m_openPhases))
        rows.push_back(std::move(row));
    rows.push_back({{}, tr("Work"), {}, {}, std::nullopt, {}});
    const int unrated = m_document->scoreCard().whole.unrated;
    const auto waiting = static_cast<int>(threadsOf(m_document->assessment(), {.onlyWaiting = true}).size());
    for (const WorkPage &page : workPages) {
        const QString id = QLatin1String(page.id);
        if (!page.isInRail || !m_pages.contains(id))
            continue;
        const bool assess = id == QLatin1String("assess");
        const bool review = id == QLatin1String("review");
        const int count = assess ? unrated : review ? waiting : 0;
        rows.push_back({id, tr(page.name), count > 0 ? QString::number(count) : QString(), QLatin1String(page.icon),
                        std::nullopt,
                        assess   ? tr("%n relevant requirement(s) not rated", nullptr, unrated)
                        : review ? tr("%n comment(s) waiting", nullptr, waiting)
                                 : QString()});
    }
    m_rail->rows()->setRows(std::move(rows));
    m_rail->setCurrentId(m_pageId);
}

void Workspace::choose(const QString &railId)
{
    if (!railId.startsWith(QLatin1String("phase:")))
        return goTo(railId);
    const QString phase = railId.mid(6);
    if (!m_openPhases.remove(phase))
        m_openPhases.insert(phase);
    refreshRail();
}

Page *Workspace::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void Workspace::goTo(const QString &pageId)
{
    if (!show(pageId))
        return;
    visit({pageId, codeOn(pageId)});
    if (Page *page = currentPage())
        page->focusMain();
}

bool Workspace::show(const QString &pageId)
{
    if (!settle()) {
        m_rail->setCurrentId(m_pageId);
        return false;
    }
    m_pageId = pageId;
    if (pageId.startsWith(QLatin1String("step:"))) {
        m_step->show(pageId.mid(5));
        m_stack->setCurrentWidget(m_step);
    } else if (Page *page = m_pages.value(pageId)) {
        m_stack->setCurrentWidget(page);
    }
    m_rail->setCurrentId(pageId);
    return true;
}

std::optional<RequirementCode> Workspace::codeOn(const QString &pageId) const
{
    if (pageId == QLatin1String("assess"))
        return m_assess->current();
    return pageId == QLatin1String("standards") ? m_standards->current() : std::nullopt;
}

void Workspace::visit(const Place &place)
{
    if (m_travelling)
        return;
    if (m_place >= 0 && m_places[static_cast<std::size_t>(m_place)] == place)
        return;
    m_places.erase(m_places.begin() + m_place + 1, m_places.end());
    m_places.push_back(place);
    m_place = static_cast<int>(m_places.size()) - 1;
    Q_EMIT placeChanged();
}

void Workspace::travel(int step)
{
    const int target = m_place + step;
    if (target < 0 || target >= static_cast<int>(m_places.size()) || !settle())
        return;
    m_place = target;
    const Place place = m_places[static_cast<std::size_t>(target)];
    m_travelling = true;
    show(place.page);
    if (place.page == QLatin1String("standards"))
        place.code ? m_standards->open(*place.code) : m_standards->showAbout();
    else if (place.code)
        m_assess->open(*place.code);
    if (Page *page = currentPage())
        page->focusMain();
    m_travelling = false;
    Q_EMIT placeChanged();
}

void Workspace::goBack()
{
    travel(-1);
}

void Workspace::goForward()
{
    travel(1);
}

bool Workspace::settle()
{
    Page *page = currentPage();
    return !page || page->settle();
}

void Workspace::forgetPending()
{
    if (Page *page = currentPage())
        page->forgetPending();
}

void Workspace::importSheet(std::optional<EntityKind> kind)
{
    if (!settle() || !m_import->choose(kind))
        return;
    goTo(QStringLiteral("import"));
}

void Workspace::mergeCopy()
{
    if (!settle() || !m_merge->choose())
        return;
    goTo(QStringLiteral("merge"));
}

void Workspace::undo()
{
    if (settle())
        m_editor.undo();
}

void Workspace::redo()
{
    if (settle())
        m_editor.redo();
}

void Workspace::focusNextPanel()
{
    QList<QWidget *> panels{m_rail};
    panels.append(currentPage()->panels());
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panels.size(); ++i) {
        if (focus && (panels[i] == focus || panels[i]->isAncestorOf(focus)))
            at = i;
    }
    for (qsizetype i = 1; i <= panels.size(); ++i) {
        QWidget *panel = panels[(at + i + panels.size()) % panels.size()];
        if (!panel->isVisible() || !panel->isEnabled())
            continue;
        QWidget *target = panel;
        if (panel->focusPolicy() == Qt::NoFocus) {
            const auto fields = panel->findChildren<QWidget *>();
            const auto first = std::find_if(fields.begin(), fields.end(), [](const QWidget *field) {
                return field->isVisible() && field->isEnabled() && (field->focusPolicy() & Qt::TabFocus);
            });
            if (first == fields.end())
                continue;
            target = *first;
        }
        target->setFocus(Qt::TabFocusReason);
        return;
    }
}

void Workspace::setRoom(int width)
{
    const bool narrow = width < 1100;
    m_rail->setIconsOnly(narrow);
    m_rail->parentWidget()->setFixedWidth(scaled(font(), narrow ? 49 : 214));
    for (Page *page : m_pages)
        page->setRoom(width);
}

std::vector<Command> Workspace::commands()
{
    std::vector<Command> commands;
    for (const WorkPage &page : workPages) {
        const QString id = QLatin1String(page.id);
        if (m_pages.contains(id))
            commands.push_back(
                {tr(page.name), tr("Page"), QLatin1String(page.icon), std::nullopt, {}, [this, id] { goTo(id); }});
    }
    const QStringList views = ReviewPage::viewNames();
    for (int view = 0; view < static_cast<int>(views.size()); ++view)
        commands.push_back({tr("Review: %1").arg(views[view].toLower()), tr("Page"), QStringLiteral("comment"),
                            std::nullopt, QString(), [this, view] {
                                goTo(QStringLiteral("review"));
                                if (m_pageId == QLatin1String("review"))
                                    m_review->showView(static_cast<ReviewPage::View>(view));
                            }});
    for (const ProcessStep &step : m_document->standard().steps()) {
        const QString id = QStringLiteral("step:") + step.code;
        commands.push_back({step.code + QLatin1Char(' ') + step.title.in(catalogueLanguage()),
                            tr("Step"),
                            QStringLiteral("flag"),
                            std::nullopt,
                            {},
                            [this, id] { goTo(id); }});
    }
    const Standard &standard = m_document->standard();
    for (const StandardNode &node : standard.nodes()) {
        const auto ordinal = standard.ordinal(node.code);
        Command command{title(node), {}, QStringLiteral("book"), std::nullopt, node.code.toString(), {}};
        if (ordinal) {
            const Standing standing =
                standingOf(standard, m_document->ratedItems()[static_cast<std::size_t>(*ordinal)]);
            command.glyph = standing.glyph;
            command.detail = standing.word;
        }
        command.run = [this, code = node.code] {
            goTo(QStringLiteral("assess"));
            m_assess->open(code);
        };
        commands.push_back(std::move(command));
    }
    return commands;
}

QString Workspace::settingsKey(const char *name) const
{
    return QStringLiteral("case/%1/%2").arg(m_document->assessment().id().toString(), QLatin1String(name));
}

void Workspace::remember()
{
    m_settings.setValue(settingsKey("page"), m_pageId);
    m_settings.setValue(settingsKey("findingsView"), m_recordPages.value(QStringLiteral("actions"))->currentView());
    m_settings.setValue(settingsKey("phases"), QStringList(m_openPhases.values()));
    if (m_publish)
        m_settings.setValue(settingsKey("reportLanguage"), m_publish->reportLanguage());
    if (const auto code = m_assess->current())
        m_settings.setValue(settingsKey("requirement"), code->toString());
    m_settings.setValue(settingsKey("expanded"), m_assess->treePanel()->expandedCodes());
    m_settings.setValue(QStringLiteral("window/assessSplitter"), m_assess->splitterState());
    m_settings.setValue(QStringLiteral("window/guidance"), m_assess->guidance()->openPart());
}

void Workspace::recall()
{
    const QByteArray splitter = m_settings.value(QStringLiteral("window/assessSplitter")).toByteArray();
    if (!splitter.isEmpty())
        m_assess->restoreSplitter(splitter);
    m_assess->guidance()->setOpenPart(m_settings.value(QStringLiteral("window/guidance")).toString());
    if (m_publish)
        m_publish->setReportLanguage(m_settings.value(settingsKey("reportLanguage")).toString());
    if (m_settings.contains(settingsKey("phases"))) {
        const QStringList phases = m_settings.value(settingsKey("phases")).toStringList();
        m_openPhases = QSet<QString>(phases.begin(), phases.end());
        refreshRail();
    }
    m_recordPages.value(QStringLiteral("actions"))->showView(m_settings.value(settingsKey("findingsView")).toInt());
    m_assess->treePanel()->expandCodes(m_settings.value(settingsKey("expanded")).toStringList());
    if (const auto code = RequirementCode::fromString(m_settings.value(settingsKey("requirement")).toString());
        code && m_document->standard().find(*code))
        m_assess->open(*code);
    const QString page = m_settings.value(settingsKey("page"), QStringLiteral("assess")).toString();
    const bool known =
        (m_pages.contains(page) && page != QLatin1String("import")) || page.startsWith(QLatin1String("step:"));
    show(known ? page : QStringLiteral("assess"));
    visit({m_pageId, codeOn(m_pageId)});
}

} // namespace adit
