// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyphs.h"

#include <QAbstractListModel>
#include <QListView>
#include <optional>
#include <vector>

namespace adit {

/// One row of the rail: the head of a group, a step of the process, or a page of work.
struct RailRow
{
    QString id; ///< what activated() tells; empty for a head
    QString text;
    QString detail; ///< a count or a date at the end
    QString icon;   ///< of resources/icons; steps have a mark instead
    std::optional<StepMark> mark;
    QString tip;

    bool isHead() const { return id.isEmpty(); }
    friend bool operator==(const RailRow &, const RailRow &) = default;
};

class RailModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum RailRole { IdRole = Qt::UserRole, DetailRole, IconRole, MarkRole, HeadRole };

    using QAbstractListModel::QAbstractListModel;

    /// Rows with the same ids in the same order are updated in place, so that selection and focus stay.
    void setRows(std::vector<RailRow> rows);
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<RailRow> m_rows;
};

/// The narrow list at the leading edge of the window. Shrinks to icons in small windows.
class ProgressRail final : public QListView
{
    Q_OBJECT
public:
    explicit ProgressRail(QWidget *parent = nullptr);

    RailModel *rows() { return &m_rows; }
    /// Shows which page is open; sends nothing.
    void setCurrentId(const QString &id);
    QString currentId() const;
    void setIconsOnly(bool iconsOnly);
    bool iconsOnly() const { return m_iconsOnly; }

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    RailModel m_rows;
    bool m_iconsOnly = false;
};

} // namespace adit
