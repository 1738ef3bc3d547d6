// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/withheldsection.h"

#include "core/assessment/target.h"
#include "core/base/rule.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/printedtexts.h"
#include "ui/pages/publish/redactionsheet.h"
#include "ui/pages/publish/withholdform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/releasewords.h"
#include "ui/words/words.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr int mostRows = 8;

} // namespace

WithheldSection::WithheldSection(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new SectionHeader(tr("Withheld"), this))
    , m_ask(new Button(Button::Kind::Link, tr("Withhold something…"), m_head))
    , m_form(new WithholdForm(editor, QStringLiteral("withhold"), this))
    , m_nothing(newReading(this, tr("Nothing is withheld: all public texts are printed as they are."), Type::Small,
                           Role::SecondText))
    , m_table(new QTableView(this))
    , m_sheet(new RedactionSheet(editor, this))
{
    m_head->addLeading(new IconLabel(QStringLiteral("eye-closed"), Role::SecondText, m_head));
    m_head->addTrailing(m_ask);
    m_head->setRuled(true);
    m_ask->setObjectName(QStringLiteral("askWithholding"));
    m_nothing->setObjectName(QStringLiteral("withheldNothing"));
    m_table->setObjectName(QStringLiteral("withheldTable"));
    m_table->setAccessibleName(tr("Withheld"));
    m_table->setModel(&m_model);
    dressTable(m_table, 28);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    for (QWidget *part :
         {static_cast<QWidget *>(m_head), static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_nothing),
          static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_sheet)})
        layout->addWidget(part);
    connectParts();
}

void WithheldSection::connectParts()
{
    connect(m_ask, &Button::clicked, this, [this] {
        if (!m_editor.profile())
            return m_editor.askForProfile();
        m_form->beginChoosing();
        Q_EMIT shownWanted(m_form);
    });
    connect(m_form, &WithholdForm::asked, this, [this](const QString &label) { open(label); });
    connect(m_sheet, &RedactionSheet::anewWanted, this, &WithheldSection::askAnew);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &WithheldSection::showCurrent);
}

QStringList WithheldSection::rowOf(const RedactionState &state) const
{
    using namespace field::redaction;
    const Record &record = *state.record;
    const auto entity = entityFrom(m_editor.document().assessment(), record[target]);
    const QString of =
        entity && !entity->code.isEmpty() ? entity->code : kindWord(entity ? entity->kind : record.kind());
    const QString letter = record[reason];
    const auto day = record[review_by];
    const QString decision = state.places == 0 && !state.isSettled() ? tr("no such words")
                             : isRepeated(state)
                                 ? tr("%1, %n places", nullptr, state.places).arg(redactionStateWord(state.state))
                                 : redactionStateWord(state.state);
    return {of, tr("%1 %2").arg(letter, choiceWord(infoOf(reason), letter)),
            state.isSettled() ? decision : tr("⚠ %1").arg(decision), day ? dateWords(*day) : QStringLiteral("–")};
}

void WithheldSection::refresh(const PublishState &state)
{
    const QString shown = m_sheet->label();
    std::vector<QStringList> rows;
    rows.reserve(state.redactions.size());
    m_labels.clear();
    for (const RedactionState &redaction : state.redactions) {
        rows.push_back(rowOf(redaction));
        m_labels.append((*redaction.record)[field::redaction::label]);
    }
    const auto open =
        std::ranges::count_if(state.redactions, [](const RedactionState &each) { return !each.isSettled(); });
    m_head->setDetail(rows.empty() ? QString()
                      : open > 0   ? tr("%1, %2 open").arg(rows.size()).arg(open)
                                   : QString::number(rows.size()));
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model.setTable({tr("Of"), tr("Reason"), tr("Decision"), tr("Review by")}, rows);
        if (const auto row = m_labels.indexOf(shown); row >= 0)
            m_table->setCurrentIndex(m_model.index(static_cast<int>(row), 0));
    }
    m_nothing->setVisible(rows.empty());
    m_table->setVisible(!rows.empty());
    fitTable();
    m_sheet->show(shown);
}

/// As high as its rows, up to a few: the panel scrolls.
void WithheldSection::fitTable()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (m_model.columnCount() > 0)
        header->setSectionResizeMode(1, QHeaderView::Stretch);
    const int rows = std::min(mostRows, m_model.rowCount());
    m_table->setFixedHeight(header->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize() + 2);
}

void WithheldSection::showCurrent()
{
    const QString label = m_labels.value(m_table->currentIndex().row());
    if (label.isEmpty())
        return;
    m_sheet->show(label);
    Q_EMIT redactionSelected(label);
    Q_EMIT shownWanted(m_sheet);
}

void WithheldSection::open(const QString &label)
{
    const auto row = static_cast<int>(m_labels.indexOf(label));
    if (row < 0)
        return;
    if (m_table->currentIndex().row() == row)
        showCurrent();
    else
        m_table->setCurrentIndex(m_model.index(row, 0));
}

void WithheldSection::beginAsking(const EntityRef &entity, const QString &fieldName, const QString &passage)
{
    if (!m_editor.profile())
        return m_editor.askForProfile();
    m_form->begin(entity, fieldName, passage);
    Q_EMIT shownWanted(m_form);
}

void WithheldSection::beginAskingFor(const QString &words)
{
    if (!m_editor.profile())
        return m_editor.askForProfile();
    const auto found = textsWithWords(m_editor.document().assessment(), words);
    if (found.empty()) {
        m_editor.submit(
            Error{ErrorCode::InvalidValue, QStringLiteral("passage: ") + words, ruleMark(Rule::WordsOfText)});
        return;
    }
    if (found.size() == 1)
        m_form->begin(found.front().text.entity, found.front().text.field->name, words);
    else
        m_form->beginChoosing(words);
    Q_EMIT shownWanted(m_form);
}

/// For other words of the same text.
void WithheldSection::askAnew(const QString &target, const QString &fieldName)
{
    if (const auto entity = entityFrom(m_editor.document().assessment(), target))
        beginAsking(*entity, fieldName, {});
}

bool WithheldSection::hasPending() const
{
    return m_form->hasPending() || m_sheet->hasPending();
}

void WithheldSection::forget()
{
    m_form->forget();
    m_form->hide();
    m_sheet->forget();
}

} // namespace adit
