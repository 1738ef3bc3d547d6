// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/incomingwork.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QTemporaryDir>

namespace adit::bench {

namespace {

using test::must;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

std::unique_ptr<CaseDocument> openAs(const QString &path, const QString &who)
{
    Surroundings surroundings = test::repeatableSurroundings(qHash(who));
    surroundings.actor = who;
    return must(CaseDocument::open(path, surroundings));
}

/// Work of one auditor: ratings with their findings, again and again, and evidence now and then; about ten operations
/// an edit, as many edits a transaction as the bench has patience for.
void work(CaseDocument &document, qint64 operations, const QString &who)
{
    const Standard &standard = document.standard();
    const qint64 end = document.facts().operations + operations;
    for (int round = 0; document.facts().operations < end; ++round) {
        Edit whole{Verb::Import, {}, {}};
        for (int i = 0; i < 414 && static_cast<qint64>(whole.changes.size()) < end - document.facts().operations; ++i) {
            const QString code = standard.requirement(i).code.toString();
            const char *ratings[] = {"full", "substantial", "partial", "none"};
            const Edit one = must(
                rate(document.view(), code,
                     {.rating = s(ratings[(i + round) % 4]),
                      .finding = s("Round %1 of %2: the records for %3 were seen, and two of the places they tell of "
                                   "were visited with the foreman of the shift; what they say holds.")
                                     .arg(round)
                                     .arg(who, code)}));
            whole.changes.insert(whole.changes.end(), one.changes.begin(), one.changes.end());
            if (i % 2 == 0)
                continue;
            const Edit evidence =
                must(addEvidence(document.view(), document.newEntity(EntityKind::Evidence),
                                 {{{&infoOf(field::evidence::title), s("Record %1 of %2").arg(i).arg(who)},
                                   {&infoOf(field::evidence::source), s("observation")},
                                   {&infoOf(field::evidence::state), s("sighted")},
                                   {&infoOf(field::evidence::place), s("Archive")}},
                                  {{&infoOf(field::evidence::requirements), {code}}}},
                                 {}));
            whole.changes.insert(whole.changes.end(), evidence.changes.begin(), evidence.changes.end());
        }
        must(document.apply(whole));
    }
}

void measureMergeOf(qint64 operations, const char *name, const char *promised)
{
    const QTemporaryDir folder;
    const QString start = folder.filePath(s("start.adit"));
    must(CaseDocument::create(start, test::catalogue(), {{{&infoOf(field::details::site), s("Hill")}}},
                              test::repeatableSurroundings(1)));
    for (const char *who : {"ana", "ben"}) {
        const QString path = folder.filePath(s(who));
        QFile::copy(start, path);
        work(*openAs(path, s(who)), operations, s(who));
    }
    const QString into = folder.filePath(s("into"));
    std::unique_ptr<CaseDocument> document;
    const auto openAnew = [&] {
        document.reset();
        QFile::remove(into);
        QFile::copy(folder.filePath(s("ana")), into);
        document = openAs(into, s("ana"));
    };
    const auto merge = [&] {
        const auto incoming = must(IncomingWork::read(*document, folder.filePath(s("ben"))));
        must(incoming->bringContents());
        must(document->merge(*incoming));
        keep(document->conflicts().size());
    };
    openAnew();
    report(name, promised, measure(5, merge, openAnew));
    report("  what it would bring", "", measure(3, [&] {
               keep(must(IncomingWork::read(*document, folder.filePath(s("ben"))))->preview().conflicts.size());
           }));
    report("  verify what came of it", "", measure(3, [&] { keep(must(document->verify()).problems.size()); }));
    report("  take it out again", "",
           measure(
               1, [&] { must(document->undo()); }, merge));
}

} // namespace

void measureMerge()
{
    measureMergeOf(21'000, "merge two copies of 21 000 operations", "300");
    measureMergeOf(100'000, "merge two copies of 100 000 operations", "1000");
}

} // namespace adit::bench
