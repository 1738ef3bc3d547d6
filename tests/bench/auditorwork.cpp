// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/auditorwork.h"

#include "tests/support/builders.h"

namespace adit::bench {

namespace {

using test::must;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

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

} // namespace adit::bench
