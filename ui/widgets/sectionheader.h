// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/icons.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace adit {

/// The line above a group: its name, who may see it, and what belongs at the end of the line (a count, a button).
class SectionHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit SectionHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// The mark and its word: "public", "team only".
    void setAudience(AudienceMark mark, const QString &word);
    /// Text at the end of the line, third ink; empty removes it.
    void setDetail(const QString &detail);
    /// Before the title, a mark say.
    void addLeading(QWidget *widget);
    void addTrailing(QWidget *widget);
    /// A hairline below.
    void setRuled(bool ruled);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_detail;
    bool m_ruled = false;
};

/// An icon of resources/icons as a label that follows the palette.
class IconLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString &name, Role ink = Role::SecondText, QWidget *parent = nullptr);

    void setIcon(const QString &name, Role ink);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Role m_ink;
};

} // namespace adit
