// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/papers/announcement.h"
#include "ui/editing/editor.h"
#include "ui/models/processwatch.h"
#include "ui/pages/page.h"
#include "ui/pages/step/destinations.h"

#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace adit {

class Button;
class CommitTextEdit;
class GatesPanel;
class GroupsPanel;
class MilestoneRow;
class ReasonForm;
class RecordsPanel;
class SectionHeader;
class StepMarkLabel;

/// One step of the process: what is missing before it can open or close and where that is done, its dates and why they
/// are there, and the records that belong to it.
class StepPage final : public Page
{
    Q_OBJECT
public:
    StepPage(Editor &editor, const ProcessWatch &process, QWidget *parent = nullptr);

    void show(const QString &step);
    QString step() const { return m_step; }
    void focusMain() override;
    void forgetPending() override;
    void setRoom(int width) override;

Q_SIGNALS:
    void wanted(const adit::Destination &destination);
    void announcementWanted(const adit::AnnouncementInput &input, adit::PaperFormat format);
    /// Its text is to be kept as a publication.
    void publicationWanted(const adit::AnnouncementInput &input);

protected:
    bool commitPending() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *newHead();
    QWidget *newDates();
    void layStep();
    void addAnnouncement();
    bool asksFor(GateCheck check) const;
    void refresh();
    void refreshHead(const ProcessStep &step, bool opens);
    void refreshDates();
    void move();
    void askForReason();
    void showReason(bool shown);
    void pass(const QString &reason);
    /// Whether the gates of opening are asked for now, or those of closing.
    bool opensNext() const;

    Editor &m_editor;
    const ProcessWatch &m_process;
    QString m_step;
    StepMarkLabel *m_mark;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_rule;
    Button *m_pass;
    Button *m_toggle;
    QComboBox *m_gates; ///< which gate to pass
    ReasonForm *m_reason;
    GatesPanel *m_conditions;
    SectionHeader *m_datesHead;
    QVBoxLayout *m_dates;
    CommitTextEdit *m_notes;
    std::vector<MilestoneRow *> m_milestones;
    QVBoxLayout *m_records;
    std::vector<RecordsPanel *> m_panels;
    AnnouncementInput m_announcement; ///< what was typed for it; becomes public, and is no part of the case
    GroupsPanel *m_groups = nullptr;  ///< where the step hears people
    QBoxLayout *m_columns;
};

} // namespace adit
