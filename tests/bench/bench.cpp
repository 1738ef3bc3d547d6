// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures what the project promises, in a release build: medians and worst twentieth of several runs, in a table.
// Never a test: figures depend on the machine, so they are read by people.
#include "core/document/backups.h"
#include "core/process/gates.h"
#include "core/sample/sample.h"
#include "core/storage/casestore.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/support/builders.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace adit;
using namespace adit::test;
using namespace adit::bench;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

void measureScore()
{
    QTemporaryDir folder;
    const auto sample = must(makeSample(folder.filePath(s("sample.adit")), 1, repeatableSurroundings()));
    report("score 414 requirements", "100 µs", measure(2000, [&] {
               const ScoreCard card = score(sample->standard(), sample->ratedItems(), {});
               keep(card.principles.size());
           }));
    report("all gates and deadlines", "2 ms", measure(500, [&] {
               const ProcessState state = processStateOf(sample->view(), sample->ratedItems(), sample->today());
               keep(state.gates.size());
           }));
    report("read items and score", "", measure(1000, [&] {
               const ScoreCard card =
                   score(sample->standard(), ratedItems(sample->assessment(), sample->standard()), {});
               keep(card.principles.size());
           }));
}

void measureCatalogue()
{
    report("load and validate the catalogue", "50 ms",
           measure(10, [] { keep(must(shippedStandard(s("irma-style-1.0"))).nodes().size()); }));
}

/// What the disk itself takes for the syncs of one commit (store.md: four).
void measureSyncs(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder + s("/sync"));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT, 0600);
    report("four syncs of 4 KB on this disk", "", measure(200, [&] {
               for (int i = 0; i < 4; ++i) {
                   const char block[4096] = {};
                   keep(static_cast<std::size_t>(::pwrite(file, block, sizeof block, i * 4096)));
                   ::fsync(file);
               }
           }));
    ::close(file);
}

void measureEdits()
{
    QTemporaryDir folder;
    const auto document = newCase(folder);
    measureSyncs(folder.path());
    int ordinal = 0;
    const char *ratings[] = {"full", "substantial", "partial", "none"};
    report("rate: checked, durable, scored", "16 ms + syncs", measure(400, [&] {
               const QString code = catalogue().requirement(ordinal % 414).code.toString();
               must(document->apply(must(rate(document->view(), code, {.rating = s(ratings[ordinal % 4])}))));
               ++ordinal;
           }));
    report("undo", "", measure(100, [&] { must(document->undo()); }));
}

QString bigCase(const QString &folder, int operations)
{
    QTemporaryDir workplace;
    QString path = folder + s("/big.adit");
    auto document = must(CaseDocument::create(path, catalogue(), {}, repeatableSurroundings()));
    int made = 0;
    int round = 0;
    while (made < operations) {
        Edit edit{Verb::Import, {}, {}};
        ++round;
        for (int i = 0; i < 414; ++i) {
            const EntityRef answer = document->assessment().answerRef(catalogue().requirement(i).code);
            const QString text =
                s("Finding %1 of round %2: records were read and people were heard.").arg(i).arg(round);
            edit.changes.push_back({answer, &infoOf(field::answer::finding), {}, text});
            edit.changes.push_back({answer, &infoOf(field::answer::rating), {}, round % 2 ? s("full") : s("partial")});
        }
        made += static_cast<int>(must(document->apply(edit)).items.size());
    }
    return path;
}

void measureBigCase()
{
    QTemporaryDir folder;
    const QString path = bigCase(folder.path(), 100'000);
    report("open a case of 100 000 operations", "300 ms",
           measure(10, [&] { keep(must(CaseDocument::open(path, repeatableSurroundings())) != nullptr); }));
    const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
    report("rate in it", "16 ms + syncs", measure(50, [&, i = 0]() mutable {
               must(document->apply(
                   must(rate(document->view(), s("1.2.2.2"), {.rating = ++i % 2 ? s("none") : s("full")}))));
           }));
    const Backups backups(folder.filePath(s("backups")));
    report("back it up", "", measure(5, [&, i = 0]() mutable {
               must(document->apply(
                   must(rate(document->view(), s("1.2.2.3"), {.rating = ++i % 2 ? s("none") : s("full")}))));
               keep(must(backups.backUp(*document)).path.size());
           }));
    report("verify it", "", measure(3, [&] { keep(must(document->verify()).problems.size()); }));
    std::printf("%-44s %10.1f MB\n", "its size", double(QFile(path).size()) / 1e6);
}

} // namespace

/// All of them, or those whose names are given.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList wanted = QApplication::arguments().mid(1);
    const std::pair<const char *, void (*)()> benches[] = {
        {"catalogue", measureCatalogue}, {"score", measureScore},       {"edits", measureEdits},
        {"big", measureBigCase},         {"large", measureLargeCase},   {"window", measureWindow},
        {"report", measureReport},       {"evidence", measureEvidence}, {"merge", measureMerge},
        {"parcel", measureParcels}};
    heading();
    for (const auto &[name, run] : benches)
        if (wanted.isEmpty() || wanted.contains(QLatin1String(name)))
            run();
    return 0;
}
