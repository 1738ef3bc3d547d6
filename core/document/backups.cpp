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

/// "20260821T101500123Z-2281.adit": time and number of operations.
const QRegularExpression &nameForm()
{
    static const QRegularExpression form(QStringLiteral("^(\\d{8}T\\d{9})Z-(\\d+)\\.adit$"));
    return form;
}

constexpr auto timeForm = "yyyyMMdd'T'HHmmsszzz";

QString nameFor(Instant made, qint64 operations)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(made.milliseconds, Qt::UTC);
    return QStringLiteral("%1Z-%2.adit").arg(time.toString(QLatin1String(timeForm))).arg(operations);
}

std::optional<Instant> timeIn(const QString &name)
{
    const auto match = nameForm().match(name);
    QDateTime time = QDateTime::fromString(match.captured(1), QLatin1String(timeForm));
    time.setTimeSpec(Qt::UTC);
    return match.hasMatch() && time.isValid() ? std::optional(Instant{time.toMSecsSinceEpoch()}) : std::nullopt;
}

qint64 operationsIn(const QString &path)
{
    return nameForm().match(QFileInfo(path).fileName()).captured(2).toLongLong();
}

/// A copy that cannot be opened, or says something else, is none.
Result<> checkSame(const QString &copy, const CaseDocument &document, qint64 operations)
{
    ADIT_TRY_ASSIGN(const auto store, CaseStore::open(copy, {}, document.surroundings().now()));
    ADIT_TRY_ASSIGN(const Standard standard, store->standard());
    ADIT_TRY_ASSIGN(const Assessment assessment, store->assessment());
    ADIT_TRY_ASSIGN(const qint64 count, store->journal().count());
    if (standard.hash() != document.standard().hash() || !(assessment == document.assessment()) || count != operations)
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
    const QDir folder(folderOf(assessment));
    std::vector<Backup> found;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name | QDir::Reversed))
        if (const auto made = timeIn(name))
            found.push_back({folder.filePath(name), *made});
    return found;
}

Result<Backups::Backup> Backups::backUp(const CaseDocument &document) const
{
    const AssessmentId id = document.assessment().id();
    const qint64 operations = document.facts().operations;
    const std::vector<Backup> earlier = of(id);
    if (!earlier.empty() && operationsIn(earlier.front().path) == operations)
        return earlier.front();
    const QString folder = folderOf(id);
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FolderUnwritable, folder};
    // Also after the clock was set back the newest backup is the last by name.
    Instant now = document.surroundings().now();
    if (!earlier.empty())
        now.milliseconds = std::max(now.milliseconds, earlier.front().made.milliseconds + 1);
    const Backup made{folder + QLatin1Char('/') + nameFor(now, operations), now};
    ADIT_TRY(document.saveCopy(made.path));
    if (const auto same = checkSame(made.path, document, operations); !same) {
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
    ADIT_TRY(store->assessment());
    return store->copyTo(path);
}

} // namespace adit
