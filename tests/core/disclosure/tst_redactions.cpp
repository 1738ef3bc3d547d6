// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/rolesight.h"
#include "core/disclosure/disclosed.h"
#include "core/disclosure/redactionverbs.h"
#include "core/edits/identityverbs.h"
#include "tests/support/builders.h"
#include "tests/support/people.h"

#include <QTest>
#include <random>

using namespace adit;
using namespace adit::test;

// What is withheld of what is public (report.md, Redaction): somebody asks, somebody else decides; of a withheld
// passage nothing is left in the text that pages are laid out from; ratings are never withheld.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString fingerprint(const char *name)
{
    return profileOf(name).shown().fingerprint();
}

const QDate day(2026, 6, 1);

QString marked(const PublicText &text)
{
    return text.joined(
        [](WithheldAs withheld) { return QLatin1Char('<') + QString(codeOf(withheld)) + QLatin1Char('>'); });
}

template <typename T>
QString refusal(const Result<T> &result)
{
    return result ? QString() : result.error().subject;
}

} // namespace

class TestRedactions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;

    CaseView view() const { return m_case->view(); }
    void edit(const Result<Edit> &edit) { must(m_case->apply(must(edit))); }
    void finding(const char *code, const QString &text)
    {
        edit(rate(view(), s(code), {.rating = s("partial"), .finding = text}));
    }
    Result<Edit> ask(const RedactionInput &input, const char *who = "lead")
    {
        return askRedaction(view(), m_case->newEntity(EntityKind::Redaction), input, profileOf(who), day);
    }
    static RedactionInput passage(const char *text, const char *reason = "B")
    {
        return {.target = s("answer/1.1.1.1"), .field = s("finding"), .passage = s(text), .reason = s(reason)};
    }
    QString shown(Reader reader = Reader::Public, const char *code = "1.1.1.1") const
    {
        const auto requirement = *RequirementCode::fromString(s(code));
        const Assessment &assessment = m_case->assessment();
        return marked(*disclose(Redactions(assessment, reader), assessment.answerRef(requirement),
                                assessment.answer(requirement), field::answer::finding));
    }
    RedactionState state(int number = 0) const
    {
        return redactionStates(view(), day)[static_cast<std::size_t>(number)];
    }
    using State = RedactionState::State;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = must(CaseDocument::create(m_folder->filePath(s("case.adit")), smallStandard(s("1.1.1.1 1.1.1.2")),
                                           {{{&infoOf(field::details::site), s("Hill")}}}, repeatableSurroundings()));
        finding("1.1.1.1", s("The foreman Abel was heard. Abel named two shifts; the pay books agree."));
    }

    /// Nothing slips out while it waits, and each place of the words is one that they could slip out from.
    void whatIsAskedForIsWithheldEverywhereAtOnce()
    {
        edit(ask(passage("Abel")));
        QCOMPARE(shown(), s("The foreman <AB> was heard. <AB> named two shifts; the pay books agree."));
        QCOMPARE(state().places, 2);
        QVERIFY(state().state == State::Asked && !state().isSettled());
    }

    void wordingStandsInItsPlace()
    {
        RedactionInput input = passage("The foreman Abel");
        input.wording = s("A person");
        edit(ask(input));
        QCOMPARE(shown(), s("A person was heard. Abel named two shifts; the pay books agree."));
        input.passage = s("Abel");
        input.wording = s("somebody called abel");
        QVERIFY(refusal(ask(input)).startsWith(s("wording")));
    }

    void wholeFieldLeavesNothing()
    {
        edit(ask({.target = s("answer/1.1.1.1"), .field = s("finding"), .reason = s("D")}));
        QCOMPARE(shown(), s("<D>"));
        edit(rate(view(), s("1.1.1.1"), {.finding = QString()}));
        QCOMPARE(shown(), s("<D>"));
        QCOMPARE(state().places, 0);
        QVERIFY(!state().isSettled());
    }

    /// Where passages overlap there is one mark, and what protects people decides which.
    void overlappingPassagesAreAllGone()
    {
        edit(ask(passage("Abel was heard. Abel named", "F")));
        edit(ask(passage("heard. Abel", "A")));
        QCOMPARE(shown(), s("The foreman <F><AB><F> two shifts; the pay books agree."));
    }
    void passageThatOverlapsItselfIsAllGone()
    {
        finding("1.1.1.1", s("xanananay"));
        edit(ask(passage("anana")));
        QCOMPARE(shown(), s("x<AB>y"));
    }

    void refusedIsPrintedAndStaysOnRecord()
    {
        edit(ask(passage("two shifts", "G")));
        edit(decideRedaction(view(), state().record->text(field::redaction::label.index), false,
                             s("No right is touched"), profileOf("decider"), day));
        QVERIFY(shown().contains(s("two shifts")));
        QVERIFY(state().state == State::Refused && state().isSettled());
        QCOMPARE((*state().record)[field::redaction::decision], s("No right is touched"));
    }
    void refusalHasAReason()
    {
        edit(ask(passage("Abel")));
        QVERIFY(refusal(decideRedaction(view(), s("RD-A01"), false, s(" "), profileOf("decider"), day))
                    .startsWith(s("decision")));
    }

    void whoAskedDoesNotDecide()
    {
        edit(ask(passage("Abel"), "lead"));
        const auto decided = decideRedaction(view(), s("RD-A01"), true, {}, profileOf("lead"), day);
        QVERIFY(!decided);
        QCOMPARE(decided.error().code, ErrorCode::Independence);
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("decider"), day));
        QVERIFY(state().state == State::Approved && state().isSettled());
    }

    /// The approval is bound to what was approved.
    void approvalFallsWhenAnythingChanges_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("passage") << s("passage") << s("The foreman");
        QTest::newRow("reason") << s("reason") << s("G");
        QTest::newRow("wording") << s("wording") << s("A person");
        QTest::newRow("review day") << s("review_by") << s("2030-01-01");
        QTest::newRow("who decided") << s("decided_by") << fingerprint("lead");
        QTest::newRow("who asked") << s("asked_by") << fingerprint("somebody");
        QTest::newRow("signature") << s("signature") << QString(128, QLatin1Char('a'));
    }
    void approvalFallsWhenAnythingChanges()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        edit(ask(passage("Abel")));
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("decider"), day));
        const EntityRef redaction = *entityFrom(m_case->assessment(), s("redaction/RD-A01"));
        edit(changeRecord(view(), redaction, {{{findField(EntityKind::Redaction, field), value}}}));
        QCOMPARE(state().state, State::Fallen);
        QVERIFY(!state().isSettled());
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("decider"), day));
        QCOMPARE(state().state, State::Approved);
    }
    void approvalFallsWhenTheTextChanges()
    {
        edit(ask(passage("Abel")));
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("decider"), day));
        finding("1.1.1.1", s("The foreman Abel was heard twice."));
        QCOMPARE(state().state, State::Fallen);
        QCOMPARE(shown(), s("The foreman <AB> was heard twice."));
        finding("1.1.1.1", s("Everybody was heard."));
        QCOMPARE(state().places, 0);
        QCOMPARE(shown(), s("Everybody was heard."));
    }
    void itIsLookedAtAgain()
    {
        RedactionInput input = passage("Abel");
        input.reviewBy = day.addDays(10);
        edit(ask(input));
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("decider"), day));
        QVERIFY(redactionStates(view(), day.addDays(10)).front().isSettled());
        QVERIFY(!redactionStates(view(), day.addDays(11)).front().isSettled());
    }

    /// What protects people is not given up by one person: neither by who asked nor by undoing.
    void withdrawingIsDecidedToo()
    {
        edit(ask(passage("Abel")));
        QCOMPARE(withdrawRedaction(view(), s("RD-A01"), s("A mistake"), profileOf("lead"), day).error().code,
                 ErrorCode::Independence);
        QCOMPARE(m_case->undo().error().code, ErrorCode::NothingToUndo);
        edit(withdrawRedaction(view(), s("RD-A01"), s("A mistake"), profileOf("decider"), day));
        QVERIFY(shown().contains(s("Abel")));
        QVERIFY(state().state == State::Withdrawn && state().isSettled());
    }
    /// A refusal that nobody signed publishes nothing.
    void unsignedRefusalHidesAsBefore()
    {
        edit(ask(passage("Abel")));
        const EntityRef redaction = *entityFrom(m_case->assessment(), s("redaction/RD-A01"));
        for (const char *word : {"refused", "withdrawn"}) {
            edit(changeRecord(view(), redaction, {{{&infoOf(field::redaction::state), s(word)}}}));
            QVERIFY(!shown().contains(s("Abel")));
            QVERIFY(state().state == State::Fallen && !state().isSettled());
        }
    }
    void revokedProfileDecidedNothing()
    {
        edit(ask(passage("Abel")));
        edit(decideRedaction(view(), s("RD-A01"), false, s("No need"), profileOf("decider"), day));
        QVERIFY(shown().contains(s("Abel")));
        edit(revoke(view(), profileOf("decider"), profileOf("decider").shown(), day, s("Stolen")));
        QVERIFY(!shown().contains(s("Abel")));
    }

    /// Anybody may recompute every score from what is published.
    void nothingThatIsScoredIsEverWithheld()
    {
        for (const KindInfo &kind : allKinds())
            for (const FieldInfo &field : fieldsOf(kind.kind))
                if (isRedactable(field))
                    QVERIFY2(field.type == ValueType::Text || field.type == ValueType::Line, field.name.data());
        for (const FieldInfo *field :
             {&infoOf(field::answer::rating), &infoOf(field::relevance::state), &infoOf(field::nonconformity::grade),
              &infoOf(field::decision::level), &infoOf(field::answer::until), &infoOf(field::answer::notes)})
            QVERIFY2(!isRedactable(*field), field->name.data());
        for (const char *name : {"rating", "notes", "nothing"}) {
            RedactionInput input = passage("");
            input.field = s(name);
            QVERIFY(refusal(ask(input)).startsWith(s("field")));
        }
    }

    void badInputIsRefused()
    {
        QVERIFY(refusal(ask(passage("Adam"))).startsWith(s("passage")));
        QVERIFY(refusal(ask(passage("Abel", "H"))).startsWith(s("reason")));
        for (const char *target : {"", "answer", "answer/9.9.9.9", "answer/1.1.1.2", "nonconformity/NC-A01",
                                   "person/P-A01", "details/x", "details/", "action/1.1.1.1", "redaction/RD-A01"}) {
            RedactionInput input = passage("Abel");
            input.target = s(target);
            QVERIFY2(!ask(input), target);
        }
        QVERIFY(refusal(decideRedaction(view(), s("RD-A09"), true, {}, profileOf("decider"), day))
                    .startsWith(s("redaction")));
    }

    /// Trade secrets do not hide what a score rests on.
    void tradeSecretLeavesWhatTheScoreRestsOn()
    {
        RedactionInput whole{.target = s("answer/1.1.1.1"), .field = s("finding"), .reason = s("C")};
        QVERIFY(refusal(ask(whole)).startsWith(s("reason")));
        whole.passage = s("The foreman Abel was heard. Abel named two shifts; the pay books agree.");
        QVERIFY(refusal(ask(whole)).startsWith(s("reason")));
        // Nor all of it but a word, nor blanks that stand for all of it.
        whole.passage = s("The foreman Abel was heard. Abel named two shifts; the pay books");
        QVERIFY(refusal(ask(whole)).startsWith(s("reason")));
        whole.passage = s(" ");
        QVERIFY(refusal(ask(whole)).startsWith(s("passage")));
        RedactionInput part = passage("the pay books", "C");
        QVERIFY(refusal(ask(part)).startsWith(s("score_basis")));
        part.scoreBasis = s("The shift plan shows the same");
        QVERIFY(ask(part).has_value());
    }

    /// The mine gets neither the passage nor any version of the text it stands in, where people are to be protected.
    void theMineGetsNoCopyOfWhatProtectsPeople()
    {
        const RoleSight &mine = *roleSight(s("mine"));
        const EntityRef answer = m_case->assessment().answerRef(*RequirementCode::fromString(s("1.1.1.1")));
        const auto sees = [&](const auto &field) {
            return CaseSight(mine, m_case->assessment(), {}).sees(answer, infoOf(field));
        };
        QVERIFY(sees(field::answer::finding));
        edit(ask(passage("pay books", "G")));
        QVERIFY(sees(field::answer::finding));
        QVERIFY(shown(Reader::Company).contains(s("pay books")));
        edit(ask(passage("Abel", "B")));
        QVERIFY(!sees(field::answer::finding));
        QVERIFY(sees(field::answer::rating));
        QCOMPARE(shown(Reader::Company), s("The foreman <AB> was heard. <AB> named two shifts; the pay books agree."));
        edit(withdrawRedaction(view(), s("RD-A02"), s("No need"), profileOf("decider"), day));
        QVERIFY(sees(field::answer::finding));
        edit(ask({.target = s("answer/1.1.1.1"), .passage = s("Abel"), .reason = s("A")}));
        QVERIFY(!sees(field::answer::finding));
        QVERIFY(
            CaseSight(*roleSight(s("auditor")), m_case->assessment(), {}).sees(answer, infoOf(field::answer::finding)));
    }

    /// Property: pieces are the text again, no visible part holds a passage, and what is shown does not depend on what
    /// is withheld.
    void withheldWordsLeaveNoTrace()
    {
        std::mt19937 random(5);
        const auto word = [&](const char *letters, int length) {
            QString out;
            for (int i = 0; i < length; ++i)
                out += QLatin1Char(letters[random() % 3]);
            return out;
        };
        Assessment assessment(*AssessmentId::fromString(s("7d444840-9dc0-41d1-b245-5ffdce74fad2")));
        const EntityRef answer = assessment.answerRef(*RequirementCode::fromString(s("1.1.1.1")));
        const EntityRef redaction = assessment.derivedRef(EntityKind::Redaction, s("RD-A01"));
        Record &record = assessment.write(redaction);
        record.set(field::redaction::target.index, targetOf(answer));
        record.set(field::redaction::reason.index, s("B"));
        record.set(field::redaction::state.index, s("asked"));
        for (int round = 0; round < 500; ++round) {
            // Secrets are of other letters than what stands around them.
            const QString before = word("abc", 5), between = word("abc", 4), after = word("abc", 3);
            QStringList shownTexts;
            for (int other = 0; other < 2; ++other) {
                const QString secret = word("xyz", 1 + static_cast<int>(random() % 9));
                const QString text = before + secret + between + secret + after;
                record.set(field::redaction::passage.index, secret);
                const Redactions redactions(assessment, Reader::Public);
                QString again;
                for (const TextPiece &piece : redactions.piecesOf(answer, infoOf(field::answer::finding), text)) {
                    again += piece.text;
                    QVERIFY(piece.redaction || !piece.text.contains(secret));
                }
                QCOMPARE(again, text);
                shownTexts.append(marked(redactions.textOf(answer, infoOf(field::answer::finding), text)));
            }
            QCOMPARE(shownTexts[0], shownTexts[1]);
        }
    }
};

QTEST_GUILESS_MAIN(TestRedactions)
#include "tst_redactions.moc"
