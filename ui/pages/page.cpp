// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

namespace adit {

bool Page::settle()
{
    if (commitPending())
        return true;
    Q_EMIT heldBack();
    return false;
}

} // namespace adit
