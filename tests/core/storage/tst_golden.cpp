// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/storage/migrations.h"
#include "tests/support/builders.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>
#include <cstdio>

using namespace adit;
using namespace adit::test;

// Files of every released schema must open, verify and score as on the day they were made. `tst_golden --make FILE`
// made tests/data/schema-N.adit on the day before schema N was released; none of them is ever made again.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Four principles of two chapters with five requirements each; the first of each chapter is critical.
Standard goldenStandard()
{
    QString requirements;
    for (int principle = 1; principle <= 4; ++principle)
        for (int chapter = 1; chapter <= 2; ++chapter)
            for (int i = 1; i <= 5; ++i)
                requirements += s(principle == 4 && chapter == 2 && i == 5 ? "new:%1.%2.1.%3%4 " : "%1.%2.1.%3%4 ")
                                    .arg(principle)
                                    .arg(chapter)
                                    .arg(i)
                                    .arg(s(i == 1 ? "!" : ""));
    return smallStandard(requirements);
}

QString recoveryCode()
{
    return s("PPDWS-DWBDR-Y6SGD-1NG6F-WV54T-K86F0-1YRFG-3ZD9T-CKSYZ-9XD7T-40R5A-4GSE1-D8V0S");
}

/// Who wrote the name in the file; its keys follow from the code alone.
Profile interviewer()
{
    return must(Profile::recover(recoveryCode(), s("R. Salas"), {s("auditor")}, QDate(2026, 5, 1)));
}

int make(const QString &path)
{
    const auto document = must(CaseDocument::create(path, goldenStandard(),
                                                    {{{&infoOf(field::details::site), s("Golden hill")},
                                                      {&infoOf(field::details::mine), s("existing")},
                                                      {&infoOf(field::details::kind), s("initial")}}},
                                                    repeatableSurroundings(41)));
    const auto apply = [&](const Result<Edit> &edit) { must(document->apply(must(edit))); };
    const char *ratings[] = {"full", "substantial", "partial", "full", "none"};
    for (int i = 0; i < 30; ++i) {
        const QString requirement = document->standard().requirement(i).code.toString();
        apply(rate(document->view(), requirement,
                   {.rating = s(ratings[(i * i + i / 3) % 5]),
                    .finding = s("Finding %1 — güey 水").arg(i),
                    .sources = QStringList{s("worker"), s("observation")}}));
    }
    apply(rate(document->view(), s("4.1.1.1"),
               {.rating = s("deferred"), .justification = s("Road closed"), .until = s("2027-03-31")}));
    apply(rate(document->view(), s("1.1.1.2"), {.sources = QStringList{s("community")}}));
    apply(plan(document->view(), s("1.1.1.1"), document->newId(), s("Repair the liner"), s("2027-06-30")));
    apply(setRelevance(document->view(), s("3.2"), false, s("No such thing on this site")));
    apply(selfAssess(document->view(), s("2.1.1.1"), s("full"), s("We think so")));
    apply(setPreviousRating(document->view(), s("2.1.1.2"), s("none")));
    apply(rate(document->view(), s("2.2.1.1"), {.rating = s("none")}));
    must(document->undo());
    const EntityRef person = document->newEntity(EntityKind::Person);
    apply(
        addRecord(document->view(), person,
                  {{{&infoOf(field::person::stakeholder), s("worker")}, {&infoOf(field::person::language), s("qu")}}}));
    apply(addEvidence(document->view(), document->newEntity(EntityKind::Evidence),
                      {{{&infoOf(field::evidence::title), s("Río photo")},
                        {&infoOf(field::evidence::state), s("taken")},
                        {&infoOf(field::evidence::source), s("observation")}},
                       {{&infoOf(field::evidence::requirements), {s("1.1.1.1"), s("2.1.1.1")}}}},
                      EvidenceFile{s("rio.txt"), s("text/plain"), "agua"}));
    apply(addRecord(document->view(), document->newEntity(EntityKind::Interview),
                    {{{&infoOf(field::interview::held), s("2026-05-05")},
                      {&infoOf(field::interview::summary), s("Said the river was brown")}},
                     {{&infoOf(field::interview::people), {person.code}},
                      {&infoOf(field::interview::requirements), {s("2.1.1.1")}}}}));
    apply(addRecord(document->view(), document->newEntity(EntityKind::TeamMember),
                    {{{&infoOf(field::team_member::name), s("Ана Ndlovu")},
                      {&infoOf(field::team_member::role), s("lead-auditor")},
                      {&infoOf(field::team_member::declaration), s("none")},
                      {&infoOf(field::team_member::declared), s("2026-05-01")}},
                     {{&infoOf(field::team_member::chapters), {s("1.1"), s("2.1")}}}}));
    apply(addRecord(document->view(), document->newEntity(EntityKind::Nonconformity),
                    {{{&infoOf(field::nonconformity::title), s("Liner torn")},
                      {&infoOf(field::nonconformity::grade), s("minor")},
                      {&infoOf(field::nonconformity::raised), s("2026-05-06")},
                      {&infoOf(field::nonconformity::state), s("raised")},
                      {&infoOf(field::nonconformity::description), s("The liner is torn at two places")}},
                     {{&infoOf(field::nonconformity::requirements), {s("1.1.1.3")}}}}));
    Draft named(document->view(), Verb::Change, person.code);
    const QString name =
        must(IdentityWriter(interviewer()).seal(named, person, infoOf(field::person::name), s("Inés Quispe")));
    named.add(must(changeRecord(named.view(), person, {{{&infoOf(field::person::name), name}}})));
    apply(named.edit());
    apply(rate(document->view(), s("2.2.1.2"), {.notes = s("Only for the team")}));
    must(document->undo());
    must(document->redo());
    return 0;
}

QString shares(const std::vector<GroupScore> &groups)
{
    QStringList list;
    for (const GroupScore &group : groups)
        list.append(group.now.isEmpty() ? s("-") : group.now.shown);
    return list.join(QLatin1Char(' '));
}

/// What a file held on the day its schema was released.
struct OnTheDay
{
    int operations;
    int entries; ///< of the history
    const char *standardHash;
};
constexpr OnTheDay bySchema[] = {
    {142, 42, "c6c4b9314960ac3e5087622d2f9f6c38b81b94e2c4f9f2db966609f22d3370ac"},
    {157, 45, "8f049dc6bc225d50ed1dfb247e7153f4050a2e21f1d3280d8fe6cc6c7ede245b"},
    {169, 47, "92897bea9f3ecbf6ce5c3c064724af4c782f1321ea983068fd69c35556706383"},
    {179, 48, "66be0438b7d187628269ef54845feb02b5cf041957b24ca49962f32759260517"},
    {179, 48, "66be0438b7d187628269ef54845feb02b5cf041957b24ca49962f32759260517"},
    {179, 48, "66be0438b7d187628269ef54845feb02b5cf041957b24ca49962f32759260517"},
    {179, 48, "fa9de78560a81cc1def55fb8d741a398ce9b4d606cef9e916c2c0bc1e7cd946d"},
};

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<CaseDocument> m_document;
    int m_schema = 0;

    bool holdsEvidence() const { return m_schema >= 2; }
    bool holdsProcess() const { return m_schema >= 3; }
    bool holdsNames() const { return m_schema >= 4; }
    const OnTheDay &onTheDay() const { return bySchema[m_schema - 1]; }

private Q_SLOTS:
    // Each test runs on the file of every schema.
    void initTestCase_data()
    {
        QTest::addColumn<int>("schema");
        for (int schema = 1; QFile::exists(s(ADIT_SOURCE_DIR "/tests/data/schema-%1.adit").arg(schema)); ++schema)
            QTest::newRow(qPrintable(s("schema %1").arg(schema))) << schema;
    }
    void init()
    {
        QFETCH_GLOBAL(int, schema);
        m_schema = schema;
        m_document.reset();
        const QString copy = m_folder.filePath(s("%1-%2.adit").arg(schema).arg(s(QTest::currentTestFunction())));
        QVERIFY(QFile::copy(s(ADIT_SOURCE_DIR "/tests/data/schema-%1.adit").arg(schema), copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        m_document = must(CaseDocument::open(copy, repeatableSurroundings()));
    }

    void everyReleasedSchemaHasItsFile()
    {
        QVERIFY(QFile::exists(s(ADIT_SOURCE_DIR "/tests/data/schema-%1.adit").arg(newestSchema() - 1)));
        QVERIFY(std::size(bySchema) >= std::size_t(newestSchema()) - 1);
    }

    void verifiesClean()
    {
        const VerifyReport report = must(m_document->verify());
        QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().text));
        QCOMPARE(report.operations, onTheDay().operations);
        QCOMPARE(report.evidence, holdsEvidence() ? 1 : 0);
    }

    void isOfTheNewestSchemaNow() { QCOMPARE(m_document->facts().schema, newestSchema()); }

    void evidenceIsThere()
    {
        const Assessment &assessment = m_document->assessment();
        QCOMPARE(assessment.records(EntityKind::Evidence).size(), holdsEvidence() ? 1U : 0U);
        if (!holdsEvidence())
            return;
        const Record &photo = assessment.records(EntityKind::Evidence).begin()->second;
        QCOMPARE(photo[field::evidence::label], s("E-A01"));
        QCOMPARE(photo[field::evidence::title], s("Río photo"));
        QCOMPARE(photo[field::evidence::requirements], (QStringList{s("1.1.1.1"), s("2.1.1.1")}));
        QCOMPARE(must(m_document->content(photo[field::evidence::sha256])), QByteArray("agua"));
        const Record &talk = assessment.records(EntityKind::Interview).begin()->second;
        QCOMPARE(talk[field::interview::people], QStringList{s("P-A01")});
        QCOMPARE(talk[field::interview::held], QDate(2026, 5, 5));
    }

    void processIsThere()
    {
        const Assessment &assessment = m_document->assessment();
        QCOMPARE(assessment.records(EntityKind::Nonconformity).size(), holdsProcess() ? 1U : 0U);
        if (!holdsProcess())
            return;
        const Record &torn = assessment.records(EntityKind::Nonconformity).begin()->second;
        QCOMPARE(torn[field::nonconformity::label], s("NC-A01"));
        QCOMPARE(torn[field::nonconformity::requirements], QStringList{s("1.1.1.3")});
        QCOMPARE(torn[field::nonconformity::raised], QDate(2026, 5, 6));
        const Record &lead = assessment.records(EntityKind::TeamMember).begin()->second;
        QCOMPARE(lead[field::team_member::name], s("Ана Ndlovu"));
        QCOMPARE(lead[field::team_member::chapters], (QStringList{s("1.1"), s("2.1")}));
    }

    void namesCanBeRead()
    {
        if (!holdsNames())
            return;
        const auto &people = m_document->assessment().records(EntityKind::Person);
        const auto &[id, person] = *people.begin();
        const EntityRef ref{EntityKind::Person, id, person[field::person::label]};
        const FieldInfo &name = infoOf(field::person::name);
        const Compartment compartment(m_document->assessment(), interviewer());
        QCOMPARE(must(compartment.read(ref, name, person[field::person::name])), s("Inés Quispe"));
    }

    void scoresAsOnTheDayItWasMade()
    {
        const ScoreCard &card = m_document->scoreCard();
        QCOMPARE(shares(card.principles), s("65.0 72.5 65.0 -"));
        QCOMPARE(shares(card.chapters), s("65.0 65.0 80.0 65.0 65.0 - - -"));
        QCOMPARE(levelCode(m_document->standard(), card.level.achieved), s("none"));
        QCOMPARE(card.critical.relevant, 7);
        QCOMPARE(int(card.critical.below.size()), 0);
        QCOMPARE(card.whole.rated(), 25);
        QCOMPARE(card.whole.deferred, 1);
        QCOMPARE(card.whole.notRelevant, 6);
    }

    void readsAsOnTheDayItWasMade()
    {
        const Assessment &assessment = m_document->assessment();
        const auto answer = [&](const char *code) { return assessment.answer(*RequirementCode::fromString(s(code))); };
        QCOMPARE(m_document->facts().standardHash, s(onTheDay().standardHash));
        QCOMPARE(assessment.details()[field::details::site], s("Golden hill"));
        QCOMPARE(answer("1.1.1.1")[field::answer::finding], s("Finding 0 — güey 水"));
        QCOMPARE(answer("1.1.1.1")[field::answer::sources], (QStringList{s("observation"), s("worker")}));
        QCOMPARE(answer("1.1.1.2")[field::answer::sources], QStringList{s("community")});
        QCOMPARE(answer("2.1.1.1")[field::answer::self_comment], s("We think so"));
        QCOMPARE(answer("2.1.1.2")[field::answer::previous_rating], s("none"));
        QCOMPARE(answer("2.2.1.2")[field::answer::notes], s("Only for the team"));
        QCOMPARE(answer("4.1.1.1")[field::answer::until], QDate(2027, 3, 31));
        QVERIFY(datedPlans(assessment).contains(s("1.1.1.1")));
    }

    void historyGoesOn()
    {
        const auto history = must(m_document->history(100));
        QCOMPARE(int(history.size()), onTheDay().entries);
        QCOMPARE(verbCode(history[0].verb), s("redo"));
        QCOMPARE(m_document->nextUndo()->subject, s("2.2.1.2"));
        must(m_document->undo());
        must(m_document->apply(must(rate(m_document->view(), s("4.2.1.1"), {.rating = s("full")}))));
        QVERIFY(must(m_document->verify()).problems.empty());
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--make"))
        return make(arguments[2]);
    TestGolden test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_golden.moc"
