// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/releasedesk.h"

#include "core/base/time.h"
#include "core/evidence/photosforprint.h"
#include "core/release/jcs.h"
#include "core/report/report.h"
#include "ui/pages/publish/publishstate.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QWidget>
#include <algorithm>

namespace adit {

ReleaseDesk::ReleaseDesk(Editor &editor, Tools tools, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_tools(std::move(tools))
    , m_window(window)
{
    connect(this, &ReleaseDesk::failed, &editor, &Editor::failed);
}

QString ReleaseDesk::suggestedName(const QString &what) const
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w\\- ]"), QRegularExpression::UseUnicodePropertiesOption);
    const QString site = m_editor.document().assessment().details()[field::details::site];
    return tr("%1, %2").arg(QString(site).remove(unfit).simplified(), what);
}

Result<std::shared_ptr<const ReleaseSource>> ReleaseDesk::take(const ReleaseInput &input, const QString &folder) const
{
    CaseDocument &document = m_editor.document();
    ADIT_TRY(checkReleaseFolder(folder));
    ADIT_TRY_ASSIGN(const auto guard, guardOf(document));
    const PhotosForPrint photos =
        photosForPrint(document.assessment(), [&](const QString &sha256) { return document.content(sha256); });
    ADIT_TRY_ASSIGN(ReleaseSource source,
                    takeRelease(document.view(), document.ratedItems(), document.scoreCard(), input, guard,
                                document.surroundings().random.bytes(static_cast<int>(releaseSecretSize)),
                                QFileInfo(folder).fileName(), document.today(), photos.pictures));
    return std::make_shared<const ReleaseSource>(std::move(source));
}

void ReleaseDesk::build(const ReleaseInput &input)
{
    if (!m_editor.profile())
        return m_editor.askForProfile();
    // It could not be recorded, which is found out only once everything is made.
    if (const QString path = m_editor.document().path(); m_editor.document().facts().readOnly)
        return Q_EMIT failed({ErrorCode::FileReadOnly, path});
    const int number = nextReleaseNumber(m_editor.document().assessment());
    const QString folder = m_tools.chooseFolderToMake
                               ? m_tools.chooseFolderToMake(suggestedName(tr("release %1").arg(number)))
                               : QString();
    if (folder.isEmpty())
        return;
    const auto chains = m_editor.document().chainEnds();
    if (!chains)
        return Q_EMIT failed(chains.error());
    ReleaseInput taken = input;
    taken.chains = *chains;
    const auto source = take(taken, folder);
    if (!source)
        return Q_EMIT failed(source.error());
    using Outcome = Result<BuiltRelease>;
    m_work.run<Outcome>(
        m_window->window(), tr("Building release %1, and looking through it").arg(number),
        [source = *source](const SheetWork::Progress &progress) -> Outcome {
            ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
            return buildRelease(*source, *typesetter, progress);
        },
        [this, input = taken, source = *source, folder](const Outcome &outcome, bool isStopped) {
            if (isStopped)
                return Q_EMIT failed({ErrorCode::Cancelled});
            if (!outcome)
                return Q_EMIT failed(outcome.error());
            record(input, *source, *outcome, folder);
        });
}

/// On record before its files are anywhere: its salts are never given again.
void ReleaseDesk::record(const ReleaseInput &input, const ReleaseSource &source, const BuiltRelease &built,
                         const QString &folder)
{
    CaseDocument &document = m_editor.document();
    const EntityRef entity = document.newEntity(EntityKind::Release);
    if (!m_editor.submit(recordRelease(document.view(), entity, source, built, input, document.surroundings().actor)))
        return;
    if (const auto written = writeReleaseFolder(folder, built.files); !written)
        return Q_EMIT failed(written.error());
    m_folders.insert(built.manifest.number, folder);
    m_signed.insert(built.manifest.number, {});
    Q_EMIT this->built(built.manifest.number, folder);
}

/// What the team's list says counts before what a profile says of itself.
QStringList ReleaseDesk::rolesOf(const PublicProfile &profile) const
{
    QStringList roles;
    for (const auto &[id, member] : m_editor.document().assessment().records(EntityKind::TeamMember))
        if (member[field::team_member::profile] == profile.fingerprint())
            roles.append(member[field::team_member::role]);
    return roles.isEmpty() ? profile.roles : roles;
}

QString ReleaseDesk::folderOf(int number)
{
    QString known = m_folders.value(number);
    if (!known.isEmpty() && QFileInfo(known).isDir())
        return known;
    return m_tools.chooseFolder ? m_tools.chooseFolder() : QString();
}

void ReleaseDesk::sign(int number)
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    const QString folder = folderOf(number);
    if (folder.isEmpty())
        return;
    const QString time = toIso(m_editor.document().surroundings().now());
    using Outcome = Result<Signed>;
    m_work.run<Outcome>(
        m_window->window(), tr("Looking through release %1, and signing it").arg(number),
        [folder, profile, time, number, roles = rolesOf(profile->shown())](const SheetWork::Progress &) -> Outcome {
            ADIT_TRY_ASSIGN(const ReleaseVerdict verdict, intactRelease(folder));
            if (verdict.manifest.number != number)
                return Error{ErrorCode::ReleaseBlocked, QStringLiteral("not-of-case"), QString::number(number)};
            const auto role = signingRole(verdict.manifest, roles);
            if (!role)
                return Error{ErrorCode::InvalidValue, QStringLiteral("role: ") + roles.join(QLatin1Char(' ')),
                             verdict.manifest.roles.join(QLatin1Char(' '))};
            ADIT_TRY_ASSIGN(ReleaseManifest manifest, signRelease(folder, *role, *profile, time));
            return Signed{std::move(manifest), *role};
        },
        [this, number, folder](const Outcome &outcome, bool) {
            if (!outcome)
                return Q_EMIT failed(outcome.error());
            m_folders.insert(number, folder);
            m_signed.insert(number, outcome->manifest.signedRoles());
            Q_EMIT signedNow(number, outcome->role);
        });
}

void ReleaseDesk::finish(int number)
{
    const QString folder = folderOf(number);
    if (folder.isEmpty())
        return;
    using Outcome = Result<ReleaseVerdict>;
    m_work.run<Outcome>(
        m_window->window(), tr("Looking through release %1").arg(number),
        [folder](const SheetWork::Progress &) { return intactRelease(folder); },
        [this, number, folder](const Outcome &outcome, bool isStopped) {
            if (isStopped)
                return Q_EMIT failed({ErrorCode::Cancelled});
            if (!outcome)
                return Q_EMIT failed(outcome.error());
            if (outcome->manifest.number != number)
                return Q_EMIT failed(
                    {ErrorCode::ReleaseBlocked, QStringLiteral("not-of-case"), QString::number(number)});
            m_folders.insert(number, folder);
            m_signed.insert(number, outcome->manifest.signedRoles());
            const CaseDocument &document = m_editor.document();
            if (m_editor.submit(finishRelease(document.view(), outcome->manifest, document.today())))
                Q_EMIT finished(number);
        });
}

void ReleaseDesk::withdraw(int number, const QString &reason)
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    const CaseDocument &document = m_editor.document();
    m_editor.submit(withdrawRelease(document.view(), number, reason, *profile, document.today()));
}

void ReleaseDesk::disclose(int number, const QString &redaction)
{
    const CaseDocument &document = m_editor.document();
    const auto releases = releasesOf(document.assessment());
    const auto release = std::ranges::find_if(
        releases, [number](const Record *each) { return (*each)[field::release::number] == QString::number(number); });
    const QString path =
        release != releases.end() && m_tools.chooseDisclosed
            ? m_tools.chooseDisclosed(suggestedName(tr("release %1, %2.json").arg(number).arg(redaction)))
            : QString();
    if (path.isEmpty())
        return;
    const QString chains = (**release)[field::release::content];
    // Releases of older versions do not say how the case stood: it is there if nothing has changed.
    auto then = chains.isEmpty() ? Result<Assessment>(document.assessment()) : document.asItStood(chains);
    if (!then)
        return Q_EMIT failed(then.error());
    PhotosForPrint photos = photosForPrint(*then, [&](const QString &sha256) { return document.content(sha256); });
    using Outcome = Result<std::vector<QJsonObject>>;
    m_work.run<Outcome>(
        m_window->window(), tr("Looking up what %1 withholds in release %2").arg(redaction).arg(number),
        [standard = document.standard(), then = std::make_shared<const Assessment>(std::move(*then)),
         record = **release, redaction, pictures = std::move(photos.pictures)](const SheetWork::Progress &) {
            return showWithheld({standard, *then}, record, redaction, pictures);
        },
        [this, path](const Outcome &shown, bool isStopped) {
            write(path, isStopped ? Outcome(Error{ErrorCode::Cancelled}) : shown);
        });
}

void ReleaseDesk::write(const QString &path, const Result<std::vector<QJsonObject>> &shown)
{
    if (!shown)
        return Q_EMIT failed(shown.error());
    int files = 0;
    for (const QJsonObject &passage : *shown) {
        ++files;
        const auto written =
            writeReport(files == 1 ? path : QStringLiteral("%1.%2").arg(path).arg(files), jcs(passage));
        if (!written)
            return Q_EMIT failed(written.error());
    }
    Q_EMIT disclosed(path, files);
}

std::optional<QStringList> ReleaseDesk::signedRoles(int number) const
{
    const auto known = m_signed.constFind(number);
    return known == m_signed.constEnd() ? std::nullopt : std::optional(*known);
}

} // namespace adit
