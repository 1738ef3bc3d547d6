// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/mywork.h"
#include "core/process/timeline.h"
#include "ui/editing/editor.h"
#include "ui/models/processwatch.h"
#include "ui/models/requirementfilter.h"
#include "ui/models/whoami.h"
#include "ui/pages/page.h"
#include "ui/pages/step/destinations.h"

class QBoxLayout;
class QComboBox;
class QVBoxLayout;

namespace adit {

/// What to do today: what waits for the person at this laptop, what is late and due this week, and what the open steps
/// still miss. Each line leads to where it is done.
class TodayPage final : public Page
{
    Q_OBJECT
public:
    TodayPage(const CaseDocument &document, const ProcessWatch &process, WhoAmI &whoAmI, QWidget *parent = nullptr);

    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;

Q_SIGNALS:
    void wanted(const adit::Destination &destination);
    /// Requirements that fit, on Assess.
    void requirementsWanted(const adit::RequirementConditions &conditions);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *newHead();
    QVBoxLayout *newColumn(const char *name);
    void refresh();
    void refreshMembers();
    void showMine();
    void showDates();
    void showMissing();
    void addItems(const QString &title, const std::vector<MyWork::Item> &items);
    void addEntries(const QString &title, const std::vector<TimelineEntry> &entries);
    void addMore(QVBoxLayout *column, std::size_t hidden, const Destination &destination);

    const CaseDocument &m_document;
    const ProcessWatch &m_process;
    WhoAmI &m_whoAmI;
    QComboBox *m_members;
    QBoxLayout *m_columns;
    QVBoxLayout *m_mine;
    QVBoxLayout *m_dates;
    QVBoxLayout *m_missing;
};

} // namespace adit
