// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/groupview.h"

#include "core/assessment/ratingrules.h"
#include "ui/look/measures.h"
#include "ui/pages/assess/lockline.h"
#include "ui/pages/assess/reasonform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/resultwords.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// How often each standing occurs among the requirements below a node, scale first.
struct StandingCounts
{
    std::vector<int> ratings;
    int unrated = 0;
    int notRelevant = 0;
    int relevant = 0;
};

StandingCounts countBelow(const CaseDocument &document, int node)
{
    StandingCounts counts;
    counts.ratings.assign(document.standard().scale().size(), 0);
    const auto [first, end] = document.standard().ordinalsBelow(node);
    for (int ordinal = first; ordinal < end; ++ordinal) {
        const RatedItem &item = document.ratedItems()[static_cast<std::size_t>(ordinal)];
        if (item.relevance != RelevanceReason::Relevant)
            ++counts.notRelevant;
        else if (!item.rating)
            ++counts.unrated;
        else
            ++counts.ratings[static_cast<std::size_t>(*item.rating)];
    }
    counts.relevant = end - first - counts.notRelevant;
    return counts;
}

const GroupScore *scoreOf(const CaseDocument &document, int node)
{
    const ScoreCard &card = document.scoreCard();
    for (const auto *groups : {&card.principles, &card.chapters}) {
        const auto found = std::find_if(groups->begin(), groups->end(), [&](const auto &g) { return g.node == node; });
        if (found != groups->end())
            return &*found;
    }
    return nullptr;
}

} // namespace

GroupView::GroupView(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_figure(newLabel(this, {}, Type::Figure, Role::Text))
    , m_figureNote(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_counts(new QGridLayout)
    , m_rule(newLabel(this, {}, Type::Body, Role::SecondText))
    , m_relevance(newLabel(this, {}, Type::Body, Role::Text))
    , m_mark(new Button(Button::Kind::Plain, {}, this))
    , m_reason(new ReasonForm(QStringLiteral("group"), this))
    , m_why(new Button(Button::Kind::Plain, tr("Why this score"), this))
    , m_firstOpen(new Button(Button::Kind::Primary, tr("Go to the first unrated"), this))
{
    m_why->setIconName(QStringLiteral("question"));
    m_mark->setObjectName(QStringLiteral("markGroup"));
    m_firstOpen->setObjectName(QStringLiteral("firstOpen"));
    m_rule->setWordWrap(true);
    m_relevance->setWordWrap(true);
    m_counts->setHorizontalSpacing(grid::inside);
    m_counts->setVerticalSpacing(6);
    m_counts->setColumnStretch(3, 1);
    auto *relevance = new QHBoxLayout;
    relevance->addWidget(m_relevance, 1);
    relevance->addWidget(m_mark, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_why);
    buttons->addStretch(1);
    buttons->addWidget(m_firstOpen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_figure);
    layout->addWidget(m_figureNote);
    layout->addSpacing(grid::inside);
    layout->addLayout(m_counts);
    layout->addSpacing(grid::group);
    auto *head = new SectionHeader(tr("Relevance"), this);
    head->setRuled(true);
    layout->addWidget(head);
    layout->addLayout(relevance);
    layout->addWidget(m_rule);
    layout->addWidget(m_reason);
    layout->addStretch(1);
    layout->addLayout(buttons);
    connect(m_mark, &Button::clicked, this, &GroupView::askNotRelevant);
    connect(m_why, &Button::clicked, this, [this] { Q_EMIT whyWanted(m_code->toString()); });
    connect(m_firstOpen, &Button::clicked, this, &GroupView::firstOpenWanted);
    connect(m_reason, &ReasonForm::confirmed, this, [this](const QString &justification) {
        m_asking = !m_editor.submit(setRelevance(m_editor.document().view(), m_code->toString(), false, justification));
        refreshRelevance();
    });
    connect(m_reason, &ReasonForm::cancelled, this, [this] {
        m_asking = false;
        refreshRelevance();
        m_mark->setFocus(Qt::OtherFocusReason);
    });
    connect(m_reason, &ReasonForm::justificationChanged, this, [this](const QString &text) {
        m_editor.submit(setRelevance(m_editor.document().view(), m_code->toString(), false, text));
    });
}

void GroupView::show(const RequirementCode &code)
{
    if (m_code != code)
        forget();
    m_code = code;
    refreshCounts();
    refreshRelevance();
}

bool GroupView::commitNow()
{
    if (m_reason->commitNow())
        return true;
    if (m_reason->isAsking())
        m_editor.submit(Error{ErrorCode::NotConfirmed, m_code->toString()});
    return false;
}

void GroupView::forget()
{
    m_asking = false;
    m_reason->forget();
}

void GroupView::refreshCounts()
{
    const CaseDocument &document = m_editor.document();
    const int node = *document.standard().nodeIndex(*m_code);
    const StandingCounts counts = countBelow(document, node);
    const GroupScore *score = scoreOf(document, node);
    m_figure->setVisible(score != nullptr);
    m_figureNote->setVisible(score && !score->now.isEmpty());
    m_why->setVisible(score != nullptr);
    if (score) {
        m_figure->setText(score->floor.isEmpty() ? notRelevantWord() : tr("%1 %").arg(intervalWords(*score)));
        m_figureNote->setText(tr("floor – ceiling; %1 % on what is rated so far").arg(score->now.shown));
    }
    m_firstOpen->setVisible(counts.unrated > 0);
    emptyLayout(m_counts);
    const auto add = [this](Glyph glyph, const QString &word, int count) {
        const int row = m_counts->rowCount();
        auto *mark = new GlyphLabel(14, this);
        mark->setGlyph(glyph);
        m_counts->addWidget(mark, row, 0);
        m_counts->addWidget(newLabel(this, word, Type::Body, Role::Text), row, 1);
        m_counts->addWidget(newLabel(this, QString::number(count), Type::Body, Role::Text), row, 2, Qt::AlignTrailing);
    };
    for (std::size_t i = 0; i < counts.ratings.size(); ++i) {
        const ScaleStep &step = document.standard().scale()[i];
        add(glyphFromName(step.glyph), step.word.in(catalogueLanguage()), counts.ratings[i]);
    }
    add(Glyph::Dotted, tr("Not rated"), counts.unrated);
    add(Glyph::Dash, notRelevantWord(), counts.notRelevant);
}

void GroupView::refreshRelevance()
{
    const CaseDocument &document = m_editor.document();
    const StandardNode *node = document.standard().find(*m_code);
    const Record &mark = document.assessment().relevance(*m_code);
    const bool marked = mark[field::relevance::state] == QLatin1String("not-relevant");
    const QString rule = node->relevanceRule.in(catalogueLanguage());
    m_rule->setText(rule);
    m_rule->setVisible(!rule.isEmpty());
    const bool principle = m_code->level() == NodeLevel::Principle;
    m_mark->setVisible(!principle && !m_asking);
    const bool isKept = keepsPreviousRatings(document.assessment());
    const bool locked = isLocked(m_editor.document(), *m_code);
    m_mark->setEnabled(!isKept && !locked);
    m_reason->setEnabled(!locked);
    m_mark->setToolTip(isKept ? tr("A surveillance gives no new scores") : QString());
    m_mark->setText(marked ? tr("Mark relevant again") : tr("Mark not relevant…"));
    m_mark->updateGeometry();
    m_relevance->setText(principle ? tr("A principle is always relevant; mark its chapters.")
                         : marked  ? tr("Marked not relevant: leaves the score. Ratings below stay stored.")
                                   : tr("Relevant."));
    if (isKept && !principle)
        m_relevance->setText(
            m_relevance->text() + QLatin1Char(' ') +
            tr("As of %1; a surveillance gives no new scores.").arg(previousAuditWords(document.assessment())));
    if (m_asking)
        return;
    if (marked)
        m_reason->showStanding(ReasonForm::Asks::Justification, tr("Why it is not relevant, public"),
                               mark[field::relevance::justification], {});
    else
        m_reason->hide();
}

void GroupView::askNotRelevant()
{
    const CaseView view = m_editor.document().view();
    if (view.assessment.relevance(*m_code)[field::relevance::state] == QLatin1String("not-relevant")) {
        m_editor.submit(setRelevance(view, m_code->toString(), true, std::nullopt));
        return;
    }
    m_asking = true;
    refreshRelevance();
    m_reason->ask(ReasonForm::Asks::Justification, tr("Why is it not relevant here? Public."), tr("Mark not relevant"),
                  view.assessment.relevance(*m_code)[field::relevance::justification], {});
}

} // namespace adit
