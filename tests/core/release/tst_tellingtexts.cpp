// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/tellingtexts.h"
#include "tests/core/release/releasecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

class TestTellingTexts : public ReleaseCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        edit(rate(view(), s("1.1.1.1"), {.rating = s("full"), .finding = s("The pay books agree.")}));
    }

    /// Role, gender, place and date: three of them tell who it is.
    void sentenceThatTellsWhoIsWarnedOf()
    {
        edit(describe(view(), {{&infoOf(field::details::location), s("Quebrada Honda, Tarapacá")}}));
        find("Wages are paid on time. The nurse in Quebrada Honda said on 12 May 2026 that they are not. All agree.");
        const auto told = tellingTexts(m_case->assessment());
        QCOMPARE(told.size(), std::size_t(1));
        QVERIFY(told[0].kind == TellingText::Kind::Sentence);
        QCOMPARE(told[0].tells, QStringList({s("role"), s("place"), s("date")}));
        QVERIFY2(told[0].words().startsWith(s("The nurse")), qPrintable(told[0].words()));
        QCOMPARE(told[0].text.place(), s("answer/1.1.1.1 finding"));
    }

    /// What was said in an interview is paraphrased, or everybody who was there knows who said it.
    void wordsOfAnInterviewAreWarnedOf()
    {
        const char *said = "they took our badges and told us to wait outside until dark";
        const EntityRef interview = m_case->newEntity(EntityKind::Interview);
        edit(
            addRecord(view(), interview,
                      {{{&infoOf(field::interview::form), s("one-to-one")},
                        {&infoOf(field::interview::held), s("2026-05-05")},
                        {&infoOf(field::interview::summary), s("She said that ") + s(said) + s(". Then she left.")}}}));
        find("A worker said that they took our badges and told us to wait outside until dark.");
        const auto told = tellingTexts(m_case->assessment());
        QCOMPARE(told.size(), std::size_t(1));
        QVERIFY(told[0].kind == TellingText::Kind::Quote);
        QCOMPARE(told[0].interview, interview.code);
        QVERIFY2(told[0].words().contains(s(said)), qPrintable(told[0].words()));
        find("A worker said that badges were taken away and that they had to wait.");
        QVERIFY(tellingTexts(m_case->assessment()).empty());
    }

    /// What is withheld is not read by anybody.
    void withheldWordsAreNotWarnedOf()
    {
        find("The nurse in the village said on 12 May 2026 that they are not.");
        QCOMPARE(tellingTexts(m_case->assessment()).size(), std::size_t(1));
        withhold("The nurse in the village");
        QVERIFY(tellingTexts(m_case->assessment()).empty());
    }

private:
    void find(const char *finding) { edit(rate(view(), s("1.1.1.1"), {.rating = s("full"), .finding = s(finding)})); }
};

QTEST_GUILESS_MAIN(TestTellingTexts)
#include "tst_tellingtexts.moc"
