// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/incomingparcel.h"

#include "core/edits/identityverbs.h"
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

/// Of the merge that an undo would take out now; nothing where it would take back something else.
std::optional<qint64> mergeToUndo(const CaseDocument &document)
{
    const auto next = document.nextUndo();
    return next ? next->merge : std::nullopt;
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

Result<> IncomingCopy::check(CaseDocument &document) const
{
    if (!m_manifest)
        return {};
    ADIT_TRY(checkCounts(document.assessment(), m_manifest->maker));
    const auto handover = handoverEdit(document, *m_manifest, {m_manifest->maker});
    if (handover)
        return {};
    QStringList found{handover.error().subject, handover.error().detail};
    found.removeAll(QString());
    return Error{ErrorCode::ParcelInvalid, m_work->path(), found.join(QStringLiteral(", "))};
}

Result<> IncomingCopy::keepHandover(CaseDocument &document) const
{
    ADIT_TRY(check(document)); // once more: with the rest it may have come that the maker counts no more
    if (!m_manifest || !preview().rehomed.empty() || isRecorded(document.assessment(), *m_manifest))
        return {};
    return recordHandover(document, *m_manifest, {m_manifest->maker});
}

Result<> IncomingCopy::mergeInto(CaseDocument &document) const
{
    ADIT_TRY(check(document));
    const auto before = mergeToUndo(document);
    ADIT_TRY(document.merge(*m_work));
    Result<> kept = keepHandover(document);
    if (!kept && mergeToUndo(document) != before)
        ADIT_TRY(document.undo());
    return kept;
}

} // namespace adit
