// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/findings.h"

#include "core/edits/recordrules.h"
#include "ui/charts/duestrip.h"
#include "ui/look/measures.h"
#include "ui/pages/records/boardview.h"
#include "ui/pages/records/dueview.h"
#include "ui/pages/records/findingfilters.h"
#include "ui/pages/records/listview.h"

#include <QSet>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// The field of the form that an error is about. A plan is a record of its own, with fields of its own.
QString fieldFor(const Error &error)
{
    if (error.code == ErrorCode::Independence)
        return QString(infoOf(field::nonconformity::verified_by).name);
    const QString name = error.subject.section(QLatin1Char(':'), 0, 0);
    return name == infoOf(field::nonconformity::state).name ? QStringLiteral("correctiveAction") : name;
}

std::vector<TimeMark> marksOf(const std::vector<NonconformityCard> &cards, const CaseDocument &document)
{
    std::vector<TimeMark> marks;
    for (const NonconformityCard &card : cards)
        if (card.due && !card.isClosed() && !card.implemented)
            marks.push_back({card.entity.code, *card.due,
                             card.isOverdue(document.today()) ? TimeMark::Shape::Late : TimeMark::Shape::Due,
                             cardFace(card, document).spoken});
    return marks;
}

} // namespace

Findings::Findings(Editor &editor, ListView &list)
    : QObject(&list)
    , m_editor(editor)
    , m_list(list)
    , m_filters(new FindingFilters(editor.document()))
    , m_strip(new DueStrip)
    , m_board(new BoardView(editor.document()))
    , m_dates(new DueView)
{
    auto *top = new QWidget;
    auto *layout = new QVBoxLayout(top);
    layout->setContentsMargins(12, 0, grid::page, grid::inside);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_filters);
    layout->addWidget(m_strip);
    list.setTop(top);
    list.addView(m_board, tr("Board"), QStringLiteral("board"));
    list.addView(m_dates, tr("Timeline"), QStringLiteral("clock"));
    connect(m_filters, &FindingFilters::changed, this, &Findings::refresh);
    connect(m_filters, &FindingFilters::showWanted, this, &Findings::ratingsWanted);
    connect(&list, &ListView::refreshed, this, &Findings::refresh);
    connect(&list, &ListView::filterChanged, this, &Findings::refresh);
    connect(&list, &ListView::currentChanged, this, [this](const std::optional<EntityRef> &entity) {
        m_board->setCurrent(entity);
        m_dates->setCurrent(entity);
        m_strip->setCurrent(entity ? entity->code : QString());
    });
    connect(m_strip, &DueStrip::chosen, this, [this](const QString &label) {
        const auto entity = refByLabel(m_editor.document().assessment(), EntityKind::Nonconformity, label);
        if (entity)
            m_list.open(*entity);
    });
    const auto forwards = [this](const EntityRef &moved) { move(moved, Direction::Forwards); };
    const auto back = [this](const EntityRef &moved) { move(moved, Direction::Back); };
    connect(m_board, &BoardView::moveWanted, this, forwards);
    connect(m_board, &BoardView::returnWanted, this, back);
    connect(&list, &ListView::moveWanted, this, forwards);
    connect(&list, &ListView::returnWanted, this, back);
}

void Findings::refresh()
{
    const CaseDocument &document = m_editor.document();
    const auto all = nonconformityCards(document.view());
    NonconformityConditions conditions = m_filters->conditions();
    conditions.text = m_list.filter();
    std::vector<NonconformityCard> shown;
    std::ranges::copy_if(all, std::back_inserter(shown),
                         [&](const NonconformityCard &card) { return fits(card, conditions, document.today()); });
    QSet<EntityId> ids;
    conditions.text.clear(); // the table looks for words in all its columns
    for (const NonconformityCard &card : all)
        if (fits(card, conditions, document.today()))
            ids.insert(card.entity.id);
    m_list.setShown(m_filters->conditions().isEmpty() ? std::nullopt : std::optional(ids));
    m_filters->setCards(all, shown.size());
    m_filters->setWanted(withoutNonconformity(document.view(), document.ratedItems()).size());
    m_board->setCards(shown);
    m_dates->setCards(shown, document.today());
    m_strip->setMarks(marksOf(shown, document), document.today());
}

void Findings::move(EntityRef nonconformity, Direction direction)
{
    if (!m_list.commitPending())
        return;
    const CaseDocument &document = m_editor.document();
    const Result<Edit> edit = direction == Direction::Forwards
                                  ? moveNonconformity(document.view(), nonconformity, document.today())
                                  : returnNonconformity(document.view(), nonconformity);
    if (!edit && edit.error().code == ErrorCode::NothingToChange)
        return; // at the end of its way, or at the beginning
    if (m_editor.submit(edit)) {
        m_board->setCurrent(nonconformity);
        if (m_board->isVisible())
            m_board->focusMain();
    } else if (!edit) {
        m_list.open(nonconformity, fieldFor(edit.error()));
    }
}

} // namespace adit
