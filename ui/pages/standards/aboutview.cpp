// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standards/aboutview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

int countOf(const Standard &standard, NodeLevel level)
{
    return static_cast<int>(
        std::ranges::count_if(standard.nodes(), [&](const StandardNode &node) { return node.code.level() == level; }));
}

} // namespace

AboutStandardView::AboutStandardView(const Standard &standard, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    const QString language = catalogueLanguage();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(grid::inside);
    m_layout->addWidget(newReading(this, standard.title().in(language), Type::Title, Role::Text));
    m_layout->addWidget(newReading(this, standard.notice().in(language), Type::Body, Role::Text));
    addCounts(standard);
    addCertainty(standard);
    addScale(standard);
    addLevels(standard);
    m_layout->addStretch(1);
}

QGridLayout *AboutStandardView::addTable(const QString &title)
{
    auto *head = new SectionHeader(title, this);
    head->setRuled(true);
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(grid::group);
    table->setVerticalSpacing(grid::unit);
    table->setColumnMinimumWidth(0, scaled(font(), 180));
    table->setColumnStretch(2, 1);
    m_layout->addSpacing(grid::inside);
    m_layout->addWidget(head);
    m_layout->addLayout(table);
    return table;
}

void AboutStandardView::addRow(QGridLayout *table, const QString &label, const QString &value)
{
    const int row = table->rowCount();
    table->addWidget(newReading(this, label, Type::Body, Role::SecondText), row, 0, Qt::AlignTop);
    table->addWidget(newReading(this, value, Type::Body, Role::Text), row, 1, 1, 2, Qt::AlignTop);
}

void AboutStandardView::addCounts(const Standard &standard)
{
    QGridLayout *table = addTable(tr("Contents"));
    const auto add = [&](const QString &label, int count) { addRow(table, label, QString::number(count)); };
    add(tr("Principles"), countOf(standard, NodeLevel::Principle));
    add(tr("Chapters"), countOf(standard, NodeLevel::Chapter));
    add(tr("Criteria"), countOf(standard, NodeLevel::Criterion));
    add(tr("Requirements"), countOf(standard, NodeLevel::Requirement));
    addRow(table, tr("Critical requirements"),
           tr("%1, of them %2 assumed").arg(standard.criticalCount()).arg(standard.assumedCriticalCount()));
    addRow(table, tr("Id and version"), standard.qualifiedId());
    addRow(table, tr("Fingerprint"), toHex(standard.hash()).left(32));
}

void AboutStandardView::addCertainty(const Standard &standard)
{
    QGridLayout *table = addTable(tr("How certain the numbers are"));
    for (const char *code : {"certain", "inferred", "probable", "medium", "low"}) {
        const auto count = std::ranges::count_if(standard.requirements(), [&](int node) {
            return standard.nodes()[static_cast<std::size_t>(node)].numberingConfidence == QLatin1String(code);
        });
        if (count > 0)
            addRow(table, confidenceWords(QLatin1String(code)), tr("%n requirement(s)", nullptr, int(count)));
    }
}

void AboutStandardView::addScale(const Standard &standard)
{
    QGridLayout *table = addTable(tr("Ratings and their points"));
    for (const ScaleStep &step : standard.scale()) {
        auto *glyph = new GlyphLabel(13, this);
        glyph->setGlyph(glyphFromName(step.glyph));
        auto *cell = new QHBoxLayout;
        cell->setSpacing(6);
        cell->addWidget(glyph);
        cell->addWidget(newLabel(this, step.label.in(catalogueLanguage()), Type::Body, Role::Text), 1);
        const int row = table->rowCount();
        table->addLayout(cell, row, 0);
        table->addWidget(
            newLabel(this, step.points ? fractionWords(*step.points) : tr("outside the score"), Type::Body, Role::Text),
            row, 1);
    }
}

void AboutStandardView::addLevels(const Standard &standard)
{
    QGridLayout *table = addTable(tr("Levels"));
    const auto word = [&](int step) {
        return standard.scale()[static_cast<std::size_t>(step)].label.in(catalogueLanguage());
    };
    for (const LevelRule &level : standard.levels()) {
        QStringList asked;
        if (level.everyRequirement)
            asked.append(tr("every relevant requirement at least “%1”").arg(word(*level.everyRequirement)));
        if (level.eachPrinciple)
            asked.append(tr("at least %1 of the points in each principle").arg(fractionWords(*level.eachPrinciple)));
        if (level.criticalFloor)
            asked.append(tr("every critical requirement at least “%1”").arg(word(*level.criticalFloor)));
        if (level.planBelow)
            asked.append(tr("a dated plan for each critical requirement below “%1”").arg(word(*level.planBelow)));
        addRow(table, level.name.in(catalogueLanguage()),
               asked.isEmpty() ? tr("all relevant requirements assessed, and the result published")
                               : asked.join(QStringLiteral("; ")));
    }
}

} // namespace adit
