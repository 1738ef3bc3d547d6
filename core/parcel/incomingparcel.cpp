// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/incomingparcel.h"

#include "core/storage/diskfiles.h"

#include <algorithm>

namespace adit {

namespace {

/// Of the way, so much is the opening of a parcel; the rest is the reading of what is inside.
constexpr double opening = 0.5;

bool isRecorded(const Assessment &assessment, const ParcelManifest &manifest)
{
    const QString signature = QString::fromLatin1(manifest.handoverSignature.toHex());
    return std::ranges::any_of(assessment.records(EntityKind::Handover), [&](const auto &entry) {
        return entry.second[field::handover::signature] == signature;
    });
}

} // namespace

IncomingCopy::~IncomingCopy()
{
    m_work.reset(); // lets go of the file, which is removed then
}

Result<std::unique_ptr<IncomingCopy>> IncomingCopy::read(const CaseDocument &into, const QString &path,
                                                         const Profile *recipient, Forks forks,
                                                         const IncomingWork::Progress &progress)
{
    std::unique_ptr<IncomingCopy> copy(new IncomingCopy);
    if (!isParcel(path)) {
        ADIT_TRY_ASSIGN(copy->m_work, IncomingWork::read(into, path, forks, progress));
        return copy;
    }
    if (!recipient)
        return Error{ErrorCode::ProfileNeeded, path};
    const auto share = [&](double from, double to) -> ParcelProgress {
        return [&progress, from, to](double done) { return !progress || progress(from + done * (to - from)); };
    };
    ADIT_TRY(copy->openParcelIn(into, path, *recipient, share(0, opening)));
    ADIT_TRY_ASSIGN(copy->m_work, IncomingWork::read(into, copy->m_opened->path(), forks, share(opening, 1), path));
    return copy;
}

Result<> IncomingCopy::openParcelIn(const CaseDocument &into, const QString &path, const Profile &recipient,
                                    const ParcelProgress &progress)
{
    ADIT_TRY_ASSIGN(const ParcelManifest inside, lookInto(path, recipient));
    if (!(inside.assessment == into.assessment().id()))
        return Error{ErrorCode::CaseUnrelated, path, inside.site};
    m_opened = std::make_unique<UnfinishedFile>(into.path());
    ADIT_TRY_ASSIGN(m_manifest, openParcel(path, recipient, m_opened->path(), progress));
    return {};
}

Result<> IncomingCopy::mergeInto(CaseDocument &document) const
{
    ADIT_TRY(document.merge(*m_work));
    if (!m_manifest || !preview().rehomed.empty() || isRecorded(document.assessment(), *m_manifest))
        return {};
    return recordHandover(document, *m_manifest, {m_manifest->maker});
}

} // namespace adit
