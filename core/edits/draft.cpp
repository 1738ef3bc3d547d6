// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/draft.h"

namespace adit {

Draft::Draft(const CaseView &view, Verb verb, QString subject)
    : m_standard(view.standard)
    , m_assessment(view.assessment)
    , m_edit{verb, std::move(subject), {}}
{}

void Draft::add(Edit edit)
{
    for (const Change &single : edit.changes)
        change(m_assessment.write(single.entity), single);
    append(m_edit, std::move(edit));
}

void change(Record &record, const Change &change)
{
    if (change.member.isEmpty())
        record.set(change.field->index, change.value);
    else
        record.setMember(change.field->index, change.member, change.value.has_value());
}

} // namespace adit
