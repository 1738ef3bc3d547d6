// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/support/builders.h"
#include "ui/look/look.h"
#include "ui/pages/assess/assesspage.h"
#include "ui/pages/records/recordpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/ratingstrip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>

namespace adit::bench {

namespace {

/// Counts what is painted, so that a round that paints nothing is no measurement.
class PaintWatch final : public QObject
{
public:
    int painted = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

void press(int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, QString(QChar(key)));
    QApplication::sendEvent(QApplication::focusWidget(), &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QApplication::sendEvent(QApplication::focusWidget(), &up);
    QCoreApplication::processEvents();
}

/// So many nonconformities as the largest audits have.
void raiseUpTo(CaseDocument &document, std::size_t count)
{
    while (document.assessment().records(EntityKind::Nonconformity).size() < count) {
        const RecordInput input{{{&infoOf(field::nonconformity::title), QStringLiteral("Permits that had run out")},
                                 {&infoOf(field::nonconformity::grade), QStringLiteral("minor")},
                                 {&infoOf(field::nonconformity::state), QStringLiteral("raised")},
                                 {&infoOf(field::nonconformity::raised), toIso(document.today())},
                                 {&infoOf(field::nonconformity::description), QStringLiteral("Seen")}},
                                {{&infoOf(field::nonconformity::requirements), {QStringLiteral("1.1.1.1")}}}};
        const EntityRef entity = document.newEntity(EntityKind::Nonconformity);
        (void)test::must(document.apply(test::must(addRecord(document.view(), entity, input))));
    }
}

} // namespace

void measureWindow()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Services services;
    services.settings = &settings;
    services.surroundings = [] { return test::repeatableSurroundings(); };
    const QString path = folder.filePath(QStringLiteral("sample.adit"));
    (void)test::must(makeSample(path, 1, test::repeatableSurroundings()));
    MainWindow window(services);
    window.resize(1366, 768);
    window.show();
    QApplication::setActiveWindow(&window);
    report("open the sample and show it", "", measure(5, [&] {
               (void)window.closeCase();
               window.openCase(path);
               QCoreApplication::processEvents();
           }));
    PaintWatch watch;
    auto *strip = window.findChild<RatingStrip *>();
    strip->installEventFilter(&watch);
    strip->focusCurrent();
    report("press a key: durable and repainted", "16 ms + syncs",
           measure(200, [&, key = 0]() mutable { press(++key % 2 ? Qt::Key_2 : Qt::Key_3); }));
    if (watch.painted < 200)
        std::printf("%-44s %12d\n", "NOT ALL REPAINTED", watch.painted);
    report("show the next requirement", "50 ms", measure(200, [&] {
               window.workspace()->assessPage()->step(1);
               QCoreApplication::processEvents();
           }));
    window.workspace()->goTo(QStringLiteral("standards"));
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("standardSearch"));
    report("search the standard, each key of a word", "10 ms", measure(60, [&, at = 0]() mutable {
               const QString word = QStringLiteral("groundwater siren");
               search->setText(word.left(1 + at++ % word.size()));
               QCoreApplication::processEvents();
           }));
    search->clear();
    report("go to another page and back", "", measure(50, [&] {
               window.workspace()->goTo(QStringLiteral("scoreboard"));
               QCoreApplication::processEvents();
               window.workspace()->goTo(QStringLiteral("assess"));
               QCoreApplication::processEvents();
           }));
    raiseUpTo(window.workspace()->document(), 150);
    auto *findings = window.findChild<RecordPage *>(QStringLiteral("page-actions"));
    const char *names[] = {"to 150 nonconformities and back: table", "the same: board", "the same: timeline"};
    for (int view = 0; view < 3; ++view) {
        findings->showView(view);
        report(names[view], "2 x 50 ms", measure(50, [&] {
                   window.workspace()->goTo(QStringLiteral("actions"));
                   QCoreApplication::processEvents();
                   window.workspace()->goTo(QStringLiteral("assess"));
                   QCoreApplication::processEvents();
               }));
    }
}

} // namespace adit::bench
