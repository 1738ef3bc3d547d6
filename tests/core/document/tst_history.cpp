// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/logsheet.h"
#include "tests/support/builders.h"

#include <QTest>
#include <algorithm>

Q_DECLARE_METATYPE(adit::HistoryFilter)

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

void rateAs(CaseDocument &document, const char *requirement, const char *rating, const char *finding = nullptr)
{
    RatingInput input{.rating = s(rating)};
    if (finding)
        input.finding = s(finding);
    must(document.apply(must(rate(document.view(), s(requirement), input))));
}

void addEvidence(CaseDocument &document, const char *label)
{
    const EntityRef evidence{EntityKind::Evidence, document.newId(), s(label)};
    must(document.apply(must(addRecord(document.view(), evidence,
                                       {{{&infoOf(field::evidence::title), s("Paper")},
                                         {&infoOf(field::evidence::state), s("sighted")},
                                         {&infoOf(field::evidence::place), s("Office")}}}))));
}

/// What an edit was about, latest first: "1.1.1.1 1.1.2.1".
QString subjectsOf(const std::vector<HistoryEntry> &entries)
{
    QStringList subjects;
    for (const HistoryEntry &entry : entries)
        subjects.append(entry.subject);
    return subjects.join(QLatin1Char(' '));
}

QString entriesOf(const std::vector<LogEntry> &entries)
{
    QStringList words;
    for (const LogEntry &entry : entries)
        words.append(entry.entity.code + QLatin1Char('/') + entry.field);
    return words.join(QLatin1Char(' '));
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = newCase(*m_folder);
        m_case->surroundings().now = [this] { return m_now; };
        actAs("Ana Flores", "2026-05-04");
        rateAs(*m_case, "1.1.1.1", "full", "Seen");
        rateAs(*m_case, "1.2.1.1", "none");
        actAs("Ben Ortiz", "2026-05-05");
        rateAs(*m_case, "1.2.2.2", "partial");
        addEvidence(*m_case, "E-A01");
        addEvidence(*m_case, "E-A10");
        actAs("Ana Flores", "2026-05-06");
        rateAs(*m_case, "1.1.1.1", "none");
    }

    void filtersAskForWhoWhatAndWhen_data()
    {
        QTest::addColumn<HistoryFilter>("filter");
        QTest::addColumn<QString>("edits");
        QTest::addColumn<QString>("log");
        QTest::newRow("one person, by the whole name")
            << HistoryFilter{.person = s("Ben Ortiz"), .field = s("rating")} << s("1.2.2.2") << s("1.2.2.2/rating");
        QTest::newRow("a part of a name is no name") << HistoryFilter{.person = s("Ben")} << s("") << s("");
        QTest::newRow("a part of a name, asked for as such")
            << HistoryFilter{.personHas = s("Ben"), .thing = s("1")} << s("1.2.2.2") << s("1.2.2.2/rating");
        QTest::newRow("one requirement") << HistoryFilter{.requirement = RequirementCode::fromString(s("1.1.1.1"))}
                                         << s("1.1.1.1 1.1.1.1") << s("1.1.1.1/rating 1.1.1.1/finding 1.1.1.1/rating");
        QTest::newRow("a chapter with all below")
            << HistoryFilter{.thing = s("1.2")} << s("1.2.2.2 1.2.1.1") << s("1.2.2.2/rating 1.2.1.1/rating");
        QTest::newRow("a chapter that is being typed")
            << HistoryFilter{.thing = s("1.2.")} << s("1.2.2.2 1.2.1.1") << s("1.2.2.2/rating 1.2.1.1/rating");
        QTest::newRow("labels that begin so, in any case") << HistoryFilter{.thing = s("e-a"), .field = s("title")}
                                                           << s("E-A10 E-A01") << s("E-A10/title E-A01/title");
        QTest::newRow("a number is a whole one") << HistoryFilter{.thing = s("E-A1")} << s("") << s("");
        QTest::newRow("one field") << HistoryFilter{.field = s("finding")} << s("1.1.1.1") << s("1.1.1.1/finding");
        QTest::newRow("a field of one kind") << HistoryFilter{.field = s("title"), .kind = EntityKind::Evidence}
                                             << s("E-A10 E-A01") << s("E-A10/title E-A01/title");
        QTest::newRow("a field of another kind")
            << HistoryFilter{.field = s("title"), .kind = EntityKind::Nonconformity} << s("") << s("");
        QTest::newRow("from a moment on")
            << HistoryFilter{.thing = s("1"), .since = startOf("2026-05-06")} << s("1.1.1.1") << s("1.1.1.1/rating");
        QTest::newRow("before a moment, which is not among it")
            << HistoryFilter{.thing = s("1"), .since = startOf("2026-05-05"), .before = startOf("2026-05-06")}
            << s("1.2.2.2") << s("1.2.2.2/rating");
        QTest::newRow("what SQL would take for more than a text")
            << HistoryFilter{.person = s("' OR 1=1 --"), .thing = s("%")} << s("") << s("");
    }

    void filtersAskForWhoWhatAndWhen()
    {
        QFETCH(HistoryFilter, filter);
        QFETCH(QString, edits);
        QFETCH(QString, log);
        QCOMPARE(subjectsOf(must(m_case->history(filter, 100))), edits);
        QCOMPARE(entriesOf(must(m_case->log(filter))), log);
    }

    void anEmptyFilterAsksForAll()
    {
        QCOMPARE(int(must(m_case->history({}, 100)).size()), int(must(m_case->history(100)).size()));
        QCOMPARE(int(must(m_case->log({})).size()), int(must(m_case->log({}, {})).size()));
        QCOMPARE(int(must(m_case->history({}, 2)).size()), 2);
    }

    void whatIsUndoneIsSaidOfWhatIsLeftToo()
    {
        must(m_case->undo());
        const auto history = must(m_case->history({.person = s("Ana Flores"), .thing = s("1.1.1.1")}, 100));
        QCOMPARE(int(history.size()), 3);
        QCOMPARE(int(history[0].verb), int(Verb::Undo));
        QVERIFY(!history[0].undone);
        QVERIFY(history[1].undone);
        QVERIFY(!history[2].undone);
    }

    void anEditTellsItsEntriesWithWhatWasBefore()
    {
        const auto edit = must(m_case->history({.requirement = RequirementCode::fromString(s("1.1.1.1"))}, 1)).front();
        const auto entries = must(m_case->entriesOf(edit));
        QCOMPARE(int(entries.size()), 1);
        QCOMPARE(entries.front().before, std::optional(s("full")));
        QCOMPARE(entries.front().after, std::optional(s("none")));
        const auto first = must(m_case->history({.field = s("finding")}, 1)).front();
        QCOMPARE(entriesOf(must(m_case->entriesOf(first))), s("1.1.1.1/rating 1.1.1.1/finding"));
    }

    void scopeNamesPeopleAndFieldsThatOccur()
    {
        const HistoryScope scope = must(m_case->historyScope());
        QVERIFY(scope.people.contains(s("Ana Flores")) && scope.people.contains(s("Ben Ortiz")));
        const auto has = [&](const FieldInfo &field) { return std::ranges::count(scope.fields, &field) == 1; };
        QVERIFY(has(infoOf(field::answer::finding)) && has(infoOf(field::evidence::title)));
        QVERIFY(!has(infoOf(field::answer::notes)));
    }

    void theSheetHasAnOperationARow()
    {
        const Sheet sheet = logSheet(must(m_case->log({.thing = s("1.1.1.1")})));
        QCOMPARE(int(sheet.rows.size()), 3);
        QCOMPARE(sheet.rows.front().cell(static_cast<int>(sheet.header.indexOf(s("before")))).text, s("full"));
        QCOMPARE(sheet.rows.front().cell(static_cast<int>(sheet.header.indexOf(s("record")))).text,
                 s("answer 1.1.1.1"));
    }

private:
    void actAs(const char *person, const char *day)
    {
        m_case->surroundings().actor = s(person);
        m_now = startOf(day);
        m_now.milliseconds += qint64(10) * 60 * 60 * 1000;
    }
    static Instant startOf(const char *day)
    {
        return {dateFromIso(QLatin1String(day))->startOfDay(Qt::UTC).toMSecsSinceEpoch()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    Instant m_now;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
