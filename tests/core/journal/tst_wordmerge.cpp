// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/wordmerge.h"

#include <QStringList>
#include <QTest>
#include <random>

using namespace adit;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// "The [-old-][+new+] pit"
QString drawn(const std::vector<WordPiece> &pieces)
{
    QString text;
    for (const WordPiece &piece : pieces)
        text += piece.kind == WordPiece::Kind::Same    ? piece.text
                : piece.kind == WordPiece::Kind::Added ? s("[+") + piece.text + s("+]")
                                                       : s("[-") + piece.text + s("-]");
    return text;
}

QString drawn(const WordMerge &merge)
{
    const char *marks[] = {"", "o:", "t:", "b:"};
    QString text;
    for (const WordMerge::Piece &piece : merge.pieces)
        text += piece.from == WordMerge::Piece::From::Base
                    ? piece.text
                    : s("[") + s(marks[static_cast<int>(piece.from)]) + piece.text + s("]");
    return text;
}

QString side(const std::vector<WordPiece> &pieces, WordPiece::Kind leftOut)
{
    QString text;
    for (const WordPiece &piece : pieces)
        if (piece.kind != leftOut)
            text += piece.text;
    return text;
}

QString randomText(std::mt19937 &random)
{
    const QStringList words{s("pit"), s("wall"), s("río"), s("水"), s("deep"), s(" "), s(". "), s("\n")};
    QString text;
    for (auto i = random() % 20; i > 0; --i)
        text += words[static_cast<qsizetype>(random() % 8)] + QLatin1Char(' ');
    return text;
}

} // namespace

class TestWordMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreWholeWords_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *before, const char *after, const char *expected) {
            QTest::newRow(after) << s(before) << s(after) << s(expected);
        };
        row("The pit is deep.", "The pit is deep.", "The pit is deep.");
        row("The pit is deep.", "The pit is not deep.", "The pit is [+not +]deep.");
        row("The pit is deep.", "The pond is deep.", "The [-pit-][+pond+] is deep.");
        row("It names a liaison.", "It still named one liaison.", "It [-names a-][+still named one+] liaison.");
        row("", "New.", "[+New.+]");
        row("Old.", "", "[-Old.-]");
        row("It fell. It broke.", "It fell. It slid. It broke.", "It fell.[+ It slid.+] It broke.");
        row("It left in January.", "It left in January. It is in English only.",
            "It left in January.[+ It is in English only.+]");
        row("水很深", "水不深", "水[-很-][+不+]深");
    }
    void differencesAreWholeWords()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(drawn(wordDiff(before, after)), "expected");
    }

    void changesOfBothAreCombined_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("overlaps");
        const auto row = [](const char *name, const char *base, const char *ours, const char *theirs,
                            const char *expected, bool overlaps) {
            QTest::newRow(name) << s(base) << s(ours) << s(theirs) << s(expected) << overlaps;
        };
        row("apart", "The pit is deep. Nobody fell.", "The old pit is deep. Nobody fell.",
            "The pit is deep. Nobody fell yet.", "The [o:old ]pit is deep. Nobody fell[t: yet].", false);
        row("only ours", "The pit.", "The deep pit.", "The pit.", "The [o:deep ]pit.", false);
        row("only theirs", "The pit.", "The pit.", "The deep pit.", "The [t:deep ]pit.", false);
        row("the same", "The pit.", "The pond.", "The pond.", "The [b:pond].", false);
        row("a part and a sentence", "It left.", "It left; the site mended it.", "It left. It is in English.",
            "It left[o:; the site mended it].[t: It is in English.]", false);
        row("two words for one", "The pit.", "The pond.", "The lake.", "The [o:pond][t:lake].", true);
        row("both go on", "Seen.", "Seen. On Monday.", "Seen. By night.", "Seen.[o: On Monday.][t: By night.]", true);
        row("taken out and changed", "The deep pit fell.", "The pit fell.", "The shallow pit fell.",
            "The [t:shallow ]pit fell.", true);
        row("nothing before", "", "Ours.", "Theirs.", "[o:Ours.][t:Theirs.]", true);
    }
    void changesOfBothAreCombined()
    {
        QFETCH(QString, base);
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        const WordMerge merge = mergeWords(base, ours, theirs);
        QTEST(drawn(merge), "expected");
        QTEST(merge.overlaps, "overlaps");
    }

    /// A difference leads from one text to the other and back; who changed nothing gets what the other wrote.
    void nothingIsLostInRandomTexts()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 2000; ++i) {
            const QString base = randomText(random);
            const QString ours = randomText(random);
            const auto pieces = wordDiff(base, ours);
            QCOMPARE(side(pieces, WordPiece::Kind::Added), base);
            QCOMPARE(side(pieces, WordPiece::Kind::Removed), ours);
            QCOMPARE(mergeWords(base, ours, base).text(), ours);
            QCOMPARE(mergeWords(base, base, ours).text(), ours);
            QCOMPARE(mergeWords(base, ours, ours).text(), ours);
            QVERIFY(!mergeWords(base, ours, ours).overlaps);
        }
    }

    void longTextsAreComparedFromTheirEnds()
    {
        const QString beginning = s("Begin. ");
        const QString end = s(" End.");
        const QString a = beginning + QString(s("one two ")).repeated(3000) + end;
        const QString b = beginning + QString(s("uno dos ")).repeated(3000) + end;
        const auto pieces = wordDiff(a, b);
        QCOMPARE(side(pieces, WordPiece::Kind::Removed), b);
        QVERIFY(pieces.size() <= 4);
    }
};

QTEST_GUILESS_MAIN(TestWordMerge)
#include "tst_wordmerge.moc"
