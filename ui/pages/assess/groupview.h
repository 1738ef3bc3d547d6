// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>

class QGridLayout;
class QLabel;

namespace adit {

class Button;
class ReasonForm;

/// What the centre shows for a principle, chapter or criterion: how it stands, and whether it is relevant here.
class GroupView final : public QWidget
{
    Q_OBJECT
public:
    explicit GroupView(Editor &editor, QWidget *parent = nullptr);

    void show(const RequirementCode &code);
    /// False if a typed reason is not stored or not confirmed; the Editor has said so.
    bool commitNow();
    void forget();

Q_SIGNALS:
    void whyWanted(const QString &code);
    void firstOpenWanted();

private:
    void refreshCounts();
    void refreshRelevance();
    void askNotRelevant();

    Editor &m_editor;
    std::optional<RequirementCode> m_code;
    bool m_asking = false;
    QLabel *m_figure;
    QLabel *m_figureNote;
    QGridLayout *m_counts;
    QLabel *m_rule;
    QLabel *m_relevance;
    Button *m_mark;
    ReasonForm *m_reason;
    Button *m_why;
    Button *m_firstOpen;
};

} // namespace adit
