// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/incomingwork.h"
#include "core/edits/identityverbs.h"
#include "core/edits/locks.h"
#include "core/review/decision.h"
#include "core/review/independence.h"
#include "core/review/signoff.h"
#include "core/review/threads.h"
#include "core/storage/rolecopy.h"
#include "tests/support/builders.h"
#include "tests/support/people.h"

#include <QTest>
#include <map>

using namespace adit;
using namespace adit::test;

// Review and decision (process.md, step 5; assurance.md): threads, signing off, hard locks, independence on identities,
// and a decision whose signature says what broke it.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QDate day(2026, 6, 1);

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Cancelled : result.error().code;
}

QStringList keysOf(const std::vector<BrokenLeaf> &broken)
{
    QStringList keys;
    for (const BrokenLeaf &leaf : broken)
        keys.append(leaf.key);
    return keys;
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;

    CaseView view() const { return m_case->view(); }
    void edit(const Result<Edit> &edit) { must(m_case->apply(must(edit))); }
    void actAs(const char *name)
    {
        m_case->surroundings().profile = std::make_shared<const Profile>(profileOf(name));
        m_case->surroundings().actor = profileOf(name).shown().actor();
    }
    static Remark remark(const char *text, const char *by) { return {s(text), profileOf(by).shown().actor(), day}; }
    void member(const char *name, const char *role)
    {
        edit(addRecord(view(), m_case->newEntity(EntityKind::TeamMember),
                       {{{&infoOf(field::team_member::name), s(name)},
                         {&infoOf(field::team_member::role), s(role)},
                         {&infoOf(field::team_member::profile), profileOf(name).shown().fingerprint()}}}));
    }
    QString comment(const char *requirement, const char *weight, const char *by = "rita")
    {
        const EntityRef ref = m_case->newEntity(EntityKind::Comment);
        edit(adit::comment(view(), ref,
                           {{{&infoOf(field::comment::round), s("technical")},
                             {&infoOf(field::comment::requirement), s(requirement)},
                             {&infoOf(field::comment::weight), s(weight)}}},
                           remark("Which files?", by)));
        return ref.code;
    }
    EntityRef reply() { return m_case->newEntity(EntityKind::Reply); }
    Result<Edit> decideAs(const char *who, const DecisionInput &input)
    {
        const auto history = must(m_case->workDone());
        const ProcessState process = processStateOf(view(), m_case->ratedItems(), day);
        const CaseView seen = view();
        return decide({seen, m_case->scoreCard(), process, history}, m_case->newEntity(EntityKind::Decision), input,
                      profileOf(who), day);
    }
    DecisionState decision() { return *decisionOf(view()); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = must(CaseDocument::create(
            m_folder->filePath(s("case.adit")), smallStandard(s("1.1.1.1 1.1.1.2 1.2.1.1 2.1.1.1")),
            {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
            repeatableSurroundings()));
        actAs("lead");
        member("lead", "lead-auditor");
        member("ann", "auditor");
        member("rita", "technical-reviewer");
        member("dora", "decision-maker");
        for (const char *requirement : {"1.1.1.1", "1.1.1.2", "1.2.1.1", "2.1.1.1"})
            edit(rate(view(), s(requirement), {.rating = s("full"), .finding = s("Seen")}));
    }

    void aCommentIsAnsweredAndThenSettledByWhoAsked()
    {
        const QString label = comment("1.1.1.1", "must-answer");
        QCOMPARE(threadOf(m_case->assessment(), label)->state(), Thread::State::Open);
        QCOMPARE(codeOf(settle(view(), label, remark("", "rita"))), ErrorCode::InvalidValue); // not answered yet
        edit(answer(view(), label, reply(), remark("Boxes 3 to 7", "lead"), true));
        const Thread answered = *threadOf(m_case->assessment(), label);
        QCOMPARE(answered.state(), Thread::State::Answered);
        QVERIFY(answered.isWaiting());
        QCOMPARE((*answered.comment)[field::comment::state], s("accepted"));
        edit(answer(view(), label, reply(), remark("Of which year?", "rita"), true));
        edit(answer(view(), label, reply(), remark("Of 2025", "lead"), true));
        const Thread longer = *threadOf(m_case->assessment(), label);
        QCOMPARE(longer.replies.size(), std::size_t(2));
        QCOMPARE((*longer.replies[1])[field::reply::text], s("Of 2025"));
        QCOMPARE((*longer.comment)[field::comment::answer], s("Boxes 3 to 7")); // the first answer stays
        QCOMPARE(codeOf(settle(view(), label, remark("", "lead"))), ErrorCode::Independence);
        edit(settle(view(), label, remark("", "rita")));
        QVERIFY(!threadOf(m_case->assessment(), label)->isWaiting());
        QCOMPARE(codeOf(settle(view(), label, remark("", "rita"))), ErrorCode::NothingToChange);
        edit(reopen(view(), label));
        QVERIFY(threadOf(m_case->assessment(), label)->isWaiting());
        QCOMPARE(codeOf(answer(view(), s("Q-Z09"), reply(), remark("x", "lead"), true)), ErrorCode::InvalidValue);
        QCOMPARE(codeOf(answer(view(), label, reply(), remark(" ", "lead"), true)), ErrorCode::InvalidValue);
    }

    void aNoteWantsNoAnswer()
    {
        const QString note = comment("1.1.1.1", "note");
        QVERIFY(!threadOf(m_case->assessment(), note)->isWaiting());
        edit(settle(view(), note, remark("", "lead")));
    }

    void threadsAreFoundByWhatTheyAreAbout()
    {
        edit(addRecord(view(), m_case->newEntity(EntityKind::Nonconformity),
                       {{{&infoOf(field::nonconformity::title), s("Torn")},
                         {&infoOf(field::nonconformity::grade), s("minor")},
                         {&infoOf(field::nonconformity::state), s("raised")},
                         {&infoOf(field::nonconformity::description), s("The liner is torn")}},
                        {{&infoOf(field::nonconformity::requirements), {s("2.1.1.1")}}}}));
        comment("1.1.1.1", "must-answer");
        edit(adit::comment(
            view(), m_case->newEntity(EntityKind::Comment),
            {{{&infoOf(field::comment::round), s("technical")}, {&infoOf(field::comment::nonconformity), s("NC-A01")}}},
            remark("Why minor?", "rita")));
        QCOMPARE(threadsOf(m_case->assessment()).size(), std::size_t(2));
        QCOMPARE(threadsOf(m_case->assessment(), {.requirement = s("2.1.1.1")}).size(), std::size_t(1));
        QCOMPARE(threadsOf(m_case->assessment(), {.nonconformity = s("NC-A01")}).size(), std::size_t(1));
        QCOMPARE(threadsOf(m_case->assessment(), {.round = s("company")}).size(), std::size_t(0));
    }

    void aChapterIsSignedOffAsItStands()
    {
        const QString by = profileOf("rita").shown().actor();
        QCOMPARE(codeOf(signOff(view(), s("1.1"), profileOf("ann").shown().actor(), day)), ErrorCode::Independence);
        QCOMPARE(codeOf(signOff(view(), s("9.9"), by, day)), ErrorCode::UnknownNode);
        const QString label = comment("1.1.1.1", "must-answer");
        QCOMPARE(codeOf(signOff(view(), s("1.1"), by, day)), ErrorCode::InvalidValue); // a comment waits
        edit(answer(view(), label, reply(), remark("Boxes 3 to 7", "lead"), true));
        edit(settle(view(), label, remark("", "rita")));
        edit(signOff(view(), s("1.1"), by, day));
        QCOMPARE(signOffOf(view(), s("1.1")).state, SignOffState::State::Signed);
        QCOMPARE(signOffOf(view(), s("1.1")).by, by);
        edit(rate(view(), s("1.2.1.1"), {.finding = s("Of another chapter")}));
        QCOMPARE(signOffOf(view(), s("1.1")).state, SignOffState::State::Signed);
        edit(rate(view(), s("1.1.1.2"), {.finding = s("Seen again")}));
        QCOMPARE(signOffOf(view(), s("1.1")).state, SignOffState::State::ChangedSince);
        must(m_case->undo());
        QCOMPARE(signOffOf(view(), s("1.1")).state, SignOffState::State::Signed);
        edit(takeSignOffBack(view(), s("1.1")));
        QCOMPARE(signOffOf(view(), s("1.1")).state, SignOffState::State::Open);
    }

    void nobodyChangesWhatIsLocked()
    {
        edit(lock(view(), s("1.1"), profileOf("rita"), day, s("In review")));
        QCOMPARE(codeOf(m_case->apply(must(rate(view(), s("1.1.1.1"), {.rating = s("none")})))), ErrorCode::CaseLocked);
        QCOMPARE(codeOf(m_case->apply(must(plan(view(), s("1.1.1.2"), m_case->newId(), s("Mend"), s("2027-01-01"))))),
                 ErrorCode::CaseLocked);
        edit(rate(view(), s("1.2.1.1"), {.finding = s("Elsewhere")}));
        QCOMPARE(lockOver(m_case->assessment(), s("1.1.1.1"))->scope, s("1.1"));
        QVERIFY(!lockOver(m_case->assessment(), s("1.2.1.1")));
        // An undo is a change like any other.
        edit(unlock(view(), s("1.1"), profileOf("lead"), day, {}));
        edit(rate(view(), s("1.1.1.1"), {.finding = s("Before the lock")}));
        edit(lock(view(), wholeCase, profileOf("rita"), day, s("In review")));
        QCOMPARE(m_case->nextUndo()->subject, s("all"));
        m_case->surroundings().profile.reset();
        QCOMPARE(codeOf(m_case->undo()), ErrorCode::CaseLocked); // opening it needs a name
        QCOMPARE(codeOf(m_case->apply(must(describe(view(), {{&infoOf(field::details::method), s("x")}})))),
                 ErrorCode::CaseLocked);
        edit(adit::comment(view(), m_case->newEntity(EntityKind::Comment),
                           {{{&infoOf(field::comment::round), s("technical")}}}, remark("Still to say", "rita")));
    }

    void whoMayUnlock()
    {
        edit(lock(view(), wholeCase, profileOf("rita"), day, {}));
        QCOMPARE(codeOf(lock(view(), wholeCase, profileOf("rita"), day, {})), ErrorCode::NothingToChange);
        QCOMPARE(codeOf(unlock(view(), wholeCase, profileOf("ann"), day, {})), ErrorCode::Independence);
        QCOMPARE(codeOf(unlock(view(), s("1.1"), profileOf("lead"), day, {})), ErrorCode::NothingToChange);
        QCOMPARE(codeOf(lock(view(), s("7.7"), profileOf("rita"), day, {})), ErrorCode::UnknownNode);
        edit(unlock(view(), wholeCase, profileOf("dora"), day, s("To decide")));
        edit(rate(view(), s("1.1.1.1"), {.rating = s("partial")}));
    }

    void whatChangedSinceTheLastReading()
    {
        const QString read = must(m_case->chainEnds());
        QVERIFY(must(m_case->logSince(read)).empty());
        edit(rate(view(), s("1.1.1.1"), {.finding = s("Seen twice")}));
        const auto entries = must(m_case->logSince(read));
        QCOMPARE(entries.size(), std::size_t(1));
        QCOMPARE(entries[0].before, std::optional(s("Seen")));
        QCOMPARE(codeOf(m_case->logSince(s("nonsense"))), ErrorCode::InvalidValue);
        QVERIFY(must(m_case->logSince({})).size() > 10); // who never read has all of it before them
    }

    void independenceIsDrawnFromTheHistory()
    {
        QVERIFY(independenceOf(m_case->assessment(), must(m_case->workDone())).holds());
        actAs("rita");
        edit(rate(view(), s("2.1.1.1"), {.rating = s("partial")}));
        must(m_case->undo()); // what was undone was done
        const auto statement = independenceOf(m_case->assessment(), must(m_case->workDone()));
        QCOMPARE(statement.breaches.size(), std::size_t(1));
        QCOMPARE(statement.breaches[0].name, s("rita"));
        QCOMPARE(codeOf(decideAs("dora", {.outcome = s("level"), .level = s("IRMA 50"), .reason = s("x")})),
                 ErrorCode::Independence);
    }

    /// Nobody can say of what they did not see whose work it was (parcels by role).
    void independenceIsNotClaimedOfWhatWasNotSeen()
    {
        const QString lead = profileOf("lead").shown().actor();
        const QString rita = profileOf("rita").shown().actor();
        const auto of = [&](const std::vector<WorkDone> &history) {
            return independenceOf(m_case->assessment(), history);
        };
        // An auditor's work is an auditor's, whatever it was, and who only commented did no audit work.
        QVERIFY(of({{lead, EntityKind::Answer, 9}, {lead, std::nullopt, 4}, {std::nullopt, EntityKind::Comment, 5}})
                    .isWhole());
        const auto statement = of({{std::nullopt, std::nullopt, 3},
                                   {rita, std::nullopt, 2},
                                   {std::nullopt, EntityKind::Answer, 7},
                                   {lead, std::nullopt, 100}});
        QCOMPARE(statement.unseen, 12);
        QCOMPARE(statement.unnamed, 7);
        QVERIFY(statement.holds() && !statement.isWhole());
    }

    void whoDecidesSeesWhoWorked_data()
    {
        QTest::addColumn<bool>("seesActors");
        QTest::newRow("something is withheld with its author") << true;
        QTest::newRow("no author is told") << false;
    }
    void whoDecidesSeesWhoWorked()
    {
        QFETCH(bool, seesActors);
        edit(rate(view(), s("2.1.1.1"), {.notes = s("A note of hers")}));
        const QString path = m_folder->filePath(s("part.adit"));
        const auto sees = [](const Operation &operation) { return operation.field != QLatin1String("notes"); };
        must(m_case->copyDoor().saveCopyFor(path, {sees, seesActors, true}, {}));
        m_case = must(CaseDocument::open(path, repeatableSurroundings(3)));
        const auto statement = independenceOf(m_case->assessment(), must(m_case->workDone()));
        QVERIFY(statement.holds());
        QVERIFY(!statement.isWhole());
        QCOMPARE(statement.unnamed > 0, !seesActors);
        if (seesActors)
            QCOMPARE(statement.unseen, 1);
        const auto history = must(m_case->workDone());
        const ProcessState process = processStateOf(view(), m_case->ratedItems(), day);
        const CaseView seen = view();
        const auto checks = decisionChecklist({seen, m_case->scoreCard(), process, history});
        const auto check = std::ranges::find(checks, s("independence"), &DecisionCheck::code);
        QVERIFY(!check->isMet()); // so no decision says that it is
        const auto decided = decideAs("dora", {.outcome = s("pending"), .reason = s("Waits for the mine")});
        QCOMPARE(decided.has_value(), seesActors);
        if (!seesActors)
            QCOMPARE(codeOf(decided), ErrorCode::Independence);
        const auto &changes = seesActors ? decided->changes : std::vector<Change>();
        QVERIFY(std::ranges::none_of(changes, [](const Change &change) {
            return change.value && *change.value == QLatin1String("independence");
        }));
    }

    void reviewerAndDecisionMakerAreNotEachOtherAndNotOnTheTeam()
    {
        edit(addRecord(view(), m_case->newEntity(EntityKind::TeamMember),
                       {{{&infoOf(field::team_member::name), s("  RITA ")},
                         {&infoOf(field::team_member::role), s("decision-maker")}}}));
        QVERIFY(!independenceOf(m_case->assessment(), {}).holds());
        must(m_case->undo());
        // By another name, but with the same keys.
        edit(addRecord(view(), m_case->newEntity(EntityKind::TeamMember),
                       {{{&infoOf(field::team_member::name), s("D. Diallo")},
                         {&infoOf(field::team_member::role), s("auditor")},
                         {&infoOf(field::team_member::profile), profileOf("dora").shown().fingerprint()}}}));
        QCOMPARE(independenceOf(m_case->assessment(), {}).breaches.front().name, s("dora"));
    }

    void onlyTheDecisionMakerDecides()
    {
        const DecisionInput input{.outcome = s("level"), .level = s("IRMA 50"), .reason = s("Lower, for caution")};
        for (const char *who : {"lead", "ann", "rita"})
            QCOMPARE(codeOf(decideAs(who, input)), ErrorCode::Independence);
        QCOMPARE(codeOf(decideAs("dora", {.outcome = s("perhaps")})), ErrorCode::UnknownChoice);
        QCOMPARE(codeOf(decideAs("dora", {.outcome = s("pending")})), ErrorCode::InvalidValue); // no reason
        QCOMPARE(codeOf(decideAs("dora", {.outcome = s("level"), .level = s("gold"), .reason = s("x")})),
                 ErrorCode::InvalidValue);
        QCOMPARE(codeOf(decideAs("dora", {.outcome = s("level"), .level = s("IRMA 100")})), ErrorCode::GateClosed);
        edit(revoke(view(), profileOf("dora"), profileOf("dora").shown(), day, s("Stolen")));
        QCOMPARE(codeOf(decideAs("dora", input)), ErrorCode::ProfileRevoked);
    }

    void aLevelThatTheScoresDoNotGiveIsRefused()
    {
        edit(rate(view(), s("1.1.1.1"), {.rating = s("none")}));
        edit(rate(view(), s("1.1.1.2"), {.rating = s("none")}));
        QCOMPARE(codeOf(decideAs("dora", {.outcome = s("level"), .level = s("IRMA 100"), .reason = s("x")})),
                 ErrorCode::InvalidValue);
        edit(rate(view(), s("2.1.1.1"), {.rating = s("")}));
        QCOMPARE(codeOf(decideAs("dora", {.outcome = s("level"), .level = s("IRMA Transparency"), .reason = s("x")})),
                 ErrorCode::InvalidValue); // not all is rated
        edit(decideAs("dora", {.outcome = s("pending"), .reason = s("2.1 is to be seen")}));
        QVERIFY(decision().holds());
    }

    void aDecisionSaysWhatBrokeIt()
    {
        edit(decideAs("dora", {.outcome = s("level"), .level = s("IRMA 100"), .reason = s("Small mine")}));
        QVERIFY(decision().isSigned);
        QVERIFY(decision().holds());
        QCOMPARE((*decision().record)[field::decision::level], s("IRMA 100"));
        edit(rate(view(), s("1.1.1.1"), {.notes = s("A note breaks nothing")}));
        QVERIFY(decision().holds());
        edit(rate(view(), s("1.1.1.1"), {.finding = s("Another finding")}));
        edit(setRelevance(view(), s("1.2"), false, s("None here")));
        QCOMPARE(keysOf(decision().broken), (QStringList{s("answer:1.1.1.1"), s("relevance:1.2")}));
        must(m_case->undo());
        must(m_case->undo());
        QVERIFY(decision().holds()); // as it was, byte by byte
        // What the record says cannot be altered either.
        const EntityRef ref{EntityKind::Decision, m_case->assessment().records(EntityKind::Decision).begin()->first,
                            s("L-A01")};
        edit(changeRecord(view(), ref, {{{&infoOf(field::decision::reason), s("Another reason")}}}));
        QVERIFY(!decision().isSigned);
    }

    void deferredItemsAreLeftOutWithAReason()
    {
        edit(rate(view(), s("2.1.1.1"),
                  {.rating = s("deferred"), .justification = s("Road closed"), .until = s("2027-01-31")}));
        const DecisionInput without{.outcome = s("level"), .level = s("IRMA 100"), .reason = s("Small mine")};
        QCOMPARE(codeOf(decideAs("dora", without)), ErrorCode::InvalidValue);
        DecisionInput with = without;
        with.excludeDeferred = s("Seen at the next visit");
        edit(decideAs("dora", with));
        QCOMPARE(m_case->assessment().details()[field::details::deferred_left_out], s("Seen at the next visit"));
        QVERIFY(decision().holds());
    }

    void aDecisionTravels()
    {
        edit(decideAs("dora", {.outcome = s("level"), .level = s("IRMA 100"), .reason = s("Small mine")}));
        const QString copy = m_folder->filePath(s("copy.adit"));
        must(m_case->saveCopy(copy));
        const auto other = must(CaseDocument::open(copy, repeatableSurroundings(7)));
        QVERIFY(decisionOf(other->view())->holds());
    }

    /// RFC 9162, 2.1: the tree of seven leaves is that of four and that of three.
    void theRootHasTheShapeOfTheStandard()
    {
        std::vector<ReviewLeaf> leaves;
        leaves.reserve(7);
        for (int i = 0; i < 7; ++i)
            leaves.push_back({QString::number(i), sha256(QByteArray(1, static_cast<char>(i)))});
        const auto node = [](const Digest &a, const Digest &b) { return sha256('\1' + toBytes(a) + toBytes(b)); };
        const Digest left = node(node(leaves[0].hash, leaves[1].hash), node(leaves[2].hash, leaves[3].hash));
        const Digest right = node(node(leaves[4].hash, leaves[5].hash), leaves[6].hash);
        QCOMPARE(toHex(rootOf(leaves)), toHex(node(left, right)));
        QCOMPARE(toHex(rootOf({leaves[0]})), toHex(leaves[0].hash));
    }
};

QTEST_GUILESS_MAIN(TestReview)

#include "tst_review.moc"
