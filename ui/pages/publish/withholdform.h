// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace adit {

class Button;
class CommitTextEdit;
class TextChoice;

/// Asks that something is not printed: which words of which text, why, and what is printed in their place. It is
/// withheld at once, until somebody else has decided.
class WithholdForm final : public QWidget
{
    Q_OBJECT
public:
    /// The names of the fields begin with `name`: "withholdReason".
    WithholdForm(Editor &editor, const QString &name, QWidget *parent = nullptr);

    /// For a text that is known; its words marked are the passage, all of it where none are.
    void begin(const EntityRef &entity, const QString &fieldName, const QString &passage);
    /// The same, once a thing that is printed and one of its texts, or all of them, are chosen. `words`: that are
    /// looked for, and are the passage where they stand in what is chosen.
    void beginChoosing(const QString &words = {});
    bool hasPending() const;
    void forget();

Q_SIGNALS:
    void asked(const QString &label);
    void cancelled();

private:
    void nameFields(const QString &name);
    void build();
    QLabel *addField(const QString &name, QWidget *field);
    void showText();
    void takeChosen();
    void select(const QString &words);
    void refreshReason();
    void refreshPassage();
    void ask();
    QString reason() const;

    Editor &m_editor;
    std::optional<EntityRef> m_entity;
    std::optional<EntityRef> m_next; ///< what is asked for next: a refused one leaves no gap in the numbers
    bool m_hasText = false;
    QString m_passage; ///< empty: all of the text
    QVBoxLayout *m_layout;
    QLabel *m_title;
    TextChoice *m_choice;
    QComboBox *m_field;
    QPlainTextEdit *m_text;
    QLabel *m_what;
    QComboBox *m_reason;
    QLabel *m_reasonWords;
    QLabel *m_printed;
    CommitTextEdit *m_wording;
    QLabel *m_basisLabel = nullptr;
    CommitTextEdit *m_basis;
    CommitTextEdit *m_request;
    Button *m_ask;
    Button *m_cancel;
};

} // namespace adit
