// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/decisionform.h"

#include "core/edits/draft.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

DecisionForm::DecisionForm(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_outcome(new SegmentedControl(this))
    , m_levelLabel(newLabel(this, tr("Level"), Type::Small, Role::SecondText))
    , m_level(new QComboBox(this))
    , m_noLevel(newLabel(this, {}, Type::Small, Role::Partially))
    , m_untilLabel(newLabel(this, tr("Until"), Type::Small, Role::SecondText))
    , m_until(new DateField(this))
    , m_deferredLabel(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_deferred(new CommitTextEdit(this))
    , m_reasonLabel(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_reason(new CommitTextEdit(this))
    , m_missing(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_decide(new Button(Button::Kind::Primary, tr("Decide and sign"), this))
{
    QStringList outcomes;
    for (const QString &code : choiceCodes(infoOf(field::decision::outcome)))
        outcomes.append(choiceWord(infoOf(field::decision::outcome), code));
    m_outcome->setSegments(outcomes);
    m_outcome->setObjectName(QStringLiteral("decisionOutcome"));
    m_level->setObjectName(QStringLiteral("decisionLevel"));
    m_level->setAccessibleName(tr("Level"));
    m_until->setObjectName(QStringLiteral("decisionUntil"));
    m_until->setAccessibleName(tr("Until"));
    m_until->setMaximumWidth(scaled(font(), 160));
    m_deferred->setObjectName(QStringLiteral("decisionDeferred"));
    m_reason->setObjectName(QStringLiteral("decisionReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_missing->setObjectName(QStringLiteral("decisionMissing"));
    m_decide->setObjectName(QStringLiteral("decide"));
    m_deferred->setLines(2);
    m_reason->setLines(3);
    for (CommitTextEdit *field : {m_deferred, m_reason})
        field->setFixedHeight(field->sizeHint().height());
    for (QLabel *label : {m_noLevel, m_deferredLabel, m_reasonLabel, m_missing})
        label->setWordWrap(true);
    build();
    connect(m_outcome, &SegmentedControl::chosen, this, &DecisionForm::refreshConfirm);
    connect(m_level, &QComboBox::activated, this, &DecisionForm::refreshConfirm);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DecisionForm::refreshConfirm);
    connect(m_deferred, &QPlainTextEdit::textChanged, this, [this] {
        if (leavesOut() != m_leftOut)
            fillLevels();
        refreshConfirm();
    });
    connect(m_decide, &Button::clicked, this, &DecisionForm::confirmed);
}

void DecisionForm::build()
{
    auto *outcome = new QHBoxLayout;
    outcome->addWidget(m_outcome);
    outcome->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_decide);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(outcome);
    layout->addSpacing(grid::unit);
    for (QWidget *part :
         {static_cast<QWidget *>(m_levelLabel), static_cast<QWidget *>(m_level), static_cast<QWidget *>(m_noLevel),
          static_cast<QWidget *>(m_untilLabel), static_cast<QWidget *>(m_until),
          static_cast<QWidget *>(m_deferredLabel), static_cast<QWidget *>(m_deferred),
          static_cast<QWidget *>(m_reasonLabel), static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_missing)})
        layout->addWidget(part);
    layout->addSpacing(grid::unit);
    layout->addLayout(buttons);
}

QString DecisionForm::outcome() const
{
    return choiceCodes(infoOf(field::decision::outcome)).value(m_outcome->current());
}

bool DecisionForm::leavesOut() const
{
    return m_asksForDeferred && outcome() == QLatin1String("level") && m_deferred->hasPending();
}

/// What the scores give: with what is deferred left out, once there is a reason for that.
LevelResult DecisionForm::levelGiven() const
{
    if (!leavesOut())
        return m_document.scoreCard().level;
    Draft draft(m_document.view(), Verb::Decide, {});
    if (auto leftOut = leaveOutDeferred(draft.view(), m_deferred->typed()))
        draft.add(std::move(*leftOut));
    return score(m_document.standard(), ratedItems(draft.view().assessment, m_document.standard())).level;
}

void DecisionForm::fillLevels()
{
    m_leftOut = leavesOut();
    const LevelResult given = levelGiven();
    const QString chosen = m_level->currentData().toString();
    m_given = given.status == LevelStatus::Final ? given.achieved : std::nullopt;
    m_level->clear();
    const Standard &standard = m_document.standard();
    const auto &levels = standard.levels();
    // Levels stand from the highest to the lowest: the one that the scores give, and those below it.
    for (int level = m_given.value_or(static_cast<int>(levels.size())); level < static_cast<int>(levels.size());
         ++level)
        m_level->addItem(levelWord(standard, level), levels[static_cast<std::size_t>(level)].code);
    m_level->setCurrentIndex(std::max(0, m_level->findData(chosen)));
    m_noLevel->setText(given.isPostponed
                           ? tr("The result is postponed for the early correction: there is no level yet.")
                           : tr("The scores give no level yet: something relevant is not rated, or deferred."));
}

void DecisionForm::refresh(const std::vector<DecisionCheck> &checks)
{
    m_hasGaps = !std::ranges::all_of(checks, &DecisionCheck::isMet);
    const int deferred = m_document.scoreCard().whole.deferred;
    const bool isLeftOut = m_document.assessment().details().has(field::details::deferred_codes);
    m_asksForDeferred = deferred > 0 && !isLeftOut;
    m_deferredLabel->setText(
        tr("%n deferred requirement(s): why they are left out, if you decide without them", nullptr, deferred));
    m_deferred->setAccessibleName(m_deferredLabel->text());
    fillLevels();
    refreshConfirm();
}

QString DecisionForm::missing() const
{
    const bool isReasoned = m_reason->hasPending();
    if (outcome() != QLatin1String("level"))
        return isReasoned ? QString() : tr("Say why it is not decided yet.");
    if (m_level->count() == 0)
        return tr("There is no level to decide on; it can be pending or postponed, with a reason.");
    if (m_hasGaps && !isReasoned)
        return tr("The checklist has gaps: say why you decide nonetheless.");
    return m_level->currentIndex() > 0 && !isReasoned ? tr("Say why less than what the scores give.") : QString();
}

void DecisionForm::refreshConfirm()
{
    const bool isLevel = outcome() == QLatin1String("level");
    m_levelLabel->setVisible(isLevel && m_level->count() > 0);
    m_level->setVisible(isLevel && m_level->count() > 0);
    m_noLevel->setVisible(isLevel && m_level->count() == 0);
    m_deferred->setVisible(isLevel && m_asksForDeferred);
    m_deferredLabel->setVisible(isLevel && m_asksForDeferred);
    m_untilLabel->setVisible(!isLevel);
    m_until->setVisible(!isLevel);
    const bool needsReason = !isLevel || m_hasGaps || m_level->currentIndex() > 0;
    m_reasonLabel->setText(needsReason ? tr("Reason, for the team") : tr("Reason, for the team; not needed"));
    const QString lacks = missing();
    m_missing->setText(lacks);
    m_missing->setVisible(!lacks.isEmpty());
    m_decide->setEnabled(lacks.isEmpty());
    m_decide->setToolTip(lacks);
}

DecisionInput DecisionForm::input() const
{
    const bool isLevel = outcome() == QLatin1String("level");
    DecisionInput input{.outcome = outcome(),
                        .level = isLevel ? m_level->currentData().toString() : QString(),
                        .reason = m_reason->typed().trimmed()};
    if (!isLevel)
        input.until = m_until->date();
    if (leavesOut())
        input.excludeDeferred = m_deferred->typed().trimmed();
    return input;
}

bool DecisionForm::hasPending() const
{
    return m_reason->hasPending() || m_deferred->hasPending() || (!m_until->isHidden() && m_until->hasPending());
}

void DecisionForm::forget()
{
    m_reason->forget();
    m_deferred->forget();
    m_until->forget();
}

void DecisionForm::focusFirst()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
