// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/timeline.h"
#include "ui/editing/editor.h"
#include "ui/models/processwatch.h"
#include "ui/pages/page.h"
#include "ui/pages/step/destinations.h"

#include <QHash>
#include <QSet>
#include <functional>

class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace adit {

class Button;
class ItemRow;
class TimeChart;

/// Everything dated: phases and steps over months, and in step with them the list of what is late, what this week and
/// the next bring, what comes later, and on demand what is done. Each entry leads to where it is dealt with. What is to
/// come can be taken along as a calendar file.
class TimelinePage final : public Page
{
    Q_OBJECT
public:
    /// Asks where to put the calendar file; empty: nowhere.
    using PathChooser = std::function<QString(QWidget *parent, const QString &suggestion)>;

    TimelinePage(Editor &editor, const ProcessWatch &process, PathChooser chooseCalendar, QWidget *parent = nullptr);

    void focusMain() override;
    QList<QWidget *> panels() override;

Q_SIGNALS:
    void wanted(const adit::Destination &destination);
    void saved(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void showRow(const QString &id);
    void fitChart();
    void addSection(const QString &title, const std::vector<TimelineEntry> &entries, qsizetype most);
    void saveCalendar();

    Editor &m_editor;
    const ProcessWatch &m_process;
    PathChooser m_chooseCalendar;
    Button *m_done;
    TimeChart *m_chart;
    QSet<QString> m_openLanes;
    QSplitter *m_splitter = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_sections;
    QHash<QString, ItemRow *> m_rows; ///< by the mark on the chart
    bool m_isMoved = false;           ///< the line between chart and list, by a person
};

/// Where an entry is dealt with.
Destination destinationOf(const TimelineEntry &entry, const Standard &standard);

} // namespace adit
