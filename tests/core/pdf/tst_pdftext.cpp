// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/direction.h"
#include "core/pdf/pdflint.h"
#include "tests/core/pdf/samplereport.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace adit;
using namespace adit::pdf;

namespace {

/// Words as a reader's program finds them, without the marks of direction it adds.
QStringList wordsOf(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_C);
    plain.remove(QRegularExpression(QStringLiteral("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u000c]")));
    return plain.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

QString readBack(const QByteArray &file)
{
    const auto output = sample::run(QStringLiteral("pdftotext"), {QStringLiteral("FILE"), QStringLiteral("-")}, file);
    return QString::fromUtf8(output.value_or(QByteArray()));
}

/// A configuration that knows copies of the report's two Latin families and nothing else.
QString latinFontsOnly(const QTemporaryDir &folder)
{
    const QString from = QStringLiteral("/usr/share/fonts/truetype/noto/Noto%1-%2.ttf");
    for (const QString &family : {QStringLiteral("Sans"), QStringLiteral("Serif")})
        for (const char *style : {"Regular", "Bold", "Italic", "BoldItalic"})
            QFile::copy(from.arg(family, QLatin1String(style)),
                        folder.filePath(family + QLatin1String(style) + QLatin1String(".ttf")));
    QFile config(folder.filePath(QStringLiteral("fonts.conf")));
    if (config.open(QIODevice::WriteOnly))
        config.write("<fontconfig><dir>" + folder.path().toUtf8() + "</dir></fontconfig>");
    return config.fileName();
}

double shareRead(const QStringList &wanted, QStringList found)
{
    int hits = 0;
    for (const QString &word : wanted)
        hits += found.removeOne(word) ? 1 : 0;
    return static_cast<double>(hits) / static_cast<double>(wanted.size());
}

} // namespace

class TestPdfText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = Typesetter::create();
        QVERIFY(made);
        m_typesetter = std::move(*made);
    }

    void wordsReadBack_data()
    {
        QTest::addColumn<int>("passage");
        QTest::addColumn<bool>("sans");
        QTest::addColumn<bool>("bold");
        const auto passages = sample::passages();
        for (std::size_t i = 0; i < passages.size(); ++i)
            for (const bool sans : {false, true})
                for (const bool bold : {false, true})
                    QTest::addRow("%s %s%s", passages[i].name, sans ? "sans" : "serif", bold ? " bold" : "")
                        << static_cast<int>(i) << sans << bold;
    }
    void wordsReadBack()
    {
        QFETCH(int, passage);
        QFETCH(bool, sans);
        QFETCH(bool, bold);
        const sample::Passage text = sample::passages().at(static_cast<std::size_t>(passage));
        const TextStyle style{.family = sans ? Family::Sans : Family::Serif, .bold = bold};
        const QByteArray file = sample::onePassage(*m_typesetter, text, style);
        QVERIFY(lint(file).empty());
        const QString read = readBack(file);
        // Chinese and Japanese have no words between spaces, and lines end anywhere.
        const bool spaceless = text.language.startsWith(QLatin1String("zh")) || text.language == QLatin1String("ja");
        const QStringList found = spaceless ? QStringList{wordsOf(read).join(QString())} : wordsOf(read);
        const double share = shareRead(wordsOf(text.text), found);
        QVERIFY2(share >= text.readable,
                 qPrintable(QStringLiteral("%1: %2").arg(share).arg(found.join(QLatin1Char(' ')))));
    }

    void bracketsOfBothDirectionsReadBack()
    {
        Document document(*m_typesetter, sample::info());
        Canvas &page = document.beginPage();
        {
            const TagGuard arabic = document.tag(Role::P, {.language = QStringLiteral("ar")});
            Paragraph text{.rightToLeft = true, .language = QStringLiteral("ar")};
            text.width = 300;
            text.add(QStringLiteral("منجم (كبير) [قديم]"), {});
            page.text(m_typesetter->set(text), {60, 70});
        }
        {
            const TagGuard latin = document.tag(Role::P);
            page.text(m_typesetter->line(QStringLiteral("an old mine with a large pit (large) [old]"), {}), {60, 100});
        }
        const auto file = document.finish();
        QVERIFY(file);
        const QStringList words = wordsOf(readBack(*file));
        for (const char16_t *word : {u"(كبير)", u"[قديم]", u"(large)", u"[old]"})
            QVERIFY2(words.contains(QString::fromUtf16(word)), qPrintable(words.join(QLatin1Char('|'))));
    }

    void nothingIsWiderThanItsParagraph_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("60 letters") << QStringLiteral("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter");
        QTest::newRow("address") << QStringLiteral(
            "https://audit.example/CAZ-2026-01/with/a/very/long/path/of/no/spaces");
        QTest::newRow("accents") << QStringLiteral("a\u0300\u0301\u0302b\u0323\u0304 Ngu\u0302\u0303o\u031b\u0301i");
        QTest::newRow("no-break") << QStringLiteral(
            "4–9\u00a0May\u00a02026\u00a0and\u00a0so\u00a0on\u00a0without\u00a0end");
        QTest::newRow("arabic") << sample::passages().back().text;
        QTest::newRow("chinese") << sample::passages().at(2).text;
        QTest::newRow("3000 words") << QStringLiteral("finding ").repeated(3000);
    }
    void nothingIsWiderThanItsParagraph()
    {
        QFETCH(QString, text);
        for (const double width : {40.0, 109.0, 350.0}) {
            for (const bool unbroken : {false, true}) {
                Paragraph paragraph{.width = width};
                paragraph.add({.text = text, .unbroken = unbroken});
                const TextBlock block = m_typesetter->set(paragraph);
                QVERIFY(!block.fault);
                QVERIFY2(block.width() <= width + 0.01, qPrintable(QString::number(block.width())));
                for (const GlyphRun &run : block.runs)
                    QVERIFY(run.x >= -0.01 && run.x + run.width <= width + 0.02);
            }
        }
    }

    /// Plain text is set by words kept from before; an invisible character at its end sends it to the full engine.
    void bothWaysOfSettingAgree_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Latin") << sample::passages().at(0).text.repeated(5);
        QTest::newRow("Greek and Cyrillic") << sample::passages().at(1).text.repeated(5);
        QTest::newRow("numbers in a list")
            << QStringLiteral("1.1.1.1, 1.1.2.1, 1.1.3.1 and 1.1.4.1\ncontinued 2,").repeated(6);
        QTest::newRow("breaks") << QStringLiteral(
                                       "well-known and/or so–called (see 2.5.1.1), 47\u00a0dBA; a.b@audit.example — "
                                       "50 % of 1,250.75 “quoted” text…\nnext line ")
                                       .repeated(4);
    }
    void bothWaysOfSettingAgree()
    {
        QFETCH(QString, text);
        for (const Family family : {Family::Serif, Family::Sans}) {
            Paragraph paragraph{.width = 230, .avoidShortLastLine = false};
            paragraph.add(text.trimmed(), {.family = family});
            const TextBlock words = m_typesetter->set(paragraph);
            paragraph.add(QStringLiteral("\u2060"), {.family = family});
            const TextBlock whole = m_typesetter->set(paragraph);
            QCOMPARE(words.lineCount(), whole.lineCount());
            for (std::size_t i = 0; i < words.lines.size(); ++i)
                QVERIFY2(std::abs(words.lines[i].width - whole.lines[i].width) < 0.1, qPrintable(QString::number(i)));
        }
    }

    void unbrokenTextStaysOnOneLine()
    {
        Paragraph paragraph{.width = 200};
        paragraph.add(QStringLiteral("Some words first, then "), {});
        paragraph.add({.text = QStringLiteral("[withheld · protection of persons]"), .unbroken = true});
        const TextBlock block = m_typesetter->set(paragraph);
        int lines = 0;
        for (const TextLine &line : block.lines) {
            bool there = false;
            for (quint32 i = 0; i < line.runCount; ++i)
                there = there || block.runs[line.run + i].span == 1;
            lines += there ? 1 : 0;
        }
        QCOMPARE(lines, 1);
    }

    void alignmentFollowsDirection_data()
    {
        QTest::addColumn<bool>("rightToLeft");
        QTest::addColumn<int>("align");
        QTest::addColumn<double>("share"); // of the free room on the left
        QTest::newRow("start") << false << static_cast<int>(Align::Start) << 0.0;
        QTest::newRow("end") << false << static_cast<int>(Align::End) << 1.0;
        QTest::newRow("centre") << false << static_cast<int>(Align::Center) << 0.5;
        QTest::newRow("start, right to left") << true << static_cast<int>(Align::Start) << 1.0;
        QTest::newRow("end, right to left") << true << static_cast<int>(Align::End) << 0.0;
    }
    void alignmentFollowsDirection()
    {
        QFETCH(bool, rightToLeft);
        QFETCH(int, align);
        QFETCH(double, share);
        Paragraph paragraph{.width = 200, .align = static_cast<Align>(align), .rightToLeft = rightToLeft};
        paragraph.add(QStringLiteral("86.9 %"), {});
        const TextBlock block = m_typesetter->set(paragraph);
        QCOMPARE(block.lines.front().x, (200 - block.width()) * share);
    }

    void tabularDigitsAreEquallyWide()
    {
        for (const Family family : {Family::Serif, Family::Sans}) {
            const TextStyle style{.family = family, .tabular = true};
            const double wanted = m_typesetter->line(QStringLiteral("0000"), style).width();
            for (const char16_t *digits : {u"1111", u"4747", u"9381"})
                QCOMPARE(m_typesetter->line(QString::fromUtf16(digits), style).width(), wanted);
        }
    }

    void blocksOfOneLeadingShareBaselines()
    {
        const TextBlock label = m_typesetter->line(QStringLiteral("label"), {.family = Family::Sans, .size = 8.5});
        const TextBlock text = m_typesetter->line(QStringLiteral("text"), {});
        QCOMPARE(label.baseline(), text.baseline());
        QCOMPARE(label.height(), 14.0);
    }

    void aShortLastLineIsAvoided()
    {
        int alone = 0;
        for (int words = 20; words < 60; ++words) {
            Paragraph paragraph{.width = 350};
            paragraph.add(QStringLiteral("several words that are set ").repeated(words / 5) + QStringLiteral("end"),
                          {});
            const TextBlock tidy = m_typesetter->set(paragraph);
            paragraph.avoidShortLastLine = false;
            const TextBlock plain = m_typesetter->set(paragraph);
            QCOMPARE(tidy.lineCount(), plain.lineCount());
            const auto endsShort = [](const TextBlock &block) { return block.lines.back().width < 25; };
            QVERIFY(!endsShort(tidy) || endsShort(plain));
            alone += endsShort(tidy) ? 1 : 0;
        }
        QCOMPARE(alone, 0);
    }

    void hanShapesFollowTheLanguage()
    {
        Paragraph chinese{.language = QStringLiteral("zh-Hans")};
        chinese.add(QStringLiteral("直骨"), {});
        Paragraph japanese{.language = QStringLiteral("ja")};
        japanese.add(QStringLiteral("直骨"), {});
        const auto nameOf = [this](const Paragraph &paragraph) {
            const TextBlock block = m_typesetter->set(paragraph);
            return m_typesetter->faces()[block.runs.front().face].postScriptName();
        };
        QCOMPARE(nameOf(chinese), QByteArray("NotoSerifCJKsc-Regular"));
        QCOMPARE(nameOf(japanese), QByteArray("NotoSerifCJKjp-Regular"));
    }

    void whatNoScriptsFontDrawsIsBorrowedOrShownAsASign_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        const QString sign(QChar::ReplacementCharacter);
        QTest::newRow("private use") << QStringLiteral("\uE000") << sign;
        QTest::newRow("unassigned") << QStringLiteral("\u0378") << sign;
        QTest::newRow("no character") << QString(QChar(0xFFFE)) << sign;
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) << sign;
        QTest::newRow("control") << QString(QChar(0x0001)) << sign;
        QTest::newRow("picture") << QStringLiteral("\U0001F477\U0001F3FD") << sign;
        QTest::newRow("picture drawn as text") << QStringLiteral("\u26A0\uFE0F") << QStringLiteral("\u26A0");
        QTest::newRow("picture by default") << QStringLiteral("\u26A1") << QStringLiteral("\u26A1");
        QTest::newRow("symbol") << QStringLiteral("\u26CF") << QStringLiteral("\u26CF");
        QTest::newRow("mathematics") << QStringLiteral("\U0001D49C") << QStringLiteral("\U0001D49C");
        QTest::newRow("music") << QStringLiteral("\U0001D11E") << QStringLiteral("\U0001D11E");
        QTest::newRow("rare Han") << QStringLiteral("\U0002FFFF") << sign;
        QTest::newRow("cuneiform") << QStringLiteral("\U00012000") << QStringLiteral("\U00012000");
        QTest::newRow("in Arabic") << QStringLiteral("\u0645\u26CF\u0645") << QStringLiteral("\u0645\u26CF\u0645");
    }
    void whatNoScriptsFontDrawsIsBorrowedOrShownAsASign()
    {
        QFETCH(QString, text);
        QFETCH(QString, read);
        for (const bool bold : {false, true}) {
            const TextStyle style{.family = bold ? Family::Sans : Family::Serif, .bold = bold};
            Document document(*m_typesetter, sample::info());
            Canvas &page = document.beginPage();
            {
                const TagGuard tag = document.tag(Role::P);
                page.text(m_typesetter->line(QStringLiteral("before ") + text + QStringLiteral(" after"), style),
                          {60, 70});
            }
            const auto file = document.finish();
            QVERIFY(file);
            QVERIFY(lint(*file).empty());
            const QString found = wordsOf(readBack(*file)).join(QString());
            QCOMPARE(found, QStringLiteral("before%1after").arg(read));
        }
    }

    void controlsOfDirectionStayInTheirText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const char16_t *text, const char16_t *wanted) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(wanted);
        };
        row("none", u"12 of 99", u"12 of 99");
        row("override", u"a \u202e12\u202c b", u"a 12 b");
        row("override never closed", u"a \u202e12", u"a 12");
        row("embedding closed", u"a \u202bb\u202c c", u"a \u202bb\u202c c");
        row("embedding never closed", u"a \u202bb", u"a \u202bb\u202c");
        row("at the end of its line", u"\u202ba\nb", u"\u202ba\u202c\nb");
        row("closed without opening", u"a\u202c\u2069b", u"ab");
        row("isolate closes what is in it", u"\u2067\u202ba\u2069b", u"\u2067\u202ba\u202c\u2069b");
        row("embedding ends not across an isolate", u"\u202b\u2067a\u202cb", u"\u202b\u2067ab\u2069\u202c");
    }
    void controlsOfDirectionStayInTheirText()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QCOMPARE(balanced(text), wanted);
    }

    /// What has letters is read as they are; figures and words that are isolated themselves are read as what is around
    /// them, so that an Arabic date begins with its day wherever it stands.
    void whatHasNoDirectionTakesThatOfTheWordsAround()
    {
        const QString day = isolated(QStringLiteral("٢١"), true);
        const QString month = isolated(QStringLiteral("أغسطس"), true);
        QCOMPARE(day.front(), QChar(0x2067));
        QCOMPARE(isolated(day + QLatin1Char(' ') + month, true).front(), QChar(0x2067));
        QCOMPARE(isolated(QStringLiteral("من ") + day, true).front(), QChar(0x2068));
        QCOMPARE(isolated(QStringLiteral("Alto Honda"), true).front(), QChar(0x2068));
        QCOMPARE(isolated(QStringLiteral("2026"), true), QStringLiteral("2026"));
        QCOMPARE(isolated(QStringLiteral("٢١")).front(), QChar(0x2068)); // in words read from the left
    }

    void passagesSayTheirLanguage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("languages"); // of each span; "-": the paragraph's
        const auto row = [](const char *name, const char16_t *text, const char *region, const char *languages) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromLatin1(region)
                                << QString::fromLatin1(languages);
        };
        row("Latin", u"Śliwińska – 4 µg", "", "-");
        row("Arabic in English", u"the (منجم) mine", "", "- ar -");
        row("Persian by region", u"معدن", "IR", "fa");
        row("Hebrew", u"מכרה", "", "he");
        row("Hindi", u"खदान के 3 श्रमिक", "", "hi");
        row("Russian", u"Рудник", "", "ru");
        row("Ukrainian by region", u"Рудник", "UA", "uk");
        row("Greek", u"Μεταλλείο", "", "el");
        row("a Greek sign", u"ΔT of 4 Ω", "", "-");
        row("Thai", u"เหมือง", "", "th");
        row("Han alone", u"矿山", "", "zh");
        row("Han by region", u"礦山", "TW", "zh-TW");
        row("Han in Hong Kong", u"礦山", "HK", "zh-HK");
        row("Han in Japan", u"青山", "JP", "ja");
        row("Han beside kana", u"鉱山の記録", "", "ja");
        row("Han beside Hangul", u"광산 鑛山", "", "ko");
        row("two languages", u"منجم, рудник", "", "ar - ru");
    }
    void passagesSayTheirLanguage()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QFETCH(QString, languages);
        Paragraph paragraph{.region = region};
        paragraph.add(text, {});
        QStringList found;
        for (const Span &span : m_typesetter->set(paragraph).spans)
            found.append(span.language.isEmpty() ? QStringLiteral("-") : span.language);
        QCOMPARE(found.join(QLatin1Char(' ')), languages);
    }

    void plainTextIsNeverBold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Myanmar") << QStringLiteral("\u1018\u1031\u1038");
        QTest::newRow("Khmer") << QStringLiteral("\u179f\u17bb");
        QTest::newRow("Lao") << QStringLiteral("\u0ea5\u0eb2\u0ea7");
        QTest::newRow("Ethiopic") << QStringLiteral("\u12f0\u1205");
        QTest::newRow("Georgian") << QStringLiteral("\u10e5\u10d0");
        QTest::newRow("Tibetan") << QStringLiteral("\u0f56\u0f7c");
        QTest::newRow("symbols") << QStringLiteral("\u26cf");
    }
    void plainTextIsNeverBold()
    {
        QFETCH(QString, text);
        for (const Family family : {Family::Serif, Family::Sans})
            for (const GlyphRun &run : m_typesetter->line(text, {.family = family}).runs)
                QVERIFY2(!m_typesetter->faces()[run.face].postScriptName().contains("Bold"),
                         m_typesetter->faces()[run.face].postScriptName().constData());
    }

    void hanShapesFollowTheRegion_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QByteArray>("font");
        const QString han = QStringLiteral("直骨");
        QTest::newRow("China") << han << QStringLiteral("CN") << QByteArray("NotoSerifCJKsc-Regular");
        QTest::newRow("Peru") << han << QStringLiteral("PE") << QByteArray("NotoSerifCJKsc-Regular");
        QTest::newRow("Taiwan") << han << QStringLiteral("TW") << QByteArray("NotoSerifCJKtc-Regular");
        QTest::newRow("Japan") << han << QStringLiteral("JP") << QByteArray("NotoSerifCJKjp-Regular");
        QTest::newRow("Korea") << han << QStringLiteral("KR") << QByteArray("NotoSerifCJKkr-Regular");
        QTest::newRow("kana") << han + QStringLiteral("の") << QString() << QByteArray("NotoSerifCJKjp-Regular");
    }
    void hanShapesFollowTheRegion()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QFETCH(QByteArray, font);
        Paragraph paragraph{.region = region};
        paragraph.add(text, {});
        const TextBlock block = m_typesetter->set(paragraph);
        QCOMPARE(m_typesetter->faces()[block.runs.front().face].postScriptName(), font);
    }

    /// Seen by a program that finds no fonts but the Latin ones: this one, run again.
    void aScriptWhoseFontIsNotInstalledIsAnErrorThatNamesThePackage()
    {
        if (!qEnvironmentVariableIsSet("ADIT_LATIN_FONTS_ONLY")) {
            const QTemporaryDir folder;
            const QString config = latinFontsOnly(folder);
            QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
            surroundings.insert(QStringLiteral("FONTCONFIG_FILE"), config);
            surroundings.insert(QStringLiteral("ADIT_LATIN_FONTS_ONLY"), QStringLiteral("1"));
            QProcess again;
            again.setProcessEnvironment(surroundings);
            again.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(QTest::currentTestFunction())});
            QVERIFY(again.waitForFinished());
            QVERIFY2(again.exitCode() == 0, again.readAllStandardOutput().constData());
            return;
        }
        const TextBlock block = m_typesetter->line(QStringLiteral("\u0645\u0646"), {});
        QVERIFY(block.fault);
        QCOMPARE(errorName(block.fault->code), QStringLiteral("FontMissing"));
        QCOMPARE(block.fault->subject, QStringLiteral("Noto Naskh Arabic"));
        QCOMPARE(block.fault->detail, QStringLiteral("fonts-noto-core"));
        QCOMPARE(m_typesetter->line(QStringLiteral("\u4E00"), {}).fault->detail, QStringLiteral("fonts-noto-cjk"));
        QVERIFY(!m_typesetter->line(QStringLiteral("\u26CF"), {}).fault); // a sign, not a script
    }

    void linesCanBePaintedInParts()
    {
        Paragraph paragraph{.width = 100};
        paragraph.add(QStringLiteral("one two three four five six seven eight nine ten eleven twelve"), {});
        const TextBlock block = m_typesetter->set(paragraph);
        QVERIFY(block.lineCount() >= 3);
        Document document(*m_typesetter, sample::info());
        {
            Canvas &first = document.beginPage();
            const TagGuard tag = document.tag(Role::P);
            first.text(block, {60, 700}, {0, 2});
            document.beginPage().text(block, {60, 70}, {2});
        }
        const auto file = document.finish();
        QVERIFY(file);
        QVERIFY(lint(*file).empty());
        QCOMPARE(wordsOf(readBack(*file)).join(QLatin1Char(' ')), block.text);
    }

private:
    std::unique_ptr<Typesetter> m_typesetter;
};

QTEST_GUILESS_MAIN(TestPdfText)
#include "tst_pdftext.moc"
