// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace adit {

class Chip;
class CommitTextEdit;
class FindingHistory;
class SectionHeader;

/// The public finding, whose words it is, and the kinds of source behind the rating.
class FindingPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingPanel(Editor &editor, QWidget *parent = nullptr);

    /// `log` is that of the requirement, latest first.
    void show(const RequirementCode &code, const std::vector<LogEntry> &log);
    /// False if what is typed could not be stored.
    bool commitNow();
    void forget();
    CommitTextEdit *field() { return m_finding; }

Q_SIGNALS:
    /// Escape in the finding.
    void left();

private:
    void refreshCounts();
    void submitSources();

    Editor &m_editor;
    std::optional<RequirementCode> m_code;
    SectionHeader *m_head;
    CommitTextEdit *m_finding;
    std::vector<std::pair<QString, Chip *>> m_sources;
    FindingHistory *m_history;
};

} // namespace adit
