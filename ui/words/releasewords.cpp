// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/releasewords.h"

#include "core/assessment/target.h"
#include "ui/words/choicewords.h"
#include "ui/words/reviewwords.h"
#include "ui/words/rolewords.h"
#include "ui/words/rulewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace adit {

namespace {

/// The context of what this file says.
class ReleaseWords
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseWords)
};

constexpr qsizetype mostNamed = 6;

using Kind = ReleaseHold::Kind;

struct HoldText
{
    Kind kind;
    const char *words;
    const char *advice;
};

constexpr std::array holdTexts{
    HoldText{Kind::NotDecided, QT_TRANSLATE_NOOP("ReleaseWords", "Nobody has decided on the level"),
             QT_TRANSLATE_NOOP("ReleaseWords", "The decision maker decides in the review.")},
    HoldText{Kind::DecisionBroken, QT_TRANSLATE_NOOP("ReleaseWords", "The decision no longer covers the case"),
             QT_TRANSLATE_NOOP("ReleaseWords", "What it rests on has changed. Decide anew in the review.")},
    HoldText{Kind::RedactionWaits, QT_TRANSLATE_NOOP("ReleaseWords", "Something withheld waits for a decision"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Somebody else than who asked approves or refuses it.")},
    HoldText{Kind::RedactionFallen, QT_TRANSLATE_NOOP("ReleaseWords", "A decision on something withheld has fallen"),
             QT_TRANSLATE_NOOP("ReleaseWords", "The text has changed since. Decide on it anew.")},
    HoldText{Kind::RedactionOfNone, QT_TRANSLATE_NOOP("ReleaseWords", "Words to withhold are no longer in the text"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Look at how the text reads now, then withdraw it or ask anew.")},
    HoldText{Kind::RedactionDue, QT_TRANSLATE_NOOP("ReleaseWords", "Something withheld was to be looked at again"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Approve it until another day, or withdraw it.")},
    HoldText{Kind::NameBlocks, QT_TRANSLATE_NOOP("ReleaseWords", "Somebody’s name is in a public text"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Rewrite the text or withhold the name. Nobody lets it pass.")},
    HoldText{Kind::NameToPass, QT_TRANSLATE_NOOP("ReleaseWords", "Part of a name is in a public text"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Rewrite the text, or a second person lets it pass.")},
    HoldText{Kind::NameNotSearched, QT_TRANSLATE_NOOP("ReleaseWords", "Names are too short to be searched for"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Somebody reads the public texts for them, and says so.")},
    HoldText{Kind::AssumptionsNotAcknowledged,
             QT_TRANSLATE_NOOP("ReleaseWords", "The catalogue’s assumptions are not acknowledged"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Say so in your own words when you build. They are printed.")},
    HoldText{Kind::PhotoNotPrinted, QT_TRANSLATE_NOOP("ReleaseWords", "A confirmed photo cannot be printed as it was"),
             QT_TRANSLATE_NOOP("ReleaseWords", "Look at it and confirm it anew, or take it out.")},
};

const HoldText &textOf(Kind kind)
{
    return *std::ranges::find(holdTexts, kind, &HoldText::kind);
}

QString translated(const char *text)
{
    return QCoreApplication::translate("ReleaseWords", text);
}

/// "answer/1.1.1.1 finding", at the end of a text, as people know it.
QString withPlaceWords(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("([a-z_]+)(?:/(\\S+))? ([a-z_]+)$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return text;
    for (const KindInfo &kind : allKinds())
        if (kind.name == match.captured(1))
            return text.left(match.capturedStart()) + textPlaceWords(kind.kind, match.captured(2), match.captured(3));
    return text;
}

/// "P-A07 (family): answer/1.1.1.1 finding", as the guard says it.
const QRegularExpression &nameForm()
{
    static const QRegularExpression form(QStringLiteral("^(\\S+) \\(([^)]+)\\): ([^\n]+)"));
    return form;
}

QString listed(QStringList places)
{
    places.removeDuplicates();
    const QString shown = places.mid(0, mostNamed).join(QStringLiteral(" · "));
    const auto more = static_cast<int>(places.size() - mostNamed);
    return more > 0 ? ReleaseWords::tr("%1 and %n more", nullptr, more).arg(shown) : shown;
}

} // namespace

QString holdWords(ReleaseHold::Kind kind)
{
    return translated(textOf(kind).words);
}

QString holdAdvice(ReleaseHold::Kind kind)
{
    return translated(textOf(kind).advice);
}

QString holdPlace(const ReleaseHold &hold)
{
    switch (hold.kind) {
    case Kind::NotDecided:
        return {};
    case Kind::DecisionBroken: {
        const LeafSubject leaf = leafSubject(hold.where);
        return leaf.code.isEmpty() ? hold.where : leaf.code;
    }
    case Kind::AssumptionsNotAcknowledged:
        return ReleaseWords::tr("%n critical flag(s)", nullptr, hold.where.toInt());
    case Kind::NameBlocks:
    case Kind::NameToPass:
        return withPlaceWords(hold.where.section(QStringLiteral(": "), 1));
    default:
        return hold.where;
    }
}

QString holdPlaces(const std::vector<ReleaseHold> &holds)
{
    QStringList places;
    for (const ReleaseHold &hold : holds)
        if (const QString place = holdPlace(hold); !place.isEmpty())
            places.append(place);
    return listed(places);
}

QString textPlaceWords(EntityKind kind, const QString &code, const QString &fieldName)
{
    const FieldInfo *field = findField(kind, fieldName);
    const QString label = field ? fieldLabel(*field) : fieldName.isEmpty() ? ReleaseWords::tr("all texts") : fieldName;
    const bool isNode = RequirementCode::fromString(code).has_value();
    const QString thing = isNode || !kindInfo(kind).hasLabels() ? code : kindWord(kind) + QLatin1Char(' ') + code;
    return ReleaseWords::tr("%1, %2").arg(thing.isEmpty() ? kindWord(kind) : thing, label);
}

QString textPlaceWords(const EntityRef &entity, const QString &fieldName)
{
    return textPlaceWords(entity.kind, entity.code, fieldName);
}

QString redactionPlaceWords(const Assessment &assessment, const Record &redaction)
{
    const QString target = redaction[field::redaction::target];
    const auto entity = entityFrom(assessment, target);
    return entity ? textPlaceWords(*entity, redaction[field::redaction::field_name]) : target;
}

QString namePartWords(const QString &part)
{
    static const std::pair<const char *, const char *> words[] = {
        {"name", QT_TRANSLATE_NOOP("ReleaseWords", "name")},
        {"given", QT_TRANSLATE_NOOP("ReleaseWords", "given name")},
        {"family", QT_TRANSLATE_NOOP("ReleaseWords", "family name")},
        {"nickname", QT_TRANSLATE_NOOP("ReleaseWords", "nickname")},
        {"initials", QT_TRANSLATE_NOOP("ReleaseWords", "initials")},
        {"phone", QT_TRANSLATE_NOOP("ReleaseWords", "telephone number")},
        {"e-mail", QT_TRANSLATE_NOOP("ReleaseWords", "e-mail address")},
        {"email", QT_TRANSLATE_NOOP("ReleaseWords", "e-mail address")},
        {"handle", QT_TRANSLATE_NOOP("ReleaseWords", "name on the net")},
        {"organisation", QT_TRANSLATE_NOOP("ReleaseWords", "organisation")},
    };
    for (const auto &[code, word] : words)
        if (part == QLatin1String(code))
            return translated(word);
    return part;
}

QString findingWords(const GuardFinding &finding)
{
    const QString part = namePartWords(finding.part);
    const QString what = finding.isRespelled ? ReleaseWords::tr("Sounds like the %1 of %2.").arg(part, finding.person)
                                             : ReleaseWords::tr("The %1 of %2.").arg(part, finding.person);
    if (finding.severity == GuardFinding::Severity::Block)
        return ReleaseWords::tr("%1 Nobody lets it pass.").arg(what);
    return finding.isCommonWord ? ReleaseWords::tr("%1 Also a common word or a place.").arg(what) : what;
}

QString redactionStateWord(RedactionState::State state)
{
    using State = RedactionState::State;
    switch (state) {
    case State::Asked:
        return ReleaseWords::tr("open");
    case State::Approved:
        return ReleaseWords::tr("withheld");
    case State::Fallen:
        return ReleaseWords::tr("to be decided anew");
    case State::Refused:
        return ReleaseWords::tr("refused");
    case State::Withdrawn:
        break;
    }
    return ReleaseWords::tr("withdrawn");
}

QString reasonAdvice(const QString &reason)
{
    static const std::pair<const char *, const char *> words[] = {
        {"A",
         QT_TRANSLATE_NOOP("ReleaseWords", "What tells who somebody is: a name, a post that only one person has, a "
                                           "telephone number.")},
        {"B", QT_TRANSLATE_NOOP("ReleaseWords", "Somebody could be harmed, dismissed or pressed because of it. Printed "
                                                "like personal data, so that the mark points at no witness.")},
        {"C",
         QT_TRANSLATE_NOOP("ReleaseWords", "Prices, terms and know-how of a business. Never what a score rests on.")},
        {"D", QT_TRANSLATE_NOOP("ReleaseWords", "How a place, explosives or money are guarded.")},
        {"E", QT_TRANSLATE_NOOP("ReleaseWords", "Sacred places, and what a people keeps to itself.")},
        {"F", QT_TRANSLATE_NOOP("ReleaseWords", "What was said to a lawyer, or belongs to an open case.")},
        {"G", QT_TRANSLATE_NOOP("ReleaseWords", "Words, data or pictures over which somebody else decides.")},
    };
    for (const auto &[letter, word] : words)
        if (reason == QLatin1String(letter))
            return translated(word);
    return {};
}

bool isRepeated(const RedactionState &state)
{
    const bool isOver =
        state.state == RedactionState::State::Refused || state.state == RedactionState::State::Withdrawn;
    return state.places > 1 && !isOver && state.record->has(field::redaction::passage);
}

QString redactionHoldWords(const RedactionState &state)
{
    if (state.isSettled())
        return {};
    if (state.places == 0)
        return holdAdvice(Kind::RedactionOfNone);
    if (state.state == RedactionState::State::Fallen)
        return holdAdvice(Kind::RedactionFallen);
    return holdAdvice(state.isDue && state.state == RedactionState::State::Approved ? Kind::RedactionDue
                                                                                    : Kind::RedactionWaits);
}

QString releaseStateWord(const Record &release)
{
    if (release.has(field::release::withdrawn))
        return ReleaseWords::tr("Withdrawn");
    return release.has(field::release::finished) ? ReleaseWords::tr("Released") : ReleaseWords::tr("Unsigned draft");
}

QString shortRoot(const QString &root)
{
    return root.left(4) + QLatin1Char(' ') + root.mid(4, 4);
}

QString blockedWords(const QString &code)
{
    static const std::pair<const char *, const char *> words[] = {
        {"names-not-here", QT_TRANSLATE_NOOP("ReleaseWords", "this copy of the case holds no names to search for")},
        {"leak", QT_TRANSLATE_NOOP("ReleaseWords", "withheld words or names are in what was built")},
        {"self-check", QT_TRANSLATE_NOOP("ReleaseWords", "what was built does not check out")},
        {"figures", QT_TRANSLATE_NOOP("ReleaseWords", "a printed figure is not the one that the scores give")},
        {"changed", QT_TRANSLATE_NOOP("ReleaseWords", "the files are not as they were built")},
        {"not-signed", QT_TRANSLATE_NOOP("ReleaseWords", "not everybody has signed; missing")},
        {"not-of-case", QT_TRANSLATE_NOOP("ReleaseWords", "this case has not built that release")},
        {"withdrawn", QT_TRANSLATE_NOOP("ReleaseWords", "that release was withdrawn")},
        {"case-changed", QT_TRANSLATE_NOOP("ReleaseWords", "the case has changed since that release")},
    };
    for (const HoldText &text : holdTexts)
        if (codeOf(text.kind) == code)
            return translated(text.words);
    for (const auto &[name, word] : words)
        if (code == QLatin1String(name))
            return translated(word);
    return code;
}

QString tellingWords(const TellingText &text)
{
    if (text.kind == TellingText::Kind::Quote)
        return ReleaseWords::tr("Words of interview %1 as they were said: whoever was there knows who said them.")
            .arg(text.interview);
    static const std::pair<const char *, const char *> words[] = {
        {"role", QT_TRANSLATE_NOOP("ReleaseWords", "what somebody does")},
        {"gender", QT_TRANSLATE_NOOP("ReleaseWords", "woman or man")},
        {"place", QT_TRANSLATE_NOOP("ReleaseWords", "where")},
        {"date", QT_TRANSLATE_NOOP("ReleaseWords", "when")},
    };
    QStringList told;
    for (const auto &[code, word] : words)
        if (text.tells.contains(QLatin1String(code)))
            told.append(translated(word));
    return ReleaseWords::tr("Says %1: together that may be one person.").arg(told.join(ReleaseWords::tr(", ")));
}

QString sheetLookWords(SheetLook look)
{
    return look == SheetLook::Done
               ? QString()
               : ReleaseWords::tr("It was not looked through for names, which are sealed: open a profile that can read "
                                  "them, or read it yourself before it goes out.");
}

bool isAboutNames(const Error &error)
{
    return error.code == ErrorCode::ReleaseBlocked && error.subject == codeOf(Kind::NameBlocks) &&
           nameForm().match(error.detail).hasMatch();
}

QString blockedPlaces(const QString &code, const QString &detail)
{
    QStringList lines;
    for (const QString &line : detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString hold = line.section(QStringLiteral(": "), 0, 0);
        const auto text =
            std::ranges::find_if(holdTexts, [&](const HoldText &each) { return codeOf(each.kind) == hold; });
        const auto named = nameForm().match(line);
        if (code == QLatin1String("not-signed"))
            lines.append(roleWord(line));
        else if (text == holdTexts.end() && named.hasMatch())
            lines.append(
                ReleaseWords::tr("The %1 of %2: %3")
                    .arg(namePartWords(named.captured(2)), named.captured(1), withPlaceWords(named.captured(3))));
        else if (text == holdTexts.end())
            lines.append(withRuleWords(line));
        else if (const QString place = holdPlace({text->kind, line.section(QStringLiteral(": "), 1)}); place.isEmpty())
            lines.append(translated(text->words));
        else
            lines.append(ReleaseWords::tr("%1: %2").arg(translated(text->words), place));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace adit
