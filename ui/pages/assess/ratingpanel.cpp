// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/ratingpanel.h"

#include "core/assessment/ratingrules.h"
#include "ui/look/measures.h"
#include "ui/pages/assess/anewrow.h"
#include "ui/pages/assess/lockline.h"
#include "ui/pages/assess/reasonform.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/resultwords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace adit {

namespace {

/// "Not relevant" is no rating of the scale, but stands among them on the strip.
QString notRelevantCode()
{
    return QStringLiteral("not-relevant");
}

std::vector<RatingChoice> choicesOf(const Standard &standard)
{
    std::vector<RatingChoice> choices;
    const QString language = catalogueLanguage();
    const RatingChoice notRelevant{notRelevantCode(), notRelevantWord(), QStringLiteral("dash"), QStringLiteral("N"),
                                   RatingPanel::tr("not relevant: leaves the score, needs a justification")};
    bool placed = false;
    for (const ScaleStep &step : standard.scale()) {
        if (!step.points && !placed) {
            choices.push_back(notRelevant);
            placed = true;
        }
        choices.push_back({step.code, step.word.in(language), step.glyph, step.key, step.label.in(language)});
    }
    if (!placed)
        choices.push_back(notRelevant);
    return choices;
}

/// What a rating means at this requirement, if the standard says so.
std::optional<QString> meaningHere(const Standard &standard, const RequirementCode &code, const RatedItem &item)
{
    const auto &meanings = standard.find(code)->guidance.ratings;
    if (item.relevance != RelevanceReason::Relevant || !item.rating || std::size_t(*item.rating) >= meanings.size())
        return std::nullopt;
    return meanings[static_cast<std::size_t>(*item.rating)].in(catalogueLanguage());
}

QWidget *pair(QWidget *parent, QWidget *mark, QWidget *word)
{
    auto *box = new QWidget(parent);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(mark);
    layout->addWidget(word);
    return box;
}

} // namespace

RatingPanel::RatingPanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_selfGlyph(new GlyphLabel(13, this))
    , m_selfWord(newLabel(this, {}, Type::Body, Role::Text))
    , m_previousHead(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_previousGlyph(new GlyphLabel(13, this))
    , m_previousWord(newLabel(this, {}, Type::Body, Role::Text))
    , m_planMark(pair(this, new IconLabel(QStringLiteral("flag"), Role::Partially, this),
                      newLabel(this, tr("Plan with date needed"), Type::Body, Role::Partially)))
    , m_strip(new RatingStrip(this))
    , m_meaningGlyph(new GlyphLabel(12, this))
    , m_meaning(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_reason(new ReasonForm(QStringLiteral("rating"), this))
    , m_anewRow(new AnewRow(this))
{
    m_strip->setObjectName(QStringLiteral("ratingStrip"));
    m_strip->setChoices(choicesOf(editor.document().standard()));
    m_meaning->setObjectName(QStringLiteral("ratingMeaning"));
    m_meaning->setWordWrap(true);
    m_meaning->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    // Room for two lines always: the finding below stays where it is when the rating changes.
    m_meaning->setMinimumHeight(2 * QFontMetrics(typeFont(font(), Type::Small)).lineSpacing());
    auto *beside = new QHBoxLayout;
    beside->setSpacing(grid::inside);
    beside->addWidget(newLabel(this, tr("Self-assessment"), Type::Small, Role::ThirdText));
    beside->addWidget(pair(this, m_selfGlyph, m_selfWord));
    beside->addSpacing(grid::inside);
    beside->addWidget(m_previousHead);
    beside->addWidget(pair(this, m_previousGlyph, m_previousWord));
    beside->addStretch(1);
    beside->addWidget(m_planMark);
    auto *meaning = new QHBoxLayout;
    meaning->setSpacing(grid::inside);
    meaning->addWidget(m_meaningGlyph, 0, Qt::AlignTop);
    meaning->addWidget(m_meaning, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(beside);
    layout->addWidget(m_strip);
    layout->addLayout(meaning);
    layout->addWidget(m_anewRow);
    layout->addWidget(m_reason);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_strip, &RatingStrip::rated, this, &RatingPanel::choose);
    connect(m_strip, &RatingStrip::cleared, this, &RatingPanel::clearRating);
    connect(m_reason, &ReasonForm::confirmed, this, &RatingPanel::confirm);
    connect(m_anewRow, &AnewRow::wanted, this,
            [this] { askAnew(m_editor.document().assessment().answer(*m_code)[field::answer::rating]); });
    connect(m_reason, &ReasonForm::cancelled, this, [this] {
        m_pending.clear();
        m_anew = false;
        refresh();
        m_strip->focusCurrent();
    });
    connect(m_reason, &ReasonForm::justificationChanged, this, [this](const QString &text) {
        const CaseView view = m_editor.document().view();
        const bool marked = relevanceOf(view.assessment, view.standard, *m_code) == RelevanceReason::MarkedItself;
        if (marked)
            m_editor.submit(setRelevance(view, m_code->toString(), false, text));
        else
            m_editor.submit(rate(view, m_code->toString(), {.justification = text}));
    });
    connect(m_reason, &ReasonForm::untilChanged, this, [this](const QString &date) {
        m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.until = date}));
    });
}

void RatingPanel::show(const RequirementCode &code)
{
    if (m_code != code)
        forget();
    m_code = code;
    refresh();
}

bool RatingPanel::commitNow()
{
    if (m_reason->commitNow())
        return true;
    if (m_reason->isAsking())
        m_editor.submit(Error{ErrorCode::NotConfirmed, m_code->toString()});
    return false;
}

void RatingPanel::forget()
{
    m_pending.clear();
    m_anew = false;
    m_reason->forget();
}

bool RatingPanel::rateByKey(const QString &key)
{
    const QString code = m_strip->codeForKey(key);
    if (code.isEmpty() || !m_strip->isEnabled())
        return false;
    choose(code);
    return true;
}

void RatingPanel::clearRating()
{
    if (!m_code || !m_strip->isEnabled())
        return;
    m_pending.clear();
    m_anew = false;
    submitRating({}, {});
    refresh();
}

void RatingPanel::choose(const QString &code)
{
    if (!m_code)
        return;
    const CaseView view = m_editor.document().view();
    const QString present = view.assessment.answer(*m_code)[field::answer::rating];
    const bool isChange = code != present && code != notRelevantCode();
    if (m_anew || (isChange && !present.isEmpty() && isResultPostponed(view.assessment, view.standard)))
        return askAnew(code);
    m_pending.clear();
    if (code == notRelevantCode())
        return chooseNotRelevant();
    const auto step = view.standard.scaleIndex(code);
    if (!step)
        return;
    const ScaleStep &scale = view.standard.scale()[static_cast<std::size_t>(*step)];
    const Record &answer = view.assessment.answer(*m_code);
    const bool justified = !scale.needsJustification || answer.has(field::answer::justification);
    const bool dated = !scale.needsUntil || answer.has(field::answer::until);
    if (justified && dated) {
        submitRating(code, {});
        refresh();
    } else {
        askFor(scale);
    }
}

void RatingPanel::askFor(const ScaleStep &step)
{
    const Record &answer = m_editor.document().assessment().answer(*m_code);
    m_pending = step.code;
    refresh();
    m_reason->ask(step.needsUntil ? ReasonForm::Asks::JustificationAndDate : ReasonForm::Asks::Justification,
                  tr("Why is it put off? Public."), tr("Defer"), answer[field::answer::justification],
                  answer[field::answer::until]);
}

void RatingPanel::askAnew(const QString &code)
{
    // Another rating while the form is open is another choice; what is typed stays.
    const bool isAsked = std::exchange(m_anew, true);
    if (code != notRelevantCode())
        m_pending = code;
    refresh();
    if (!isAsked)
        m_reason->ask(ReasonForm::Asks::Verification, tr("What was verified? For the team; both ratings are kept."),
                      tr("Rate anew"), {}, m_editor.document().today());
}

void RatingPanel::chooseNotRelevant()
{
    const CaseView view = m_editor.document().view();
    if (relevanceOf(view.assessment, view.standard, *m_code) == RelevanceReason::MarkedItself)
        return refresh();
    m_pending = notRelevantCode();
    refresh();
    m_reason->ask(ReasonForm::Asks::Justification, tr("Why is it not relevant here? Public."), tr("Mark not relevant"),
                  view.assessment.relevance(*m_code)[field::relevance::justification], {});
}

void RatingPanel::confirm(const QString &justification, const QString &until)
{
    const QString pending = std::exchange(m_pending, {});
    const Result<Edit> edit = confirmed(pending, justification, until);
    const bool wasAnew = std::exchange(m_anew, false);
    const bool done = m_editor.submit(edit);
    if (!done) {
        m_anew = wasAnew;
        m_pending = pending; // the form stays with what was typed; the banner says why
        return;
    }
    refresh();
    m_strip->focusCurrent();
}

Result<Edit> RatingPanel::confirmed(const QString &pending, const QString &justification, const QString &until) const
{
    const CaseView view = m_editor.document().view();
    if (pending == notRelevantCode())
        return setRelevance(view, m_code->toString(), false, justification);
    if (m_anew)
        return rateAnew(view, m_code->toString(), {.rating = pending}, justification,
                        dateFromIso(until).value_or(m_editor.document().today()));
    return rate(view, m_code->toString(), {.rating = pending, .justification = justification, .until = until});
}

void RatingPanel::submitRating(const QString &rating, const RatingInput &companions)
{
    const CaseView view = m_editor.document().view();
    RatingInput input = companions;
    input.rating = rating;
    m_editor.submit(assess(view, m_code->toString(), input));
}

void RatingPanel::refresh()
{
    if (!m_code)
        return;
    const CaseDocument &document = m_editor.document();
    const auto ordinal = document.standard().ordinal(*m_code);
    if (!ordinal)
        return;
    const RatedItem &item = document.ratedItems()[static_cast<std::size_t>(*ordinal)];
    const bool relevant = item.relevance == RelevanceReason::Relevant;
    const bool free = relevant || item.relevance == RelevanceReason::MarkedItself;
    const Assessment &assessment = document.assessment();
    const QString rating = countingRating(assessment, assessment.answer(*m_code));
    const bool locked = isLocked(document, *m_code);
    m_strip->setEnabled(free && !locked && !isRatingKept(assessment, document.standard(), *m_code));
    m_reason->setEnabled(!locked);
    m_anewRow->setEnabled(!locked);
    m_strip->setCurrent(!m_pending.isEmpty() ? m_pending : relevant ? rating : notRelevantCode());
    refreshBeside();
    refreshReason();
    m_anewRow->show(document, *m_code);
}

void RatingPanel::refreshBeside()
{
    const CaseDocument &document = m_editor.document();
    const Record &answer = document.assessment().answer(*m_code);
    const auto show = [&](GlyphLabel *glyph, QLabel *word, const QString &rating) {
        const Standing standing = standingOf(document.standard(), rating);
        glyph->setGlyph(standing.glyph);
        word->setText(rating.isEmpty() ? tr("none") : standing.word);
    };
    show(m_selfGlyph, m_selfWord, answer[field::answer::self_rating]);
    show(m_previousGlyph, m_previousWord, answer[field::answer::previous_rating]);
    const QString year = document.assessment().details()[field::details::previous_year];
    m_previousHead->setText(year.isEmpty() ? tr("Previous audit") : tr("Audit %1").arg(year));
    const auto &missing = document.scoreCard().critical.withoutPlan;
    m_planMark->setVisible(std::find(missing.begin(), missing.end(), *document.standard().ordinal(*m_code)) !=
                           missing.end());
}

QString RatingPanel::meaningWords(const RatedItem &item) const
{
    const CaseDocument &document = m_editor.document();
    if (item.relevance == RelevanceReason::OtherKindOfMine)
        return tr("Left out: applies to the other kind of mine only");
    if (const auto mark = decidingMark(document.assessment(), *m_code);
        item.relevance == RelevanceReason::MarkedAbove && mark)
        return tr("Left out: %1 is marked not relevant. %2")
            .arg(mark->toString(), document.assessment().relevance(*mark)[field::relevance::justification]);
    const Standing standing = standingOf(document.standard(), item);
    if (isRatingKept(document.assessment(), document.standard(), *m_code))
        return tr("As of %1: %2. A surveillance gives no new detailed scores; what was seen goes into the finding.")
            .arg(previousAuditWords(document.assessment()), standing.meaning);
    return meaningHere(document.standard(), *m_code, item).value_or(standing.meaning);
}

void RatingPanel::refreshReason()
{
    const CaseDocument &document = m_editor.document();
    const auto ordinal = *document.standard().ordinal(*m_code);
    const RatedItem &item = document.ratedItems()[static_cast<std::size_t>(ordinal)];
    const Standing standing = standingOf(document.standard(), item);
    m_meaningGlyph->setGlyph(standing.glyph);
    m_meaning->setText(meaningWords(item));
    if (!m_pending.isEmpty())
        return;
    const Record &answer = document.assessment().answer(*m_code);
    const bool deferred = item.relevance == RelevanceReason::Relevant && item.rating &&
                          document.standard().scale()[static_cast<std::size_t>(*item.rating)].needsJustification;
    if (decidingMark(document.assessment(), *m_code) == m_code)
        m_reason->showStanding(ReasonForm::Asks::Justification, tr("Why it is not relevant, public"),
                               document.assessment().relevance(*m_code)[field::relevance::justification], {});
    else if (deferred)
        m_reason->showStanding(ReasonForm::Asks::JustificationAndDate, tr("Why it is put off, public"),
                               answer[field::answer::justification], answer[field::answer::until]);
    else
        m_reason->hide();
}

} // namespace adit
