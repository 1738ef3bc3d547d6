// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recentcases.h"

#include "ui/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <algorithm>

namespace adit {

namespace {

constexpr int keptCases = 20;

QString openedWords(const QDateTime &opened)
{
    const qint64 days = opened.date().daysTo(QDate::currentDate());
    if (days == 0)
        return RecentModel::tr("today %1").arg(opened.time().toString(QStringLiteral("HH:mm")));
    return days == 1 ? RecentModel::tr("yesterday") : dateWords(opened.date());
}

} // namespace

RecentCases::RecentCases(QSettings &settings)
    : m_settings(settings)
{}

std::vector<RecentCase> RecentCases::list() const
{
    std::vector<RecentCase> cases;
    const int count = m_settings.beginReadArray(QStringLiteral("recent"));
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        cases.push_back(
            {m_settings.value(QStringLiteral("path")).toString(), m_settings.value(QStringLiteral("site")).toString(),
             m_settings.value(QStringLiteral("kind")).toString(), m_settings.value(QStringLiteral("rated")).toInt(),
             m_settings.value(QStringLiteral("relevant")).toInt(),
             m_settings.value(QStringLiteral("opened")).toDateTime(),
             m_settings.value(QStringLiteral("assessment")).toString()});
    }
    m_settings.endArray();
    return cases;
}

void RecentCases::note(const RecentCase &recent)
{
    std::vector<RecentCase> cases = list();
    std::erase_if(cases, [&](const RecentCase &other) { return other.path == recent.path; });
    cases.insert(cases.begin(), recent);
    if (cases.size() > keptCases)
        cases.resize(keptCases);
    write(cases);
}

void RecentCases::forget(const QString &path)
{
    std::vector<RecentCase> cases = list();
    std::erase_if(cases, [&](const RecentCase &other) { return other.path == path; });
    write(cases);
}

void RecentCases::write(const std::vector<RecentCase> &cases)
{
    m_settings.remove(QStringLiteral("recent"));
    m_settings.beginWriteArray(QStringLiteral("recent"), static_cast<int>(cases.size()));
    for (int i = 0; i < static_cast<int>(cases.size()); ++i) {
        const RecentCase &recent = cases[static_cast<std::size_t>(i)];
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("path"), recent.path);
        m_settings.setValue(QStringLiteral("site"), recent.site);
        m_settings.setValue(QStringLiteral("kind"), recent.kind);
        m_settings.setValue(QStringLiteral("rated"), recent.rated);
        m_settings.setValue(QStringLiteral("relevant"), recent.relevant);
        m_settings.setValue(QStringLiteral("opened"), recent.opened);
        m_settings.setValue(QStringLiteral("assessment"), recent.assessment);
    }
    m_settings.endArray();
}

void RecentModel::setCases(std::vector<RecentCase> cases)
{
    beginResetModel();
    m_cases = std::move(cases);
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

int RecentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RecentModel::text(const RecentCase &recent, int column) const
{
    switch (column) {
    case Case:
        return recent.site.isEmpty() ? QFileInfo(recent.path).completeBaseName() : recent.site;
    case Rated:
        return tr("%1 of %2").arg(recent.rated).arg(recent.relevant);
    case Folder:
        return QDir::toNativeSeparators(QFileInfo(recent.path).path());
    case Opened:
        return openedWords(recent.opened);
    default:
        return {};
    }
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecentCase &recent = m_cases[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(recent, index.column());
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(recent.path);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Opened ? Qt::AlignTrailing : Qt::AlignLeading));
    case PathRole:
        return recent.path;
    case SecondLineRole:
        return index.column() == Case ? auditKindWord(recent.kind) : QString();
    case ShareRole:
        return index.column() == Rated && recent.relevant > 0
                   ? QVariant(static_cast<double>(recent.rated) / recent.relevant)
                   : QVariant();
    default:
        return {};
    }
}

QVariant RecentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Opened ? Qt::AlignTrailing : Qt::AlignLeading));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Case:
        return tr("Case");
    case Rated:
        return tr("Rated");
    case Folder:
        return tr("Folder");
    case Opened:
        return tr("Opened");
    default:
        return {};
    }
}

} // namespace adit
