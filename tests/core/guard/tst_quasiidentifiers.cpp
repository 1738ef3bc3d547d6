// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/quasiidentifiers.h"

#include <QTest>

using namespace adit;

// What tells of a person without a name (report.md, "Redaction"): role, gender, place and date in one sentence, and the
// words of an interview as they were said. Both are warnings.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// R, G, P, D for what a sentence has, with the sentence.
QString told(const char *text, const QStringList &places = {})
{
    QStringList all;
    for (const TellingSentence &sentence : tellingSentences({{s("here"), s(text)}}, places))
        all.append((sentence.hasRole ? s("R") : s("")) + (sentence.hasGender ? s("G") : s("")) +
                   (sentence.hasPlace ? s("P") : s("")) + (sentence.hasDate ? s("D") : s("")) + s(": ") +
                   s(text).mid(sentence.from, sentence.length));
    return all.join(QLatin1Char('|'));
}

QStringList quoted(const QString &text, const QStringList &interviews)
{
    std::vector<GuardedText> summaries;
    for (const QString &interview : interviews)
        summaries.push_back({s("interview"), interview});
    QStringList quotes;
    for (const ExactQuote &quote : exactQuotes({{s("here"), text}}, summaries))
        quotes.append(text.mid(quote.from, quote.length));
    return quotes;
}

} // namespace

class TestQuasiIdentifiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeOfFourInASentenceAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::addRow("%s", text) << QByteArray(text) << s(expected);
        };
        row("The driver said she was beaten at the north gate.",
            "RGP: The driver said she was beaten at the north gate");
        row("The driver was beaten on 12 May 2026, she said.", "RGD: The driver was beaten on 12 May 2026, she said");
        row("The driver may come, she said.", "");
        row("The driver was beaten on Monday, she said.", "RGD: The driver was beaten on Monday, she said");
        row("On 2026-05-12 the only nurse of the clinic left.", "RPD: On 2026-05-12 the only nurse of the clinic left");
        row("A woman of the village came on 12.05.2026.", "GPD: A woman of the village came on 12.05.2026");
        row("A nurse spoke. She left. It was Monday. The gate was shut.", "");
        row("Workers of the plant and women of the village met in June.", "");
        row("The enfermera habló en la clínica el lunes.", "RGPD: The enfermera habló en la clínica el lunes");
        row("La señora, delegada, habló en marzo.", "RGD: La señora, delegada, habló en marzo");
        row("El chofer dijo que él estaba en el campamento.", "RGP: El chofer dijo que él estaba en el campamento");
        row("Une ouvrière de l'usine l'a dit lundi.", "RGPD: Une ouvrière de l'usine l'a dit lundi");
        row("Elle est comptable au village.", "RGP: Elle est comptable au village");
        row("A operária falou na portaria em março.", "RGPD: A operária falou na portaria em março");
        row("O motorista, ele e outros, disse ontem.", "RGD: O motorista, ele e outros, disse ontem");
        row("Mr. K., the cook, spoke in June.", "RGD: Mr. K., the cook, spoke in June");
        row("", "");
    }
    void threeOfFourInASentenceAreTold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(told(text.constData()), expected);
    }

    void placesOfTheCaseCount()
    {
        QCOMPARE(told("The cook told us that she is from Kapenguria West."), QString());
        QCOMPARE(told("The cook told us that she is from Kapenguria West.", {s("Kapenguria West")}),
                 s("RGP: The cook told us that she is from Kapenguria West"));
    }

    void eightWordsOfAnInterviewAreAQuote()
    {
        const QString said = s("They told me to sign the paper or to leave the camp before the evening.");
        QCOMPARE(quoted(s("One was told: \u201Cto sign the paper or to leave the camp\u201D."), {said}),
                 QStringList{s("to sign the paper or to leave the camp")});
        QCOMPARE(quoted(s("TO SIGN\nthe paper, or to leave the\u00A0camp"), {said}),
                 QStringList{s("TO SIGN\nthe paper, or to leave the\u00A0camp")});
        QCOMPARE(quoted(s("sign the paper or to leave the"), {said}), QStringList());
        QCOMPARE(quoted(s("sign the paper or to leave the camp"), {said}),
                 QStringList{s("sign the paper or to leave the camp")});
        QCOMPARE(quoted(s("to sign a paper or to leave the camp before"), {said}), QStringList());
    }

    void theInterviewAndItsPlaceAreSaid()
    {
        const QString said = s("Intro. one two three four five six seven eight nine");
        const auto quotes =
            exactQuotes({{s("a"), s("none")}, {s("b"), s("x one two three four five six seven eight y")}},
                        {{s("i"), s("nothing")}, {s("j"), said}});
        QCOMPARE(quotes.size(), std::size_t(1));
        QCOMPARE(quotes[0].place, s("b"));
        QCOMPARE(quotes[0].text, std::size_t(1));
        QCOMPARE(quotes[0].interview, std::size_t(1));
        QCOMPARE(quotes[0].interviewFrom, qsizetype(7));
    }

    void hanCountsTwoCharactersAsAWord()
    {
        const QString said = s("他们让我在文件上签字否则就必须离开营地");
        QCOMPARE(quoted(s("有人说让我在文件上签字否则"), {said}), QStringList());
        QCOMPARE(quoted(s("有人说他们让我在文件上签字否则就必须离开。"), {said}),
                 QStringList{s("他们让我在文件上签字否则就必须离开")});
    }

    void severalQuotesOfATextAreEachFound()
    {
        QCOMPARE(quoted(s("a b c d e f g h, and then i j k l m n o p"), {s("a b c d e f g h"), s("z i j k l m n o p")}),
                 QStringList({s("a b c d e f g h"), s("i j k l m n o p")}));
    }
};

QTEST_GUILESS_MAIN(TestQuasiIdentifiers)
#include "tst_quasiidentifiers.moc"
