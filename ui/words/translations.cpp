// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>
#include <memory>

/// Resources of a static library register themselves only when asked, and not from inside a namespace.
static void registerTranslations()
{
    Q_INIT_RESOURCE(adit_translations);
}

namespace adit {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    registerTranslations();
    for (const QLocale &wanted : {QLocale(QLocale::English), locale}) {
        auto translator = std::make_unique<QTranslator>(&application);
        if (translator->load(wanted, QStringLiteral("adit"), QStringLiteral("_"), QStringLiteral(":/translations")))
            QCoreApplication::installTranslator(translator.release());
    }
}

} // namespace adit
