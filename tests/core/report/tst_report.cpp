// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sheet.h"
#include "core/report/words.h"
#include "tests/core/report/reporttools.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>

using namespace adit;
using namespace adit::test;

namespace {

const QByteArray &samplePdf()
{
    static const QByteArray pdf = render(sampleAssessment());
    return pdf;
}

/// The words of a page between two heights, joined.
QString band(const std::vector<PlacedWord> &words, int page, double top, double bottom, double left = 0)
{
    QStringList out;
    for (const PlacedWord &word : words) {
        const double middle = (word.top + word.bottom) / 2;
        if (word.page == page && middle > top && middle < bottom && word.left >= left)
            out.append(word.text);
    }
    return out.join(QLatin1Char(' '));
}

int pageCount(const QByteArray &pdf)
{
    return static_cast<int>(pageTexts(pdf).size());
}

/// First pages of the chapters, as the contents say.
std::map<QString, int> contentsOf(const std::vector<PlacedWord> &words)
{
    std::map<QString, int> out;
    for (const PlacedWord &code : words) {
        if (code.page != 2 || std::abs(code.left - report::sheet::textLeft) > 1 ||
            !code.text.contains(QLatin1Char('.')))
            continue;
        for (const PlacedWord &number : words)
            if (number.page == 2 && std::abs(number.top - code.top) < 2 && number.right > report::sheet::right - 2)
                out.emplace(code.text, number.text.toInt());
    }
    return out;
}

/// Everything another program can read out of a file: raw, unpacked, as text.
QByteArrayList readings(const QByteArray &pdf)
{
    const QString qpdf = QStringLiteral("qpdf");
    const QString file = QStringLiteral("FILE");
    const QString out = QStringLiteral("-");
    return {pdf,
            runTool(qpdf, {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), file, out}, pdf)
                .value_or(QByteArray()),
            runTool(QStringLiteral("pdftotext"), {file, out}, pdf).value_or(QByteArray())};
}

/// Something of everything a report prints, on few pages.
PublicAssessment smallAssessment()
{
    using namespace field::answer;
    const auto code = [](int i) { return QStringLiteral("1.1.1.%1").arg(i); };
    Draft draft(smallStandard(QStringLiteral("1.1.1.1! 1.1.1.2 1.1.1.3! new:1.1.1.4 1.2.1.1 2.1.1.1")));
    return draft.details(field::details::site, QStringLiteral("Small mine"))
        .details(field::details::visit_end, QStringLiteral("2026-05-09"))
        .details(field::details::limits, QStringLiteral("One road was closed.\nOne shift was seen."))
        .answer(code(1), rating, QStringLiteral("partial"))
        .answer(code(1), finding,
                QStringLiteral("Seen and heard; compare 1.1.1.2, 2.1.1.1 and 9.9.9.9.\n- firstly\n- secondly"))
        .answer(code(1), sources, QStringLiteral("worker observation"))
        .action(code(1), QStringLiteral("Mend it:\n- first\n- then"), QStringLiteral("2027-03-04"))
        .answer(code(2), rating, QStringLiteral("deferred"))
        .answer(code(2), justification, QStringLiteral("The guidance is late."))
        .answer(code(2), until, QStringLiteral("2027-03-04"))
        .answer(code(3), rating, QStringLiteral("full"))
        .notRelevant(QStringLiteral("2.1"), QStringLiteral("There is none."))
        .published();
}

QByteArrayList spellings(const QString &marker)
{
    QByteArray wide;
    QByteArray escaped;
    for (const QChar c : marker) {
        wide.append(static_cast<char>(c.unicode() >> 8));
        wide.append(static_cast<char>(c.unicode() & 0xff));
        escaped.append("\\000").append(static_cast<char>(c.unicode() & 0xff));
    }
    return {marker.toUtf8(), wide, escaped, wide.toHex(), wide.toHex().toUpper(), marker.toUtf8().toHex()};
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsWithoutFault()
    {
        QCOMPARE(faults(samplePdf()).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(samplePdf()).join(QLatin1Char('\n')), QString());
    }

    void everyRequirementAndFindingCanBeReadBack()
    {
        const QString text = flowingText(samplePdf());
        const PublicAssessment &sample = sampleAssessment();
        const report::Words words = must(report::Words::in(QStringLiteral("en")));
        for (std::size_t i = 0; i < sample.requirements.size(); ++i) {
            const StandardNode &node = sample.standard.requirement(static_cast<int>(i));
            QVERIFY2(text.contains(node.code.toString()), qPrintable(node.code.toString()));
            QVERIFY2(text.contains(squeezed(node.title.in(QStringLiteral("en")))), qPrintable(node.code.toString()));
            const std::optional<PublicAnswer> &answer = sample.requirements[i].answer;
            if (!answer)
                continue;
            const QString finding = words.said(*answer->finding);
            QVERIFY2(text.contains(squeezed(finding)), qPrintable(finding));
            QVERIFY2(text.contains(squeezed(node.statement.in(QStringLiteral("en")))),
                     qPrintable(node.code.toString()));
            for (const PublicAction &action : answer->actions)
                QCOMPARE(text.count(squeezed(words.said(*action.text))), 2); // with the requirement, and in the table
        }
        for (const auto &[code, justification] : sample.justifications)
            QVERIFY2(text.contains(squeezed(words.said(*justification))), qPrintable(code.toString()));
    }

    void whatIsNotPublicIsNowhereInTheFile()
    {
        const QString marker = QStringLiteral("Zqxjvk");
        Draft draft = sampleDraft();
        draft.answers(field::answer::notes, QStringLiteral("Zqxjvk notes"))
            .answers(field::answer::self_comment, QStringLiteral("Zqxjvk comment"))
            .answers(field::answer::self_rating, QStringLiteral("none"))
            .details(field::details::previous_case, QStringLiteral("Zqxjvk"));
        const QByteArray pdf = render(draft.published());
        for (const QByteArray &reading : readings(pdf)) {
            QVERIFY(!reading.isEmpty());
            for (const QByteArray &spelling : spellings(marker))
                QVERIFY2(!reading.contains(spelling), spelling.constData());
        }
        QCOMPARE(pdf == samplePdf(), true); // and leaves no other trace: not a byte is different
    }

    void theSameInputGivesTheSameBytes()
    {
        const auto fresh = must(pdf::Typesetter::create());
        QCOMPARE(must(renderReport(sampleAssessment(), ReportKind::Public, {}, *fresh)) == samplePdf(), true);
        QCOMPARE(render(sampleAssessment()) == samplePdf(), true);
    }

    void theContentsNameThePageWhereEachChapterBegins()
    {
        const std::vector<PlacedWord> words = placedWords(samplePdf());
        const std::map<QString, int> contents = contentsOf(words);
        const PublicAssessment &sample = sampleAssessment();
        QCOMPARE(contents.size(), sample.score.chapters.size());
        for (const GroupScore &chapter : sample.score.chapters) {
            const StandardNode &node = sample.standard.nodes()[static_cast<std::size_t>(chapter.node)];
            const QString code = node.code.toString();
            const int page = contents.at(code);
            const QString head = band(words, page, 60, 140);
            QVERIFY2(head.startsWith(code + QLatin1Char(' ')), qPrintable(head));
            const QString title = squeezed(node.title.in(QStringLiteral("en")));
            QVERIFY2(squeezed(head).contains(title), qPrintable(head));
        }
    }

    void everyPageCarriesItsChapterItsNumberAndThePreviewMark()
    {
        const std::vector<PlacedWord> words = placedWords(samplePdf());
        const std::map<QString, int> contents = contentsOf(words);
        const int pages = pageCount(samplePdf());
        QString chapter;
        for (int page = 1; page <= pages; ++page) {
            for (const auto &[code, first] : contents)
                chapter = first == page ? code : chapter;
            const QString foot = band(words, page, 791, 812);
            QVERIFY2(foot.endsWith(QStringLiteral("page %1 of %2").arg(page).arg(pages)), qPrintable(foot));
            const QString all = page == 1 ? band(words, 1, 42, 60) : foot;
            QVERIFY2(all.contains(QLatin1String("Preview, not released")), qPrintable(all));
            QVERIFY2(all.contains(QLatin1String("fictional")), qPrintable(all));
            const QString head = band(words, page, 33, 48, 300);
            if (page >= contents.begin()->second && head[0].isDigit())
                QVERIFY2(head.startsWith(chapter + QLatin1Char(' ')), qPrintable(head));
        }
    }

    /// Every word told to a screen reader is one that is seen: none is glued to its neighbour.
    void theTagsHoldTheWordsThatAreSeen()
    {
        const QByteArray pdf = render(smallAssessment());
        const QString tagged = QString::fromUtf8(
            runTool(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), QStringLiteral("FILE")}, pdf)
                .value_or(QByteArray()));
        const QString seen = pageTexts(pdf).join(QLatin1Char('\n'));
        const auto wordsOf = [](const QString &text) {
            static const QRegularExpression between(QStringLiteral("[\\s\"]+"),
                                                    QRegularExpression::UseUnicodePropertiesOption);
            const QStringList words = text.split(between, Qt::SkipEmptyParts);
            return QSet<QString>(words.begin(), words.end());
        };
        const QSet<QString> known = wordsOf(seen);
        QStringList glued;
        static const QRegularExpression quoted(QStringLiteral("^ *\"(.*)\"$"), QRegularExpression::MultilineOption);
        for (auto line = quoted.globalMatch(tagged); line.hasNext();)
            for (const QString &word : wordsOf(line.next().captured(1)))
                if (word.size() > 2 && !known.contains(word) && !known.contains(QString(word).remove(QLatin1Char('-'))))
                    glued.append(word);
        QCOMPARE(glued.join(QLatin1Char(' ')), QString());
    }

    void countsAndDatesAreTables()
    {
        const QString tagged = QString::fromUtf8(runTool(QStringLiteral("pdfinfo"),
                                                         {QStringLiteral("-struct-text"), QStringLiteral("FILE")},
                                                         render(sampleAssessment(), ReportKind::Scorecard))
                                                     .value_or(QByteArray()));
        QCOMPARE(tagged.count(QLatin1String("Table (block)")), 4); // dates, criticals, ratings, states
        QVERIFY(!tagged.contains(QLatin1String("score%")));
    }

    void referencesAreLinks_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<int>("least");
        QTest::newRow("requirement in a finding and in the deferred list") << QStringLiteral("1.1.1.2") << 2;
        QTest::newRow("requirement whose chapter is not relevant") << QStringLiteral("2.1") << 3;
        QTest::newRow("page of how the audit was done") << QStringLiteral("audit") << 3;
        QTest::newRow("page of the method") << QStringLiteral("method") << 3;
        QTest::newRow("page of a planned action") << QStringLiteral("action-1.1.1.1") << 1;
    }
    void referencesAreLinks()
    {
        QFETCH(QString, destination);
        QFETCH(int, least);
        const QByteArray plain = runTool(QStringLiteral("qpdf"),
                                         {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"),
                                          QStringLiteral("FILE"), QStringLiteral("-")},
                                         render(smallAssessment()))
                                     .value_or(QByteArray());
        const auto found = plain.count("/Dest (" + destination.toUtf8() + ")\n");
        QVERIFY2(found >= least, QByteArray::number(found).constData());
    }

    void aPlannedActionNamesItsPage()
    {
        const QByteArray pdf = render(smallAssessment());
        const QStringList pages = pageTexts(pdf);
        const auto page = std::ranges::find_if(
            pages, [](const QString &text) { return squeezed(text).contains(QLatin1String("Itstandsasthecompany")); });
        const int number = static_cast<int>(page - pages.begin()) + 1;
        QVERIFY(flowingText(pdf).contains(squeezed(QStringLiteral("Due 4 March 2027 (page %1)").arg(number))));
    }

    void theRegisterOfTheSampleIsNotLongerThanItMustBe()
    {
        const QStringList pages = pageTexts(samplePdf());
        const auto isRegister = [](const QString &text) {
            return text.contains(QLatin1String("About, rating")) && text.contains(QLatin1String("Planned action"));
        };
        QVERIFY(std::ranges::count_if(pages, isRegister) <= 6);
    }

    void listsAreLists()
    {
        const QByteArray pdf = render(smallAssessment());
        const QString tagged = squeezed(QString::fromUtf8(
            runTool(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), QStringLiteral("FILE")}, pdf)
                .value_or(QByteArray())));
        const QString entry = QStringLiteral("LI(block)Lbl(block)\"\u2013\"LBody(block)\"%1\"");
        QVERIFY2(tagged.contains(entry.arg(QLatin1String("firstly"))), qPrintable(tagged));
        QVERIFY(tagged.contains(entry.arg(QLatin1String("secondly"))));
        const std::vector<PlacedWord> words = placedWords(pdf);
        const auto one = std::ranges::find(words, QStringLiteral("firstly"), &PlacedWord::text);
        const auto two = std::ranges::find(words, QStringLiteral("secondly"), &PlacedWord::text);
        QVERIFY(one != words.end() && two != words.end());
        QVERIFY(one->left > report::sheet::textLeft + 8 && std::abs(one->left - two->left) < 0.5);
    }

    void theLevelStandsWithItsQualification()
    {
        const QString page = squeezed(pageTexts(samplePdf()).first());
        const PublicAssessment &sample = sampleAssessment();
        QVERIFY(page.contains(squeezed(levelLabel(sample.standard, sample.score.level, QStringLiteral("en")))));
        QVERIFY(page.contains(squeezed(levelQualification(sample.standard, QStringLiteral("en")))));
    }

    void theScorecardAloneIsOnePage()
    {
        const QByteArray pdf = render(sampleAssessment(), ReportKind::Scorecard);
        QCOMPARE(pageCount(pdf), 1);
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        QVERIFY(!pageTexts(pdf).first().contains(QLatin1String("(page")));
    }

    void cancellingStopsIt()
    {
        int calls = 0;
        const auto pdf = renderReport(sampleAssessment(), ReportKind::Public,
                                      {.progress = [&](double) { return ++calls < 5; }}, typesetter());
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::Cancelled);
        QCOMPARE(calls, 5);
    }

    void progressGrowsToOne()
    {
        double last = 0;
        const auto pdf = renderReport(sampleAssessment(), ReportKind::Public,
                                      {.progress =
                                           [&](double now) {
                                               const bool grows = now >= last;
                                               last = now;
                                               return grows;
                                           }},
                                      typesetter());
        QVERIFY(pdf);
        QCOMPARE(last, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
