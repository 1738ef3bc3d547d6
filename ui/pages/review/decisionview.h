// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decision.h"
#include "core/review/independence.h"
#include "ui/editing/editor.h"
#include "ui/models/processwatch.h"
#include "ui/pages/review/reviewview.h"

class QBoxLayout;
class QVBoxLayout;

namespace adit {

class DecisionForm;
class SectionHeader;

/// The decision on the level: what is looked at before, whether who decides may, the decision as it stands, and the
/// form for a new one.
class DecisionView final : public ReviewView
{
    Q_OBJECT
public:
    DecisionView(Editor &editor, const ProcessWatch &process, QWidget *parent = nullptr);

    void refresh() override;
    bool commitPending() override;
    void forgetPending() override;
    void focusMain() override;
    void setNarrow(bool narrow) override;

Q_SIGNALS:
    void chaptersWanted();
    void threadsWanted();

private:
    void showChecklist(const DecisionGround &ground, const std::vector<DecisionCheck> &checks);
    void showIndependence(const std::vector<WorkDone> &history);
    void showPresent();
    void showBroken(const DecisionState &state);
    void follow(const DecisionCheck &check);
    void decideNow();
    QVBoxLayout *newColumn(QWidget *parent) const;

    Editor &m_editor;
    const ProcessWatch &m_process;
    QBoxLayout *m_columns;
    QVBoxLayout *m_checklist = nullptr;
    QVBoxLayout *m_independence = nullptr;
    QVBoxLayout *m_present = nullptr;
    SectionHeader *m_formHead = nullptr;
    DecisionForm *m_form = nullptr;
    bool m_allBroken = false; ///< all that broke the decision is listed
};

} // namespace adit
