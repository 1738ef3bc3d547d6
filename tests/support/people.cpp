// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/people.h"

#include "tests/support/builders.h"

#include <map>
#include <string>

namespace adit::test {

const Profile &profileOf(const char *name)
{
    static std::map<std::string, Profile> known;
    const auto found = known.find(name);
    if (found != known.end())
        return found->second;
    Profile profile = must(Profile::make(QString::fromUtf8(name), {QStringLiteral("auditor")}, QDate(2026, 5, 1)));
    return known.emplace(name, std::move(profile)).first->second;
}

} // namespace adit::test
