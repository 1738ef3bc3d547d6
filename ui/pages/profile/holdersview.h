// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace adit {

/// Who can read the names that one wrote in this case, and letting one more person do so.
class HoldersView final : public QWidget
{
    Q_OBJECT
public:
    HoldersView(Editor &editor, std::function<QString()> chooseCard, QWidget *parent = nullptr);

    void refresh();

private:
    void share();

    Editor &m_editor;
    const std::function<QString()> m_chooseCard;
    QVBoxLayout *m_rows;
};

} // namespace adit
