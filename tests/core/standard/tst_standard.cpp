// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardrules.h"
#include "core/storage/migrations.h"
#include "core/storage/standardtables.h"
#include "tests/support/builders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <array>

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// `document` with the value at `pointer` ("/levels/1/code") replaced, or taken out where it is undefined.
QJsonValue with(const QJsonValue &document, const QStringList &pointer, const QJsonValue &value)
{
    if (pointer.isEmpty())
        return value;
    const QStringList rest = pointer.mid(1);
    if (document.isArray()) {
        QJsonArray array = document.toArray();
        const qsizetype index = pointer.first().toInt();
        if (index == array.size())
            array.append(value);
        else if (rest.isEmpty() && value.isUndefined())
            array.removeAt(index);
        else
            array[index] = with(array[index], rest, value);
        return array;
    }
    QJsonObject object = document.toObject();
    if (rest.isEmpty() && value.isUndefined())
        object.remove(pointer.first());
    else
        object.insert(pointer.first(), with(object[pointer.first()], rest, value));
    return object;
}

QByteArray smallCatalogue(const QString &pointer, const QJsonValue &value)
{
    static const QByteArray good = canonicalJson(smallStandard(s("1.1.1.1! 1.1.1.2 1.2.1.1 2.1.1.1")));
    const QStringList path = pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return QJsonDocument(with(QJsonDocument::fromJson(good).object(), path, value).toObject()).toJson();
}

QJsonObject words(const char *text)
{
    return {{s("en"), s(text)}};
}

/// A scale of ratings "a", "b", … with these points.
QJsonArray scaleOf(const QStringList &points)
{
    QJsonArray scale;
    for (const QString &value : points) {
        const QChar letter('a' + static_cast<int>(scale.size()));
        scale.append(QJsonObject{{s("code"), QString(letter)},
                                 {s("label"), words("label")},
                                 {s("word"), words("word")},
                                 {s("glyph"), s("disc")},
                                 {s("key"), QString(letter.toUpper())},
                                 {s("points"), value}});
    }
    return scale;
}

} // namespace

class TestStandard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedCatalogueIsWhole()
    {
        const Standard &standard = catalogue();
        std::array<int, 4> counts{};
        for (const StandardNode &node : standard.nodes())
            ++counts[static_cast<std::size_t>(node.code.level())];
        QCOMPARE(counts, (std::array{4, 26, 146, 414}));
        QCOMPARE(standard.criticalCount(), 40);
        QCOMPARE(standard.criticalCount() - standard.assumedCriticalCount(), 5);
        QVERIFY(!standard.parts().official);
        QVERIFY(std::ranges::is_sorted(standard.nodes(), {}, &StandardNode::code));
    }

    void everyNodeHasItsWords()
    {
        const QSet<QString> confidences{s("certain"), s("inferred"), s("probable"), s("medium"), s("low")};
        QSet<QString> statements;
        for (const StandardNode &node : catalogue().nodes()) {
            const bool isRequirement = node.code.level() == NodeLevel::Requirement;
            const QByteArray codeBytes = node.code.toString().toUtf8();
            const char *const code = codeBytes.constData();
            const QString shortTitle = node.shortTitle.in(s("en"));
            const QString statement = node.statement.in(s("en"));
            QVERIFY2(!node.title.in(s("en")).isEmpty(), code);
            QVERIFY2(shortTitle.size() <= 25, code);
            QVERIFY2(isRequirement != statement.isEmpty(), code);
            QVERIFY2(confidences.contains(node.numberingConfidence) || node.code.level() == NodeLevel::Principle, code);
            if (!isRequirement)
                continue;
            QVERIFY2(!shortTitle.isEmpty() && shortTitle.size() <= 24, code);
            QVERIFY2(statement.split(QLatin1Char(' '), Qt::SkipEmptyParts).size() <= 90, code);
            QVERIFY2(statement.endsWith(QLatin1Char('.')), code);
            QVERIFY2(!statements.contains(statement), code);
            statements.insert(statement);
        }
        QCOMPARE(statements.size(), 414);
    }

    /// The word belongs to cyanide and other codes (4.7), never to a mine.
    void nothingIsCalledCertified()
    {
        const RequirementCode cyanide = *RequirementCode::fromString(s("4.7"));
        for (const StandardNode &node : catalogue().nodes())
            for (const LocalText &text : {node.title, node.shortTitle, node.statement, node.relevanceRule})
                QVERIFY2(cyanide.contains(node.code) || !text.in(s("en")).contains(s("certified"), Qt::CaseInsensitive),
                         qPrintable(node.code.toString()));
        const LevelLabels &labels = catalogue().labels();
        for (const LocalText &text :
             {labels.achieved, labels.notAchieved, labels.inProgress, labels.onlyPossible, labels.pending})
            QVERIFY(!text.in(s("en")).contains(s("certified"), Qt::CaseInsensitive));
    }

    void everyPublishedLevelIsThere()
    {
        QStringList codes;
        for (const LevelRule &level : catalogue().levels())
            codes.append(level.code);
        QCOMPARE(codes, (QStringList{s("IRMA 100"), s("IRMA 75"), s("IRMA 50"), s("IRMA Transparency")}));
    }

    void canonicalJsonReadsBackEqual()
    {
        for (const Standard &standard : {catalogue(), smallStandard(s("1.1.1.1! new:1.1.1.2 2.1.1.1"), s("mean"))}) {
            const Standard again = must(parseStandard(canonicalJson(standard)));
            QCOMPARE(toHex(again.hash()), toHex(standard.hash()));
            QVERIFY(again.nodes() == standard.nodes());
            QVERIFY(again.levels() == standard.levels());
            QVERIFY(again.scale() == standard.scale());
            QVERIFY(again.steps() == standard.steps());
            QVERIFY(again.principleRule() == standard.principleRule());
            QCOMPARE(canonicalJson(again), canonicalJson(standard));
        }
    }

    void anyOtherWordIsAnotherHash()
    {
        const QString before = toHex(must(parseStandard(smallCatalogue(s("/title"), words("A")))).hash());
        for (const char *pointer : {"/title/en", "/notice/en", "/labels/qualification/en",
                                    "/principles/0/chapters/0/criteria/0/requirements/0/statement/en", "/levels/0/code",
                                    "/principles/1/title/en"})
            QVERIFY2(toHex(must(parseStandard(smallCatalogue(s(pointer), s("Z")))).hash()) != before, pointer);
    }

    void caseTablesGiveTheSameStandardBack()
    {
        Standard::Parts parts = catalogue().parts();
        QMap<QString, QString> texts = parts.nodes.back().statement.all();
        texts.insert(s("es"), s("Declaración: «ñandú» — 水 😀\nSegunda línea"));
        parts.nodes.back().statement = LocalText(texts);
        const Standard standard(parts);
        Database database = must(Database::inMemory());
        QVERIFY(migrate(database, knownMigrations()));
        QVERIFY(writeStandard(database, standard));
        const StoredStandard again = must(readStandard(database));
        QCOMPARE(toHex(again.standard.hash()), toHex(standard.hash()));
        QVERIFY(checkHash(again, {}));
        QVERIFY(again.standard.nodes() == standard.nodes());
    }

    void brokenCatalogueIsRefusedWithPlaceAndReason_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("reason"); // a part of it
        const auto row = [](const char *name, const char *pointer, const QJsonValue &value, const char *place,
                            const char *reason) {
            QTest::newRow(name) << s(pointer) << value << s(place) << s(reason);
        };
        const QString requirement = s("/principles/0/chapters/0/criteria/0/requirements/0");
        const QJsonValue gone(QJsonValue::Undefined);
        row("other format", "/format", s("adit-standard/2"), "/format", "adit-standard/1");
        row("no scale", "/scale", gone, "/", "scale");
        row("unknown member", "/colour", s("red"), "/", "colour");
        row("number for text", "/title", 7, "/title", "object");
        row("text without language", "/title", s("Title"), "/title", "object");
        row("no language at all", "/title", QJsonObject(), "/title", "1");
        row("language that is none", "/title", QJsonObject{{s("English"), s("Title")}}, "/title", "English");
        row("empty text", "/title", words(""), "/title/en", "1");
        row("official as text", "/official", s("yes"), "/official", "true or false");
        row("id with blanks", "/id", s("my standard"), "/id", "a-z0-9");
        row("unknown principle rule", "/principle_rule", s("median"), "/principle_rule", "pooled");
        row("scale of one step", "/scale", QJsonArray{}, "/scale", "2");
        row("step without a label", "/scale/1/label", gone, "/scale/1", "label");
        row("unknown glyph", "/scale/1/glyph", s("star"), "/scale/1/glyph", "disc");
        row("points as a number", "/scale/1/points", 0.75, "/scale/1/points", "text");
        row("points that are no fraction", "/scale/1/points", s("75%"), "/scale/1/points", "0-9");
        row("points too fine to compute", "/scale/1/points", s("1500/2000"), "/scale/1/points", "0-9");
        row("nothing divided by nothing", "/scale/1/points", s("0/0"), "/scale/1/points", "0-9");
        row("best step below 1", "/scale/0/points", s("1/2"), "/scale/0/points", "1 point");
        row("points that rise", "/scale/2/points", s("9/10"), "/scale/2/points", "fall");
        row("code twice", "/scale/1/code", s("full"), "/scale/1/code", "twice");
        row("reserved code", "/scale/1/code", s("not-relevant"), "/scale/1/code", "reserved");
        row("key twice", "/scale/1/key", s("4"), "/scale/1/key", "twice");
        row("level without a name", "/levels/1/name", gone, "/levels/1", "name");
        row("level above everything", "/levels/1/each_principle", s("3/2"), "/levels/1/each_principle", "at most 1");
        row("level in words", "/levels/1/each_principle", s("three quarters"), "/levels/1/each_principle", "0-9");
        row("level too fine to compute", "/levels/1/each_principle", s("7500/9999"), "/levels/1/each_principle", "0-9");
        row("levels upside down", "/levels/2/each_principle", s("4/5"), "/levels/2/each_principle",
            "highest to lowest");
        row("level of an unknown rating", "/levels/1/critical_floor", s("excellent"), "/levels/1/critical_floor",
            "scored step");
        row("level of a rating without points", "/levels/1/plan_below", s("deferred"), "/levels/1/plan_below",
            "scored step");
        row("level code twice", "/levels/1/code", s("IRMA 100"), "/levels/1/code", "twice");
        row("short point table", "/other_points/0", QJsonArray{s("1"), s("0")}, "/other_points/0", "each of the 4");
        row("point table that rises", "/other_points/0", QJsonArray{s("1"), s("1/4"), s("1/2"), s("0")},
            "/other_points/0/2", "do not rise");
        row("point table that begins low", "/other_points/0", QJsonArray{s("3/4"), s("1/2"), s("1/4"), s("0")},
            "/other_points/0/0", "1 point");
        row("point table too fine to add up", "/other_points/0",
            QJsonArray{s("1"), s("996/997"), s("990/991"), s("1/983")}, "/other_points/0", "common denominator");
        row("points too fine to add up", "/scale", scaleOf({s("1"), s("996/997"), s("990/991"), s("1/983")}), "/scale",
            "common denominator");
        row("more ratings than keys can tell", "/scale", scaleOf(QStringList(13, s("1"))), "/scale", "at most 12");
        row("unknown placeholder", "/labels/achieved/en", s("Result: {levl}."), "/labels/achieved/en",
            "\"{levl}\" is not known");
        row("placeholder of another label", "/labels/qualification/en", s("{level}"), "/labels/qualification/en",
            "{criticals}");
        row("placeholder without end", "/labels/pending/en", s("Between {floor and"), "/labels/pending/en",
            "{floor and");
        row("placeholder in a translation", "/labels/pending", QJsonObject{{s("en"), s("x")}, {s("es"), s("{nivel}")}},
            "/labels/pending/es", "{level}");
        row("escape in a text", "/title/en", s("red \x1b[31m"), "/title/en", "U+001b at place 5");
        row("carriage return in a text", "/notice/en", s("a\r\nb"), "/notice/en", "U+000d at place 2");
        row("NUL in a text", "/title/en", QString(QChar(0)), "/title/en", "U+0000");
        row("control character in a level's code", "/levels/1/code", s("IRMA\x07"), "/levels/1/code", "U+0007");
        row("step of an unknown phase", "/steps/0/phase", s("later"), "/steps/0/phase", "pre-audit");
        row("step code twice", "/steps/1/code", s("P1"), "/steps/1/code", "twice");
        row("step below nothing", "/steps/1/parent", s("Q9"), "/steps/1/parent", "before it");
        row("milestone of no step", "/milestones/0/step", s("Q1"), "/milestones/0/step", "no step Q1");
        row("milestone twice", "/milestones/1/code", s("P1.done"), "/milestones/1/code", "twice");
        row("deadline of no milestone", "/deadlines/0/milestone", s("P2.read"), "/deadlines/0/milestone",
            "no milestone P2.read");
        row("deadline from nowhere", "/deadlines/0/from", s("P2.sent"), "/deadlines/0/from", "no milestone P2.sent");
        row("deadlines in a circle", "/deadlines/6/from", s("5e.final"), "/deadlines", "5a.sent, 5b.returned");
        row("deadline that waits for itself", "/deadlines/6/from", s("5a.sent"), "/deadlines", "5a.sent");
        row("half a day", "/deadlines/0/amount", 7.5, "/deadlines/0/amount", "whole number");
        row("deadline in a hundred years", "/deadlines/0/amount", 36500, "/deadlines/0/amount", "3660");
        row("unknown unit", "/deadlines/0/unit", s("weeks"), "/deadlines/0/unit", "working-days");
        row("gate of no step", "/gates/0/step", s("8"), "/gates/0/step", "no step 8");
        row("unknown condition", "/gates/0/check", s("looks-good"), "/gates/0/check", "milestones-done");
        row("gate of an unknown milestone", "/gates/1/items", QJsonArray{s("P1.over")}, "/gates/1/items", "P1.over");
        row("gate without what it asks for", "/gates/1/items", gone, "/gates/1/items", "needs items");
        row("gate with too much", "/gates/0/items", QJsonArray{s("P1.done")}, "/gates/0/items", "takes no items");
        row("agenda point twice", "/agenda/1/code", s("desk-requirements"), "/agenda/1/code", "twice");
        row("holiday that is none", "/calendar/holidays", QJsonArray{s("12-25"), s("13-01")}, "/calendar/holidays/1",
            "12-25");
        row("no day to work on", "/calendar/weekend", QJsonArray{1, 2, 3, 4, 5, 6, 7}, "/calendar/weekend",
            "at least one");
        row("no principles", "/principles", QJsonArray{}, "/principles", "1");
        row("chapter without criteria", "/principles/0/chapters/0/criteria", QJsonArray{},
            "/principles/0/chapters/0/criteria", "1");
        row("code that is none", "/principles/0/chapters/0/code", s("1.01"), "/principles/0/chapters/0/code", "1-9");
        row("code of another level", "/principles/0/chapters/0/code", s("1"), "/principles/0/chapters/0/code",
            "2 parts");
        row("code of another parent", "/principles/0/chapters/0/code", s("2.7"), "/principles/0/chapters/0/code",
            "under 1");
        row("number twice", "/principles/0/chapters/0/criteria/0/requirements/1/code", s("1.1.1.1"),
            "/principles/0/chapters/0/criteria/0/requirements/1/code", "twice");
        QTest::newRow("requirement without statement")
            << requirement + s("/statement") << gone << requirement << s("statement");
        QTest::newRow("requirement critical by mere assertion")
            << requirement + s("/critical") << QJsonValue(true) << requirement + s("/critical") << s("assumed");
        QTest::newRow("requirement for other mines") << requirement + s("/applies_to") << QJsonValue(s("old"))
                                                     << requirement + s("/applies_to") << s("existing");
        QTest::newRow("statement without end")
            << requirement + s("/statement/en") << QJsonValue(s("x").repeated(20'001))
            << requirement + s("/statement/en") << s("20000");
    }
    void brokenCatalogueIsRefusedWithPlaceAndReason()
    {
        QFETCH(QString, pointer);
        QFETCH(QJsonValue, value);
        QFETCH(QString, reason);
        const auto standard = parseStandard(smallCatalogue(pointer, value));
        QVERIFY(!standard);
        QCOMPARE(errorName(standard.error().code), s("StandardInvalid"));
        QTEST(standard.error().subject, "place");
        QVERIFY2(standard.error().detail.contains(reason), qPrintable(standard.error().detail));
        static const QRegularExpression machineWords(s("constraint|<root>|validate|against|child schema|target"));
        QVERIFY2(!standard.error().detail.contains(machineWords), qPrintable(standard.error().detail));
    }

    void lineBreaksAndTabsBelongIntoTexts() { QVERIFY(parseStandard(smallCatalogue(s("/notice/en"), s("a\n\tb 😀")))); }

    void memberThatStandsTwiceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *place, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(place) << before << after << s(place);
        };
        row("/version", "\"version\":", "\"version\":\"0\",\"version\":");
        row("/official", "{", "{\"official\":true,");
        row("/labels/qualification/en", "\"qualification\":{",
            "\"qualification\":{\"en\":\"Another, {with} [marks]: \\\" inside\",");
        row("/labels/pending", "\"pending\":", "\"pending\":{},\"pe\\u006eding\":");
        row("/scale/1/points", "\"points\":\"3/4\"", "\"points\":\"3/4\",\"points\":\"1/2\"");
        row("/principles/0/chapters/0/criteria/0/requirements/1/code", "\"code\":\"1.1.1.2\"",
            "\"code\":\"1.1.1.2\",\"code\":\"1.1.1.2\"");
    }
    void memberThatStandsTwiceIsRefused()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, place);
        QByteArray json = canonicalJson(smallStandard(s("1.1.1.1! 1.1.1.2 1.2.1.1 2.1.1.1")));
        const qsizetype at = json.indexOf(before);
        QVERIFY(at >= 0);
        json.replace(at, before.size(), after);
        const auto standard = parseStandard(json);
        QVERIFY(!standard);
        QCOMPARE(errorName(standard.error().code), s("StandardInvalid"));
        QCOMPARE(standard.error().subject, place);
        QVERIFY2(standard.error().detail.contains(s("stands twice")), qPrintable(standard.error().detail));
    }

    void emptyScaleOfACaseIsRefusedToo()
    {
        Standard::Parts parts = smallStandard(s("1.1.1.1")).parts();
        parts.scale.clear();
        const auto checked = checkStandardRules(parts);
        QVERIFY(!checked);
        QCOMPARE(checked.error().subject, s("/scale"));
    }

    void whatIsNoJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << canonicalJson(smallStandard(s("1.1.1.1"))).left(500);
        QTest::newRow("words") << QByteArray("Dear reader");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("latin-1") << QByteArray("{\"title\": {\"es\": \"Miner\xed\x61\"}}");
        QTest::newRow("deep") << QByteArray("[").repeated(100'000);
        QTest::newRow("too large") << QByteArray(64 * 1024 * 1024 + 1, ' ');
    }
    void whatIsNoJsonIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto standard = parseStandard(json);
        QVERIFY(!standard);
        QCOMPARE(errorName(standard.error().code), s("StandardInvalid"));
        QCOMPARE(standard.error().subject, s("/"));
        QVERIFY(!standard.error().detail.isEmpty());
    }

    void unknownStandardNamesTheKnown()
    {
        const auto standard = shippedStandard(s("../irma-style-1.0"));
        QVERIFY(!standard);
        QCOMPARE(errorName(standard.error().code), s("StandardUnknown"));
        QVERIFY(standard.error().detail.contains(s("irma-style-1.0")));
    }
};

QTEST_GUILESS_MAIN(TestStandard)
#include "tst_standard.moc"
