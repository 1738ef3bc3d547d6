// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge/conflictview.h"

#include "core/scoring/scorecard.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/choicewords.h"
#include "ui/words/conflictwords.h"
#include "ui/words/words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>

namespace adit {

namespace {

MarkedText::Mark markOf(WordPiece::Kind kind)
{
    switch (kind) {
    case WordPiece::Kind::Added:
        return MarkedText::Mark::Added;
    case WordPiece::Kind::Removed:
        return MarkedText::Mark::Removed;
    case WordPiece::Kind::Same:
        break;
    }
    return MarkedText::Mark::None;
}

MarkedText::Mark markOf(WordMerge::Piece::From from)
{
    switch (from) {
    case WordMerge::Piece::From::Ours:
        return MarkedText::Mark::Ours;
    case WordMerge::Piece::From::Theirs:
        return MarkedText::Mark::Theirs;
    case WordMerge::Piece::From::Base:
    case WordMerge::Piece::From::Both:
        break;
    }
    return MarkedText::Mark::None;
}

Button *stepButton(QWidget *parent, const char *icon, const QString &name, const char *objectName)
{
    auto *button = new Button(Button::Kind::Flat, {}, parent);
    button->setIconName(QLatin1String(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setObjectName(QLatin1String(objectName));
    return button;
}

} // namespace

ConflictView::ConflictView(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_diamond(new GlyphLabel(12, this))
    , m_code(newLabel(this, {}, Type::Heading, Role::SecondText))
    , m_title(new ElidedLabel({}, this))
    , m_topic(new SectionHeader({}, this))
    , m_place(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_previous(stepButton(this, "chevron-up", tr("Previous conflict"), "previousConflict"))
    , m_next(stepButton(this, "chevron-down", tr("Next conflict"), "nextConflict"))
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_base(new VersionCard(this))
    , m_choiceRow(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_legend(new QWidget(this))
    , m_choice(new SegmentedControl(this))
    , m_overlap(newLabel(this, tr("Both changed the same place: read the result."), Type::Small, Role::Partially))
    , m_resultHead(new SectionHeader(tr("Result"), this))
    , m_marks(new QWidget(this))
    , m_result(new MarkedText(this))
    , m_consequence(new Banner(this))
    , m_where(new Button(Button::Kind::Link, tr("Show where it belongs"), this))
    , m_leave(new Button(Button::Kind::Plain, tr("Leave open"), this))
    , m_use(new Button(Button::Kind::Primary, tr("Use result, next"), this))
{
    m_diamond->setDiamond();
    m_title->setLook(Type::Heading, Role::Text);
    m_title->setObjectName(QStringLiteral("conflictTitle"));
    m_place->setObjectName(QStringLiteral("conflictPlace"));
    m_choice->setObjectName(QStringLiteral("conflictChoice"));
    m_result->setObjectName(QStringLiteral("conflictResult"));
    m_result->setAccessibleName(tr("Result"));
    m_result->setMinimumHeight(scaled(font(), 96));
    m_consequence->setObjectName(QStringLiteral("conflictConsequence"));
    m_where->setObjectName(QStringLiteral("conflictWhere"));
    m_leave->setObjectName(QStringLiteral("conflictLeave"));
    m_use->setObjectName(QStringLiteral("conflictUse"));
    m_use->setHint(QStringLiteral("Ctrl ↵"));
    m_base->setObjectName(QStringLiteral("conflictBase"));
    m_base->setBack(true);
    m_cards->setSpacing(12);
    m_cards->addWidget(m_base, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->setSpacing(12);
    layout->addWidget(buildHead());
    layout->addLayout(m_cards, 3);
    layout->addWidget(buildChoice());
    layout->addWidget(m_resultHead);
    layout->addWidget(m_result, 2);
    layout->addWidget(m_consequence);
    layout->addStretch(0);
    layout->addWidget(buildFoot());
    connect(m_previous, &Button::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_next, &Button::clicked, this, [this] { Q_EMIT stepWanted(1); });
    connect(m_choice, &SegmentedControl::chosen, this, &ConflictView::fillResult);
    connect(m_consequence, &Banner::dismissed, m_consequence, &QWidget::hide);
    connect(m_leave, &Button::clicked, this, &ConflictView::leftOpen);
    connect(m_use, &Button::clicked, this, &ConflictView::decided);
    connect(m_where, &Button::clicked, this, [this] {
        if (const auto code = m_conflict ? requirementOf(m_conflict->entity) : std::nullopt)
            Q_EMIT whereWanted(*code);
    });
}

QWidget *ConflictView::buildHead()
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::inside);
    line->addWidget(m_diamond);
    line->addWidget(m_code);
    line->addWidget(m_title, 1);
    line->addWidget(m_topic);
    line->addSpacing(grid::group);
    line->addWidget(m_place);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    return head;
}

QWidget *ConflictView::buildChoice()
{
    auto *legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(grid::inside);
    legend->addWidget(new MarkSample(MarkedText::Mark::Added, tr("added"), m_legend));
    legend->addWidget(new MarkSample(MarkedText::Mark::Removed, tr("removed"), m_legend));
    legend->addWidget(newLabel(m_legend, tr("against what was there before"), Type::Small, Role::SecondText));
    legend->addStretch(1);
    auto *row = new QWidget(this);
    m_choiceRow->setContentsMargins(0, 0, 0, 0);
    m_choiceRow->setSpacing(grid::inside);
    row->setLayout(m_choiceRow);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::inside);
    line->addStretch(1);
    line->addWidget(m_overlap);
    line->addSpacing(grid::inside);
    line->addWidget(newLabel(row, tr("Take"), Type::Body, Role::SecondText));
    line->addWidget(m_choice);
    m_choiceRow->addWidget(m_legend);
    m_choiceRow->addLayout(line, 1);
    auto *marks = new QHBoxLayout(m_marks);
    marks->setContentsMargins(0, 0, 0, 0);
    marks->setSpacing(grid::inside);
    m_resultHead->setDetail(tr("edit before you decide"));
    m_resultHead->addTrailing(m_marks);
    return row;
}

QWidget *ConflictView::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::inside);
    line->addWidget(m_where);
    line->addStretch(1);
    line->addWidget(m_leave);
    line->addWidget(m_use);
    return foot;
}

QString ConflictView::whose(const ConflictVersion &version) const
{
    const auto own = m_document.facts().replica;
    return own && version.version.replica == *own ? tr("This laptop") : version.actor;
}

void ConflictView::show(const Conflict &conflict, int place, int count)
{
    m_conflict = conflict;
    const Standard &standard = m_document.standard();
    const auto code = requirementOf(conflict.entity);
    const auto ordinal = code ? standard.ordinal(*code) : std::nullopt;
    m_diamond->setVisible(ordinal && standard.requirement(*ordinal).critical);
    m_code->setText(code ? code->toString() : QString());
    m_code->setVisible(code.has_value());
    m_title->setText(code ? titleOf(standard, *code) : subjectWords(m_document.view(), conflict.entity));
    m_where->setVisible(code.has_value());
    m_topic->setTitle(topicWords(conflict));
    m_place->setText(tr("%1 of %2").arg(place).arg(count));
    m_previous->setEnabled(place > 1);
    m_next->setEnabled(place < count);
    fillCards();
    fillSegments();
    fillMarks();
    fillResult();
}

std::vector<MarkedText::Piece> ConflictView::pieces(const ConflictVersion &version) const
{
    const QString words = versionWords(m_document.view(), version);
    if (!isText(*m_conflict))
        return {
            {version.field == m_conflict->field ? words : fieldLabel(*version.field) + QStringLiteral(": ") + words}};
    std::vector<MarkedText::Piece> pieces;
    for (const WordPiece &piece : wordDiff(m_conflict->base.value_or(QString()), version.value.value_or(QString())))
        pieces.push_back({piece.text, markOf(piece.kind)});
    if (pieces.empty())
        pieces.push_back({words});
    return pieces;
}

void ConflictView::fillCards()
{
    const CaseView view = m_document.view();
    const Conflict &conflict = *m_conflict;
    m_base->show(tr("Before"), {}, {}, {{versionWords(view, *conflict.field, conflict.base)}});
    const bool isRemoval = conflict.kind == Conflict::Kind::Removal;
    for (VersionCard *card : m_versions)
        delete card;
    m_versions.clear();
    const QDate today = m_document.today();
    for (std::size_t i = 0; i < conflict.versions.size(); ++i) {
        const ConflictVersion &version = conflict.versions[i];
        auto *card = new VersionCard(this);
        card->setObjectName(QStringLiteral("conflictVersion%1").arg(i + 1));
        const QString own = whose(version);
        const QString when = momentWords(version.time, today);
        const QString detail = own == version.actor ? when : version.actor + QStringLiteral(", ") + when;
        std::vector<MarkedText::Piece> words = pieces(version);
        if (isRemoval && version.field == conflict.field)
            words = {{tr("Taken away")}};
        card->show(own, detail, QStringLiteral("Alt %1").arg(i + 1), words);
        m_cards->addWidget(card, 1);
        m_versions.push_back(card);
    }
    sizeCards();
    m_base->setVisible(!isRemoval || conflict.base.has_value());
    m_legend->setVisible(isText(conflict));
}

bool ConflictView::canCombine() const
{
    return isText(*m_conflict) && m_conflict->versions.size() == 2;
}

bool ConflictView::isCombined() const
{
    return canCombine() && m_choice->current() == static_cast<int>(m_conflict->versions.size());
}

void ConflictView::fillSegments()
{
    QStringList names;
    for (const ConflictVersion &version : m_conflict->versions) {
        const bool isRemoval = m_conflict->kind == Conflict::Kind::Removal;
        const QString name =
            isRemoval ? (version.field == m_conflict->field ? tr("Taken away") : tr("Keep it")) : whose(version);
        if (!isRemoval || !names.contains(name))
            names.append(name);
    }
    if (canCombine())
        names.append(tr("Both changes"));
    m_choice->setSegments(names);
    const bool combines = canCombine() && m_conflict->base &&
                          !mergeWords(*m_conflict->base, m_conflict->versions[0].value.value_or(QString()),
                                      m_conflict->versions[1].value.value_or(QString()))
                               .overlaps;
    m_choice->setCurrent(combines ? static_cast<int>(names.size()) - 1 : 0);
}

void ConflictView::fillMarks()
{
    qDeleteAll(m_marks->findChildren<MarkSample *>());
    if (!canCombine())
        return;
    const MarkedText::Mark marks[] = {MarkedText::Mark::Ours, MarkedText::Mark::Theirs};
    for (std::size_t i = 0; i < m_conflict->versions.size(); ++i)
        m_marks->layout()->addWidget(new MarkSample(marks[i], whose(m_conflict->versions[i]), m_marks));
}

void ConflictView::fillResult()
{
    const bool text = isText(*m_conflict);
    m_result->setVisible(text);
    m_resultHead->setVisible(text);
    const auto taken = static_cast<std::size_t>(m_choice->current());
    bool overlaps = false;
    if (isCombined()) {
        const WordMerge merge =
            mergeWords(m_conflict->base.value_or(QString()), m_conflict->versions[0].value.value_or(QString()),
                       m_conflict->versions[1].value.value_or(QString()));
        std::vector<MarkedText::Piece> pieces;
        for (const WordMerge::Piece &piece : merge.pieces)
            pieces.push_back({piece.text, markOf(piece.from)});
        m_result->setPieces(pieces);
        overlaps = merge.overlaps;
    } else if (text) {
        m_result->setPieces({{m_conflict->versions[taken].value.value_or(QString())}});
    }
    m_overlap->setVisible(overlaps);
    m_marks->setVisible(isCombined());
    for (std::size_t i = 0; i < m_versions.size(); ++i) {
        const bool isRemoval = m_conflict->kind == Conflict::Kind::Removal;
        const bool isSegment =
            isRemoval ? (m_conflict->versions[i].field == m_conflict->field) == (taken == 0) : i == taken;
        m_versions[i]->setTaken(isCombined() || isSegment);
    }
    tellConsequences();
}

QString ConflictView::levelWith(const QString &rating) const
{
    const Standard &standard = m_document.standard();
    const auto code = requirementOf(m_conflict->entity);
    const auto ordinal = code ? standard.ordinal(*code) : std::nullopt;
    if (!ordinal)
        return {};
    std::vector<RatedItem> items = m_document.ratedItems();
    items[static_cast<std::size_t>(*ordinal)].rating = standard.scaleIndex(rating);
    return levelInterval(standard, score(standard, items).level);
}

/// What the level will be under each of the ratings, where that is not the same.
void ConflictView::tellConsequences()
{
    m_consequence->hide();
    if (m_conflict->field != &infoOf(field::answer::rating))
        return;
    QStringList lines;
    QStringList levels;
    for (const ConflictVersion &version : m_conflict->versions) {
        const QString level = levelWith(version.value.value_or(QString()));
        if (!levels.contains(level))
            levels.append(level);
        lines.append(tr("%1: %2").arg(versionWords(m_document.view(), version), level));
    }
    if (levels.size() < 2)
        return;
    m_consequence->showMessage(Banner::Tone::Warn, tr("The level depends on it."), lines.join(QLatin1Char('\n')));
    m_consequence->show();
}

Result<Edit> ConflictView::decision() const
{
    const Standard &standard = m_document.standard();
    if (isText(*m_conflict))
        return takeValue(standard, *m_conflict, m_result->typed());
    const auto taken = static_cast<std::size_t>(m_choice->current());
    if (m_conflict->kind == Conflict::Kind::Removal) {
        const auto version = std::ranges::find_if(m_conflict->versions, [&](const ConflictVersion &candidate) {
            return (candidate.field == m_conflict->field) == (taken == 0);
        });
        return takeVersion(standard, *m_conflict, version->name());
    }
    return takeVersion(standard, *m_conflict, m_conflict->versions[taken].name());
}

void ConflictView::take(int version)
{
    if (!m_conflict || version < 0 || version >= static_cast<int>(m_conflict->versions.size()))
        return;
    m_choice->setCurrent(
        m_conflict->kind == Conflict::Kind::Removal
            ? (m_conflict->versions[static_cast<std::size_t>(version)].field == m_conflict->field ? 0 : 1)
            : version);
    fillResult();
}

/// Texts beside each other share the height there is; below each other each has its own.
void ConflictView::sizeCards()
{
    const bool text = m_conflict && isText(*m_conflict);
    m_base->setRoom(text, m_isNarrow);
    for (VersionCard *card : m_versions)
        card->setRoom(text, m_isNarrow);
}

void ConflictView::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    m_cards->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_choiceRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_overlap->setWordWrap(narrow);
    sizeCards();
}

void ConflictView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        return Q_EMIT decided();
    if (event->modifiers() == Qt::AltModifier && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        return take(event->key() - Qt::Key_1);
    if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return Q_EMIT stepWanted(event->key() == Qt::Key_Up ? -1 : 1);
    QWidget::keyPressEvent(event);
}

} // namespace adit
