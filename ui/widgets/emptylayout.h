// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace adit {

/// Takes everything out of a layout and deletes it, layouts within it too. Widgets go once the event that is being
/// handled is done, since one of them may have sent it.
void emptyLayout(QLayout *layout);

} // namespace adit
