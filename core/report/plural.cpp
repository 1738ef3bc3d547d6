// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plural.h"

#include <memory>

#include <unicode/upluralrules.h>

namespace adit::report {

QString pluralForm(const QString &language, int n)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UPluralRules, decltype(&uplrules_close)> rules(
        uplrules_open(language.toLatin1().constData(), &status), &uplrules_close);
    char16_t form[16];
    const int length = U_SUCCESS(status) ? uplrules_select(rules.get(), n, form, 16, &status) : 0;
    return U_SUCCESS(status) && length > 0 ? QString::fromUtf16(form, length) : QStringLiteral("other");
}

} // namespace adit::report
