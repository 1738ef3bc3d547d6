// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

class QAbstractButton;

namespace adit {

/// A few choices of which exactly one holds, in one line. Arrow keys move, as in a group of radio buttons.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// `icons` of resources/icons stand before the texts; none, or one for each.
    void setSegments(const QStringList &texts, const QStringList &icons = {});
    void setCurrent(int index);
    int current() const { return m_current; }
    bool hasSegments() const { return !m_segments.empty(); }
    QAbstractButton *segment(int index) const { return m_segments[static_cast<std::size_t>(index)]; }

Q_SIGNALS:
    /// A person chose; never sent by setCurrent().
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int index);

    std::vector<QAbstractButton *> m_segments;
    int m_current = 0;
};

} // namespace adit
