// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processwatch.h"

namespace adit {

ProcessWatch::ProcessWatch(const CaseDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_engine(document.view())
{
    connect(&document, &CaseDocument::changed, this, [this](const ChangeSet &changes) {
        for (const ChangeSet::Item &item : changes.items)
            m_engine.note(item.entity);
    });
}

const ProcessState &ProcessWatch::state() const
{
    return m_engine.state(m_document.ratedItems(), m_document.today());
}

} // namespace adit
