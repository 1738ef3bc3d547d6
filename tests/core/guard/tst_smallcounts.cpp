// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/smallcounts.h"

#include <QTest>
#include <map>
#include <set>

using namespace adit;

// Counts of groups (report.md, "Redaction"): 1 to 4 are withheld, nought is shown, and nobody can compute what was
// withheld from the rest and the total, not even who knows the rules by which it was.

namespace {

constexpr int withheld = -1;

std::vector<int> cellsOf(const PublishedCounts &published)
{
    std::vector<int> cells;
    for (const auto &cell : published.cells)
        cells.push_back(cell.value_or(withheld));
    return cells;
}

/// What is printed, as something to sort by.
auto printedOf(const PublishedCounts &published)
{
    const CountRange total = published.total.value_or(CountRange{withheld, withheld});
    return std::tuple(cellsOf(published), published.isEachFew, total.least, total.most);
}

using Printed = decltype(printedOf(PublishedCounts()));

/// All counts of so many groups up to a limit, by what is printed of them: the values that each cell may have.
void everyPrintLeavesADoubt(std::size_t groups, int limit, bool isTotalPrinted)
{
    std::map<Printed, std::vector<std::set<int>>> values;
    std::vector<int> counts(groups, 0);
    for (;;) {
        auto &possible = values[printedOf(publishedCounts(counts, isTotalPrinted))];
        possible.resize(groups);
        for (std::size_t i = 0; i < groups; ++i)
            possible[i].insert(counts[i]);
        std::size_t at = 0;
        while (at < groups && counts[at] == limit)
            counts[at++] = 0;
        if (at == groups)
            break;
        ++counts[at];
    }
    for (const auto &[printed, possible] : values)
        for (std::size_t i = 0; i < groups; ++i)
            QVERIFY(std::get<0>(printed)[i] != withheld || possible[i].size() >= 2);
}

} // namespace

class TestSmallCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreWithheldAsFarAsNeeded_data()
    {
        QTest::addColumn<std::vector<int>>("counts");
        QTest::addColumn<bool>("isTotalPrinted");
        QTest::addColumn<std::vector<int>>("cells");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const auto row = [](const char *name, const std::vector<int> &counts, bool isTotalPrinted,
                            const std::vector<int> &cells, int least,
                            int most) { QTest::newRow(name) << counts << isTotalPrinted << cells << least << most; };
        const int w = withheld;
        row("nothing small", {5, 12, 0}, true, {5, 12, 0}, 17, 17);
        row("nought is shown", {0, 0}, true, {0, 0}, 0, 0);
        row("no total", {3, 12, 0}, false, {w, 12, 0}, w, w);
        row("one small: the smallest other too", {3, 12, 7, 0}, true, {w, 12, w, 0}, 22, 22);
        row("two small", {3, 2, 7, 0}, true, {w, w, 7, 0}, 12, 12);
        row("two small that must be 1", {1, 1, 7}, true, {w, w, w}, 9, 9);
        row("two small that must be 4", {4, 4, 7, 9}, true, {w, w, w, 9}, 24, 24);
        row("nothing else to withhold", {3, 0, 0}, true, {w, 0, 0}, 1, 4);
        row("two that are equal", {3, 7, 7}, true, {w, 7, 7}, 15, 18);
        row("two that are equal, and one smaller", {7, 3, 7, 6}, true, {7, w, 7, w}, 23, 23);
        row("no groups", {}, true, {}, 0, 0);
    }
    void countsAreWithheldAsFarAsNeeded()
    {
        QFETCH(std::vector<int>, counts);
        QFETCH(bool, isTotalPrinted);
        QFETCH(std::vector<int>, cells);
        QFETCH(int, least);
        QFETCH(int, most);
        const PublishedCounts published = publishedCounts(counts, isTotalPrinted);
        QCOMPARE(cellsOf(published), cells);
        const CountRange none{withheld, withheld};
        QCOMPARE(published.total.value_or(none).least, least);
        QCOMPARE(published.total.value_or(none).most, most);
    }

    void fewerThanFiveIsSaidWhereItIsTrueOfEach()
    {
        QVERIFY(publishedCounts({3, 2, 7}, true).isEachFew);
        QVERIFY(publishedCounts({3, 7, 7}, true).isEachFew);
        QVERIFY(!publishedCounts({3, 7, 9}, true).isEachFew);
    }

    void nobodyWhoKnowsTheRulesComputesAWithheldCell()
    {
        for (const bool isTotalPrinted : {true, false}) {
            everyPrintLeavesADoubt(1, 30, isTotalPrinted);
            everyPrintLeavesADoubt(2, 20, isTotalPrinted);
            everyPrintLeavesADoubt(3, 14, isTotalPrinted);
            everyPrintLeavesADoubt(4, 9, isTotalPrinted);
        }
    }
};

QTEST_GUILESS_MAIN(TestSmallCounts)
#include "tst_smallcounts.moc"
