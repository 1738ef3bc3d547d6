// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/basislist.h"

#include "ui/look/measures.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/itemrow.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace adit {

namespace {

QString iconFor(const QString &medium)
{
    if (medium == QLatin1String("photo"))
        return QStringLiteral("eye");
    if (medium == QLatin1String("map"))
        return QStringLiteral("pin");
    if (medium == QLatin1String("data"))
        return QStringLiteral("table");
    return QStringLiteral("document");
}

QString evidenceDetail(const Record &evidence)
{
    QStringList parts{evidence[field::evidence::label], sourceWord(evidence[field::evidence::source])};
    if (const auto date = evidence[field::evidence::effective])
        parts.append(dateWords(*date));
    if (evidence[field::evidence::state] == QLatin1String("sighted"))
        parts.append(BasisList::tr("seen, not taken"));
    if (evidence[field::evidence::state] == QLatin1String("deferred"))
        parts.append(BasisList::tr("read at the visit"));
    return parts.join(QStringLiteral(" · "));
}

QString interviewTitle(const Record &interview)
{
    const QStringList people = interview[field::interview::people];
    if (people.isEmpty())
        return interview[field::interview::place];
    constexpr qsizetype shown = 3;
    const QString names = people.mid(0, shown).join(QStringLiteral(", "));
    return people.size() > shown ? BasisList::tr("%1 and %2 more").arg(names).arg(people.size() - shown) : names;
}

QString interviewDetail(const Record &interview)
{
    QStringList parts{interview[field::interview::label]};
    if (const auto date = interview[field::interview::held])
        parts.append(dateWords(*date));
    if (!interview[field::interview::language].isEmpty())
        parts.append(languageName(interview[field::interview::language]));
    if (interview[field::interview::interpreter])
        parts.append(BasisList::tr("interpreter"));
    if (!interview[field::interview::present].isEmpty())
        parts.append(BasisList::tr("others present"));
    return parts.join(QStringLiteral(" · "));
}

/// In the order in which they were numbered.
std::vector<std::pair<EntityId, const Record *>> byLabel(const std::map<EntityId, Record> &records)
{
    std::vector<std::pair<EntityId, const Record *>> sorted;
    sorted.reserve(records.size());
    for (const auto &[id, record] : records)
        sorted.emplace_back(id, &record);
    std::ranges::sort(sorted, {}, [](const auto &entry) {
        const QString label = entry.second->text(*kindInfo(entry.second->kind()).codeField);
        return std::pair(label.size(), label);
    });
    return sorted;
}

} // namespace

BasisList::BasisList(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_evidenceHead(new SectionHeader({}, this))
    , m_evidence(new QVBoxLayout)
    , m_interviewsHead(new SectionHeader({}, this))
    , m_interviews(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    for (QVBoxLayout *list : {m_evidence, m_interviews})
        list->setSpacing(0);
    for (SectionHeader *head : {m_evidenceHead, m_interviewsHead}) {
        head->setAudience(AudienceMark::Team, tr("team only"));
        head->setRuled(true);
    }
    layout->addWidget(m_evidenceHead);
    layout->addLayout(m_evidence);
    layout->addSpacing(grid::inside);
    layout->addWidget(m_interviewsHead);
    layout->addLayout(m_interviews);
}

void BasisList::show(const RequirementCode &code)
{
    emptyLayout(m_evidence);
    emptyLayout(m_interviews);
    const QString member = code.toString();
    for (const auto &[id, record] : byLabel(m_document.assessment().records(EntityKind::Evidence))) {
        const Record &evidence = *record;
        if (!evidence[field::evidence::requirements].contains(member))
            continue;
        auto *row = new ItemRow(iconFor(evidence[field::evidence::medium]), evidence[field::evidence::title],
                                evidenceDetail(evidence), this);
        row->setToolTip(evidence[field::evidence::note]);
        connect(row, &ItemRow::clicked, this, [this, id = id] { Q_EMIT evidenceWanted(id); });
        m_evidence->addWidget(row);
    }
    for (const auto &[id, record] : byLabel(m_document.assessment().records(EntityKind::Interview))) {
        const Record &interview = *record;
        if (!interview[field::interview::requirements].contains(member))
            continue;
        auto *row = new ItemRow(QStringLiteral("person"), interviewTitle(interview), interviewDetail(interview), this);
        connect(row, &ItemRow::clicked, this, [this, id = id] { Q_EMIT interviewWanted(id); });
        m_interviews->addWidget(row);
    }
    m_evidenceHead->setTitle(tr("Evidence (%1)").arg(m_evidence->count()));
    m_interviewsHead->setTitle(tr("Interviews (%1)").arg(m_interviews->count()));
    m_interviewsHead->setVisible(m_interviews->count() > 0);
    setVisible(m_evidence->count() + m_interviews->count() > 0);
}

} // namespace adit
