// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/parcel.h"
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

Profile somebody(int number)
{
    return must(Profile::make(s("Person %1").arg(number), {s("auditor")}, QDate(2026, 5, 1)));
}

void measureParcelsOf(qint64 operations)
{
    const QTemporaryDir folder;
    Surroundings surroundings = test::repeatableSurroundings(1);
    surroundings.profile = std::make_shared<const Profile>(somebody(0));
    surroundings.actor = surroundings.profile->shown().actor();
    const auto document = must(CaseDocument::create(folder.filePath(s("case.adit")), test::catalogue(),
                                                    {{{&infoOf(field::details::site), s("Hill")}}}, surroundings));
    work(*document, operations, s("ana"));
    std::vector<Profile> people;
    std::vector<PublicProfile> twelve;
    for (int i = 1; i <= 12; ++i) {
        people.push_back(somebody(i));
        twelve.push_back(people.back().shown());
    }
    const QString snapshot = folder.filePath(s("snapshot"));
    const QString parcel = folder.filePath(s("parcel"));
    const auto clear = [&] {
        QFile::remove(snapshot);
        QFile::remove(parcel);
    };
    const auto row = [&](const char *name, const char *promised, const auto &work) {
        clear();
        report(name, promised, measure(9, work, clear));
    };
    row("snapshot of the case", "", [&] { must(document->saveCopy(snapshot)); });
    // What sealing adds: a parcel of the snapshot that is there.
    must(document->saveCopy(folder.filePath(s("content"))));
    const ParcelManifest manifest{.assessment = document->assessment().id(),
                                  .site = s("Hill"),
                                  .handover = {},
                                  .handoverSignature = {},
                                  .maker = surroundings.profile->shown(),
                                  .recipients = {}};
    const auto sealTo = [&](const std::vector<PublicProfile> &recipients) {
        QFile content(folder.filePath(s("content")));
        QFile out(parcel);
        keep(content.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly));
        must(writeParcel(out, content, manifest, *surroundings.profile, recipients, {}));
    };
    row("  sealing it to one", "", [&] { sealTo({twelve.front()}); });
    row("  sealing it to twelve", "5", [&] { sealTo(twelve); });
    row("parcel to twelve, all of it", "", [&] { must(makeParcel(*document, {s("auditor"), {}, twelve}, parcel)); });
    row("parcel for the mine", "", [&] { must(makeParcel(*document, {s("mine"), {}, twelve}, parcel)); });
    clear();
    must(makeParcel(*document, {s("auditor"), {}, twelve}, parcel));
    report("open it", "",
           measure(
               5, [&] { must(openParcel(parcel, people[3], snapshot)); }, [&] { QFile::remove(snapshot); }));
}

} // namespace

void measureParcels()
{
    for (const qint64 operations : {21'000, 100'000}) {
        std::printf("%lld operations\n", static_cast<long long>(operations));
        measureParcelsOf(operations);
    }
}

} // namespace adit::bench
