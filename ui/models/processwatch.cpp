// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processwatch.h"

namespace adit {

ProcessWatch::ProcessWatch(const CaseDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &CaseDocument::changed, this, [this] { m_state.reset(); });
}

const ProcessState &ProcessWatch::state() const
{
    // A night passes with the window open.
    if (!m_state || m_state->today != m_document.today())
        m_state = processStateOf(m_document.view(), m_document.ratedItems(), m_document.today());
    return *m_state;
}

} // namespace adit
