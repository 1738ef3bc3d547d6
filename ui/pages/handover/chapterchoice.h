// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QCheckBox;
class QGridLayout;

namespace adit {

/// The chapters that a copy is for; none ticked means all of them.
class ChapterChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit ChapterChoice(const Standard &standard, QWidget *parent = nullptr);

    /// Codes, in the order of the standard.
    QStringList chosen() const;
    void chooseNone();
    /// One column instead of two.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void changed();

private:
    QGridLayout *m_grid;
    std::vector<QCheckBox *> m_boxes;
    std::vector<QString> m_codes;
    bool m_isNarrow = true;
};

} // namespace adit
