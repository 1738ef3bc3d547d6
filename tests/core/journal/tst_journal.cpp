// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/chain.h"
#include "core/journal/conflicts.h"
#include "core/journal/incoming.h"
#include "core/journal/journalreplay.h"
#include "core/journal/registers.h"
#include "core/journal/rehome.h"
#include "tests/support/builders.h"

#include <QTest>
#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <random>
#include <set>

using namespace adit;
using namespace adit::test;

// The format is frozen (resources/guide/journal-format.md). The expected bytes were computed outside of this program.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ReplicaId replica(char digit)
{
    const QString d(QLatin1Char{digit});
    return *ReplicaId::fromString(
        s("%1-%2-4%3-8%3-%4").arg(d.repeated(8), d.repeated(4), d.repeated(3), d.repeated(12)));
}

const AssessmentId assessment = *AssessmentId::fromString(s("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"));

/// Of the form that cases had before schema 6.
Operation plainExample()
{
    Operation operation{
        .version = {replica('1'), 7},
        .time = 0x0123456789ab0001,
        .entity = {EntityKind::Answer, *EntityId::fromString(s("eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee")), s("1.2.2.2")},
        .field = s("finding"),
        .bases = {{replica('1'), 3}, {replica('2'), 5}},
        .edit = {6, s("undo"), s("1.2.2.2"), Version{replica('1'), 2}, s("Ana Núñez"), s("0.1.0"), s("es")},
        .salt = {},
        .value = s("güey 水")};
    for (char i = 0; i < 16; ++i)
        operation.salt.append(i);
    operation.commitment = commitmentOf(operation.salt, operation.value);
    operation.form = OperationForm::Plain;
    return operation;
}

Operation example()
{
    Operation operation = plainExample();
    operation.form = OperationForm::Committed;
    for (char i = 16; i < 32; ++i) {
        operation.salt.append(i);
        operation.edit.salt.append(i);
    }
    return operation;
}

/// One copy of a case on one laptop: what it knows, and its own chain.
struct Laptop
{
    ReplicaId id;
    Digest tip = chainStart(assessment, id);
    quint64 sequence = 0;
    HybridClock clock{};
    Registers registers{};
    std::vector<Operation> known{};

    void take(const Operation &operation)
    {
        registers.apply(operation);
        known.push_back(operation);
    }
    bool knows(const Version &version) const
    {
        return std::ranges::find(known, version, &Operation::version) != known.end();
    }
};

Change randomChange(const Assessment &empty, std::mt19937 &random)
{
    const auto code = *RequirementCode::fromString(s("1.1.1.%1").arg(random() % 3 + 1));
    const EntityRef answer = empty.answerRef(code);
    if (random() % 3 == 0) {
        const char *members[] = {"worker", "community"};
        return {answer, &infoOf(field::answer::sources), s(members[random() % 2]),
                random() % 2 == 0 ? std::optional(s("1")) : std::nullopt};
    }
    if (random() % 4 == 0)
        return {answer, &infoOf(field::answer::finding), {}, std::nullopt};
    return {answer, &infoOf(field::answer::finding), {}, s("Text %1").arg(random() % 1000)};
}

/// Edits on some laptops that hear of each other now and then.
std::vector<Laptop> randomLaptops(std::mt19937 &random, unsigned count, int steps)
{
    std::vector<Laptop> laptops;
    laptops.reserve(count);
    for (unsigned i = 0; i < count; ++i)
        laptops.push_back({replica(static_cast<char>('1' + i))});
    Random salts = Random::seeded(random());
    const Assessment empty(assessment);
    for (int step = 0; step < steps; ++step) {
        Laptop &laptop = laptops[random() % count];
        if (random() % 5 == 0) {
            for (const Operation &operation : Laptop(laptops[random() % count]).known)
                if (!laptop.knows(operation.version))
                    laptop.take(operation);
            continue;
        }
        const Edit edit{Verb::Rate, {}, {randomChange(empty, random)}};
        const auto operations =
            must(seal(edit, {}, {laptop.id, laptop.sequence, laptop.tip}, laptop.clock,
                      Instant{static_cast<qint64>(1000 + random() % 50)}, salts, [&](const Change &change) {
                          return Result<std::vector<Version>>(
                              laptop.registers.versions(change.entity.id, fieldPath(*change.field, change.member)));
                      }));
        for (const Operation &operation : operations)
            laptop.take(operation);
        laptop.sequence = operations.back().version.sequence;
        laptop.tip = operations.back().hash;
    }
    return laptops;
}

/// What a copy lacks of another comes into it, as CaseDocument::merge() has it.
void mergeInto(std::vector<Operation> &known, const std::vector<Operation> &other)
{
    std::set<Version> there;
    for (const Operation &operation : known)
        there.insert(operation.version);
    std::map<ReplicaId, std::vector<Operation>> chains;
    for (const Operation &operation : other)
        if (!there.contains(operation.version))
            chains[operation.version.replica].push_back(operation);
    std::vector<std::vector<Operation>> all;
    all.reserve(chains.size());
    for (auto &[replica, chain] : chains)
        all.push_back(std::move(chain));
    std::ranges::move(must(inOrder(std::move(all))), std::back_inserter(known));
}

std::map<Registers::Key, std::vector<Version>> headsOf(const std::vector<Operation> &operations)
{
    Registers registers;
    for (const Operation &operation : operations)
        registers.apply(operation);
    std::map<Registers::Key, std::vector<Version>> heads;
    for (const auto &[key, ofKey] : registers.all())
        heads[key] = registers.versions(key.first, key.second);
    return heads;
}

QStringList conflictsOf(const std::vector<Operation> &operations)
{
    std::map<EntityId, std::vector<Operation>> byEntity;
    for (const Operation &operation : operations)
        byEntity[operation.entity.id].push_back(operation);
    QStringList found;
    for (const auto &[id, ofEntity] : byEntity)
        for (const Conflict &conflict : conflictsIn(ofEntity)) {
            QString line = conflict.id() + conflict.base.value_or(QString());
            for (const ConflictVersion &version : conflict.versions)
                line += version.value.value_or(s("-"));
            found.append(line);
        }
    found.sort();
    return found;
}

/// All operations of some laptops, in the order in which they were made.
std::vector<Operation> randomHistory(std::mt19937 &random)
{
    std::vector<Operation> all;
    for (const Laptop &laptop : randomLaptops(random, 3, 60))
        mergeInto(all, laptop.known);
    return all;
}

RequirementCode code(const char *text)
{
    return *RequirementCode::fromString(s(text));
}

/// Another order in which the same operations may arrive: each after all it is based on and after its own chain.
std::vector<Operation> anotherOrder(std::vector<Operation> operations, std::mt19937 &random)
{
    std::vector<Operation> order;
    std::set<Version> there;
    const auto mayCome = [&](const Operation &operation) {
        const Version before{operation.version.replica, operation.version.sequence - 1};
        return (before.sequence == 0 || there.contains(before)) &&
               std::ranges::all_of(operation.bases, [&](const Version &base) { return there.contains(base); });
    };
    while (!operations.empty()) {
        const std::size_t at = random() % operations.size();
        if (!mayCome(operations[at]))
            continue;
        there.insert(operations[at].version);
        order.push_back(operations[at]);
        operations.erase(operations.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return order;
}

/// An operation as a row of it would hold it.
struct Row
{
    explicit Row(const Operation &operation)
        : replica(operation.version.replica.bytes())
        , kind(QString(kindInfo(operation.entity.kind).name).toUtf8())
        , entity(operation.entity.id.bytes())
        , code(operation.entity.code.toUtf8())
        , field(operation.field.toUtf8())
        , bases(packVersions(operation.bases))
        , edit(editBytes(operation.edit))
        , target(operation.form == OperationForm::Plain ? QByteArray() : toBytes(targetCommitment(operation)))
        , text(operation.value.value_or(QString()).toUtf8())
        , value(operation.value ? std::optional<QByteArrayView>(text) : std::nullopt)
        , bytes{replica,        operation.version.sequence,
                operation.time, kind,
                entity,         code,
                field,          bases,
                edit,           operation.form,
                target}
    {}

    QByteArray replica, kind, entity, code, field, bases, edit, target, text;
    std::optional<QByteArrayView> value;
    OperationBytes bytes;
};

/// Nothing where one of them is refused.
std::optional<JournalReplay> replayed(const std::vector<Operation> &operations)
{
    JournalReplay replay(assessment);
    for (const Operation &operation : operations) {
        const Row row(operation);
        if (!replay.apply(row.bytes, row.value, operation.disclosed))
            return std::nullopt;
    }
    return replay;
}

/// What registers show.
Assessment shown(const Registers &registers, const std::vector<Operation> &operations)
{
    Assessment all(assessment);
    for (const Operation &operation : operations) {
        const auto path = resolveField(operation.entity.kind, operation.field);
        const auto heads = registers.heads(operation.entity.id, operation.field);
        writeValue(all, operation.entity, *path, shownValue(heads, path->field->merge()));
    }
    return all;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(Operation &)>)

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerHasItsBytes()
    {
        QCOMPARE(
            headerBytes(plainExample()).toHex(),
            QByteArray("616469742d6f702f311111111111114111811111111111111100000000000000070123456789ab00010000000000"
                       "000006616e73776572eeeeeeeeeeee4eee8eeeeeeeeeeeeeee0000000000000007312e322e322e32000000000000"
                       "000766696e64696e6700000000000000301111111111114111811111111111111100000000000000032222222222"
                       "2242228222222222222222000000000000000500000000000000060000000000000004756e646f00000000000000"
                       "07312e322e322e320000000000000018111111111111411181111111111111110000000000000002000000000000"
                       "000b416e61204ec3bac3b1657a0000000000000005302e312e3000000000000000026573"));
    }

    void commitmentsHaveTheirHashes_data()
    {
        QTest::addColumn<std::optional<QString>>("value");
        QTest::addColumn<QString>("hash");
        QTest::newRow("text") << std::optional(s("güey 水"))
                              << s("cb967f32b7194f0ce7767242da649c5f10ab69be13f97f875af27d83e94bc67c");
        QTest::newRow("empty text") << std::optional(s(""))
                                    << s("2d37af5080e7664283a0becfa98d0e3fd40e3d8d399df1a167393a052c9736b4");
        QTest::newRow("cleared") << std::optional<QString>()
                                 << s("c8a5705e0622290f5ff8ab1ddea88618045c00a287a74e39b4c8165410e9a148");
    }
    void commitmentsHaveTheirHashes()
    {
        QFETCH(std::optional<QString>, value);
        QTEST(toHex(commitmentOf(example().salt, value)), "hash");
    }

    void chainHasItsHashes()
    {
        const Digest start = chainStart(assessment, replica('1'));
        QCOMPARE(toHex(start), s("92be2d59aa584d3e4839191bf73548b3892bb9c2c48519b9446571fa3dd2314d"));
        QCOMPARE(toHex(chainedHash(start, plainExample())),
                 s("c946fb9c9f4d440c2ff4c73a24ccbf384fb0780ae553bcd8d719441c17227d54"));
        QCOMPARE(toHex(chainedHash(start, example())),
                 s("f9fd30bb66e81c8d4edcb1d935ced928ea32255603d663464b7be418840a6df4"));
    }

    void targetAndContextHaveTheirCommitments()
    {
        QCOMPARE(toHex(targetCommitment(example())),
                 s("1a76128e03a6cc7cd86305f597489dc4de3f1d872792e220ab53fd64576777a7"));
        QCOMPARE(toHex(contextCommitment(example().edit)),
                 s("3fcf7c6b3ca35e2910a5c72c3e4935020a59779a8d5ad9e60c25669e623871cb"));
        // The value may be gone, and the target still be checked.
        Operation bare = example();
        bare.salt.clear();
        bare.value.reset();
        bare.disclosed = false;
        bare.target = example().salt.mid(16);
        QCOMPARE(toHex(chainedHash({}, bare)), toHex(chainedHash({}, example())));
    }

    void whatIsWithheldStillVerifiesAndSaysNothing()
    {
        for (const bool target : {false, true})
            for (const bool context : {false, true}) {
                const Operation shown = withhold(example(), target, context);
                QCOMPARE(toHex(chainedHash({}, shown)), toHex(chainedHash({}, example())));
                QCOMPARE(shown.withheld, target);
                QCOMPARE(shown.value.has_value(), !target);
                QCOMPARE(shown.edit.actor.isEmpty(), context);
                if (target)
                    QVERIFY(shown.entity == noEntity() && shown.field.isEmpty() && shown.salt.isEmpty());
                QVERIFY(withhold(shown, target, context).target == shown.target);
            }
        // Of the first form nothing is left that could be checked.
        Operation plain = plainExample();
        plain.hash = chainedHash({}, plain);
        QVERIFY(isChained({}, plain, editBytes(plain.edit)));
        QVERIFY(isChained({}, withhold(plain, true, false), editBytes(plain.edit)));
        QVERIFY(withhold(plain, true, true).target.isEmpty());
    }

    void idsOfAnswersFollowFromTheAssessment()
    {
        const Assessment empty(assessment);
        QCOMPARE(empty.answerRef(*RequirementCode::fromString(s("1.2.2.2"))).id.toString(),
                 s("c347fb8a-328f-5854-b9ca-45abe15ce702"));
    }

    void everyPartOfAnOperationIsInItsHash()
    {
        using Alter = void (*)(Operation &);
        const Alter alterations[] = {
            [](Operation &o) { o.version.sequence = 8; }, [](Operation &o) { o.version.replica = replica('3'); },
            [](Operation &o) { o.time += 1; }, [](Operation &o) { o.entity.kind = EntityKind::Relevance; },
            [](Operation &o) { o.entity.id = EntityId(replica('3').uuid()); },
            [](Operation &o) { o.entity.code = s("1.2.2.3"); }, [](Operation &o) { o.field = s("notes"); },
            [](Operation &o) { o.bases.pop_back(); }, [](Operation &o) { o.bases.clear(); },
            [](Operation &o) { o.edit.first = 5; }, [](Operation &o) { o.edit.verb = s("redo"); },
            [](Operation &o) { o.edit.subject = s("1.2.2.3"); }, [](Operation &o) { o.edit.undoes.reset(); },
            [](Operation &o) { o.edit.undoes->sequence = 3; }, [](Operation &o) { o.edit.actor = s("Ana"); },
            [](Operation &o) { o.edit.app = s("0.1.1"); }, [](Operation &o) { o.edit.language = s("en"); },
            // what moves from one text to its neighbour
            [](Operation &o) { o.edit.app = s("0.1.0es"), o.edit.language = s(""); },
            [](Operation &o) { o.entity.code = s("1.2.2.2f"), o.field = s("inding"); },
            [](Operation &o) { o.commitment = commitmentOf(o.salt, s("güey 火")); }};
        for (const Operation &whole : {plainExample(), example()}) {
            std::set<QString> hashes{toHex(chainedHash({}, whole))};
            for (const Alter alter : alterations) {
                Operation operation = whole;
                alter(operation);
                hashes.insert(toHex(chainedHash({}, operation)));
            }
            QCOMPARE(hashes.size(), std::size(alterations) + 1);
        }
    }

    void versionsArePackedInWholes()
    {
        const std::vector<Version> versions{{replica('1'), 1}, {replica('2'), 0x0102030405060708}};
        const QByteArray packed = packVersions(versions);
        QCOMPARE(packed.size(), 48);
        QVERIFY(*unpackVersions(packed) == versions);
        QVERIFY(unpackVersions({})->empty());
        QVERIFY(!unpackVersions(packed.left(47)));
        QVERIFY(!unpackVersions(QByteArray(24, '\0'))); // no replica is all zeros
    }

    void clockNeverRunsBackwards()
    {
        HybridClock clock;
        quint64 before = 0;
        for (const qint64 now : {1000LL, 1000LL, 999LL, 5LL, -7LL, 1001LL, 1001LL, 9'000'000'000'000LL, 1002LL}) {
            const quint64 time = clock.next(Instant{now});
            QVERIFY(time > before);
            QCOMPARE(clock.latest(), time);
            before = time;
        }
        for (int i = 0; i < 70'000; ++i) { // more than a counter of 16 bits holds
            const quint64 time = clock.next(Instant{1});
            QVERIFY(time > before);
            before = time;
        }
    }

    void clockFollowsTheWallWhereItCan()
    {
        HybridClock clock(quint64{1000} << 16 | 5);
        QCOMPARE(clock.next(Instant{2000}), quint64{2000} << 16);
        QCOMPARE(clock.next(Instant{2000}), (quint64{2000} << 16) + 1);
        QCOMPARE(clock.next(Instant{1999}), (quint64{2000} << 16) + 2);
    }

    void sealedOperationsAreChained()
    {
        std::mt19937 random(3);
        std::map<ReplicaId, std::pair<quint64, Digest>> tips;
        for (const Operation &operation : randomHistory(random)) {
            auto [tip, isFirst] =
                tips.try_emplace(operation.version.replica, 0, chainStart(assessment, operation.version.replica));
            QCOMPARE(operation.version.sequence, tip->second.first + 1);
            QCOMPARE(toHex(operation.hash), toHex(chainedHash(tip->second.second, operation)));
            QCOMPARE(toHex(operation.commitment), toHex(commitmentOf(operation.salt, operation.value)));
            QCOMPARE(operation.salt.size(), 32);
            tip->second = {operation.version.sequence, operation.hash};
        }
    }

    /// store.md, Journal and merge: the same state in whatever order operations arrive, and nothing lost.
    void anyOrderOfArrivalGivesTheSameState()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937 random(seed);
            const std::vector<Operation> history = randomHistory(random);
            Registers registers;
            for (const Operation &operation : history)
                registers.apply(operation);
            const Assessment expected = shown(registers, history);
            QVERIFY(replayed(history)->assessment() == expected);
            for (int i = 0; i < 6; ++i) {
                const std::vector<Operation> order = anotherOrder(history, random);
                QVERIFY(replayed(order)->assessment() == expected);
                Registers others;
                for (const Operation &operation : order)
                    others.apply(operation);
                for (const auto &[key, heads] : registers.all())
                    QVERIFY(others.versions(key.first, key.second) == registers.versions(key.first, key.second));
            }
        }
    }

    /// A value stays a head until an operation that knew it replaces it.
    void nothingIsReplacedUnseen()
    {
        std::mt19937 random(11);
        for (int round = 0; round < 20; ++round) {
            const std::vector<Operation> history = randomHistory(random);
            std::set<Version> replaced;
            Registers registers;
            for (const Operation &operation : history) {
                replaced.insert(operation.bases.begin(), operation.bases.end());
                registers.apply(operation);
            }
            for (const Operation &operation : history) {
                const auto heads = registers.versions(operation.entity.id, operation.field);
                QCOMPARE(std::ranges::find(heads, operation.version) == heads.end(),
                         replaced.contains(operation.version));
            }
        }
    }

    void shownValueIsTheLatestAndAddedMembersWin()
    {
        const std::vector<Head> heads{{{replica('1'), 1}, 10, s("a")},
                                      {{replica('2'), 1}, 30, std::nullopt},
                                      {{replica('3'), 1}, 30, s("c")},
                                      {{replica('2'), 2}, 20, s("d")}};
        QCOMPARE(shownValue(heads, MergeRule::Register), std::optional(s("c")));
        QCOMPARE(shownValue(std::span(heads).first(2), MergeRule::Register), std::optional<QString>());
        QCOMPARE(shownValue(std::span(heads).first(2), MergeRule::AddWins), std::optional(s("a")));
        QCOMPARE(shownValue({}, MergeRule::AddWins), std::optional<QString>());
    }

    /// Whoever has a copy can write a chain that holds together; what it says is checked as if it had been typed.
    void whatCouldNotHaveBeenTypedIsRefused_data()
    {
        QTest::addColumn<std::function<void(Operation &)>>("forge");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const std::function<void(Operation &)> &forge, const char *expected) {
            QTest::newRow(name) << forge << s(expected);
        };
        row(
            "nothing", [](Operation &) {}, "");
        row(
            "field", [](Operation &o) { o.field = s("colour"); }, "no field");
        row(
            "requirement", [](Operation &o) { o.entity = Assessment(assessment).answerRef(code("9.9.9.9")); },
            "no answer of this case");
        row(
            "criterion", [](Operation &o) { o.entity = Assessment(assessment).answerRef(code("1.1.1")); },
            "no answer of this case");
        row(
            "id", [](Operation &o) { o.entity.id = EntityId(replica('7').uuid()); }, "no answer of this case");
        row(
            "control character", [](Operation &o) { o.value = s("a\tb\x07"); }, "could not have been typed");
        row(
            "too long", [](Operation &o) { o.value = QString(100'001, QLatin1Char('x')); },
            "could not have been typed");
        row(
            "blanks", [](Operation &o) { o.value = s("  "); }, "could not have been typed");
        row(
            "rating",
            [](Operation &o) {
                o.field = s("rating");
                o.value = s("excellent");
            },
            "could not have been typed");
        row(
            "member",
            [](Operation &o) {
                o.field = s("sources/worker");
                o.value = s("perhaps");
            },
            "there or not");
        row(
            "a name in clear",
            [](Operation &o) {
                o.entity = {EntityKind::Person, EntityId(replica('7').uuid()), s("P-A01")};
                o.field = s("name");
                o.value = s("Inés Quispe");
            },
            "could not have been typed");
        row(
            "label",
            [](Operation &o) {
                o.entity = {EntityKind::Person, EntityId(replica('7').uuid()), s("../../etc")};
                o.field = s("place");
                o.value = s("Arroyo");
            },
            "no person of this case");
        row(
            "actor", [](Operation &o) { o.edit.actor = s("Ana\nBen"); }, "control characters");
        row(
            "long verb", [](Operation &o) { o.edit.verb = QString(501, QLatin1Char('v')); }, "at most 500");
        row(
            "edit", [](Operation &o) { o.edit.first = 0; }, "the edit that it names");
        row(
            "base of nobody",
            [](Operation &o) {
                o.bases = {{replica('5'), 1}};
            },
            "not in that file");
        row(
            "base of later",
            [](Operation &o) {
                o.bases = {{replica('1'), 1}};
            },
            "not in that file");
        row(
            "base twice",
            [](Operation &o) {
                o.bases = {{replica('2'), 1}, {replica('2'), 1}};
            },
            "in order");
        row(
            "undo of nobody",
            [](Operation &o) {
                o.edit.undoes = Version{replica('5'), 1};
            },
            "not in that file");
        row(
            "hidden and yet there", [](Operation &o) { o.disclosed = false; }, "committed");
        row(
            "sequence", [](Operation &o) { o.version.sequence = 2; }, "operation 1 is missing");
        row(
            "short salt", [](Operation &o) { o.salt.chop(1); }, "salts");
        row(
            "edit without a salt", [](Operation &o) { o.edit.salt.clear(); }, "salts");
        row(
            "withheld and yet there", [](Operation &o) { o.withheld = true; }, "salts");
        row(
            "withheld context with a name", [](Operation &o) { o.edit.withheld = Digest{}; }, "salts");
        row(
            "withheld", [](Operation &o) { o = withhold(o, true, true); }, "");
    }
    void whatCouldNotHaveBeenTypedIsRefused()
    {
        QFETCH(std::function<void(Operation &)>, forge);
        QFETCH(QString, expected);
        const Standard standard = smallStandard(s("1.2.2.2"));
        Operation operation = example();
        operation.version = {replica('1'), 1};
        operation.entity = Assessment(assessment).answerRef(code("1.2.2.2"));
        operation.bases = {{replica('2'), 1}};
        operation.edit.first = 1;
        operation.edit.undoes.reset();
        forge(operation);
        operation.commitment = commitmentOf(operation.salt, operation.value);
        operation.hash = chainedHash(chainStart(assessment, operation.version.replica), operation);
        IncomingCheck check(standard, assessment, {{replica('1'), {1}}, {replica('2'), {1}}});
        const auto checked = check.check(operation);
        QCOMPARE(checked.has_value(), expected.isEmpty());
        if (!checked)
            QVERIFY2(checked.error().detail.contains(expected), qPrintable(checked.error().detail));
    }

    /// store.md, Journal and merge: copies that are merged in whatever order end up the same, and every value that
    /// nobody replaced knowingly is still there.
    void copiesMergedInAllOrdersAreTheSame()
    {
        for (unsigned seed = 1; seed <= 1000; ++seed) {
            std::mt19937 random(seed);
            const auto laptops = randomLaptops(random, 2 + seed % 4, 30);
            std::vector<std::size_t> order(laptops.size());
            std::iota(order.begin(), order.end(), std::size_t(0));
            std::optional<std::map<Registers::Key, std::vector<Version>>> expected;
            std::optional<QStringList> conflicts;
            do {
                std::vector<Operation> together = laptops[order[0]].known;
                for (std::size_t i = 1; i < order.size(); ++i)
                    mergeInto(together, laptops[order[i]].known);
                const auto heads = headsOf(together);
                if (!expected)
                    expected = heads;
                QVERIFY(heads == *expected);
                if (!conflicts)
                    conflicts = conflictsOf(together);
                else if (order.size() < 4)
                    QCOMPARE(conflictsOf(together), *conflicts);
            } while (std::ranges::next_permutation(order).found);
        }
    }

    void operationsThatWaitForEachOtherAreRefused()
    {
        Operation a = example();
        Operation b = example();
        a.version = {replica('1'), 1};
        b.version = {replica('2'), 1};
        a.edit.first = b.edit.first = 1;
        a.bases = {b.version};
        b.bases = {a.version};
        QCOMPARE(errorName(inOrder({{a}, {b}}).error().code), s("OperationRefused"));
        b.bases.clear();
        const auto order = must(inOrder({{a}, {b}}));
        QVERIFY(order.front().version == b.version);
    }

    void aTailMovedTwiceIsTheSame()
    {
        std::mt19937 random(5);
        Laptop laptop = randomLaptops(random, 2, 40).front();
        std::vector<Operation> own;
        std::ranges::copy_if(laptop.known, std::back_inserter(own),
                             [&](const Operation &o) { return o.version.replica == laptop.id; });
        QVERIFY(own.size() > 4);
        const std::vector<Operation> tail(own.begin() + 2, own.end());
        const auto moved = rehomed(assessment, tail);
        QCOMPARE(toHex(rehomed(assessment, tail).back().hash), toHex(moved.back().hash));
        QVERIFY(!(moved.front().version.replica == laptop.id));
        Digest before = chainStart(assessment, moved.front().version.replica);
        for (std::size_t i = 0; i < moved.size(); ++i) {
            QCOMPARE(moved[i].version.sequence, i + 1);
            QCOMPARE(toHex(moved[i].hash), toHex(chainedHash(before, moved[i])));
            before = moved[i].hash;
            QCOMPARE(moved[i].value, tail[i].value);
            for (const Version &base : moved[i].bases)
                QVERIFY(!(base.replica == laptop.id) || base.sequence <= 2);
        }
        // One more operation on the same tail continues it.
        const auto shorter = rehomed(assessment, {tail.begin(), tail.end() - 1});
        QCOMPARE(toHex(shorter.back().hash), toHex(moved[moved.size() - 2].hash));
    }

    void replayRefusesWhatIsForged_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("ownId");
        QTest::newRow("unknown field") << s("colour") << true;
        QTest::newRow("set without member") << s("sources") << true;
        QTest::newRow("unknown member") << s("sources/ghost") << true;
        QTest::newRow("member of no set") << s("finding/worker") << true;
        QTest::newRow("the code itself") << s("requirement") << true;
        QTest::newRow("empty") << QString() << true;
        QTest::newRow("id of another answer") << s("finding") << false;
    }
    void replayRefusesWhatIsForged()
    {
        QFETCH(QString, field);
        QFETCH(bool, ownId);
        Operation operation = example();
        operation.field = field;
        if (ownId)
            operation.entity = Assessment(assessment).answerRef(*RequirementCode::fromString(s("1.2.2.2")));
        QVERIFY(!replayed({operation}));
    }

    void replayRefusesTwoThingsOfOneId()
    {
        Operation first = example();
        first.entity.kind = EntityKind::Action;
        first.field = s("text");
        Operation second = first;
        second.version.sequence = 8;
        QVERIFY(replayed({first, second}));
        second.entity.code = s("1.2.2.3");
        QVERIFY(!replayed({first, second}));
    }

    void replayRefusesBasesThatAreNone()
    {
        Operation operation = example();
        operation.entity = Assessment(assessment).answerRef(*RequirementCode::fromString(s("1.2.2.2")));
        const Row row(operation);
        for (const QByteArray &bases : {QByteArray(23, 'x'), QByteArray(24, '\0')}) {
            OperationBytes bytes = row.bytes;
            bytes.bases = bases;
            QVERIFY(!JournalReplay(assessment).apply(bytes, row.value, true));
        }
        QVERIFY(JournalReplay(assessment).apply(row.bytes, row.value, true));
    }

    /// Head by head the same as the registers, and each only once.
    void replayLeavesTheHeadsOfTheRegisters()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            std::mt19937 random(seed);
            const std::vector<Operation> history = randomHistory(random);
            JournalReplay replay = *replayed(history);
            Registers registers;
            for (const Operation &operation : history)
                registers.apply(operation);
            QCOMPARE(replay.unasked().size(), static_cast<qsizetype>(registers.all().size()));
            for (const Operation &operation : history) {
                const auto heads = registers.versions(operation.entity.id, operation.field);
                const bool isHead = std::ranges::find(heads, operation.version) != heads.end();
                const Row row(operation);
                const auto take = [&] {
                    return replay.takeHead(row.entity, row.field, row.replica, operation.version.sequence);
                };
                QCOMPARE(take(), isHead);
                QVERIFY(!take());
            }
            QCOMPARE(replay.unasked(), QStringList());
        }
    }

    void rowsHaveTheHashesOfTheirOperations()
    {
        std::mt19937 random(3);
        std::vector<Operation> operations = randomHistory(random);
        operations.push_back(example());
        operations.push_back(plainExample());
        for (const Operation &operation : operations) {
            const Row row(operation);
            std::string chained;
            putChained(chained, operation.hash, row.bytes, operation.commitment);
            QCOMPARE(blake2b(QByteArray::fromStdString(chained)), chainedHash(operation.hash, operation));
            std::string committed;
            putCommitted(committed, operation.salt, row.value);
            QCOMPARE(blake2b(QByteArray::fromStdString(committed)), commitmentOf(operation.salt, operation.value));
        }
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
