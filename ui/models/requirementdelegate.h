// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace adit {

/// Paints a row of the tree: glyph, number, short title; share and count for the nodes above requirements.
class RequirementDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRequirement(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

/// The tree of requirements. Its keys: arrows walk, rating keys rate (the page listens), Enter goes to the rating
/// strip.
class RequirementTree final : public QTreeView
{
    Q_OBJECT
public:
    explicit RequirementTree(QWidget *parent = nullptr);

Q_SIGNALS:
    /// A key that is neither walking nor searching: the page looks whether it rates.
    void keyTyped(const QString &key);
    void cleared();
    void entered();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    /// Where a row's chevron or diamond begins, in pixels from the leading edge.
    int lead(const QModelIndex &index) const;
};

} // namespace adit
