// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>

class QLabel;

namespace adit {

class Button;
class CommitTextEdit;
class DateField;

/// What the mine proposes as not relevant, on the node it proposed it for and on everything below: its reason, and the
/// auditors' decision, which says how the claim was tested (process.md, step 2). Hidden where nothing is proposed.
class ClaimPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ClaimPanel(Editor &editor, QWidget *parent = nullptr);

    void show(const RequirementCode &code);
    /// False if something typed waits for its decision; the Editor has said so.
    bool commitNow();
    void forget();

Q_SIGNALS:
    /// The chapter or criterion that the claim is about.
    void nodeWanted(const adit::RequirementCode &code);

private:
    QWidget *buildForm();
    void refresh();
    void refreshButtons();
    void accept();
    void reject();
    Result<Edit> tested() const;
    void decide(Result<Edit> decision);

    Editor &m_editor;
    std::optional<RequirementCode> m_code; ///< the node shown
    std::optional<RequirementCode> m_node; ///< the node of the claim
    bool m_again = false;                  ///< a decision that stands is looked at again
    QLabel *m_title;
    QLabel *m_reason;
    QLabel *m_outcome;
    Button *m_other;
    CommitTextEdit *m_test = nullptr;
    DateField *m_day = nullptr;
    CommitTextEdit *m_justification = nullptr;
    Button *m_accept = nullptr;
    Button *m_reject = nullptr;
    QWidget *m_form; ///< after its parts, which building it fills in
};

} // namespace adit
