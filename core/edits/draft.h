// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

namespace adit {

/// Several intents that become one edit, each checked against what the ones before it will have done: a nonconformity
/// and its action, the rows of a sheet. Works on a copy; the case is as it was until the edit is applied.
class Draft
{
public:
    Draft(const CaseView &view, Verb verb, QString subject);

    CaseView view() const { return {m_standard, m_assessment}; }
    /// Takes an edit made against view().
    void add(Edit edit);
    Edit edit() const { return m_edit; }

private:
    const Standard &m_standard;
    Assessment m_assessment;
    Edit m_edit;
};

/// The record as a change leaves it.
void change(Record &record, const Change &change);

} // namespace adit
