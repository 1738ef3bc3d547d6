// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace adit {

class Button;
class CommitTextEdit;
class DateField;
struct RedactionState;

/// One thing that is withheld, or was to be: what, why, who asked and decided; and the decision on it, by somebody else
/// than who asked.
class RedactionSheet final : public QWidget
{
    Q_OBJECT
public:
    explicit RedactionSheet(Editor &editor, QWidget *parent = nullptr);

    /// By its number; nothing is shown for one that there is not.
    void show(const QString &label);
    QString label() const { return m_label; }
    bool hasPending() const;
    void forget();

Q_SIGNALS:
    /// Other words of the same text are to be withheld.
    void anewWanted(const QString &target, const QString &fieldName);

private:
    enum class Decision { Approve, Refuse, Withdraw };
    QWidget *buildDecision();
    void showFacts(const RedactionState &state);
    void showDecision(const RedactionState &state);
    void askAnew();
    void addFact(const QString &name, const QString &text);
    void decide(Decision decision);

    Editor &m_editor;
    QString m_label;
    QVBoxLayout *m_facts;
    QLabel *m_hold = nullptr;
    CommitTextEdit *m_reason = nullptr;
    DateField *m_reviewBy = nullptr;
    Button *m_approve = nullptr;
    Button *m_refuse = nullptr;
    Button *m_withdraw = nullptr;
    Button *m_anew = nullptr;
    QWidget *m_decision; ///< after its parts, which building it fills in
};

} // namespace adit
