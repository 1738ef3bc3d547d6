// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/calibration.h"
#include "core/review/similarity.h"
#include "tests/support/builders.h"

#include <QTest>
#include <cmath>

using namespace adit;
using namespace adit::test;

// Calibration (assurance.md): a drawn sample, two ratings of which neither sees the other, their agreement by Cohen's
// weighted kappa, and findings that say nearly the same.

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

/// So many of each pair of ratings.
std::vector<RatingPair> pairsOf(const std::vector<std::array<int, 3>> &counts)
{
    std::vector<RatingPair> pairs;
    for (const auto &[first, second, count] : counts)
        for (int i = 0; i < count; ++i)
            pairs.push_back({{}, first, second});
    return pairs;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestCalibration : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;

    CaseView view() const { return m_case->view(); }
    void edit(const Result<Edit> &edit) { must(m_case->apply(must(edit))); }
    void member(const char *name, const char *role)
    {
        edit(addRecord(view(), m_case->newEntity(EntityKind::TeamMember),
                       {{{&infoOf(field::team_member::name), s(name)}, {&infoOf(field::team_member::role), s(role)}}}));
    }
    QString draw(const QStringList &requirements)
    {
        const EntityRef entity = m_case->newEntity(EntityKind::Calibration);
        edit(drawCalibration(view(), entity, requirements, {s("T-A01"), s("T-A02")}, day));
        return entity.code;
    }
    Result<Edit> blind(const QString &calibration, const char *requirement, const char *rater, const char *rating)
    {
        return rateBlind(view(), m_case->newEntity(EntityKind::BlindRating),
                         {calibration, s(requirement), s(rater), s(rating), s("Seen")}, day);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = newCase(*m_folder);
        member("Ann", "auditor");
        member("Ben", "expert");
        member("Rita", "technical-reviewer");
    }

    void theSampleIsSpreadOverTheChaptersAndFollowsFromTheSeed()
    {
        const auto drawn = drawRequirements(m_case->standard(), m_case->ratedItems(), 26, 7);
        QCOMPARE(drawn.size(), 26);
        QSet<QString> chapters;
        for (const QString &code : drawn)
            chapters.insert(code.section(QLatin1Char('.'), 0, 1));
        QCOMPARE(chapters.size(), 26); // one of each before a second of any
        QCOMPARE(drawRequirements(m_case->standard(), m_case->ratedItems(), 26, 7), drawn);
        QVERIFY(drawRequirements(m_case->standard(), m_case->ratedItems(), 26, 8) != drawn);
        edit(setRelevance(view(), s("1.1"), false, s("None here")));
        for (const QString &code : drawRequirements(m_case->standard(), m_case->ratedItems(), 500, 7))
            QVERIFY(!code.startsWith(s("1.1.")));
    }

    void neitherIsLaidOpenBeforeBothAreDone()
    {
        const QString label = draw({s("1.1.1.1"), s("1.2.1.1")});
        edit(blind(label, "1.1.1.1", "T-A01", "full"));
        edit(blind(label, "1.2.1.1", "T-A01", "partial"));
        edit(blind(label, "1.1.1.1", "T-A02", "substantial"));
        const auto early = layOpen(view(), label, day);
        QCOMPARE(codeOf(early), ErrorCode::InvalidValue);
        QVERIFY(early.error().detail.contains(s("T-A02 1.2.1.1")));
        edit(blind(label, "1.2.1.1", "T-A02", "none"));
        edit(blind(label, "1.2.1.1", "T-A02", "partial")); // thought again: one rating, not two
        QCOMPARE(m_case->assessment().records(EntityKind::BlindRating).size(), std::size_t(4));
        edit(layOpen(view(), label, day));
        const CalibrationState state = *calibrationOf(view(), label);
        QVERIFY(state.isOpen);
        QVERIFY(state.pairs[0].differs());
        QVERIFY(!state.pairs[1].differs());
        QCOMPARE(state.chapters(), (QStringList{s("1.1"), s("1.2")}));
        QCOMPARE(codeOf(blind(label, "1.2.1.1", "T-A02", "none")), ErrorCode::InvalidValue); // too late
        QCOMPARE(codeOf(layOpen(view(), label, day)), ErrorCode::NothingToChange);
    }

    /// Before both are laid open one sees one's own, and nobody else sees anything.
    void nobodySeesWhatTheOtherGave()
    {
        const QString label = draw({s("1.1.1.1")});
        QCOMPARE(codeOf(noteCalibration(view(), label, s("Early"))), ErrorCode::InvalidValue);
        edit(blind(label, "1.1.1.1", "T-A01", "full"));
        CalibrationState state = *calibrationOf(view(), label);
        QVERIFY(state.seenBy(s("T-A01"))[0].first);
        QVERIFY(!state.seenBy(s("T-A02"))[0].first);
        QVERIFY(!state.seenBy({})[0].first);
        QCOMPARE(state.ratedBy(s("T-A01")), 1);
        QCOMPARE(state.ratedBy(s("T-A02")), 0);
        QVERIFY(!state.isDone());
        edit(blind(label, "1.1.1.1", "T-A02", "none"));
        state = *calibrationOf(view(), label);
        QVERIFY(state.isDone());
        QVERIFY(!state.seenBy(s("T-A01"))[0].second);
        edit(layOpen(view(), label, day));
        QVERIFY(calibrationOf(view(), label)->seenBy({})[0].isWhole());
        QCOMPARE((*blindRatingOf(view().assessment, label, s("1.1.1.1"), s("T-A02")))[field::blind_rating::reason],
                 s("Seen"));
        edit(noteCalibration(view(), label, s("It is full")));
        QCOMPARE((*calibrationOf(view(), label)->record)[field::calibration::notes], s("It is full"));
    }

    void badInputIsRefused()
    {
        const EntityRef entity = m_case->newEntity(EntityKind::Calibration);
        const QStringList one{s("1.1.1.1")};
        QCOMPARE(codeOf(drawCalibration(view(), entity, one, {s("T-A01")}, day)), ErrorCode::InvalidValue);
        QCOMPARE(codeOf(drawCalibration(view(), entity, one, {s("T-A01"), s("T-A01")}, day)), ErrorCode::InvalidValue);
        QCOMPARE(codeOf(drawCalibration(view(), entity, one, {s("T-A01"), s("T-A03")}, day)), ErrorCode::InvalidValue);
        QCOMPARE(codeOf(drawCalibration(view(), entity, {}, {s("T-A01"), s("T-A02")}, day)), ErrorCode::InvalidValue);
        const QString label = draw(one);
        QCOMPARE(codeOf(blind(label, "1.2.1.1", "T-A01", "full")), ErrorCode::InvalidValue);
        QCOMPARE(codeOf(blind(label, "1.1.1.1", "T-A03", "full")), ErrorCode::InvalidValue);
        QCOMPARE(codeOf(blind(label, "1.1.1.1", "T-A01", "deferred")), ErrorCode::UnknownRating);
        QCOMPARE(codeOf(blind(s("B-A99"), "1.1.1.1", "T-A01", "full")), ErrorCode::InvalidValue);
    }

    /// Figures worked out apart from the program, from the formula in the header.
    void kappaIsThatOfTheFormula()
    {
        const Agreement two = agreementOf(pairsOf({{0, 0, 20}, {0, 1, 5}, {1, 0, 10}, {1, 1, 15}}), 2);
        QVERIFY(isNear(*two.kappa, 0.4)); // the textbook's two by two
        QCOMPARE(two.rated, 50);
        QCOMPARE(two.same, 35);
        const Agreement four = agreementOf(
            pairsOf(
                {{0, 0, 10}, {1, 1, 8}, {2, 2, 6}, {3, 3, 4}, {0, 1, 3}, {1, 2, 2}, {2, 0, 1}, {3, 1, 1}, {1, 3, 2}}),
            4);
        QVERIFY(isNear(*four.kappa, 0.6946031746031746));
        QVERIFY(isNear(four.drift, 0.13513513513513514)); // the second is a little stricter
        QVERIFY(isNear(*agreementOf(pairsOf({{0, 0, 3}, {2, 2, 4}}), 4).kappa, 1));
        QVERIFY(!agreementOf(pairsOf({{1, 1, 9}}), 4).kappa); // chance alone would always agree
        QVERIFY(!agreementOf({}, 4).kappa);
        QVERIFY(*agreementOf(pairsOf({{0, 3, 5}, {3, 0, 5}}), 4).kappa < 0);
        // What only one has rated counts for nothing.
        auto pairs = pairsOf({{0, 0, 20}, {0, 1, 5}, {1, 0, 10}, {1, 1, 15}});
        pairs.push_back({{}, 1, std::nullopt});
        QVERIFY(isNear(*agreementOf(pairs, 2).kappa, 0.4));
    }

    void findingsThatSayNearlyTheSameAreTold()
    {
        const char *text =
            "Permits of the pit were read for three years, and the two places named in them were visited "
            "with the foreman of the shift.";
        edit(rate(view(), s("1.1.1.1"), {.finding = s(text)}));
        edit(rate(view(), s("1.2.1.1"), {.finding = s(text) + s(" Nothing was found.")}));
        edit(
            rate(view(), s("2.1.1.1"),
                 {.finding = s("Workers of every shift told of the drills without being asked, and the register of the "
                               "last year agrees with what they said.")}));
        edit(rate(view(), s("2.2.1.1"), {.finding = s("Seen.")}));
        edit(rate(view(), s("2.3.1.1"), {.finding = s("Seen.")})); // too short to say anything
        const auto texts = findingTexts(m_case->assessment());
        const auto similar = similarFindings(texts);
        QCOMPARE(similar.size(), std::size_t(1));
        QCOMPARE(similar[0].requirement + similar[0].other, s("1.1.1.11.2.1.1"));
        QVERIFY(isNear(similar[0].share, 1));
        const auto earlier = similarFindings(texts, texts);
        QCOMPARE(std::ranges::count_if(earlier, &SimilarFindings::isEarlier), 5);
    }

    void whatTwoTextsShareIsMarked()
    {
        const QString text = s("Seen: the two places, named in the permit, were visited. ẞ Nothing more.");
        const auto pieces = sharedPieces(text, s("In May THE TWO PLACES NAMED IN the permit were seen"));
        QString whole;
        QStringList shared;
        for (const SharedPiece &piece : pieces) {
            whole += piece.text;
            if (piece.isShared)
                shared.append(piece.text);
        }
        QCOMPARE(whole, text);
        QCOMPARE(shared, QStringList{s("the two places, named in the permit, were")});
        QCOMPARE(sharedPieces(s("Seen."), s("Seen.")).size(), std::size_t(1)); // fewer words than a run
        QVERIFY(sharedPieces({}, text).empty());
    }

    void chineseFindingsAreComparedToo()
    {
        edit(rate(view(), s("1.1.1.1"), {.finding = s("审核组查阅了三年的许可证并与班组长一起到访了两处地点")}));
        edit(rate(view(), s("1.2.1.1"), {.finding = s("审核组查阅了三年的许可证并与班组长一起到访了三处地点")}));
        QCOMPARE(similarFindings(findingTexts(m_case->assessment())).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestCalibration)

#include "tst_calibration.moc"
