// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdflint.h"
#include "tests/core/pdf/samplereport.h"

#include <QTest>

using namespace adit;
using namespace adit::pdf;

namespace {

/// The first occurrence in the whole file is changed, in a dictionary or in a decoded stream.
sample::Change replaceFirst(const QByteArray &before, const QByteArray &after)
{
    return [before, after, done = false](QByteArray &dictionary, QByteArray &stream) mutable {
        for (QByteArray *bytes : {&dictionary, &stream}) {
            const qsizetype at = done ? -1 : bytes->indexOf(before);
            if (at < 0)
                continue;
            bytes->replace(at, before.size(), after);
            done = true;
        }
    };
}

QStringList rulesOf(const std::vector<LintProblem> &problems)
{
    QStringList out;
    for (const LintProblem &problem : problems)
        out << problem.rule;
    return out;
}

} // namespace

class TestPdfLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto typesetter = Typesetter::create();
        QVERIFY(typesetter);
        m_report = sample::report(**typesetter);
    }

    void aRebuiltFileIsClean()
    {
        QCOMPARE(rulesOf(lint(sample::changed(m_report, [](QByteArray &, QByteArray &) {}))), QStringList());
    }

    void everyFaultIsFound_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto fault = [](const char *rule, const char *before, const char *after) {
            QTest::newRow(rule) << QByteArray(before) << QByteArray(after);
        };
        fault("no-title", "/Title <FEFF004300650072", "/Titel <FEFF004300650072");
        fault("title-not-shown", "/DisplayDocTitle true", "/DisplayDocTitle false");
        fault("title-differs", "</dc:title>", "</dc:titel>");
        fault("no-language", "/Lang (en) /Viewer", "/Viewer");
        fault("not-marked", "/Marked true", "/Marked false");
        fault("unmarked-paint", "/P <</MCID 4>> BDC", "/P BMC");
        fault("unbalanced-marks", "EMC\n", "");
        fault("nested-marks", "BT\n", "/Artifact BMC EMC BT /Artifact BMC EMC\n");
        fault("mark-unreachable", "/MCID 0>>", "/MCID 900>>");
        fault("mark-missing", "/MCID 1>>", "/MCID 901>>");
        fault("mark-owned-twice", "/K [1]", "/K [1 1]");
        fault("parent-tree", "/Nums [0 [", "/Nums [0 [1 0 R ");
        fault("wrong-parent", "/S /H1 /P ", "/S /H1 /P 1");
        fault("unknown-role", "/S /H1 ", "/S /Title ");
        fault("wrong-nesting", "/S /TOCI ", "/S /LI ");
        fault("heading-gap", "/S /H2 ", "/S /H3 ");
        fault("header-without-scope", "/Scope /Column", "");
        fault("figure-without-alt", "/Alt (", "/Alt2 (");
        fault("figure-without-box", "/BBox [", "/BBox2 [");
        fault("link-untagged", "/Type /OBJR", "/Type /OBJ");
        fault("link-without-text", "/Contents (Results by chapter)", "/Contents ()");
        fault("link-to-nowhere", "/Dest <7461626C65>", "/Dest <7461626C66>");
        fault("tab-order", "/Tabs /S", "");
        fault("font-not-embedded", "/FontFile2 ", "/FontFile4 ");
        fault("font-without-text", "/ToUnicode ", "/ToUnicod2 ");
        fault("glyph-without-meaning", "beginbfchar\n", "beginbfchar\n% ");
        fault("image-unknown", "/I0 Do", "/I7 Do");
        fault("image-unclean", "/Width 16", "/Width 15");
        fault("image-without-figure", "/MCID 14>>", "/MCID 14 /X 1>> BDC EMC /P <</MCID 1400>>");
        fault("unreadable", "/F0 ", "/F0 << ");
    }
    void everyFaultIsFound()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QByteArray broken = sample::changed(m_report, replaceFirst(before, after));
        QVERIFY(!broken.isEmpty());
        const QStringList found = rulesOf(lint(broken));
        QVERIFY2(found.contains(QString::fromLatin1(QTest::currentDataTag())),
                 qPrintable(found.join(QLatin1Char(' '))));
    }

    void anOutlineToNowhereIsFound()
    {
        const QByteArray broken = sample::changed(m_report, [](QByteArray &dictionary, QByteArray &) {
            if (dictionary.contains("/Title (By chapter)"))
                dictionary.replace("/Dest <", "/Dest <00");
        });
        QCOMPARE(rulesOf(lint(broken)), QStringList{QStringLiteral("outline-to-nowhere")});
    }

    void anUpdateAppendedIsFound()
    {
        QVERIFY(rulesOf(lint(m_report + "1 0 obj\nnull\nendobj\n%%EOF\n")).contains(QStringLiteral("eof-count")));
    }

    void rubbishIsUnreadable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("cut off") << m_report.left(m_report.size() / 2);
        QTest::newRow("head cut off") << m_report.mid(100);
        QByteArray shifted = m_report;
        shifted.replace("%PDF-1.7\n", "%PDF-1.7\n%\n");
        QTest::newRow("offsets wrong") << shifted;
    }
    void rubbishIsUnreadable()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(rulesOf(lint(bytes)).contains(QStringLiteral("unreadable")));
    }

    /// Any byte may be damaged without more than a problem reported.
    void damageIsSurvived()
    {
        for (qsizetype at = 0; at < m_report.size(); at += 997) {
            QByteArray damaged = m_report;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
            lint(damaged);
        }
        QVERIFY(true);
    }

private:
    QByteArray m_report;
};

QTEST_GUILESS_MAIN(TestPdfLint)
#include "tst_pdflint.moc"
