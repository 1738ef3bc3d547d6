// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>
#include <vector>

class QVBoxLayout;

namespace adit {

class Button;
class SectionHeader;
class ThreadView;

/// What a review asks of the requirement that is shown, to be answered where the answer is: the threads about it that
/// are not settled, those that wait for the team first. Where there are none, nothing but the way to ask.
class ThreadsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ThreadsPanel(Editor &editor, QWidget *parent = nullptr);

    /// Shows what the threads have become. What is being written stays as long as it is the same requirement.
    void show(const RequirementCode &code);
    bool commitPending();
    void forget();

Q_SIGNALS:
    /// Escape in one of the fields.
    void left();
    /// A thread is to be seen in the review, by its number.
    void threadWanted(const QString &label);
    /// A comment on the requirement is to be written.
    void askWanted(const adit::RequirementCode &code);

private:
    QStringList labels(const RequirementCode &code) const;
    ThreadView *viewOf(const QString &label);

    Editor &m_editor;
    std::optional<RequirementCode> m_code;
    SectionHeader *m_head;
    QVBoxLayout *m_list;
    Button *m_ask;
    std::vector<ThreadView *> m_views; ///< in the order in which they stand
};

} // namespace adit
