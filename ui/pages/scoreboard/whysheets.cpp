// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scoreboard/whysheets.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/scoreboard/levelreasons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace adit {

namespace {

/// The context of what this file says.
class WhySheet
{
    Q_DECLARE_TR_FUNCTIONS(WhySheet)
};

/// Rows of label and figure, with a glyph or icon before, in one grid so that figures stand in columns.
class SheetGrid
{
public:
    explicit SheetGrid(QWidget *parent)
        : m_parent(parent)
        , m_layout(new QGridLayout)
    {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setHorizontalSpacing(grid::inside);
        m_layout->setVerticalSpacing(6);
        m_layout->setColumnStretch(1, 1);
    }

    QGridLayout *layout() { return m_layout; }
    void line()
    {
        auto *rule = new QFrame(m_parent);
        rule->setProperty("rule", QStringLiteral("line"));
        m_layout->addWidget(rule, m_row++, 0, 1, 5);
    }
    void row(QWidget *mark, const QString &label, const QStringList &figures, Type type = Type::Body,
             Role ink = Role::Text)
    {
        if (mark)
            m_layout->addWidget(mark, m_row, 0);
        auto *words = newLabel(m_parent, label, type, ink);
        words->setWordWrap(figures.isEmpty());
        const int from = mark ? 1 : 0;
        m_layout->addWidget(words, m_row, from, 1, figures.isEmpty() ? 5 - from : 2 - from);
        for (int i = 0; i < figures.size(); ++i)
            m_layout->addWidget(newLabel(m_parent, figures[i], type, ink), m_row,
                                5 - static_cast<int>(figures.size()) + i, Qt::AlignTrailing);
        ++m_row;
    }

private:
    QWidget *m_parent;
    QGridLayout *m_layout;
    int m_row = 0;
};

GlyphLabel *glyph(QWidget *parent, Glyph shape)
{
    auto *label = new GlyphLabel(13, parent);
    label->setGlyph(shape);
    return label;
}

/// Vertical box for a sheet's content.
QVBoxLayout *newColumn(QWidget *sheet)
{
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, grid::unit, 0);
    column->setSpacing(grid::inside);
    return column;
}

void addCountTable(QWidget *sheet, QVBoxLayout *column, const Standard &standard, const ScoreCard &card,
                   const GroupScore &group)
{
    SheetGrid table(sheet);
    table.row(nullptr, WhySheet::tr("Rating"), {WhySheet::tr("Count"), WhySheet::tr("Points"), WhySheet::tr("Sum")},
              Type::Caption, Role::SecondText);
    table.line();
    int scored = 0;
    for (std::size_t i = 0; i < card.points.size(); ++i) {
        const ScaleStep &step = standard.scale()[i];
        const int count = group.ratings[i];
        const Fraction sum(card.points[i].numerator() * count, card.points[i].denominator());
        table.row(glyph(sheet, glyphFromName(step.glyph)), step.word.in(catalogueLanguage()),
                  {QString::number(count), QStringLiteral("× ") + fractionWords(card.points[i]), pointsWords(sum)});
        scored += count;
    }
    table.line();
    table.row(nullptr, WhySheet::tr("Rated"), {QString::number(scored), {}, pointsWords(group.now.got)}, Type::Strong);
    column->addLayout(table.layout());
}

/// Justifications of what is left out below a node, each with what it covers.
QStringList leftOutWords(const CaseDocument &document, const std::vector<RatedItem> &items, int node)
{
    const Standard &standard = document.standard();
    std::map<RequirementCode, QString> reasons;
    QStringList otherKind;
    const auto [first, end] = standard.ordinalsBelow(node);
    for (int ordinal = first; ordinal < end; ++ordinal) {
        const RatedItem &item = items[static_cast<std::size_t>(ordinal)];
        const RequirementCode code = standard.requirement(ordinal).code;
        if (item.relevance == RelevanceReason::OtherKindOfMine)
            otherKind.append(code.toString());
        else if (const auto mark = decidingMark(document.assessment(), code);
                 item.relevance != RelevanceReason::Relevant && mark)
            reasons[*mark] = document.assessment().relevance(*mark)[field::relevance::justification];
    }
    QStringList words;
    for (const auto &[code, why] : reasons)
        words.append(QStringLiteral("%1: %2").arg(code.toString(), why));
    if (!otherKind.isEmpty())
        words.append(WhySheet::tr("%1: for the other kind of mine only").arg(otherKind.join(QStringLiteral(", "))));
    return words;
}

void addComputation(QWidget *sheet, QVBoxLayout *column, const CaseDocument &document, const Scores &scores,
                    const GroupScore &group)
{
    SheetGrid formulas(sheet);
    const QString got = pointsWords(group.floor.got);
    const int open = group.unrated + group.deferred;
    const QString possible = QString::number(group.floor.possible);
    if (!group.floor.isEmpty()) {
        formulas.row(nullptr, open > 0 ? WhySheet::tr("Floor") : WhySheet::tr("Score"),
                     {QStringLiteral("%1 ÷ %2 = %3 %").arg(got, possible, group.floor.shown)});
        if (open > 0)
            formulas.row(
                nullptr, WhySheet::tr("Ceiling"),
                {QStringLiteral("(%1 + %2) ÷ %3 = %4 %").arg(got).arg(open).arg(possible, group.ceiling.shown)});
    }
    column->addLayout(formulas.layout());
    SheetGrid table(sheet);
    table.row(glyph(sheet, Glyph::Dotted), WhySheet::tr("Not rated"), {QString::number(group.unrated)});
    table.row(glyph(sheet, Glyph::ClockFace), WhySheet::tr("Deferred"), {QString::number(group.deferred)});
    table.row(glyph(sheet, Glyph::Dash), WhySheet::tr("Left out, not relevant"), {QString::number(group.notRelevant)});
    for (const QString &words : leftOutWords(document, scores.items, group.node))
        table.row(new QWidget(sheet), words, {}, Type::Small, Role::ThirdText);
    column->addLayout(table.layout());
}

/// The same group under the other plausible rules (scoring.md: sensitivity to assumptions).
void addOtherRules(QWidget *sheet, QVBoxLayout *column, const CaseDocument &document, const Scores &scores,
                   const GroupScore &group)
{
    const Standard &standard = document.standard();
    const bool principle = standard.nodes()[static_cast<std::size_t>(group.node)].parent < 0;
    SheetGrid table(sheet);
    bool sameLevels = true;
    const auto add = [&](const QString &name, const ScoringOptions &options) {
        const ScoreCard other = score(standard, scores.items, options);
        const auto &groups = principle ? other.principles : other.chapters;
        const auto found =
            std::find_if(groups.begin(), groups.end(), [&](const auto &g) { return g.node == group.node; });
        table.row(nullptr, name, {intervalWords(*found)}, Type::Small, Role::SecondText);
        sameLevels &= other.level.floor == scores.card.level.floor && other.level.ceiling == scores.card.level.ceiling;
    };
    for (const auto &points : standard.parts().otherPoints) {
        QStringList words;
        for (const Fraction &value : points)
            words.append(fractionWords(value));
        ScoringOptions options;
        options.points = points;
        add(WhySheet::tr("Points %1").arg(words.join(QStringLiteral(", "))), options);
    }
    ScoringOptions options;
    const bool pooled = scores.card.principleRule == PrincipleRule::Pooled;
    options.principleRule = pooled ? PrincipleRule::MeanOfChapters : PrincipleRule::Pooled;
    add(pooled ? WhySheet::tr("Mean of chapters") : WhySheet::tr("Points pooled"), options);
    auto *head = new SectionHeader(WhySheet::tr("Under other rules"), sheet);
    column->addSpacing(grid::inside);
    column->addWidget(head);
    column->addLayout(table.layout());
    auto *note = newLabel(sheet,
                          sameLevels ? WhySheet::tr("The level is the same under all of them.")
                                     : WhySheet::tr("The level changes under at least one of them."),
                          Type::Small, sameLevels ? Role::ThirdText : Role::Partially);
    note->setWordWrap(true);
    column->addWidget(note);
}

} // namespace

QWidget *whyGroup(const CaseDocument &document, const Scores &scores, const GroupScore &group, bool otherRules)
{
    auto *sheet = new QWidget;
    QVBoxLayout *column = newColumn(sheet);
    const QString figure = group.floor.isEmpty() ? notRelevantWord() : intervalWords(group) + QStringLiteral(" %");
    column->addWidget(newLabel(sheet, figure, Type::Figure, Role::Text));
    if (!group.now.isEmpty() && group.unrated + group.deferred > 0)
        column->addWidget(newLabel(sheet, WhySheet::tr("%1 % on what is rated so far").arg(group.now.shown),
                                   Type::Small, Role::ThirdText));
    column->addSpacing(grid::unit);
    addCountTable(sheet, column, document.standard(), scores.card, group);
    column->addSpacing(grid::unit);
    addComputation(sheet, column, document, scores, group);
    const bool principle = document.standard().nodes()[static_cast<std::size_t>(group.node)].parent < 0;
    if (principle && scores.card.principleRule == PrincipleRule::MeanOfChapters)
        column->addWidget(newLabel(sheet, WhySheet::tr("The principle’s score is the mean of its chapters."),
                                   Type::Small, Role::ThirdText));
    if (otherRules)
        addOtherRules(sheet, column, document, scores, group);
    column->addStretch(1);
    return sheet;
}

QWidget *whyLevel(const CaseDocument &document, const Scores &scores, const ShowInAssess &showInAssess)
{
    auto *sheet = new QWidget;
    QVBoxLayout *column = newColumn(sheet);
    const Standard &standard = document.standard();
    auto *figure = newLabel(sheet, levelInterval(standard, scores.card.level), Type::Heading, Role::Text);
    figure->setWordWrap(true);
    column->addWidget(figure);
    for (const QString &text : {scores.sentence, levelQualification(standard, catalogueLanguage())}) {
        auto *label = newLabel(sheet, text, Type::Small, Role::ThirdText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(grid::inside);
    for (const LevelReason &reason : scores.card.level.reasons)
        column->addWidget(reasonRow(standard, reason, showInAssess, LinkPlace::Below, sheet));
    column->addStretch(1);
    return sheet;
}

QWidget *whyCriticals(const CaseDocument &document, const Scores &scores, const ShowInAssess &showInAssess)
{
    auto *sheet = new QWidget;
    QVBoxLayout *column = newColumn(sheet);
    const Standard &standard = document.standard();
    const CriticalScore &critical = scores.card.critical;
    SheetGrid table(sheet);
    for (std::size_t i = 0; i < critical.ratings.size(); ++i) {
        const ScaleStep &step = standard.scale()[i];
        table.row(glyph(sheet, glyphFromName(step.glyph)), step.word.in(catalogueLanguage()),
                  {QString::number(critical.ratings[i])});
    }
    table.row(glyph(sheet, Glyph::Dotted), WhySheet::tr("Not rated"), {QString::number(critical.unrated.size())});
    table.row(glyph(sheet, Glyph::Dash), WhySheet::tr("Left out, not relevant"),
              {QString::number(static_cast<int>(critical.all.size()) - critical.relevant)});
    table.line();
    table.row(nullptr, WhySheet::tr("Below what every level asks"), {QString::number(critical.below.size())});
    table.row(nullptr, WhySheet::tr("Below full without a dated plan"), {QString::number(critical.withoutPlan.size())});
    column->addLayout(table.layout());
    auto *show = new Button(Button::Kind::Plain, WhySheet::tr("Show all critical in Assess"), sheet);
    QObject::connect(show, &Button::clicked, sheet, [showInAssess] { showInAssess({.critical = true}); });
    column->addSpacing(grid::inside);
    column->addWidget(show);
    if (!critical.withoutPlan.empty()) {
        auto *plans = new Button(Button::Kind::Plain, WhySheet::tr("Show those without a plan"), sheet);
        QObject::connect(plans, &Button::clicked, sheet,
                         [showInAssess] { showInAssess({.also = RequirementConditions::Also::PlanMissing}); });
        column->addWidget(plans);
    }
    column->addStretch(1);
    return sheet;
}

} // namespace adit
