// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/similarity.h"
#include "ui/editing/background.h"
#include "ui/editing/editor.h"
#include "ui/models/texttable.h"
#include "ui/pages/review/reviewview.h"

#include <functional>

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QTableView;

namespace adit {

class Button;
class MarkedText;

/// Findings that say nearly the same, in this case or beside an earlier one: two texts side by side, with what they
/// share marked. They are compared beside the window, and anew only when a finding has become another.
class SimilarView final : public ReviewView
{
    Q_OBJECT
public:
    using CaseChooser = std::function<QString()>;

    SimilarView(Editor &editor, CaseChooser chooseEarlier, QWidget *parent = nullptr);

    void refresh() override;
    void focusMain() override;
    void setNarrow(bool narrow) override;
    bool isBusy() const { return m_work.isBusy() || m_reading.isBusy(); }

private:
    QWidget *buildHead();
    QWidget *buildPair();
    QWidget *buildNothing();
    void chooseEarlier();
    void dropEarlier();
    void compare();
    void showPairs();
    void showCurrent();
    void refreshHead();
    const SimilarFindings *current() const;
    QString textOf(const QString &requirement, bool isEarlier) const;
    QString nameOf(const QString &requirement, bool isEarlier) const;

    Editor &m_editor;
    const CaseChooser m_chooseEarlier;
    std::vector<FindingText> m_findings; ///< that were compared, or are being
    std::vector<FindingText> m_earlier;
    QString m_earlierPath;
    bool m_wasCompared = false;
    std::vector<SimilarFindings> m_pairs;
    TextTable m_model;
    Background m_work;
    Background m_reading;
    QLabel *m_count;
    QLabel *m_note;
    Button *m_with;
    Button *m_without;
    QStackedWidget *m_stack;
    QLabel *m_nothingTitle = nullptr;
    QTableView *m_table;
    QBoxLayout *m_both = nullptr;
    struct Side
    {
        QLabel *name = nullptr;
        Button *open = nullptr;
        MarkedText *text = nullptr;
    };
    Side m_sides[2];
    QWidget *m_pair; ///< after what building it sets
    QWidget *m_nothing;
};

} // namespace adit
