// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/incomingwork.h"
#include "tests/bench/auditorwork.h"
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
