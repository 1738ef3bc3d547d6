// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/requirementcode.h"

#include <QSet>
#include <QTest>
#include <algorithm>
#include <vector>

using namespace adit;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

RequirementCode code(const char *text)
{
    return *RequirementCode::fromString(s(text));
}

} // namespace

class TestRequirementCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneToFourNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("level"); // -1: no code
        QTest::newRow("principle") << s("4") << int(NodeLevel::Principle);
        QTest::newRow("chapter") << s("1.10") << int(NodeLevel::Chapter);
        QTest::newRow("criterion") << s("1.2.3") << int(NodeLevel::Criterion);
        QTest::newRow("requirement") << s("1.2.3.4") << int(NodeLevel::Requirement);
        QTest::newRow("largest") << s("999.999.999.999") << int(NodeLevel::Requirement);
        for (const char *wrong : {"",          ".",
                                  "1.",        ".1",
                                  "1..2",      "0",
                                  "1.0",       "01.2",
                                  "1.02",      "1000",
                                  "1.2.3.4.5", "-1",
                                  "+1",        "1.-2",
                                  " 1.2",      "1.2 ",
                                  "1. 2",      "1,2",
                                  "a",         "1.a",
                                  "1.2a",      "0x1",
                                  "1e2",       "١.٢",
                                  "１.２",     "1.2.3.99999999999",
                                  "1\n",       "1.2.2.2\t",
                                  "∞"})
            QTest::newRow(qPrintable(s("no code: \"%1\"").arg(s(wrong)))) << s(wrong) << -1;
    }
    void readsOneToFourNumbers()
    {
        QFETCH(QString, text);
        const auto read = RequirementCode::fromString(text);
        QTEST(read ? int(read->level()) : -1, "level");
        if (read)
            QCOMPARE(read->toString(), text);
    }

    void isOrderedAsPeopleCount()
    {
        const QStringList inOrder{s("1"),     s("1.1"),     s("1.1.1"),   s("1.1.1.1"), s("1.1.1.2"), s("1.1.1.10"),
                                  s("1.1.2"), s("1.2"),     s("1.9"),     s("1.10"),    s("1.10.1"),  s("1.11"),
                                  s("2"),     s("2.1.1.1"), s("3.9.9.9"), s("10"),      s("10.1")};
        std::vector<RequirementCode> codes;
        for (const QString &text : inOrder)
            codes.push_back(*RequirementCode::fromString(text));
        QVERIFY(std::ranges::is_sorted(codes));
        for (std::size_t i = 0; i < codes.size(); ++i)
            for (std::size_t k = 0; k < codes.size(); ++k) {
                QCOMPARE(codes[i] < codes[k], i < k);
                QCOMPARE(codes[i] == codes[k], i == k);
            }
    }

    void knowsItsParent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parent");
        QTest::newRow("requirement") << s("1.10.3.4") << s("1.10.3");
        QTest::newRow("criterion") << s("1.10.3") << s("1.10");
        QTest::newRow("chapter") << s("1.10") << s("1");
        QTest::newRow("principle") << s("1") << QString();
    }
    void knowsItsParent()
    {
        QFETCH(QString, text);
        const auto parent = RequirementCode::fromString(text)->parent();
        QTEST(parent ? parent->toString() : QString(), "parent");
        if (parent)
            QVERIFY(*parent == *RequirementCode::fromString(parent->toString()));
    }

    void containsItselfAndWhatIsBelow()
    {
        QVERIFY(code("1.1").contains(code("1.1")));
        QVERIFY(code("1.1").contains(code("1.1.9.9")));
        QVERIFY(code("1").contains(code("1.10")));
        QVERIFY(!code("1.1").contains(code("1.10")));
        QVERIFY(!code("1.1").contains(code("1.11.1.1")));
        QVERIFY(!code("1.1.1").contains(code("1.1")));
        QVERIFY(!code("2").contains(code("1.2")));
    }

    void hashesByAllItsNumbers()
    {
        QSet<RequirementCode> codes;
        for (int i = 1; i <= 20; ++i)
            for (const QString &text : {s("%1"), s("1.%1"), s("1.1.%1"), s("1.1.1.%1")})
                codes.insert(*RequirementCode::fromString(text.arg(i)));
        QCOMPARE(codes.size(), 80);
        QVERIFY(codes.contains(code("1.1.1.20")));
    }
};

QTEST_GUILESS_MAIN(TestRequirementCode)
#include "tst_requirementcode.moc"
