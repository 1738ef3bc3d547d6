// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/languagedata.h"

#include <memory>

#include <unicode/uloc.h>
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

QString countryName(const QString &language, const QString &code)
{
    if (code.size() != 2)
        return {};
    const QByteArray place = "und_" + code.toUpper().toLatin1();
    char16_t name[128];
    UErrorCode status = U_ZERO_ERROR;
    const int length = uloc_getDisplayCountry(place.constData(), language.toLatin1().constData(), name, 128, &status);
    // Without a name of its own the code comes back.
    const bool isKnown = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING && length > 2;
    return isKnown ? QString::fromUtf16(name, length) : QString();
}

} // namespace adit::report
