// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdflint.h"
#include "core/pdf/pdfreader.h"
#include "tests/core/pdf/samplereport.h"

#include <QRegularExpression>
#include <QTest>

using namespace adit;
using namespace adit::pdf;

class TestPdfDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = Typesetter::create();
        QVERIFY2(made, made ? "" : qPrintable(made.error().subject));
        m_typesetter = std::move(*made);
        m_report = sample::report(*m_typesetter);
        QVERIFY(!m_report.isEmpty());
    }

    void sameInputSameBytes()
    {
        QCOMPARE(sample::report(*m_typesetter), m_report);
        const auto another = Typesetter::create();
        QCOMPARE(sample::report(**another), m_report);
    }

    void lintFindsNothing()
    {
        for (const LintProblem &problem : lint(m_report))
            QFAIL(qPrintable(problem.rule + QLatin1String(": ") + problem.where));
    }

    void qpdfFindsNothing()
    {
        const auto output =
            sample::run(QStringLiteral("qpdf"), {QStringLiteral("--check"), QStringLiteral("FILE")}, m_report);
        QVERIFY(output);
        QVERIFY(output->contains("No syntax or stream encoding errors found"));
    }

    void everyFontIsEmbeddedAsSubsetWithText()
    {
        const auto output = sample::run(QStringLiteral("pdffonts"), {QStringLiteral("FILE")}, m_report);
        QVERIFY(output);
        const QList<QByteArray> lines = output->trimmed().split('\n').mid(2);
        QVERIFY(lines.size() >= 5);
        for (const QByteArray &line : lines)
            QVERIFY2(line.simplified().contains("Identity-H yes yes yes"), line.constData());
    }

    void titleAndLanguageAreShown()
    {
        const auto output = sample::run(QStringLiteral("pdfinfo"), {QStringLiteral("FILE")}, m_report);
        QVERIFY(output);
        QVERIFY(output->contains("Cerro Azul – audit & <report>"));
        QVERIFY(QRegularExpression(QStringLiteral("Tagged: +yes")).match(QString::fromUtf8(*output)).hasMatch());
        QVERIFY(QRegularExpression(QStringLiteral("Pages: +4")).match(QString::fromUtf8(*output)).hasMatch());
    }

    void structureFollowsReading()
    {
        const auto output =
            sample::run(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), QStringLiteral("FILE")}, m_report);
        QVERIFY(output);
        const QString text = QString::fromUtf8(*output);
        qsizetype at = 0;
        for (const QString &part :
             {QStringLiteral("H1"), QStringLiteral("Cerro Azul copper mine"), QStringLiteral("TOC"),
              QStringLiteral("Results by chapter"), QStringLiteral("2.5.1.1"), QStringLiteral("Minutes of six"),
              QStringLiteral("withheld"), QStringLiteral("the table of results"), QStringLiteral("el consejo"),
              QStringLiteral("Figure"), QStringLiteral("Table"), QStringLiteral("Chapter 1"),
              QStringLiteral("Chapter 4")}) {
            const qsizetype found = text.indexOf(part, at);
            QVERIFY2(found >= 0, qPrintable(part));
            at = found;
        }
        QVERIFY(!text.contains(QStringLiteral("page 1 of 4"))); // running feet are no content
    }

    void oneTableOverTwoPages()
    {
        const auto reader = Reader::open(m_report);
        QVERIFY(reader);
        int tables = 0;
        int rows = 0;
        for (int i = 1; i < reader->objectCount(); ++i) {
            tables += reader->object(i)["S"].isName("Table") ? 1 : 0;
            rows += reader->object(i)["S"].isName("TR") ? 1 : 0;
        }
        QCOMPARE(tables, 1);
        QCOMPARE(rows, 5);
    }

    void outlineLabelsAndLinksAreThere()
    {
        const auto reader = Reader::open(m_report);
        QVERIFY(reader);
        const Value &catalog = reader->resolve(reader->trailer()["Root"]);
        const Value &outline = reader->resolve(catalog["Outlines"]);
        QCOMPARE(outline["Count"].integer(), 3);
        QCOMPARE(textOf(reader->resolve(outline["First"])["Title"]), QStringLiteral("Scorecard – résumé"));
        const Value &second = reader->resolve(reader->resolve(outline["First"])["Next"]);
        QCOMPARE(textOf(reader->resolve(second["First"])["Title"]), QStringLiteral("By chapter"));
        QCOMPARE(catalog["PageLabels"]["Nums"].items.size(), std::size_t{4});
        const Value &pages = reader->resolve(catalog["Pages"]);
        // Two entries of the contents; a cross-reference and an address that both may run over two lines.
        QVERIFY(reader->resolve(pages["Kids"].items.at(0))["Annots"].items.size() >= 4);
    }

    void nothingIsReadFromTheClock()
    {
        QVERIFY(m_report.contains("/CreationDate (D:20260821120000Z)"));
        QVERIFY(m_report.contains("<xmp:CreateDate>2026-08-21T12:00:00Z</xmp:CreateDate>"));
    }

    void faultsOfTheCallerAreErrors_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::newRow("paint without a tag") << QStringLiteral("paint without a tag");
        QTest::newRow("link to nowhere") << QStringLiteral("link to nowhere: a");
        QTest::newRow("outline to nowhere") << QStringLiteral("outline to nowhere: a");
        QTest::newRow("name twice") << QStringLiteral("destination named twice: a");
        QTest::newRow("no page") << QStringLiteral("no page");
        QTest::newRow("level skipped") << QStringLiteral("outline skips a level: a");
    }
    void faultsOfTheCallerAreErrors()
    {
        QFETCH(QString, detail);
        const QString name = QStringLiteral("a");
        Document document(*m_typesetter, sample::info());
        Canvas *page = detail == QLatin1String("no page") ? nullptr : &document.beginPage();
        if (detail.startsWith(QLatin1String("paint")))
            page->fill(Rect{0, 0, 10, 10}, {});
        if (detail.startsWith(QLatin1String("link"))) {
            const TagGuard tag = document.tag(Role::P);
            Paragraph text;
            text.add({.text = name, .link = {.destination = name}});
            page->text(m_typesetter->set(text), {10, 10});
        }
        if (detail.startsWith(QLatin1String("outline to")))
            document.outline(0, name, name);
        if (detail.startsWith(QLatin1String("outline skips")))
            document.outline(1, name, name);
        if (detail.startsWith(QLatin1String("destination"))) {
            document.destination(name, 0);
            document.destination(name, 10);
        }
        const auto result = document.finish();
        QVERIFY(!result);
        QCOMPARE(errorName(result.error().code), QStringLiteral("ReportFailed"));
        QCOMPARE(result.error().detail, detail);
    }

    /// What was measured but not painted leaves no glyph in the file.
    void onlyPaintedGlyphsAreEmbedded()
    {
        Document document(*m_typesetter, sample::info());
        Canvas &page = document.beginPage();
        const TextBlock secret = m_typesetter->line(QStringLiteral("Zq"), {});
        {
            const TagGuard tag = document.tag(Role::P);
            page.text(m_typesetter->line(QStringLiteral("ab"), {}), {10, 10});
        }
        const auto bytes = document.finish();
        QVERIFY(bytes);
        const auto reader = Reader::open(*bytes);
        QVERIFY(reader);
        for (int i = 1; i < reader->objectCount(); ++i) {
            const auto map = reader->stream({.kind = Value::Kind::Reference, .number = static_cast<double>(i)});
            if (map && map->contains("beginbfchar"))
                QVERIFY(map->contains("2 beginbfchar") && !map->contains("<005A>") && !map->contains("<0071>"));
        }
        QVERIFY(!secret.isEmpty());
    }

private:
    std::unique_ptr<Typesetter> m_typesetter;
    QByteArray m_report;
};

QTEST_GUILESS_MAIN(TestPdfDocument)
#include "tst_pdfdocument.moc"
