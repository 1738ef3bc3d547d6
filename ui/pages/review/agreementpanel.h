// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/calibration.h"
#include "ui/editing/editor.h"
#include "ui/models/texttable.h"

#include <QWidget>

class QLabel;
class QTableView;
class QVBoxLayout;

namespace adit {

class CommitTextEdit;
class SectionHeader;

/// What came of a calibration that is laid open: how far the two agree, in all and by chapter, where they differ, who
/// is stricter, and what was agreed when they talked about it.
class AgreementPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit AgreementPanel(Editor &editor, QWidget *parent = nullptr);

    void show(const QString &calibration);
    bool commitPending();
    void forgetPending();
    void focusMain();
    void setNarrow(bool narrow);

Q_SIGNALS:
    void requirementWanted(const QString &code);

private:
    QWidget *buildFigure();
    void showDifferences(const CalibrationState &state);
    QWidget *newDifference(const CalibrationState &state, const RatingPair &pair);
    QWidget *newGiven(const CalibrationState &state, const RatingPair &pair, int which, QWidget *parent);
    void showChapters(const CalibrationState &state);
    void showNumbers(const CalibrationState &state);

    Editor &m_editor;
    QString m_calibration;
    bool m_isNarrow = false;
    QLabel *m_title;
    QLabel *m_days;
    QLabel *m_kappa;
    QLabel *m_meaning;
    QLabel *m_same;
    QLabel *m_drift;
    SectionHeader *m_differenceHead;
    QVBoxLayout *m_differences;
    CommitTextEdit *m_notes;
    SectionHeader *m_chapterHead;
    TextTable m_chapters;
    QTableView *m_table;
};

} // namespace adit
