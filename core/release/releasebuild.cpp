// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasebuild.h"

#include "core/base/rule.h"
#include "core/disclosure/photoverbs.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/release/printedfigures.h"
#include "core/report/report.h"
#include "core/review/decision.h"

#include <algorithm>

namespace adit {

namespace {

const QString reportName = QStringLiteral("report.pdf");
const QString webName = QStringLiteral("report.html");
const QString recordName = QStringLiteral("assessment.json");
const QString manifestName = QStringLiteral("release.json");

Error blockedBy(const std::vector<ReleaseHold> &holds)
{
    QStringList lines;
    for (const ReleaseHold &hold : holds)
        lines.append(hold.where.isEmpty() ? codeOf(hold.kind) : codeOf(hold.kind) + QStringLiteral(": ") + hold.where);
    return {ErrorCode::ReleaseBlocked, codeOf(holds.front().kind), lines.join(QLatin1Char('\n'))};
}

QString decidedLevel(const CaseView &view)
{
    const auto decision = decisionOf(view);
    const QString outcome = decision ? (*decision->record)[field::decision::outcome] : QString();
    return outcome == QLatin1String("level") ? (*decision->record)[field::decision::level] : outcome;
}

/// Every text that is withheld somewhere, once for each redaction.
std::vector<WithheldPassage> withheldPassages(const Assessment &assessment)
{
    std::vector<WithheldPassage> passages;
    const Redactions redactions(assessment, Reader::Public);
    for (const KindInfo &kind : allKinds())
        for (const FieldInfo *field : redactableFields(kind.kind))
            for (const auto &[id, record] : assessment.records(kind.kind)) {
                const QString code = kind.codeField ? record.text(*kind.codeField) : QString();
                for (const TextPiece &piece :
                     redactions.piecesOf({kind.kind, id, code}, *field, record.text(field->index)))
                    if (piece.redaction)
                        passages.push_back({(*piece.redaction)[field::redaction::label], piece.text});
            }
    return passages;
}

/// Nothing that was confirmed drops out without anybody knowing of it.
std::vector<ReleaseHold> photosNotPrinted(const Assessment &assessment, const PhotoPictures &pictures)
{
    std::vector<ReleaseHold> holds;
    for (const PhotoState &photo : photoStates(assessment))
        if (photo.state == PhotoState::State::Confirmed && !pictures.contains(photo.entity.id))
            holds.push_back({ReleaseHold::Kind::PhotoNotPrinted, (*photo.record)[field::public_photo::label]});
    return holds;
}

/// Where withheld words or whole names stand in a file, one a line.
QStringList leaksOf(const ReleaseSource &source, const QString &name, const std::vector<ReadableText> &texts)
{
    QStringList lines;
    const auto add = [&](const QString &secret, const QString &where) {
        lines.append(secret + QStringLiteral(": ") + name + QStringLiteral(", ") + where);
    };
    for (const Leak &leak : leaksIn(name, texts, source.withheld))
        add(leak.secret, leak.where);
    std::vector<GuardedText> guarded;
    guarded.reserve(texts.size());
    std::vector<GuardFinding> findings;
    for (const ReadableText &text : texts) {
        guarded.push_back({text.where, text.text});
        if (!text.bytes.isEmpty() && !text.isPicture)
            std::ranges::copy(source.guard->searchBytes(text.where, text.bytes), std::back_inserter(findings));
    }
    std::ranges::copy(source.guard->search(guarded), std::back_inserter(findings));
    // Parts of names were looked at text by text, and may have been let pass.
    for (const GuardFinding &finding : findings)
        if (finding.severity == GuardFinding::Severity::Block)
            add(QStringLiteral("%1 (%2)").arg(finding.person, finding.part), finding.place);
    lines.removeDuplicates();
    return lines;
}

ReleasedFile factsOf(const QString &name, const QByteArray &bytes)
{
    return {name, toHex(sha256(bytes)), bytes.size()};
}

} // namespace

int nextReleaseNumber(const Assessment &assessment)
{
    int last = 0;
    for (const auto &[id, release] : assessment.records(EntityKind::Release))
        last = std::max(last, release[field::release::number].toInt());
    return last + 1;
}

Result<ReleaseSource> takeRelease(const CaseView &view, const std::vector<RatedItem> &items, const ScoreCard &card,
                                  const ReleaseInput &input, std::shared_ptr<const NameGuard> guard,
                                  const QByteArray &secret, const QString &folder, const QDate &day,
                                  const PhotoPictures &pictures)
{
    Q_ASSERT(secret.size() == releaseSecretSize);
    auto holds = releaseHolds(view, input, *guard, day);
    // What is typed for this release goes out with it, or may.
    for (const GuardFinding &finding : guard->search({{QStringLiteral("changes"), input.changes},
                                                      {QStringLiteral("acknowledged"), input.acknowledged},
                                                      {QStringLiteral("keys-at"), input.keysAt},
                                                      {QStringLiteral("folder"), folder}}))
        holds.push_back({ReleaseHold::Kind::NameBlocks,
                         QStringLiteral("%1 (%2): %3").arg(finding.person, finding.part, finding.place)});
    std::ranges::copy(photosNotPrinted(view.assessment, pictures), std::back_inserter(holds));
    if (!holds.empty())
        return blockedBy(holds);
    const int number = nextReleaseNumber(view.assessment);
    if (number > 1 && input.changes.simplified().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("changes:"),
                     ruleMark(Rule::WhatChangedSince, {QString::number(number - 1)})};
    PublicAssessment assessment = publicAssessment(view, items, card, Reader::Public, pictures);
    PublicRecord record(assessment, view, number, LeafSalts(secret, number));
    ReleaseManifest manifest{.assessment = view.assessment.id().toString(),
                             .number = number,
                             .built = toIso(day),
                             .root = toHex(record.root()),
                             .leafCount = record.leafCount(),
                             .standardHash = toHex(view.standard.hash()),
                             .level = decidedLevel(view),
                             .app = QStringLiteral("Adit " ADIT_VERSION),
                             .roles = releaseRoles(),
                             .files = {}};
    ReleaseEdition edition{.number = number,
                           .root = manifest.root,
                           .roles = manifest.roles,
                           .keysAt = input.keysAt,
                           .folder = folder,
                           .built = manifest.built,
                           .changes = input.changes,
                           .acknowledged = input.acknowledged};
    return ReleaseSource{std::move(assessment), std::move(record),
                         std::move(manifest),   std::move(edition),
                         input.language,        withheldPassages(view.assessment),
                         std::move(guard),      secret};
}

Result<BuiltRelease> buildRelease(const ReleaseSource &source, pdf::Typesetter &typesetter,
                                  const std::function<bool(double)> &progress)
{
    BuiltRelease built{.files = {}, .manifest = source.manifest};
    constexpr double rendered = 0.6;
    const auto report = [&](double done) { return !progress || progress(rendered * done); };
    ADIT_TRY_ASSIGN(built.files[reportName],
                    renderReport(source.assessment, ReportKind::Public,
                                 {.language = source.language, .edition = source.edition, .progress = report},
                                 typesetter));
    ADIT_TRY_ASSIGN(built.files[webName], renderWebReport(source.assessment, ReportKind::Public,
                                                          {.language = source.language, .edition = source.edition}));
    built.files[recordName] = source.record.bytes();
    QStringList leaks;
    QStringList wrong;
    for (const auto &[name, bytes] : built.files) {
        if (progress && !progress(rendered))
            return Error{ErrorCode::Cancelled};
        ADIT_TRY_ASSIGN(const auto texts, readBack(name, bytes));
        leaks += leaksOf(source, name, texts);
        if (name != recordName) {
            ADIT_TRY_ASSIGN(const QStringList missing, figuresMissing(source.assessment, source.language, texts));
            for (const QString &figure : missing)
                wrong.append(name + QLatin1Char(' ') + figure);
        }
        built.manifest.files.push_back(factsOf(name, bytes));
    }
    if (!leaks.isEmpty())
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("leak"), leaks.join(QLatin1Char('\n'))};
    if (!wrong.isEmpty())
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("figures"), wrong.join(QLatin1Char('\n'))};
    built.files[manifestName] = bytesOf(built.manifest);
    // What this program would say of it to anybody.
    QStringList faults;
    for (const ReleaseProblem &problem : checkRelease(built.files, {}).problems)
        faults.append(problem.where + QLatin1Char(' ') + problem.text);
    if (!faults.isEmpty())
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("self-check"), faults.join(QLatin1Char('\n'))};
    return built;
}

Result<Edit> recordRelease(const CaseView &view, const EntityRef &newRelease, const ReleaseSource &source,
                           const BuiltRelease &built, const ReleaseInput &input, const QString &acknowledgedBy)
{
    const ReleaseManifest &manifest = built.manifest;
    Draft draft(view, Verb::Release, QString::number(manifest.number));
    const bool isAcknowledged = !input.acknowledged.isEmpty();
    ADIT_TRY_ASSIGN(Edit added,
                    addRecord(draft.view(), newRelease,
                              {{{&infoOf(field::release::number), QString::number(manifest.number)},
                                {&infoOf(field::release::built), manifest.built},
                                {&infoOf(field::release::root), manifest.root},
                                {&infoOf(field::release::secret), QString::fromLatin1(source.secret.toHex())},
                                {&infoOf(field::release::changes), input.changes},
                                {&infoOf(field::release::acknowledged), input.acknowledged},
                                {&infoOf(field::release::acknowledged_by), isAcknowledged ? acknowledgedBy : QString()},
                                {&infoOf(field::release::content), input.chains},
                                {&infoOf(field::release::manifest), QString::fromUtf8(bytesOf(manifest))}}}));
    draft.add(std::move(added));
    return draft.edit();
}

std::vector<const Record *> releasesOf(const Assessment &assessment)
{
    std::vector<const Record *> releases;
    for (const auto &[id, release] : assessment.records(EntityKind::Release))
        if (!release.isBlank())
            releases.push_back(&release);
    std::ranges::sort(releases, {}, [](const Record *release) { return (*release)[field::release::number].toInt(); });
    return releases;
}

namespace {

Result<EntityRef> releaseRef(const CaseView &view, int number)
{
    for (const auto &[id, release] : view.assessment.records(EntityKind::Release))
        if (!release.isBlank() && release[field::release::number].toInt() == number)
            return EntityRef{EntityKind::Release, id, release[field::release::label]};
    return Error{ErrorCode::InvalidValue, QStringLiteral("number: %1").arg(number), ruleMark(Rule::ReleaseNumber)};
}

} // namespace

Result<Edit> finishRelease(const CaseView &view, const ReleaseManifest &manifest, const QDate &day)
{
    const QString number = QString::number(manifest.number);
    const auto entity = releaseRef(view, manifest.number);
    const Record *release = entity ? view.assessment.find(entity->kind, entity->id) : nullptr;
    if (!release || manifest.assessment != view.assessment.id().toString() ||
        (*release)[field::release::root] != manifest.root)
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("not-of-case"), number};
    if (release->has(field::release::withdrawn))
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("withdrawn"), number};
    if (release->has(field::release::finished))
        return Error{ErrorCode::NothingToChange, number};
    if (!manifest.isSigned())
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("not-signed"),
                     manifest.unsignedRoles().join(QLatin1Char('\n'))};
    Draft draft(view, Verb::Release, number);
    ADIT_TRY_ASSIGN(Edit finished,
                    changeRecord(draft.view(), *entity,
                                 {{{&infoOf(field::release::finished), toIso(day)},
                                   {&infoOf(field::release::manifest), QString::fromUtf8(bytesOf(manifest))}}}));
    draft.add(std::move(finished));
    return draft.edit();
}

Result<Edit> withdrawRelease(const CaseView &view, int number, const QString &reason, const Profile &by,
                             const QDate &day)
{
    ADIT_TRY(checkCounts(view.assessment, by.shown()));
    ADIT_TRY_ASSIGN(const EntityRef entity, releaseRef(view, number));
    if (view.assessment.find(entity.kind, entity.id)->has(field::release::withdrawn))
        return Error{ErrorCode::NothingToChange, QString::number(number)};
    if (reason.simplified().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("withdrawn_reason:"), ruleMark(Rule::WhyReleaseWithdrawn)};
    Draft draft(view, Verb::Release, QString::number(number));
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    ADIT_TRY_ASSIGN(Edit withdrawn, changeRecord(draft.view(), entity,
                                                 {{{&infoOf(field::release::withdrawn), toIso(day)},
                                                   {&infoOf(field::release::withdrawn_reason), reason}}}));
    draft.add(std::move(withdrawn));
    return draft.edit();
}

} // namespace adit
