// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QStackedWidget;
class QVBoxLayout;

namespace adit {

class BasisList;
class Button;
class CommitTextEdit;
class DateField;
class FilesForm;
struct IntakeSource;
class SectionHeader;
class ThreadsPanel;

/// What stands beside a requirement: what its rating rests on, planned action, notes of the team, self-assessment and
/// previous rating, what a review asks of it, and what happened to it.
class SidePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SidePanel(Editor &editor, QWidget *parent = nullptr);

    /// `log` is that of the requirement, latest first.
    void show(const RequirementCode &code, const std::vector<LogEntry> &log);
    /// For a principle, chapter or criterion: says what would stand here.
    void showNothing();
    /// False if something typed could not be stored.
    bool commitNow();
    void forget();
    void focusFirst();
    /// How files are chosen; without it there is no button for it.
    using FileChooser = std::function<QStringList()>;
    void setFileChooser(const FileChooser &choose);
    /// Files that are to become evidence for the requirement that is shown; their form takes the panel's place.
    void takeFiles(const std::vector<IntakeSource> &sources);

Q_SIGNALS:
    /// Escape in one of the fields.
    void left();
    void evidenceWanted(const adit::EntityId &id);
    void interviewWanted(const adit::EntityId &id);
    /// A thread about the requirement is to be seen in the review.
    void threadWanted(const QString &label);
    /// A comment on the requirement is to be written.
    void askWanted(const adit::RequirementCode &code);

private:
    QComboBox *newRatingBox(const QString &name, const QString &objectName);
    void addPlan(QVBoxLayout *layout);
    void addNotes(QVBoxLayout *layout);
    void addBefore(QVBoxLayout *layout);
    void refreshHistory(const std::vector<LogEntry> &log);

    Editor &m_editor;
    QStackedWidget *m_views;
    std::optional<RequirementCode> m_code;
    BasisList *m_basis;
    Button *m_addFiles;
    FilesForm *m_files = nullptr; ///< made when it is first wanted
    FileChooser m_chooseFiles;
    CommitTextEdit *m_action;
    DateField *m_due;
    CommitTextEdit *m_notes;
    QComboBox *m_self;
    CommitTextEdit *m_selfComment;
    QComboBox *m_previous;
    ThreadsPanel *m_threads;
    SectionHeader *m_historyHead;
    QVBoxLayout *m_history;
};

} // namespace adit
