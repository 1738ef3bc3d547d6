// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/recordspanel.h"

#include "core/exchange/recordimport.h"
#include "ui/look/measures.h"
#include "ui/pages/step/destinations.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/itemrow.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QVBoxLayout>
#include <algorithm>
#include <functional>

namespace adit {

namespace {

/// The fields that say what a record is, and how it stands.
struct FaceFields
{
    const FieldInfo *title;
    std::vector<const FieldInfo *> details;
    const FieldInfo *done; ///< filled once nothing more is wanted of it; nothing: it never is
};

template <typename Title, typename Done, typename... Details>
FaceFields face(Title title, Done done, Details... details)
{
    return {&infoOf(title), {&infoOf(details)...}, &infoOf(done)};
}

FaceFields faceOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Meeting:
        return face(field::meeting::meeting, field::meeting::held, field::meeting::held, field::meeting::planned,
                    field::meeting::time);
    case EntityKind::Request:
        return face(field::request::text, field::request::answered, field::request::state, field::request::due);
    case EntityKind::VisitStop:
        return face(field::visit_stop::name, field::visit_stop::visited, field::visit_stop::day,
                    field::visit_stop::time);
    case EntityKind::Evidence:
        return face(field::evidence::title, field::evidence::seen, field::evidence::seen,
                    field::evidence::requirements);
    case EntityKind::Comment:
        return face(field::comment::text, field::comment::answered, field::comment::state, field::comment::requirement);
    case EntityKind::Concern:
        return face(field::concern::text, field::concern::answered, field::concern::raised);
    case EntityKind::Nonconformity:
        return face(field::nonconformity::title, field::nonconformity::verified, field::nonconformity::grade,
                    field::nonconformity::state);
    case EntityKind::TeamMember:
        return face(field::team_member::name, field::team_member::declared, field::team_member::role,
                    field::team_member::state);
    case EntityKind::Competence:
        return face(field::competence::basis, field::competence::basis, field::competence::member,
                    field::competence::expires);
    case EntityKind::Announcement:
        return face(field::announcement::channel, field::announcement::proof, field::announcement::language,
                    field::announcement::published);
    case EntityKind::Contact:
        return face(field::contact::stakeholder, field::contact::made, field::contact::made, field::contact::channel);
    case EntityKind::Interview:
        return face(field::interview::people, field::interview::held, field::interview::held,
                    field::interview::planned);
    case EntityKind::PlanIssue:
        return face(field::plan_issue::reason, field::plan_issue::agreed, field::plan_issue::issued);
    case EntityKind::Relevance:
        return face(field::relevance::justification, field::relevance::test, field::relevance::tested);
    case EntityKind::GroupPlan:
        return face(field::group_plan::basis, field::group_plan::planned, field::group_plan::planned);
    default:
        return face(field::audit_plan::objectives, field::audit_plan::objectives, field::audit_plan::days);
    }
}

QString detailOf(const Record &record, const FaceFields &face)
{
    QStringList parts{record.text(*kindInfo(record.kind()).codeField)};
    if (record.kind() == EntityKind::GroupPlan)
        parts = {choiceWord(infoOf(field::person::stakeholder), parts.front())};
    for (const FieldInfo *field : face.details)
        if (const QString words = valueWords(*field, record); !words.isEmpty())
            parts.append(words);
    parts.removeDuplicates(); // held on the day it was planned for
    return parts.join(QStringLiteral(" · "));
}

bool isSet(const Record &record, const FieldInfo &field)
{
    return isSetType(field.type) ? !record.members(field.index).isEmpty() : record.has(field.index);
}

} // namespace

RecordsPanel::RecordsPanel(const CaseDocument &document, EntityKind kind, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_kind(kind)
    , m_head(new SectionHeader(kindWords(kind), this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("records-") + kindInfo(kind).name);
    m_head->setRuled(true);
    m_rows->setSpacing(0);
    auto *all = new Button(Button::Kind::Link, tr("Open the list"), this);
    all->setObjectName(QStringLiteral("openList"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_head);
    layout->addLayout(m_rows);
    layout->addWidget(all, 0, Qt::AlignLeading);
    connect(all, &Button::clicked, this, [this] { Q_EMIT wanted(m_kind, {}); });
}

void RecordsPanel::show(const QString &step)
{
    constexpr std::size_t mostShown = 6;
    const FaceFields fields = faceOf(m_kind);
    auto records = recordsInOrder(m_document.assessment(), m_kind);
    std::erase_if(records, [&](const Record *record) { return !belongsTo(*record, step, m_document.standard()); });
    const auto isDone = [&](const Record *record) { return isSet(*record, *fields.done); };
    const auto done = std::ranges::count_if(records, isDone);
    std::stable_partition(records.begin(), records.end(), std::not_fn(isDone));
    m_head->setDetail(records.empty() ? tr("none yet") : tr("%1 of %2").arg(done).arg(records.size()));
    records.resize(std::min(records.size(), mostShown));
    std::vector<Face> faces;
    for (const Record *record : records) {
        const QString label = record->text(*kindInfo(m_kind).codeField);
        const QString title = valueWords(*fields.title, *record).simplified();
        faces.push_back({label, title.isEmpty() ? label : title, detailOf(*record, fields), isDone(record)});
    }
    if (faces == m_shown)
        return;
    m_shown = std::move(faces);
    emptyLayout(m_rows);
    for (const Face &face : m_shown)
        addRow(face);
}

void RecordsPanel::addRow(const Face &face)
{
    auto *row =
        new ItemRow(face.isDone ? QStringLiteral("check") : QStringLiteral("clock"), face.title, face.detail, this);
    connect(row, &ItemRow::clicked, this, [this, label = face.label] { Q_EMIT wanted(m_kind, label); });
    m_rows->addWidget(row);
}

} // namespace adit
