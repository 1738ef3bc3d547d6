// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/draft.h"
#include "core/process/processengine.h"
#include "core/process/timeline.h"
#include "core/sample/sample.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/support/builders.h"
#include "ui/pages/records/recordpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace adit::bench {

namespace {

using test::must;
using test::repeatableSurroundings;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

constexpr int evidenceCount = 3000;
constexpr int interviewCount = 400;
constexpr int peopleCount = 300;
constexpr int nonconformityCount = 150;
constexpr int operationCount = 100'000;

QString requirementOf(const Standard &standard, int i)
{
    return standard.requirement(i % 414).code.toString();
}

/// Many records as one edit: a disk syncs once for all of them.
template <typename Make>
void addMany(CaseDocument &document, int count, Make make)
{
    Edit whole{Verb::Import, {}, {}};
    for (int i = 0; i < count; ++i) {
        const Edit one = must(make(i));
        whole.changes.insert(whole.changes.end(), one.changes.begin(), one.changes.end());
    }
    must(document.apply(whole));
}

/// The sample, and around it as much as the largest audit brings together.
QString largeCase(const QString &folder)
{
    QString path = folder + s("/large.adit");
    const auto document = must(makeSample(path, 1, repeatableSurroundings(2)));
    const Standard &standard = document->standard();
    const CaseView view = document->view();
    addMany(*document, peopleCount, [&](int i) {
        return addRecord(view, document->newEntity(EntityKind::Person),
                         {{{&infoOf(field::person::stakeholder), i % 3 ? s("worker") : s("community")}}});
    });
    addMany(*document, evidenceCount, [&](int i) {
        return addEvidence(view, document->newEntity(EntityKind::Evidence),
                           {{{&infoOf(field::evidence::title), s("Photograph %1 of the visit").arg(i)},
                             {&infoOf(field::evidence::medium), s("photo")},
                             {&infoOf(field::evidence::source), i % 2 ? s("observation") : s("document-company")},
                             {&infoOf(field::evidence::state), s("sighted")},
                             {&infoOf(field::evidence::place), s("Archive")},
                             {&infoOf(field::evidence::received), s("2026-05-05")}},
                            {{&infoOf(field::evidence::requirements),
                              {requirementOf(standard, i), requirementOf(standard, 7 * i + 3)}}}},
                           {});
    });
    addMany(*document, interviewCount, [&](int i) {
        return addRecord(
            view, document->newEntity(EntityKind::Interview),
            {{{&infoOf(field::interview::held), s("2026-05-06")},
              {&infoOf(field::interview::summary), s("What was said, in a few sentences.")}},
             {{&infoOf(field::interview::people), {s("P-A%1").arg(i % peopleCount + 1, 2, 10, QLatin1Char('0'))}},
              {&infoOf(field::interview::requirements),
               {requirementOf(standard, i), requirementOf(standard, 3 * i + 1)}}}});
    });
    addMany(*document, nonconformityCount, [&](int i) {
        return addRecord(view, document->newEntity(EntityKind::Nonconformity),
                         {{{&infoOf(field::nonconformity::title), s("Shortcoming %1").arg(i)},
                           {&infoOf(field::nonconformity::grade), s("minor")},
                           {&infoOf(field::nonconformity::state), s("raised")},
                           {&infoOf(field::nonconformity::description), s("What falls short.")}},
                          {{&infoOf(field::nonconformity::requirements), {requirementOf(standard, 2 * i)}}}});
    });
    for (int round = 0; document->facts().operations < operationCount; ++round) {
        Edit edit{Verb::Import, {}, {}};
        for (int i = 0; i < 414; ++i)
            edit.changes.push_back({view.assessment.answerRef(standard.requirement(i).code),
                                    &infoOf(field::answer::notes),
                                    {},
                                    s("Note %1 of round %2").arg(i).arg(round)});
        must(document->apply(edit));
    }
    return path;
}

/// A field and two values it changes between.
struct Toggle
{
    const FieldInfo *field;
    const char *values[2];
};

void measureGates(const CaseDocument &document)
{
    const QDate today = document.today();
    report("gates and deadlines, looked at whole", "",
           measure(50, [&] { keep(processStateOf(document.view(), document.ratedItems(), today).gates.size()); }));
    Assessment assessment = document.assessment();
    ProcessEngine engine({document.standard(), assessment});
    keep(engine.state(document.ratedItems(), today).gates.size());
    const Toggle toggles[] = {{&infoOf(field::answer::justification), {"One reason", "Another"}},
                              {&infoOf(field::evidence::source), {"observation", "document-company"}},
                              {&infoOf(field::interview::held), {"2026-05-05", "2026-05-06"}},
                              {&infoOf(field::person::stakeholder), {"worker", "community"}},
                              {&infoOf(field::nonconformity::state), {"raised", "cause-accepted"}},
                              {&infoOf(field::milestone::actual), {"2026-05-05", "2026-05-06"}},
                              {&infoOf(field::details::visit_end), {"2026-05-09", "2026-05-10"}}};
    for (const Toggle &toggle : toggles) {
        const EntityKind kind = toggle.field->kind;
        const auto &[id, record] = *assessment.records(kind).begin();
        const EntityRef ref = kind == EntityKind::Details ? assessment.detailsRef()
                                                          : EntityRef{kind, id, record.text(*kindInfo(kind).codeField)};
        const QByteArray name = "the same after a change of: " + QByteArray(kindInfo(kind).name.data());
        report(name.constData(), "2 ms", measure(200, [&, turn = 0]() mutable {
                   change(assessment.write(ref), {ref, toggle.field, {}, s(toggle.values[++turn % 2])});
                   engine.note(ref);
                   keep(engine.state(document.ratedItems(), today).gates.size());
               }));
    }
    const Schedule schedule = scheduleOf(document.view(), today);
    report("timeline", "", measure(50, [&] { keep(timelineOf(document.view(), schedule).size()); }));
}

/// What a person types into the filters of the history, key by key, and the edits chosen in it.
void measureHistory(const CaseDocument &document)
{
    const HistoryFilter filters[] = {
        {.thing = s("3")}, {.thing = s("E-A07")}, {.field = s("notes")}, {.person = document.surroundings().actor}};
    const char *names[] = {"history of a principle", "the same of a record", "the same of a field",
                           "the same of a person"};
    for (std::size_t i = 0; i < std::size(filters); ++i)
        report(names[i], "30 ms", measure(50, [&] { keep(must(document.history(filters[i], 501)).size()); }));
    const HistoryEntry edit = must(document.history({.thing = s("E-A07")}, 1)).front();
    report("entries of an edit", "30 ms", measure(50, [&] { keep(must(document.entriesOf(edit)).size()); }));
    report("what a history can be narrowed to", "50 ms",
           measure(50, [&] { keep(must(document.historyScope()).fields.size()); }));
}

void measurePages(MainWindow &window)
{
    Workspace &workspace = *window.workspace();
    const auto go = [&](const QString &page) {
        workspace.goTo(page);
        QCoreApplication::processEvents();
    };
    // The way there alone, from a page with nothing of the case on it.
    const auto measureWay = [&](const QByteArray &name, const QString &page) {
        report(name.constData(), "50 ms",
               measure(
                   20, [&] { go(page); }, [&] { go(s("standards")); }));
    };
    for (const char *page :
         {"today", "assess", "scoreboard", "details", "history", "timeline", "profile", "step:2", "step:4", "step:5a"})
        measureWay(QByteArray("go to ") + page, QLatin1String(page));
    for (const RecordPageInfo &info : recordPages())
        for (const RecordList &list : info.lists) {
            go(QLatin1String(info.id));
            if (auto *review = qobject_cast<ReviewPage *>(workspace.currentPage()))
                review->showView(ReviewPage::List);
            auto *page = workspace.findChild<RecordPage *>(QLatin1String("page-") + QLatin1String(info.id));
            page->openList(list.kind);
            measureWay(QByteArray("go to ") + info.id + ", " + kindInfo(list.kind).name.data(), QLatin1String(info.id));
        }
}

} // namespace

void measureLargeCase()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(s("settings.ini")), QSettings::IniFormat);
    const QString path = largeCase(folder.path());
    report("open the largest case", "300 ms",
           measure(10, [&] { keep(must(CaseDocument::open(path, repeatableSurroundings())) != nullptr); }));
    measureGates(*must(CaseDocument::open(path, repeatableSurroundings())));
    measureHistory(*must(CaseDocument::open(path, repeatableSurroundings())));
    Services services;
    services.settings = &settings;
    services.surroundings = [] { return repeatableSurroundings(); };
    services.profileFile = folder.filePath(s("own.adit-profile"));
    MainWindow window(services);
    window.resize(1366, 768);
    window.show();
    QApplication::setActiveWindow(&window);
    report("open it and show it", "", measure(5, [&] {
               (void)window.closeCase();
               window.openCase(path);
               QCoreApplication::processEvents();
           }));
    measurePages(window);
}

} // namespace adit::bench
