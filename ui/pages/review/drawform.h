// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace adit {

class Button;

/// Draws requirements for two raters: how many, and by which seed. Which ones follows from the seed, so that nobody
/// picks them; it is shown, and may be typed, so that others can draw the same again.
class DrawForm final : public QWidget
{
    Q_OBJECT
public:
    explicit DrawForm(Editor &editor, QWidget *parent = nullptr);

    /// `member`: who sits here, if that is known.
    void begin(const QString &member);
    void focusFirst();

Q_SIGNALS:
    void drawn(const QString &calibration);
    void cancelled();
    /// There are not two who may rate: the team is looked at elsewhere.
    void teamWanted();

private:
    void fillRaters(const QString &member);
    void refresh();
    void draw();
    QStringList requirements() const;

    Editor &m_editor;
    QComboBox *m_first;
    QComboBox *m_second;
    QLineEdit *m_count;
    QLineEdit *m_seed;
    QLabel *m_sum;
    QWidget *m_fields;
    QWidget *m_nobody; ///< where there are not two
    Button *m_draw;
};

} // namespace adit
