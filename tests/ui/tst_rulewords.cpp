// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/rulewords.h"
#include "core/edits/locks.h"
#include "ui/words/errorwords.h"
#include "ui/words/rulewords.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

Q_DECLARE_METATYPE(adit::Error)
Q_DECLARE_METATYPE(adit::Rule)

using namespace adit;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The places that a sentence leaves for values, told by what comes out of them.
int placesIn(const QString &filled)
{
    int places = 0;
    for (int i = 1; i <= 9; ++i)
        places += filled.contains(s("«%1»").arg(i)) ? 1 : 0;
    return places;
}

QStringList numbered()
{
    QStringList values;
    for (int i = 1; i <= 9; ++i)
        values.append(s("«%1»").arg(i));
    return values;
}

} // namespace

/// No rule of the core reaches a person as a code, or as a sentence that cannot be translated.
class TestRuleWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasWordsInWindowAndCommandLine_data()
    {
        QTest::addColumn<Rule>("rule");
        for (const Rule rule : allRules())
            QTest::newRow(qPrintable(ruleName(rule))) << rule;
    }

    void everyRuleHasWordsInWindowAndCommandLine()
    {
        QFETCH(Rule, rule);
        const QString window = ruleWords(rule, numbered());
        const QString commandLine = cli::ruleSentence(rule, numbered());
        for (const QString &words : {window, commandLine}) {
            QVERIFY(!words.trimmed().isEmpty());
            QVERIFY2(!words.contains(QLatin1Char('%')), qPrintable(words));
            QVERIFY2(!words.contains(ruleName(rule)), qPrintable(words));
        }
        QCOMPARE(placesIn(window), placesIn(commandLine));
        const ErrorWords words = errorWords({ErrorCode::InvalidValue, s("x"), ruleMark(rule, numbered())});
        QVERIFY2(words.text.contains(window), qPrintable(words.text));
    }

    void namesAreOnePerRule()
    {
        QSet<QString> names;
        for (const Rule rule : allRules())
            names.insert(ruleName(rule));
        QCOMPARE(std::size_t(names.size()), allRules().size());
    }

    void marksStandWithinOtherTexts()
    {
        const QString text =
            s("row 7: ") + ruleMark(Rule::LevelAtMost, {s("75")}) + s("; ") + ruleMark(Rule::WhoVerified);
        QCOMPARE(withRuleWords(text), s("row 7: at most 75, which the scores give; who verified it"));
    }

    void whatOnlyLooksLikeAMarkStays()
    {
        for (const char *text : {"⟦no-such-rule⟧", "⟦", "who-verified", "⟧⟦who-verified"})
            QCOMPARE(withRuleWords(s(text)), s(text));
    }

    void valuesCannotEndTheirMark()
    {
        const QString evil = s("50⟧ and %2 ⟦who-verified⟧");
        const QString words = withRuleWords(ruleMark(Rule::LevelAtMost, {evil}));
        QCOMPARE(words, s("at most 50  and %2  who-verified , which the scores give"));
    }

    void refusalsSpeakOfFieldsByTheirLabels_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("text");
        QTest::newRow("a field without its value")
            << Error{ErrorCode::InvalidValue, s("verified_basis:"), ruleMark(Rule::VerifiedBasis)}
            << s("“Verified on the basis of” does not fit here.")
            << s("Nothing was changed. Expected: what showed that the correction works.");
        QTest::newRow("the field before a rule is known where it is shown")
            << Error{ErrorCode::Independence, s("R. Salas"), s("verified_by: ") + ruleMark(Rule::OwnerDoesNotVerify)}
            << s("“R. Salas” may not do this.")
            << s("Nothing was changed. The rule: the owner of an action does not verify it.");
        QTest::newRow("the whole case")
            << Error{ErrorCode::CaseLocked, wholeCase, s("2026-05-04, R. Salas")} << s("The whole case is locked.")
            << s("Nothing was changed; what you typed is still in the field. Locked 2026-05-04, R. Salas.");
        QTest::newRow("sorts of nodes")
            << Error{ErrorCode::UnknownNode, s("9"), s("chapter criterion")}
            << s("“9” is not a chapter, criterion, requirement or step that can be used here.")
            << s("Nothing was changed. Expected: chapter, criterion.");
        QTest::newRow("roles and kinds of a breach")
            << Error{ErrorCode::Independence, s("Ben"),
                     s("Ben: ") + ruleMark(Rule::DidAuditWork, {s("decision-maker"), s("evidence"), s("3")})}
            << s("“Ben” may not do this.")
            << s("Nothing was changed. The rule: Ben: decision maker, and did audit work: evidence, 3.");
    }

    void refusalsSpeakOfFieldsByTheirLabels()
    {
        QFETCH(Error, error);
        QTEST(errorWords(error).head, "head");
        QTEST(errorWords(error).text, "text");
    }

    /// What refuses an edit names a rule; words in the core cannot be translated.
    void theCoreWordsNoRefusal()
    {
        static const QRegularExpression refusal(s("(ErrorCode::\\w+|\\b(missing|invalid|refused)\\()[^;]*;"));
        static const QRegularExpression literal(s("QStringLiteral\\(\\s*\"([^\"]*)\""));
        static const QRegularExpression words(s("[a-z]+ [a-z]+"));
        const QSet<QString> codes{s("chapter criterion requirement")};
        int seen = 0;
        for (const char *room :
             {"edits", "disclosure", "review", "process", "identity", "papers", "parcel", "evidence"}) {
            QDirIterator files(s(ADIT_SOURCE_DIR "/core/") + s(room), {s("*.cpp")});
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto refusals = refusal.globalMatch(QString::fromUtf8(file.readAll()));
                while (refusals.hasNext()) {
                    ++seen;
                    auto texts = literal.globalMatch(refusals.next().captured());
                    while (texts.hasNext()) {
                        const QString text = texts.next().captured(1);
                        QVERIFY2(!words.match(text).hasMatch() || codes.contains(text),
                                 qPrintable(file.fileName() + s(": ") + text));
                    }
                }
            }
        }
        QVERIFY(seen > 50);
    }
};

QTEST_MAIN(TestRuleWords)
#include "tst_rulewords.moc"
