// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace adit {

/// Puts the words of a language in place; English where there is none for it. Also English has a file: its plurals.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace adit
