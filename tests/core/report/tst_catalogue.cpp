// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"
#include "tests/core/report/reporttools.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// The catalogue on paper: all of it, nothing of any case, and a sound file.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QByteArray &printed()
{
    static const QByteArray bytes = must(renderCatalogue(catalogue(), {}, typesetter()));
    return bytes;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Titles, statements and every word of guidance.
    void everyWordIsPrinted()
    {
        const QString text = flowingText(printed());
        const auto isThere = [&](const LocalText &words) {
            for (const QString &line : words.in(s("en")).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                if (!text.contains(squeezed(line)))
                    return line;
            return QString();
        };
        for (const StandardNode &node : catalogue().nodes()) {
            QVERIFY2(isThere(node.statement).isEmpty(), qPrintable(isThere(node.statement)));
            for (const GuidanceText &guidance : guidanceTexts)
                QVERIFY2(isThere(node.guidance.*guidance.member).isEmpty(), qPrintable(node.code.toString()));
            for (const LocalText &rating : node.guidance.ratings)
                QVERIFY2(isThere(rating).isEmpty(), qPrintable(node.code.toString()));
            for (const GuidanceTerm &term : node.guidance.terms)
                QVERIFY2(isThere(term.meaning).isEmpty(), qPrintable(node.code.toString()));
        }
    }
    void saysWhatItIsAndIsNot()
    {
        const QString first = squeezed(pageTexts(printed()).first());
        QVERIFY(first.contains(squeezed(catalogue().notice().in(s("en")))));
    }
    void pagesAreClean()
    {
        QCOMPARE(misplaced(printed()), QStringList());
        QCOMPARE(faults(printed()).join(s("\n")), QString());
    }
    void sameCatalogueIsTheSameFile() { QCOMPARE(must(renderCatalogue(catalogue(), {}, typesetter())), printed()); }
    void canBeStopped()
    {
        ReportOptions options;
        options.progress = [](double share) { return share < 0.3; };
        const auto stopped = renderCatalogue(catalogue(), options, typesetter());
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }
    void catalogueWithoutGuidanceIsPrintedToo()
    {
        const QByteArray bytes = must(renderCatalogue(smallStandard(s("1.1.1.1! 1.1.1.2 2.1.1.1")), {}, typesetter()));
        QCOMPARE(faults(bytes).join(s("\n")), QString());
    }
};

QTEST_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
