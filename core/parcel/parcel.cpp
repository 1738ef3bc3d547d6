// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/parcel.h"

#include "core/assessment/rolesight.h"
#include "core/base/rule.h"
#include "core/document/othercase.h"
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

/// What goes along of a case that says this.
class Selection
{
public:
    Selection(const ParcelOrder &order, const RoleSight &role, const Assessment &assessment)
        : m_sight(role, assessment, order.chapters)
        , m_keys(assessment, order.recipients)
        , m_staysBehind(order.staysBehind)
    {}

    bool has(const Operation &operation) const
    {
        const auto field = resolveField(operation.entity.kind, operation.field);
        if (!field)
            return false;
        const bool isName = field->field->audience == Audience::Identity;
        return isName ? m_sight.role().seesNames && m_keys.hold(operation)
                      : m_sight.sees(operation.entity, *field->field) && !staysBehind(operation, *field->field);
    }

private:
    bool staysBehind(const Operation &operation, const FieldInfo &field) const
    {
        const bool isText = field.type == ValueType::Text || field.type == ValueType::Line;
        return m_staysBehind && isText && operation.value && m_staysBehind(*operation.value);
    }

    CaseSight m_sight;
    SharedKeys m_keys;
    const std::function<bool(const QString &)> &m_staysBehind; ///< the order's
};

QStringList fingerprintsOf(const std::vector<PublicProfile> &recipients)
{
    QStringList fingerprints;
    for (const PublicProfile &recipient : recipients)
        fingerprints.append(recipient.fingerprint());
    return fingerprints;
}

/// What was inside is a case, the one that the parcel says, as far as it says.
Result<> checkContent(const QString &content, const QString &path, const ParcelManifest &manifest)
{
    auto store = CaseStore::openForReading(content);
    if (!store)
        return Error{ErrorCode::ParcelInvalid, path, ruleMark(Rule::ParcelNoCase, {errorName(store.error().code)})};
    ADIT_TRY_ASSIGN(const ChainEnds ends, (*store)->merges().ends());
    if (!((*store)->assessmentId() == manifest.assessment) || textOf(ends) != manifest.handover.chains)
        return Error{ErrorCode::ParcelInvalid, path, ruleMark(Rule::ParcelOtherCase)};
    return {};
}

} // namespace

Result<Edit> handoverEdit(CaseDocument &document, const ParcelManifest &manifest,
                          const std::vector<PublicProfile> &people)
{
    const Handover &handover = manifest.handover;
    if (!dateFromIso(handover.made))
        return Error{ErrorCode::InvalidDate, QStringLiteral("made: ") + handover.made};
    Draft draft(document.view(), Verb::HandOver, handover.recipients.section(QLatin1Char('\n'), 0, 0));
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
    return draft.edit();
}

Result<> recordHandover(CaseDocument &document, const ParcelManifest &manifest,
                        const std::vector<PublicProfile> &people)
{
    ADIT_TRY_ASSIGN(const Edit edit, handoverEdit(document, manifest, people));
    ADIT_TRY(document.apply(edit));
    return {};
}

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
                     ruleMark(Rule::RoleForWholeCase, {order.role})};
    for (const QString &chapter : order.chapters) {
        const auto code = RequirementCode::fromString(chapter);
        if (!code || code->level() != NodeLevel::Chapter || !document.standard().find(*code))
            return Error{ErrorCode::UnknownNode, chapter, QStringLiteral("chapter")};
    }
    if (order.recipients.empty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("to:"), ruleMark(Rule::RecipientNeeded)};
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

OutgoingParcel::OutgoingParcel(const CaseDocument &document, ParcelOrder order, QString path)
    : m_order(std::move(order))
    , m_path(std::move(path))
    , m_casePath(document.path())
    , m_made(toIso(m_order.day.value_or(document.today())))
    , m_assessment(document.assessment().id())
    , m_site(document.assessment().details()[field::details::site])
    , m_isWhole(roleSight(m_order.role)->isWhole() && SharedKeys(document.assessment(), m_order.recipients).areAll())
    , m_maker(document.surroundings().profile)
    , m_copies(document.copyDoor())
{
    // As a record keeps them: what is signed is what will stand there.
    m_order.chapters.sort();
    m_order.chapters.removeDuplicates();
}

Result<OutgoingParcel> OutgoingParcel::prepare(const CaseDocument &document, const ParcelOrder &order,
                                               const QString &path)
{
    // It could not be recorded, which would be found out only once everything is sealed.
    if (document.facts().readOnly)
        return Error{ErrorCode::FileReadOnly, document.path()};
    ADIT_TRY(checkOrder(document, order));
    ADIT_TRY(checkNewPath(path));
    return OutgoingParcel(document, order, path);
}

Result<ParcelManifest> OutgoingParcel::write(const ParcelProgress &progress)
{
    // Of the way, so much is the copy; the rest is the sealing of it.
    constexpr double copy = 0.5;
    const auto share = [&](double from, double to) -> ParcelProgress {
        if (!progress)
            return {};
        return [&progress, from, to](double done) { return progress(from + done * (to - from)); };
    };
    // Beside the case, and not where the parcel goes: what is in clear stays on this disk.
    const UnfinishedFile snapshot(m_casePath);
    ADIT_TRY(writeSnapshot(snapshot.path(), share(0, copy)));
    ADIT_TRY_ASSIGN(ParcelManifest manifest, manifestOf(snapshot.path()));
    ADIT_TRY(seal(snapshot.path(), manifest, share(copy, 1)));
    m_isWritten = true;
    return manifest;
}

/// The case as the role may see it, at a path of its own.
Result<> OutgoingParcel::writeSnapshot(const QString &path, const ParcelProgress &progress) const
{
    ADIT_TRY_ASSIGN(const bool isWritten, m_isWhole ? writeWhole(path, progress) : Result<bool>(false));
    return isWritten ? Result<>() : writeForRole(path, progress);
}

/// All of it. False where it holds a name by now whose key some recipient does not hold: that is for writeForRole().
Result<bool> OutgoingParcel::writeWhole(const QString &path, const ParcelProgress &progress) const
{
    ADIT_TRY(m_copies.saveCopy(path, progress));
    ADIT_TRY_ASSIGN(const Assessment copied, assessmentIn(path));
    if (SharedKeys(copied, m_order.recipients).areAll())
        return true;
    return QFile::remove(path) ? Result<bool>(false) : Error{ErrorCode::StorageFailed, path};
}

Result<> OutgoingParcel::writeForRole(const QString &path, const ParcelProgress &progress) const
{
    const RoleSight &role = *roleSight(m_order.role);
    std::optional<Selection> selection;
    const auto sees = [&](const Operation &operation) { return selection->has(operation); };
    const auto reads = [&](const Assessment &assessment) { selection.emplace(m_order, role, assessment); };
    return m_copies.saveCopyFor(path, {sees, role.seesActors, role.seesFiles, reads}, progress);
}

/// Says what is in the snapshot, and not what the case may have become since. What was withheld from the maker already
/// counts too.
Result<ParcelManifest> OutgoingParcel::manifestOf(const QString &snapshot) const
{
    ADIT_TRY_ASSIGN(const auto store, CaseStore::openForReading(snapshot));
    ADIT_TRY_ASSIGN(const ChainEnds ends, store->merges().ends());
    ADIT_TRY_ASSIGN(const qint64 operations, store->journal().count());
    ADIT_TRY_ASSIGN(const qint64 withheld, store->withheld().count());
    QStringList names;
    for (const PublicProfile &recipient : m_order.recipients)
        names.append(recipient.actor());
    ParcelManifest manifest{.assessment = m_assessment,
                            .site = m_site,
                            .handover = {.made = m_made,
                                         .madeBy = m_maker->shown().fingerprint(),
                                         .role = m_order.role,
                                         .chapters = m_order.chapters,
                                         .recipients = names.join(QLatin1Char('\n')),
                                         .chains = textOf(ends)},
                            .handoverSignature = {},
                            .maker = m_maker->shown(),
                            .recipients = fingerprintsOf(m_order.recipients),
                            .operations = operations,
                            .withheld = withheld,
                            .bytes = 0};
    manifest.handoverSignature = signatureOf(manifest.assessment, manifest.handover, *m_maker);
    return manifest;
}

Result<> OutgoingParcel::seal(const QString &snapshot, ParcelManifest &manifest, const ParcelProgress &progress) const
{
    const UnfinishedFile unfinished(m_path);
    QFile content(snapshot);
    QFile out(unfinished.path());
    if (!content.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, snapshot, content.errorString()};
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{ErrorCode::FolderUnwritable, m_path, out.errorString()};
    manifest.bytes = content.size();
    if (const auto written = writeParcel(out, content, manifest, *m_maker, m_order.recipients, progress); !written)
        return Error{written.error().code, m_path, written.error().detail};
    out.close();
    ADIT_TRY(syncFile(unfinished.path()));
    return moveIntoPlace(unfinished.path(), m_path);
}

Result<> OutgoingParcel::record(CaseDocument &document, const ParcelManifest &manifest) const
{
    std::vector<PublicProfile> people = m_order.recipients;
    people.push_back(manifest.maker);
    auto recorded = recordHandover(document, manifest, people);
    if (!recorded)
        discard();
    return recorded;
}

void OutgoingParcel::discard() const
{
    if (m_isWritten)
        QFile::remove(m_path);
}

Result<ParcelManifest> makeParcel(CaseDocument &document, const ParcelOrder &order, const QString &path,
                                  const ParcelProgress &progress)
{
    ADIT_TRY_ASSIGN(OutgoingParcel parcel, OutgoingParcel::prepare(document, order, path));
    ADIT_TRY_ASSIGN(ParcelManifest manifest, parcel.write(progress));
    ADIT_TRY(parcel.record(document, manifest));
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
    if (!content.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::FolderUnwritable, casePath, content.errorString()};
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
