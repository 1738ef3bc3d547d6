// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pagination.h"

#include <QTest>
#include <random>

using namespace adit::pdf;

namespace {

/// Text of a few to many lines, headings kept with it, now and then a table with a head and a forced page.
std::vector<Box> randomFlow(std::mt19937 &random)
{
    const auto upTo = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    std::vector<Box> boxes;
    for (int i = 0; i < 60; ++i) {
        if (upTo(9) == 0)
            boxes.push_back({.height = 28, .spaceBefore = 14, .keepWithNext = true, .breakBefore = upTo(3) == 0});
        const int lines = 1 + upTo(upTo(8) == 0 ? 150 : 20);
        boxes.push_back(
            {.height = 14.0 * lines, .spaceBefore = 7, .cuts = cutsBetween({{.lines = lines}}), .continued = 10.5});
        if (upTo(9) != 0)
            continue;
        const int head = static_cast<int>(boxes.size());
        boxes.push_back({.height = 20, .spaceBefore = 14, .keepWithNext = true});
        for (int row = upTo(80); row >= 0; --row) {
            const int rowLines = 1 + upTo(5);
            boxes.push_back({.height = 11.5 * rowLines,
                             .cuts = cutsBetween({{.lines = rowLines, .leading = 11.5}}),
                             .wholeIfPossible = true,
                             .head = head});
        }
    }
    return boxes;
}

double contentHeight(const Placement &placement, const Box &box)
{
    return placement.to - placement.from + (placement.from > 0 ? box.continued : 0);
}

} // namespace

class TestPdfPagination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomFlows_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 200; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    /// What holds for every flow, whatever the heights.
    void randomFlows()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const std::vector<Box> boxes = randomFlow(random);
        const PageRules rules{.first = {.top = 42, .bottom = 784}};
        const Pagination pages = paginate(boxes, rules);
        QVERIFY(pages.overflowing.empty());
        everythingOnceAndInOrder(boxes, pages);
        nothingOutsideItsFrame(boxes, pages, rules);
        headingsStandWithText(boxes, pages);
        headsRepeat(boxes, pages);
        cutsOnlyWhereAllowed(boxes, pages);
        pagesWellFilled(boxes, pages, rules);
        QCOMPARE(paginate(boxes, rules).placements.size(), pages.placements.size());
    }

    void aBoxTallerThanAPageIsCutOverSeveral()
    {
        const std::vector<Box> boxes{{.height = 14 * 200, .cuts = cutsBetween({{.lines = 200}}), .continued = 14}};
        const Pagination pages = paginate(boxes, {});
        QCOMPARE(pages.pages, 4);
        QCOMPARE(pages.placements.back().to, 14.0 * 200);
        QVERIFY(pages.overflowing.empty());
    }

    void aBoxThatCannotBeCutIsReported()
    {
        const Pagination pages = paginate({{.height = 100}, {.height = 2000}, {.height = 10}}, {});
        QCOMPARE(pages.overflowing, std::vector<int>{1});
        QCOMPARE(pages.pages, 3);
    }

    void aBoxThatNearlyFitsMovesWhole()
    {
        const std::vector<Box> boxes{{.height = 674}, {.height = 84, .cuts = cutsBetween({{.lines = 6}})}};
        const Pagination pages = paginate(boxes, {}); // 40 pt left: room for two lines of six
        QCOMPARE(pages.placements.at(1).page, 1);
        QCOMPARE(pages.placements.at(1).from, 0.0);
        const Pagination roomier = paginate({{.height = 660}, boxes[1]}, {});
        QCOMPARE(roomier.placements.at(1).page, 0);
        QCOMPARE(roomier.placements.at(1).to, 42.0);
    }

    void forcedBreaksAndSpaceAtTheTop()
    {
        const Pagination pages = paginate({{.height = 10, .spaceBefore = 14, .breakBefore = true},
                                           {.height = 10, .spaceBefore = 14, .breakBefore = true},
                                           {.height = 10, .spaceBefore = 14}},
                                          {.first = {.top = 42, .bottom = 784}});
        QCOMPARE(pages.pages, 2);
        QCOMPARE(pages.placements.at(0).y, 42.0);
        QCOMPARE(pages.placements.at(1).y, 70.0);
        QCOMPARE(pages.placements.at(2).y, 94.0);
    }

    void cutsNeedThreeLinesOfEveryColumn_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("cuts");
        QTest::newRow("one") << 1 << 0;
        QTest::newRow("five") << 5 << 0;
        QTest::newRow("six") << 6 << 1;
        QTest::newRow("ten") << 10 << 5;
    }
    void cutsNeedThreeLinesOfEveryColumn()
    {
        QFETCH(int, lines);
        QFETCH(int, cuts);
        QCOMPARE(static_cast<int>(cutsBetween({{.lines = lines}}).size()), cuts);
    }

    void columnsOfDifferentLeadingAreCutBetweenLinesOfAll()
    {
        // A label of five small lines beside twelve lines of text under a heading.
        const Column label{.top = 0, .lines = 1, .leading = 52};
        const Column text{.top = 20, .lines = 12, .leading = 14};
        const std::vector<double> cuts = cutsBetween({label, text});
        QCOMPARE(cuts, (std::vector<double>{62, 76, 90, 104, 118, 132, 146}));
        QCOMPARE(linesWithin(text, 0, 76).to, 4);
        QCOMPARE(linesWithin(text, 76, 188).from, 4);
        QCOMPARE(linesWithin(text, 76, 188).to, 12);
        QCOMPARE(linesWithin(label, 76, 188).from, 1);
    }

private:
    static void everythingOnceAndInOrder(const std::vector<Box> &boxes, const Pagination &pages)
    {
        int box = 0;
        double done = 0;
        for (const Placement &placement : pages.placements) {
            if (placement.repeated)
                continue;
            QCOMPARE(placement.box, box);
            QCOMPARE(placement.from, done);
            QVERIFY(placement.to > placement.from);
            const bool complete = placement.to == boxes[static_cast<std::size_t>(box)].height;
            done = complete ? 0 : placement.to;
            box += complete ? 1 : 0;
        }
        QCOMPARE(box, static_cast<int>(boxes.size()));
    }

    static void nothingOutsideItsFrame(const std::vector<Box> &boxes, const Pagination &pages, const PageRules &rules)
    {
        int page = 0;
        double y = rules.first.top;
        for (const Placement &placement : pages.placements) {
            const Frame &frame = placement.page == 0 ? rules.first : rules.rest;
            if (placement.page != page)
                y = frame.top;
            QVERIFY(placement.page == page || placement.page == page + 1);
            QVERIFY(placement.y >= y - 1e-6);
            page = placement.page;
            y = placement.y + contentHeight(placement, boxes[static_cast<std::size_t>(placement.box)]);
            QVERIFY(y <= frame.bottom + 1e-6);
        }
        QCOMPARE(pages.pages, page + 1);
    }

    static void headingsStandWithText(const std::vector<Box> &boxes, const Pagination &pages)
    {
        for (std::size_t i = 0; i + 1 < pages.placements.size(); ++i) {
            const Placement &placement = pages.placements[i];
            const auto box = static_cast<std::size_t>(placement.box);
            if (placement.repeated || !boxes[box].keepWithNext || boxes[box + 1].breakBefore)
                continue;
            const Placement &next = pages.placements[i + 1];
            QCOMPARE(next.page, placement.page);
            QVERIFY(next.to - next.from >= std::min(boxes[box + 1].height, 33.0));
        }
    }

    static void headsRepeat(const std::vector<Box> &boxes, const Pagination &pages)
    {
        for (std::size_t i = 1; i < pages.placements.size(); ++i) {
            const Placement &placement = pages.placements[i];
            const int head = boxes[static_cast<std::size_t>(placement.box)].head;
            if (placement.repeated || pages.placements[i - 1].page == placement.page)
                continue;
            QVERIFY(head < 0); // a row never opens a page without its head
        }
        for (std::size_t i = 0; i < pages.placements.size(); ++i) {
            if (!pages.placements[i].repeated)
                continue;
            QVERIFY(i > 0 && pages.placements[i - 1].page + 1 == pages.placements[i].page);
            QCOMPARE(boxes[static_cast<std::size_t>(pages.placements[i + 1].box)].head, pages.placements[i].box);
        }
    }

    static void cutsOnlyWhereAllowed(const std::vector<Box> &boxes, const Pagination &pages)
    {
        for (const Placement &placement : pages.placements) {
            const Box &box = boxes[static_cast<std::size_t>(placement.box)];
            for (const double edge : {placement.from, placement.to})
                QVERIFY(edge == 0 || edge == box.height ||
                        std::find(box.cuts.begin(), box.cuts.end(), edge) != box.cuts.end());
        }
    }

    /// No page that is neither the last nor before a forced break ends under 60 % full.
    static void pagesWellFilled(const std::vector<Box> &boxes, const Pagination &pages, const PageRules &rules)
    {
        for (std::size_t i = 0; i + 1 < pages.placements.size(); ++i) {
            const Placement &placement = pages.placements[i];
            const Placement &next = pages.placements[i + 1];
            if (next.page == placement.page || boxes[static_cast<std::size_t>(next.box)].breakBefore)
                continue;
            const Frame &frame = placement.page == 0 ? rules.first : rules.rest;
            const double end = placement.y + contentHeight(placement, boxes[static_cast<std::size_t>(placement.box)]);
            QVERIFY((end - frame.top) / frame.height() >= rules.minFilled);
        }
    }
};

QTEST_GUILESS_MAIN(TestPdfPagination)
#include "tst_pdfpagination.moc"
