// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/anewrow.h"

#include "core/assessment/ratingrules.h"
#include "core/process/progress.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

/// The early correction has begun, or what comes before it is done.
bool hasCome(const CaseView &view, const ProcessStep &correction)
{
    if (stepState(view, correction) != StepState::ToCome)
        return true;
    const ProcessStep *before = nullptr;
    for (const ProcessStep &step : view.standard.steps()) {
        if (step.code == correction.code)
            break;
        if (step.parent.isEmpty())
            before = &step;
    }
    return before && stepState(view, *before) == StepState::Closed;
}

QString noteOf(const CaseView &view, const ProcessStep &correction, const Record &answer)
{
    if (answer.has(field::answer::first_rating)) {
        const auto day = answer[field::answer::rerated];
        const QString basis = answer[field::answer::rerated_basis];
        return day ? AnewRow::tr("Rated anew on %1: %2").arg(dateWords(*day), basis) : basis;
    }
    return isResultPostponed(view.assessment, view.standard)
               ? QString()
               : AnewRow::tr("Step %1, %2, is not open.")
                     .arg(correction.code, correction.title.in(catalogueLanguage()));
}

} // namespace

AnewRow::AnewRow(QWidget *parent)
    : QWidget(parent)
    , m_before(new QWidget(this))
    , m_glyph(new GlyphLabel(13, m_before))
    , m_word(newLabel(m_before, {}, Type::Body, Role::Text))
    , m_note(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_anew(new Button(Button::Kind::Plain, tr("Rate anew…"), this))
{
    m_word->setObjectName(QStringLiteral("firstRating"));
    m_note->setObjectName(QStringLiteral("anewNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_anew->setObjectName(QStringLiteral("rateAnew"));
    auto *before = new QHBoxLayout(m_before);
    before->setContentsMargins(0, 0, 0, 0);
    before->setSpacing(6);
    before->addWidget(newLabel(m_before, tr("Before the early correction"), Type::Small, Role::ThirdText));
    before->addWidget(m_glyph);
    before->addWidget(m_word);
    before->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_before);
    words->addWidget(m_note);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(words, 1);
    layout->addWidget(m_anew, 0, Qt::AlignTop);
    connect(m_anew, &Button::clicked, this, &AnewRow::wanted);
}

void AnewRow::show(const CaseDocument &document, const RequirementCode &code)
{
    const CaseView view = document.view();
    const ProcessStep *correction = earlyCorrection(view.standard);
    const Record &answer = view.assessment.answer(code);
    const bool isRated = answer.has(field::answer::rating);
    const QString first = answer[field::answer::first_rating];
    setVisible(correction && isRated && !keepsPreviousRatings(view.assessment) &&
               (!first.isEmpty() || hasCome(view, *correction)));
    if (!correction)
        return;
    const Standing standing = standingOf(view.standard, first);
    m_glyph->setGlyph(standing.glyph);
    m_word->setText(standing.word);
    m_before->setVisible(!first.isEmpty());
    const QString note = noteOf(view, *correction, answer);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_anew->setEnabled(isRated && isResultPostponed(view.assessment, view.standard));
    m_anew->setToolTip(
        m_anew->isEnabled() ? QString() : tr("A rating is made anew only while step %1 is open").arg(correction->code));
}

} // namespace adit
