// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// shots FOLDER: grabs every page of the window on the sample case, light and dark, in the sizes that must hold. For
// looking at, beside the mock-ups; run by ./dev shots.
#include "core/base/hashing.h"
#include "core/disclosure/photoverbs.h"
#include "core/disclosure/redactionverbs.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/locks.h"
#include "core/edits/takenfile.h"
#include "core/evidence/officetemplate.h"
#include "core/evidence/photosforprint.h"
#include "core/identity/privatefile.h"
#include "core/parcel/parcel.h"
#include "core/process/basis.h"
#include "core/report/report.h"
#include "core/review/calibration.h"
#include "core/review/signoff.h"
#include "core/review/threads.h"
#include "core/sample/sample.h"
#include "core/storage/rolecopy.h"
#include "tests/support/drawnphoto.h"
#include "ui/look/look.h"
#include "ui/pages/assess/assesspage.h"
#include "ui/pages/assess/guidancepanel.h"
#include "ui/pages/assess/sidepanel.h"
#include "ui/pages/evidenceviewer.h"
#include "ui/pages/handover/progresssheet.h"
#include "ui/pages/importpage.h"
#include "ui/pages/merge/mergepage.h"
#include "ui/pages/publish/pageview.h"
#include "ui/pages/publish/publishpage.h"
#include "ui/pages/records/filesform.h"
#include "ui/pages/records/picturegrid.h"
#include "ui/pages/records/recordpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/scoreboard/scoreboardpage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/commitline.h"
#include "ui/widgets/itemrow.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/translations.h"
#include "ui/words/words.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdio>

using namespace adit;

namespace {

class Shots
{
public:
    Shots(QApplication &application, const QString &folder)
        : m_application(application)
        , m_folder(folder)
        , m_settings(m_scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {}

    /// Every page in one look. `name` begins each file's name.
    void take(const QString &name, Appearance appearance, const QSize &size, int fontPixels)
    {
        m_name = name;
        QFont font(QStringLiteral("Noto Sans"));
        font.setPixelSize(fontPixels);
        QApplication::setFont(font);
        applyLook(m_application, appearance, QPalette());
        const QString path = m_scratch.filePath(name + QStringLiteral(".adit"));
        MainWindow window(services());
        window.resize(size);
        window.show();
        save(window, "start-empty");
        window.showNewAssessment();
        save(window, "new");
        if (auto made = makeSample(path, 1, surroundings()); !made) {
            std::fprintf(stderr, "sample: %s\n", qPrintable(errorName(made.error().code)));
            return;
        }
        window.openCase(path);
        if (!window.workspace())
            return;
        pages(window);
        window.closeCase();
        save(window, "start");
        const QString second = m_scratch.filePath(name + QStringLiteral("-2.adit"));
        if (!makeSample(second, 1, surroundings(), {}, sampleNames().back()))
            return;
        window.openCase(second);
        window.workspace()->goTo(QStringLiteral("step:4"));
        save(window, "step-under-way");
        passing(window);
        today(window);
        window.workspace()->goTo(QStringLiteral("timeline"));
        save(window, "timeline-under-way");
        findings(window, "under-way-");
        window.closeCase();
        const QString third = m_scratch.filePath(name + QStringLiteral("-3.adit"));
        if (!makeSample(third, 1, surroundings()))
            return;
        window.openCase(third);
        ratings(window);
        window.closeCase();
        const QString fourth = m_scratch.filePath(name + QStringLiteral("-4.adit"));
        if (!makeSample(fourth, 1, surroundings()))
            return;
        window.openCase(fourth);
        merging(window);
        window.closeCase();
        const QString fifth = m_scratch.filePath(name + QStringLiteral("-5.adit"));
        if (!makeSample(fifth, 1, surroundings()))
            return;
        window.openCase(fifth);
        reviewing(window);
        window.closeCase();
        const QString sixth = m_scratch.filePath(name + QStringLiteral("-6.adit"));
        if (!makeSample(sixth, 1, surroundings()))
            return;
        window.openCase(sixth);
        handingOver(window);
        window.closeCase();
        const QString seventh = m_scratch.filePath(name + QStringLiteral("-7.adit"));
        if (!makeSample(seventh, 1, surroundings()))
            return;
        window.openCase(seventh);
        calibrating(window);
        window.closeCase();
        const QString eighth = m_scratch.filePath(name + QStringLiteral("-8.adit"));
        if (!makeSample(eighth, 1, surroundings()))
            return;
        window.openCase(eighth);
        publishing(window);
    }

private:
    /// The form for passing a gate.
    void passing(MainWindow &window)
    {
        auto *pass = window.findChild<QAbstractButton *>(QStringLiteral("passGates"));
        if (!pass->isVisible())
            return;
        pass->click();
        save(window, "step-pass-gate");
        window.workspace()->forgetPending();
    }

    /// A template with a logo that was drawn.
    static OfficeTemplate office()
    {
        OfficeTemplate made{
            .made = {.name = QStringLiteral("Andes Assurance (fictional)"),
                     .address = {QStringLiteral("Calle del Sello 41"), QStringLiteral("0150 Puerto Ficticio")},
                     .accent = 0x1f4e5f,
                     .wording = {{QStringLiteral("en"), {{QStringLiteral("footer"), QStringLiteral("Fictional")}}},
                                 {QStringLiteral("fr"), {{QStringLiteral("footer"), QStringLiteral("Fictif")}}}}},
            .logo = *logoFrom(test::drawnPhoto(500, 180, 9))};
        made.made.logo = toHex(sha256(made.logo));
        return made;
    }

    void pages(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        AssessPage &assess = *workspace.assessPage();
        workspace.goTo(QStringLiteral("assess"));
        assess.open(*RequirementCode::fromString(QStringLiteral("1.2.2.2")));
        save(window, "assess");
        for (const char *part : {"look-for", "signs", "ratings"}) {
            assess.guidance()->setOpenPart(QLatin1String(part));
            save(window, QByteArray("assess-").append(part));
        }
        assess.guidance()->setOpenPart({});
        evidence(assess);
        assess.findChild<RatingStrip *>()->focusCurrent();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_D);
        save(window, "assess-defer");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        assess.open(*RequirementCode::fromString(QStringLiteral("2.4")));
        save(window, "assess-chapter");
        assess.showFiltered({.critical = true});
        save(window, "assess-filter");
        assess.showFiltered({});
        workspace.goTo(QStringLiteral("scoreboard"));
        save(window, "scoreboard");
        auto *scoreboard = window.findChild<ScoreboardPage *>();
        for (const char *what : {"4", "level", "critical"}) {
            scoreboard->showWhy(QLatin1String(what));
            save(window, QByteArray("why-").append(what));
        }
        window.findChild<QAbstractButton *>(QStringLiteral("scoreTableButton"))->click();
        save(window, "score-table");
        for (const char *page : {"publish", "details", "history", "timeline"}) {
            workspace.goTo(QLatin1String(page));
            const auto *report = window.findChild<PublishPage *>();
            if (!QTest::qWaitFor([report] { return !report->isRendering(); }, 60'000))
                std::fprintf(stderr, "the report takes too long\n");
            if (page == QByteArrayView("publish"))
                QTest::qWait(1500); // the view draws its pages on a thread of its own
            save(window, QByteArray(page).replace(':', '-'));
            if (page == QByteArrayView("details")) {
                workspace.editor().submit(setReportTemplate(workspace.document().view(), office()));
                for (const char *shown : {"map", "template"}) {
                    const QString name = QLatin1String(shown) + QLatin1String("Choose");
                    auto *field = window.findChild<QWidget *>(name)->parentWidget();
                    for (QWidget *at = field; at; at = at->parentWidget())
                        if (auto *scroll = qobject_cast<QScrollArea *>(at))
                            scroll->ensureWidgetVisible(field, 0, 200);
                    save(window, QByteArray("details-") + shown);
                }
            }
        }
        profilePage(window);
        process(window);
        standardsPage(window);
        importPages(window);
        window.findChild<CommandPalette *>()->open();
        QTest::keyClicks(window.findChild<SearchField *>(QStringLiteral("search")), QStringLiteral("water"));
        save(window, "palette");
        QTest::keyClick(window.findChild<SearchField *>(QStringLiteral("search")), Qt::Key_Escape);
        window.report({ErrorCode::FileNewer, QStringLiteral("Lago Blanco.adit"), QStringLiteral("7")});
        save(window, "banner");
        window.report({ErrorCode::StorageFull, workspace.document().path()});
        save(window, "banner-ways-out");
    }

    /// Ratings in the process: on the company's word alone, claimed not relevant, made anew, kept from the audit
    /// before.
    void ratings(MainWindow &window)
    {
        CaseDocument &document = window.workspace()->document();
        AssessPage &assess = *window.workspace()->assessPage();
        const auto apply = [&](const Result<Edit> &edit) {
            if (!edit || !document.apply(*edit))
                std::fprintf(stderr, "an edit for a picture failed\n");
        };
        const auto code = [](const char *text) { return *RequirementCode::fromString(QLatin1String(text)); };
        window.workspace()->goTo(QStringLiteral("assess"));
        const BasisIndex basis(document.assessment());
        QString bare = QStringLiteral("1.1.2.1"); // or one without anything behind it yet, if there is one
        for (const int index : document.standard().requirements()) {
            const RequirementCode &each = document.standard().nodes()[static_cast<std::size_t>(index)].code;
            const bool isRelevant =
                relevanceOf(document.assessment(), document.standard(), each) == RelevanceReason::Relevant;
            if (isRelevant && basis.of(each).evidence.empty() && basis.of(each).interviews.empty())
                bare = each.toString();
        }
        apply(rate(document.view(), bare,
                   {.rating = QStringLiteral("full"),
                    .finding = QStringLiteral("Two of three registers were read."),
                    .sources = QStringList{QStringLiteral("document-company"), QStringLiteral("management")}}));
        apply(rate(document.view(), bare, {.finding = QStringLiteral("All registers were read.")}));
        assess.open(code(bare.toLatin1().constData()));
        if (auto *earlier = window.findChild<QAbstractButton *>(QStringLiteral("findingVersions")))
            earlier->click();
        save(window, "ratings-basis");
        apply(changeRecord(document.view(), document.assessment().relevanceRef(code("2.4")),
                           {.values = {{&infoOf(field::relevance::claimed), QStringLiteral("2026-01-12")},
                                       {&infoOf(field::relevance::claim_reason),
                                        QStringLiteral("Nobody has been or will be resettled for the mine.")}}}));
        assess.open(code("2.4"));
        save(window, "ratings-claim");
        assess.open(code("2.4.1.1"));
        save(window, "ratings-claim-below");
        apply(setStep(document.view(), QStringLiteral("6"), true, document.today()));
        assess.open(code("1.2.2.2"));
        window.findChild<QAbstractButton *>(QStringLiteral("rateAnew"))->click();
        save(window, "ratings-anew");
        window.findChild<QAbstractButton *>(QStringLiteral("ratingCancel"))->click();
        apply(rateAnew(document.view(), QStringLiteral("1.2.2.2"), {.rating = QStringLiteral("full")},
                       QStringLiteral("Minutes of both meetings held since were read, and four people were asked."),
                       document.today()));
        save(window, "ratings-both");
        window.workspace()->goTo(QStringLiteral("scoreboard"));
        save(window, "ratings-postponed");
        apply(setStep(document.view(), QStringLiteral("6"), false, document.today()));
        window.workspace()->goTo(QStringLiteral("assess"));
        save(window, "ratings-not-open");
        apply(describe(document.view(), {{&infoOf(field::details::kind), QStringLiteral("surveillance")}}));
        assess.open(code("1.1.1.1"));
        save(window, "ratings-surveillance");
        window.workspace()->goTo(QStringLiteral("scoreboard"));
        save(window, "ratings-surveillance-score");
    }

    /// A picture, a paper and an interview, as the side panel opens them.
    void evidence(AssessPage &assess)
    {
        const char *wanted[][3] = {{"2.5.1.1", "Inundation", "evidence-picture"},
                                   {"2.5.1.1", "Emergency plan", "evidence-paper"},
                                   {"1.2.2.2", "P-A", "evidence-interview"}};
        for (const auto &[code, beginning, shot] : wanted) {
            const QLatin1String name(beginning);
            assess.open(*RequirementCode::fromString(QLatin1String(code)));
            const auto rows = assess.findChildren<ItemRow *>();
            const auto row =
                std::ranges::find_if(rows, [&](const ItemRow *item) { return item->text().startsWith(name); });
            if (row == rows.end())
                continue;
            (*row)->click();
            auto *viewer = assess.window()->findChild<EvidenceViewer *>();
            QTest::qWait(800); // pages of a PDF are drawn on a thread of their own
            save(*viewer, shot);
            viewer->close();
            QApplication::setActiveWindow(assess.window());
        }
        assess.open(*RequirementCode::fromString(QStringLiteral("1.2.2.2")));
    }

    /// One's own profile: being made, its code, open; and the names that it opens.
    void profilePage(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        workspace.goTo(QStringLiteral("profile"));
        save(window, "profile-new");
        const auto type = [&](const char *line, const char *text) {
            window.findChild<QLineEdit *>(QLatin1String(line))->setText(QString::fromUtf8(text));
        };
        type("profileName", "Teresa Quispe");
        type("newPassphrase", "four words and more");
        type("newPassphraseAgain", "four words and more");
        window.findChild<QAbstractButton *>(QStringLiteral("makeProfile"))->click();
        if (!QTest::qWaitFor([&] { return workspace.editor().profile() != nullptr; }, 60'000))
            return;
        save(window, "profile-code");
        for (const int group : {4, 11}) {
            const QString asked = QStringLiteral("askedGroup%1").arg(group);
            type(qPrintable(asked),
                 qPrintable(window.findChild<QLabel *>(QStringLiteral("recoveryGroup%1").arg(group))->text()));
        }
        window.findChild<QAbstractButton *>(QStringLiteral("codeWritten"))->click();
        workspace.goTo(QStringLiteral("people"));
        window.findChild<RecordPage *>(QStringLiteral("page-people"))
            ->openList(EntityKind::Person, QStringLiteral("P-A01"));
        type("identity-name", "Rosa Huamán");
        window.findChild<CommitLine *>(QStringLiteral("identity-name"))->commitNow();
        const auto forms = window.findChildren<QScrollArea *>(QStringLiteral("form-person"));
        for (QScrollArea *form : forms)
            form->ensureWidgetVisible(form->findChild<QLineEdit *>(QStringLiteral("identity-organisation")));
        save(window, "people-identity");
        workspace.goTo(QStringLiteral("profile"));
        save(window, "profile-open");
        window.findChild<QAbstractButton *>(QStringLiteral("lockProfile"))->click();
        save(window, "profile-locked");
        workspace.goTo(QStringLiteral("people"));
        save(window, "people-sealed");
        workspace.forgetPending();
    }

    /// Steps and the lists of records; the second sample is in the middle of its visit.
    void process(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        for (const char *step : {"P5", "1", "2", "3", "4", "5d", "7", "N2"}) {
            workspace.goTo(QStringLiteral("step:") + QLatin1String(step));
            save(window, QByteArray("step-") + step);
        }
        for (const RecordPageInfo &info : recordPages()) {
            workspace.goTo(QLatin1String(info.id));
            auto *page = window.findChild<RecordPage *>(QStringLiteral("page-") + QLatin1String(info.id));
            for (const RecordList &list : info.lists) {
                const QString label = entityLabel(list.kind, 0, 1);
                page->openList(list.kind, kindInfo(list.kind).hasLabels() ? label : QString());
                save(window, QByteArray("list-") + info.id + '-' + kindInfo(list.kind).name.data());
            }
        }
        papers(window);
        findings(window);
        files(workspace);
        workspace.goTo(QStringLiteral("people"));
        window.findChild<RecordPage *>(QStringLiteral("page-people"))
            ->findChild<QAbstractButton *>(QStringLiteral("newRecord"))
            ->click();
        save(window, "list-new");
        workspace.forgetPending();
    }

    /// Where working papers are asked for.
    void papers(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        const auto press = [&](const char *page, const char *button) {
            workspace.goTo(QLatin1String(page));
            window.findChild<QAbstractButton *>(QLatin1String(button))->click();
        };
        press("step:1", "makeAnnouncement");
        save(window, "paper-announcement");
        press("plan", "issuePlan");
        save(window, "paper-issue");
        window.findChild<QAbstractButton *>(QStringLiteral("issueCancel"))->click();
        window.findChild<ReviewPage *>()->showView(ReviewPage::List);
        press("review", "showLimits");
        save(window, "paper-limits");
        window.findChild<QAbstractButton *>(QStringLiteral("closeLimits"))->click();
    }

    /// Nonconformities on the board and by month, with a form and without, and filtered.
    void findings(MainWindow &window, const QByteArray &prefix = {})
    {
        window.workspace()->goTo(QStringLiteral("actions"));
        auto *page = window.findChild<RecordPage *>(QStringLiteral("page-actions"));
        page->openList(EntityKind::Nonconformity);
        const auto closeForm = [page] {
            if (auto *form = page->findChild<QWidget *>(QStringLiteral("form-nonconformity")))
                form->findChild<QAbstractButton *>(QStringLiteral("closeForm"))->click();
        };
        closeForm();
        const char *names[] = {"actions", "actions-board", "actions-timeline"};
        for (int view = 0; view < 3; ++view) {
            page->showView(view);
            page->focusMain();
            save(window, prefix + names[view]);
        }
        page->showView(1);
        page->focusMain();
        if (QApplication::focusWidget())
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        save(window, prefix + "actions-board-form");
        closeForm();
        auto *critical = page->findChild<QAbstractButton *>(QStringLiteral("filterCriticalRequirement"));
        critical->click();
        save(window, prefix + "actions-board-filtered");
        critical->click();
        page->showView(0);
    }

    /// Today for nobody, and for somebody of the team.
    void today(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        workspace.goTo(QStringLiteral("today"));
        save(window, "today-nobody");
        const auto &team = workspace.document().assessment().records(EntityKind::TeamMember);
        for (const auto &[id, member] : team)
            if (member.text(field::team_member::role.index) == QLatin1String("lead-auditor"))
                workspace.whoAmI().setMember(member.text(field::team_member::label.index));
        save(window, "today");
    }

    /// Evidence as pictures, and files on their way in: three that can be taken, two that cannot.
    void files(Workspace &workspace)
    {
        QImage photo(1200, 900, QImage::Format_RGB32);
        photo.fill(QColor(150, 120, 80));
        QStringList paths;
        for (const char *name : {"Tailings dam from the north.jpg", "План на случай аварии.png"}) {
            paths.append(m_scratch.filePath(QString::fromUtf8(name)));
            photo.save(paths.back());
        }
        paths.append(m_scratch.filePath(QStringLiteral("Gone with the memory stick.pdf")));
        paths.append(m_scratch.path());
        workspace.goTo(QStringLiteral("evidence"));
        auto *page = workspace.findChild<RecordPage *>(QStringLiteral("page-evidence"));
        page->openList(EntityKind::Evidence);
        page->findChild<SegmentedControl *>(QStringLiteral("evidenceLook"))->segment(1)->click();
        auto *grid = page->findChild<PictureGrid *>();
        (void)grid->grab();
        if (!QTest::qWaitFor([grid] { return !grid->thumbnails().isBusy(); }, 20'000))
            std::fprintf(stderr, "the pictures take too long\n");
        save(*workspace.window(), "evidence-pictures");
        const auto shoot = [&](QWidget &of, const char *name) {
            const auto *form = of.findChild<FilesForm *>();
            if (!QTest::qWaitFor([form] { return !form->intake().isBusy(); }, 20'000))
                std::fprintf(stderr, "the files take too long\n");
            save(*workspace.window(), name);
            workspace.forgetPending();
        };
        page->takeFiles(intakeSources(paths));
        shoot(*page, "evidence-files");
        page->findChild<SegmentedControl *>(QStringLiteral("evidenceLook"))->segment(0)->click();
        workspace.goTo(QStringLiteral("assess"));
        workspace.assessPage()->sidePanel()->takeFiles(intakeSources(paths.mid(0, 1)));
        shoot(*workspace.assessPage(), "assess-files");
    }

    void standardsPage(MainWindow &window)
    {
        StandardsPage &page = *window.workspace()->standardsPage();
        window.workspace()->goTo(QStringLiteral("standards"));
        save(window, "standards");
        for (const char *code : {"2.5.1.1", "2.5", "4.1.5"}) {
            page.open(*RequirementCode::fromString(QLatin1String(code)));
            save(window, QByteArray("standards-").append(code));
        }
        auto *search = window.findChild<SearchField *>(QStringLiteral("standardSearch"));
        search->setText(QStringLiteral("siren night"));
        save(window, "standards-search");
        search->clear();
        for (const char *language : {"es", "fr", "pt", "zh"}) {
            setCatalogueLanguage(QLatin1String(language));
            StandardsPage translated(page.standard(), {});
            translated.resize(page.size());
            translated.open(*RequirementCode::fromString(QStringLiteral("4.6.5.2")));
            translated.show();
            save(translated, QByteArray("standards-").append(language));
        }
        setCatalogueLanguage(QStringLiteral("en"));
    }

    void importPages(MainWindow &window)
    {
        const char *sheets[] = {"requirement,rating,finding,colour\n1.1.1.1,none,Two permits had lapsed.,red\n"
                                "1.2.2.2,full,\n2.5.1.1,partial,The plan is on paper only.,\n",
                                "requirement,rating\n1.1.1.1,great\n9.9.9.9,full\n1.2.2.2,deferred\n"};
        const char *names[] = {"import", "import-problems"};
        for (int i = 0; i < 2; ++i) {
            QFile file(m_scratch.filePath(QStringLiteral("ratings.csv")));
            (void)file.open(QIODevice::WriteOnly);
            file.write(sheets[i]);
            file.close();
            window.workspace()->importSheet();
            const auto *page = window.findChild<ImportPage *>();
            if (!QTest::qWaitFor([page] { return !page->isReading(); }, 10'000))
                std::fprintf(stderr, "the sheet takes too long\n");
            save(window, names[i]);
        }
    }

    /// What two people made of the same two requirements, and something that one of them took away.
    void merging(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        CaseDocument &document = workspace.document();
        workspace.goTo(QStringLiteral("merge"));
        save(window, "merge-nothing");
        const auto say = [](CaseDocument &into, const char *requirement, const char *rating, const char *finding) {
            const auto edit = rate(into.view(), QLatin1String(requirement),
                                   {.rating = QLatin1String(rating), .finding = QString::fromUtf8(finding)});
            if (!edit || !into.apply(*edit))
                std::fprintf(stderr, "an edit for a picture failed\n");
        };
        const auto &evidence = document.assessment().records(EntityKind::Evidence);
        const auto &[id, first] = *evidence.begin();
        const EntityRef piece{EntityKind::Evidence, id, first[field::evidence::label]};
        const auto change = [&](CaseDocument &into, const RecordInput &input) {
            const auto edit = changeRecord(into.view(), piece, input);
            if (!edit || !into.apply(*edit))
                std::fprintf(stderr, "an edit for a picture failed\n");
        };
        say(document, "2.5.1.1", "substantial",
            "The emergency plan was developed with the villages and covers eleven scenarios. Sirens were heard on the "
            "test of 4 May. Four of five supervisors described their first three actions correctly. The contact list "
            "names a hospital liaison who left in January.");
        say(document, "1.2.2.4", "full", "Barriers were asked about in every meeting.");
        const QString path = m_scratch.filePath(m_name + QStringLiteral("-safety expert.adit"));
        const QString parcel = m_scratch.filePath(m_name + QStringLiteral("-safety expert.adit-parcel"));
        const auto lead = std::make_shared<const Profile>(
            *Profile::make(QStringLiteral("Lucía Ferrer"), {QStringLiteral("lead-auditor")}, QDate(2026, 5, 1)));
        if (!document.saveCopy(path))
            return;
        {
            Surroundings expert = surroundings();
            expert.actor = QStringLiteral("Safety expert");
            const auto copy = CaseDocument::open(path, expert);
            say(**copy, "2.5.1.1", "partial",
                "The emergency plan was developed with the villages and covers eleven scenarios. Sirens were heard on "
                "the test of 4 May, but not in the lower village. Four of five supervisors described their first three "
                "actions correctly. The contact list names a hospital liaison who left in January. The version used by "
                "the haulage contractor is in English only while its drivers speak Spanish.");
            say(**copy, "1.2.2.4", "full", "Barriers were asked about in two of three meetings.");
            change(**copy, {{{&infoOf(field::evidence::title), QStringLiteral("Grievance register, second copy")}}});
            (*copy)->surroundings().profile = std::make_shared<const Profile>(
                *Profile::make(QStringLiteral("Tomás Ávila"), {QStringLiteral("expert")}, QDate(2026, 5, 1)));
            if (!makeParcel(**copy, {QStringLiteral("lead-auditor"), {}, {lead->shown()}}, parcel))
                std::fprintf(stderr, "a parcel for a picture failed\n");
        }
        say(document, "2.5.1.1", "full",
            "The emergency plan was developed with the villages and covers eleven scenarios, among them a failure of "
            "the tailings facility. Sirens were heard on the test of 4 May. Four of five supervisors asked on both "
            "shifts described their first three actions correctly. The contact list still named a hospital liaison who "
            "left in January; the site corrected it during the visit.");
        say(document, "1.2.2.4", "full", "Barriers were asked about in all meetings.");
        change(document, {{{&infoOf(field::evidence::removed), QStringLiteral("2026-06-08")},
                           {&infoOf(field::evidence::removed_reason), QStringLiteral("Filed twice")}}});
        auto *page = window.findChild<MergePage *>();
        const auto wait = [page] {
            if (!QTest::qWaitFor([page] { return !page->isBusy(); }, 20'000))
                std::fprintf(stderr, "the copy takes too long\n");
        };
        page->read(parcel);
        save(window, "merge-parcel-closed");
        workspace.editor().actAs(lead);
        wait();
        save(window, "merge-parcel");
        window.findChild<QAbstractButton *>(QStringLiteral("mergeDrop"))->click();
        workspace.editor().actAs({});
        // What a copy of it for a role holds: not the rest of the work.
        const QString part = m_scratch.filePath(m_name + QStringLiteral("-safety expert, for a role.adit"));
        if (const auto whole = CaseDocument::open(path, surroundings())) {
            const auto sees = [](const Operation &operation) {
                return operation.entity.code != QLatin1String("2.5.1.1");
            };
            if (!(*whole)->copyDoor().saveCopyFor(part, {sees, true, true}, {}))
                std::fprintf(stderr, "a copy for a picture failed\n");
        }
        page->read(part);
        wait();
        save(window, "merge-withheld");
        window.findChild<QAbstractButton *>(QStringLiteral("mergeTake"))->click();
        wait();
        page->read(path);
        wait();
        save(window, "merge-disclosed");
        if (!document.undo())
            std::fprintf(stderr, "an undo for a picture failed\n");
        page->read(path);
        wait();
        save(window, "merge-preview");
        window.findChild<QAbstractButton *>(QStringLiteral("mergeTake"))->click();
        wait();
        page->openFor(*RequirementCode::fromString(QStringLiteral("2.5.1.1")));
        save(window, "merge-first");
        for (const Conflict &conflict : document.conflicts()) {
            page->open(conflict.id());
            save(window, "merge-" + conflict.id().toUtf8().replace('/', '-').replace(':', '-'));
        }
        workspace.goTo(QStringLiteral("assess"));
        workspace.assessPage()->open(*RequirementCode::fromString(QStringLiteral("2.5.1.1")));
        save(window, "merge-assess");
    }

    /// A parcel for the mine and one for an expert, looked at by whom they are sealed to and by somebody else; and the
    /// case that comes of one.
    void handingOver(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        CaseDocument &document = workspace.document();
        const auto somebody = [](const char *name, const QStringList &roles) {
            return *Profile::make(QString::fromUtf8(name), roles, QDate(2026, 5, 1));
        };
        const Profile lead = somebody("Lucía Ferrer", {QStringLiteral("lead-auditor")});
        const Profile expert = somebody("Tomás Ávila", {QStringLiteral("expert"), QStringLiteral("translator")});
        const Profile mine = somebody("Ana Ruiz", {QStringLiteral("mine")});
        const Profile gone = somebody("Piet de Wit", {QStringLiteral("auditor")});
        const auto apply = [&](const Result<Edit> &edit) {
            if (!edit || !document.apply(*edit))
                std::fprintf(stderr, "an edit for a picture failed\n");
        };
        const auto press = [&](const char *button) {
            window.findChild<QAbstractButton *>(QLatin1String(button))->click();
            QApplication::processEvents();
        };
        const auto tick = [&](const Profile &profile) {
            press(qPrintable(QStringLiteral("recipient-") + profile.shown().fingerprint()));
        };
        const auto pack = [&](const char *file) {
            m_parcel = m_scratch.filePath(m_name + QLatin1String(file));
            const qint64 operations = document.facts().operations;
            press("makeParcel");
            if (!QTest::qWaitFor([&] { return document.facts().operations > operations; }, 20'000))
                std::fprintf(stderr, "the parcel takes too long\n");
        };
        workspace.goTo(QStringLiteral("handover"));
        save(window, "handover-nobody");
        for (const Profile &profile : {expert, mine, gone})
            apply(introduce(document.view(), profile.shown()));
        apply(
            revoke(document.view(), gone, gone.shown(), QDate(2026, 5, 30), QStringLiteral("The laptop was stolen.")));
        workspace.editor().actAs(std::make_shared<const Profile>(lead));
        press("handoverRole-mine");
        tick(mine);
        save(window, "handover-mine");
        pack("-mine.adit-parcel");
        press("handoverRole-expert");
        tick(expert);
        press("chapter-2.5");
        press("chapter-4.1");
        save(window, "handover-expert");
        pack("-expert.adit-parcel");
        save(window, "handover-made");
        const QString own = m_scratch.filePath(m_name + QStringLiteral(".adit-profile"));
        QFile::remove(own);
        (void)writePrivateFile(own, expert.unlocked());
        window.closeCase();
        MainWindow other(services());
        other.resize(window.size());
        other.show();
        other.openParcel(m_parcel);
        save(other, "parcel-locked");
        other.findChild<QLineEdit *>(QStringLiteral("passphrase"))->setText(QStringLiteral("any words"));
        other.findChild<QAbstractButton *>(QStringLiteral("unlockProfile"))->click();
        if (!QTest::qWaitFor([&] { return other.findChild<QLabel *>(QStringLiteral("parcelMaker")) != nullptr; }))
            return;
        save(other, "parcel-inside");
        other.openParcel(m_scratch.filePath(m_name + QStringLiteral("-mine.adit-parcel")));
        save(other, "parcel-foreign");
        other.openParcel(m_parcel);
        m_madeCase = m_scratch.filePath(m_name + QStringLiteral("-of-expert.adit"));
        other.findChild<QAbstractButton *>(QStringLiteral("parcelSave"))->click();
        (void)QTest::qWaitFor([&] { return other.workspace() != nullptr; }, 20'000);
        if (!other.workspace())
            return;
        save(other, "parcel-case");
        other.workspace()->goTo(QStringLiteral("history"));
        save(other, "parcel-case-history");
        ProgressSheet sheet(QStringLiteral("Making the parcel"), nullptr);
        (void)sheet.counter()(0.4);
        QTest::qWait(100);
        save(sheet, "parcel-progress");
        other.closeCase();
    }

    /// Somebody who reviews or decides, as the team's list knows them by their profile.
    std::shared_ptr<const Profile> judge(CaseDocument &document, const char *role, const char *name)
    {
        auto made = Profile::make(QString::fromUtf8(name), {}, QDate(2026, 1, 12));
        auto profile = std::make_shared<const Profile>(std::move(*made));
        EntityRef member = document.newEntity(EntityKind::TeamMember);
        for (const auto &[id, record] : document.assessment().records(EntityKind::TeamMember))
            if (record[field::team_member::role] == QLatin1String(role))
                member = {EntityKind::TeamMember, id, record[field::team_member::label]};
        apply(document, addRecord(document.view(), member,
                                  {{{&infoOf(field::team_member::role), QLatin1String(role)},
                                    {&infoOf(field::team_member::name), QString::fromUtf8(name)},
                                    {&infoOf(field::team_member::profile), profile->shown().fingerprint()}}}));
        return profile;
    }

    static void apply(CaseDocument &document, const Result<Edit> &edit)
    {
        const auto applied = edit ? document.apply(*edit) : Result<ChangeSet>(edit.error());
        if (!applied)
            std::fprintf(stderr, "an edit for a picture failed: %s, %s\n", qPrintable(applied.error().subject),
                         qPrintable(applied.error().detail));
    }

    static void nameSomebody(CaseDocument &document, const Profile &by, const char *name)
    {
        Draft draft(document.view(), Verb::AddPerson, {});
        const EntityRef person = document.newEntity(EntityKind::Person);
        draft.add(
            *addRecord(draft.view(), person, {{{&infoOf(field::person::stakeholder), QStringLiteral("worker")}}}));
        const auto sealed =
            IdentityWriter(by).seal(draft, person, infoOf(field::person::name), QString::fromUtf8(name));
        draft.add(*changeRecord(draft.view(), person, {{{&infoOf(field::person::name), *sealed}}}));
        apply(document, draft.edit());
    }

    /// A photo of the evidence for the report, not confirmed yet.
    static void photograph(CaseDocument &document, const char *requirement, int number)
    {
        const EntityRef evidence = document.newEntity(EntityKind::Evidence);
        apply(document, addTakenEvidence(document.view(), evidence,
                                         {{{&infoOf(field::evidence::title), QStringLiteral("Spillway")},
                                           {&infoOf(field::evidence::state), QStringLiteral("taken")}}},
                                         takenFile(QStringLiteral("IMG_2041.jpg"), QStringLiteral("image/jpeg"),
                                                   test::drawnPhoto(2400, 1800, number))));
        apply(document, addPublicPhoto(document.view(), document.newEntity(EntityKind::PublicPhoto),
                                       {.evidence = evidence.code,
                                        .requirement = QLatin1String(requirement),
                                        .caption = QStringLiteral("The spillway of the tailings dam in May, seen from "
                                                                  "the eastern bank"),
                                        .description = QStringLiteral("A concrete channel comes down the middle of a "
                                                                      "dam; the slopes behind it are bare.")}));
    }

    /// The page Publish: names found, passages withheld in each of the states, the form for a release, releases.
    void publishing(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        CaseDocument &document = workspace.document();
        const auto lead = judge(document, "lead-auditor", "Lucía Ferrer");
        const auto decider = judge(document, "decision-maker", "D. Diallo");
        const QDate today = document.today();
        const auto find = [&](const char *name) { return window.findChild<QWidget *>(QLatin1String(name)); };
        const auto click = [&](const char *name) {
            window.findChild<QAbstractButton *>(QLatin1String(name))->click();
            QApplication::processEvents();
        };
        const auto say = [&](const char *requirement, const char *finding) {
            apply(document, rate(document.view(), QLatin1String(requirement), {.finding = QString::fromUtf8(finding)}));
        };
        const auto ask = [&](const char *requirement, const char *passage, const char *reason, const char *basis = "") {
            apply(document, askRedaction(document.view(), document.newEntity(EntityKind::Redaction),
                                         {.target = QStringLiteral("answer/") + QLatin1String(requirement),
                                          .field = QStringLiteral("finding"),
                                          .passage = QString::fromUtf8(passage),
                                          .reason = QLatin1String(reason),
                                          .request = QStringLiteral("He could lose his contract."),
                                          .scoreBasis = QLatin1String(basis)},
                                         *lead, today));
        };
        workspace.editor().actAs(lead);
        nameSomebody(document, *lead, "Efraín Mamani Ccori");
        nameSomebody(document, *lead, "Rosa Santos");
        say("1.1.1.1", "Permits were read with Efraín Mamani Ccori, who keeps the register of the office, and two of "
                       "three are in force.");
        say("1.2.2.2", "The path to Santos is watered twice a day in the dry months, and people were asked about it.");
        say("2.5.1.1", "Sirens were tested in May. The guard of the eastern gate said that nobody heard them there, "
                       "and the records of the test agree with what was said.");
        say("3.1.2.1", "Contracts were read. The price paid per hour is 14 soles, and the books agree with it.");
        ask("2.5.1.1", "The guard of the eastern gate", "B");
        ask("3.1.2.1", "14 soles", "C", "The rating rests on the contracts.");
        ask("1.2.2.2", "twice a day", "D");
        apply(document,
              decideRedaction(document.view(), QStringLiteral("RD-A01"), true, {}, *decider, today, today.addYears(2)));
        apply(document, decideRedaction(document.view(), QStringLiteral("RD-A03"), false,
                                        QStringLiteral("It is no secret."), *decider, today));
        const auto *page = window.findChild<PublishPage *>();
        const auto wait = [&] {
            if (!QTest::qWaitFor([&] { return !page->isRendering(); }, 60'000))
                std::fprintf(stderr, "the report takes too long\n");
            QTest::qWait(1500); // the view draws its pages on a thread of its own
        };
        photograph(document, "2.5.1.1", 0);
        photograph(document, "4.2.1.1", 3);
        const auto picture = *pictureOf(document.assessment(), *photoStates(document.assessment()).front().record,
                                        [&](const QString &sha256) { return document.content(sha256); });
        apply(document,
              confirmPublicPhoto(document.view(), QStringLiteral("F-A01"),
                                 {.basis = QStringLiteral("nobody-recognisable"), .jpeg = picture.jpeg}, *lead, today));
        workspace.goTo(QStringLiteral("publish"));
        auto *sides = window.findChild<SegmentedControl *>(QStringLiteral("publishSides"));
        wait();
        save(window, "publish-pages");
        if (sides->isVisible())
            sides->segment(1)->click();
        save(window, "publish-gate");
        click("nameOnPage");
        wait();
        save(window, "publish-name-on-page");
        markOnPage(window);
        save(window, "publish-marked");
        if (sides->isVisible())
            sides->segment(1)->click();
        click("namePass");
        save(window, "publish-let-pass");
        workspace.forgetPending();
        click("photoLook-F-A02");
        QTest::qWait(50);
        save(window, "publish-photo");
        click("photoConsent");
        QTest::qWait(50);
        save(window, "publish-photo-consent");
        workspace.forgetPending();
        click("photoLook-F-A02");
        auto *table = window.findChild<QTableView *>(QStringLiteral("withheldTable"));
        table->setCurrentIndex(table->model()->index(0, 0));
        wait();
        save(window, "publish-withheld");
        table->setCurrentIndex(table->model()->index(1, 0));
        wait();
        save(window, "publish-open");
        window.findChild<QAbstractButton *>(QStringLiteral("askWithholding"))->click();
        auto *search = window.findChild<QLineEdit *>(QStringLiteral("withholdSearch"));
        search->setText(QStringLiteral("water"));
        auto *reasons = window.findChild<QComboBox *>(QStringLiteral("withholdReason"));
        reasons->setCurrentIndex(1);
        wait();
        save(window, "publish-ask");
        workspace.forgetPending();
        workspace.goTo(QStringLiteral("assess"));
        workspace.assessPage()->open(*RequirementCode::fromString(QStringLiteral("2.5.1.1")));
        click("findingAsPrinted");
        save(window, "publish-as-printed");
        click("findingAsPrinted");
        click("findingWithhold");
        QTest::qWait(50);
        save(window, "publish-ask-here");
        workspace.forgetPending();
        for (const char *number : {"1", "2"}) {
            const EntityRef made = document.newEntity(EntityKind::Release);
            apply(document,
                  addRecord(document.view(), made,
                            {{{&infoOf(field::release::number), QLatin1String(number)},
                              {&infoOf(field::release::built), toIso(today.addDays(-20))},
                              {&infoOf(field::release::root), toHex(sha256(number))},
                              {&infoOf(field::release::changes),
                               number == QByteArrayView("1") ? QString() : QStringLiteral("A date was corrected.")}}}));
            if (number == QByteArrayView("1"))
                apply(document, changeRecord(document.view(), made,
                                             {{{&infoOf(field::release::finished), toIso(today.addDays(-12))}}}));
        }
        workspace.goTo(QStringLiteral("publish"));
        wait();
        if (auto *row = find("releaseRow"))
            window.findChild<QScrollArea *>(QStringLiteral("publishPanel"))->ensureWidgetVisible(row);
        save(window, "publish-releases");
        reports(window, wait);
        if (sides->isVisible())
            sides->segment(1)->click();
        find("buildForm")->show();
        window.findChild<QScrollArea *>(QStringLiteral("publishPanel"))->ensureVisible(0, 0);
        QTest::qWait(50);
        save(window, "publish-build");
    }

    /// Other kinds and languages of the report, over the pages.
    void reports(MainWindow &window, const std::function<void()> &wait)
    {
        auto *sides = window.findChild<SegmentedControl *>(QStringLiteral("publishSides"));
        if (sides->isVisible())
            sides->segment(0)->click();
        const auto choose = [&](const char *action) {
            window.findChild<QAction *>(QLatin1String(action))->trigger();
            wait();
        };
        choose("report-in-ar");
        save(window, "publish-arabic");
        choose("report-in-en");
        choose("report-draft");
        save(window, "publish-draft-for-nobody");
        auto *name = window.findChild<QLineEdit *>(QStringLiteral("reportCopyFor"));
        name->setText(QStringLiteral("R. Okafor, Scheme office"));
        Q_EMIT name->editingFinished();
        wait();
        save(window, "publish-draft");
        choose("report-actions");
        save(window, "publish-action-plan");
        choose("report-public");
    }

    /// Words on the page that is in sight, as with a mouse.
    void markOnPage(MainWindow &window)
    {
        auto *view = window.findChild<PageView *>();
        const QRectF box = view->placeBox();
        const QPoint from(qRound(box.left()) - 60, qRound(box.center().y()));
        const QPoint to(qRound(box.right()) + 60, qRound(box.center().y()));
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view->viewport(), to);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, to);
        QApplication::processEvents();
    }

    /// Threads, what changed, chapters and locks, the decision.
    void reviewing(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        CaseDocument &document = workspace.document();
        auto *page = window.findChild<ReviewPage *>();
        const auto reviewer = judge(document, "technical-reviewer", "R. Okafor");
        const auto decider = judge(document, "decision-maker", "D. Diallo");
        const QDate today = document.today();
        const auto click = [&](const char *name) {
            window.findChild<QAbstractButton *>(QLatin1String(name))->click();
            QApplication::processEvents();
        };
        const auto ask = [&](const char *requirement, const char *weight, const char *text) {
            const EntityRef made = document.newEntity(EntityKind::Comment);
            apply(document, comment(document.view(), made,
                                    {{{&infoOf(field::comment::round), QStringLiteral("technical")},
                                      {&infoOf(field::comment::requirement), QLatin1String(requirement)},
                                      {&infoOf(field::comment::weight), QLatin1String(weight)}}},
                                    {QString::fromUtf8(text), reviewer->shown().actor(), today}));
            return made.code;
        };
        const auto say = [&](const QString &label, const QString &who, const char *text) {
            apply(document, answer(document.view(), label, document.newEntity(EntityKind::Reply),
                                   {QString::fromUtf8(text), who, today}, true));
        };
        workspace.editor().actAs(reviewer);
        const QString lead = QStringLiteral("Lead Auditor");
        const QString first = ask(
            "2.5.1.1", "must-answer",
            "The finding says that sirens were heard on the test. Were they heard in the lower village too, and who "
            "said so? Name the interviews.");
        say(first, lead, "Interviews P-A03 and P-A07, both of the lower village. The finding names them now.");
        say(first, reviewer->shown().actor(), "P-A07 speaks of the test of the year before. Is there another source?");
        ask("1.2.2.2", "must-answer", "Which minutes were compared with the recordings?");
        ask("4.1.5.1", "note", "A map would help readers here.");
        workspace.goTo(QStringLiteral("review"));
        page->open(first);
        save(window, "review-threads");
        click("newComment");
        save(window, "review-new-comment");
        click("commentCancel");
        page->showView(ReviewPage::Changes);
        save(window, "review-changes-all");
        click("markRead");
        save(window, "review-changes-none");
        workspace.editor().actAs({});
        apply(document,
              rate(document.view(), QStringLiteral("2.5.1.1"),
                   {.rating = QStringLiteral("partial"),
                    .finding =
                        document.assessment()
                            .answer(*RequirementCode::fromString(QStringLiteral("2.5.1.1")))[field::answer::finding]
                            .section(QLatin1Char('.'), 0, 0) +
                        QStringLiteral(". Sirens were not heard in the lower village.")}));
        apply(document, rate(document.view(), QStringLiteral("1.2.2.2"),
                             {.finding = QStringLiteral("Minutes of fourteen meetings were read and three compared "
                                                        "with the recordings."),
                              .sources = QStringList{QStringLiteral("community"), QStringLiteral("worker")}}));
        threadsBeside(window);
        history(window);
        workspace.editor().actAs(reviewer);
        workspace.goTo(QStringLiteral("review"));
        page->showView(ReviewPage::Changes);
        save(window, "review-changes");
        for (const char *chapter : {"1.1", "1.3", "1.4", "2.1", "3.1", "3.2"})
            apply(document, signOff(document.view(), QLatin1String(chapter), reviewer->shown().actor(), today));
        workspace.editor().actAs({});
        apply(document, rate(document.view(), QStringLiteral("1.3.1.1"), {.finding = QStringLiteral("Seen again.")}));
        workspace.editor().actAs(reviewer);
        apply(document, lock(document.view(), QStringLiteral("1.2"), *reviewer, today,
                             QStringLiteral("In review until the comments are settled")));
        page->showView(ReviewPage::Chapters);
        save(window, "review-chapters");
        click("lockAll");
        save(window, "review-lock");
        click("lockCancel");
        workspace.goTo(QStringLiteral("assess"));
        workspace.assessPage()->open(*RequirementCode::fromString(QStringLiteral("1.2.2.2")));
        save(window, "review-locked-requirement");
        apply(document, lock(document.view(), QString(wholeCase), *reviewer, today, QStringLiteral("Handed in")));
        workspace.goTo(QStringLiteral("review"));
        save(window, "review-chapters-locked");
        apply(document, unlock(document.view(), QString(wholeCase), *reviewer, today, {}));
        page->showView(ReviewPage::Decision);
        save(window, "review-decision-none");
        workspace.editor().actAs(decider);
        window.findChild<SegmentedControl *>(QStringLiteral("decisionOutcome"))->segment(1)->click();
        save(window, "review-decision-pending");
        window.findChild<QPlainTextEdit *>(QStringLiteral("decisionReason"))
            ->setPlainText(QStringLiteral("The lower village is to be heard again before a level is given."));
        click("decide");
        save(window, "review-decision");
        workspace.editor().actAs({});
        apply(document, rate(document.view(), QStringLiteral("2.5.1.1"),
                             {.finding = QStringLiteral("Sirens were heard in both villages.")}));
        apply(document, rate(document.view(), QStringLiteral("3.1.1.1"), {.rating = QStringLiteral("none")}));
        save(window, "review-decision-broken");
        page->showView(ReviewPage::List);
        save(window, "review-list");
    }

    /// What a review asks of a requirement, beside it; and a requirement of which it asks nothing.
    void threadsBeside(MainWindow &window)
    {
        window.workspace()->goTo(QStringLiteral("assess"));
        auto *panel = window.findChild<QWidget *>(QStringLiteral("sidePanel"));
        for (const char *requirement : {"2.5.1.1", "1.2.2.2", "1.1.1.1"}) {
            window.workspace()->assessPage()->open(*RequirementCode::fromString(QLatin1String(requirement)));
            if (!panel->isVisible())
                window.findChild<QAbstractButton *>(QStringLiteral("showSide"))->click();
            QApplication::processEvents();
            const auto areas = panel->findChildren<QScrollArea *>();
            for (QScrollArea *area : areas)
                if (QWidget *ask = area->findChild<QWidget *>(QStringLiteral("askAboutRequirement")))
                    area->ensureWidgetVisible(ask);
            save(window, QByteArray("assess-thread-") + requirement);
        }
        if (window.width() < 1240)
            panel->hide();
    }

    /// The history of a chapter, with an edit of a text chosen; and filters that nothing fits.
    void history(MainWindow &window)
    {
        window.workspace()->goTo(QStringLiteral("history"));
        save(window, "history-now");
        auto *thing = window.findChild<QLineEdit *>(QStringLiteral("historyThing"));
        thing->setText(QStringLiteral("2.5"));
        auto *table = window.findChild<QTableView *>(QStringLiteral("historyTable"));
        table->setCurrentIndex(table->model()->index(0, 0));
        save(window, "history-filtered");
        thing->setText(QStringLiteral("E-Q"));
        save(window, "history-nothing");
        window.findChild<QAbstractButton *>(QStringLiteral("historyClear"))->click();
    }

    /// Two of the team, drawn requirements, and what they give.
    void calibrating(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        CaseDocument &document = workspace.document();
        auto *page = window.findChild<ReviewPage *>();
        const auto click = [&](const char *name) {
            window.findChild<QAbstractButton *>(QLatin1String(name))->click();
            QApplication::processEvents();
        };
        workspace.goTo(QStringLiteral("review"));
        page->showView(ReviewPage::Calibration);
        save(window, "calibration-empty");
        click("drawFirstCalibration");
        save(window, "calibration-draw");
        click("drawNow");
        const auto drawn = calibrationOf(document.view(), QStringLiteral("B-A01"));
        if (!drawn)
            return;
        workspace.whoAmI().setMember({});
        save(window, "calibration-who");
        workspace.whoAmI().setMember(drawn->raters[0]);
        const char *codes[] = {"full", "substantial", "partial", "none"};
        const auto give = [&](std::size_t i, int which, std::size_t step, const char *why) {
            apply(document,
                  rateBlind(document.view(), document.newEntity(EntityKind::BlindRating),
                            {drawn->record->text(field::calibration::label.index), drawn->pairs[i].requirement,
                             drawn->raters[which], QLatin1String(codes[step]), QString::fromUtf8(why)},
                            document.today()));
        };
        for (std::size_t i = 0; i < 7; ++i)
            give(i, 0, i % 3, "");
        click("blindNext");
        save(window, "calibration-rating");
        for (std::size_t i = 0; i < drawn->pairs.size(); ++i) {
            give(i, 0, i % 3, i % 4 == 0 ? "Three sources agree, one of them outside the mine." : "");
            give(i, 1, i % 4 == 0 ? i % 3 + 1 : i % 3,
                 "The interviews are of one shift only, and the register was not looked at for the year before.");
        }
        save(window, "calibration-done");
        click("layOpen");
        save(window, "calibration-result");
        if (auto *scroll = window.findChild<QWidget *>(QStringLiteral("agreementKappa"))->parentWidget())
            for (QWidget *up = scroll; up; up = up->parentWidget())
                if (auto *area = qobject_cast<QScrollArea *>(up))
                    area->ensureVisible(0, up->height() * 20);
        save(window, "calibration-result-below");
        similar(window);
    }

    /// Findings that were copied.
    void similar(MainWindow &window)
    {
        Workspace &workspace = *window.workspace();
        CaseDocument &document = workspace.document();
        auto *page = window.findChild<ReviewPage *>();
        const auto wait = [&window] {
            const auto *count = window.findChild<QLabel *>(QStringLiteral("similarCount"));
            if (!QTest::qWaitFor([count] { return count->text().contains(QLatin1String("pair")); }, 20'000))
                std::fprintf(stderr, "comparing takes too long\n");
        };
        page->showView(ReviewPage::Similar);
        wait();
        save(window, "similar-none");
        const QString finding = document.assessment().answer(
            *RequirementCode::fromString(QStringLiteral("2.5.1.1")))[field::answer::finding];
        for (const char *requirement : {"2.5.1.2", "4.1.5.1"})
            apply(document, rate(document.view(), QLatin1String(requirement),
                                 {.finding = QStringLiteral("As in the year before: ") + finding +
                                             QStringLiteral(" Nothing else was looked at.")}));
        QApplication::processEvents();
        wait();
        save(window, "similar");
    }

    void save(QWidget &window, const QByteArray &page)
    {
        QApplication::processEvents();
        QApplication::processEvents();
        window.grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, m_name, QString::fromLatin1(page)));
    }

    static Surroundings surroundings()
    {
        Surroundings surroundings;
        surroundings.actor = QStringLiteral("Lead Auditor");
        surroundings.language = QStringLiteral("en");
        return surroundings;
    }

    Services services()
    {
        Services services;
        services.settings = &m_settings;
        services.profileFile = m_scratch.filePath(m_name + QStringLiteral(".adit-profile"));
        services.surroundings = surroundings;
        services.makeSample = [](const QString &path, const QString &name) {
            return makeSample(path, 1, surroundings(), {}, name);
        };
        services.chooseSheet = [this](QWidget *, const QString &) {
            return m_scratch.filePath(QStringLiteral("ratings.csv"));
        };
        services.chooseSheetToMake = [](QWidget *, const QString &) { return QString(); };
        services.chooseEvidence = [](QWidget *, const QString &) { return QStringList(); };
        services.chooseCaseToMake = [this](QWidget *, const QString &) { return m_madeCase; };
        services.saveParcel = [this](QWidget *, const QString &) { return m_parcel; };
        services.renderCatalogue = [](const Standard &, const QString &) { return ReportJob(); };
        services.renderReport = newReportJob;
        return services;
    }

    QApplication &m_application;
    QString m_folder;
    QString m_name;
    QString m_parcel; ///< what the file dialogs answer
    QString m_madeCase;
    QTemporaryDir m_scratch;
    QSettings m_settings;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    installTranslations(application, QLocale(QLocale::English));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        std::fprintf(stderr, "usage: shots FOLDER [NAME]\n");
        return 2;
    }
    const QString only = arguments.value(2);
    struct Look
    {
        const char *name;
        Appearance appearance;
        QSize size;
        int fontPixels;
    };
    const Look looks[] = {
        {"light", Appearance::Light, {1366, 768}, 13}, {"dark", Appearance::Dark, {1366, 768}, 13},
        {"small", Appearance::Light, {1024, 700}, 13}, {"large-text", Appearance::Light, {1366, 768}, 20},
        {"narrow", Appearance::Light, {800, 700}, 13},
    };
    for (const Look &look : looks) {
        if (only.isEmpty() || only == QLatin1String(look.name)) {
            Shots shots(application, arguments[1]);
            shots.take(QLatin1String(look.name), look.appearance, look.size, look.fontPixels);
        }
    }
    return 0;
}
