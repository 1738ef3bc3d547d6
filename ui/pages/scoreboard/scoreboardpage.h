// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/scoreboard/whysheets.h"

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace adit {

class Button;
class Chip;
class CriticalStrip;
class LevelLadder;
class SectionHeader;
class SegmentedControl;
class AnswerPanel;

/// Level, principles, criticals and chapters at a glance; every figure opens its "why" beside.
class ScoreboardPage final : public Page
{
    Q_OBJECT
public:
    explicit ScoreboardPage(CaseDocument &document, QWidget *parent = nullptr);

    QList<QWidget *> panels() override;
    void focusMain() override;

    /// Opens the sheet: the code of a principle or chapter, "level" or "critical".
    void showWhy(const QString &what);

Q_SIGNALS:
    void assessWanted(const adit::RequirementConditions &conditions);
    void requirementWanted(const adit::RequirementCode &code);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildCharts();
    QWidget *buildTable();
    void refresh();
    void refreshSources();
    void refreshCriticalCounts();
    void refreshReasons();
    void refreshSheet();
    void fillGroupSheet(const GroupScore &group);
    void closeSheet();
    /// Chapters beside the rest, or below it where there is no room.
    void arrange();
    const GroupScore *groupOf(const QString &code) const;

    CaseDocument &m_document;
    ScoreSource m_source = ScoreSource::Audit;
    std::vector<ScoreSource> m_sources;
    Scores m_scores;
    QString m_why;
    bool m_stale = true;
    bool m_byScore = false;
    QBoxLayout *m_columns = nullptr;
    QWidget *m_divider = nullptr;
    QLabel *m_qualification = nullptr;
    SegmentedControl *m_sourceChoice = nullptr;
    Button *m_tableButton = nullptr;
    Chip *m_status = nullptr;
    QLabel *m_level = nullptr;
    LevelLadder *m_ladder = nullptr;
    ScoreBars *m_principles = nullptr;
    SectionHeader *m_criticalHead = nullptr;
    QWidget *m_criticalCounts = nullptr;
    CriticalStrip *m_criticals = nullptr;
    QVBoxLayout *m_reasons = nullptr;
    SectionHeader *m_chapterHead = nullptr;
    ScoreBars *m_chapters = nullptr;
    ScoreTable m_table;
    QStackedWidget *m_views = nullptr;
    AnswerPanel *m_sheet = nullptr;
};

} // namespace adit
