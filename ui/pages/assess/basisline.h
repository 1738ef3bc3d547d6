// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>

class QLabel;

namespace adit {

class CommitTextEdit;
struct Basis;

/// What a rating rests on, in one line beside it: evidence and interviews by their numbers, and how many independent
/// kinds of source. Where the standard asks for more than the company's word, says so and takes the reason.
class BasisLine final : public QWidget
{
    Q_OBJECT
public:
    explicit BasisLine(Editor &editor, QWidget *parent = nullptr);

    void show(const RequirementCode &code);
    /// False if the reason that is typed could not be stored.
    bool commitNow();
    void forget();

Q_SIGNALS:
    /// Escape in the reason.
    void left();

private:
    QString restsOn(const Basis &basis) const;

    Editor &m_editor;
    std::optional<RequirementCode> m_code;
    QLabel *m_line;
    QWidget *m_flag;
    QLabel *m_flagWords;
    QWidget *m_reasonBox;
    CommitTextEdit *m_reason;
};

} // namespace adit
