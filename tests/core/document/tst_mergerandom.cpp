// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/document/mergecases.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <numeric>
#include <random>

using namespace adit;
using namespace adit::test;

// Random work in several copies, merged in random order: the same state everywhere, nothing lost.

class TestMergeRandom : public MergeCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void randomWorkComesTogetherInAnyOrder_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::newRow(qPrintable(s("seed %1").arg(seed))) << seed;
    }
    void randomWorkComesTogetherInAnyOrder()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        std::vector<Case> copies;
        const int count = 2 + static_cast<int>(random() % 3);
        copies.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            copies.push_back(copy(s("copy%1").arg(i)));
        for (int step = 0; step < 60; ++step) {
            CaseDocument &one = *copies[random() % copies.size()];
            CaseDocument &other = *copies[random() % copies.size()];
            if (random() % 12 == 0 && copies.size() < 6) {
                const auto part = static_cast<unsigned>(random());
                const auto sees = [part](const Operation &operation) {
                    return qHashMulti(part, operation.entity.id, operation.field) % 3 != 0;
                };
                copies.push_back(partOf(one, s("part%1").arg(copies.size()), sees, random() % 2));
            } else if (random() % 6 == 0 && &one != &other)
                merge(one, other);
            else
                doSomething(one, random);
        }
        // Everything into one, then that into all others.
        std::vector<std::size_t> order(copies.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::shuffle(order, random);
        for (std::size_t i = 1; i < order.size(); ++i) {
            merge(*copies[order[0]], *copies[order[i]]);
            expectIntact(*copies[order[0]]);
        }
        // Whatever came without its content has it now: who did it holds it.
        QCOMPARE(withheldIn(*copies[order[0]]), 0);
        for (std::size_t i = 1; i < order.size(); ++i) {
            merge(*copies[order[i]], *copies[order[0]]);
            expectSame(*copies[order[0]], *copies[order[i]]);
        }
    }

    /// The case as it stood at any moment can be had again, whatever came in since; unless a merge was taken out again.
    void asItStoodCanBeHadAgain_data() { randomWorkComesTogetherInAnyOrder_data(); }
    void asItStoodCanBeHadAgain()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const std::array<Case, 2> copies{copy(s("one")), copy(s("two"))};
        struct Moment
        {
            QString chains;
            Assessment assessment;
        };
        std::vector<Moment> moments;
        for (int step = 0; step < 60; ++step) {
            CaseDocument &one = *copies[random() % 2];
            if (random() % 6 == 0)
                merge(one, &one == copies[0].get() ? *copies[1] : *copies[0]);
            else
                doSomething(one, random);
            if (&one == copies[0].get() && random() % 3 == 0)
                moments.push_back({must(one.chainEnds()), one.assessment()});
        }
        merge(*copies[0], *copies[1]);
        QVERIFY(moments.size() > 3);
        int found = 0;
        for (const Moment &moment : moments) {
            const auto then = copies[0]->asItStood(moment.chains);
            if (then)
                QVERIFY(*then == moment.assessment);
            else
                QCOMPARE(then.error().code, ErrorCode::JournalBroken);
            found += then ? 1 : 0;
        }
        QVERIFY(found > 0);
        QCOMPARE(copies[0]->asItStood(s("no chains")).error().code, ErrorCode::InvalidValue);
    }

private:
    void doSomething(CaseDocument &document, std::mt19937 &random)
    {
        const QString requirement = s("%1.1.1.%2").arg(random() % 2 + 1).arg(random() % 3 + 1);
        const auto &photos = document.assessment().records(EntityKind::Evidence);
        const auto any = photos.begin();
        switch (random() % 8) {
        case 0:
            if (!document.conflicts().empty()) {
                const Conflict conflict =
                    document.withBase(document.conflicts()[random() % document.conflicts().size()]);
                const auto &version = conflict.versions[random() % conflict.versions.size()];
                must(document.apply(must(takeVersion(document.standard(), conflict, version.name()))));
            }
            return;
        case 1:
            // A merge that was built on stays.
            (void)document.undo();
            return;
        case 2:
            (void)document.redo();
            return;
        case 3:
            photo(document, QByteArray::number(random() % 5));
            return;
        case 4:
        case 5:
            if (any != photos.end()) {
                const EntityRef ref{EntityKind::Evidence, any->first, any->second[field::evidence::label]};
                // One whose adding was undone has nothing to be changed.
                const auto change =
                    random() % 2 ? removal(document, ref) : newTitle(document, ref, s("Title %1").arg(random() % 4));
                if (change)
                    must(document.apply(*change));
            }
            return;
        default:
            find(document, s("Finding %1").arg(random() % 5), requirement);
        }
    }
};

QTEST_GUILESS_MAIN(TestMergeRandom)
#include "tst_mergerandom.moc"
