// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QMenu>

namespace adit {

/// A menu that opens below the button, which owns it and shows by its chevron that there is one.
inline QMenu *addMenuTo(Button *button)
{
    auto *menu = new QMenu(button);
    button->setMenuMark(true);
    QObject::connect(button, &Button::clicked, menu,
                     [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2))); });
    return menu;
}

} // namespace adit
