// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/textchoice.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/releasewords.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr std::size_t mostFound = 60;
constexpr int mostRows = 6;
/// Letters of a text that are shown.
constexpr qsizetype mostShown = 120;
/// Of them before what was searched for.
constexpr qsizetype mostBefore = 20;

QString excerpt(const QString &text, const QString &searched)
{
    const QString line = text.simplified();
    const qsizetype at = searched.isEmpty() ? -1 : line.indexOf(searched, 0, Qt::CaseInsensitive);
    const qsizetype from = at > mostBefore ? line.lastIndexOf(QLatin1Char(' '), at - mostBefore) + 1 : 0;
    return (from > 0 ? QStringLiteral("… ") : QString()) + line.mid(from, mostShown);
}

} // namespace

TextChoice::TextChoice(const CaseDocument &document, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_search(new SearchField(tr("Number, or words of what is printed"), this))
    , m_table(new QTableView(this))
    , m_note(newReading(this, {}, Type::Small, Role::ThirdText))
{
    m_search->setObjectName(name + QLatin1String("Search"));
    m_search->setAccessibleName(tr("Search in what is printed"));
    m_table->setObjectName(name + QLatin1String("Found"));
    m_table->setAccessibleName(tr("Texts that were found"));
    m_note->setObjectName(name + QLatin1String("Note"));
    m_table->setModel(&m_model);
    dressTable(m_table, 28);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_search);
    layout->addWidget(m_table);
    layout->addWidget(m_note);
    connect(m_search, &QLineEdit::textChanged, this, &TextChoice::find);
    connect(m_search, &SearchField::leftDownwards, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &TextChoice::changed);
}

void TextChoice::begin(const QString &searched)
{
    m_texts = withholdableTexts(m_document.assessment());
    const QSignalBlocker quiet(m_search);
    m_search->setText(searched);
    find();
}

/// What is looked for first is selected; without a word, nothing is.
void TextChoice::find()
{
    const QString searched = m_search->text().simplified();
    std::vector<QStringList> rows;
    m_found.clear();
    std::size_t more = 0;
    for (const WrittenText &text : m_texts) {
        const QString place = textPlaceWords(text.entity, text.field->name);
        const bool isFound = searched.isEmpty() || place.contains(searched, Qt::CaseInsensitive) ||
                             text.text.simplified().contains(searched, Qt::CaseInsensitive);
        if (!isFound)
            continue;
        if (m_found.size() == mostFound) {
            ++more;
            continue;
        }
        m_found.push_back(&text);
        rows.push_back({place, excerpt(text.text, searched)});
    }
    m_note->setText(m_found.empty() ? tr("No printed text has these words.")
                    : more > 0      ? tr("%n more; search for more words.", nullptr, static_cast<int>(more))
                                    : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_table->setVisible(!m_found.empty());
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_model.setTable({tr("Where"), tr("Text")}, rows);
        if (!searched.isEmpty() && !m_found.empty())
            m_table->setCurrentIndex(m_model.index(0, 0));
    }
    fitTable();
    Q_EMIT changed();
}

void TextChoice::fitTable()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::Interactive);
    header->resizeSection(0, scaled(font(), 190));
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    const int rows = std::min(mostRows, m_model.rowCount());
    m_table->setFixedHeight(header->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize() + 2);
}

const WrittenText *TextChoice::chosen() const
{
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    return m_table->currentIndex().isValid() && row < m_found.size() ? m_found[row] : nullptr;
}

QString TextChoice::searched() const
{
    return m_search->text();
}

void TextChoice::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
