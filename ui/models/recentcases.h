// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <vector>

class QSettings;

namespace adit {

/// What the start page remembers of a case that was open. Only what may stand on a screen anyone sees.
struct RecentCase
{
    QString path;
    QString site;
    QString kind; ///< code of the kind of audit
    int rated = 0;
    int relevant = 0;
    QDateTime opened;
    QString assessment = {}; ///< its id, to find its backups by when the file itself cannot be read

    friend bool operator==(const RecentCase &, const RecentCase &) = default;
};

/// The cases opened last, latest first, kept in the settings.
class RecentCases
{
public:
    explicit RecentCases(QSettings &settings);

    std::vector<RecentCase> list() const;
    /// Puts a case first; replaces what was known of its path.
    void note(const RecentCase &recent);
    void forget(const QString &path);

private:
    void write(const std::vector<RecentCase> &cases);

    QSettings &m_settings;
};

class RecentModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Case, Rated, Folder, Opened, ColumnCount };
    enum RecentRole { PathRole = Qt::UserRole, SecondLineRole, ShareRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setCases(std::vector<RecentCase> cases);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const RecentCase &recent, int column) const;

    std::vector<RecentCase> m_cases;
};

} // namespace adit
