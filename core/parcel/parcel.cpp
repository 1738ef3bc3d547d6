// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/parcel.h"

#include "core/assessment/rolesight.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/journal/registers.h"
#include "core/storage/casestore.h"
#include "core/storage/diskfiles.h"

#include <algorithm>
#include <map>
#include <set>

namespace adit {

namespace {

/// Keys of the identity compartment that all recipients hold already.
class SharedKeys
{
public:
    SharedKeys(const Assessment &assessment, const std::vector<PublicProfile> &recipients)
    {
        std::map<QString, QStringList> holders;
        for (const auto &[id, share] : assessment.records(EntityKind::KeyShare)) {
            const QStringList parts = share[field::key_share::share].split(QLatin1Char(':'));
            if (parts.size() == 2 && share.has(field::key_share::sealed))
                holders[parts[0]].append(parts[1]);
        }
        for (const auto &[key, of] : holders) {
            const bool isShared = std::ranges::all_of(recipients, [&of = of](const PublicProfile &recipient) {
                return of.contains(recipient.fingerprint());
            });
            (isShared ? m_shared : m_others).insert(key);
        }
    }

    bool areAll() const { return m_others.empty(); }
    bool areNone() const { return m_shared.empty(); }
    /// Of what is sealed with a key, or of a share of it.
    bool hold(const Operation &operation) const
    {
        const bool isShare = operation.entity.kind == EntityKind::KeyShare;
        if (!isShare && !operation.value)
            return true; // that a name was taken away
        return m_shared.contains(isShare ? operation.entity.code.section(QLatin1Char(':'), 0, 0)
                                         : operation.value->section(QLatin1Char(':'), 1, 1));
    }

private:
    std::set<QString> m_shared, m_others;
};

QStringList fingerprintsOf(const std::vector<PublicProfile> &recipients)
{
    QStringList fingerprints;
    for (const PublicProfile &recipient : recipients)
        fingerprints.append(recipient.fingerprint());
    return fingerprints;
}

Result<Handover> handoverFor(const CaseDocument &document, const ParcelOrder &order, const Profile &maker)
{
    QStringList names;
    for (const PublicProfile &recipient : order.recipients)
        names.append(recipient.actor());
    ADIT_TRY_ASSIGN(const QString chains, document.chainEnds());
    return Handover{toIso(order.day.value_or(document.today())),
                    maker.shown().fingerprint(),
                    order.role,
                    order.chapters,
                    names.join(QLatin1Char('\n')),
                    chains};
}

/// Also what was withheld from its maker already.
Result<qint64> withheldIn(const QString &path)
{
    ADIT_TRY_ASSIGN(const auto store, CaseStore::openForReading(path));
    return store->withheld().count();
}

/// The case as the role may see it, at a path of its own.
Result<qint64> writeSnapshot(const CaseDocument &document, const ParcelOrder &order, const QString &path)
{
    const RoleSight &role = *roleSight(order.role);
    const CaseSight sight(role, document.assessment(), order.chapters);
    const SharedKeys keys(document.assessment(), order.recipients);
    if (role.isWhole() && keys.areAll()) {
        ADIT_TRY(document.saveCopy(path));
        return withheldIn(path);
    }
    const auto sees = [&](const Operation &operation) {
        const auto field = resolveField(operation.entity.kind, operation.field);
        const bool isName = field && field->field->audience == Audience::Identity;
        return field && (isName ? role.seesNames && keys.hold(operation) : sight.sees(operation.entity, *field->field));
    };
    ADIT_TRY(document.saveCopyFor(path, {sees, role.seesActors, role.seesFiles}));
    return withheldIn(path);
}

Result<> seal(const QString &snapshot, const QString &path, ParcelManifest &manifest, const Profile &maker,
              const std::vector<PublicProfile> &recipients, const ParcelProgress &progress)
{
    const UnfinishedFile unfinished(path);
    QFile content(snapshot);
    QFile out(unfinished.path());
    if (!content.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, snapshot, content.errorString()};
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{ErrorCode::FolderUnwritable, path, out.errorString()};
    manifest.bytes = content.size();
    if (const auto written = writeParcel(out, content, manifest, maker, recipients, progress); !written)
        return Error{written.error().code, path, written.error().detail};
    out.close();
    ADIT_TRY(syncFile(unfinished.path()));
    return moveIntoPlace(unfinished.path(), path);
}

/// The case remembers what left it.
Result<> recordHandover(CaseDocument &document, const ParcelManifest &manifest, const ParcelOrder &order)
{
    const Handover &handover = manifest.handover;
    Draft draft(document.view(), Verb::HandOver, handover.recipients.section(QLatin1Char('\n'), 0, 0));
    std::vector<PublicProfile> people = order.recipients;
    people.push_back(manifest.maker);
    for (const PublicProfile &person : people) {
        ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), person));
        draft.add(std::move(introduced));
    }
    ADIT_TRY_ASSIGN(
        Edit record,
        addRecord(draft.view(), document.newEntity(EntityKind::Handover),
                  {{{&infoOf(field::handover::made), handover.made},
                    {&infoOf(field::handover::made_by), handover.madeBy},
                    {&infoOf(field::handover::role), handover.role},
                    {&infoOf(field::handover::recipients), handover.recipients},
                    {&infoOf(field::handover::chains), handover.chains},
                    {&infoOf(field::handover::signature), QString::fromLatin1(manifest.handoverSignature.toHex())}},
                   {{&infoOf(field::handover::chapters), handover.chapters}}}));
    draft.add(std::move(record));
    ADIT_TRY(document.apply(draft.edit()));
    return {};
}

/// What was inside is a case, the one that the parcel says, as far as it says.
Result<> checkContent(const QString &content, const QString &path, const ParcelManifest &manifest)
{
    auto store = CaseStore::openForReading(content);
    if (!store)
        return Error{ErrorCode::ParcelInvalid, path,
                     QStringLiteral("what is inside is no case: %1").arg(errorName(store.error().code))};
    ADIT_TRY_ASSIGN(const ChainEnds ends, (*store)->merges().ends());
    if (!((*store)->assessmentId() == manifest.assessment) || textOf(ends) != manifest.handover.chains)
        return Error{ErrorCode::ParcelInvalid, path, QStringLiteral("the case inside is not the one that it says")};
    return {};
}

} // namespace

Result<> checkOrder(const CaseDocument &document, const ParcelOrder &order)
{
    const auto &maker = document.surroundings().profile;
    if (!maker)
        return Error{ErrorCode::ProfileNeeded, QStringLiteral("parcel")};
    const RoleSight *role = roleSight(order.role);
    if (!role)
        return Error{ErrorCode::UnknownChoice, QStringLiteral("role: ") + order.role, QStringLiteral(ADIT_ROLES)};
    if (!order.chapters.isEmpty() && !role->isForChapters)
        return Error{ErrorCode::InvalidValue, QStringLiteral("chapters: ") + order.chapters.join(QLatin1Char(' ')),
                     QStringLiteral("none: the role %1 is for the whole case").arg(order.role)};
    for (const QString &chapter : order.chapters) {
        const auto code = RequirementCode::fromString(chapter);
        if (!code || code->level() != NodeLevel::Chapter || !document.standard().find(*code))
            return Error{ErrorCode::UnknownNode, chapter, QStringLiteral("chapter")};
    }
    if (order.recipients.empty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("to:"), QStringLiteral("at least one recipient")};
    ADIT_TRY(checkCounts(document.assessment(), maker->shown()));
    for (const PublicProfile &recipient : order.recipients)
        ADIT_TRY(checkCounts(document.assessment(), recipient));
    return {};
}

NamesInside namesInside(const CaseDocument &document, const ParcelOrder &order)
{
    const SharedKeys keys(document.assessment(), order.recipients);
    if (keys.areAll() && keys.areNone())
        return NamesInside::None;
    const RoleSight *role = roleSight(order.role);
    if (!role || !role->seesNames || order.recipients.empty() || keys.areNone())
        return NamesInside::Stay;
    return keys.areAll() ? NamesInside::All : NamesInside::Some;
}

Result<ParcelManifest> makeParcel(CaseDocument &document, const ParcelOrder &order, const QString &path,
                                  const ParcelProgress &progress)
{
    ADIT_TRY(checkOrder(document, order));
    ADIT_TRY(checkNewPath(path));
    const Profile &maker = *document.surroundings().profile;
    ADIT_TRY_ASSIGN(Handover handover, handoverFor(document, order, maker));
    ParcelManifest manifest{.assessment = document.assessment().id(),
                            .site = document.assessment().details()[field::details::site],
                            .handover = std::move(handover),
                            .handoverSignature = {},
                            .maker = maker.shown(),
                            .recipients = fingerprintsOf(order.recipients),
                            .operations = document.facts().operations};
    manifest.handoverSignature = signatureOf(manifest.assessment, manifest.handover, maker);
    // Beside the case, and not where the parcel goes: what is in clear stays on this disk.
    const UnfinishedFile snapshot(document.path());
    ADIT_TRY_ASSIGN(manifest.withheld, writeSnapshot(document, order, snapshot.path()));
    ADIT_TRY(seal(snapshot.path(), path, manifest, maker, order.recipients, progress));
    if (const auto recorded = recordHandover(document, manifest, order); !recorded) {
        QFile::remove(path);
        return recorded.error();
    }
    return manifest;
}

Result<ParcelManifest> lookInto(const QString &path, const Profile &recipient)
{
    ADIT_TRY_ASSIGN(const ParcelReader reader, ParcelReader::open(path, recipient));
    return reader.manifest();
}

Result<ParcelManifest> openParcel(const QString &path, const Profile &recipient, const QString &casePath,
                                  const ParcelProgress &progress)
{
    ADIT_TRY(checkNewPath(casePath));
    ADIT_TRY_ASSIGN(ParcelReader reader, ParcelReader::open(path, recipient));
    const UnfinishedFile unfinished(casePath);
    QFile content(unfinished.path());
    if (!content.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{ErrorCode::FolderUnwritable, casePath, content.errorString()};
    content.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    ADIT_TRY(reader.extract(content, progress));
    content.close();
    const ParcelManifest &manifest = reader.manifest();
    ADIT_TRY(checkContent(unfinished.path(), path, manifest));
    ADIT_TRY(writeMadeFor(unfinished.path(), {manifest.handover.role, manifest.handover.chapters, 0,
                                              QString::fromUtf8(bytesOf(manifest))}));
    ADIT_TRY(syncFile(unfinished.path()));
    ADIT_TRY(moveIntoPlace(unfinished.path(), casePath));
    return manifest;
}

} // namespace adit
