// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/editor.h"

namespace adit {

Editor::Editor(CaseDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{}

bool Editor::submit(const Result<Edit> &edit)
{
    if (!edit) {
        Q_EMIT failed(edit.error());
        return false;
    }
    return edit->changes.empty() || report(m_document.apply(*edit));
}

void Editor::undo()
{
    report(m_document.undo());
}

void Editor::redo()
{
    report(m_document.redo());
}

void Editor::undoTo(const Version &target)
{
    while (const auto next = m_document.nextUndo()) {
        const bool last = next->first == target;
        if (!report(m_document.undo()) || last)
            return;
    }
}

bool Editor::report(const Result<ChangeSet> &outcome)
{
    if (!outcome) {
        Q_EMIT failed(outcome.error());
        return false;
    }
    Q_EMIT saved(m_document.surroundings().now());
    return true;
}

} // namespace adit
