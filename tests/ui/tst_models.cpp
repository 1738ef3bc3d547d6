// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "ui/models/commandmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/recentcases.h"
#include "ui/models/requirementfilter.h"
#include "ui/models/requirementmodel.h"
#include "ui/models/scoretable.h"
#include "ui/widgets/progressrail.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace adit;
using adit::test::must;

/// Models are adapters: they keep Qt's rules and say what the case says.
class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requirementsMirrorTheStandard();
    void ratingRefreshesTheRowAndWhatIsAbove();
    void notRelevantChapterLeavesTheCounts();
    void filterKeepsWhatIsAboveAFit();
    void filterFindsByNumberAndTitle();
    void keptRequirementStaysAfterItWasRated();
    void historyListsLatestFirst();
    void commandsAreRanked_data();
    void commandsAreRanked();
    void railKeepsSelectionWhenCountsChange();
    void recentCasesAreLatestFirstAndUnique();
    void scoreTableHoldsModelRules();

private:
    void rateAs(const char *code, const char *rating)
    {
        must(m_case->apply(must(rate(m_case->view(), QLatin1String(code), {.rating = QLatin1String(rating)}))));
    }
    static RequirementCode code(const char *text) { return *RequirementCode::fromString(QLatin1String(text)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
};

void TestModels::init()
{
    m_case.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_case = test::newCase(*m_folder);
}

void TestModels::requirementsMirrorTheStandard()
{
    RequirementModel model(*m_case);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int requirements = 0;
    const std::function<void(const QModelIndex &)> count = [&](const QModelIndex &parent) {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            requirements += model.codeAt(index).level() == NodeLevel::Requirement ? 1 : 0;
            count(index);
        }
    };
    count({});
    QCOMPARE(requirements, static_cast<int>(m_case->standard().requirements().size()));
    QCOMPARE(model.indexOf(code("1.2.2.2")).data(RequirementModel::CodeRole).toString(), QStringLiteral("1.2.2.2"));
}

void TestModels::ratingRefreshesTheRowAndWhatIsAbove()
{
    RequirementModel model(*m_case);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    rateAs("1.2.2.2", "substantial");
    QCOMPARE(changes.size(), 4);
    QCOMPARE(model.indexOf(code("1.2.2.2")).data(RequirementModel::GlyphRole).toInt(),
             static_cast<int>(Glyph::ThreeQuarters));
    QCOMPARE(model.indexOf(code("1.2")).data(RequirementModel::RatedRole).toInt(), 1);
    QCOMPARE(model.indexOf(code("1")).data(RequirementModel::RatedRole).toInt(), 1);
}

void TestModels::notRelevantChapterLeavesTheCounts()
{
    RequirementModel model(*m_case);
    must(
        m_case->apply(must(setRelevance(m_case->view(), QStringLiteral("4.8"), false, QStringLiteral("No mercury.")))));
    QCOMPARE(model.indexOf(code("4.8")).data(RequirementModel::RelevantRole).toInt(), 0);
    QCOMPARE(model.indexOf(code("4.8.1.1")).data(RequirementModel::GlyphRole).toInt(), static_cast<int>(Glyph::Dash));
}

void TestModels::filterKeepsWhatIsAboveAFit()
{
    RequirementModel model(*m_case);
    RequirementFilter filter(model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setConditions({.critical = true});
    const QModelIndex shown = filter.mapFromSource(model.indexOf(code("1.2.2.2")));
    QVERIFY(shown.isValid());
    QVERIFY(shown.parent().parent().parent().isValid());
    QVERIFY(!filter.mapFromSource(model.indexOf(code("1.2.2.3"))).isValid());
}

void TestModels::filterFindsByNumberAndTitle()
{
    RequirementModel model(*m_case);
    RequirementFilter filter(model);
    filter.setConditions({.text = QStringLiteral("2.6.2")});
    QVERIFY(filter.fits(code("2.6.2.1")));
    QVERIFY(!filter.fits(code("2.6.1.1")));
    filter.setConditions({.text = QStringLiteral("mercury")});
    QVERIFY(filter.fits(code("4.8.1.1")));
    QVERIFY(!filter.fits(code("1.1.1.1")));
}

void TestModels::keptRequirementStaysAfterItWasRated()
{
    RequirementModel model(*m_case);
    RequirementFilter filter(model);
    filter.setConditions({.unrated = true});
    filter.setKept(code("1.1.1.1"));
    rateAs("1.1.1.1", "full");
    QVERIFY(filter.mapFromSource(model.indexOf(code("1.1.1.1"))).isValid());
    filter.setKept(code("1.1.2.1"));
    QVERIFY(!filter.mapFromSource(model.indexOf(code("1.1.1.1"))).isValid());
}

void TestModels::historyListsLatestFirst()
{
    HistoryModel model(*m_case);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rateAs("1.1.1.1", "full");
    rateAs("1.1.2.1", "partial");
    QVERIFY(model.refresh());
    QCOMPARE(model.index(0, HistoryModel::What).data().toString(), QStringLiteral("Rate 1.1.2.1"));
    must(m_case->undo());
    QVERIFY(model.refresh());
    bool undone = false;
    for (int row = 0; row < model.rowCount(); ++row)
        undone |= model.entry(row).subject == QLatin1String("1.1.2.1") && model.entry(row).undone;
    QVERIFY(undone);
}

void TestModels::commandsAreRanked_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("first");
    QTest::newRow("exact number before longer ones") << "1.2"
                                                     << "Engagement";
    QTest::newRow("beginning of the text") << "wat"
                                           << "Water";
    QTest::newRow("beginning of a word before the middle of one") << "and"
                                                                  << "Noise and vibration";
    QTest::newRow("case does not matter") << "SCORE"
                                          << "Scoreboard";
}

void TestModels::commandsAreRanked()
{
    QFETCH(QString, search);
    QFETCH(QString, first);
    CommandModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto command = [](const char *number, const char *text) {
        return Command{QString::fromLatin1(text), {}, {}, std::nullopt, QString::fromLatin1(number), {}};
    };
    model.setCommands({command("", "Scoreboard"), command("1.2.1", "Planning"), command("1.2", "Engagement"),
                       command("3.1", "Land use"), command("4.4", "Noise and vibration"), command("4.2", "Water"),
                       command("4.9", "Use of water")});
    model.search(search);
    QCOMPARE(model.index(0).data().toString(), first);
    model.search(QStringLiteral("nothing like it"));
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::railKeepsSelectionWhenCountsChange()
{
    ProgressRail rail;
    const QAbstractItemModelTester tester(rail.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto rows = [](const char *count) {
        return std::vector<RailRow>{
            {{}, QStringLiteral("Work"), {}, {}, std::nullopt, {}},
            {QStringLiteral("assess"), QStringLiteral("Assess"), QLatin1String(count), {}, std::nullopt, {}}};
    };
    rail.rows()->setRows(rows("3"));
    rail.setCurrentId(QStringLiteral("assess"));
    rail.rows()->setRows(rows("2"));
    QCOMPARE(rail.currentId(), QStringLiteral("assess"));
    QVERIFY(!(rail.rows()->flags(rail.rows()->index(0)) & Qt::ItemIsSelectable));
}

void TestModels::recentCasesAreLatestFirstAndUnique()
{
    QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    RecentCases recents(settings);
    const auto recent = [](const char *path) {
        RecentCase made;
        made.path = QLatin1String(path);
        return made;
    };
    for (const char *path : {"a.adit", "b.adit", "a.adit"})
        recents.note(recent(path));
    QCOMPARE(recents.list().size(), std::size_t(2));
    QCOMPARE(recents.list().front().path, QStringLiteral("a.adit"));
    recents.forget(QStringLiteral("a.adit"));
    QCOMPARE(recents.list().front().path, QStringLiteral("b.adit"));
    RecentModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCases(recents.list());
    QCOMPARE(model.index(0, RecentModel::Case).data().toString(), QStringLiteral("b"));
}

void TestModels::scoreTableHoldsModelRules()
{
    ScoreTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ScoreLine line;
    line.number = QStringLiteral("1");
    line.unrated = 4;
    table.setLines({line});
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(table.index(0, 2).data().toString(), QStringLiteral("–"));
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
