// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/incomingwork.h"
#include "core/parcel/parcel.h"

#include <memory>
#include <optional>

namespace adit {

class UnfinishedFile;

/// Another copy of a case on its way in, as a case file or in a parcel. A parcel is opened into a file beside the case
/// that nobody else may read, and which goes when this goes; from there on both are the same. Reading may go on beside
/// the window, as IncomingWork.
class IncomingCopy
{
public:
    /// `recipient`: whose parcel it is; not needed for a case file. Errors of IncomingWork::read(), and for a parcel
    /// ProfileNeeded, those of openParcel(), and CaseUnrelated before anything of it is written.
    static Result<std::unique_ptr<IncomingCopy>> read(const CaseDocument &into, const QString &path,
                                                      const Profile *recipient, Forks forks = Forks::Refuse,
                                                      const IncomingWork::Progress &progress = {});
    ~IncomingCopy();

    IncomingWork &work() { return *m_work; }
    const MergePreview &preview() const { return m_work->preview(); }
    /// What the parcel says; nothing for a case file.
    const std::optional<ParcelManifest> &manifest() const { return m_manifest; }

    /// Whether the case can take it in and keep the hand-over that it came by. Errors ParcelInvalid where that says
    /// what a case cannot hold, ProfileRevoked for a maker who counts no more here. For the document's thread.
    Result<> check(CaseDocument &document) const;

    /// Takes it in, once its contents are brought, and records the hand-over that it came by, unless the case has it
    /// already: both or neither. Of two files that went on under one name one goes on under another: what was signed of
    /// it then names no chain of this case, and is not kept. Errors of check() and CaseDocument::merge().
    Result<> mergeInto(CaseDocument &document) const;

private:
    IncomingCopy() = default;
    Result<> keepHandover(CaseDocument &document) const;
    Result<> openParcelIn(const CaseDocument &into, const QString &path, const Profile &recipient,
                          const ParcelProgress &progress);

    std::unique_ptr<UnfinishedFile> m_opened; ///< outlives who reads it
    std::optional<ParcelManifest> m_manifest;
    std::unique_ptr<IncomingWork> m_work;
};

} // namespace adit
