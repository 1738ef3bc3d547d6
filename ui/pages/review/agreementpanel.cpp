// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/agreementpanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/calibrationwords.h"
#include "ui/words/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

AgreementPanel::AgreementPanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_title(newLabel(this, {}, Type::Title, Role::Text))
    , m_days(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_kappa(newLabel(this, {}, Type::Figure, Role::Text))
    , m_meaning(newLabel(this, {}, Type::Heading, Role::Text))
    , m_same(newLabel(this, {}, Type::Body, Role::SecondText))
    , m_drift(newReading(this, {}, Type::Body, Role::SecondText))
    , m_differenceHead(new SectionHeader(tr("Where they differ"), this))
    , m_differences(new QVBoxLayout)
    , m_notes(new CommitTextEdit(this))
    , m_chapterHead(new SectionHeader(tr("By chapter"), this))
    , m_table(new QTableView(this))
{
    m_title->setObjectName(QStringLiteral("agreementTitle"));
    m_title->setWordWrap(true);
    m_drift->setObjectName(QStringLiteral("agreementDrift"));
    m_drift->setWordWrap(true);
    m_differenceHead->setRuled(true);
    m_differences->setContentsMargins(0, 0, 0, 0);
    m_differences->setSpacing(0);
    m_notes->setObjectName(QStringLiteral("agreementNotes"));
    m_notes->setAccessibleName(tr("What was agreed"));
    m_notes->setPlaceholderText(
        tr("What the two found when they talked about it, and how such a case is rated from now on"));
    m_notes->setLines(4);
    m_notes->setFixedHeight(m_notes->sizeHint().height());
    auto *agreed = new SectionHeader(tr("What was agreed"), this);
    agreed->setRuled(true);
    m_chapterHead->setRuled(true);
    m_table->setObjectName(QStringLiteral("agreementChapters"));
    m_table->setAccessibleName(tr("Agreement by chapter"));
    m_table->setModel(&m_chapters);
    dressTable(m_table);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QWidget(this);
    column->setMaximumWidth(scaled(font(), 860));
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(grid::inside);
    inner->addWidget(m_title);
    inner->addWidget(m_days);
    inner->addWidget(buildFigure());
    inner->addSpacing(grid::group);
    inner->addWidget(m_differenceHead);
    inner->addLayout(m_differences);
    inner->addSpacing(grid::group);
    inner->addWidget(agreed);
    inner->addWidget(m_notes);
    inner->addSpacing(grid::group);
    inner->addWidget(m_chapterHead);
    inner->addWidget(m_table);
    inner->addStretch(1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(grid::page, 14, grid::page, grid::group);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    connect(m_notes, &CommitTextEdit::committed, this, [this](const QString &text) {
        m_editor.submit(noteCalibration(m_editor.document().view(), m_calibration, text));
    });
}

QWidget *AgreementPanel::buildFigure()
{
    m_kappa->setObjectName(QStringLiteral("agreementKappa"));
    m_kappa->setAccessibleName(tr("Kappa"));
    m_meaning->setObjectName(QStringLiteral("agreementMeaning"));
    m_meaning->setWordWrap(true);
    m_same->setObjectName(QStringLiteral("agreementSame"));
    m_same->setWordWrap(true);
    auto *note = newReading(this,
                            tr("Cohen’s weighted kappa (J. Cohen, Psychological Bulletin 70, 1968), each step of the "
                               "scale weighing the same: 1 is always the same, 0 as often as by chance. The words are "
                               "those of J. R. Landis and G. G. Koch (Biometrics 33, 1977)."),
                            Type::Small, Role::ThirdText);
    note->setWordWrap(true);
    auto *box = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_meaning);
    words->addWidget(m_same);
    words->addWidget(m_drift);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::group);
    line->addWidget(m_kappa, 0, Qt::AlignVCenter);
    line->addLayout(words, 1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, grid::inside, 0, grid::unit);
    layout->setSpacing(grid::inside);
    layout->addLayout(line);
    layout->addWidget(note);
    return box;
}

void AgreementPanel::show(const QString &calibration)
{
    const CaseView view = m_editor.document().view();
    if (calibration != m_calibration)
        forgetPending();
    m_calibration = calibration;
    const auto state = calibrationOf(view, calibration);
    if (!state || !state->isOpen)
        return;
    const Record &record = *state->record;
    m_title->setText(QStringLiteral("%1  %2").arg(calibration, ratersWords(view.assessment, *state)));
    m_days->setText(tr("Drawn %1, laid open %2")
                        .arg(dateWords(record[field::calibration::drawn].value_or(QDate())),
                             dateWords(record[field::calibration::opened].value_or(QDate()))));
    m_notes->setStored(record[field::calibration::notes]);
    showNumbers(*state);
    showDifferences(*state);
    showChapters(*state);
}

void AgreementPanel::showNumbers(const CalibrationState &state)
{
    const CaseView view = m_editor.document().view();
    const Agreement agreement = agreementOf(state.pairs, ratableSteps(view.standard));
    m_kappa->setText(kappaFigure(agreement.kappa));
    m_meaning->setText(kappaWords(agreement.kappa));
    m_same->setText(tr("%1 of %n rated the same", nullptr, agreement.rated).arg(agreement.same));
    m_drift->setText(driftWords(agreement, raterWords(view.assessment, state.raters[0]),
                                raterWords(view.assessment, state.raters[1])));
}

void AgreementPanel::showDifferences(const CalibrationState &state)
{
    emptyLayout(m_differences);
    const auto count = std::ranges::count_if(state.pairs, &RatingPair::differs);
    m_differenceHead->setDetail(count > 0 ? QString::number(count) : QString());
    for (const RatingPair &pair : state.pairs)
        if (pair.differs())
            m_differences->addWidget(newDifference(state, pair));
    if (count == 0)
        m_differences->addWidget(newLabel(this, tr("Nowhere."), Type::Body, Role::SecondText));
}

QWidget *AgreementPanel::newDifference(const CalibrationState &state, const RatingPair &pair)
{
    const Standard &standard = m_editor.document().standard();
    auto *row = new QFrame(this);
    row->setObjectName(QStringLiteral("difference"));
    row->setProperty("rule", QStringLiteral("bottom"));
    const auto code = RequirementCode::fromString(pair.requirement);
    auto *name = newLabel(row, pair.requirement + QLatin1Char(' ') + (code ? titleOf(standard, *code) : QString()),
                          Type::Body, Role::Text);
    name->setWordWrap(true);
    auto *link = new Button(Button::Kind::Link, tr("Open"), row);
    link->setObjectName(QStringLiteral("differenceOf-") + pair.requirement);
    link->setAccessibleName(tr("Open %1").arg(pair.requirement));
    connect(link, &Button::clicked, this, [this, pair] { Q_EMIT requirementWanted(pair.requirement); });
    auto *head = new QHBoxLayout;
    head->setSpacing(grid::inside);
    head->addWidget(name, 1);
    head->addWidget(link, 0, Qt::AlignTop);
    auto *both = new QBoxLayout(m_isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    both->setSpacing(m_isNarrow ? grid::inside : grid::page);
    both->addWidget(newGiven(state, pair, 0, row), 1);
    both->addWidget(newGiven(state, pair, 1, row), 1);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 8, 0, 10);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(both);
    return row;
}

/// One of the two: who, the rating, and why.
QWidget *AgreementPanel::newGiven(const CalibrationState &state, const RatingPair &pair, int which, QWidget *parent)
{
    const CaseView view = m_editor.document().view();
    const QString &label = state.raters[which];
    const Record *record = blindRatingOf(view.assessment, m_calibration, pair.requirement, label);
    const Standing standing = standingOf(view.standard, record ? (*record)[field::blind_rating::rating] : QString());
    auto *box = new QWidget(parent);
    auto *glyph = new GlyphLabel(13, box);
    glyph->setGlyph(standing.glyph);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(glyph);
    line->addWidget(newLabel(box, standing.word, Type::Strong, Role::Text));
    line->addWidget(newLabel(box, raterWords(view.assessment, label), Type::Small, Role::ThirdText));
    line->addStretch(1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    const QString why = record ? (*record)[field::blind_rating::reason] : QString();
    auto *reason = newReading(box, why.isEmpty() ? tr("No reason was given.") : why, Type::Body,
                              why.isEmpty() ? Role::ThirdText : Role::SecondText);
    reason->setWordWrap(true);
    layout->addWidget(reason);
    layout->addStretch(1);
    return box;
}

void AgreementPanel::showChapters(const CalibrationState &state)
{
    const CaseView view = m_editor.document().view();
    const Standard &standard = view.standard;
    const int steps = ratableSteps(standard);
    m_chapterHead->setDetail(tr("drift above 0: %1 is stricter").arg(raterWords(view.assessment, state.raters[1])));
    const QStringList chapters = state.chapters();
    std::vector<QStringList> rows;
    rows.reserve(static_cast<std::size_t>(chapters.size()));
    for (const QString &chapter : chapters) {
        const Agreement agreement = agreementOf(state.ofChapter(chapter), steps);
        const auto code = RequirementCode::fromString(chapter);
        rows.push_back({chapter + QLatin1Char(' ') + (code ? titleOf(standard, *code) : QString()),
                        tr("%1 of %2").arg(agreement.same).arg(agreement.rated), kappaFigure(agreement.kappa),
                        driftFigure(agreement)});
    }
    const auto count = static_cast<int>(rows.size());
    m_chapters.setTable({tr("Chapter"), tr("The same"), tr("Kappa"), tr("Drift")}, std::move(rows));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setFixedHeight(header->sizeHint().height() + count * m_table->verticalHeader()->defaultSectionSize() + 4);
}

bool AgreementPanel::commitPending()
{
    m_notes->commitNow();
    return !m_notes->hasPending();
}

void AgreementPanel::forgetPending()
{
    m_notes->forget();
}

void AgreementPanel::focusMain()
{
    m_notes->setFocus(Qt::OtherFocusReason);
}

void AgreementPanel::setNarrow(bool narrow)
{
    if (m_isNarrow == narrow)
        return;
    m_isNarrow = narrow;
    if (!m_calibration.isEmpty())
        show(m_calibration);
}

} // namespace adit
