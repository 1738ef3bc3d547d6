// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/similarview.h"

#include "core/document/othercase.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/markedtext.h"
#include "ui/widgets/plainviews.h"
#include "ui/words/words.h"

#include <QFileInfo>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace adit {

namespace {

std::vector<MarkedText::Piece> piecesOf(const QString &text, const QString &other)
{
    const std::vector<SharedPiece> shared = sharedPieces(text, other);
    std::vector<MarkedText::Piece> pieces;
    pieces.reserve(shared.size());
    for (const SharedPiece &piece : shared)
        pieces.push_back({piece.text, piece.isShared ? MarkedText::Mark::Ours : MarkedText::Mark::None});
    return pieces;
}

} // namespace

SimilarView::SimilarView(Editor &editor, CaseChooser chooseEarlier, QWidget *parent)
    : ReviewView(parent)
    , m_editor(editor)
    , m_chooseEarlier(std::move(chooseEarlier))
    , m_count(newLabel(this, {}, Type::Heading, Role::Text))
    , m_note(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_with(new Button(Button::Kind::Plain, tr("Compare with an earlier case…"), this))
    , m_without(new Button(Button::Kind::Link, tr("This case alone"), this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_pair(buildPair())
    , m_nothing(buildNothing())
{
    m_table->setObjectName(QStringLiteral("similarTable"));
    m_table->setAccessibleName(tr("Findings that say nearly the same"));
    m_table->setModel(&m_model);
    dressTable(m_table);
    m_table->setMinimumHeight(scaled(font(), 110));
    auto *tableBox = new QWidget(this);
    auto *tableLayout = new QVBoxLayout(tableBox);
    tableLayout->setContentsMargins(12, 0, 12, 0); // cells have as much again
    tableLayout->addWidget(m_table);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(tableBox);
    splitter->addWidget(newPageScroll(m_pair, this));
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(font(), 210), scaled(font(), 400)});
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_stack, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SimilarView::showCurrent);
    connect(m_with, &Button::clicked, this, &SimilarView::chooseEarlier);
    connect(m_without, &Button::clicked, this, &SimilarView::dropEarlier);
}

QWidget *SimilarView::buildHead()
{
    m_count->setObjectName(QStringLiteral("similarCount"));
    m_note->setObjectName(QStringLiteral("similarNote"));
    m_note->setWordWrap(true);
    m_with->setObjectName(QStringLiteral("similarWith"));
    m_without->setObjectName(QStringLiteral("similarWithout"));
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::group);
    line->addWidget(m_count, 1);
    line->addWidget(m_without);
    line->addWidget(m_with);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(grid::page, 12, grid::page, grid::inside);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_note);
    return head;
}

QWidget *SimilarView::buildPair()
{
    auto *content = new QWidget;
    m_both = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_both->setContentsMargins(grid::page, 12, grid::page, grid::group);
    m_both->setSpacing(grid::page);
    for (int i = 0; i < 2; ++i) {
        Side &side = m_sides[i];
        auto *box = new QWidget(content);
        side.name = newLabel(box, {}, Type::Strong, Role::Text);
        side.name->setObjectName(i == 0 ? QStringLiteral("similarFirst") : QStringLiteral("similarSecond"));
        side.name->setWordWrap(true);
        side.open = new Button(Button::Kind::Link, tr("Open"), box);
        side.open->setObjectName(i == 0 ? QStringLiteral("similarOpenFirst") : QStringLiteral("similarOpenSecond"));
        side.text = new MarkedText(box);
        side.text->setObjectName(i == 0 ? QStringLiteral("similarFirstText") : QStringLiteral("similarSecondText"));
        side.text->setReadOnly(true);
        side.text->setFitted();
        auto *line = new QHBoxLayout;
        line->setSpacing(grid::inside);
        line->addWidget(side.name, 1);
        line->addWidget(side.open, 0, Qt::AlignTop);
        auto *layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        layout->addLayout(line);
        layout->addWidget(side.text);
        layout->addStretch(1);
        m_both->addWidget(box, 1);
        connect(side.open, &Button::clicked, this, [this, i] {
            if (const SimilarFindings *pair = current())
                Q_EMIT wanted({QStringLiteral("assess"), std::nullopt, i == 0 ? pair->requirement : pair->other});
        });
    }
    return content;
}

QWidget *SimilarView::buildNothing()
{
    auto *nothing = new QWidget(this);
    m_nothingTitle = newLabel(nothing, {}, Type::Body, Role::SecondText);
    m_nothingTitle->setObjectName(QStringLiteral("similarNothing"));
    m_nothingTitle->setWordWrap(true);
    auto *layout = new QVBoxLayout(nothing);
    layout->setContentsMargins(grid::page, grid::inside, grid::page, grid::group);
    layout->addWidget(m_nothingTitle);
    layout->addStretch(1);
    return nothing;
}

void SimilarView::refresh()
{
    auto findings = findingTexts(m_editor.document().assessment());
    if (m_wasCompared && findings == m_findings)
        return;
    m_findings = std::move(findings);
    compare();
}

void SimilarView::compare()
{
    m_wasCompared = true;
    using Outcome = std::vector<SimilarFindings>;
    m_work.run<Outcome>(
        [findings = m_findings, earlier = m_earlier](Background::Stopped stopped) {
            return similarFindings(findings, earlier, [&] { return !stopped; });
        },
        [this](Outcome &pairs) {
            m_pairs = std::move(pairs);
            showPairs();
        });
    refreshHead();
}

void SimilarView::chooseEarlier()
{
    const QString path = m_chooseEarlier ? m_chooseEarlier() : QString();
    if (path.isEmpty())
        return;
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(m_editor.document().path()).canonicalFilePath()) {
        m_editor.submit(Error{ErrorCode::InvalidValue, path, tr("another case than the one that is open")});
        return;
    }
    using Outcome = Result<std::vector<FindingText>>;
    m_reading.run<Outcome>(
        [path](Background::Stopped) -> Outcome {
            const auto earlier = assessmentIn(path);
            return earlier ? Outcome(findingTexts(*earlier)) : Outcome(earlier.error());
        },
        [this, path](Outcome &earlier) {
            if (!earlier) {
                m_editor.submit(earlier.error());
                refreshHead();
                return;
            }
            m_earlier = std::move(*earlier);
            m_earlierPath = path;
            compare();
        });
    refreshHead();
}

void SimilarView::dropEarlier()
{
    m_earlier.clear();
    m_earlierPath.clear();
    compare();
}

void SimilarView::refreshHead()
{
    const auto count = static_cast<int>(m_pairs.size());
    m_count->setText(isBusy() ? tr("Comparing…") : tr("%n pair(s) of findings say nearly the same", nullptr, count));
    QStringList note{m_earlierPath.isEmpty()
                         ? tr("Copied, and perhaps not looked at; the same words can also be right.")
                         : tr("Compared with “%1” too.").arg(QFileInfo(m_earlierPath).fileName())};
    if (!m_pairs.empty())
        note.append(tr("What two texts share, in runs of %n words and more, is marked.", nullptr, wordsOfRun));
    m_note->setText(note.join(QLatin1Char(' ')));
    m_without->setVisible(!m_earlierPath.isEmpty());
    m_with->setEnabled(!m_reading.isBusy());
    m_nothingTitle->setText(isBusy() ? QString()
                                     : tr("Nothing is to be looked at twice: no two findings of %n words and more say "
                                          "nearly the same.",
                                          nullptr, fewestWords));
}

QString SimilarView::textOf(const QString &requirement, bool isEarlier) const
{
    const auto &all = isEarlier ? m_earlier : m_findings;
    const auto found = std::ranges::find(all, requirement, &FindingText::requirement);
    return found == all.end() ? QString() : found->text;
}

QString SimilarView::nameOf(const QString &requirement, bool isEarlier) const
{
    const Standard &standard = m_editor.document().standard();
    const auto code = RequirementCode::fromString(requirement);
    const QString name =
        requirement + (code && standard.find(*code) ? QLatin1Char(' ') + titleOf(standard, *code) : QString());
    return isEarlier ? tr("%1, earlier").arg(name) : name;
}

void SimilarView::showPairs()
{
    std::vector<QStringList> rows;
    rows.reserve(m_pairs.size());
    for (const SimilarFindings &pair : m_pairs)
        rows.push_back({tr("%1 %").arg(std::lround(pair.share * 100)), nameOf(pair.requirement, false),
                        nameOf(pair.other, pair.isEarlier)});
    m_model.setTable({tr("Shared"), tr("Finding"), tr("Other finding")}, std::move(rows));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_stack->setCurrentIndex(m_pairs.empty() ? 0 : 1);
    refreshHead();
    if (!m_pairs.empty())
        m_table->setCurrentIndex(m_model.index(0, 0));
    showCurrent();
}

const SimilarFindings *SimilarView::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_pairs.size()) ? &m_pairs[static_cast<std::size_t>(row)] : nullptr;
}

void SimilarView::showCurrent()
{
    const SimilarFindings *pair = current();
    if (!pair)
        return;
    const QString first = textOf(pair->requirement, false);
    const QString second = textOf(pair->other, pair->isEarlier);
    m_sides[0].name->setText(nameOf(pair->requirement, false));
    m_sides[1].name->setText(nameOf(pair->other, pair->isEarlier));
    m_sides[0].text->setPieces(piecesOf(first, second));
    m_sides[1].text->setPieces(piecesOf(second, first));
    m_sides[0].open->setAccessibleName(tr("Open %1").arg(pair->requirement));
    m_sides[1].open->setAccessibleName(tr("Open %1").arg(pair->other));
    m_sides[1].open->setVisible(!pair->isEarlier); // that one is not here
}

void SimilarView::focusMain()
{
    if (m_stack->currentIndex() == 1)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_with->setFocus(Qt::OtherFocusReason);
}

void SimilarView::setNarrow(bool narrow)
{
    m_both->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace adit
