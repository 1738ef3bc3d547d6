// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QStyledItemDelegate>
#include <functional>

namespace adit {

/// The portal of the program's icon, in the ink of the palette.
class Portal final : public QWidget
{
    Q_OBJECT
public:
    explicit Portal(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// One thing to begin with: icon, name, what it is about, key.
class StartEntry final : public QAbstractButton
{
    Q_OBJECT
public:
    StartEntry(const QString &icon, const QString &title, const QString &detail, const QString &key, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_icon;
    QString m_detail;
    QString m_key;
};

/// Says that a case file or a parcel can be dropped; the whole window takes the drop. setActive() while a file hovers.
class DropHint final : public QWidget
{
    Q_OBJECT
public:
    explicit DropHint(QWidget *parent = nullptr);
    void setActive(bool active);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_active = false;
};

/// Two lines in the first column, a bar and a count in the second.
class RecentDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// What stands there before the first case: what to do, with the button to do it.
QWidget *newEmptyRecents(QWidget *parent, const std::function<void()> &createNew);

} // namespace adit
