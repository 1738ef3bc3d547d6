// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/processverbs.h"

#include <QWidget>

class QLabel;

namespace adit {

class Button;
class CommitLine;
class DateField;

/// One milestone: when it is planned, when it was done, when it is due and why. An extension is a later date with its
/// reason, behind a link.
class MilestoneRow final : public QWidget
{
    Q_OBJECT
public:
    explicit MilestoneRow(const QString &code, QWidget *parent = nullptr);

    void show(const MilestoneState &state, const Schedule &schedule, const QString &extension);
    bool commitPending();
    void forgetPending();

Q_SIGNALS:
    void changed(const QString &milestone, const adit::MilestoneInput &input);

private:
    void showWhy(bool shown);

    QString m_code;
    QLabel *m_title;
    QLabel *m_due;
    DateField *m_planned;
    DateField *m_done;
    Button *m_why;
    QWidget *m_whyPanel;
    QLabel *m_rule;
    DateField *m_extended;
    CommitLine *m_reason;
};

} // namespace adit
