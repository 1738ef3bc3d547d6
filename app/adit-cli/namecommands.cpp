// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// People's names in texts that go out, and those that a second person lets pass.
#include "app/adit-cli/commands.h"
#include "core/base/rule.h"
#include "core/release/guardedcase.h"
#include "core/release/tellingtexts.h"

#include <QJsonArray>
#include <algorithm>

namespace adit::cli {

namespace {

struct NameOptions
{
    std::string path, person, part, place, reason;
};

Result<std::vector<NameFound>> foundIn(const CaseDocument &document)
{
    ADIT_TRY_ASSIGN(const auto people, protectedPeople(document.assessment(), document.facts().role,
                                                       document.surroundings().profile.get()));
    return namesFound(document.assessment(), NameGuard(people));
}

QString severityOf(const NameFound &found)
{
    return !found.blocks()                                           ? QStringLiteral("passed")
           : found.finding.severity == GuardFinding::Severity::Block ? QStringLiteral("blocks")
                                                                     : QStringLiteral("to-pass");
}

/// What is to be read again, and holds nothing up.
QJsonArray tellAgain(const std::vector<TellingText> &texts, const Console &console)
{
    QJsonArray warnings;
    for (const TellingText &text : texts) {
        const bool isQuote = text.kind == TellingText::Kind::Quote;
        const QString why = isQuote ? QStringLiteral("words of ") + text.interview
                                    : QStringLiteral("tells ") + text.tells.join(QStringLiteral(", "));
        console.say(QStringLiteral("read again  %1  %2, at %3").arg(why, text.text.place()).arg(text.from));
        warnings.append(
            QJsonObject{{QStringLiteral("kind"), isQuote ? QStringLiteral("quote") : QStringLiteral("sentence")},
                        {QStringLiteral("place"), text.text.place()},
                        {QStringLiteral("from"), text.from},
                        {QStringLiteral("length"), text.length},
                        {QStringLiteral("tells"), QJsonArray::fromStringList(text.tells)},
                        {QStringLiteral("interview"), text.interview}});
    }
    return warnings;
}

/// Ends with 1 where something keeps a release from being built. Says where, and never the name.
int list(const NameOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto found = foundIn(**document);
    if (!found)
        return console.fail(found.error());
    QJsonArray names;
    for (const NameFound &name : *found) {
        console.say(QStringLiteral("%1  %2 (%3)  %4, at %5")
                        .arg(severityOf(name), name.finding.person, name.finding.part, name.text.place())
                        .arg(name.finding.from));
        names.append(QJsonObject{{QStringLiteral("person"), name.finding.person},
                                 {QStringLiteral("part"), name.finding.part},
                                 {QStringLiteral("place"), name.text.place()},
                                 {QStringLiteral("from"), name.finding.from},
                                 {QStringLiteral("length"), name.finding.length},
                                 {QStringLiteral("common_word"), name.finding.isCommonWord},
                                 {QStringLiteral("state"), severityOf(name)}});
    }
    const QJsonArray warnings = tellAgain(tellingTexts((*document)->assessment()), console);
    console.answer({{QStringLiteral("names"), names}, {QStringLiteral("warnings"), warnings}});
    return std::ranges::any_of(*found, &NameFound::blocks) ? AnswerIsNo : Done;
}

/// By the journal.
Result<QStringList> authorsOf(const CaseDocument &document, const OutgoingText &text)
{
    ADIT_TRY_ASSIGN(const auto log, document.log({.thing = text.entity.code, .field = text.field->name}));
    QStringList authors;
    for (const LogEntry &entry : log)
        if (entry.entity.id == text.entity.id)
            authors.append(entry.actor);
    authors.removeDuplicates();
    return authors;
}

Result<Edit> passEdit(CaseDocument &document, const NameOptions &options, const Console &console)
{
    ADIT_TRY_ASSIGN(const auto found, foundIn(document));
    const auto name = std::ranges::find_if(found, [&](const NameFound &candidate) {
        return candidate.finding.person == fromUtf8(options.person) &&
               candidate.finding.part == fromUtf8(options.part) && candidate.text.place() == fromUtf8(options.place);
    });
    if (name == found.end())
        return Error{ErrorCode::InvalidValue, QStringLiteral("place: ") + fromUtf8(options.place),
                     ruleMark(Rule::NameFindKnown)};
    ADIT_TRY_ASSIGN(const QStringList authors, authorsOf(document, name->text));
    return passName(document.view(), document.newEntity(EntityKind::Dismissal), *name, fromUtf8(options.reason),
                    authors, *console.profile, todayOf(document, console));
}

int pass(const NameOptions &options, const Console &console)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Letting a name pass")});
    const auto document = openCase(options.path, console);
    return document ? applyAndTell(**document, passEdit(**document, options, console), console)
                    : console.fail(document.error());
}

} // namespace

void addNameCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "names", "People's names in texts that go out");
    auto listed = std::make_shared<NameOptions>();
    CLI::App *command = group->add_subcommand("list", "Where they stand; the names themselves are not shown");
    command->add_option("case", listed->path, "Case file (*.adit)")->required();
    command->callback(
        [&chosen, listed] { chosen = [listed](const Console &console) { return list(*listed, console); }; });
    auto passed = std::make_shared<NameOptions>();
    command = group->add_subcommand("pass", "Let a part of a name pass at one place, for the text as it stands");
    command->add_option("case", passed->path, "Case file (*.adit)")->required();
    command->add_option("--person", passed->person, "Whose: P-A07")->required();
    command->add_option("--part", passed->part, "Which part: given, family, nickname, initials, organisation")
        ->required();
    command->add_option("--place", passed->place, "Where: \"answer/1.2.2.2 finding\"")->required();
    command->add_option("--reason", passed->reason, "Why it may be printed")->required();
    command->callback(
        [&chosen, passed] { chosen = [passed](const Console &console) { return pass(*passed, console); }; });
}

} // namespace adit::cli
