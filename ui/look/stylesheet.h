// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFont;
class QString;

namespace adit {

class Theme;

/// The look of Qt's own widgets (fields, lists, menus, scroll bars) on top of Fusion, made from roles and measures.
/// The project's own widgets paint themselves from the same roles.
QString styleSheet(const Theme &theme, const QFont &font);

} // namespace adit
