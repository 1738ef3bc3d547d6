// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/editor.h"

#include <climits>

namespace adit {

Editor::Editor(CaseDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_nameGiven(document.surroundings().actor)
{}

void Editor::actAs(std::shared_ptr<const Profile> profile)
{
    Surroundings &surroundings = m_document.surroundings();
    surroundings.actor = profile ? profile->shown().actor() : m_nameGiven;
    surroundings.profile = std::move(profile);
    Q_EMIT actorChanged();
}

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
    const auto history = m_document.history(INT_MAX);
    if (!history)
        return Q_EMIT failed(history.error());
    int steps = 0;
    for (const HistoryEntry &entry : *history) {
        const bool counts = !entry.undone && !entry.cameIn && entry.verb != Verb::Undo && entry.verb != Verb::Redo;
        steps += counts ? 1 : 0;
        if (entry.first == target)
            break;
    }
    const auto undone = m_document.undo(steps);
    if (!undone)
        return Q_EMIT failed(undone.error());
    Q_EMIT saved(m_document.surroundings().now());
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
