// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decision.h"
#include "ui/editing/editor.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace adit {

class Button;
class CommitTextEdit;
class DateField;
class SegmentedControl;

/// What a decision is made with. Offers what can be decided as the scores and the checklist are, and says what is still
/// missing before it can be signed.
class DecisionForm final : public QWidget
{
    Q_OBJECT
public:
    explicit DecisionForm(const CaseDocument &document, QWidget *parent = nullptr);

    void refresh(const std::vector<DecisionCheck> &checks);
    DecisionInput input() const;
    bool hasPending() const;
    void forget();
    void focusFirst();

Q_SIGNALS:
    /// To be signed.
    void confirmed();

private:
    void build();
    void fillLevels();
    void refreshConfirm();
    QString outcome() const;
    bool leavesOut() const;
    LevelResult levelGiven() const;
    /// What keeps it from being signed; empty: nothing.
    QString missing() const;

    const CaseDocument &m_document;
    bool m_hasGaps = false;
    bool m_asksForDeferred = false;
    bool m_leftOut = false; ///< the levels offered are without what is deferred
    std::optional<int> m_given;
    SegmentedControl *m_outcome;
    QLabel *m_levelLabel;
    QComboBox *m_level;
    QLabel *m_noLevel;
    QLabel *m_untilLabel;
    DateField *m_until;
    QLabel *m_deferredLabel;
    CommitTextEdit *m_deferred;
    QLabel *m_reasonLabel;
    CommitTextEdit *m_reason;
    QLabel *m_missing;
    Button *m_decide;
};

} // namespace adit
