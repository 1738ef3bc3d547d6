// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/merkletree.h"
#include "core/disclosure/redactionverbs.h"
#include "core/release/jcs.h"
#include "core/release/publicrecord.h"
#include "tests/support/builders.h"
#include "tests/support/people.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace adit;
using namespace adit::test;

// The public record: one way to write it, a tree over its values, withheld passages as hashes, scores that follow
// (report.md, Release).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

std::vector<Digest> someLeaves(std::size_t count)
{
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(leafHash(QByteArray::number(static_cast<qulonglong>(i))));
    return leaves;
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;

    CaseView view() const { return m_case->view(); }
    void edit(const Result<Edit> &edit) { must(m_case->apply(must(edit))); }
    void withhold(const char *target, const char *field, const char *passage, const char *reason = "B",
                  const char *wording = "")
    {
        edit(askRedaction(
            view(), m_case->newEntity(EntityKind::Redaction),
            {.target = s(target), .field = s(field), .passage = s(passage), .reason = s(reason), .wording = s(wording)},
            profileOf("lead"), QDate(2026, 6, 1)));
    }
    PublicRecord record(int release = 1, const QByteArray &secret = QByteArray(32, 's')) const
    {
        return {publicAssessment(view(), m_case->ratedItems(), m_case->scoreCard()), view(), release,
                LeafSalts(secret, release)};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = must(CaseDocument::create(
            m_folder->filePath(s("case.adit")), smallStandard(s("1.1.1.1 1.1.1.2 1.2.1.1 2.1.1.1")),
            {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
            repeatableSurroundings()));
        edit(rate(view(), s("1.1.1.1"), {.rating = s("full"), .finding = s("Abel was heard; the books agree.")}));
        edit(rate(view(), s("1.1.1.2"), {.rating = s("partial"), .finding = s("Ägypten, “quoted”, 鉱山")}));
        edit(rate(view(), s("1.2.1.1"), {.rating = s("none"), .finding = s("None")}));
        edit(plan(view(), s("1.2.1.1"), m_case->newId(), s("Ask Abel"), s("2026-12-01")));
        edit(setRelevance(view(), s("2.1.1.1"), false, s("Nobody named Abel lives there.")));
    }

    /// RFC 8785: its own example of members, and of escapes.
    void oneWayToWriteJson()
    {
        const auto json = QJsonDocument::fromJson(
            "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew\",\"1\":\"One\","
            "\"\\ud83d\\ude00\":\"Smiley\",\"\\u0080\":\"Control\",\"\\u00f6\":\"O\"}");
        QCOMPARE(
            jcs(json.object()),
            QByteArray("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\",\"\xc3\xb6\":\"O\","
                       "\"\xe2\x82\xac\":\"Euro Sign\",\"\xf0\x9f\x98\x80\":\"Smiley\",\"\xef\xac\xb3\":\"Hebrew\"}"));
        QCOMPARE(jcs(QJsonArray{QJsonValue(), true, 0, -7, qint64(9007199254740991), s("\b\t\n\f\r\"\\/\x1f\x7f")}),
                 QByteArray("[null,true,0,-7,9007199254740991,\"\\b\\t\\n\\f\\r\\\"\\\\/\\u001f\x7f\"]"));
    }

    /// RFC 9162, 2.1.3: every leaf is where it is, and nowhere else.
    void everyLeafIsProven()
    {
        for (const std::size_t count : {1, 2, 3, 5, 7, 8, 9, 64, 65, 100}) {
            const auto leaves = someLeaves(count);
            const Digest root = treeRoot(leaves);
            for (std::size_t i = 0; i < count; ++i) {
                const auto proof = inclusionProof(leaves, i);
                QVERIFY(isIncluded(leaves[i], i, count, proof, root));
                QVERIFY(count == 1 || !isIncluded(leaves[i], (i + 1) % count, count, proof, root));
                QVERIFY(!isIncluded(leaves[(i + 1) % count], i, count, proof, root) || count == 1);
                auto altered = proof;
                if (!altered.empty()) {
                    altered.back()[0] ^= 1;
                    QVERIFY(!isIncluded(leaves[i], i, count, altered, root));
                    altered.pop_back();
                    QVERIFY(!isIncluded(leaves[i], i, count, altered, root));
                }
            }
        }
        // Certificate transparency's own: no leaves, one empty leaf.
        QCOMPARE(toHex(treeRoot({})), s("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(toHex(leafHash({})), s("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
    }

    void recordReadsBackWhole()
    {
        const PublicRecord made = record();
        const ReadRecord read = must(readRecord(made.bytes(), s("assessment.json")));
        QCOMPARE(read.root, made.root());
        QCOMPARE(read.release, 1);
        QVERIFY(read.changed.isEmpty());
        QVERIFY(read.withheld.empty());
        QCOMPARE(jcs(read.json), made.bytes());
        QCOMPARE(must(wrongScores(read.json, s("assessment.json"))), QStringList());
    }

    /// The record holds hashes in the place of withheld words, with where and why, and not the words.
    void withheldWordsAreHashes()
    {
        withhold("answer/1.1.1.1", "finding", "Abel");
        withhold("relevance/2.1.1.1", "justification", "Abel", "A", "A person");
        withhold("answer/1.1.1.2", "finding", "", "E");
        const PublicRecord made = record();
        QVERIFY(!made.bytes().contains("Abel was"));
        QVERIFY(made.bytes().contains("Ask Abel")); // nobody asked for that
        const ReadRecord read = must(readRecord(made.bytes(), s("assessment.json")));
        QCOMPARE(read.withheld.size(), std::size_t(3));
        QCOMPARE(read.withheld[0].chapter, s("2.1"));
        QCOMPARE(read.withheld[0].reason, s("AB"));
        QCOMPARE(read.withheld[1].chapter, s("1.1"));
        QCOMPARE(read.withheld[2].reason, s("E"));
        QVERIFY(read.changed.isEmpty());
        QCOMPARE(made.withheldBy(s("RD-A01")), QStringList{s("/requirements/0/finding/parts/0/text")});
    }

    /// report.md: value and salt of a withheld passage, with the way to the root, for one party.
    void withheldPassageIsProvenLater()
    {
        withhold("answer/1.1.1.1", "finding", "Abel");
        const PublicRecord made = record();
        const QString path = made.withheld().front();
        const QJsonObject shown = *made.disclosure(path);
        const Digest leaf =
            leafHash(leafBytes(path, shown[s("index")].toInteger(),
                               QByteArray::fromHex(shown[s("salt")].toString().toLatin1()), shown[s("value")]));
        std::vector<Digest> proof;
        for (const QJsonValue &hash : shown[s("proof")].toArray())
            proof.push_back(digestFromBytes(QByteArray::fromHex(hash.toString().toLatin1())));
        QCOMPARE(shown[s("value")].toString(), s("Abel"));
        QVERIFY(isIncluded(leaf, static_cast<std::size_t>(shown[s("index")].toInteger()),
                           static_cast<std::size_t>(shown[s("leaf_count")].toInteger()), proof, made.root()));
        QVERIFY(!made.disclosure(s("/site/name")));
    }

    /// Salts: the same again from the same case, others for another release or without the secret.
    void saltsFollowFromSecretAndRelease()
    {
        withhold("answer/1.1.1.1", "finding", "Abel");
        QCOMPARE(record().bytes(), record().bytes());
        QVERIFY(record(2).root() != record(1).root());
        QVERIFY(record(1, QByteArray(32, 't')).root() != record(1).root());
    }

    /// Two cases that differ in withheld words alone: the same file but for hashes.
    void onlyCommitmentsDependOnWithheldWords()
    {
        const auto without = [](const QByteArray &bytes) {
            QJsonObject json = QJsonDocument::fromJson(bytes).object();
            json.remove(s("leaves"));
            QByteArray out = jcs(json);
            qsizetype at = 0;
            while ((at = out.indexOf("\"leaf\":\"", at)) >= 0)
                out.replace(at += 8, 64, QByteArray());
            return out;
        };
        withhold("answer/1.1.1.1", "finding", "Abel");
        const QByteArray first = record().bytes();
        edit(rate(view(), s("1.1.1.1"), {.finding = s("Ibrahim al-Khalili was heard; the books agree.")}));
        edit(changeRecord(view(), *entityFrom(m_case->assessment(), s("redaction/RD-A01")),
                          {{{&infoOf(field::redaction::passage), s("Ibrahim al-Khalili")}}}));
        const QByteArray second = record().bytes();
        QVERIFY(first != second);
        QCOMPARE(without(first), without(second));
    }

    /// Any value, salt or hash that is not as it was written is found, and named.
    void everyAlteredValueIsNamed()
    {
        withhold("answer/1.1.1.1", "finding", "Abel");
        const QByteArray good = record().bytes();
        const auto altered = [&](const QByteArray &from, const QByteArray &to) {
            QByteArray bytes = good;
            const qsizetype at = bytes.indexOf(from);
            Q_ASSERT(at >= 0);
            return bytes.replace(at, from.size(), to);
        };
        const auto changedBy = [&](const QByteArray &bytes) {
            return must(readRecord(bytes, s("assessment.json"))).changed.join(QLatin1Char(' '));
        };
        QCOMPARE(changedBy(altered("\"rating\":\"full\"", "\"rating\":\"none\"")), s("/requirements/0/rating"));
        QCOMPARE(changedBy(altered("\"withheld\":\"AB\"", "\"withheld\":\"C\"")),
                 s("/requirements/0/finding/parts/0/withheld"));
        QCOMPARE(changedBy(altered("\"official\":false", "\"official\":true")), s("/standard"));
        QVERIFY(!readRecord(altered("\"rating\":", "\"rating\" :"), s("assessment.json")));
        QVERIFY(!readRecord(altered("{", "{{"), s("assessment.json")));
        QVERIFY(!readRecord("[]", s("assessment.json")));
        QVERIFY(!readRecord(altered("adit-public-assessment/1", "adit-public-assessment/9"), s("assessment.json")));
    }

    /// Figures that would point at somebody, or do not follow, and states there are none of (release-format.md).
    void figuresAreCheckedAnew()
    {
        edit(addRecord(view(), m_case->newEntity(EntityKind::Nonconformity),
                       {{{&infoOf(field::nonconformity::title), s("Late pay")},
                         {&infoOf(field::nonconformity::grade), s("minor")},
                         {&infoOf(field::nonconformity::state), s("raised")},
                         {&infoOf(field::nonconformity::description), s("Abel was paid late.")},
                         {&infoOf(field::nonconformity::raised), s("2026-05-01")}},
                        {{&infoOf(field::nonconformity::requirements), {s("1.1.1.2")}}}}));
        withhold("nonconformity/NC-A01", "description", "Abel");
        const ReadRecord read = must(readRecord(record().bytes(), s("assessment.json")));
        QVERIFY(!record().bytes().contains("Abel was paid"));
        QCOMPARE(read.withheld.front().path, s("/nonconformities/0/description/parts/0/text"));
        QCOMPARE(read.withheld.front().chapter, QString());
        QCOMPARE(wrongFigures(read.json), QStringList());
        const auto wrongWith = [&](const char *member, auto &&change) {
            QJsonObject json = read.json;
            QJsonValue value = json[s(member)];
            change(value);
            json[s(member)] = value;
            return wrongFigures(json).join(QLatin1Char(' '));
        };
        const auto inFirst = [](QJsonValue &list, const char *member, const QJsonValue &value) {
            QJsonArray array = list.toArray();
            QJsonObject first = array.first().toObject();
            first[s(member)] = value;
            array.replace(0, first);
            list = array;
        };
        const auto withHeard = [&](const QJsonValue &heard, int total) {
            return wrongWith("fieldwork", [&](QJsonValue &value) {
                QJsonObject fieldwork = value.toObject();
                QJsonValue people = fieldwork[s("people")];
                inFirst(people, "heard", heard);
                fieldwork[s("people")] = people;
                fieldwork[s("heard_least")] = total;
                fieldwork[s("heard_most")] = total;
                value = fieldwork;
            });
        };
        QCOMPARE(withHeard(3, 3), s("/fieldwork/people/0/heard"));
        QCOMPARE(withHeard(9, 8), s("/fieldwork/heard_least"));
        QCOMPARE(withHeard(QJsonValue(), 3), s("/fieldwork/heard_least")); // one withheld, and the total tells it
        QCOMPARE(withHeard(9, 9), QString());
        const auto nonconformityWith = [&](const char *member, const QJsonValue &value) {
            return wrongWith("nonconformities", [&](QJsonValue &list) { inFirst(list, member, value); });
        };
        QCOMPARE(nonconformityWith("state", s("forgotten")), s("/nonconformities/0/state"));
        QCOMPARE(nonconformityWith("state", s("verified")), s("/nonconformities/0/verified"));
        QCOMPARE(nonconformityWith("grade", s("large")), s("/nonconformities/0/grade"));
        QCOMPARE(nonconformityWith("requirements", QJsonArray{s("9.9.9.9")}), s("/nonconformities/0/requirements"));
    }

    /// A release knows those before it; a record made again later is the same.
    void earlierReleasesAreInTheRecord()
    {
        const auto addRelease = [&](const char *number) {
            edit(addRecord(view(), m_case->newEntity(EntityKind::Release),
                           {{{&infoOf(field::release::number), s(number)},
                             {&infoOf(field::release::built), s("2026-06-01")},
                             {&infoOf(field::release::changes), s("Change ") + s(number)}}}));
        };
        const QByteArray first = record(1).bytes();
        addRelease("1");
        QCOMPARE(record(1).bytes(), first);
        QVERIFY(record(2).bytes().contains("Change 1"));
    }

    void earlierScoresAndValidityFollow()
    {
        const QJsonObject good = must(readRecord(record().bytes(), s("assessment.json"))).json;
        QJsonObject bad = good;
        bad[s("valid_until")] = s("2030-01-01");
        QCOMPARE(must(wrongScores(bad, s("assessment.json"))), QStringList{s("/valid_until")});
        QJsonObject before = good[s("before")].toObject();
        QJsonArray chapters = before[s("chapters")].toArray();
        chapters.replace(0, QJsonObject{{s("id"), s("1.1")}, {s("shown"), s("10.0")}});
        before[s("chapters")] = chapters;
        bad = good;
        bad[s("before")] = before;
        QCOMPARE(must(wrongScores(bad, s("assessment.json"))), QStringList{s("/before/chapters/0")});
    }

    void scoresAreComputedAnew()
    {
        const QJsonObject good = must(readRecord(record().bytes(), s("assessment.json"))).json;
        QJsonObject scores = good[s("scores")].toObject();
        QJsonArray chapters = scores[s("chapters")].toArray();
        QJsonObject chapter = chapters[0].toObject();
        chapter[s("shown")] = s("99.0");
        chapters.replace(0, chapter);
        scores[s("chapters")] = chapters;
        QJsonObject bad = good;
        bad[s("scores")] = scores;
        QCOMPARE(must(wrongScores(bad, s("assessment.json"))), QStringList{s("/scores/chapters/0")});
        QJsonObject level = good[s("scores")].toObject()[s("level")].toObject();
        level[s("achieved")] = s("IRMA 100");
        scores = good[s("scores")].toObject();
        scores[s("level")] = level;
        bad = good;
        bad[s("scores")] = scores;
        QCOMPARE(must(wrongScores(bad, s("assessment.json"))), QStringList{s("/scores/level")});
        bad = good;
        bad[s("requirements")] = QJsonArray();
        QVERIFY(!wrongScores(bad, s("assessment.json")));
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
