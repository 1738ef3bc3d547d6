// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/nameguard.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <thread>

using namespace adit;

// The name guard (report.md, "Redaction"): full name, phone number, e-mail address and two parts of a name within six
// words block; one part alone can be dismissed; common words rank lower and are never dropped.

namespace {

using Severity = GuardFinding::Severity;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ProtectedPerson named(const QString &name)
{
    return {QStringLiteral("P-A07"), name, {}, {}, {}};
}

std::vector<GuardFinding> found(const ProtectedPerson &person, const QString &text, const GuardWords &words = {})
{
    return NameGuard({person}, words).search({{QStringLiteral("1.1.1.1 finding"), text}});
}

QString at(const GuardFinding &finding, const QString &text)
{
    return text.mid(finding.from, finding.length);
}

QString listed(const std::vector<GuardFinding> &findings, const QString &text)
{
    QStringList lines;
    for (const GuardFinding &finding : findings)
        lines.append(QStringLiteral("%1 %2 \"%3\"%4")
                         .arg(finding.severity == Severity::Block ? QStringLiteral("B") : QStringLiteral("D"),
                              finding.part, at(finding, text),
                              finding.isCommonWord ? QStringLiteral(" common") : QString()));
    return lines.join(QStringLiteral(", "));
}

/// A typed name, a text, and what of it must be found: B blocks, D can be dismissed.
struct Variant
{
    const char *typed;
    const char *text;
    char severity;
    const char *match;
};

const Variant variants[] = {
#include "tests/core/guard/variants.inc"
};

struct Harmless
{
    const char *typed;
    const char *text;
};

const Harmless harmless[] = {
#include "tests/core/guard/harmless.inc"
};

} // namespace

class TestNameGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVariantIsFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("blocks");
        QTest::addColumn<QString>("match");
        int row = 0;
        for (const Variant &variant : variants)
            QTest::addRow("%d %s | %s", ++row, variant.typed, variant.text)
                << s(variant.typed) << s(variant.text) << (variant.severity == 'B') << s(variant.match);
        QVERIFY(row >= 120);
    }
    void everyVariantIsFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, blocks);
        QFETCH(QString, match);
        const auto findings = found(named(typed), text);
        const Severity wanted = blocks ? Severity::Block : Severity::Dismissible;
        const bool isThere = std::any_of(findings.begin(), findings.end(), [&](const GuardFinding &finding) {
            return finding.severity == wanted && at(finding, text) == match;
        });
        QVERIFY2(isThere, qPrintable(QStringLiteral("found: ") + listed(findings, text)));
    }

    void otherWordsAreLeftAlone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        int row = 0;
        for (const Harmless &each : harmless)
            QTest::addRow("%d %s | %s", ++row, each.typed, each.text) << s(each.typed) << s(each.text);
        QVERIFY(row >= 60);
    }
    void otherWordsAreLeftAlone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QCOMPARE(listed(found(named(typed), text), text), QString());
    }

    void twoPartsWithinSixWordsBlockAndFartherApartDoNot()
    {
        const QString near = s("Jane one two three four five Okello");
        QCOMPARE(listed(found(named(s("Jane Okello")), near), near),
                 s("B name \"Jane one two three four five Okello\""));
        const QString far = s("Jane one two three four five six Okello");
        QCOMPARE(listed(found(named(s("Jane Okello")), far), far), s("D given \"Jane\", D family \"Okello\""));
    }

    void thePartsOfTwoPeopleDoNotBlock()
    {
        const NameGuard guard({{s("P-A01"), s("Jane Dube"), {}, {}, {}}, {s("P-A02"), s("Peter Okello"), {}, {}, {}}});
        const auto findings = guard.search({{s("here"), s("Jane saw Okello")}});
        QCOMPARE(findings.size(), std::size_t(2));
        for (const GuardFinding &finding : findings)
            QCOMPARE(finding.severity, Severity::Dismissible);
        QCOMPARE(findings[0].person, s("P-A01"));
        QCOMPARE(findings[1].person, s("P-A02"));
    }

    void everyPersonOfANameIsSaid()
    {
        const NameGuard guard(
            {{s("P-A01"), s("Jane Okello"), {}, {}, {}}, {s("P-A02"), s("Peter Okello"), {}, {}, {}}});
        QCOMPARE(guard.search({{s("here"), s("Okello")}}).size(), std::size_t(2));
    }

    void commonWordsAndPlacesRankLastAndAreNotDropped()
    {
        const QString text = s("It may rain at Kisumu, said Okello");
        const GuardWords words{{s("Kisumu")}, {}};
        const NameGuard guard({{s("P-A01"), s("May Kisumu"), {}, {}, {}}, {s("P-A02"), s("Rita Okello"), {}, {}, {}}},
                              words);
        QCOMPARE(listed(guard.search({{s("here"), text}}), text),
                 s("B name \"may rain at Kisumu\" common, D family \"Okello\""));
        const QString apart = s("It may rain, and it will be wet tomorrow; at Kisumu, said Okello");
        QCOMPARE(listed(guard.search({{s("here"), apart}}), apart),
                 s("D family \"Okello\", D given \"may\" common, D family \"Kisumu\" common"));
    }

    void twoCommonWordsApartInLowerCaseCanBeDismissed()
    {
        const ProtectedPerson person = named(s("Grace Hope"));
        const QString chance = s("a period of grace and some hope");
        for (const GuardFinding &finding : found(person, chance))
            QVERIFY(finding.severity == Severity::Dismissible && finding.isCommonWord);
        QCOMPARE(found(person, chance).size(), std::size_t(2));
        QCOMPARE(found(person, s("Grace and Hope")).front().severity, Severity::Block);
        QCOMPARE(found(person, s("grace hope")).front().severity, Severity::Block);
    }

    void endingsAndOtherSpellingsAreSaid()
    {
        const auto inflected = found(named(s("Jane Okello")), s("Okellonun"));
        QVERIFY(inflected.front().isInflected && !inflected.front().isRespelled);
        const auto respelled = found(named(s("Anna Müller")), s("Mullerr"));
        QVERIFY(respelled.front().isRespelled);
        QVERIFY(!found(named(s("Jane Okello")), s("Okello")).front().isRespelled);
    }

    void contactsAreFoundHoweverWritten_data()
    {
        QTest::addColumn<QString>("contacts");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *contacts, const char *text, const char *expected) {
            QTest::addRow("%s | %s", contacts, text) << s(contacts) << s(text) << s(expected);
        };
        row("+254 712 345 678", "call 0712345678 now", "B phone \"712345678\"");
        row("+254 712 345 678", "+254712345678", "B phone \"254712345678\"");
        row("+254 712 345 678", "(0712) 345-678", "B phone \"712) 345-678\"");
        row("+254 712 345 678", "0712.345.678", "B phone \"712.345.678\"");
        row("+254 712 345 678", "07 12 34 56 78", "B phone \"7 12 34 56 78\"");
        row("+254 712 345 678", "00254/712/345678", "B phone \"254/712/345678\"");
        row("+254 712 345 678", "2345678", "B phone \"2345678\"");
        row("+254 712 345 678", "0712\u00A0345\u2011678", "B phone \"712\u00A0345\u2011678\"");
        row("+254 712 345 678", "٠٧١٢٣٤٥٦٧٨", "B phone \"٧١٢٣٤٥٦٧٨\"");
        row("+254 712 345 678", "０７１２３４５６７８", "B phone \"７１２３４５６７８\"");
        row("+254 712 345 678", "0712-\n345678", "B phone \"712-\n345678\"");
        row("+254 712 345 678", "tel:0712345678x", "B phone \"712345678\"");
        row("tel. 0712345678, 0733 999 111", "0733999111", "B phone \"733999111\"");
        row("٠٧١٢٣٤٥٦٧٨", "0712 345 678", "B phone \"712 345 678\"");
        row("ext. 45127", "extension 45127", "D phone \"45127\"");
        row("+254 712 345 678", "sample 23456789 and 712345", "");
        row("+254 712 345 678", "in 2019, 345,678 tonnes", "");
        row("jane.okello@host.org", "write to Jane.Okello@host.org", "B e-mail \"Jane.Okello@host.org\"");
        row("jane.okello@host.org", "jane.okello (at) host dot org", "B e-mail \"jane.okello (at) host dot org\"");
        row("jane.okello@host.org", "jane okello [at] host [dot] org", "B e-mail \"jane okello [at] host [dot] org\"");
        row("jane.okello@host.org", "jane.okello\uFF20host.org", "B e-mail \"jane.okello\uFF20host.org\"");
        row("jane.okello@host.org", "jane.okello arroba host punto org",
            "B e-mail \"jane.okello arroba host punto org\"");
        row("jane.okello@host.org", "mailto:jane.okello@host.org?subject=x", "B e-mail \"jane.okello@host.org\"");
        row("jane.okello@host.org", "jane.okello@\nhost.org", "B e-mail \"jane.okello@\nhost.org\"");
        row("jane.okello@host.org", "jane.okello elsewhere", "D handle \"jane.okello\"");
        row("jane.okello@host.org", "info@host.org", "");
        row("Telegram: mamaj77; 0712345678", "see mamaj77", "B handle \"mamaj77\"");
        row("@janeok", "as @janeok wrote", "B handle \"janeok\"");
        row("@jo", "as jo and @jo wrote", "B handle \"jo\"");
        row("facebook.com/jane.okello.9", "facebook.com/jane.okello.9", "B handle \"jane.okello.9\"");
    }
    void contactsAreFoundHoweverWritten()
    {
        QFETCH(QString, contacts);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const ProtectedPerson person{s("P-A07"), {}, contacts, {}, {}};
        QCOMPARE(listed(found(person, text), text), expected);
    }

    void organisationsAreFoundAsAWhole()
    {
        const ProtectedPerson person{s("P-A07"), {}, {}, s("Kapenguria Mine Workers Union Ltd."), {}};
        const auto said = [&](const char *text) { return listed(found(person, s(text)), s(text)); };
        QCOMPARE(said("the Kapenguria Mine Workers Union, and"), s("D organisation \"Kapenguria Mine Workers Union\""));
        QCOMPARE(said("KAPENGURIA MINE\nWORKERS UNION"), s("D organisation \"KAPENGURIA MINE\nWORKERS UNION\""));
        QCOMPARE(said("mine workers joined a union at Kapenguria"), QString());
    }

    void nicknamesGivenAreFound()
    {
        ProtectedPerson person = named(s("Jane Okello"));
        person.nicknames = {s("Simba"), s("la Flaca")};
        QCOMPARE(listed(found(person, s("they call her Simba")), s("they call her Simba")), s("D nickname \"Simba\""));
        QCOMPARE(listed(found(person, s("la flaca")), s("la flaca")), s("D nickname \"la flaca\""));
        QCOMPARE(found(person, s("Simba Okello")).front().severity, Severity::Block);
    }

    void placesAreThoseOfTheTextsGiven()
    {
        const NameGuard guard({named(s("Jane Okello"))});
        const auto findings = guard.search({{s("a"), s("nobody")}, {s("b"), s("Okello")}, {s("c"), s("Jane Okello")}});
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].place, s("c"));
        QCOMPARE(findings[0].text, std::size_t(2));
        QCOMPARE(findings[1].place, s("b"));
        QCOMPARE(findings[1].text, std::size_t(1));
    }

    void bytesAreReadInEveryEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length");
        const QString text = s("é José Pérez");
        const auto wide = [&](bool isBig) {
            QByteArray bytes;
            for (const QChar c : text)
                for (const int shift : isBig ? std::array{8, 0} : std::array{0, 8})
                    bytes += static_cast<char>(c.unicode() >> shift);
            return bytes;
        };
        QTest::newRow("UTF-8") << text.toUtf8() << 3 << 12;
        QTest::newRow("Latin-1") << text.toLatin1() << 2 << 10;
        QTest::newRow("UTF-16, big-endian") << wide(true) << 4 << 20;
        QTest::newRow("UTF-16, little-endian") << wide(false) << 4 << 20;
        QTest::newRow("at an odd offset") << QByteArray("(") + wide(true) << 5 << 20;
        QTest::newRow("after bytes that are none") << QByteArray("\xFF\xC3\x28\x80") + text.toUtf8() << 7 << 12;
        QTest::newRow("after four-byte characters") << s("\U0001F600 José Pérez").toUtf8() << 5 << 12;
    }
    void bytesAreReadInEveryEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, from);
        QFETCH(int, length);
        const auto findings = NameGuard({named(s("José Pérez"))}).searchBytes(s("report.pdf"), bytes);
        QVERIFY(std::any_of(findings.begin(), findings.end(), [&](const GuardFinding &finding) {
            return finding.severity == Severity::Block && finding.from == from && finding.length == length;
        }));
    }

    void oneGuardServesSeveralThreads()
    {
        const NameGuard guard({named(s("王小明 / Wang Xiaoming")), named(s("राम शर्मा")), named(s("محمد حسن"))});
        const std::vector<GuardedText> texts{{s("a"), s("王小明 राम शर्मा Wang Xiaoming محمد حسن Mohammed 小明")}};
        const auto expected = guard.search(texts);
        QVERIFY(expected.size() >= 5);
        std::vector<std::vector<GuardFinding>> results(4);
        std::vector<std::thread> threads;
        threads.reserve(results.size());
        for (auto &result : results)
            threads.emplace_back([&] { result = guard.search(texts); });
        for (std::thread &thread : threads)
            thread.join();
        for (const auto &result : results)
            QVERIFY(result == expected);
    }

    void whoseNameIsTooShortToBeSearchedIsSaid()
    {
        const NameGuard guard({{s("P-A01"), s("Bo"), {}, {}, {}},
                               {s("P-A02"), s("Bo Li"), {}, {}, {}},
                               {s("P-A03"), s("Bo Anders"), {}, {}, {}},
                               {s("P-A04"), {}, s("0712345678"), {}, {}},
                               {s("P-A05"), s("王"), {}, {}, {}},
                               {s("P-A06"), s("王明"), {}, {}, {}}});
        QCOMPARE(guard.peopleNotSearched(), QStringList({s("P-A01"), s("P-A02"), s("P-A05")}));
    }

    void nobodyAndNothingAreFine()
    {
        QVERIFY(NameGuard({}).search({{s("a"), s("Jane Okello")}}).empty());
        const NameGuard guard({named({}), named(s("  ")), named(s("-")), named(s("\"\"")), named(s("J."))});
        QVERIFY(guard.search({{s("a"), {}}, {s("b"), s("J. - \"\" ,")}}).empty());
        QVERIFY(guard.searchBytes(s("f"), {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestNameGuard)
#include "tst_nameguard.moc"
