// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>

class QVBoxLayout;

namespace adit {

class Button;
class ElidedLabel;

/// Whose words a finding is, in one quiet line; on demand its earlier texts, each to be taken back.
class FindingHistory final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingHistory(QWidget *parent = nullptr);

    /// `log` is that of the requirement, latest first; `finding` what stands now.
    void show(const std::vector<LogEntry> &log, const QString &finding, const QDate &today);
    /// Another requirement: the list closes.
    void forget();

Q_SIGNALS:
    void takenBack(const QString &text);

private:
    /// One text that stood for a while.
    struct Text
    {
        QString words;
        QString actor;
        Instant time;
    };

    void fillList();

    std::vector<Text> m_earlier; ///< latest first
    QDate m_today;
    ElidedLabel *m_line;
    Button *m_more;
    QWidget *m_box;
    QVBoxLayout *m_list;
};

} // namespace adit
