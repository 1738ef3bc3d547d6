// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace adit {

class Button;
class Chip;
class CommitTextEdit;
class FindingHistory;
class MarkedText;
class SectionHeader;
class WithholdForm;

/// The public finding, whose words it is, and the kinds of source behind the rating. It can be seen as it will be
/// printed, and words of it withheld.
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
    /// A part that was opened is to be seen.
    void shownWanted(QWidget *part);

private:
    void buildPublicView();
    void refreshCounts();
    void refreshPublic();
    void showMenu(const QPoint &at);
    void beginWithholding();
    void submitSources();

    Editor &m_editor;
    std::optional<RequirementCode> m_code;
    SectionHeader *m_head;
    CommitTextEdit *m_finding;
    Button *m_asPrinted;
    Button *m_withhold;
    MarkedText *m_printed; ///< in the place of the field, to read only
    WithholdForm *m_withholdForm;
    std::vector<std::pair<QString, Chip *>> m_sources;
    FindingHistory *m_history;
};

} // namespace adit
