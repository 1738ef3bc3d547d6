// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/process/gates.h"

#include <QWidget>

class QLabel;

namespace adit {

class Button;
class ShareBar;

/// The line at the bottom: how much is rated, what is put off or left out, where the level lies, what is late or due
/// this week, which file this is.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const CaseDocument &document, const ProcessState &process);

Q_SIGNALS:
    void timelineWanted();

private:
    ShareBar *m_share;
    QLabel *m_rated;
    QLabel *m_deferred;
    QLabel *m_notRelevant;
    QLabel *m_level;
    Button *m_due;
    QLabel *m_file;
};

} // namespace adit
