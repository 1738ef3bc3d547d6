// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/handoverlist.h"

#include "core/identity/compartment.h"
#include "core/identity/handover.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/words/rolewords.h"
#include "ui/words/words.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QSet>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

namespace adit {

namespace {

/// "H-A09" before "H-A10", "H-A99" before "H-A100".
auto age(const Record *record)
{
    const QString label = (*record)[field::handover::label];
    return std::tuple(record->text(field::handover::made.index), label.size(), label);
}

QString makerOf(const Assessment &assessment, const Handover &handover)
{
    const auto maker = profileIn(assessment, handover.madeBy);
    return maker ? maker->name : handover.madeBy.left(9); // its first two groups
}

} // namespace

HandoverList::HandoverList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void HandoverList::refresh(const Assessment &assessment)
{
    std::vector<const Record *> records;
    QSet<QString> seen; // who hands over and who receives may both have recorded it
    for (const auto &[id, record] : assessment.records(EntityKind::Handover))
        if (const QString signature = record[field::handover::signature];
            !record.isBlank() && !seen.contains(signature)) {
            seen.insert(signature);
            records.push_back(&record);
        }
    std::ranges::sort(records, [](const Record *a, const Record *b) { return age(a) > age(b); });
    m_count = static_cast<int>(records.size());
    emptyLayout(m_rows);
    for (const Record *record : records)
        m_rows->addWidget(newRow(assessment, *record));
    if (records.empty()) {
        auto *nothing = newReading(this, tr("Nothing was handed over yet."), Type::Body, Role::SecondText);
        nothing->setContentsMargins(0, grid::inside, 0, 0);
        nothing->setObjectName(QStringLiteral("handoverNothing"));
        m_rows->addWidget(nothing);
    }
}

QWidget *HandoverList::newRow(const Assessment &assessment, const Record &record)
{
    const Handover handover = handoverFrom(record);
    auto *row = new QFrame(this);
    row->setObjectName(QStringLiteral("handoverRow"));
    row->setProperty("rule", QStringLiteral("bottom"));
    auto *first = new QHBoxLayout;
    first->setSpacing(grid::inside);
    first->addWidget(newLabel(row, record[field::handover::label], Type::Body, Role::SecondText));
    auto *role = newLabel(row, roleWord(handover.role), Type::Strong, Role::Text);
    role->setObjectName(QStringLiteral("handoverAs"));
    first->addWidget(role);
    auto *chapters = new ElidedLabel(chapterWords(handover.chapters), row);
    chapters->setLook(Type::Small, Role::ThirdText);
    first->addWidget(chapters, 1);
    if (!isGenuineHandover(assessment, record)) {
        auto *tag = new Chip(tr("Signature not valid"), row);
        tag->setTag();
        tag->setTone(Chip::Tone::Warn);
        first->addWidget(tag);
    }
    first->addWidget(newLabel(row, dateWords(QDate::fromString(handover.made, Qt::ISODate)), Type::Body, Role::Text));
    const QString to = QString(handover.recipients).replace(QLatin1Char('\n'), tr(", "));
    auto *second =
        newReading(row, tr("To %1. By %2.").arg(to, makerOf(assessment, handover)), Type::Small, Role::SecondText);
    second->setObjectName(QStringLiteral("handoverTo"));
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(2);
    layout->addLayout(first);
    layout->addWidget(second);
    return row;
}

} // namespace adit
