// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/blindpanel.h"

#include "core/edits/recordrules.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/basislist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/calibrationwords.h"
#include "ui/words/words.h"

#include <QAbstractButton>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// Only ratings with points are given blindly.
std::vector<RatingChoice> choicesOf(const Standard &standard)
{
    std::vector<RatingChoice> choices;
    const QString language = catalogueLanguage();
    const auto steps = static_cast<std::size_t>(ratableSteps(standard));
    choices.reserve(steps);
    for (std::size_t i = 0; i < steps; ++i) {
        const ScaleStep &step = standard.scale()[i];
        choices.push_back({step.code, step.word.in(language), step.glyph, step.key, step.label.in(language)});
    }
    return choices;
}

} // namespace

BlindPanel::BlindPanel(Editor &editor, WhoAmI &whoAmI, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_whoAmI(whoAmI)
    , m_title(newLabel(this, {}, Type::Title, Role::Text))
    , m_progress(newReading(this, {}, Type::Body, Role::SecondText))
    , m_open(new Button(Button::Kind::Primary, tr("Lay open"), this))
    , m_who(buildWho())
    , m_choiceBox(new QWidget(this))
    , m_choices(new FlowLayout(6, m_choiceBox))
    , m_strip(new RatingStrip(this))
    , m_reason(new CommitTextEdit(this))
    , m_next(new Button(Button::Kind::Plain, tr("Next"), this))
    , m_basis(new BasisList(editor.document(), this))
    , m_rating(buildRating())
{
    m_title->setObjectName(QStringLiteral("blindTitle"));
    m_title->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("blindProgress"));
    m_progress->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("layOpen"));
    m_open->setToolTip(tr("From then on everybody sees what both gave, and nobody changes it"));
    m_choiceBox->setObjectName(QStringLiteral("blindChoices"));
    auto *column = new QWidget(this);
    column->setMaximumWidth(scaled(font(), 760));
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(grid::inside);
    inner->addWidget(m_title);
    inner->addWidget(m_progress);
    inner->addWidget(m_open, 0, Qt::AlignLeading);
    inner->addWidget(m_who);
    inner->addSpacing(grid::unit);
    inner->addWidget(m_choiceBox);
    inner->addWidget(m_rating);
    inner->addStretch(1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(grid::page, 14, grid::page, grid::group);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    connect(m_open, &Button::clicked, this, [this] {
        const CaseDocument &document = m_editor.document();
        if (commitPending())
            m_editor.submit(layOpen(document.view(), m_calibration, document.today()));
    });
    connect(m_strip, &RatingStrip::rated, this, &BlindPanel::rateIt);
    connect(m_next, &Button::clicked, this, &BlindPanel::moveToNext);
    connect(m_reason, &CommitTextEdit::committed, this, [this](const QString &text) {
        if (const Record *rating = given())
            submit((*rating)[field::blind_rating::rating], text);
    });
}

QWidget *BlindPanel::buildWho()
{
    auto *box = new QWidget(this);
    box->setObjectName(QStringLiteral("blindWho"));
    m_whoRows = new QVBoxLayout(box);
    m_whoRows->setContentsMargins(0, 0, 0, 0);
    m_whoRows->setSpacing(grid::inside);
    return box;
}

QWidget *BlindPanel::buildRating()
{
    auto *box = new QWidget(this);
    box->setObjectName(QStringLiteral("blindRating"));
    m_code = newLabel(box, {}, Type::Heading, Role::Text);
    m_code->setObjectName(QStringLiteral("blindRequirement"));
    m_code->setWordWrap(true);
    m_statement = newReading(box, {}, Type::Body, Role::Text);
    m_statement->setWordWrap(true);
    m_finding = newReading(box, {}, Type::Body, Role::Text);
    m_finding->setObjectName(QStringLiteral("blindFinding"));
    m_finding->setWordWrap(true);
    m_strip->setObjectName(QStringLiteral("blindStrip"));
    m_strip->setChoices(choicesOf(m_editor.document().standard()));
    // The page Assess has the same buttons.
    for (QAbstractButton *button : m_strip->findChildren<QAbstractButton *>())
        button->setObjectName(QStringLiteral("blind-") + button->objectName());
    m_reason->setObjectName(QStringLiteral("blindReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why; the other sees it once both are done"));
    m_reason->setLines(2);
    m_reason->setFixedHeight(m_reason->sizeHint().height());
    m_next->setObjectName(QStringLiteral("blindNext"));
    auto *found = new SectionHeader(tr("What was found"), box);
    found->setRuled(true);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, grid::inside, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_code);
    layout->addWidget(m_statement);
    layout->addSpacing(grid::unit);
    layout->addWidget(m_strip);
    layout->addWidget(m_reason);
    layout->addWidget(m_next, 0, Qt::AlignLeading);
    layout->addSpacing(grid::inside);
    layout->addWidget(found);
    layout->addWidget(m_finding);
    layout->addWidget(m_basis);
    return box;
}

void BlindPanel::show(const QString &calibration)
{
    if (calibration != m_calibration) {
        forgetPending();
        m_requirement.clear();
    }
    m_calibration = calibration;
    refresh();
}

/// Who sits here, if that is one of the two.
QString BlindPanel::rater() const
{
    const auto state = calibrationOf(m_editor.document().view(), m_calibration);
    const QString member = m_whoAmI.member();
    return state && state->raters.contains(member) ? member : QString();
}

const Record *BlindPanel::given() const
{
    return blindRatingOf(m_editor.document().assessment(), m_calibration, m_requirement, rater());
}

QString BlindPanel::progressWords(const CalibrationState &state) const
{
    const Assessment &assessment = m_editor.document().assessment();
    const auto all = static_cast<int>(state.pairs.size());
    const auto said = [&](const QString &label) {
        return tr("%1 has rated %2 of %3").arg(raterWords(assessment, label)).arg(state.ratedBy(label)).arg(all);
    };
    if (state.isDone())
        return tr("Both have rated all %n. Lay them open to see how far they agree.", nullptr, all);
    const QString own = rater();
    if (own.isEmpty())
        return tr("%1, %2. What they gave is shown when both are done.")
            .arg(said(state.raters[0]), said(state.raters[1]));
    const QString other = state.raters[0] == own ? state.raters[1] : state.raters[0];
    return tr("You have rated %1 of %2. %3; what they gave is shown when both are done.")
        .arg(state.ratedBy(own))
        .arg(all)
        .arg(said(other));
}

void BlindPanel::refresh()
{
    const CaseView view = m_editor.document().view();
    const auto state = calibrationOf(view, m_calibration);
    if (!state)
        return;
    m_title->setText(QStringLiteral("%1  %2").arg(m_calibration, ratersWords(view.assessment, *state)));
    m_progress->setText(progressWords(*state));
    m_open->setVisible(state->isDone());
    refreshWho(*state);
    const bool isRater = !rater().isEmpty();
    m_choiceBox->setVisible(isRater);
    m_rating->setVisible(isRater);
    if (!isRater)
        return;
    const auto unrated = std::ranges::find_if(state->pairs, [&](const RatingPair &pair) {
        return !blindRatingOf(view.assessment, m_calibration, pair.requirement, rater());
    });
    if (m_requirement.isEmpty())
        m_requirement = (unrated == state->pairs.end() ? state->pairs.front() : *unrated).requirement;
    refreshChoices(*state);
    showRequirement();
}

/// Where nobody proved who they are, they may say so.
void BlindPanel::refreshWho(const CalibrationState &state)
{
    emptyLayout(m_whoRows);
    const bool isShown = rater().isEmpty();
    m_who->setVisible(isShown);
    if (!isShown)
        return;
    if (m_editor.profile()) {
        auto *words = newReading(m_who, tr("You are neither of the two."), Type::Body, Role::Text);
        words->setWordWrap(true);
        m_whoRows->addWidget(words);
        return;
    }
    auto *words = newReading(m_who, tr("If you are one of the two, say so to rate."), Type::Body, Role::Text);
    words->setWordWrap(true);
    m_whoRows->addWidget(words);
    for (const QString &label : state.raters) {
        auto *choose = new Button(Button::Kind::Plain,
                                  tr("I am %1").arg(raterWords(m_editor.document().assessment(), label)), m_who);
        choose->setObjectName(QStringLiteral("blindIAm-") + label);
        connect(choose, &Button::clicked, this, [this, label] { m_whoAmI.setMember(label); });
        m_whoRows->addWidget(choose, 0, Qt::AlignLeading);
    }
}

/// One chip a requirement: a tick where it is rated, pressed where one is.
void BlindPanel::refreshChoices(const CalibrationState &state)
{
    const Assessment &assessment = m_editor.document().assessment();
    const bool isSame = m_choices->count() == static_cast<int>(state.pairs.size()) &&
                        m_choiceBox->property("of").toString() == m_calibration;
    if (!isSame) {
        emptyLayout(m_choices);
        m_choiceBox->setProperty("of", m_calibration);
        for (const RatingPair &pair : state.pairs) {
            auto *chip = new Chip(pair.requirement, m_choiceBox);
            chip->setObjectName(QStringLiteral("blind-") + pair.requirement);
            chip->setCheckable(true);
            connect(chip, &Chip::clicked, this, [this, requirement = pair.requirement] { moveTo(requirement); });
            m_choices->addWidget(chip);
        }
    }
    for (int i = 0; i < m_choices->count(); ++i) {
        auto *chip = qobject_cast<Chip *>(m_choices->itemAt(i)->widget());
        const QString requirement = state.pairs[static_cast<std::size_t>(i)].requirement;
        const bool isRated = blindRatingOf(assessment, m_calibration, requirement, rater()) != nullptr;
        chip->setChecked(requirement == m_requirement);
        chip->setIconName(isRated ? QStringLiteral("check") : QString());
        chip->setAccessibleName(isRated ? tr("%1, rated").arg(requirement) : requirement);
    }
    m_choices->invalidate();
}

void BlindPanel::showRequirement()
{
    const CaseView view = m_editor.document().view();
    const auto code = RequirementCode::fromString(m_requirement);
    const StandardNode *node = code ? view.standard.find(*code) : nullptr;
    if (!node)
        return;
    m_code->setText(m_requirement + QLatin1Char(' ') + title(*node));
    m_statement->setText(node->statement.in(catalogueLanguage()));
    const Record *rating = given();
    m_strip->setCurrent(rating ? (*rating)[field::blind_rating::rating] : QString());
    m_reason->setStored(rating ? (*rating)[field::blind_rating::reason] : QString());
    const QString finding = view.assessment.answer(*code)[field::answer::finding];
    m_finding->setText(finding.isEmpty() ? tr("Nothing is written yet.") : finding);
    dress(m_finding, Type::Body, finding.isEmpty() ? Role::SecondText : Role::Text);
    m_basis->show(*code);
}

void BlindPanel::rateIt(const QString &rating)
{
    submit(rating, m_reason->typed().trimmed());
}

void BlindPanel::submit(const QString &rating, const QString &reason)
{
    CaseDocument &document = m_editor.document();
    const EntityRef entity = document.newEntity(EntityKind::BlindRating);
    if (m_editor.submit(rateBlind(document.view(), entity, {m_calibration, m_requirement, rater(), rating, reason},
                                  document.today())))
        refresh();
}

bool BlindPanel::moveTo(const QString &requirement)
{
    if (requirement == m_requirement || commitPending())
        m_requirement = requirement;
    refresh();
    return m_requirement == requirement;
}

/// To the next that is not rated, else to the next.
void BlindPanel::moveToNext()
{
    const CaseView view = m_editor.document().view();
    const auto state = calibrationOf(view, m_calibration);
    if (!state)
        return;
    std::vector<RatingPair> around = state->pairs;
    const auto here = std::ranges::find(around, m_requirement, &RatingPair::requirement);
    if (here == around.end())
        return;
    std::rotate(around.begin(), std::next(here), around.end());
    const auto unrated = std::ranges::find_if(around, [&](const RatingPair &pair) {
        return !blindRatingOf(view.assessment, m_calibration, pair.requirement, rater());
    });
    if (moveTo((unrated == around.end() ? around.front() : *unrated).requirement))
        m_strip->focusCurrent();
}

bool BlindPanel::commitPending()
{
    m_reason->commitNow();
    if (!m_reason->hasPending())
        return true;
    if (!given())
        m_editor.submit(Error{ErrorCode::NotConfirmed, m_requirement});
    return false;
}

void BlindPanel::forgetPending()
{
    m_reason->forget();
}

void BlindPanel::focusMain()
{
    if (m_rating->isVisible())
        m_strip->focusCurrent();
    else if (m_open->isVisible())
        m_open->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
