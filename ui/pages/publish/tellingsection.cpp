// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/tellingsection.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/textfindrow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/releasewords.h"

#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

constexpr std::size_t mostShown = 5;

} // namespace

TellingSection::TellingSection(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_head(new SectionHeader(tr("To read again"), this))
    , m_rows(new QVBoxLayout)
{
    m_head->setRuled(true);
    m_head->addLeading(new IconLabel(QStringLiteral("search"), Role::SecondText, m_head));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addWidget(newReading(this,
                                 tr("Texts that may tell who somebody is without a name. They hold nothing up: write "
                                    "them anew, withhold them, or leave them."),
                                 Type::Small, Role::SecondText));
    layout->addLayout(m_rows);
}

void TellingSection::refresh()
{
    m_texts = tellingTexts(m_document.assessment());
    setVisible(!m_texts.empty());
    m_head->setDetail(tr("%n place(s)", nullptr, static_cast<int>(m_texts.size())));
    showRows();
}

void TellingSection::showRows()
{
    emptyLayout(m_rows);
    const std::size_t shown = m_isAllShown ? m_texts.size() : std::min(mostShown, m_texts.size());
    for (std::size_t i = 0; i < shown; ++i)
        m_rows->addWidget(newRow(m_texts[i]));
    if (shown == m_texts.size())
        return;
    auto *more =
        new Button(Button::Kind::Link, tr("Show %n more", nullptr, static_cast<int>(m_texts.size() - shown)), this);
    more->setObjectName(QStringLiteral("tellingMore"));
    connect(more, &Button::clicked, this, [this] {
        m_isAllShown = true;
        showRows();
    });
    m_rows->addWidget(more, 0, Qt::AlignLeading);
}

QWidget *TellingSection::newRow(const TellingText &telling)
{
    auto *row = new TextFindRow(QStringLiteral("telling"),
                                {.place = textPlaceWords(telling.text.entity, telling.text.field->name),
                                 .text = telling.text.text,
                                 .from = telling.from,
                                 .length = telling.length,
                                 .shown = {},
                                 .mark = MarkedText::Mark::Doubtful,
                                 .why = tellingWords(telling)},
                                this);
    row->setObjectName(QStringLiteral("tellingRow"));
    row->tag()->setText(telling.kind == TellingText::Kind::Quote ? tr("Quote") : tr("Person"));
    row->tag()->setIconName(QStringLiteral("warning"));
    row->tag()->setTone(Chip::Tone::Warn);
    const EntityRef entity = telling.text.entity;
    connect(row, &TextFindRow::pageWanted, this, [this, telling] {
        Q_EMIT placeWanted(
            placeOfText(m_document.assessment(), telling.text.entity, telling.text.text, telling.from, telling.length));
    });
    connect(row, &TextFindRow::textWanted, this, [this, entity] { Q_EMIT textWanted(entity); });
    connect(row->addAction(QStringLiteral("tellingWithhold"), tr("Withhold…")), &Button::clicked, this,
            [this, entity, field = QString(telling.text.field->name), words = telling.words()] {
                Q_EMIT withholdingWanted(entity, field, words);
            });
    return row;
}

} // namespace adit
