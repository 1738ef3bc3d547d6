// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QObject>

namespace adit {

/// The one way from a widget down to the document: submits what a verb made of an intent, and says what came of it.
/// Undo lives in the journal (CaseDocument::undo), so it survives restarts and merges.
class Editor final : public QObject
{
    Q_OBJECT
public:
    explicit Editor(CaseDocument &document, QObject *parent = nullptr);

    CaseDocument &document() { return m_document; }
    /// True if the edit is on disk (or had nothing to change). Otherwise failed() was sent and nothing has changed.
    bool submit(const Result<Edit> &edit);
    void undo();
    void redo();
    /// Takes back every edit from the latest down to `target` and that one itself.
    void undoTo(const Version &target);

    /// From now on edits are made by whom the profile is of; null: by whoever is at this machine, whose name nobody
    /// proved.
    void actAs(std::shared_ptr<const Profile> profile);
    /// The profile of who acts, while it is open.
    std::shared_ptr<const Profile> profile() const { return m_document.surroundings().profile; }
    /// Asks for it to be opened, for something that is done in one's own name.
    void askForProfile() { Q_EMIT profileWanted(); }

Q_SIGNALS:
    void actorChanged();
    void profileWanted();
    void failed(const adit::Error &error);
    /// Something new is on disk.
    void saved(adit::Instant moment);

private:
    bool report(const Result<ChangeSet> &outcome);

    CaseDocument &m_document;
    const QString m_nameGiven; ///< who acts without a profile
};

} // namespace adit
