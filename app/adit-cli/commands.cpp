// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"

#include "app/adit-cli/arguments.h"

namespace adit::cli {

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

std::optional<QString> given(const CLI::Option *option, const std::string &value)
{
    return option->count() > 0 ? std::optional(fromUtf8(value)) : std::nullopt;
}

Surroundings surroundingsFor(const Console &console)
{
    Surroundings surroundings;
    surroundings.actor = console.actor;
    surroundings.language = console.language;
    return surroundings;
}

Result<std::unique_ptr<CaseDocument>> openCase(const std::string &path, const Console &console)
{
    ADIT_TRY_ASSIGN(const QString file, pathFrom("case", path));
    return CaseDocument::open(file, surroundingsFor(console));
}

int applyAndTell(CaseDocument &document, const Result<Edit> &edit, const Console &console)
{
    if (!edit)
        return console.fail(edit.error());
    const auto changes = document.apply(*edit);
    if (!changes)
        return console.fail(changes.error());
    const int count = static_cast<int>(changes->items.size());
    console.say(count == 0 ? QStringLiteral("Nothing was different.")
                           : QStringLiteral("%1 fields changed.").arg(count));
    console.answer({{QStringLiteral("changed"), count}});
    return Done;
}

} // namespace adit::cli
