// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/fields.h"
#include "tests/support/builders.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>
#include <string>
#include <vector>

using namespace adit;
using namespace adit::test;

// The guidance that comes with Adit: whole, in its own words for each requirement, and careful with what it claims.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList linesOf(const LocalText &text)
{
    return text.in(s("en")).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

int wordsIn(const QString &text)
{
    return static_cast<int>(text.simplified().count(QLatin1Char(' '))) + 1;
}

/// All that the guidance of a node says, one text after the other.
QStringList textsOf(const StandardNode &node)
{
    const Guidance &guidance = node.guidance;
    QStringList texts{node.relevanceRule.in(s("en"))};
    for (const GuidanceText &text : guidanceTexts)
        texts.append(linesOf(guidance.*text.member));
    for (const LocalText &rating : guidance.ratings)
        texts.append(rating.in(s("en")));
    for (const GuidanceTerm &term : guidance.terms)
        texts.append({term.term.in(s("en")), term.meaning.in(s("en"))});
    texts.removeAll(QString());
    return texts;
}

/// Runs of three words, as sorted hashes: what two texts share when one was made from the other.
std::vector<size_t> shinglesOf(const QString &text)
{
    static const QRegularExpression noWord(s("[^\\p{L}\\p{N}]+"));
    const QStringList words = text.toCaseFolded().split(noWord, Qt::SkipEmptyParts);
    std::vector<size_t> shingles;
    for (qsizetype i = 0; i + 2 < words.size(); ++i)
        shingles.push_back(qHash(words.mid(i, 3).join(QLatin1Char(' '))));
    std::ranges::sort(shingles);
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

/// 0: nothing in common, 1: the same words.
double likeness(const std::vector<size_t> &a, const std::vector<size_t> &b)
{
    std::vector<size_t> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    const double all = static_cast<double>(a.size() + b.size() - both.size());
    return all > 0 ? static_cast<double>(both.size()) / all : 0;
}

/// Texts about different subjects share a few turns of phrase, never a quarter of them.
constexpr double alike = 0.25;

} // namespace

class TestGuidance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequirementHasAllParts()
    {
        for (const int index : catalogue().requirements()) {
            const StandardNode &node = catalogue().nodes()[static_cast<std::size_t>(index)];
            const Guidance &guidance = node.guidance;
            const std::string code = node.code.toString().toStdString();
            QVERIFY2(linesOf(guidance.lookFor).size() >= 4, code.c_str());
            QVERIFY2(linesOf(guidance.signs).size() >= 3, code.c_str());
            QCOMPARE(guidance.ratings.size(), std::size_t(4));
            for (const LocalText &rating : guidance.ratings)
                QVERIFY2(wordsIn(rating.in(s("en"))) >= 6, code.c_str());
            QVERIFY2(!guidance.sources.isEmpty() && !guidance.tags.isEmpty() && !guidance.related.empty(),
                     code.c_str());
        }
    }

    /// Records are read, places are seen, and somebody is asked.
    void everyRequirementAsksSomebody()
    {
        for (const int index : catalogue().requirements()) {
            const StandardNode &node = catalogue().nodes()[static_cast<std::size_t>(index)];
            const QStringList lines = linesOf(node.guidance.lookFor);
            QVERIFY2(std::ranges::any_of(
                         lines, [](const QString &line) { return line.contains(QRegularExpression(s("\\bAsk\\b"))); }),
                     qPrintable(node.code.toString()));
        }
    }

    void everyChapterSaysWhatItIsForAndWhenItIsNotRelevant()
    {
        for (const StandardNode &node : catalogue().nodes()) {
            if (node.code.level() != NodeLevel::Chapter)
                continue;
            const std::string code = node.code.toString().toStdString();
            QVERIFY2(wordsIn(node.guidance.objective.in(s("en"))) >= 30, code.c_str());
            QVERIFY2(wordsIn(node.relevanceRule.in(s("en"))) >= 8, code.c_str());
            QVERIFY2(wordsIn(node.guidance.relevanceTest.in(s("en"))) >= 20, code.c_str());
            QVERIFY2(node.guidance.terms.size() >= 3, code.c_str());
        }
    }

    void everyCriterionSaysItsIntent()
    {
        for (const StandardNode &node : catalogue().nodes())
            if (node.code.level() == NodeLevel::Criterion)
                QVERIFY2(wordsIn(node.guidance.intent.in(s("en"))) >= 20, qPrintable(node.code.toString()));
    }

    void noTextIsEmptyOrUnfinished()
    {
        static const QRegularExpression unfinished(s("\\b(to-?do|tbd|x{3}|lorem)\\b|[{}\\[\\]]"),
                                                   QRegularExpression::CaseInsensitiveOption);
        for (const StandardNode &node : catalogue().nodes())
            for (const QString &text : textsOf(node))
                QVERIFY2(text == text.trimmed() && !text.isEmpty() && !text.contains(unfinished),
                         qPrintable(node.code.toString() + s(": ") + text));
    }

    void noLineStandsUnderTwoRequirements()
    {
        QHash<QString, QString> seen;
        for (const int index : catalogue().requirements()) {
            const StandardNode &node = catalogue().nodes()[static_cast<std::size_t>(index)];
            for (const QString &text : textsOf(node)) {
                const QString known = seen.value(text.toCaseFolded());
                QVERIFY2(known.isEmpty(), qPrintable(s("%1 and %2: %3").arg(known, node.code.toString(), text)));
                seen.insert(text.toCaseFolded(), node.code.toString());
            }
        }
    }

    void textWithAnotherSubjectPastedInIsCaught()
    {
        const QString form = s("The mine keeps a written %1 plan, approved by its management, known to all who must "
                               "act on it, reviewed each year and after every incident that concerned %1.");
        QVERIFY(likeness(shinglesOf(form.arg(s("water"))), shinglesOf(form.arg(s("dust")))) > alike);
    }

    /// No template with the subject pasted in.
    void noGuidanceIsNearlyAnother()
    {
        std::vector<std::pair<QString, std::vector<size_t>>> all;
        for (const int index : catalogue().requirements()) {
            const StandardNode &node = catalogue().nodes()[static_cast<std::size_t>(index)];
            all.emplace_back(node.code.toString(), shinglesOf(textsOf(node).join(QLatin1Char(' '))));
        }
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j)
                QVERIFY2(likeness(all[i].second, all[j].second) < alike,
                         qPrintable(all[i].first + s(" and ") + all[j].first));
    }

    /// Codes of other things can be certified; a mine, its company or its result never.
    void noMineIsCalledCertified()
    {
        static const QRegularExpression claim(
            s("\\b(mine|mines|site|sites|company|assessment|result)\\b( \\w+){0,2} "
              "(is|are|was|were|be|been|becomes?|gets?) "
              "(\\w+ )?certified|certified (mine|site|company|assessment|result)s?\\b"),
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY(s("Once the mine is certified").contains(claim));
        QVERIFY(s("a certified mine").contains(claim));
        QVERIFY(!s("assays of a certified laboratory at the mine").contains(claim));
        const RequirementCode cyanide = *RequirementCode::fromString(s("4.7")); // that code does certify operations
        for (const StandardNode &node : catalogue().nodes())
            for (const QString &text : textsOf(node))
                QVERIFY2(cyanide.contains(node.code) || !text.contains(claim),
                         qPrintable(node.code.toString() + s(": ") + text));
    }

    /// The guidance is this catalogue's own and speaks for nobody else.
    void guidanceDoesNotSpeakForTheScheme()
    {
        for (const StandardNode &node : catalogue().nodes())
            for (const QString &text : textsOf(node))
                QVERIFY2(!text.contains(s("IRMA")), qPrintable(node.code.toString() + s(": ") + text));
    }

    void usualSourcesAreThoseOfTheRegistry()
    {
        const FieldInfo &sources = infoOf(field::answer::sources);
        for (const StandardNode &node : catalogue().nodes())
            for (const QString &source : node.guidance.sources)
                QVERIFY2(sources.allows(source), qPrintable(node.code.toString() + s(": ") + source));
    }

    void relatedRequirementsExistAndAreOthers()
    {
        for (const StandardNode &node : catalogue().nodes())
            for (const RequirementCode &code : node.guidance.related)
                QVERIFY2(catalogue().ordinal(code) && code != node.code, qPrintable(node.code.toString()));
    }

    void titlesAreThereInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"es", "fr", "pt", "zh"})
            QTest::addRow("%s", language) << s(language);
    }
    /// This project's own translations, and the catalogue says so.
    void titlesAreThereInEveryLanguage()
    {
        QFETCH(QString, language);
        const auto &translations = catalogue().translations();
        const auto translation = std::ranges::find(translations, language, &Translation::language);
        QVERIFY(translation != translations.end());
        QVERIFY(translation->note.all().contains(language));
        QSet<QString> titles;
        for (const StandardNode &node : catalogue().nodes()) {
            const std::string code = node.code.toString().toStdString();
            QVERIFY2(node.title.all().contains(language) && node.shortTitle.all().contains(language), code.c_str());
            QVERIFY2(node.shortTitle.in(language).size() <= 38, code.c_str());
            if (node.code.level() != NodeLevel::Requirement)
                continue;
            QVERIFY2(!titles.contains(node.title.in(language)), code.c_str());
            titles.insert(node.title.in(language));
        }
        for (const ScaleStep &step : catalogue().scale())
            QVERIFY2(step.label.all().contains(language) && step.word.all().contains(language), qPrintable(step.code));
        for (const ProcessStep &step : catalogue().steps())
            QVERIFY2(step.title.all().contains(language), qPrintable(step.code));
    }
};

QTEST_GUILESS_MAIN(TestGuidance)
#include "tst_guidance.moc"
