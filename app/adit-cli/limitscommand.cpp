// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/papers/auditlimits.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

struct LimitsOptions
{
    std::string path;
    std::vector<std::size_t> take; ///< from 1, as they are listed
};

int take(const LimitsOptions &options, const std::vector<UntoldLimit> &limits, CaseDocument &document,
         const Console &console)
{
    QStringList sentences;
    for (const std::size_t number : options.take) {
        if (number < 1 || number > limits.size())
            return console.fail({ErrorCode::InvalidNumber, QStringLiteral("--take %1").arg(number),
                                 QStringLiteral("1 to %1, as the list has them").arg(limits.size())});
        sentences.append(limits[number - 1].sentence);
    }
    sentences.removeDuplicates();
    return applyAndTell(document, takeIntoLimits(document.view(), sentences), console);
}

int limits(const LimitsOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto untold = untoldLimits((*document)->view());
    if (!untold)
        return console.fail(untold.error());
    if (!options.take.empty())
        return take(options, *untold, **document, console);
    QJsonArray array;
    for (const UntoldLimit &limit : *untold) {
        const auto number = static_cast<int>(array.size()) + 1;
        console.say(QStringLiteral("%1  %2  %3").arg(number, 2).arg(limit.label, -7).arg(limit.sentence.simplified()));
        array.append(QJsonObject{{QStringLiteral("number"), number},
                                 {QStringLiteral("from"), QString(kindInfo(limit.kind).name)},
                                 {QStringLiteral("id"), limit.label},
                                 {QStringLiteral("sentence"), limit.sentence.simplified()}});
    }
    if (array.isEmpty())
        console.say(QStringLiteral("Nothing that limited the audit is left out of its public limits."));
    console.answer({{QStringLiteral("limits"), array}});
    return Done;
}

} // namespace

void addLimitsCommand(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<LimitsOptions>();
    CLI::App *command =
        program.add_subcommand("limits", "What limited the audit and is not among its public limits yet");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("--take", options->take, "Numbers of the list, to be added to the public limits");
    command->footer("Example: adit-cli limits mine.adit --take 1 3");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return limits(*options, console); }; });
}

} // namespace adit::cli
