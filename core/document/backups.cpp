// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"

#include "core/storage/casestore.h"
#include "core/storage/diskfiles.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>

namespace adit {

namespace {

/// "20260821T101500123Z-5f3a….adit": time, and the state of the journal.
const QRegularExpression &nameForm()
{
    static const QRegularExpression form(QStringLiteral("^(\\d{8}T\\d{9})Z-([0-9a-f]{16})\\.adit$"));
    return form;
}

constexpr auto timeForm = "yyyyMMdd'T'HHmmsszzz";

QString nameFor(Instant made, const QString &state)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(made.milliseconds, Qt::UTC);
    return QStringLiteral("%1Z-%2.adit").arg(time.toString(QLatin1String(timeForm)), state);
}

std::optional<Instant> timeIn(const QString &name)
{
    const auto match = nameForm().match(name);
    QDateTime time = QDateTime::fromString(match.captured(1), QLatin1String(timeForm));
    time.setTimeSpec(Qt::UTC);
    return match.hasMatch() && time.isValid() ? std::optional(Instant{time.toMSecsSinceEpoch()}) : std::nullopt;
}

QString stateIn(const QString &path)
{
    return nameForm().match(QFileInfo(path).fileName()).captured(2);
}

std::vector<Backups::Backup> backupsIn(const QDir &folder)
{
    std::vector<Backups::Backup> found;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name | QDir::Reversed))
        if (const auto made = timeIn(name))
            found.push_back({folder.filePath(name), *made});
    return found;
}

/// A copy that cannot be opened, or says something else, is none.
Result<> checkSame(const QString &copy, const CaseDocument &document, const Digest &state)
{
    ADIT_TRY_ASSIGN(const auto store, CaseStore::open(copy, {}, document.surroundings().now()));
    ADIT_TRY_ASSIGN(const StoredCase stored, store->load());
    ADIT_TRY_ASSIGN(const Digest copied, store->journal().state());
    if (stored.standard.hash() != document.standard().hash() || !(stored.assessment == document.assessment()) ||
        copied != state)
        return Error{ErrorCode::FileDamaged, copy, QStringLiteral("the copy differs from the case")};
    return {};
}

} // namespace

Backups::Backups(QString folder)
    : m_folder(std::move(folder))
{}

QString Backups::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/adit/backups");
}

QString Backups::folderOf(const AssessmentId &assessment) const
{
    return m_folder + QLatin1Char('/') + assessment.toString();
}

std::vector<Backups::Backup> Backups::of(const AssessmentId &assessment) const
{
    std::vector<Backup> found;
    const QDir folder(folderOf(assessment));
    for (const QString &place : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        for (const Backup &backup : backupsIn(QDir(folder.filePath(place))))
            found.push_back(backup);
    std::ranges::sort(found, std::greater<>(), &Backup::made);
    return found;
}

Result<Backups::Backup> Backups::backUp(const CaseDocument &document) const
{
    ADIT_TRY_ASSIGN(const Digest state, document.journalState());
    const QString mark = toHex(state).left(16);
    const QString folder = folderOf(document.assessment().id()) + QLatin1Char('/') + copyMark(document.path()).left(8);
    const std::vector<Backup> earlier = backupsIn(QDir(folder));
    if (!earlier.empty() && stateIn(earlier.front().path) == mark)
        return earlier.front();
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FolderUnwritable, folder};
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Also after the clock was set back the newest backup is the last by name.
    Instant now = document.surroundings().now();
    if (!earlier.empty())
        now.milliseconds = std::max(now.milliseconds, earlier.front().made.milliseconds + 1);
    const Backup made{folder + QLatin1Char('/') + nameFor(now, mark), now};
    ADIT_TRY(document.saveCopyWithoutEvidence(made.path));
    if (const auto same = checkSame(made.path, document, state); !same) {
        QFile::remove(made.path);
        return same.error();
    }
    for (std::size_t i = kept - 1; i < earlier.size(); ++i)
        QFile::remove(earlier[i].path);
    return made;
}

Result<> Backups::restore(const QString &backup, const QString &path)
{
    ADIT_TRY(checkNewPath(path));
    ADIT_TRY_ASSIGN(const auto store, CaseStore::open(backup, {}, systemNow()));
    ADIT_TRY(store->load());
    return store->copyTo(path);
}

} // namespace adit
