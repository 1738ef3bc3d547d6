// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/languagedata.h"
#include "core/report/words.h"
#include "tests/core/report/reporttools.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace adit;
using namespace adit::test;
using report::Words;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QJsonObject tableOf(const QString &language)
{
    QFile file(QStringLiteral(":/adit/report/words-%1.json").arg(language));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(s("\\{\\w+\\}"));
    QSet<QString> out;
    for (auto all = pattern.globalMatch(text); all.hasNext();)
        out.insert(all.next().captured());
    return out;
}

/// "key" of "key.other", where the English table counts.
QString countedKey(const QJsonObject &english, const QString &key)
{
    const QString base = key.section(QLatin1Char('.'), 0, -2);
    return key.endsWith(s(".other")) && english.contains(base + s(".one")) ? base : QString();
}

} // namespace

class TestReportWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A report is never made with a key in place of a word.
    void everyLanguageHasEveryWord_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : reportLanguages())
            QTest::addRow("%s", qPrintable(language)) << language;
    }
    void everyLanguageHasEveryWord()
    {
        QFETCH(QString, language);
        const QJsonObject english = tableOf(s("en"));
        const QJsonObject own = tableOf(language);
        for (const QString &key : english.keys()) {
            if (key.endsWith(s(".one")) && english.contains(key.chopped(4) + s(".other")))
                continue; // with the others of its family
            QVERIFY2(!own[key].toString().isEmpty(), qPrintable(key));
            const QString family = countedKey(english, key);
            if (family.isEmpty()) {
                QCOMPARE(placeholders(own[key].toString()), placeholders(english[key].toString()));
                continue;
            }
            for (int n = 0; n <= 120; ++n)
                QVERIFY2(own.contains(family + QLatin1Char('.') + report::pluralForm(language, n)), qPrintable(family));
        }
    }

    void countsTakeTheFormOfTheirLanguage()
    {
        QCOMPARE(report::pluralForm(s("en"), 0), s("other"));
        QCOMPARE(report::pluralForm(s("fr"), 0), s("one"));
        QCOMPARE(report::pluralForm(s("ar"), 3), s("few"));
        QCOMPARE(report::pluralForm(s("ar"), 11), s("many"));
        QCOMPARE(report::pluralForm(s("ar"), 100), s("other"));
    }

    /// Quantities and dates in the language's digits; ids keep theirs.
    void numbersAreWrittenAsTheLanguageDoes()
    {
        const Words arabic = must(Words::in(s("ar")));
        QCOMPARE(arabic.figure(s("73.8")), s("٧٣٫٨"));
        QCOMPARE(arabic.number(12), s("١٢"));
        QCOMPARE(arabic.year(2026), s("٢٠٢٦"));
        const Words french = must(Words::in(s("fr")));
        QCOMPARE(french.percent(s("73.8")), s("73,8\u00a0%"));
        QCOMPARE(french.date(QDate(2026, 5, 1)), s("1er\u00a0mai\u00a02026"));
        QCOMPARE(french.country(s("MA")), s("Maroc"));
        QCOMPARE(french.country(s("somewhere")), s("somewhere"));
    }

    void everyLanguageIsPrintedWithoutFault_data() { everyLanguageHasEveryWord_data(); }
    void everyLanguageIsPrintedWithoutFault()
    {
        QFETCH(QString, language);
        const QByteArray pdf =
            must(renderReport(sampleAssessment(), ReportKind::Public, {.language = language}, typesetter()));
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        if (language != s("ar")) // the tool tells words that are read from the right apart in another way
            QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
    }
};

QTEST_GUILESS_MAIN(TestReportWords)
#include "tst_reportwords.moc"
