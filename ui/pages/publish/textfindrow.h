// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/markedtext.h"

#include <QFrame>
#include <QString>

class QHBoxLayout;

namespace adit {

class Button;
class Chip;

/// Something found in a text that goes out: where, the words with those around them, why it is shown, the way to the
/// text, and what can be done about it.
class TextFindRow final : public QFrame
{
    Q_OBJECT
public:
    struct Find
    {
        QString place; ///< in words
        QString text;  ///< all of it
        qsizetype from = 0;
        qsizetype length = 0;
        QString shown; ///< in the place of the words found; null: these
        MarkedText::Mark mark;
        QString why;
    };
    /// `name`: begins the objectNames of its parts ("nameGo").
    TextFindRow(const QString &name, const Find &find, QWidget *parent = nullptr);

    Chip *tag() { return m_tag; }
    /// At the end of its first line.
    Button *addAction(const QString &objectName, const QString &text);

Q_SIGNALS:
    /// To where it is printed, and to where it is written.
    void pageWanted();
    void textWanted();

private:
    Chip *m_tag;
    QHBoxLayout *m_first;
};

} // namespace adit
